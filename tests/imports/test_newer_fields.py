"""Fields that only some sources can fill: figures by source, milestones, since when, tickets, provenance."""

from datetime import date
from pathlib import Path

import pytest

from pirgen.imports.drafting.latency import latent_since
from pirgen.imports.export_value import ExportValue
from pirgen.imports.markdown.figures import figures_in, without_figures
from pirgen.imports.markdown.outline import sections
from pirgen.imports.tools.issues import read_github
from pirgen.model import Measure, Statement
from tests.cli.test_check import run

DAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The price has had no default since March 2021", "2021-03"),
        ("A check was removed on 2025-11-02, as it was slow", "2025-11-02"),
        ("It was introduced in 2019", "2019"),
        ("The flag was first deployed on 3 May 2024", "2024-05-03"),
        ("A bug dating back to 2020-06", "2020-06"),
        ("The queue hung since 09:12", ""),
        ("Errors since 14 March 2026", ""),
        ("Until March 2021 all was well", ""),
        ("Since version 2021.4 it was slow", ""),
        ("The 2019 cluster was in use", ""),
    ],
)
def test_a_cause_was_there_since_when_its_words_say(text: str, since: str) -> None:
    assert latent_since(text, DAY) == since


def table(*lines: str) -> str:
    return "## Impact\n\nBefore.\n\n" + "\n".join(lines) + "\n\nAfter.\n"


def test_columns_that_name_sources_are_what_each_of_them_says() -> None:
    (section,) = sections(
        table(
            "| Figure | According to the status page | Our dashboard |", "|---|---|---|", "| failed | 12 | 13 |"
        )
    )
    said = (Statement("12", "status page"), Statement("13", "Our dashboard"))
    assert figures_in(section) == (Measure("failed", said),)
    assert without_figures(section) == "Before.\n\nAfter."


def test_a_column_of_sources_groups_the_figures() -> None:
    (section,) = sections(
        table(
            "| What | Value | Source |", "|---|---|---|", "| failed | 12 | logs |", "| failed | 13 | support |"
        )
    )
    assert figures_in(section) == (Measure("failed", (Statement("12", "logs"), Statement("13", "support"))),)


def test_two_columns_are_a_figure_each_row() -> None:
    (section,) = sections(table("| Region | Errors |", "|---|---|", "| EU | 12 % |", "| US | 3 % |"))
    assert figures_in(section) == (Measure("EU, Errors", "12 %"), Measure("US, Errors", "3 %"))


@pytest.mark.parametrize(
    "lines",
    [
        ("| Region | Orders | Errors |", "|---|---|---|", "| EU | 12 | 13 |"),
        ("| What | Note |", "|---|---|", "| failed | many |"),
        ("| What | When |", "|---|---|", "| failed | 10:00 |"),
        ("| What | Value | Source |", "|---|---|---|", "| failed | 12 | |"),
    ],
)
def test_other_tables_stay_in_the_text(lines: tuple[str, ...]) -> None:
    (section,) = sections(table(*lines))
    assert figures_in(section) == ()
    assert without_figures(section) == section.text


VOCABULARY = """\
milestones:
  - {id: data-restored, title: Orders are back}
time_zone: Europe/Berlin
"""
EXAMPLE = """\
# Outage
Date: 2026-03-14

## Timeline
- 09:00 Errors start
- 10:00 Data restored: the morning's orders
- 10:30 Orders are back
"""


def test_labels_that_are_milestones_of_the_site_become_milestones(in_folder: Path) -> None:
    Path("incidents").mkdir()
    Path("incidents/vocabularies.yaml").write_text(VOCABULARY, encoding="utf-8")
    Path("a.md").write_text(EXAMPLE, encoding="utf-8")
    result = run("import", "a.md")
    assert result.exit_code == 0
    path = Path("incidents/2026-03-14-outage/incident.yaml")
    text = path.read_text(encoding="utf-8")
    assert text.count("    milestones: [data-restored]\n") == 2
    assert "give one with --timezone Europe/Berlin, and import again" in " ".join(text.split("\n# "))
    assert run("check", "--as-of", "2026-03-20").exit_code == 0


def test_what_others_published_has_no_owner(in_folder: Path) -> None:
    Path("a.md").write_text(EXAMPLE, encoding="utf-8")
    assert run("import", "a.md", "--external", "--timezone", "UTC").exit_code == 0
    text = Path("incidents/2026-03-14-outage/pir.yaml").read_text(encoding="utf-8")
    assert "\nprovenance: external # written from what others have published\n" in text
    assert "owner" not in text.partition("# actions")[0]
    assert run("check", "--as-of", "2026-03-20").exit_code == 0


def test_references_of_an_issue_are_the_tickets_of_its_tasks() -> None:
    body = "## Action items\n\n- [ ] #12 Test it\n- [x] example/api.server#7\n- [ ] Colour #fff of no. #x\n"
    issue = {
        "number": 1,
        "title": "Outage",
        "body": f"{body}\nSee #99.\n",
        "state": "open",
        "url": "https://github.com/example/shop/issues/1",
    }
    (incident,) = read_github(ExportValue(issue, []), "x.json")
    assert [each.tracker for each in incident.follow_ups] == [
        "https://github.com/example/shop/issues/12",
        "https://github.com/example/api.server/issues/7",
        "",
    ]
