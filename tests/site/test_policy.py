"""Our own site under the Content-Security-Policy that ``pirgen policy`` prints for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from tests.conftest import written
from tests.site.browser import launched, served
from tests.site.conftest import ROOT, built

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"

KINDS = (
    "", "incidents/", "incidents/2017-01-31-gitlab-db-deletion/", "actions/", "open-paths/", "trends/",
    "lessons/", "recurring/", "factors/", "services/", "tags/", "on-this-day/", "severity/", "glossary/",
    "rules/", "guide/", "404.html",
)  # fmt: skip


def test_a_policy_names_each_inline_script_once(tmp_path: Path) -> None:
    page = "<script>let a = 1 < 2</script><script src=x.js></script><script type=application/json>{}</script>"
    site = written(tmp_path, {"index.html": page, "a/index.html": page + "<style>p {}</style>"})
    result = CliRunner().invoke(main, ["policy", str(site)])
    assert result.exit_code == 0
    directives = dict(part.split(" ", 1) for part in result.output.strip().split("; "))
    assert directives["script-src"] == "'self' 'sha256-gYF2tc+qsWyTSgvpNYYASEqUcuXvrs4/YAvyb9S+GQI='"
    assert len(re.findall("sha256-", directives["style-src"])) == 1
    assert directives["object-src"] == "'none'"


def test_a_folder_without_a_site_is_reported(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["policy", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert f"there is no built site in '{tmp_path / 'none'}'" in result.output


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a copy of our site, served under its policy; instant navigation is on."""
    folder = tmp_path_factory.mktemp("guarded")
    for name in ("docs", "incidents", "overrides", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  features:\n", "  features:\n    - navigation.instant\n", 1)
    with served(folder) as host:
        (folder / "mkdocs.yml").write_text(f"{config}site_url: {host}/site/\n", encoding="utf-8")
        site, _ = built(folder)
    policy = CliRunner().invoke(main, ["policy", str(site)]).output.strip()
    assert "unsafe" not in policy
    with served(folder, policy) as host:
        yield f"{host}/site/"


@pytest.fixture
def page(guarded: str) -> Iterator[Page]:
    """A page whose every refusal by the policy, and every error, fails the test."""
    problems: list[str] = []
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=guarded)
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
    assert [problem for problem in problems if "404" not in problem] == []


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.graphviz
def test_every_kind_of_page_loads(page: Page) -> None:
    for kind in KINDS:
        page.goto(kind, wait_until="load")
        assert page.locator("h1").first.is_visible()


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.graphviz
def test_search_filters_colours_and_links_work(page: Page) -> None:
    page.goto("incidents/", wait_until="networkidle")
    before = page.locator("table tbody tr").count()
    page.locator("input[type=checkbox][name=severity], input[name=severity]").first.check(force=True)
    page.wait_for_function(f"document.querySelectorAll('table tbody tr').length < {before}")
    page.locator("label[for=__palette_1], label[title='Dark colours']").first.click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type("spammers")
    page.locator(".md-search-result__link").first.wait_for()
    page.goto("incidents/", wait_until="networkidle")  # closes the results
    page.locator("table tbody a").first.click()
    page.wait_for_url("**/incidents/2*/")


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.graphviz
def test_a_drawing_is_shown_in_full_size_and_saved_and_folded_places_open(page: Page, tmp_path: Path) -> None:
    page.goto("incidents/2017-01-31-gitlab-db-deletion/")
    page.get_by_role("button", name="Full size: Five whys").click()
    drawing = page.locator("dialog svg.pirgen-drawing")
    own = drawing.evaluate("drawing => drawing.viewBox.baseVal.width")
    for press, scale in (("0", 1), ("+", 1.25), ("-", 1)):
        page.keyboard.press(press)
        assert drawing.evaluate("drawing => drawing.getBoundingClientRect().width") == int(own * scale)
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Fit into the window").click()
    assert drawing.evaluate("it => it.getBoundingClientRect().height <= it.parentElement.clientHeight")
    page.keyboard.press("Escape")
    assert (
        page.locator(".pirgen-diagram > svg.pirgen-drawing").count() == page.locator(".pirgen-diagram").count()
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as SVG: Five whys").click()
    assert download.value.suggested_filename == "2017-01-31-gitlab-db-deletion-whys.svg"
    download.value.save_as(tmp_path / "whys.svg")
    saved = ElementTree.parse(tmp_path / "whys.svg").getroot()
    texts = list(saved.iter(f"{SVG}text"))
    assert {text.get("font-family") for text in texts} == {"Helvetica, Arial, sans-serif"}
    assert {text.get("font-size") for text in texts} == {"11px", "13px"}
    assert (texts[-2].text or "").startswith("Five whys: ")
    assert texts[-1].text == page.title()
    page.locator(".pirgen-wide a").filter(has_text=re.compile(r"^\d\d:\d\d$")).first.click()
    assert page.locator("tr:target").is_visible()
    page.goto("trends/")
    chart = page.locator(".pirgen-chart-box svg").first
    page.get_by_role("button", name="Full size: Chart: Incidents per severity and year").click()
    page.locator("dialog svg.pirgen-chart").wait_for()
    page.keyboard.press("Escape")
    assert chart.is_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as SVG: Chart: Incidents per severity and year").click()
    download.value.save_as(tmp_path / "chart.svg")
    words = [text.text for text in ElementTree.parse(tmp_path / "chart.svg").getroot().iter(f"{SVG}text")]
    legend = page.locator(".pirgen-key").first.locator("li").all_inner_texts()
    assert words[-len(legend) :] == [entry.strip() for entry in legend]


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.graphviz
def test_a_script_that_got_into_a_page_does_not_run(guarded: str) -> None:
    with launched() as browser:
        page = browser.new_page()
        page.goto(guarded)
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">');"
            "const s = document.createElement('script'); s.textContent = 'window.ran = 2';"
            "document.body.append(s)"
        )
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran === undefined")
