"""Which addresses a drawing may lead to."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

__all__ = ["safe_link"]

_LINK = re.compile(r"(https?://|mailto:)\S+|(?!//)[^\s\\:?#]*(/[^\s\\?#]*)?(\?[^\s\\#]*)?(#[^\s\\]*)?")


@lru_cache(maxsize=4096)
def safe_link(target: str) -> str:
    """The target, if pages may lead there: http, https, mailto, relative or on the page; else nothing."""
    if not _LINK.fullmatch(target):
        return ""
    return quote(target, safe="%/:=&?~#+!$,;'@()*[]|^{}", errors="replace")
