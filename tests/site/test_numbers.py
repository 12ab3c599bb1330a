"""The numbers of our own built site."""

from pathlib import Path

import pytest

from tests.pages.explorer_data import ExplorerData, read_data
from tests.pages.numbers import Numbers

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


def rows_in(folder: Path, name: str) -> ExplorerData:
    """The rows of a table whose scripts are in a folder."""
    scripts = {file.name: file.read_text(encoding="utf-8") for file in folder.glob(f"{name}-rows*.js")}
    return read_data(scripts)


def numbers_of(site: Path) -> Numbers:
    """The numbers of a site, without those of the demonstration in it."""
    pages = [page for page in sorted(site.rglob("*.html")) if page.relative_to(site).parts[0] != "demo"]
    html = {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8")
        for path in pages
    }
    data = {
        "incidents/": rows_in(site / "incidents", "incidents"),
        "actions/": rows_in(site, "actions"),
    }
    return Numbers(html, data)


@pytest.fixture(scope="module")
def numbers(our_site: tuple[Path, list[str]]) -> Numbers:
    """The numbers of our own site."""
    return numbers_of(our_site[0])


def test_every_number_leads_to_as_many_rows_as_it_says(numbers: Numbers) -> None:
    assert numbers.wrong() == []


def test_so_does_every_number_of_the_demonstration(our_site: tuple[Path, list[str]]) -> None:
    assert numbers_of(our_site[0] / "demo").wrong() == []


@pytest.mark.parametrize("address", ["", "actions/", "trends/", "services/", "factors/", "recurring/", "tags/"])
def test_no_number_leads_nowhere(numbers: Numbers, address: str) -> None:
    assert numbers.count(address)
    assert numbers.lone(address) == []
