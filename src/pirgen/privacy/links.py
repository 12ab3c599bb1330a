"""Addresses of the web that a report may show, and those that lead to people, machines or interfaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, quote, urlsplit

from pirgen.privacy.known_tools import CLOSED_HOSTS, CLOSED_PATHS, KNOWN_TOOLS
from pirgen.privacy.matches import PrivateKind, gone, redact

__all__ = ["LINK_GONE", "WEB_LINK", "links_replaced", "private_link_form", "public_link"]

WEB_LINK = re.compile(r"(?:https?|ftp|wss?|ssh|git|s3)://[^\s<>\"'`|\\\[\]{}]+", re.IGNORECASE)
"""An address in running text."""

LINK_GONE = gone(PrivateKind.LINK)

_INTERFACES = re.compile(
    rf"(?:api|events|files|hooks|webhooks?)\.(?:[\w-]+\.)?"
    rf"(?:{'|'.join(re.escape(domain) for tool in KNOWN_TOOLS for domain in tool.domains)})"
)
_INSIDE = re.compile(
    r".*\.(?:local|localdomain|internal|intranet|lan|corp|home|private|svc|arpa|test|localhost)"
)
_IP_IN_NAME = re.compile(r"\bip-\d{1,3}(?:-\d{1,3}){3}")


def private_link_form(url: str) -> str:
    """Why no report may show an address, as words for what it is, such as 'a call'; empty where it may."""
    parts = _parts(url)
    if parts is None or parts.scheme.lower() not in ("http", "https"):
        return "not the address of a web page"
    host = _host(parts)
    named = re.fullmatch(r"(?:[\w-]+\.)+[^\W\d_][\w-]+", host)
    if not named or _INSIDE.fullmatch(host) or _IP_IN_NAME.search(host):
        return "a machine of an inner network"
    if _INTERFACES.fullmatch(host):
        return "a programming interface"
    closed = next((form for form, hosts in CLOSED_HOSTS if re.fullmatch(hosts, host)), "")
    where = host + parts.path
    return closed or next((form for form, paths in CLOSED_PATHS if re.fullmatch(paths, where)), "")


def public_link(url: str) -> str:
    """An address that a report may show, without sign-in, query and what may be a token; else nothing.

    Bugzilla's query is kept: it is the number of the bug.
    """
    parts = _parts(url)
    if parts is None or private_link_form(url):
        return ""
    fragment = parts.fragment if re.fullmatch(r"[\w-]{1,60}", parts.fragment) else ""
    path = quote(parts.path, safe="/%:@!$&*+,;=~.-_")
    port = f":{parts.port}" if parts.port else ""
    is_bug = path.endswith("/show_bug.cgi") and re.fullmatch(r"id=\d{1,9}", parts.query)
    query = f"?{parts.query}" if is_bug else ""
    clean = f"{parts.scheme.lower()}://{_host(parts)}{port}{path}{query}{'#' * bool(fragment)}{fragment}"
    return clean if redact(clean) == clean else ""


def _parts(url: str) -> SplitResult | None:
    """An address taken apart; None where that cannot be done."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # raises where it is no number that a port may have
    except ValueError:
        return None
    return None if re.search(r"[\s\x00-\x20\x7f]", url) else parts


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".")


def links_replaced(text: str, shown: Callable[[str], str], between: Callable[[str], str]) -> str:
    """The text with each address in it replaced by what ``shown`` makes of it, and the rest by ``between``."""
    made, end = [], 0
    for found in WEB_LINK.finditer(text):
        address = found[0].rstrip(".,;:!?)*_~")
        address += ")" * (found[0].startswith(address + ")") and address.count("(") > address.count(")"))
        made += [between(text[end : found.start()]), shown(address)]
        end = found.start() + len(address)
    return "".join([*made, between(text[end:])])
