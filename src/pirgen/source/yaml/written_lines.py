"""One line of YAML as an author sees it, also where YAML cannot read it: indentation, key, value, comment."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>[^\s#'\"\[\]{},&*!|>@`%?:-](?:[^:#]|:(?=\S))*?|\"[^\"]*\"|'[^']*'):(?:[ \t]+|$))?"
)
_COMMENT = re.compile(r"[ \t]#(?=[ \t\r\n#]|$)")
_BLOCK_HEADER = re.compile(r"[|>][+-]?[1-9]?[+-]?")


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of a text. Offsets count from the start of the text.

    ``key`` is empty for a line without one; ``value`` is what follows, without a comment behind it.
    """

    start: int
    end: int
    indent: int
    key: str
    key_start: int
    value: str
    value_start: int
    has_dash: bool

    @property
    def value_end(self) -> int:
        """The offset behind the value."""
        return self.value_start + len(self.value)

    @property
    def is_blank(self) -> bool:
        """Whether only white space or a comment stands here."""
        return not self.key and not self.has_dash and self.value[:1] in ("", "#")

    @property
    def opens_block(self) -> bool:
        """Whether the lines under this one are the text of a block such as ``key: |``."""
        return is_block_header(self.value)


def is_block_header(value: str) -> bool:
    """Whether a value is the sign that a block of text follows, such as ``>-``."""
    return bool(_BLOCK_HEADER.fullmatch(value))


def written_line(text: str, offset: int) -> WrittenLine:
    """The line of a text in which an offset lies."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    if end > start and text[end - 1] == "\r":
        end -= 1
    line = text[start:end]
    match = _HEAD.match(line)
    assert match is not None, "the pattern takes any line"
    comment = _COMMENT.search(line, max(match.end() - 1, 0))
    value = line[match.end() : comment.start() if comment else end].rstrip(" \t")
    return WrittenLine(
        start,
        end,
        len(match["indent"]),
        match["key"] or "",
        start + match.end("dashes"),
        value,
        start + match.end(),
        bool(match["dashes"]),
    )


_UNSPACED = re.compile(r"[ \t]+(?=#[\w-])")


def comment_without_space(text: str, offset: int) -> tuple[int, int] | None:
    """The start and end of a comment such as ``#4711`` behind an offset; none where a space follows it."""
    match = _UNSPACED.match(text, offset) if text[offset : offset + 1] in (" ", "\t") else None
    if match is None:
        return None
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    proper = _COMMENT.search(text, match.end(), end)
    stretch = text[match.end() : proper.start() if proper else end]
    return match.end(), match.end() + len(stretch.rstrip())
