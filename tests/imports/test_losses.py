"""Sources of which something was lost once: times, text, links and states reach the draft, or it is said."""

from pathlib import Path

import pytest

from pirgen.imports import ImportOptions, draft_incidents, read_export
from pirgen.model import IncidentStatus, Instant
from tests.cli.test_check import run

LOSSES = Path(__file__).parent / "losses"


def events(name: str) -> list[str]:
    """The events of a file: time, marks and text."""
    found, problems = read_export((LOSSES / name).read_bytes(), name)
    assert problems == ()
    (result,) = draft_incidents(found, ImportOptions())
    assert result.draft is not None
    return [
        f"{each.event.at.at:%m-%d %H:%MZ} {' '.join(mark.value for mark in each.event.marks)}".strip()
        + f" {each.event.text}"
        for each in result.draft.events
        if isinstance(each.event.at, Instant)
    ]


def draft(name: str) -> str:
    found, problems = read_export((LOSSES / name).read_bytes(), name)
    assert problems == ()
    (result,) = draft_incidents(found, ImportOptions())
    assert result.draft is not None
    from pirgen.drafts import incident_text, review_text

    return incident_text(result.draft) + review_text(result.draft)


def test_times_in_headings_are_events_with_their_whole_paragraph() -> None:
    assert events("heading-times.md") == [
        "02-22 16:30Z Two mails from the alerting arrive. The dashboard and the site do not answer.",
        "02-22 16:32Z The logs are nearly empty.",
        "02-22 16:35Z A restart brings both back.",
    ]


def test_days_without_a_year_and_clocks_of_twelve_hours_are_read() -> None:
    assert events("table-month-day.md") == [
        "01-14 10:18Z First ticket from a customer",
        "01-15 17:33Z Version 2.1.1 is out",
    ]


def test_plain_lines_of_keys_are_read() -> None:
    found, _ = read_export((LOSSES / "plain-keys.md").read_bytes(), "plain-keys.md")
    (incident,) = found
    assert (str(incident.day), incident.severity, incident.services) == (
        "2025-01-02",
        "SEV1",
        ("checkout", "payments"),
    )
    assert incident.status is IncidentStatus.RESOLVED
    assert events("plain-keys.md") == ["01-02 03:00Z started errors start", "01-02 03:05Z detected alert"]


def test_front_matter_in_toml_is_read() -> None:
    assert "Names did not resolve" in draft("toml.md")
    assert events("toml.md")[0] == "01-25 09:15Z zone published"


def test_the_keys_of_cstate_are_read() -> None:
    assert events("cstate.md") == [
        "09-20 10:01Z started Started, as the head of the file has it",
        "09-20 13:00Z resolved Resolved, as the head of the file has it",
    ]
    assert "status: resolved" in draft("cstate.md")
    assert "services: [ci.example.org]" in draft("cstate.md")
    assert "section: issue" in draft("cstate.md")


def test_a_heading_that_is_the_only_one_may_be_a_timeline() -> None:
    assert len(events("only-timeline-heading.md")) == 2


def test_long_sections_are_not_cut() -> None:
    assert "LAST-SECTION" in draft("long-sections.md")


def test_a_time_that_no_draft_may_have_is_refused_with_the_reason() -> None:
    found, problems = read_export((LOSSES / "year-1628.md").read_bytes(), "year-1628.md")
    assert found == ()
    assert problems[0] == "start_time: '1628-08-10' is outside the years 1900 to 2999"


def test_a_date_is_no_phone_number() -> None:
    assert "2024-02-19 22:30 UTC" in draft("phone-false.json")


def test_of_a_batch_the_good_are_written_and_the_others_are_named(in_folder: Path) -> None:
    result = run("import", *map(str, sorted((LOSSES / "batch").glob("*.md"))))
    assert result.exit_code == 1
    assert result.stdout == f"{Path('incidents/2024-05-06-queue-stood-still/incident.yaml')}\n"
    assert "README.md: is not a postmortem" in result.stderr


