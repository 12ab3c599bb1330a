"""Every page together: links lead somewhere, and numbers equal the rows that they lead to."""

import re
from html.parser import HTMLParser

import pytest

from pirgen.model import NOT_RECORDED, ActionStatus, Book
from pirgen.pages import Page, complete
from pirgen.pages.links import address
from tests.pages.books import a_book, a_factor, a_figure, a_review, an_action, an_incident, pages_of

IDS = [f"20{year}-0{month}-01-outage" for year in (22, 23, 24) for month in (1, 2, 5)]


@pytest.fixture(scope="module")
def book() -> Book:
    incidents = [
        an_incident(id, severity=f"SEV-{place % 4 + 1}", services=("a & b", f"service {place % 3}"))
        for place, id in enumerate(IDS)
    ]
    misses = [an_incident("2024-06-01-miss", impact=None)]
    states = list(ActionStatus)
    reviews = [
        a_review(
            id,
            factors=(a_factor("one", "code"), a_factor("two", ("data", "process")[place % 2])),
            trigger_kind="deploy",
            lessons=("Learn",),
            actions=(an_action("act", states[place % len(states)], reduces=("one",), due=NOT_RECORDED),),
        )
        for place, id in enumerate(IDS[:-1])
    ]
    return a_book(*incidents, *misses, *reviews)


class Reader(HTMLParser):
    """The ids and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.links.append(value or "")


def resolved(page: str, link: str) -> tuple[str, str]:
    """The address in the site that a link leads to, and the fragment."""
    path, _, fragment = link.partition("#")
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    if not path:
        return page, fragment
    return "/".join(parts) + ("/" if parts and path.endswith("/") else ""), fragment


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page_and_a_place_on_it(book: Book, directory_urls: bool) -> None:
    pages = pages_of(book, directory_urls=directory_urls).values()
    readers = {address(page.path, directory_urls): Reader(page.html) for page in pages}
    files = {asset.path for page in pages for asset in page.assets}
    for place, reader in readers.items():
        for link in reader.links:
            target, fragment = resolved(place, link)
            if target in files:
                continue
            assert target in readers, f"{place} links to {link}"
            assert not fragment or fragment in readers[target].ids, f"{place} links to {link}"


def test_no_page_has_an_id_twice(book: Book) -> None:
    for page in pages_of(book).values():
        ids = Reader(page.html).ids
        assert len(ids) == len(set(ids)), page.path


def test_every_page_has_one_title_and_no_script_or_style_of_its_own(book: Book) -> None:
    for page in pages_of(book).values():
        html = re.sub(r'<script src="(?:\.\./)*assets/pirgen/[\w/]+\.js" defer></script>', "", page.html)
        assert page.html.count("<h1") == 1, page.path
        assert "<script" not in html
        assert " style=" not in html
        assert " src=" not in html


def test_the_same_book_makes_the_same_bytes(book: Book) -> None:
    figures = {IDS[0]: {"timeline": a_figure("t")}}
    first, second = pages_of(book, figures), pages_of(book, figures)
    assert [complete(page) for page in first.values()] == [complete(page) for page in second.values()]


def test_an_empty_book_still_makes_a_site() -> None:
    assert "No incident has been reviewed yet" in pages_of(a_book())["index.md"].html


def number(page: Page, link: str) -> int:
    """The number that stands in the link."""
    match = re.search(
        rf'<a href="{re.escape(link)}">(?:<svg.*?</svg>|<b>|[^<>\d])*?\s*(\d+)', page.html, re.DOTALL
    )
    assert match, f"{page.path} has no number that links to {link}"
    return int(match[1])


def section(page: Page, id: str, end: str) -> str:
    return page.html[page.html.index(f'id="{id}"') :].split(end, 1)[0]


def test_numbers_of_actions_equal_their_rows(book: Book) -> None:
    pages = pages_of(book)
    for id in ("open", "unknown", "done", "ended"):
        rows = section(pages["actions.md"], id, "<h2").count('<tr id="action-')
        assert rows
        assert number(pages["index.md"], f"actions/#{id}") == rows
        assert number(pages["actions.md"], f"#{id}") == rows


def test_numbers_of_recurring_factors_equal_their_pages(book: Book) -> None:
    pages = pages_of(book)
    for category in ("code", "data", "process"):
        entries = pages[f"factors/{category}.md"].html.count('<section class="pirgen-entry">')
        assert number(pages["index.md"], f"factors/{category}/") == entries
        assert number(pages["trends.md"], f"../factors/{category}/") == entries


def test_numbers_of_services_equal_their_lists(book: Book) -> None:
    pages = pages_of(book)
    listed = section(pages["services.md"], "service-a-b", "<h2").count("<li>")
    assert number(pages["index.md"], "services/#service-a-b") == listed == len(IDS)


def test_numbers_of_quarters_equal_their_lists(book: Book) -> None:
    page = pages_of(book)["trends.md"]
    assert number(page, "#in-2022-q1") == 2
    assert page.html.count("incidents/2022-01-01-outage/") == 3  # its quarter, how it was found, its trigger
    for link in set(re.findall(r'<td data-label="[^"]+"><a href="#(in-[^"]+)">', page.html)):
        listed = re.search(
            rf'<div id="{link}">((?:(?!</?div).)*(?:<div.*?</div>\s*)*)</div>', page.html, re.DOTALL
        )
        assert listed
        assert number(page, f"#{link}") == listed[1].count("<li>")


def test_near_misses_are_a_series_of_their_own(book: Book) -> None:
    page = pages_of(book)["trends.md"]
    assert number(page, "#in-2024-q2-near-misses") == 1
    assert number(page, "#in-2024-q2") == 1


def test_the_running_quarter_is_marked(book: Book) -> None:
    assert "not over" in pages_of(book)["trends.md"].html


def test_fewer_than_five_incidents_make_a_table_only() -> None:
    page = pages_of(a_book(*(an_incident(id) for id in IDS[:4])))["trends.md"]
    assert "<svg" not in page.html
    assert "Fewer than five are shown as a table only." in page.html


def test_no_page_speaks_of_a_mean_time(book: Book) -> None:
    for page in pages_of(book).values():
        assert not re.search(r"MTT|\bmedian\b|\baverage\b|mean time", page.html)
