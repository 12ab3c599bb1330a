import json
import re
from pathlib import Path

from pirgen import __version__
from pirgen.diagnostics.formats import json as form
from pirgen.rules.examples import files_of
from tests.cli.test_check import run
from tests.conftest import written
from tests.diagnostics.reports import a_report

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "checking.md"


def test_the_guide_shows_what_is_printed(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of("severity: sev2"))
    printed = run("check", "--format", "json", "--as-of", "2026-02-01").output
    (shown,) = re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert json.loads(shown) == json.loads(printed.replace(f'"{__version__}"', '"0.1.0"'))


def test_the_guide_shows_the_text_that_is_printed(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of("severity: sev2"))
    printed = run("check", "--format", "text", "--as-of", "2026-02-01").output
    assert f"```console\n$ pirgen check\n{printed}```\n" in GUIDE.read_text(encoding="utf-8")


def test_what_a_file_says_commands_no_build_server() -> None:
    report = form.render(a_report())
    assert "##[" not in report
    assert "##[add-mask]" in json.loads(report)["findings"][0]["message"]
    assert report.isascii()
