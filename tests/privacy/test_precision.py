"""Private things in the sentences of reports are found, and what only looks like them is not."""

from itertools import cycle, islice

import pytest

from pirgen.privacy import PrivateKind, find_private, private_link_form, redact

SENTENCES = (
    "{}",
    "The call with {} went on until 14:30",
    "Restarted after {} on 2026-03-14, see the notes.",
    "- {}: first sign",
    "Somebody wrote '{}' in the channel (twice).",
    "At 09:12 UTC: {}",
    "| 14:51 | {} | done |",
    "Between 2026-03-14 09:00 and {}, 1200 of 45000 orders failed",
    "phone tree was not used; {} was",
    "password reset page: {}",
)
PRIVATE = {
    PrivateKind.EMAIL: (
        "ada.quill@example.com",
        "lin+oncall@mail.example.co.uk",
        "o'brien_2@example.org",
        "ADA@EXAMPLE.COM",
        "mailto:sre@example.io",
        "ada [at] example [dot] com",
        "x_y%z@sub.domain.example.dev",
    ),
    PrivateKind.PHONE: (
        "+1 415 555 0123",
        "+1-415-555-0123",
        "+14155550123",
        "(415) 555-0123",
        "415-555-0123",
        "415.555.0123",
        "1-800-555-0199",
        "+49 171 2345678",
        "+49 (0)30 901820",
        "0049 171 2345678",
        "030 901820-17",
        "0171/1234567",
        "(030) 123456",
        "020 7946 0018",
        "01 42 68 53 00",
        "+33 1 42 68 53 00",
        "+44 20 7946 0018",
        "+91 98765 43210",
        "+81-3-1234-5678",
        "tel:+14155550123",
    ),
    PrivateKind.IP_ADDRESS: (
        "10.1.2.3",
        "10.20.30.40:8080",
        "192.168.0.0/16",
        "172.16.254.1",
        "203.0.113.77",
        "198.51.100.23",
        "127.0.0.1:9090",
        "2001:db8::8a2e:370:7334",
        "fe80::1",
        "[2001:db8::1]:443",
        "ip-10-0-12-7.ec2.internal",
        "00:1a:2b:3c:4d:5e",
    ),
    PrivateKind.CARD: (
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "5555555555554444",
        "2223 0031 2200 3222",
        "3782 822463 10005",
        "378282246310005",
        "6011111111111117",
        "3530111333300000",
        "30569309025904",
    ),
    PrivateKind.SECRET: (
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_" + "a1B2" * 9,
        "github_pat_" + "a1B2_" * 6,
        "glpat-" + "a1B2c3D4e5" * 2,
        "xoxb-1234567890-abcdefghij",
        "AIza" + "a1B2c" * 7,
        "sk_live_" + "a1B2" * 6,
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_1",
        "Bearer abcdef0123456789",
        "Basic dXNlcjpwYXNzd29yZA==",
        "DB_PASSWORD=hunter2!",
        "password: Tr0ub4dor",
        "the password is hunter2",
        "api_key: 'k 9 z'",
        "SECRET_KEY=9f8e7d6c5b4a",
        "token=9f8e7d6c5b4a",
        "postgres://shop:s3cret@db.example.com/orders",
        "hvs." + "a1B2c3D4" * 3,
        "npm_" + "a1B2c3" * 6,
        "dckr_pat_" + "a1B2c3" * 5,
        "tskey-auth-" + "a1B2c3" * 2 + "CNTRL-" + "a1B2" * 8,
        "https://hooks.slack.com/services/T0A1/B0A1/" + "a1B2" * 6,
        "https://discord.com/api/webhooks/123456789012345678/" + "a1B2" * 17,
        "0a1b2c3d" * 4 + "-us12",
        "SharedAccessKey=" + "a1B2" * 10 + "=",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
    ),
}
NOT_PRIVATE = {
    "dates": (
        "2026-03-14",
        "2026-03-14T09:12:30Z",
        "2026-03-14T09:12:30.123456789+02:00",
        "2024-02-19 22:30 UTC",
        "2024-02-19 22:30:15,123",
        "14.03.2026 09:12",
        "14/03/2026",
        "03/14/26 9:12 PM",
        "01-02-2026",
        "01.02.2026 10:00-12:00",
        "12/Mar/2026:10:00:00 +0000 200 1234",
        "Mar 14, 2026 10:18 AM",
        "14 March 2026, 0930 UTC",
        "20260314T091230Z",
        "20260314-0912",
        "09:12:30 +1000",
        "1516454398",
        "1516454398000",
        "0930-1045 UTC",
        "Q1 2026 to Q3 2027",
        "2026-W11-6",
        "1710407550.123456",
    ),
    "versions": (
        "1.2.3",
        "v2.14.0",
        "version 4.2.0.1",
        "version 4.2.0.1 to 4.2.0.2",
        "from version 1.2.3.4 to 1.2.3.5",
        "release 10.0.0.1",
        "10.0.19041.1288",
        "120.0.6099.109",
        "1.29.0-rc.1+build.5",
        "nginx/1.25.3",
        "agent-7.49.1",
        "lodash@4.17.21",
        "actions/checkout@v4.1.0",
        "react@18.2.0-beta.1",
        "pkg@2.0.beta",
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef01234567",
        "token: v1.2.3",
        "550e8400-e29b-41d4-a716-446655440000",
        "build 20260314.1",
        "kernel 5.15.0-1053.61",
        "v1.2.3.4",
        "tag: 3.4.5.6",
    ),
    "long numbers": (
        "1710407550123456",
        "4111111111111111.5",
        "order-4111111111111111",
        "7012345678901234567",
        "4000000 of 5000000",
        "18446744073709551615",
    ),
    "products": (
        "PagerDuty",
        "std::vector in Tasks::SFDCValidator and Face::Add",
        "the token is OAuth2",
        "the secret is base64",
        "basic infrastructure",
        "Basic authentication",
        "bearer authentication",
        "Windows 11 and Office 365",
        "S3 and EC2 in us-east-1",
        "HTTP/2 503",
        "Route53",
        "3scale and 1Password 8",
        "@angular/core",
        "Log4j 2.17.1",
        "Kafka 3.6 with 12 partitions",
        "INC-20260314-001",
        "JIRA-415-2",
        "arn:aws:iam::policy/ReadOnly",
        "10 000 000 rows and 1 200 000 users",
        "status 200, 404, 500 and 1234 ms",
        "task-runner-with-a-long-name-of-words",
        "skip-list-of-things-that-are-long",
        "the token expired, the password is not known",
    ),
}


