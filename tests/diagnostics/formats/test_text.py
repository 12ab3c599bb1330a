import pytest

from pirgen.diagnostics import Diagnostic, Level, Place, Span
from pirgen.diagnostics.formats import text
from tests.diagnostics.reports import FILE, a_finding, a_report


@pytest.mark.parametrize(
    ("line", "column", "end", "carets"),
    [
        ("abc", 2, 3, " ^"),
        ("漢字x", 3, 4, "    ^"),
        ("漢字x", 1, 3, "^^^^"),
        ("e\u0301x", 3, 4, " ^"),
        ("a\tb", 3, 4, "  ^"),
        ("a\x1b[31mb", 7, 8, "      ^"),
        ("abc", 4, 4, "   ^"),
        ("x" * 300 + "here", 301, 305, " " * 80 + "^^^^"),
    ],
)
def test_carets_stand_under_what_they_mean(line: str, column: int, end: int, carets: str) -> None:
    finding = Diagnostic("PIR105", Level.ERROR, "odd", Place("a.yaml", Span(1, column, 1, end)))
    lines = text.render_text([finding], {"a.yaml": line}).splitlines()
    assert lines[2] == f"      | {carets}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a\u2028b\u202ec", "a\ufffdb\ufffdc"),
        ("##[group]x", "##(group]x"),
        ("##vso[task.setvariable]", "##vso(task.setvariable]"),
        ("## [x] and #[y]", "## [x] and #[y]"),
    ],
)
def test_text_from_files_commands_nothing(written: str, shown: str) -> None:
    assert text.harmless(written) == shown


def test_a_clean_report_says_what_was_checked() -> None:
    report = a_report(a_finding())
    clean = type(report)((), (), {}, {}, "incidents: 14 incidents")
    assert text.render(clean) == "incidents: 14 incidents checked, no problems found\n"


def test_file_names_get_their_root() -> None:
    report = a_report(a_finding()).named("reliability/{}".format)
    assert text.render(report).startswith(f"reliability/{FILE}:2:11: error PIR105")
