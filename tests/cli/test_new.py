import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import pirgen
from pirgen.drafts import Draft, incident_text, review_text
from pirgen.pipeline import check
from tests.cli.test_check import run
from tests.conftest import AS_OF, written


def test_a_new_incident_prints_its_path_and_checks_clean(in_folder: Path) -> None:
    result = run(
        "new", "Checkout failed", "--severity", "SEV-2", "--service", "checkout", "--date", "2026-01-20"
    )
    assert result.stdout == f"{Path('incidents/2026-01-20-checkout-failed/incident.yaml')}\n"
    assert run("check", "--strict", "--as-of", "2026-01-21").exit_code == 0


def test_the_first_line_names_a_schema_that_is_there(in_folder: Path) -> None:
    path = Path(run("new", "Checkout failed").stdout.strip())
    for file in (path, path.with_name("pir.yaml")):
        mark, _, schema = file.read_text(encoding="utf-8").partition("\n")[0].partition("=")
        assert mark == "# yaml-language-server: $schema"
        assert (file.parent / schema).resolve() == in_folder / "schemas" / f"{file.stem}.schema.json"
        assert (file.parent / schema).is_file()
    assert run("schema", "--check").exit_code == 0


def test_schemas_that_are_there_are_kept(in_folder: Path) -> None:
    written(in_folder, {"schemas/pir.schema.json": "mine"})
    assert "'schemas' is new" in run("new", "Checkout failed").stderr
    assert (in_folder / "schemas" / "pir.schema.json").read_text(encoding="utf-8") == "mine"
    assert run("new", "Search failed").stderr == ""


def test_a_review_may_cover_further_incidents(in_folder: Path) -> None:
    run("new", "Disk full", "--date", "2026-01-20", "--no-review")
    result = run(
        "new",
        "Disk full again",
        "--date",
        "2026-01-22",
        "--covers",
        "2026-01-20-disk-full",
        "--severity",
        "SEV-1",
    )
    assert result.exit_code == 0
    review = (in_folder / "incidents/2026-01-22-disk-full-again/pir.yaml").read_text(encoding="utf-8")
    assert "covers: [2026-01-20-disk-full] # further incidents\n" in review
    assert run("check", "--strict", "--as-of", "2026-01-23").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--covers", "2026-01-20-disk-ful"],
            "there is no incident '2026-01-20-disk-ful' in 'incidents'; did you mean 2026-01-20-disk-full?",
        ),
        (["--covers", "2026-01-21-reviewed"], "'2026-01-21-reviewed' has a review of its own"),
        (["--covers", "2026-01-20-disk-full", "--no-review"], "does not go with --no-review"),
        (["--id", "Disk Full"], "'Disk Full' is not a valid id; expected YYYY-MM-DD-slug or its words alone"),
        (["--id", "2026-01-24-disk", "--date", "2026-01-25"], "begins with another day than --date 2026-01-25"),
        (["--date", "14 March 2026"], "'14 March 2026' is not a date; did you mean 2026-03-14?"),
        (["--date", "today"], "'today' is not a date; write YYYY-MM-DD, such as 2026-03-14"),
        (["--service", "check\u200bout"], "U+200B zero width space is in it, which nobody can see"),
        (["--service", "caf\udce9"], "letters in another encoding than the terminal says; try LC_ALL=C.UTF-8"),
        (
            ["--severity", "sev2"],
            "'sev2' is not known; choose one of SEV-1, SEV-2, SEV-3, SEV-4; did you mean SEV-2?",
        ),
    ],
)
def test_a_slip_is_said_with_what_was_expected(in_folder: Path, arguments: list[str], said: str) -> None:
    run("new", "Disk full", "--date", "2026-01-20", "--no-review")
    run("new", "Reviewed", "--date", "2026-01-21")
    before = sorted(path.name for path in (in_folder / "incidents").iterdir())
    result = run("new", "Disk full again", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert sorted(path.name for path in (in_folder / "incidents").iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["--id", "2026-01-24-disk"], "2026-01-24-disk"),
        (["--id", "disk", "--date", "2026-01-25"], "2026-01-25-disk"),
        (["--id", "2026-01-24-disk", "--date", "2026-01-24"], "2026-01-24-disk"),
    ],
)
def test_an_id_may_be_chosen(in_folder: Path, arguments: list[str], id: str) -> None:
    assert run("new", "Disk full", *arguments).stdout == f"{Path('incidents', id, 'incident.yaml')}\n"
    assert run("new", "Another title", *arguments).exit_code == 2


def test_words_of_a_site_are_used_and_a_draft_still_checks_clean(in_folder: Path) -> None:
    words = """\
severities:
  - {id: P1, title: Critical, impact: All, example: x, response: at once}
  - {id: P2, title: Low, impact: Few, example: x, response: soon}
services: [{id: checkout}]
"""
    written(in_folder / "incidents", {"vocabularies.yaml": words})
    result = run("new", "Checkout failed", "--date", "2026-01-20")
    assert result.exit_code == 0
    assert "severity: P2\n" in Path(result.stdout.strip()).read_text(encoding="utf-8")
    assert run("check", "--strict", "--as-of", "2026-01-21").exit_code == 0
    result = run("new", "Search failed", "--service", "chekout")
    assert "'chekout' is not known; choose one of checkout; did you mean checkout?" in " ".join(
        result.stderr.split()
    )


