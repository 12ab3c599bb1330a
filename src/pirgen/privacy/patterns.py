"""How what is private is written: a list of patterns, each with its kind, its form and what it is not."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pirgen.privacy.lookalikes import is_after_version_word, is_known_name, is_version, overlaps_date

__all__ = ["GATED_PATTERNS", "PrivateKind", "PrivatePattern"]


class PrivateKind(Enum):
    """What leads to people or machines."""

    EMAIL = "e-mail address"
    PHONE = "phone number"
    SECRET = "secret"
    IP_ADDRESS = "IP address"
    LINK = "link"


Judge = Callable[[re.Match[str]], bool]


def _always(found: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True)
class PrivatePattern:
    """A way in which something private is written.

    ``form`` names it, such as 'GitHub token'. ``is_so`` looks at what matched and at the text around it. Where
    the pattern has a group ``value``, only that is private, as in ``password=...``. A text in lower case
    without any of the ``signs`` has no match, which saves the search.
    """

    kind: PrivateKind
    form: str
    pattern: re.Pattern[str]
    is_so: Judge = _always
    signs: tuple[str, ...] = ()


def _secret(form: str, signs: str, pattern: str, is_so: Judge = _always) -> PrivatePattern:
    return PrivatePattern(PrivateKind.SECRET, form, re.compile(pattern), is_so, tuple(signs.split()))


def _has_digit(found: re.Match[str]) -> bool:
    return bool(re.search(r"\d", found[0]))


def _is_credential(found: re.Match[str]) -> bool:
    """Whether what follows 'Bearer' or 'Basic' is a credential and no word, as in 'basic infrastructure'."""
    value = found["value"]
    return bool(re.search(r"\d|=$|[a-z][A-Z]", value)) and not re.fullmatch(r"[A-Z]?[a-z]+-?\d{0,2}", value)


def _is_named_secret(found: re.Match[str]) -> bool:
    """Whether a value after 'password' or 'token' is one and not a date, a version or the name of a method."""
    value = found["value"].strip("\"'.,;:!?)")
    if is_version(value) or is_known_name(value) or overlaps_date(found.string, found.span("value")):
        return False
    if found["value"][0] in "\"'":
        return len(value) > 1
    is_said = found["sign"].strip() == "is" and not re.search(r"pass|pwd|pin", found["name"], re.IGNORECASE)
    return len(value) > 3 and (not is_said or len(value) >= 12)


_SECRETS = (
    _secret(
        "private key",
        "-----begin",
        r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,8000}?"
        r"(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|\Z)",
    ),
    _secret("age key", "age-secret-key", r"AGE-SECRET-KEY-1[0-9A-Z]{20,80}"),
    _secret("AWS access key", "akia asia abia acca", r"(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b"),
    _secret(
        "GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_", r"gh[pousr]_\w{30,255}|github_pat_\w{22,255}"
    ),
    _secret(
        "GitLab token",
        "glpat- glrt- gldt- glptt- glcbt- glsoat- glagent-",
        r"gl(?:pat|rt|dt|ptt|cbt|soat|agent)-[\w-]{20,255}",
    ),
    _secret("Slack token", "xox xapp-", r"xox[a-z](?:\.xox[a-z])?-[\w-]{10,255}|\bxapp-[\w-]{10,255}"),
    _secret(
        "Google key", "aiza ya29. gocspx-", r"\bAIza[\w-]{35}|\bya29\.[\w-]{20,2000}|\bGOCSPX-[\w-]{20,60}"
    ),
    _secret("Stripe key", "k_live_ k_test_ whsec_", r"\b[srp]k_(?:live|test)_\w{16,255}|\bwhsec_\w{20,255}"),
    _secret("SendGrid key", "sg.", r"\bSG\.[\w-]{16,64}\.[\w-]{16,64}"),
    _secret("Twilio key", "sk ac", r"\b(?:SK|AC)[0-9a-f]{32}\b"),
    _secret("Shopify token", "shpat_ shpca_ shppa_ shpss_", r"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b"),
    _secret("Grafana token", "glsa_ glc_", r"\bgl(?:sa|c)_\w{20,400}={0,2}"),
    _secret("Vault token", "hvs. hvb. hvr.", r"\bhv[sbr]\.[\w-]{20,255}"),
    _secret("Databricks token", "dapi", r"\bdapi[0-9a-f]{32}\b"),
    _secret("New Relic key", "nrak-", r"\bNRAK-[A-Z0-9]{20,40}\b"),
    _secret("Linear key", "lin_", r"\blin_(?:api|oauth)_\w{30,80}"),
    _secret("Sentry token", "sntry", r"\bsntry[su]_[\w=-]{20,255}"),
    _secret("Mailgun key", "key-", r"\bkey-[0-9a-f]{32}\b"),
    _secret("Telegram token", ":aa", r"\b\d{8,10}:AA[\w-]{32,34}\b"),
    _secret("JSON web token", "eyj", r"\beyJ[\w-]{8,4000}\.[\w-]{8,8000}\.[\w-]{0,2000}"),
    _secret(
        "access token",
        "npm_ pypi- hf_ _v1_ atatt dp. sq0 rubygems_",
        r"\b(?:npm_\w{30,255}|pypi-[\w-]{40,400}|hf_\w{30,255}|do[opr]_v1_\w{40,255}|ATATT[\w-]{20,400}"
        r"|dp\.(?:pt|st|ct)\.\w{30,80}|sq0[a-z]{3}-[\w-]{20,60}|rubygems_[0-9a-f]{40,60})",
    ),
    _secret("API key", "sk-", r"\bsk-[\w-]{20,255}", _has_digit),
    PrivatePattern(
        PrivateKind.SECRET,
        "credentials",
        re.compile(r"\b(?:(?i:bearer|basic)\s+|(?i:token) token=)(?P<value>[\w.~+/-]{8,4000}={0,2})"),
        _is_credential,
        ("bearer", "basic", "token"),
    ),
    _secret(
        "password in an address",
        "://",
        r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/@:<>]{0,80}:[^\s/@<>]{1,200}@[^\s<>]{1,400}[^\s<>.,;:!?'\")]",
    ),
    _secret(
        "signed address",
        "sig= x-amz-",
        r"(?i)[?&;](?:x-amz-(?:signature|credential|security-token)|sig)=(?P<value>[\w%.~+/-]{16,2000})",
    ),
    PrivatePattern(
        PrivateKind.SECRET,
        "named secret",
        re.compile(
            r"\b(?P<name>(?:[\w-]{0,40}[_-])?(?:password|passwd|passcode|passphrase|pwd|secret|token"
            r"|(?:api|access|account|private|secret|signing|shared)[ _-]?key|pin))[\"']?"
            r"(?P<sign>\s{0,3}[:=]\s{0,3}|\s+is\s+)"
            r"(?P<value>\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'|(?=\S*\d)[^\s\"']\S{2,199}[^\s\"'.,;:)])",
            re.IGNORECASE,
        ),
        _is_named_secret,
        ("pass", "pwd", "secret", "token", "key", "pin"),
    ),
)


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
        ("IP address in a name", ("ip-",), r"\bip-\d{1,3}(?:-\d{1,3}){3}(?:\.[\w.-]*\w)?", _always),
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
            _always,
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
        ("phone link", r"tel:\+?\d(?:[\s().\u2010-\u2015/-]{0,2}\d){3,20}(?:[,;#*]{1,8}\d{2,12}#?)?", _always),
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

_SIGNS_OF_SECRETS = sorted({sign for each in _SECRETS for sign in each.signs})

GATED_PATTERNS = (
    (re.compile("|".join(map(re.escape, _SIGNS_OF_SECRETS))), _SECRETS),
    (re.compile(r"@|at ?[\])}]"), _MAILS),
    (re.compile(r"\d\.\d|::|[0-9a-f]:[0-9a-f]{0,4}:|[0-9a-f]{2}-[0-9a-f]{2}-|ip-\d"), _ADDRESSES),
    (re.compile(r"(?:\d\D{0,8}){7}|tel:"), _PHONES),
)
"""Every pattern in groups, those first that win where two match at one place.

Before each group is what a text in lower case has if a pattern of it matches; most sentences have none.
"""
