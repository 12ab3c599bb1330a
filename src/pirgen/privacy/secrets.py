"""Secrets: the exact forms of well-known keys and tokens, and values that their names give away."""

from __future__ import annotations

import re

from pirgen.privacy.lookalikes import is_known_name, is_version, overlaps_date
from pirgen.privacy.pattern import Judge, PrivateKind, PrivatePattern, always

__all__ = ["SECRETS"]


def _secret(form: str, signs: str, pattern: str, is_so: Judge = always) -> PrivatePattern:
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


SECRETS = (
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
        "npm_ pypi- hf_ _v1_ atatt atctt atbb dp. sq0 rubygems_",
        r"\b(?:npm_\w{30,255}|pypi-[\w-]{40,400}|hf_\w{30,255}|do[opr]_v1_\w{40,255}|AT(?:ATT|CTT|BB)[\w-]{20,400}"
        r"|dp\.(?:pt|st|ct)\.\w{30,80}|sq0[a-z]{3}-[\w-]{20,60}|rubygems_[0-9a-f]{40,60})",
    ),
    _secret(
        "access token",
        "dckr_ .atlasv1. hrku- pmak- ntn_ figd_ pscale_ sbp_ nfp_ fo1_ fm2_ pul- cfpat- dt0 ops_ey"
        " squ_ sqp_ sqa_ gsk_ tskey- r8_ bkua_ ccipat_ pnu_ ltai eaa tfp_ shippo_",
        r"\b(?:dckr_(?:pat|oat)_[\w-]{20,100}|\w{14}\.atlasv1\.[\w-]{40,100}|HRKU-[\w-]{36,80}"
        r"|PMAK-[0-9a-f]{24}-[0-9a-f]{34}"
        r"|ntn_\w{40,60}|figd_[\w-]{36,60}|pscale_(?:tkn|pw|oauth)_[\w.-]{30,80}|sbp_[0-9a-f]{40}|nfp_\w{36,60}"
        r"|(?:fo1|fm2)_[\w+/=,-]{36,800}|pul-[0-9a-f]{40}|CFPAT-[\w-]{40,60}|dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}"
        r"|ops_eyJ[\w-]{100,2000}={0,2}|sq[upa]_[0-9a-f]{40}|gsk_\w{48,80}|tskey-[a-z]+-\w{8,40}(?:-\w{20,60})?|r8_\w{37}"
        r"|bkua_[0-9a-f]{40}|CCIPAT_\w{22}_[0-9a-f]{40}|pnu_\w{36}|LTAI\w{16,24}|EAA[A-Z]\w{60,400}|tfp_[\w-]{44,80}"
        r"|shippo_(?:live|test)_[0-9a-f]{40})(?![\w-])",
        _has_digit,
    ),
    _secret("API key", "sk-", r"\bsk-[\w-]{20,255}", _has_digit),
    _secret("Mailchimp key", "-us", r"\b[0-9a-f]{32}-us\d{1,2}\b"),
    _secret(
        "webhook",
        "hooks.slack. /webhooks/",
        r"hooks\.slack\.com/(?:services|workflows)/[\w/-]{20,200}"
        r"|discord(?:app)?\.com/api/webhooks/\d{10,25}/[\w-]{30,100}",
    ),
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
            r"|(?:api|access|account|private|secret|signing|shared|shared[ _-]?access)[ _-]?key|pin))[\"']?"
            r"(?P<sign>\s{0,3}[:=]\s{0,3}|\s+is\s+)"
            r"(?P<value>\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'|(?=\S*\d)[^\s\"']\S{2,199}[^\s\"'.,;:)])",
            re.IGNORECASE,
        ),
        _is_named_secret,
        ("pass", "pwd", "secret", "token", "key", "pin"),
    ),
)