def test_a_mixed_batch_says_of_each_file_what_is_wrong(in_folder: Path) -> None:
    good = (LOSSES / "batch" / "a.md").read_text(encoding="utf-8")
    status = (LOSSES / "incremental" / "monday.json").read_text(encoding="utf-8")
    files: dict[str, bytes] = {
        "a.md": good.encode(),
        "utf-16.md": good.replace("2024-05-06", "2024-05-07").encode("utf-16"),
        "wrong.txt": status.encode(),
        "latin-1.md": b"# Caf\xe9\n\nDate: 2024-05-06\n",
        "empty.json": b"",
        "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00",
        "huge.json": b" " * (33 * 1024 * 1024),
        "broken.json": b'{"incidents": [',
        "broken.zip": b"PK\x03\x04 nothing",
        "README.md": b"# About\n\nReviews are here.\n",
        "template.md": b"# [Title]\n\nDate: YYYY-MM-DD\n\n## Timeline\n\n- HH:MM <what>\n",
        "pipeline.yml": b"on: push\njobs: {}\n",
    }
    for name, content in files.items():
        Path(name).write_bytes(content)
    Path("folder").mkdir()
    Path("gone.md").symlink_to("nowhere.md")
    result = run("import", *files, "folder", "gone.md")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    told = [line for line in result.stderr.splitlines() if line.startswith("not imported: ")]
    assert [line.removeprefix("not imported: ")[:48] for line in told] == [
        "latin-1.md: byte 6 is not UTF-8; save the file a",
        "empty.json: is empty",
        "picture.png: is a picture; its text cannot be re",
        "huge.json: has 34,603,008 bytes; at most 33,554,",
        "broken.json: broken JSON at line 1, column 16: e",
        "broken.zip: the archive cannot be unpacked",
        "README.md: is not a postmortem: 'README.md' has ",
        "template.md: is a template, not a postmortem: it",
        "pipeline.yml: is a GitHub Actions workflow, not ",
        "'folder' is a folder; give the files in it",
        "there is no 'gone.md' here",
    ]


def test_a_second_export_adds_what_is_new(in_folder: Path) -> None:
    folder = LOSSES / "incremental"
    assert run("import", str(folder / "monday.json")).exit_code == 0
    result = run("import", str(folder / "tuesday.json"))
    assert result.exit_code == 0
    assert result.stdout == f"{Path('incidents/2024-05-06-high-latency-2/incident.yaml')}\n"
    assert "2024-05-06-high-latency: already there, and its source has not changed\n" in result.stderr
    assert run("import", str(folder / "tuesday.json")).stdout == ""


def test_a_changed_source_updates_a_draft_that_nobody_touched(in_folder: Path) -> None:
    source = (LOSSES / "incremental" / "monday.json").read_text(encoding="utf-8")
    path = Path("incidents/2024-05-06-high-latency/incident.yaml")
    Path("a.json").write_text(source, encoding="utf-8")
    run("import", "a.json")
    Path("a.json").write_text(source.replace("normal again", "fine again"), encoding="utf-8")
    result = run("import", "a.json")
    assert "updated, since its source has changed" in result.stderr
    assert "fine again" in path.read_text(encoding="utf-8")


def test_a_changed_source_is_shown_as_a_diff_where_somebody_has_edited(in_folder: Path) -> None:
    source = (LOSSES / "incremental" / "monday.json").read_text(encoding="utf-8")
    path = Path("incidents/2024-05-06-high-latency/incident.yaml")
    Path("a.json").write_text(source, encoding="utf-8")
    run("import", "a.json")
    mine = path.read_text(encoding="utf-8").replace("title: High latency", "title: The API is slow")
    path.write_text(mine, encoding="utf-8")
    Path("a.json").write_text(source.replace("normal again", "fine again"), encoding="utf-8")
    result = run("import", "a.json")
    assert path.read_text(encoding="utf-8") == mine
    assert '+    text: "Status page, resolved: Latency is fine again."' in result.stderr


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# [Title]\n\nDate: YYYY-MM-DD\n\n## Timeline\n\n- HH:MM <what happened first>\n", "is a template"),
        ("# How we write reviews\n\nWith care.\n", "no day is known; give one with --date"),
    ],
)
def test_what_is_no_postmortem_says_so(text: str, reason: str, in_folder: Path) -> None:
    Path("x.md").write_text(text, encoding="utf-8")
    result = run("import", "x.md")
    assert result.exit_code == 2
    assert reason in result.stderr


def test_a_day_and_a_zone_may_be_given(in_folder: Path) -> None:
    Path("x.md").write_text("# Queue\n\n## Timeline\n\n- 10:00 stops\n", encoding="utf-8")
    result = run("import", "x.md", "--date", "2024-05-06", "--timezone", "Europe/Berlin")
    assert result.exit_code == 0
    text = Path("incidents/2024-05-06-queue/incident.yaml").read_text(encoding="utf-8")
    assert "at: 2024-05-06T08:00Z" in text
