import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pirgen.cli import main

FICTION = str(Path(__file__).parents[2] / "examples" / "exampleton-ferries")
COMMANDS = {
    "actions": ["actions", FICTION],
    "search": ["search", "certificate", "--in", FICTION],
    "similar": ["similar", "certificate", "expired", "--in", FICTION],
}
NOTICE = "Fiction: Exampleton Ferries does not exist, and nothing on this page or in this file happened."


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_terminal_shows_begins_with_the_notice(command: str) -> None:
    result = CliRunner().invoke(main, COMMANDS[command])
    assert result.output.splitlines()[0] == NOTICE


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_begins_with_the_notice(command: str) -> None:
    result = CliRunner().invoke(main, [*COMMANDS[command], "--format", "markdown"])
    assert result.output.splitlines()[0] == f"> {NOTICE}"


@pytest.mark.parametrize("command", COMMANDS)
def test_json_has_the_notice(command: str) -> None:
    result = CliRunner().invoke(main, [*COMMANDS[command], "--format", "json"])
    assert json.loads(result.output)["notice"] == NOTICE
