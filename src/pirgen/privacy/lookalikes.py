"""What only looks private: dates, clock times, versions, and names of methods that end in a number."""

from __future__ import annotations

import re

__all__ = ["is_after_version_word", "is_known_name", "is_version", "overlaps_date"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATES = re.compile(
    r"(?<!\d)\d{4}[-/.\u2010-\u2015](?:0?[1-9]|1[0-2])[-/.\u2010-\u2015](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:(?:19|20)\d\d|\d\d)(?!\d|[-/.]\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{_MONTH})(?:,?\s+\d{{4}})?"
    rf"|(?i:\b{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?(?!\d)"
    r"|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,9})?(?:\s?[+-](?:0\d|1[0-4]):?[0-5]\d)?(?!\d)"
    r"|(?<![\d.])(?:19|20)\d{6}(?:[T_-]?[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)"
    r"|(?<!\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:[-\u2013]\s?(?:[01]\d|2[0-3])[0-5]\d\s?)?(?:h|hrs|hours|UTC|GMT|Z)\b"
)
_NEAR = 40
"""How many characters around a match are looked at: no date is longer."""


def overlaps_date(text: str, span: tuple[int, int]) -> bool:
    """Whether a part of the text holds, or is part of, a date or a clock time."""
    start = max(span[0] - _NEAR, 0)
    near = text[start : span[1] + _NEAR]
    return any(
        found.start() + start < span[1] and found.end() + start > span[0] for found in _DATES.finditer(near)
    )


_VERSION = re.compile(
    r"[vV]?\d+(?:\.(?:\d+|x|\*)){1,5}(?:[-+.~][\w.+-]+|[A-Za-z][\w.+-]*)?|[~^<>=]{1,2}\s?\d[\w.-]*"
)
_VERSION_WORDS = (
    r"version|versions|ver\.?|release|releases|build|revision|rev\.?|tag|tagged|patch|firmware|hotfix"
    r"|upgraded?|downgraded?|updated?|bumped|rolled back|chart|image|package|agent|driver|kernel"
)
_AFTER_VERSION_WORD = re.compile(
    rf"(?i:\b(?:{_VERSION_WORDS}))"
    r"(?:\s+(?i:number|no\.?|to|from|of|was|is|at|v\.?)){0,2}[\s:=\"'`(]{1,3}"
    r"(?:[vV]?\d+(?:\.\d+){1,5}[\s,]*(?i:to|and|or|->|\u2192|-|\u2013|,)\s*)?$"
)


def is_version(text: str) -> bool:
    """Whether a word is a version and nothing else."""
    return bool(_VERSION.fullmatch(text))


def is_after_version_word(text: str, start: int) -> bool:
    """Whether the words just before say that a version follows."""
    return bool(_AFTER_VERSION_WORD.search(text[max(start - 60, 0) : start]))


_KNOWN_NAMES = frozenset(
    re.findall(
        r"\S+",
        """oauth1 oauth2 oauth2.0 oauth2-proxy auth0 base32 base64 base64-encoded sha1 sha256 sha384 sha512
        sha-256 sha-512 md5 ed25519 rsa2048 rsa4096 rsa-2048 rsa-4096 http2 http3 utf8 utf-8 s3 ec2 k8s hs256
        hs512 rs256 es256 aes128 aes256 aes-128 aes-256 x509 x.509 saml2 pkcs8 pkcs12 tls1.2 tls1.3 argon2
        pbkdf2 route53 log4j i18n neo4j""",
    )
)


def is_known_name(text: str) -> bool:
    """Whether a word with a digit in it is the name of a method or product."""
    return text.casefold() in _KNOWN_NAMES
