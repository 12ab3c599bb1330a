"""The list of incidents: its rows, its facets, and the same as CSV and JSON."""

import csv
import io
import json
import re
from html.parser import HTMLParser

from pirgen.model import (
    NOT_RECORDED,
    Book,
    Detection,
    IncidentStatus,
    Moment,
    ReviewStatus,
    Term,
    Vocabulary,
)
from pirgen.pages import Page
from tests.pages.books import a_book, a_factor, a_review, an_event, an_incident, pages_of
from tests.pages.explorer_data import explorer_data

FIRST, SECOND, THIRD = "2024-05-01-search", "2025-03-01-checkout", "2025-11-01-mail"


class _Rows(HTMLParser):
    """The attributes of the rows, and of the groups that they stand in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[dict[str, str]] = []
        self.groups: list[dict[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "tbody":
            self.groups.append(values)
        if tag == "tr" and "data-row" in values:
            self.rows.append(values)


def book(**more: object) -> Book:
    return a_book(
        an_incident(FIRST, impact=None, severity="SEV-3", services=("search", "a|b"), tags=("dns",)),
        an_incident(
            SECOND,
            title="=Checkout, failed",
            detection=Detection("user-report"),
            timeline=(
                an_event("2025-03-01 09:00", Moment.STARTED),
                an_event("2025-03-01 09:10", Moment.DETECTED),
                an_event("2025-03-01 10:30", Moment.RESOLVED),
            ),
        ),
        an_incident(
            THIRD,
            status=IncidentStatus.OPEN,
            detection=Detection(NOT_RECORDED),
            timeline=(an_event("2025-11-01 09:00", Moment.STARTED),),
            tags=("dns", "mail"),
        ),
        a_review(
            SECOND, factors=(a_factor("one", "testing"), a_factor("two", "code"), a_factor("three", "odd"))
        ),
        a_review(THIRD, status=ReviewStatus.DRAFT),
        **more,
    )


def page(**more: object) -> Page:
    return pages_of(book(**more))["incidents/index.md"]


def choices(page: Page, key: str) -> list[tuple[str, str, int]]:
    """The values of a facet in the form, their words without markup, and their counts."""
    form = re.search(rf'<details data-facet="{key}".*?</details>', page.html, re.DOTALL)
    assert form
    labels = re.findall(r'value="([^"]*)"[^>]*> <span>(.*?)</span> <b>(\d+)</b></label>', form[0], re.DOTALL)
    return [(value, re.sub(r"<.*?>", "", words), int(count)) for value, words, count in labels]


def file(name: str, **settings: object) -> str:
    assets = pages_of(book(), **settings)["incidents/index.md"].assets
    return next(asset.text for asset in assets if asset.path == f"incidents/{name}")


def test_every_incident_is_listed_newest_first() -> None:
    html = page().html
    assert re.findall(r'<a href="(20[^/]+)/">', html) == [THIRD, SECOND, FIRST]
    assert "3 incidents, newest first; 1 near miss among them that did not reach users." in html


def test_each_row_says_what_its_incident_has() -> None:
    newest, second, oldest = _Rows(page().html).rows
    assert second == {
        "data-row": "",
        "data-severity": "SEV-2",
        "data-service": "checkout",
        "data-category": "code|testing|odd",
        "data-year": "2025",
        "data-status": "resolved",
        "data-impact": "users",
        "data-detection": "user-report",
        "data-review": "reviewed",
        "data-trigger": "not-stated",
        "data-quarter": "2025-q1",
        "data-started": "2025",
        "data-month": "03",
        "data-months": "last-12-months",
        "data-promise": "day-not-recorded",
        "data-fact": "no-time-to-mitigated|day-not-recorded",
    }
    assert newest["data-tag"] == "dns|mail"
    assert newest["data-status"] == "open"
    assert newest["data-review"] == "draft"
    assert newest["data-detection"] == oldest["data-detection"] == "not-recorded"
    assert oldest["data-impact"] == "near-miss"
    assert oldest["data-review"] == "missing"
    assert oldest["data-service"] == "search|a%7Cb"
    assert "data-category" not in oldest


def test_years_are_groups_that_the_page_leads_to() -> None:
    made = page()
    groups = [(group["id"], group["data-choice"]) for group in _Rows(made.html).groups]
    assert groups == [("in-2025", "year=2025"), ("in-2024", "year=2024")]
    assert '<a data-count="2" href="#in-2025">2</a>' in made.html
    assert '<a data-count="1" href="#in-2024">1</a>' in made.html


def test_a_single_year_needs_no_way_to_it() -> None:
    assert 'aria-label="By year"' not in pages_of(a_book(an_incident()))["incidents/index.md"].html


def test_facets_speak_the_words_of_the_vocabulary() -> None:
    made = page(vocabulary=Vocabulary(services=(Term("search", "Search & find"),)))
    assert choices(made, "severity") == [("SEV-2", "SEV-2", 2), ("SEV-3", "SEV-3", 1)]
    assert choices(made, "category") == [("code", "Code", 1), ("testing", "Testing", 2), ("odd", "odd", 1)]
    assert ("search", "Search &amp; find", 1) in choices(made, "service")
    assert choices(made, "year") == [("2025", "2025", 2), ("2024", "2024", 1)]
    assert choices(made, "impact") == [("users", "Reached users", 2), ("near-miss", "Near miss", 1)]
    assert choices(made, "status") == [("open", "Open", 1), ("resolved", "Resolved", 2)]
    assert choices(made, "tag") == [("dns", "dns", 2), ("mail", "mail", 1)]
    assert choices(made, "detection") == [
        ("user-report", "User report", 1),
        ("not-recorded", "Not recorded", 2),
    ]
    assert choices(made, "review") == [
        ("missing", "No review", 1),
        ("draft", "Draft", 1),
        ("reviewed", "Reviewed", 1),
    ]


def test_counts_of_facets_equal_the_rows() -> None:
    made = page()
    rows = _Rows(made.html).rows
    for key in ("severity", "service", "category", "year", "detection", "impact", "status", "review", "tag"):
        found = [row.get(f"data-{key}", "").split("|") for row in rows]
        for value, _, count in choices(made, key):
            assert sum(value.replace("|", "%7C") in values for values in found) == count, (key, value)


def many(*counts: int) -> dict[str, Page]:
    """The pages of a book with so many incidents in 2023, 2024 and so on."""
    ids = [f"{2023 + year}-01-01-outage-{at:04}" for year, count in enumerate(counts) for at in range(count)]
    return pages_of(a_book(*(an_incident(id) for id in ids)))


def test_the_page_holds_the_latest_hundred_and_leads_to_the_years() -> None:
    made = many(60, 60, 60)
    html = made["incidents/index.md"].html
    assert [group["id"] for group in _Rows(html).groups] == ["in-2025", "in-2024"]
    assert len(_Rows(html).rows) == 100
    assert '<a data-count="60" href="in-2023/">60</a>' in html
    for year in (2023, 2024, 2025):
        assert made[f"incidents/in-{year}.md"].html.count("data-row") == 60


def test_every_row_is_in_the_data_once() -> None:
    made = many(60, 60, 60)["incidents/index.md"]
    data = explorer_data(made)
    assert data.count == 180
    assert len(set(data.cell("href"))) == 180
    assert set(data.cell("href")[:100]) == set(re.findall(r'<a href="(20[^/]+/)">', made.html))


def test_a_year_with_very_many_incidents_has_several_pages() -> None:
    made = many(10, 1700)
    rows = [made[f"incidents/in-2024{part}.md"].html.count("data-row") for part in ("", "-2", "-3")]
    assert rows == [800, 800, 100]
    assert 'href="../in-2024-2/">Part 2</a>' in made["incidents/in-2024.md"].html


def test_a_list_that_fits_needs_no_pages_of_years() -> None:
    assert not [path for path in many(60, 40) if path.startswith("incidents/in-")]


def test_the_csv_has_a_line_for_each_incident_and_no_formula() -> None:
    first, second, third = csv.DictReader(io.StringIO(file("incidents.csv")))
    assert second == {
        "id": SECOND,
        "day": "2025-03-01",
        "title": "'=Checkout, failed",
        "severity": "SEV-2",
        "status": "resolved",
        "impact": "users",
        "services": "checkout",
        "categories": "code; testing; odd",
        "detection": "user-report",
        "tags": "",
        "review": "reviewed",
        "minutes to detected": "10.0",
        "minutes to mitigated": "",
        "minutes to resolved": "90.0",
    }
    assert first["tags"] == "dns; mail"
    assert third["services"] == "search; a|b"


def test_the_json_says_its_version_and_the_same_as_the_rows() -> None:
    read = json.loads(file("incidents.json"))
    assert read["version"] == 1
    assert [entry["id"] for entry in read["incidents"]] == [THIRD, SECOND, FIRST]
    assert read["incidents"][2] == {
        "id": FIRST,
        "day": "2024-05-01",
        "title": "Checkout failed",
        "severity": "SEV-3",
        "status": "resolved",
        "impact": "near-miss",
        "services": ["search", "a|b"],
        "categories": [],
        "detection": "not-recorded",
        "tags": ["dns"],
        "review": "missing",
        "minutes_to_milestones": {},
        "url": f"{FIRST}/",
    }


def test_addresses_in_the_json_follow_the_site() -> None:
    read = json.loads(file("incidents.json", directory_urls=False))
    assert read["incidents"][0]["url"] == f"{THIRD}.html"


def test_a_book_without_incidents_still_has_a_list_and_its_files() -> None:
    made = pages_of(a_book())["incidents/index.md"]
    assert "<p>No incident is recorded yet. <code>pirgen new" in made.html
    assert "<table" not in made.html
    assert [json.loads(asset.text)["incidents"] for asset in made.assets if asset.path.endswith("json")] == [[]]
