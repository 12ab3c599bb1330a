import pytest

from pirgen.privacy import public_link, redact

MAIL, PHONE, SECRET, IP = (
    "(e-mail address removed)",
    "(phone number removed)",
    "(secret removed)",
    "(IP address removed)",
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mail ada@example.com now", f"mail {MAIL} now"),
        ("mailto:ada.quill+x@mail.example.co.uk", MAIL),
        ("call +1-415-555-0123,,,,1234#", f"call {PHONE}"),
        ("+49 171 2345678", PHONE),
        ("+44 (0)20 7946 0018", PHONE),
        ("(415) 555-0123", PHONE),
        ("415-555-0123 or 415.555.0123", f"{PHONE} or {PHONE}"),
        ("0171/1234567", PHONE),
        ("01 42 68 53 00", PHONE),
        ("dial 4155550123", f"dial {PHONE}"),
        ("at 10.1.2.3:8080 and 192.168.0.0/16", f"at {IP} and {IP}"),
        ("node ip-10-0-12-7.ec2.internal", f"node {IP}"),
        ("from 2001:db8::8a2e:370:7334.", f"from {IP}."),
        ("[::1]:80 and ::1", f"{IP} and {IP}"),
        ("key AKIAIOSFODNN7EXAMPLE", f"key {SECRET}"),
        ("ghp_" + "a1B2" * 9, SECRET),
        ("xoxb-1234567890-abcdefghij", SECRET),
        ("my_ghp_" + "a1B2" * 9, f"my_{SECRET}"),
        ("Authorization: Bearer abcdef0123456789", f"Authorization: Bearer {SECRET}"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_1", SECRET),
        ("DB_PASSWORD=hunter2!", f"DB_PASSWORD={SECRET}"),
        ("the api key is 'k 9'", f"the api key is {SECRET}"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", SECRET),
    ],
)
def test_what_leads_to_people_or_machines_is_taken_out(written: str, expected: str) -> None:
    assert redact(written) == expected
    assert redact(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14T09:12:30Z to 12:30:45 +02:00",
        "12/Mar/2026:10:00:00 +0000 200 1234",
        "01-02-2026 and 2026-03-14",
        "4.12.0 took 1516454398 ms, 500 of 12000 failed",
        "std::vector in Tasks::SFDCValidator and Face::Add",
        "the token expired, the password is not known",
        "pager rang twice; call graph of 12 calls",
        "@channel look at @angular/core",
        "commit 0123456789abcdef0123456789abcdef01234567",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://status.example.com/i/1?token=x#now", "https://status.example.com/i/1#now"),
        ("HTTPS://ada:secret@Example.com:8443/a (b)", ""),
        ("https://ada:secret@example.com:8443/a(b)", "https://example.com:8443/a%28b%29"),
        ("https://example.com/#access_token=x", "https://example.com/"),
        ("https://example.pagerduty.com/incidents/P1", "https://example.pagerduty.com/incidents/P1"),
        ("https://example.pagerduty.com/private/abc/feed/x", ""),
        ("https://api.pagerduty.com/incidents/P1", ""),
        ("https://api.eu.opsgenie.com/v1/incidents/1", ""),
        ("https://files.slack.com/files-pri/T1-F1/graph.png?t=xoxe-1", ""),
        ("https://hooks.slack.com/services/T0/B0/x", ""),
        ("https://example.slack.com/archives/C1/p1", "https://example.slack.com/archives/C1/p1"),
        ("https://us02web.zoom.us/j/1?pwd=x", ""),
        ("http://601cad658ee0:9093", ""),
        ("http://10.0.0.1/x", ""),
        ("http://[2001:db8::1]/x", ""),
        ("https://grafana.internal/d/1", ""),
        ("https://db.default.svc.cluster.local/", ""),
        ("https://ip-10-0-0-1.example.com/", ""),
        ("https://example.com/10.1.2.3/x", ""),
        ("https://example.com/u/ada@example.org", ""),
        ("javascript:alert(1)", ""),
        ("ftp://example.com/x", ""),
        ("https://exa mple.com/", ""),
        ("https://example.com:99999/", ""),
        ('https://example.com/"><b>', "https://example.com/%22%3E%3Cb%3E"),
    ],
)
def test_an_address_is_shown_only_where_a_reader_may_follow_it(url: str, expected: str) -> None:
    assert public_link(url) == expected