def many(values: tuple[str, ...]) -> list[tuple[str, str]]:
    """200 sentences, or every value in every sentence where that is more."""
    pairs = [(value, sentence) for sentence in SENTENCES for value in values]
    return list(islice(cycle(pairs), max(200, len(pairs))))


@pytest.mark.parametrize("kind", PRIVATE, ids=lambda kind: kind.name)
def test_what_is_private_is_found_with_its_kind_and_nothing_else_is(kind: PrivateKind) -> None:
    wrong = []
    for value, sentence in many(PRIVATE[kind]):
        text = sentence.format(value)
        found = find_private(text)
        core = (
            value.split(" is ")[-1].split("=", 1)[-1].split(": ")[-1].split(" ", 1)[-1]
            if kind.name == "SECRET"
            else value
        )
        within = [
            text.index(value) <= each.start and each.end <= text.index(value) + len(value) for each in found
        ]
        if core in redact(text) or not found or not all(within):
            wrong.append((text, [(each.form, text[each.start : each.end]) for each in found]))
    assert wrong == []


@pytest.mark.parametrize("kind", NOT_PRIVATE)
def test_what_only_looks_private_stays(kind: str) -> None:
    texts = [sentence.format(value) for value, sentence in many(NOT_PRIVATE[kind])]
    assert [(text, find_private(text)) for text in texts if find_private(text)] == []


def test_a_match_says_the_form_and_the_place() -> None:
    text = "mail ada@example.com, token ghp_" + "a1B2" * 9
    assert [(each.kind.value, each.form, text[each.start : each.end][:7]) for each in find_private(text)] == [
        ("e-mail address", "e-mail address", "ada@exa"),
        ("secret", "GitHub token", "ghp_a1B"),
    ]


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://us02web.zoom.us/j/1", "a call"),
        ("https://api.eu.opsgenie.com/v1/incidents/1", "a programming interface"),
        ("https://hooks.slack.com/services/T0/B0/x", "a programming interface"),
        ("https://discord.com/api/webhooks/1/x", "a webhook"),
        ("https://example.slack.com/files/U1/F1/a.png", "a file that asks for a token"),
        ("http://grafana:3000/d/1", "a machine of an inner network"),
        ("https://db.svc.cluster.local/", "a machine of an inner network"),
        ("ftp://example.com/x", "not the address of a web page"),
        ("https://github.com/example/shop/pull/1", ""),
        ("https://status.example.com/i/1", ""),
    ],
)
def test_a_link_that_no_report_may_show_says_what_it_is(url: str, form: str) -> None:
    assert private_link_form(url) == form
