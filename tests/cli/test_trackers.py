import csv
import io
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.conftest import written

ISSUE = "https://github.com/example/shop/issues/"
INCIDENT = """\
title: Checkout is down
severity: SEV-2
status: resolved
services: [checkout]
impact: {summary: Nobody could pay}
timeline:
  - {at: 2026-03-14T09:00Z, marks: [started], text: Errors begin}
  - {at: 2026-03-14T10:00Z, marks: [resolved], text: Errors end}
"""
HEAD = """\
# our review
status: reviewed
owner: shop team
summary: It was down.
factors:
  no-test: {text: No test, category: testing}
actions:
"""


def action(number: int) -> str:
    """An action in the file: some open, one done, some in one line."""
    if number % 10 == 9:
        return (
            f"  - {{id: a{number}, what: Test case {number}, type: detect, owner: shop team, "
            f"created: 2026-03-15, eliminates: [no-test], due: 2026-04-15, status: open, done_when: It fails, "
            f'tracker: "{ISSUE}{number}"}} # one line {number}\n'
        )
    is_done = number == 13
    facts = "    done_on: 2026-03-20\n    proof: |\n      It was seen\n      to fail.\n" if is_done else ""
    return (
        f"  # about {number}\n  - id: a{number} # the id\n    what: Test case {number}\n    type: detect\n"
        f"    owner: shop team # who\n    eliminates: [no-test]\n    created: 2026-03-15\n    due: 2026-04-15\n"
        f"    status: {'done' if is_done else 'open'} # state of {number}\n{facts}"
        f"    done_when: It fails\n    tracker: {ISSUE}{number} # ticket\n"
    )


def book(folder: Path) -> None:
    files = {}
    for part in range(3):
        home = f"incidents/2026-03-1{part}-checkout-down-{part}"
        files[f"{home}/incident.yaml"] = INCIDENT.replace("2026-03-14", f"2026-03-1{part}")
        files[f"{home}/pir.yaml"] = HEAD + "".join(
            action(number) for number in range(part * 10, part * 10 + 10)
        )
    written(folder, files)


def issue(number: int, state: str = "OPEN", reason: str = "", **more: object) -> dict[str, object]:
    closed = "2026-03-25T08:00:00Z" if state == "CLOSED" else None
    return {
        "number": number,
        "url": f"{ISSUE}{number}",
        "state": state,
        "stateReason": reason,
        "closedAt": closed,
        **more,
    }


PULL = {"closedByPullRequestsReferences": [{"url": "https://github.com/example/shop/pull/99"}]}
ISSUES = [
    *(issue(number, "CLOSED", "COMPLETED") for number in (0, 1, 2, 3, 4, 5, 9, 10, 11, 19, 20)),
    issue(21, "CLOSED", "COMPLETED", **PULL),
    issue(13, "OPEN", "REOPENED"),
    issue(22, "CLOSED", "NOT_PLANNED"),
    issue(29, "CLOSED", "NOT_PLANNED"),
    *(issue(number) for number in (6, 7, 8, 12, 14, 15)),
]


def comments(folder: Path) -> list[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("pir.yaml")))
    return [line.partition("#")[2] for line in text.splitlines() if "#" in line]


