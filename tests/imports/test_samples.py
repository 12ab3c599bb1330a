"""Runs over real exports that lie beside the checkout on some machines; skipped where there are none."""

import re
from datetime import date
from pathlib import Path

import pytest

from pirgen.pipeline import check
from tests.cli.test_check import run

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
EXPORTS = sorted(SAMPLES.glob("*.json"))
PIPELINES = sorted(SAMPLES.glob("*.yml"))
DAY = date(2026, 12, 31)

pytestmark = pytest.mark.skipif(not EXPORTS, reason="no real exports beside the checkout")

# mail addresses, phone numbers of the notified, tokens and addresses that only the tool's own programs may use
PRIVATE = re.compile(
    r"\w@\w|\+1\b|\b555\b|[?&]\w+=|api\.(?:pagerduty|opsgenie)\.com|zoom\.us|\d+\.\d+\.\d+\.\d+"
)
NAMES = (
    "Tim Wright",
    "Bob Smith",
    "Earline",
    "Greenholt",
    "Lee Turner",
    "Jane Doe",
    "Responder One",
    "Responder Two",
)


def written(files: list[Path], into: Path) -> dict[str, str]:
    result = run("import", *map(str, files), "--into", str(into))
    assert result.exit_code == 0, result.output
    paths = sorted(path for path in into.rglob("*") if path.is_file())
    assert result.stdout
    assert all(Path(line).exists() for line in result.stdout.splitlines())
    return {path.relative_to(into).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def times(text: str) -> list[str]:
    return re.findall(r"^  - at: (\d.*)$", text, re.MULTILINE)


def together() -> list[list[Path]]:
    """Each file alone, and the files of one PagerDuty incident together."""
    parts = [
        path
        for path in EXPORTS
        if re.fullmatch(r"pagerduty-(incident|log_entries|notes|alerts)\.json", path.name)
    ]
    return [[path] for path in EXPORTS] + ([parts] if len(parts) == 4 else [])


@pytest.mark.parametrize("files", together(), ids=lambda files: "+".join(path.stem for path in files))
def test_a_real_export_becomes_clean_drafts_without_names_or_addresses(
    files: list[Path], tmp_path: Path
) -> None:
    drafts = written(files, tmp_path / "one")
    assert drafts == written(files, tmp_path / "two")
    result = check(tmp_path / "one", DAY)
    late = {"PIR504", "PIR702"}  # nobody has reviewed or closed it
    assert {found.code for found in result.diagnostics} <= late
    for text in drafts.values():
        assert not PRIVATE.search(text)
        assert not any(name in text for name in NAMES)
        assert times(text) == sorted(times(text))


@pytest.mark.parametrize("name", ["pagerduty-log_entries-12.json", "opsgenie-incidents-with-timeline.json"])
def test_a_log_that_begins_with_the_newest_comes_out_oldest_first(name: str, tmp_path: Path) -> None:
    drafts = written([SAMPLES / name], tmp_path)
    timelines = [times(text) for file, text in drafts.items() if file.endswith("incident.yaml")]
    assert all(len(timeline) > 2 and timeline == sorted(timeline) for timeline in timelines)


def test_an_acknowledgement_that_ran_out_is_kept(tmp_path: Path) -> None:
    drafts = written([SAMPLES / "pagerduty-log_entries-12.json"], tmp_path)
    (text,) = (text for file, text in drafts.items() if file.endswith("incident.yaml"))
    assert "marks: [acknowledged]" in text
    assert "The acknowledgement runs out" in text
    assert len(times(text)) == 6


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.name)
def test_a_pipeline_is_no_export(path: Path, tmp_path: Path) -> None:
    result = run("import", str(path), "--into", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"pirgen: {path}: is a ")
    assert ", not an export; expected an export of " in result.stderr
    assert len(result.stderr.splitlines()) == 1
