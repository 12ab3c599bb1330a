import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pirgen.cli import main
from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import written

FILE = f"incidents/{FOLDER}/incident.yaml"
SLIPS = "severity: sev2 # chosen late\ntitle: Error: it failed"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", "--as-of", "2026-02-01", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def file(in_folder: Path) -> Path:
    written(in_folder / "incidents", files_of(SLIPS))
    return in_folder / FILE


def test_the_summary_names_the_command_that_mends(file: Path) -> None:
    assert "\n\n2 errors\n2 fixable with: pirgen check --fix\n" in run().stdout


def test_fix_writes_what_it_mends_and_says_how_much(file: Path) -> None:
    result = run("--fix")
    assert (result.exit_code, result.stderr) == (0, "fixed 2 findings in 1 file\n")
    assert result.stdout == "incidents: 1 incident checked, no problems found\n"
    assert "severity: SEV-2 # chosen late\ntitle: 'Error: it failed'\n" in file.read_text()
    assert sorted(path.name for path in file.parent.iterdir()) == ["incident.yaml", "pir.yaml"]


def test_a_second_fix_has_nothing_to_do(file: Path) -> None:
    run("--fix")
    before = file.stat()
    result = run("--fix")
    assert (result.exit_code, result.stderr) == (0, "nothing to fix\n")
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)  # it was read, of course


def test_what_remains_is_shown_and_decides_the_exit_code(file: Path) -> None:
    file.write_text(file.read_text() + "status: gone\n")
    result = run("--fix")
    assert result.exit_code == 1
    assert result.stderr == "fixed 2 findings in 1 file\n"
    assert "key 'status' is written twice" in result.stdout
    assert "sev2" not in result.stdout


def test_diff_shows_the_change_alone_writes_nothing_and_exits_with_1(file: Path) -> None:
    before = file.read_bytes()
    result = run("--diff")
    assert (result.exit_code, result.stderr) == (1, "would fix 2 findings in 1 file\n")
    assert result.stdout.splitlines()[:2] == [f"--- a/{FILE}", f"+++ b/{FILE}"]
    assert [line for line in result.stdout.splitlines()[2:] if line[0] in "+-"] == [
        "-severity: sev2 # chosen late",
        "-title: Error: it failed",
        "+severity: SEV-2 # chosen late",
        "+title: 'Error: it failed'",
    ]
    assert file.read_bytes() == before


def test_diff_of_a_clean_folder_is_empty(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    result = run("--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing to fix\n")


def test_a_guess_is_made_only_when_asked_for(in_folder: Path) -> None:
    line = "timeline:\n  - {at: 2026-01-05T09:10, marks: [started, resolved], text: Orders fail}"
    written(in_folder / "incidents", files_of(line))
    assert run("--fix").exit_code == 1
    assert "at: 2026-01-05T09:10," in (in_folder / FILE).read_text()
    assert run("--fix", "--unsafe-fixes").exit_code == 0
    assert "at: 2026-01-05T09:10Z," in (in_folder / FILE).read_text()


def test_unsafe_fixes_alone_is_a_usage_error(file: Path) -> None:
    result = run("--unsafe-fixes")
    assert (result.exit_code, result.stderr) == (2, "pirgen: --unsafe-fixes goes with --fix or --diff\n")


def test_only_the_file_that_was_asked_for_is_mended(file: Path) -> None:
    review = file.with_name("pir.yaml")
    review.write_text(review.read_text().replace("reviewed", "Reviewed"))
    run("--fix", str(review))
    assert "status: reviewed" in review.read_text()
    assert "sev2" in file.read_text()


def test_line_ends_the_lack_of_one_and_the_mode_of_the_file_stay(file: Path) -> None:
    content = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(content)
    file.chmod(0o640)
    run("--fix")
    expected = content.replace(b"sev2", b"SEV-2").replace(b"Error: it failed", b"'Error: it failed'")
    assert file.read_bytes() == expected
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_the_difference_is_what_git_apply_takes(file: Path) -> None:
    file.write_bytes(file.read_bytes().removesuffix(b"\n"))
    patch = run("--diff").stdout
    subprocess.run(["git", "apply", "-"], input=patch.encode(), check=True, cwd=file.parents[2])
    assert run("--diff").exit_code == 0
