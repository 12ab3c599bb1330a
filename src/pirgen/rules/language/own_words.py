"""What a text says in its author's own words: without quotations, code and links, and with names made alike."""

from __future__ import annotations

import re

SOMEBODY = "\N{CYRILLIC LETTER MULTIOCULAR O}"
"""The letter that stands for each letter of a name, a handle or a mail address; no language in use has it."""

A_ROLE = "\N{CYRILLIC SMALL LETTER MONOCULAR O}"
"""The same for a role that a site has a word for."""

MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
HANDLE = r"(?<![\w/.@:])@[A-Za-z][\w.-]*\w(?![\w/@(])"

_NOT_OWN = re.compile(
    r"""
      ^[ ]*(?P<fence>```+|~~~+)[\s\S]*?(?:^[ ]*(?P=fence)[`~]*[ ]*$|\Z)    # a fenced block
    | (?<!`)(?P<ticks>`++)(?:(?!\n[ ]*\n)[\s\S])+?(?P=ticks)                     # code in a line
    | ^[ ]*>.*$                                                         # a line of a Markdown quotation
    | \u201c[^\u201c\u201d]*\u201d | \u201e[^\u201c\u201d\u201e]*[\u201c\u201d]  # curly, English and German
    | \u2018[^\u2018\u2019\n]*(?:(?<=\w)\u2019(?=\w)[^\u2018\u2019\n]*)*\u2019 | «[^«»]*»
    | (?<!\w)"(?:(?!\n[ ]*\n)[^"])+"(?!\w)
    | (?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w)
    | https?://[^\s<>)]+
    """,
    re.MULTILINE | re.VERBOSE,
)
_MARKS = frozenset("`>\u201c\u201e\u2018«\"'~:")
_NOBODY_KNOWN = re.compile(f"{MAIL}|{HANDLE}")


def own_words(text: str) -> str:
    """The text with everything that is not the author's own made blank, each letter in its place."""
    blank = _NOT_OWN.sub(lambda match: "\0" * len(match[0]), text) if _may_quote(text) else text
    return blank.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def with_names_alike(text: str, names: re.Pattern[str] | None) -> str:
    """The text with every name that is registered, every handle and every mail address as ``SOMEBODY``.

    What ``names`` finds as its group ``role`` is a role, and becomes ``A_ROLE``.
    """
    text = names.sub(_alike, text) if names else text
    return _NOBODY_KNOWN.sub(_alike, text) if "@" in text else text


def _alike(match: re.Match[str]) -> str:
    return (A_ROLE if match.lastgroup == "role" else SOMEBODY) * len(match[0])


def _may_quote(text: str) -> bool:
    return not _MARKS.isdisjoint(text)