def test_thirty_actions_follow_their_tickets(in_folder: Path) -> None:
    book(in_folder)
    Path("issues.json").write_text(json.dumps(ISSUES), encoding="utf-8")
    before = {path: path.read_text(encoding="utf-8") for path in sorted(Path("incidents").rglob("pir.yaml"))}
    kept = comments(Path("incidents"))
    shown = run("actions", "sync", "issues.json")
    assert shown.exit_code == 1
    assert {path: path.read_text(encoding="utf-8") for path in before} == before
    remarks = [line.split(": ")[2].partition(" ")[0] for line in shown.stderr.splitlines()[:-2]]
    assert (remarks.count("done"), remarks.count("declined"), remarks.count("reopened")) == (12, 2, 1)
    assert shown.stderr.splitlines()[-2:] == [
        "not in the data: 9 tickets of github.com/example/shop (16, 17, 18, 23, 24, ...)",
        "would change 15 actions of 21 tickets in 3 files",
    ]
    added = [line for line in shown.stdout.splitlines() if line.startswith("+ ")]
    assert "+    status: done # state of 0" in added
    assert "+    done_on: 2026-03-25" in added
    assert '+    proof: "https://github.com/example/shop/pull/99"' in added

    assert run("actions", "sync", "issues.json", "--write").exit_code == 0
    assert comments(Path("incidents")) == kept
    assert run("check", "--as-of", "2026-04-01").exit_code == 0
    again = run("actions", "sync", "issues.json", "--write")
    assert (again.exit_code, again.stdout, again.stderr.splitlines()[1:]) == (0, "", ["nothing to change"])
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(Path("incidents").rglob("pir.yaml")))
    assert text.count("status: done") == 12
    assert "to fail" not in text
    assert "reason: Closed as not planned in the tracker on 2026-03-25\n" in text
    assert "status: done, done_on: 2026-03-25, proof:" in text


def test_what_a_person_closed_is_not_opened_again_in_silence(in_folder: Path) -> None:
    book(in_folder)
    data = json.dumps([issue(13)])
    result = run("actions", "sync", input=data)
    assert result.exit_code == 0
    assert "a13: is done here and open in the tracker; left as it is" in result.stderr
    result = run("actions", "sync", "-", "--reopen", "--write", input=data)
    assert "a13: reopened: it was done here" in result.stderr
    assert run("check", "--as-of", "2026-04-01").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.pdf",
            b"%PDF-1.7",
            "a.pdf: is a PDF; save the document it was made from as Word (.docx), HTML or Markdown",
        ),
        ("e.json", b"", "e.json: is empty"),
        ("c.csv", b"caf\xe9,x\n", "c.csv: byte 4 is not UTF-8; save the file as UTF-8"),
        ("h.json", b" " * (33 * 1024 * 1024), "h.json: has 34,603,008 bytes; at most 33,554,432 are read"),
        ("gone.json", None, "there is no 'gone.json' here"),
        ("incidents", None, "'incidents' is a folder; give the files in it"),
        (
            "https://example.org/issues.json",
            None,
            "'https:/example.org/issues.json' is an address, and nothing is fetched; save it as a file first",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:9] else "",
)
def test_a_file_that_is_none_says_so_in_a_sentence(
    name: str, content: bytes | None, said: str, in_folder: Path
) -> None:
    book(in_folder)
    if content is not None:
        Path(name).write_bytes(content)
    for command in (("actions", "sync", name), ("import", name)):
        result = run(*command)
        assert (result.exit_code, result.stderr) == (2, f"pirgen: {said}\n")


def test_data_that_cannot_be_read_stops_it(in_folder: Path) -> None:
    book(in_folder)
    result = run("actions", "sync", input="{}")
    assert (result.exit_code, "has no tickets" in result.stderr) == (2, True)
    assert run("actions", "sync", "none.json").exit_code == 2
    Path("incidents/2026-03-10-checkout-down-0/pir.yaml").write_text("status: x\n", encoding="utf-8")
    assert "has errors" in run("actions", "sync", input=json.dumps(ISSUES)).stderr


