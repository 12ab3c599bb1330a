from pathlib import Path

import pytest

from pirgen.pages import TemplateProblem
from tests.pages.books import a_book, a_review, an_incident, pages_of

BOOK = a_book(an_incident(), a_review())
PATH = "incidents/2025-03-01-checkout.md"


def overridden(folder: Path, name: str, text: str) -> str:
    """The incident's page with a template of the site's own."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return pages_of(BOOK, templates=folder)[PATH].html


def test_a_site_can_replace_a_template(tmp_path: Path) -> None:
    assert overridden(tmp_path, "incident.html", "<h1>{{ incident.title }}</h1>") == "<h1>Checkout failed</h1>"


def test_a_site_can_extend_what_it_replaces(tmp_path: Path) -> None:
    html = overridden(
        tmp_path,
        "incident.html",
        '{% extends "builtin:incident.html" %}{% block surprises %}<p>Ours</p>{{ super() }}{% endblock %}',
    )
    assert "<p>Ours</p>" in html
    assert 'id="impact"' in html


def test_a_site_can_replace_one_part_of_the_page(tmp_path: Path) -> None:
    html = overridden(
        tmp_path, "incident/impact.html", "<p>{{ parts.severity(incident.severity) }} elsewhere</p>"
    )
    assert "elsewhere" in html
    assert 'id="impact"' not in html
    assert 'id="timeline"' in html


def test_values_are_escaped_in_any_template(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text("{{ book.incidents[0].title }}")
    pages = pages_of(a_book(an_incident(title="<b>&")), templates=tmp_path)
    assert pages["index.md"].html == "&lt;b&gt;&amp;"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{% if %}", 2, "Expected an expression"),
        ("\n\n{{ incident.colour }}", 3, "has no attribute 'colour'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ('\n{% include "absent.html" %}', 2, "there is no template 'absent.html'"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError"),
        ("\n{{ incident.title|shout }}", 2, "No filter named 'shout'"),
    ],
)
def test_a_broken_template_is_reported_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(TemplateProblem) as problem:
        overridden(tmp_path, "incident.html", text)
    assert problem.value.file == str(tmp_path / "incident.html")
    assert problem.value.line == line
    assert message in str(problem.value)
