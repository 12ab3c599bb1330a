"""How what is private is written: a list of patterns, each with its kind, its form and what it is not."""

from __future__ import annotations

import ipaddress
import re

from pirgen.privacy.lookalikes import is_after_version_word, is_version, overlaps_date
from pirgen.privacy.pattern import PrivateKind, PrivatePattern, always, threshold

__all__ = ["GATED_PATTERNS", "PrivateKind", "PrivatePattern"]


def _is_mail(found: re.Match[str]) -> bool:
    """Whether it is an address and no package with its version, such as 'name@2.0.beta'."""
    domain = found[0].rpartition("@")[2]
    return not re.match(r"v?\d+\.(?:\d+|x|beta|alpha|rc)", domain, re.IGNORECASE)


_MAILS = (
    PrivatePattern(
        PrivateKind.EMAIL,
        "e-mail address",
        re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}", re.IGNORECASE),
        _is_mail,
        ("@",),
    ),
    PrivatePattern(
        PrivateKind.EMAIL,
        "e-mail address in words",
        re.compile(
            r"[\w.+-]{1,64}\s?[\[({]\s?at\s?[\])}]\s?[\w-]{1,63}"
            r"(?:\s?(?:[\[({]\s?dot\s?[\])}]|\.)\s?[\w-]{1,63}){1,5}",
            re.IGNORECASE,
        ),
        signs=("at]", "at)", "at}", "at ]", "at )", "at }"),
    ),
)


def _is_ip(found: re.Match[str]) -> bool:
    written = found[0]
    address = re.sub(r"^\[|\](?::\d+)?$|/\d+$|%\w+", "", written)
    if "." in address and "::" not in address:
        address = address.partition(":")[0]
    groups = [group for group in address.split(":") if group]
    if ":" in address and len(groups) < 3 and not re.search(r"\d", address):
        return False  # such as the scope of a name, 'Face::Add'
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return False
    return address != "::" and not is_after_version_word(found.string, found.start())


_ADDRESSES = tuple(
    PrivatePattern(PrivateKind.IP_ADDRESS, form, re.compile(pattern, re.IGNORECASE), is_so, signs)
    for form, signs, pattern, is_so in (
        ("IP address in a name", ("ip-",), r"\bip-\d{1,3}(?:-\d{1,3}){3}(?:\.[\w.-]*\w)?", always),
        (
            "IPv4 address",
            (".",),
            r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/\d{1,2})?(?![\w-]|\.\d)",
            _is_ip,
        ),
        (
            "IPv6 address",
            (":",),
            r"\[[0-9a-f:.]{2,45}(?:%\w+)?\](?::\d{1,5})?"
            r"|(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?<=::)|(?<=[0-9a-f]))(?:%\w+)?(?:/\d{1,3})?(?!\w|:[\w:])",
            _is_ip,
        ),
        (
            "hardware address",
            (":", "-"),
            r"(?<![\w:-])(?=[\d:-]*[a-f])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?!\w|:\d|-\w)",
            always,
        ),
    )
)


def _is_phone(found: re.Match[str]) -> bool:
    digits = re.sub(r"[,;#*].*", "", found[0]).strip()
    count = len(re.sub(r"\D", "", digits))
    return 7 <= count <= 16 and not overlaps_date(found.string, found.span())


_UNIT = re.compile(
    r"\s?(?:[a-z]{1,2}\b|%|(?:bytes|requests|rows|times|records|messages|users|orders|per|of)\b)"
)


def _is_dialled(found: re.Match[str]) -> bool:
    """Whether a number after 'call' is one to dial, and no amount and no time in seconds."""
    digits = re.sub(r"\D", "", re.sub(r"[,;#*].*", "", found["value"]))
    is_epoch = len(digits) in (10, 13) and digits[0] == "1" and digits == found["value"].strip()
    after = found.string[found.end() :]
    is_date = overlaps_date(found.string, found.span("value"))
    return not (is_date or is_epoch or is_version(found["value"]) or _UNIT.match(after))