def test_actions_without_a_tracker_become_tickets_and_get_their_addresses(in_folder: Path) -> None:
    book(in_folder)
    path = Path("incidents/2026-03-10-checkout-down-0/pir.yaml")
    text = path.read_text(encoding="utf-8").replace(f"    tracker: {ISSUE}1 # ticket\n", "")
    path.write_text(text.replace("Test case 1\n", 'Test "case" $(rm) `x` 1\'s\n'), encoding="utf-8")
    result = run("actions", "file")
    assert result.stdout.count("gh issue create") == 1
    assert """--title 'Test "case" $(rm) `x` 1'"'"'s'""" in result.stdout
    assert run("actions", "file", "--format", "glab").stdout.count("url=$(glab issue create --yes") == 1
    assert run("actions", "file", "--format", "jira-csv").stdout.splitlines()[0].startswith("Summary,")
    lines = f"2026-03-10-checkout-down-0/a1 {ISSUE}501\n2026-03-10-checkout-down-0/zz {ISSUE}1\n"
    result = run("actions", "file", "--addresses", "-", "--write", input=lines)
    assert "no open action without a tracker is named '2026-03-10-checkout-down-0/zz'" in result.stderr
    assert f'    tracker: "{ISSUE}501"\n' in path.read_text(encoding="utf-8")
    assert run("actions", "file").stdout.count("gh issue create") == 0


def test_a_reminder_names_no_due_date_where_none_is_recorded(in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}1")
    text = path.read_text(encoding="utf-8").replace("due: 2026-04-15", "due: not recorded")
    path.write_text(text, encoding="utf-8")
    result = run("actions", "--remind", "--as-of", "2026-04-18")
    line = "- Test it · open for 34 days; SEV-2 allows 30 days · https://github.com/example/shop/issues/1"
    assert result.stdout.splitlines()[-1] == line


def test_a_reminder_is_by_owner(in_folder: Path) -> None:
    book(in_folder)
    result = run("actions", "--remind", "--as-of", "2026-04-18", "--due-within", "3")
    lines = result.stdout.splitlines()
    assert lines[0] == "Actions as of 2026-04-18: 29 overdue or due within 3 days"
    assert lines[2] == "shop team (29)"
    assert lines[3] == f"- Test case 0 · 3 days late · {ISSUE}0"
    none = run("actions", "--remind", "--as-of", "2026-04-01")
    assert none.stdout == "Actions as of 2026-04-01: none is overdue or due within 7 days\n"
    assert run("actions", "--remind", "--format", "json").exit_code == 2


HOME = "incidents/2026-03-14-checkout-down"
ACTION = """\
  - id: {id} # the id
    what: Test it
    type: detect
    owner: shop team
    eliminates: [no-test]
    created: 2026-03-15
    due: 2026-04-15
    status: {status} # its state
    done_when: It fails
    tracker: {tracker} # its ticket
"""


def actions(folder: Path, *trackers: str, status: str = "open") -> Path:
    """A review with an action for each of these tickets."""
    text = HEAD + "".join(
        ACTION.format(id=f"a{at}", tracker=tracker, status=status) for at, tracker in enumerate(trackers)
    )
    written(folder, {f"{HOME}/incident.yaml": INCIDENT, f"{HOME}/pir.yaml": text})
    return Path(HOME, "pir.yaml")


def test_a_number_that_two_trackers_have_changes_nothing(in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}7", "https://gitlab.com/g/p/-/issues/7")
    before = path.read_text(encoding="utf-8")
    table = "Number,Status,Closed\n7,Done,2026-03-25\n"
    result = run("actions", "sync", "--write", input=table)
    said = "it may be of github.com/example/shop or gitlab.com/g/p; left as it is"
    assert result.stderr.count(said) == 2
    assert path.read_text(encoding="utf-8") == before
    both = [
        issue(7, "CLOSED", "COMPLETED"),
        {"iid": 7, "web_url": "https://gitlab.com/g/p/-/issues/7", "state": "opened"},
    ]
    assert run("actions", "sync", "--write", input=json.dumps(both)).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert (text.count("status: done # its state"), text.count("status: open # its state")) == (1, 1)


