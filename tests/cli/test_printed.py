"""Nothing that a command prints is obeyed by a terminal or a build server, whatever its files say."""

import ast
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audience.books import PUBLIC
from tests.cli.hostile_books import CONTROLS, LOG_COMMANDS, hostile_book, written_book
from tests.cli.test_check import run
from tests.conftest import png, written

SOURCES = Path(__file__).parents[2] / "src" / "pirgen"
DOORS = {"cli/shared/terminal.py", "plugin/terminal.py"}

BOOKS = {
    "commands": (LOG_COMMANDS, " "),
    "commands in lines": (LOG_COMMANDS, "\n"),
    "controls": (CONTROLS, " "),
}
COMMANDS = (
    "check",
    "check --format json",
    "check --format sarif",
    "check --format gitlab",
    "check --diff --unsafe-fixes",
    "actions --state all",
    "actions --state all --format markdown",
    "actions --state all --format json",
    "actions --remind --due-within 60",
    "actions --owner planted",
    "actions file",
    "actions file --format jira-csv",
    "actions sync tickets.json",
    "search planted",
    "search planted --format markdown",
    "search planted --format json",
    f"similar {PUBLIC}",
    f"similar {PUBLIC} --format markdown",
    f"similar {PUBLIC} --format json",
    "similar notes.txt",
    f"tree incidents/{PUBLIC}",
    f"tree incidents/{PUBLIC} --json",
    f"tree incidents/{PUBLIC} --open-psa",
    "tree model.xml",
    f"draw {PUBLIC}",
    f"draw {PUBLIC} timeline",
    f"draw {PUBLIC} fault-tree --format dot",
    "import postmortem.md --dry-run --date 2026-03-01",
    "import tickets.json --dry-run",
    "import table.csv --dry-run",
    "schema incident --incidents incidents",
    "explain nothing",
)
_OBEYED = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def obeyed_in(output: str) -> list[str]:
    """What of an output a terminal or a build server would obey."""
    seen = output.replace("\r\n", "\n").translate({ord(joiner): "" for joiner in "\n\t\u200c\u200d"})
    unseen = [letter for letter in seen if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    return [*map(ascii, unseen), *_OBEYED.findall(output)]


@pytest.fixture(params=BOOKS, scope="module")
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    words, between = BOOKS[request.param]
    folder = tmp_path_factory.mktemp("hostile")
    written_book(folder / "incidents", words, between)
    text = between.join(("", *words, "the end"))
    ticket = {"number": 1, "url": "https://github.com/a/b/issues/1", "title": text, "state": text, "body": text}
    row = '"' + text.replace('"', '""') + '"'
    files = {
        "notes.txt": f"Orders fail {text}",
        "tickets.json": json.dumps([ticket]),
        "postmortem.md": f"# Orders failed {text}\n\n{text}\n\n## Timeline\n\n- 09:00 {text}\n- {text}: x\n",
        "table.csv": f"title,started,severity\n{row},{row},{row}\n",
        "model.xml": f"<opsa-mef>{text.translate(dict.fromkeys(range(32)))}<a b='1'></opsa-mef>",
    }
    return written(folder, files)


@pytest.mark.parametrize("columns", ["40", "97"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_what_is_obeyed(
    command: str, columns: str, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    result = run(*command.split(), *(["--as-of", "2026-02-01"] if command.startswith("check") else []))
    assert obeyed_in(result.output) == []


def test_what_check_takes_for_text_reaches_the_commands(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book)
    if "\x1b" in (book / "notes.txt").read_text():
        pytest.skip("is refused by every command but the search")
    for command in ("actions --state all", "search planted", f"tree incidents/{PUBLIC} --open-psa"):
        assert "planted" in run(*command.split()).output


@pytest.mark.parametrize("colour", ["1", "0"])
def test_colours_are_our_own(colour: str, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book)
    monkeypatch.setenv("FORCE_COLOR", colour)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for command in ("check --as-of 2026-02-01", "actions --state all", "search planted"):
        output = run(*command.split()).output
        own = re.findall(r"\x1b\[[0-9;]*m", output)
        assert colour == "1" or own == []
        assert "\x1b[31m" not in own  # that is the planted one
        assert obeyed_in(re.sub(r"\x1b\[[0-9;]*m", "", output)) == []


def test_annotations_are_our_own(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book)
    output = run("check", "--format", "github", "--as-of", "2026-02-01").output
    start, log, annotations = re.split(
        r"^::(?:stop-commands::)?[0-9a-f]{64}(?:::)?\n", output, flags=re.MULTILINE
    )
    assert start == ""
    assert obeyed_in(re.sub(r"^\s*::", "", log, flags=re.MULTILINE)) == []
    for line in annotations.splitlines():
        assert re.match(r"::(error|warning|notice) (file=incidents/|title=pirgen::)", line)
        assert obeyed_in(line.removeprefix("::")) == []


NAMES = [
    "::error::planted",
    "##[error]planted",
    "x\n::error::planted",
    "\x1b[31mred",
    "\N{RIGHT-TO-LEFT OVERRIDE}x",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "command",
    [
        "check {}", "check incidents/{}", "check --as-of {}", "check --changed-since {}", "explain {}", "{}",
        "actions --owner {}", "actions --state {}", "similar {}", "search {}", "tree {}", "draw {}",
        "draw x {}", "new {}", "new x --severity {}", "new x --id {}", "new x --covers {}", "import {}",
        "init --ci {}", "schema {}", "policy {}", "build -f {}", "actions sync {}",
        "actions file --addresses {}",
    ],
)  # fmt: skip
def test_what_was_typed_is_not_obeyed_either(name: str, command: str, in_folder: Path) -> None:
    written(in_folder / "incidents", hostile_book(("harmless",)))
    (in_folder / "incidents" / PUBLIC / "graph.png").write_bytes(png(2, 2))
    result = run(*(part.format(name) for part in command.split()))
    assert obeyed_in(result.output) == []


def test_a_difference_says_where_it_is_not_to_the_letter(in_folder: Path) -> None:
    files = hostile_book(("harmless",)) | {
        f"{PUBLIC}/incident.yaml": "title: x\nseverity: SEV2\n\n# a\n#\x1b b\n"
    }
    written(in_folder / "incidents", files)
    result = run("check", "--diff", f"incidents/{PUBLIC}/incident.yaml", "--as-of", "2026-02-01")
    assert "+severity: SEV-2\n" in result.output
    assert "control characters and log commands are shown in a harmless form here\n" in result.output


def printing_in(tree: ast.AST) -> Iterator[str]:
    """The calls in a module that print."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            is_stream = re.fullmatch(r"sys\.(stdout|stderr)(\.buffer)?\.(write|writelines|flush)", name)
            if (
                name in ("print", "click.echo", "click.secho", "click.echo_via_pager", "click.prompt")
                or is_stream
            ):
                yield name
            named = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            if named.get("file") in ("sys.stdout", "sys.stderr"):
                yield name


def test_only_the_two_doors_print() -> None:
    printing = {
        path.relative_to(SOURCES).as_posix(): calls
        for path in SOURCES.rglob("*.py")
        if (calls := list(printing_in(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert set(printing) == DOORS