def test_edit_opens_the_file(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = in_folder / "editor.py"
    editor.write_text("import sys; open(sys.argv[1], 'a').write('x-edited: \"yes\"\\n')", encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    path = Path(run("new", "Checkout failed", "--edit").stdout.strip())
    assert path.read_text(encoding="utf-8").endswith('x-edited: "yes"\n')


def test_an_existing_incident_is_never_overwritten(in_folder: Path) -> None:
    run("new", "Checkout failed", "--date", "2026-01-20")
    path = in_folder / "incidents/2026-01-20-checkout-failed/incident.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run("new", "Checkout failed", "--date", "2026-01-20").exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [["new", " "], ["new", "x", "--severity", "sev9"], ["new"]])
def test_what_cannot_be_meant_is_a_usage_error(in_folder: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
    assert not (in_folder / "incidents").exists()


@given(
    some.text(some.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(
        str.strip
    )
)
def test_any_title_makes_a_draft_that_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    draft = Draft(" ".join(title.split()) or "x", "SEV-3", ("checkout",), AS_OF)
    folder = tmp_path_factory.mktemp("incidents")
    files = {f"{draft.id}/incident.yaml": incident_text(draft), f"{draft.id}/pir.yaml": review_text(draft)}
    result = check(written(folder, files), AS_OF)
    assert result.diagnostics == ()
    assert result.book.incidents[0].title == draft.title


BEGINS = re.compile(r"( *)# (?:[a-z_]+(?: [a-z]+)*:(?: |$)|- )")


def commented(text: str) -> Iterator[tuple[str, list[int]]]:
    """The examples that comments show: the first line of each, and the numbers of its lines."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if begins := BEGINS.match(line):
            inside = number + 1
            while inside < len(lines) and lines[inside].startswith(f"{begins[1]}#   "):
                inside += 1
            yield line, list(range(number, inside))


def without_marks(text: str, numbers: list[int]) -> str:
    lines = text.split("\n")
    for number in numbers:
        lines[number] = lines[number].replace("# ", "", 1)
    return "\n".join(lines)


DAY = date(2026, 1, 20)
DRAFT = Draft("Checkout failed", "SEV-2", ("checkout",), DAY)
TEXTS = {
    f"{DRAFT.id}/incident.yaml": incident_text(DRAFT),
    f"{DRAFT.id}/pir.yaml": review_text(DRAFT),
    "vocabularies.yaml": (Path(pirgen.__file__).parent / "starter/vocabularies.yaml").read_text(
        encoding="utf-8"
    ),
}
EXAMPLES = [(file, first, numbers) for file, text in TEXTS.items() for first, numbers in commented(text)]


def test_the_examples_in_comments_are_found() -> None:
    names = [first.strip().removeprefix("# ").partition(":")[0] for _, first, _ in EXAMPLES]
    assert names == [
        *("detection", "who", "measures", "roles", "- {at", "links"),
        *("held", "trigger", "factors", "five_whys", "surprises", "went_well", "went_badly", "got_lucky"),
        *("lessons", "open_questions", "actions"),
        *("services", "teams", "severities", "categories", "triggers", "detection_sources", "roles"),
        *("aliases", "open_within_days"),
    ]


@pytest.mark.parametrize(
    ("file", "first", "numbers"), EXAMPLES, ids=[first.strip() for _, first, _ in EXAMPLES]
)
def test_an_example_in_a_comment_checks_clean(
    tmp_path: Path, file: str, first: str, numbers: list[int]
) -> None:
    """One that names a factor goes with the factors, which are an example too."""
    text = TEXTS[file]
    lines = text.split("\n")
    if any("no-test" in lines[number] for number in numbers) and "factors:" not in first:
        numbers = [*numbers, *next(own for line, own in commented(text) if line.startswith("# factors:"))]
    shown = without_marks(text, numbers)
    files = {file: shown} if file == "vocabularies.yaml" else TEXTS | {file: shown}
    assert check(written(tmp_path, files), DAY).diagnostics == ()


@pytest.mark.parametrize("file", TEXTS)
def test_all_examples_in_comments_together_check_clean(tmp_path: Path, file: str) -> None:
    numbers = [number for _, numbers in commented(TEXTS[file]) for number in numbers]
    shown = without_marks(TEXTS[file], numbers)
    files = {file: shown} if file == "vocabularies.yaml" else TEXTS | {file: shown}
    assert check(written(tmp_path, files), DAY).diagnostics == ()


def test_the_times_that_a_comment_shows_are_times(tmp_path: Path) -> None:
    times = re.findall(r"\d{4}-\d\d-\d\dT\S+?(?=,| or)", incident_text(DRAFT))
    assert len(times) >= 3
    for time in times:
        text = incident_text(DRAFT).replace("at: not recorded", f"at: {time}")
        assert check(written(tmp_path, TEXTS | {f"{DRAFT.id}/incident.yaml": text}), DAY).diagnostics == ()
