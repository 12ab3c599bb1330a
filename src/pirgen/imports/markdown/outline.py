"""A Markdown text taken apart into its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pirgen.imports.markdown.blocks import FENCE, BlockKind, MarkdownBlock, blocks

__all__ = ["MarkdownSection", "bare", "sections"]

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_BOLD_ALONE = re.compile(r"\s{0,3}(?:\*\*|__)([^*_|]{2,60}?)(?:\*\*|__)\s*(\([^)\n]{2,60}\))?\s*:?\s*")
_OF_TEMPLATES = re.compile(
    r"(?:timeline|chronology|summary|overview|background|impact|detection|trigger|root cause|contributing"
    r"|resolution|recovery|action items?|actions|follow[- ]?ups?|next steps|lessons|what went|what could"
    r"|where we got lucky|corrective)",
    re.IGNORECASE,
)
"""Words by which a line that is bold as a whole is a heading also where other headings have signs."""


@dataclass(frozen=True)
class MarkdownSection:
    """A heading, the headings above it from the top down, and the lines up to the next heading."""

    heading: str
    above: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines).strip()

    @property
    def blocks(self) -> tuple[MarkdownBlock, ...]:
        """The lines in blocks."""
        return blocks(self.lines)

    @property
    def items(self) -> tuple[str, ...]:
        """What it lists, each with what is nested in it; paragraphs count as items too."""
        made: list[str] = []
        top = min((block.indent for block in self.blocks if block.kind is BlockKind.ITEM), default=0)
        for block in self.blocks:
            is_nested = block.kind is BlockKind.ITEM and block.indent > top
            is_of_item = block.kind in (BlockKind.PARAGRAPH, BlockKind.CODE) and block.indent > top
            if made and (is_nested or is_of_item):
                made[-1] += f"\n{'' if is_nested else chr(10)}{block.markdown.strip()}"
            else:
                made.append(block.text)
        return tuple(made)


def sections(text: str) -> tuple[MarkdownSection, ...]:
    """The sections in order; the first has no heading where there is text before any.

    Where no line is a heading, lines that are bold as a whole count as headings.
    """
    made = _sections(text, bold=False)
    return made if any(section.heading for section in made) else _sections(text, bold=True)


def _sections(text: str, bold: bool) -> tuple[MarkdownSection, ...]:
    made: list[MarkdownSection] = []
    heading, lines = "", list[str]()
    above: list[tuple[int, str]] = []
    level, fence = 0, ""
    for line in text.split("\n"):
        opened = FENCE.match(line)
        if opened:
            fence = "" if fence and opened[1].startswith(fence) else fence or opened[1]
        found = None if fence or opened else _heading(line, lines, bold)
        if found is None:
            lines.append(line)
            continue
        if _UNDERLINE.fullmatch(line):
            lines.pop()
        made.append(MarkdownSection(heading, tuple(name for _, name in above), tuple(lines)))
        if heading:
            above.append((level, heading))
        level, heading = found[0], bare(found[1])
        above = [(rank, name) for rank, name in above if rank < level]
        lines = []
    made.append(MarkdownSection(heading, tuple(name for _, name in above), tuple(lines)))
    return tuple(section for section in made if section.heading or section.text)


def _heading(line: str, before: list[str], bold: bool) -> tuple[int, str] | None:
    """The level and the words of a heading that ends with this line."""
    found = _HEADING.fullmatch(line)
    if found and found[2] and (re.match(r"\s*#+\s", line) or len(found[1]) > 1):
        return len(found[1]), found[2]
    words = _BOLD_ALONE.fullmatch(line)
    if words and (bold or _OF_TEMPLATES.match(words[1])):
        return (2 if bold else 6), f"{words[1].strip(' :')} {words[2] or ''}".strip()
    is_alone = bool(before) and (len(before) == 1 or not before[-2].strip())
    if _UNDERLINE.fullmatch(line) and is_alone and before[-1].strip():
        if _BULLET.match(before[-1]) or "|" in before[-1] or before[-1].startswith((" ", "\t", ">")):
            return None
        return (1 if line.startswith("=") else 2), before[-1].strip()
    return None


def bare(text: str) -> str:
    """Words without the signs of emphasis, code and anchors."""
    text = re.sub(r"\s*\{#[\w-]+\}\s*$|<a\b[^>]*>|</a>", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\*+|`+|(?<!\w)_+|_+(?!\w)", "", text).strip()
