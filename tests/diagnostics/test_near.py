import pytest

from pirgen.diagnostics import near_miss, surely_meant

SEVERITIES = ("SEV-1", "SEV-2", "SEV-3", "SEV-4")
STATUSES = ("open", "mitigated", "resolved")


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("sev2", SEVERITIES, "SEV-2"),
        ("Sev 2", SEVERITIES, "SEV-2"),
        ("titel", ("title", "timeline"), "title"),
        ("Resolved", STATUSES, "resolved"),
        ("resolve", STATUSES, "resolved"),
        ("in progress", ("in-progress", "done"), "in-progress"),
        ("prevention", ("prevent", "detect"), "prevent"),
    ],
)
def test_a_slip_of_the_pen_is_beyond_doubt(written: str, known: tuple[str, ...], meant: str) -> None:
    assert surely_meant(written, known) == near_miss(written, known) == meant


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("sev5", SEVERITIES),
        ("unresolved", STATUSES),
        ("undone", ("open", "done")),
        ("external", ("internal", "public")),
        ("no-test-3", ("no-test-1", "no-test-2")),
        ("date", ("data", "code")),
        ("a b", ("ab", "a-b")),
        ("", STATUSES),
        ("!", STATUSES),
        ("open", ()),
    ],
)
def test_what_may_mean_two_things_or_the_opposite_is_left_to_a_person(
    written: str, known: tuple[str, ...]
) -> None:
    assert surely_meant(written, known) == ""