def test_a_state_that_is_not_known_changes_nothing_and_is_said(in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}7", "https://example.atlassian.net/browse/OPS-7")
    before = path.read_text(encoding="utf-8")
    jira = {
        "key": "OPS-7",
        "self": "https://example.atlassian.net/rest/1",
        "fields": {"status": {"name": "Gärt"}},
    }
    result = run("actions", "sync", "--write", input=json.dumps([issue(7, "SLEEPING"), jira]))
    assert result.stderr.splitlines() == [
        "2026-03-14-checkout-down: a0: its ticket is 'sleeping', which is not known; left as it is",
        "2026-03-14-checkout-down: a1: its ticket is 'Gärt', which is not known; left as it is",
        "nothing to change",
    ]
    assert path.read_text(encoding="utf-8") == before


def test_tickets_of_a_project_that_has_moved_are_found_once_that_is_said(in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}7", f"{ISSUE}8")
    new = "https://github.com/example/store/issues/"
    data = json.dumps([issue(7, "CLOSED", "COMPLETED") | {"url": f"{new}7"}, issue(8) | {"url": f"{new}8"}])
    result = run("actions", "sync", input=data)
    assert result.stderr.splitlines() == [
        "not in the data: 2 tickets of github.com/example/shop (7, 8); "
        "if it has moved, say --moved github.com/example/shop=github.com/example/store",
        "nothing to change",
    ]
    option = "--moved=https://github.com/example/shop=github.com/example/store/"
    wrong = run("actions", "sync", "--moved", "x", input=data)
    assert "--moved: 'x' is not of the form OLD=NEW" in wrong.stderr
    result = run("actions", "sync", "--write", option, input=data)
    assert result.stderr.splitlines() == [
        "2026-03-14-checkout-down: a0: done; its ticket has moved",
        "2026-03-14-checkout-down: a1: its ticket has moved",
        "changed 2 actions of 2 tickets in 1 file",
    ]
    text = path.read_text(encoding="utf-8")
    assert f'    tracker: "{new}7" # its ticket\n' in text
    assert f'    tracker: "{new}8" # its ticket\n' in text
    assert run("actions", "sync", "--write", option, input=data).stderr == "nothing to change\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_every_comment_are_kept(end: str, in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}7")
    lines = path.read_text(encoding="utf-8").splitlines()
    commented = [line if "#" in line else f"{line} # {at}" for at, line in enumerate(lines)]
    path.write_bytes(end.join([*commented, ""]).encode())
    data = json.dumps([issue(7, "CLOSED", "COMPLETED")])
    assert run("actions", "sync", "--write", input=data).exit_code == 0
    text = path.read_bytes().decode()
    assert [line for line in text.split(end) if "#" in line] == [
        line.replace("status: open", "status: done") for line in commented
    ]
    assert text.count(end) == text.count("\n") == len(commented) + 2
    assert run("actions", "sync", "--write", input=data).stderr == "nothing to change\n"
    assert path.read_bytes().decode() == text


def test_a_file_with_anchors_is_left_to_its_author(in_folder: Path) -> None:
    path = actions(in_folder, f"{ISSUE}7")
    text = path.read_text(encoding="utf-8").replace("status: open #", "status: &s open #")
    path.write_text(text, encoding="utf-8")
    result = run("actions", "sync", "--write", input=json.dumps([issue(7, "CLOSED", "COMPLETED")]))
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, text)
    assert result.stderr == "pirgen: 'incidents' has errors; see 'pirgen check incidents', and fix them first\n"


GH = """\
#!/bin/sh
# takes what 'gh issue create' takes, and answers with an address
[ "$1 $2 $3 $5" = "issue create --title --body" ] && [ $# = 6 ] || { echo "bad: $*" >&2; exit 1; }
[ ${#4} -le 256 ] || { echo "title is too long" >&2; exit 1; }
echo "https://github.com/example/shop/issues/$(wc -l < calls | tr -d ' ')"
printf '%s\\n' "$4" >> calls
"""


