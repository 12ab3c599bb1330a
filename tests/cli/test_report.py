"""``pirgen report``, as somebody uses it who hands an incident over."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pirgen.rules.examples import FOLDER, files_of
from tests.audience.books import FILES, INTERNAL, PUBLIC
from tests.cli.test_check import run
from tests.cli.test_draw import needs_extra
from tests.cli.test_tree import TREE
from tests.conftest import png, written


@pytest.fixture
def in_repository(in_folder: Path) -> Path:
    written(in_folder / "incidents", files_of(TREE))
    return in_folder


@pytest.fixture
def with_internal_parts(in_folder: Path) -> Path:
    written(in_folder / "incidents", FILES | {f"{PUBLIC}/canary-hidden.log": "x"})
    (in_folder / "incidents" / PUBLIC / "graph.png").write_bytes(png(2, 1))
    return in_folder


def test_the_text_is_printed_as_markdown(in_repository: Path) -> None:
    lines = run("report", FOLDER).output.splitlines()
    assert lines[0] == "# Checkout failed for every order"
    assert lines[2] == "> Internal: not for readers outside of the organisation."
    assert "- Orders fail (top event, `orders-fail`): all of `null-price`, `no-test`" in lines


@pytest.mark.graphviz
def test_html_needs_no_other_file_and_no_script(in_repository: Path) -> None:
    assert run("report", FOLDER, "-o", "report.html").exit_code == 0
    page = BeautifulSoup((in_repository / "report.html").read_text(encoding="utf-8"), "html.parser")
    assert page.select("script, link, img, iframe, object, style[src]") == []
    assert [svg["class"] for svg in page.select(".figure > svg")]
    assert all(link["href"].startswith("https://") for link in page.select("a[href]"))


@needs_extra
@pytest.mark.graphviz
def test_a_pdf_is_the_same_each_time(in_repository: Path) -> None:
    made = []
    for _ in range(2):
        assert run("report", FOLDER, "-o", "report.pdf").exit_code == 0
        made.append((in_repository / "report.pdf").read_bytes())
    assert made[0].startswith(b"%PDF")
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "options",
    [
        ["--audience", "public"],
        ["--short"],
        ["--short", "--format", "html"],
        ["--final", "--audience", "public"],
    ],
)
def test_nothing_internal_is_handed_to_the_public(with_internal_parts: Path, options: list[str]) -> None:
    result = run("report", PUBLIC, *options)
    assert result.exit_code == 0, result.output
    assert not re.search(r"canary\S", result.output, re.IGNORECASE)
    assert "Internal" not in result.output
    refused = run("report", INTERNAL, *options)
    assert refused.exit_code == 2
    assert f"incident '{INTERNAL}' is internal" in refused.stderr
    assert refused.stdout == ""


def test_the_short_form_is_what_a_customer_asks(in_repository: Path) -> None:
    file = in_repository / "incidents" / FOLDER / "incident.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}audience: public\n", encoding="utf-8")
    text = run("report", FOLDER, "--short").output
    assert "- Began: 5 Jan 2026 09:10 UTC\n" in text
    assert "- Resolved: 5 Jan 2026 09:30 UTC, 20 min after it began\n" in text
    assert "null-price" not in text
    assert "Why it happened" not in text  # the review is internal


def test_the_final_form_marks_what_is_not_known(in_repository: Path) -> None:
    lines = run("report", FOLDER, "--final").output.splitlines()
    assert lines[0] == "# Final report: Checkout failed for every order"
    assert lines[2] == "> Internal: not for readers outside of the organisation."
    assert [line for line in lines if line.startswith("## ")] == [
        "## 1. The report",
        "## 2. Description",
        "## 3. Impact",
        "## 4. Threat or root cause",
        "## 5. Measures",
        "## 6. Open questions",
    ]
    assert "- Reporting entity: **to be filled in**" in lines
    assert "- Resolved: 5 Jan 2026 09:30 UTC, 20 min after the start" in lines
    assert "- Who was affected: not recorded" in lines
    assert lines[-1] == "None is recorded."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2026-01-05-chekout-down"], f"did you mean: {FOLDER}"),
        (
            [FOLDER, "-o", "report.docx"],
            "'report.docx' ends in none of .md, .html, .pdf; choose one with --format",
        ),
        ([FOLDER, "-o", "nowhere/report.md"], "cannot write 'nowhere/report.md': there is no folder 'nowhere'"),
    ],
)
def test_a_mistake_is_answered(in_repository: Path, arguments: list[str], message: str) -> None:
    result = run("report", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
