from dataclasses import replace

from pirgen.diagnostics import Place, Span, fingerprints
from tests.diagnostics.reports import FILE, TEXT, a_finding


def test_a_finding_that_moves_down_stays_the_same() -> None:
    moved = replace(
        a_finding(span=Span(4, 11, 4, 15)),
        place=Place(FILE, Span(4, 11, 4, 15)),
        field=("timeline", 5, "severity"),
    )
    assert fingerprints([a_finding()], {FILE: TEXT}) == fingerprints([moved], {FILE: "#\n#\n" + TEXT})


def test_days_that_pass_change_nothing() -> None:
    findings = [a_finding("no review after 15 days"), a_finding("no review after 16 days")]
    assert fingerprints(findings[:1], {FILE: TEXT}) == fingerprints(findings[1:], {FILE: TEXT})


def test_another_value_message_field_or_file_is_another_finding() -> None:
    one = a_finding()
    others = [
        one,
        a_finding("status is odd"),
        replace(one, code="PIR106"),
        replace(one, field=("severity",)),
        replace(one, place=Place("other.yaml", one.place.span)),
    ]
    marks = [fingerprints([each], {FILE: TEXT})[0] for each in others]
    marks += fingerprints([one], {FILE: TEXT.replace("sev2", "sev3")})
    assert len(set(marks)) == 6


def test_a_place_beyond_the_text_has_a_fingerprint() -> None:
    assert len(fingerprints([a_finding(span=Span(99, 7, 99, 8))], {FILE: TEXT})[0]) == 32