@pytest.mark.skipif(os.name == "nt", reason="the script is for a shell")
def test_the_script_runs_and_its_addresses_go_back(in_folder: Path) -> None:
    what = 'Say "no" to $(rm -rf x) `y` and it\'s %s \\n done'
    path = actions(in_folder, "x", "y")
    text = path.read_text(encoding="utf-8").replace("    tracker: x # its ticket\n", "")
    text = text.replace("    tracker: y # its ticket\n", "")
    text = text.replace("what: Test it", f"what: {json.dumps(what)}", 1)
    text = text.replace("what: Test it", f"what: {'Very long ' * 40}", 1)
    path.write_text(text, encoding="utf-8")
    Path("file.sh").write_text(run("actions", "file").stdout, encoding="utf-8")
    Path("calls").touch()
    Path("gh").write_text(GH, encoding="utf-8")
    Path("gh").chmod(0o755)
    made = subprocess.run(
        ["/bin/sh", "file.sh"],
        env={"PATH": f".{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert Path("calls").read_text(encoding="utf-8").startswith(what)
    assert run("actions", "file", "--addresses", "addresses.txt", "--write").exit_code == 0
    trackers = re.findall(r"tracker: (\S+)", path.read_text(encoding="utf-8"))
    assert trackers == [f'"{ISSUE}0"', f'"{ISSUE}1"']


def test_a_table_for_jira_has_its_columns(in_folder: Path) -> None:
    path = actions(in_folder, "x")
    text = path.read_text(encoding="utf-8").replace("    tracker: x # its ticket\n", "    priority: high\n")
    path.write_text(text.replace("Test it", '"=Test, \\"it\\""'), encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(run("actions", "file", "--format", "jira-csv").stdout))
    assert row == {
        "Summary": '\'=Test, "it"',
        "Description": "From the review of 2026-03-14-checkout-down, action `a0`.\n\n- Owner: shop team\n"
        "- Due: 2026-04-15\n- Done when: It fails\n- Works on: no-test",
        "Priority": "High",
        "Due date": "2026-04-15",
        "Labels": "2026-03-14-checkout-down__a0",
    }


STYLES = {
    "a block and a folded text": (
        """\
  - id: x
    what: >-
      Test it
      twice
    type: detect
    owner: shop team
    created: 2026-03-15
    eliminates: [no-test]
    due: 2026-04-15
    status: open

    # why
    done_when: It fails
    tracker: https://github.com/example/shop/issues/1
""",
        """\
    status: done
    done_on: 2026-03-25
    proof: "https://github.com/example/shop/issues/1"

    # why
""",
    ),
    "quotes and spaces": (
        """\
  -   id: 'x'
      what: "Test it"
      type: detect
      owner: shop team
      created: 2026-03-15
      eliminates: [no-test]
      due: 2026-04-15
      status:   'open'   # state
      done_when: It fails
      tracker: 'https://github.com/example/shop/issues/1'
""",
        """\
      status:   done   # state
      done_on: 2026-03-25
      proof: "https://github.com/example/shop/issues/1"
      done_when: It fails
""",
    ),
    "braces over several lines": (
        """\
  - {
      id: x, what: Test it, type: detect, owner: shop team, created: 2026-03-15, # first
      eliminates: [no-test], due: 2026-04-15, status: open,
      done_when: It fails, tracker: "https://github.com/example/shop/issues/1"
    }
""",
        """\
status: done, done_on: 2026-03-25, proof: "https://github.com/example/shop/issues/1",
""",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_file_keeps_its_style(style: str, in_folder: Path) -> None:
    before, expected = STYLES[style]
    home = "incidents/2026-03-14-checkout-down"
    written(in_folder, {f"{home}/incident.yaml": INCIDENT, f"{home}/pir.yaml": HEAD + before})
    path = Path(home, "pir.yaml")
    data = json.dumps([issue(1, "CLOSED", "COMPLETED")])
    assert run("actions", "sync", "--write", input=data).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert expected in text
    kept = [line for line in (HEAD + before).split("\n") if "status:" not in line]
    assert [line for line in text.split("\n") if line in kept] == kept
    assert run("actions", "sync", "--write", input=data).exit_code == 0
    assert path.read_text(encoding="utf-8") == text