_PHONES = tuple(
    PrivatePattern(PrivateKind.PHONE, form, re.compile(pattern), is_so, tuple("0123456789"))
    for form, pattern, is_so in (
        ("phone link", r"tel:\+?\d(?:[\s().\u2010-\u2015/-]{0,2}\d){3,20}(?:[,;#*]{1,8}\d{2,12}#?)?", always),
        (  # country codes never begin with 0
            "international number",
            r"(?<![\w.])\+\s?[1-9](?:[\s().\u2010-\u2015/-]{0,3}\d){6,14}(?:[,;#*]{1,8}\d{2,12}#?)?(?!\w)",
            _is_phone,
        ),
        (
            "international number",
            r"(?<![\w.:+-])00[\s-]?[1-9]\d?(?:[\s().\u2010-\u2015/-]{1,3}\d{2,8}){2,5}(?!\w|:\d|-\w)",
            _is_phone,
        ),
        (
            "North American number",
            r"(?<![\w.+-])(?:1[\s.-])?(?:\(\d{3}\)\s?\d{3}[\s.-]|\d{3}([-.\u2010-\u2015])\d{3}\1)\d{4}(?![\w-])",
            _is_phone,
        ),
        (
            "North American number",
            r"(?<![\w.:+-])(?<!\d )[2-9](?!00|0[1-9] )\d\d [2-9](?!00)\d\d \d{4}(?![\w:-]| \d)",
            _is_phone,
        ),
        (
            "national number",
            r"(?<![\w.:+-])\(?0\d{2,4}\)?[\s/-]{1,3}\d{2,4}[\s-]?\d{3,6}(?:[\s-]?\d{2,4})?(?!\w|:\d|-\w)",
            _is_phone,
        ),
        ("national number", r"(?<![\w.:+-])0\d(?:[\s.-]\d\d){4}(?!\w|:\d|-\w|\.\d)", _is_phone),
        (
            "number to dial",
            r"(?i:\b(?:phone|call|dial|tel|telephone|mobile|cell|sms|bridge|ring|fax|pager))\b"
            r"[^\d\n]{1,24}?(?P<value>(?:\d[\s().-]{0,2}){6,14}\d(?:,+\d+#?)?)(?![\w:]|\.\d)",
            _is_dialled,
        ),
    )
)


def _is_card(found: re.Match[str]) -> bool:
    """Whether the check digit is right (ISO/IEC 7812-1)."""
    digits = [int(digit) for digit in reversed(re.sub(r"\D", "", found[0]))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


_CARDS = (
    PrivatePattern(
        PrivateKind.CARD,
        "card number",
        re.compile(  # in the groups in which the schemes print them, or as one number of their length
            r"(?<![\w.:+-])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6\d{3}|35\d\d)([ -]?)(?:\d{4}\1){2}\d{4}"
            r"(?:\1\d{3})?|3[47]\d\d([ -]?)\d{6}\2\d{5}|3(?:0[0-5]|[689]\d)\d([ -]?)\d{6}\3\d{4})"
            r"(?!\w|-\w|[.:]\d)"
        ),
        _is_card,
    ),
)

GATED_PATTERNS = (
    ((threshold("@"), threshold("at", r"at ?[\])}]")), _MAILS),
    (
        (
            threshold(".", r"\d\.\d", digits=2),
            threshold(":", "::|[0-9a-f]:[0-9a-f]{0,4}:"),
            threshold("-", r"[0-9a-f]{2}-[0-9a-f]{2}-|ip-\d"),
        ),
        _ADDRESSES,
    ),
    ((threshold("", r"(?:\d[ -]?){14}", digits=14),), _CARDS),
    ((threshold("", r"(?:\d\D{0,8}){7}", digits=7), threshold("tel:")), _PHONES),
)
"""Every pattern in groups, those first that win where two match at one place.

Before each group are thresholds, one of which a text in lower case passes where a pattern of the group matches.
Most sentences pass none. Secrets, which have signs instead, win over them all.
"""
