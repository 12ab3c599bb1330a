r"""Double quotes, in which a backslash begins an escape: ``"C:\temp"`` has a tab in it."""

from __future__ import annotations

import re

from pirgen.source.yaml.quoting import quoted

BAD_ESCAPE = ("unknown escape", "hexdecimal", "Unicode character escape")
"""How libyaml says that it does not know an escape."""

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
"""A text in double quotes."""

_HALVES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\")
_LINE_BREAK = re.compile(r"(?<=\w)\\n(?=[a-z])")


def whole_letters(written: str) -> str:
    """The text with each letter that JSON writes as two halves written as one."""
    return _HALVES.sub(_joined, written)


def is_half(written: str) -> bool:
    """Whether an escape is half of a surrogate pair in JSON's way of writing."""
    return bool(re.fullmatch(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", written))


def _joined(match: re.Match[str]) -> str:
    high, low = int(match[1], 16), int(match[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def literal(written: str) -> str:
    """A text in double quotes rewritten so that each backslash in it is one."""
    return quoted(re.sub(r'\\(["\\])', r"\1", written[1:-1]))


def is_path(written: str) -> bool:
    """Whether a text names a file the way Windows does, with a drive."""
    return bool(_DRIVE.search(written))


def meant_as_backslashes(written: str) -> list[tuple[int, str]]:
    """The escapes in double quotes that their author most probably meant as a backslash and a letter.

    Each with its offset. A line break counts only inside of a word: ``one.\nTwo`` is meant.
    """
    names_a_file = is_path(written)
    found = []
    for match in _ESCAPE.finditer(written):
        sign = match[1][0]
        is_break = sign == "n" and (names_a_file or _LINE_BREAK.match(written, match.start()))
        if sign in "0abtvfre" or is_break:
            found.append((match.start(), match[0]))
    return found
