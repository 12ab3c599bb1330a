"""Every page together: links lead somewhere, and numbers equal the rows that they lead to."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from pirgen.analysis.statistics import compute
from pirgen.model import NOT_RECORDED, ActionStatus, Book
from pirgen.pages import Settings, Site, complete
from pirgen.pages.links import address
from pirgen.pages.site import PARTS
from tests.pages.books import a_book, a_factor, a_figure, a_review, an_action, an_incident, pages_of
from tests.pages.numbers import Numbers

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
    path = path.partition("?")[0]
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
            if target in files or "//" in link:
                continue
            assert target in readers, f"{place} links to {link}"
            assert not fragment or fragment in readers[target].ids, f"{place} links to {link}"


def test_no_page_has_an_id_twice(book: Book) -> None:
    for page in pages_of(book).values():
        ids = Reader(page.html).ids
        assert len(ids) == len(set(ids)), page.path


def test_every_page_has_one_title_and_no_script_or_style_of_its_own(book: Book) -> None:
    for page in pages_of(book).values():
        html = re.sub(
            r'<script src="(?:\.\./)*(?:assets/pirgen/[\w/-]+|[\w/-]+-rows)\.js(?:\?\w+)?" defer></script>',
            "",
            page.html,
        )
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


def test_every_number_leads_to_as_many_rows_as_it_says(book: Book) -> None:
    numbers = Numbers.of(pages_of(book).values())
    assert numbers.wrong() == []
    assert numbers.count("") > 10


def test_no_page_speaks_of_a_mean_time(book: Book) -> None:
    for page in pages_of(book).values():
        assert not re.search(r"MTT|\bmedian\b|\baverage\b|mean time", page.html)


def test_each_part_has_the_pages_that_begin_with_its_name(book: Book) -> None:
    site = Site(compute(book, date(2024, 7, 1)), Settings(as_of=date(2024, 7, 1)))
    for name in PARTS:
        assert {page.path.removesuffix(".md").partition("/")[0] for page in site.part(name)} <= {name}
    assert site.part("nothing") == ()


def test_two_to_compare_are_chosen_by_their_titles() -> None:
    first, latest = an_incident("2025-03-01-a", title="`a` & b"), an_incident("2025-04-01-b", title="</script>")
    page = pages_of(a_book(first, latest))["compare.md"]
    (titles,) = page.assets
    _, _, written = titles.text.rstrip(";\n").partition(" = ")
    assert json.loads(written) == [["2025-04-01-b", "</script>"], ["2025-03-01-a", "a & b"]]
    assert (titles.path, 'data-titles="titles.js"' in page.html) == ("compare/titles.js", True)
