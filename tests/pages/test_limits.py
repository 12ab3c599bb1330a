"""No page grows without a limit: a book of many years makes more pages, not longer ones."""

import gzip
import re
from datetime import timedelta

import pytest

from pirgen.analysis.statistics import compute
from pirgen.pages import Page, Settings
from pirgen.pages.site import Site
from tests.pages.long_book import AS_OF, a_long_book

BYTES, COMPRESSED, ELEMENTS = 1_000_000, 150_000, 6_000
FRAME_BYTES, FRAME_COMPRESSED, FRAME_ELEMENTS = 60_000, 15_000, 500
"""What the theme adds around our part of a page, at most."""


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """Every page of 2,500 incidents but for those of the incidents, whose length is that of their files."""
    statistics = compute(a_long_book(2500, timedelta(days=3)), AS_OF)
    return list(Site(statistics, Settings(AS_OF)).lists())


def test_no_page_is_too_heavy(pages: list[Page]) -> None:
    for page in pages:
        text = page.html.encode()
        assert len(text) + FRAME_BYTES < BYTES, page.path
        assert len(gzip.compress(text, 6)) + FRAME_COMPRESSED < COMPRESSED, page.path


def test_no_page_has_too_many_elements(pages: list[Page]) -> None:
    for page in pages:
        assert len(re.findall(r"<[a-z]", page.html)) + FRAME_ELEMENTS < ELEMENTS, page.path


def test_every_incident_is_reachable_without_a_script(pages: list[Page]) -> None:
    of_years = [page for page in pages if re.fullmatch(r"incidents/in-\d{4}(-\d+)?\.md", page.path)]
    linked = [id for page in of_years for id in re.findall(r'href="\.\./(20[^/]+-number-\d+)/"', page.html)]
    assert len(linked) == len(set(linked)) == 2500
    list_page = next(page for page in pages if page.path == "incidents/index.md")
    years = {page.path[len("incidents/in-") :][:4] for page in of_years}
    assert all(f'href="in-{year}/"' in list_page.html for year in years)
