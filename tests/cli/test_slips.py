"""Slips of a command line lead out in one step."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pirgen.cli import main


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("chekc", "Did you mean 'check'?"),
        ("lint", "Did you mean 'pirgen check'?"),
        ("fix", "Did you mean 'pirgen check --fix'?"),
        ("generate", "Did you mean 'pirgen build'?"),
        ("list", "Did you mean 'pirgen actions'?"),
        ("--audience public build", "Options follow their command: pirgen build --audience"),
        ("build --audience pubilc", "'pubilc' is not one of 'internal', 'public'. Did you mean 'public'?"),
        ("build --strct", "Did you mean '--strict'?"),
        ("build -o site", "Did you mean '--site-dir'?"),
        ("serve --port 80", "Did you mean '--dev-addr'?"),
        ("check -fix", "Did you mean '--fix'?"),
        ("check --json", "Did you mean '--format json'?"),
        ("check --date 2026-01-01", "Did you mean '--as-of'?"),
        ("check incident", "there is no 'incident' here; did you mean 'incidents'?"),
        ("tree incident", "there is no 'incident' here; did you mean 'incidents'?"),
        ("check nowhere", "there is no 'nowhere' here; begin with: pirgen init"),
    ],
)
def test_a_slip_leads_to_what_was_meant(
    written: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "incidents").mkdir()
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, written.split())
    assert result.exit_code == 2
    assert said in result.output
