"""The last gate before a page: a drawing is of this grammar, or it is not shown."""

from __future__ import annotations

import re

__all__ = ["UnsafeSvgError", "checked"]

_NUMBER = r'"-?\d++(?:\.\d)?"'
_WORDS = r'"[\w -]*+"'
_LINK = r'"(?:https?://|mailto:|(?!//)(?=[^:"?#\\]*+["?#]))(?:[^"<>\\\s&]|&amp;)*+"'
_TAGS = (  # the most frequent ones first
    rf"g class={_WORDS}",
    r"/(?:g|text|a|title|desc|svg)",
    rf'text x={_NUMBER} y={_NUMBER} font-size={_NUMBER}(?: text-anchor="(?:middle|end)")?',
    rf"rect x={_NUMBER} y={_NUMBER} width={_NUMBER} height={_NUMBER} /",
    r'path d="[MLHVCQAZ\d. -]++" /',
    rf"ellipse cx={_NUMBER} cy={_NUMBER} rx={_NUMBER} ry={_NUMBER} /",
    rf'a role="link" xlink:href={_LINK}',
    rf"title(?: id={_WORDS})?",
    rf"desc id={_WORDS}",
    r'svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    rf" class={_WORDS} width={_NUMBER} height={_NUMBER} viewBox={_WORDS}"
    rf' role="group" aria-labelledby={_WORDS}',
)
_GRAMMAR = re.compile(rf"[^<>]*+(?:<(?:{'|'.join(_TAGS)})>[^<>]*+)*+", re.ASCII)


class UnsafeSvgError(ValueError):
    """A drawing holds something that our pages do not take."""


def checked(svg: str) -> str:
    """The same drawing; raises ``UnsafeSvgError`` where something else than the listed is in it."""
    end = len(known[0]) if (known := _GRAMMAR.match(svg)) else 0
    if end < len(svg):
        raise UnsafeSvgError(f"a drawing holds {svg[end : end + 60]!r}")
    return svg
