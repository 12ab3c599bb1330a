"""Our own site where Material exchanges pages instead of loading them: ``navigation.instant``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.site.browser import launched, served
from tests.site.conftest import ROOT, built

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

INCIDENT = "incidents/2017-01-31-gitlab-db-deletion/"
OTHER = "incidents/2018-10-21-github-mysql-partition/"


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a copy that has every feature of instant navigation."""
    folder = tmp_path_factory.mktemp("instant")
    for name in ("docs", "incidents", "overrides", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    features = ("navigation.instant", "navigation.instant.prefetch", "navigation.instant.progress")
    listed = "".join(f"    - {feature}\n" for feature in features)
    with served(folder) as host:
        (folder / "mkdocs.yml").write_text(
            config.replace("  features:\n", f"  features:\n{listed}", 1) + f"site_url: {host}/site/\n",
            encoding="utf-8",
        )
        built(folder)
        demonstration = folder / "site" / "demo" / "index.html"  # built after our own site, and linked from it
        demonstration.parent.mkdir()
        demonstration.write_text("<!doctype html><title>Demonstration</title>", encoding="utf-8")
        yield f"{host}/site/"


@pytest.fixture
def page(instant: str) -> Iterator[Page]:
    """The home page, loaded once; whatever happens after it must end without any error.

    The theme fetches ahead what is under the mouse. While it exchanges a page it takes links of the old one for
    the new one's, so it may ask for an address that no reader is ever led to.
    """
    problems: list[str] = []
    guessed: set[str] = set()
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.on(
            "console",
            lambda said: (
                problems.append(f"{said.text} {said.location['url']}") if said.type == "error" else None
            ),
        )
        page.on("response", lambda got: guessed.add(got.url) if is_prefetch(got) else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(instant, wait_until="networkidle")
        page.evaluate("window.isStillHere = true")
        yield page
    assert [each for each in problems if each.rpartition(" ")[2] not in guessed] == []


def is_prefetch(response: Response) -> bool:
    return "prefetch" in response.request.all_headers().get("sec-purpose", "")


def follow(page: Page, selector: str, address: str) -> None:
    """Click the first such link that can be seen, and wait until the page of that address is shown."""
    page.evaluate("window.before = [location.pathname, document.querySelector('article')]")
    page.locator(selector).locator("visible=true").first.click()
    page.wait_for_url(f"**/site/{address}")
    page.wait_for_function(
        """() => !window.before
            || window.before[0] === location.pathname
            || window.before[1] !== document.querySelector("article")"""
    )


def wait_for_target(page: Page) -> None:
    """Wait until what the address names is in view; the theme may exchange the page once more under it."""
    page.wait_for_function(
        """() => {
            const top = document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top;
            return top > -1 && top < innerHeight;
        }"""
    )


def is_exchanged(page: Page) -> bool:
    return page.evaluate("window.isStillHere === true")


def test_every_kind_of_page_comes_without_an_error(page: Page) -> None:
    kinds = ("Incidents", "Actions", "Open paths", "Trends", "Knowledge", "Guide")
    for kind in kinds:
        page.locator(".md-tabs a", has_text=kind).click()
        page.wait_for_function(
            "kind => document.querySelector('.md-tabs__item--active').innerText.trim() === kind", arg=kind
        )
    follow(page, ".md-tabs a:has-text('Incidents')", "incidents/")
    follow(page, f"td a[href*='{INCIDENT.split('/')[1]}']", INCIDENT)
    assert page.locator("svg.pirgen-drawing").count() >= 4
    assert is_exchanged(page)


def test_links_of_diagrams_and_charts_lead_on(page: Page) -> None:
    follow(page, ".md-tabs a:has-text('Trends')", "trends/")
    follow(page, "svg.pirgen-chart a", "trends/quarters/#*")
    wait_for_target(page)
    page.goto(page.url.partition("trends/")[0] + INCIDENT)
    follow(page, "svg.pirgen-drawing:not(.pirgen-timeline) a", f"{INCIDENT}#*")
    wait_for_target(page)


def test_the_way_back_is_the_way_there(page: Page) -> None:
    follow(page, ".md-tabs a:has-text('Incidents')", "incidents/")
    follow(page, f"td a[href*='{INCIDENT.split('/')[1]}']", INCIDENT)
    follow(page, f"article a[href*='{OTHER.split('/')[1]}']", OTHER)
    page.go_back()
    page.wait_for_selector("h1:has-text('GitLab.com was down')")
    page.go_back()
    page.wait_for_selector(".pirgen-explorer-ready")
    page.fill("input[name=words]", "gitlab")
    page.wait_for_selector(".pirgen-found-count:has-text('1 of 17 incidents')")
    assert is_exchanged(page)


def test_a_link_into_another_page_ends_at_its_target(page: Page) -> None:
    follow(page, ".md-tabs a:has-text('Actions')", "actions/")
    follow(page, "article a[href*='#action-']", "incidents/*/#action-*")
    page.wait_for_selector(":target")
    assert page.evaluate(
        "Math.abs(document.querySelector(':target').getBoundingClientRect().top) < innerHeight"
    )
    assert is_exchanged(page)


def test_colours_stay_as_chosen(page: Page) -> None:
    page.locator("[data-md-component=palette] label:visible").click()
    follow(page, ".md-tabs a:has-text('Trends')", "trends/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert is_exchanged(page)
