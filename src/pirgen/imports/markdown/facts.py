"""What a Markdown text has, for the account: every line with a time, every block, every link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.markdown.blocks import BlockKind, MarkdownBlock
from pirgen.imports.markdown.clock import any_clock, leading_clock
from pirgen.imports.markdown.dates import is_date
from pirgen.imports.markdown.front_matter import FileKeys
from pirgen.imports.markdown.keys import ROOT_CAUSES, TEXTS
from pirgen.imports.markdown.outline import MarkdownSection
from pirgen.imports.markdown.wording_of_moments import moment_in_words
from pirgen.imports.markdown.zones import zone_of_all
from pirgen.imports.text import label, markdown
from pirgen.privacy import WEB_LINK

__all__ = ["facts_of"]


def facts_of(keys: FileKeys, sections: tuple[MarkdownSection, ...]) -> Iterator[SourceFact]:
    """The facts of a postmortem; what is in code counts as text."""
    for key in (*TEXTS, *ROOT_CAUSES):
        yield from (SourceFact(FactKind.TEXT, markdown(text)) for text in keys.get(key, ()))
    for key in ("severity", "status"):
        yield from (SourceFact(FactKind.STATE, label(f"{key}: {text}")) for text in keys.get(key, ()))
    for section in sections:
        if clock := any_clock(section.heading):
            yield SourceFact(FactKind.TIME, clock.written)
        for block in section.blocks:
            if block.kind is BlockKind.HEAD:
                continue
            yield from _facts_of_block(block)


def _facts_of_block(block: MarkdownBlock) -> Iterator[SourceFact]:
    if zone_of_all(block.text) and len(block.text.split()) <= 12 and not any_clock(block.text):
        return  # 'All times in UTC' is in every time
    for piece in block.cells or (block.text,):
        if (words := _words(piece)) and not is_date(piece.strip("*_: ")):
            yield SourceFact(FactKind.TEXT, words)
        clock = any_clock(piece) if block.kind is not BlockKind.CODE else None
        if clock:
            yield SourceFact(FactKind.TIME, clock.written)
    links = (found[0].rstrip(".,;:!?)*_~") for found in WEB_LINK.finditer(block.text))
    yield from (SourceFact(FactKind.LINK, link) for link in links)


def _words(piece: str) -> str:
    """A piece of text without the label or the time that a draft has in keys of its own."""
    text = re.sub(r"^\\?\[[ xX]\\?\]\s*", "", piece)
    clock = leading_clock(text)
    words = markdown(moment_in_words(clock.rest if clock else text)[1])
    return words if len(words.split()) > 2 else ""
