"""What must not come through an import: addresses, numbers and keys that lead to people or machines.

Exports hold much that was never meant for a report: phone numbers of notified people, links that carry a
token, addresses of machines. It is replaced by words that say what stood there. A sieve of patterns is
no promise; an author still reads the draft.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

__all__ = ["LINK_GONE", "WEB_LINK", "cleared", "links_replaced", "public"]

WEB_LINK = re.compile(r"(?:https?|ftp|wss?|ssh|git|s3)://[^\s<>\"'`|\\\[\]{}]+", re.IGNORECASE)
"""An address as it stands in running text."""

_SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"
    r"|(?:AKIA|ASIA)[0-9A-Z]{16}\b"  # Amazon Web Services
    r"|(?:gh[pousr]_\w{30,}|github_pat_\w{22,}|gl(?:pat|rt|dt)-[\w-]{20,})"  # GitHub, GitLab
    r"|xox[a-z](?:\.xox[a-z])?-[\w-]{10,}|\bxapp-[\w-]{10,}"  # Slack
    r"|\bAIza[\w-]{35}|\bya29\.[\w-]{20,}"  # Google
    r"|\b[srp]k_(?:live|test)_\w{16,}|\bSG\.[\w-]{16,}\.[\w-]{16,}"  # Stripe, SendGrid
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"  # JSON web token
    r"|\b(?:npm_\w{30,}|pypi-[\w-]{40,}|hf_\w{30,}|dop_v1_\w{40,}|ATATT[\w-]{20,}|sk-[\w-]{20,})"
    r"|\b(?:bearer|basic)\s+[\w.~+/-]{12,}=*|\btoken token=\S+",
    re.IGNORECASE,
)
_NAMED_SECRET = re.compile(
    r"\b((?:[\w-]{0,40}[_-])?(?:password|passwd|passcode|pwd|secret|token|api[ _-]?key|access[ _-]?key|pin)"
    r"(?:\s{0,3}[:=]\s{0,3}|\s+is\s+))(?:\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'|(?=\S*\d)\S{4,200})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}", re.IGNORECASE)
_PHONES = (
    re.compile(r"tel:[+\d][\d\s().,;#*/-]{3,40}"),
    re.compile(  # country codes never begin with 0; an offset such as '12:30:00 +1000' is no number
        r"(?<![\w.])(?<!:\d\d )\+\s?[1-9](?:[\s().\u2010-\u2015/-]{0,3}\d){6,14}(?:[,;#*]{1,8}\d{2,12}#?)?"
    ),
    re.compile(
        r"(?<![\w.+-])(?:1[\s.-])?(?:\(\d{3}\)\s?\d{3}[\s.-]|\d{3}([-.\u2010-\u2015])\d{3}\1)\d{4}(?![\w-])"
    ),
    re.compile(r"(?<![\w.:+-])0\d{2,4}[\s/-]\d{2,4}[\s-]?\d{3,6}(?:[\s-]\d{2,4})?(?![\w:-])"),
    re.compile(r"(?<![\w.:+-])0\d(?:[\s.]\d\d){4}(?![\w:.-])"),
)
_CALLED = re.compile(
    r"\b(phone|call|dial|tel|telephone|mobile|cell|sms|bridge|ring|fax|pager)"
    r"([^\d\n]{1,24})(?:\d[\s().-]{0,2}){6,14}\d(?:,+\d+#?)?",
    re.IGNORECASE,
)
_IPV4 = re.compile(r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/\d{1,2})?(?![\w-]|\.\d)")
_IP_IN_NAME = re.compile(r"\bip-\d{1,3}(?:-\d{1,3}){3}(?:\.[\w.-]*\w)?")
_IPV6 = re.compile(
    r"\[[0-9a-f:.]{2,45}(?:%\w+)?\](?::\d{1,5})?"
    r"|(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w+)?(?![\w:])",
    re.IGNORECASE,
)

_MAIL_GONE, _PHONE_GONE, _SECRET_GONE, _IP_GONE, LINK_GONE = (
    f"({what} removed)" for what in ("e-mail address", "phone number", "secret", "IP address", "link")
)


def cleared(text: str) -> str:
    """The text without e-mail addresses, phone numbers, keys and IP addresses; links are left to ``public``."""
    text = _SECRETS.sub(_SECRET_GONE, text)
    text = _NAMED_SECRET.sub(rf"\1{_SECRET_GONE}", text)
    text = _MAIL.sub(_MAIL_GONE, text)
    text = _IP_IN_NAME.sub(_IP_GONE, text)
    text = _IPV4.sub(lambda found: _without_ip(found[0]), text)
    text = _IPV6.sub(lambda found: _without_ip(found[0]), text)
    for phone in _PHONES:
        text = phone.sub(_PHONE_GONE, text)
    return _CALLED.sub(rf"\1\2{_PHONE_GONE}", text)


def _without_ip(written: str) -> str:
    address = re.sub(r"^\[|\](?::\d+)?$|/\d+$|%\w+", "", written)
    if "." in address and "::" not in address:
        address = address.partition(":")[0]
    groups = [group for group in address.split(":") if group]
    if ":" in address and len(groups) < 3 and not re.search(r"\d", address):
        return written  # such as the scope of a name, 'Face::Add'
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return written
    return _IP_GONE if address != "::" else written


_TOOLS_OWN = re.compile(
    r"(?:api|events)\.(?:eu\.)?(?:pagerduty|opsgenie|statuspage|incident|slack)\.\w+"
    r"|(?:files|hooks)\.slack\.com|slack-files\.com|.*\.(?:zoom\.us|webex\.com)|zoom\.us|meet\.google\.com"
)
"""Hosts of programming interfaces, of files that ask for a token, and of calls: no reader can follow these."""

_PRIVATE_PATH = re.compile(r".*\.pagerduty\.com/private/.*|.*\.slack\.com/files(?:-[a-z]+)?/.*")

_INSIDE = re.compile(
    r".*\.(?:local|localdomain|internal|intranet|lan|corp|home|private|svc|arpa|test|localhost)"
)


def public(url: str) -> str:
    """An address that a report may show, without sign-in, query and what may be a token; else nothing.

    Nothing comes back for an IP address, a name without a dot or of an inner network, and hosts that
    belong to the tool's own interfaces.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    is_named = re.fullmatch(r"(?:[\w-]+\.)+[^\W\d_][\w-]+", host)
    if parts.scheme.lower() not in ("http", "https") or not is_named or re.search(r"[\s\x00-\x20\x7f]", url):
        return ""
    if _TOOLS_OWN.fullmatch(host) or _INSIDE.fullmatch(host) or _IP_IN_NAME.search(host):
        return ""
    if _PRIVATE_PATH.fullmatch(host + parts.path):
        return ""
    fragment = parts.fragment if re.fullmatch(r"[\w-]{1,60}", parts.fragment) else ""
    path = quote(parts.path, safe="/%:@!$&*+,;=~.-_")
    clean = f"{parts.scheme.lower()}://{host}{f':{port}' if port else ''}{path}{'#' * bool(fragment)}{fragment}"
    return clean if cleared(clean) == clean else ""


def links_replaced(text: str, shown: Callable[[str], str], between: Callable[[str], str]) -> str:
    """The text with each address in it replaced by what ``shown`` makes of it, and the rest by ``between``."""
    made, end = [], 0
    for found in WEB_LINK.finditer(text):
        address = found[0].rstrip(".,;:!?)*_~")
        address += ")" * (found[0].startswith(address + ")") and address.count("(") > address.count(")"))
        made += [between(text[end : found.start()]), shown(address)]
        end = found.start() + len(address)
    return "".join([*made, between(text[end:])])
