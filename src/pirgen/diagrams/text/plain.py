"""Markdown as plain text, for drawings: the words stay, the marks go."""

from __future__ import annotations

import re

__all__ = ["plain"]

_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain(markdown: str) -> str:
    """The text of one-line Markdown without links, emphasis, code marks and escapes."""
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(markdown):
        parts += [_prose(markdown[end : code.start()]), code[2].strip()]
        end = code.end()
    parts.append(_prose(markdown[end:]))
    return " ".join("".join(parts).split())


def _prose(text: str) -> str:
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    while (bare := _EMPHASIS.sub(r"\2", text)) != text:
        text = bare
    return _ESCAPE.sub(r"\1", text)
