"""Pictures in a built site: in both forms of addresses, on the page and in its Markdown, seen by a browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import png, written
from tests.site.browser import launched, served
from tests.site.conftest import CONFIG, built

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

EXAMPLE = """\
severity_note: "As ![the severity](wide.png) says"
timeline:
  - at: 2026-01-05T09:10Z
    marks: [started, detected, acknowledged, mitigated, resolved]
    text: Orders fail
    evidence: [{kind: metric, url: wide.png, title: "Failed *orders*"}, {kind: log, url: gate.log, title: Log}]
# pir.yaml
summary: |
  It grew.

  ![The queue](graphs/tall%20one.png)
factors:
  null-price:
    text: A price may be missing
    category: data
    evidence: [{kind: metric, url: wide.png, title: Prices}]
  no-test: {text: No test places an order without a price, category: testing}
lessons: ["Look at [the queue](graphs/tall%20one.png)"]
"""


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two pictures, once with a folder for each page and once with a file."""
    folder = written(tmp_path_factory.mktemp("pictures"), {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n"})
    written(folder / "incidents", files_of(EXAMPLE))
    beside = folder / "incidents" / FOLDER
    (beside / "graphs").mkdir()
    (beside / "wide.png").write_bytes(png(3000, 30))
    (beside / "graphs" / "tall one.png").write_bytes(png(40, 20))
    (beside / "gate.log").write_text("x")
    return built(folder, use_directory_urls=request.param)[0]


def page_of(site: Path) -> Path:
    path = site / "incidents" / FOLDER / "index.html"
    return path if path.exists() else site / "incidents" / f"{FOLDER}.html"


def test_pictures_are_where_pages_say_and_their_size_is_known(site: Path) -> None:
    page = page_of(site)
    pictures = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("img.pirgen-picture")
    told = [(each["alt"], each["width"], each["height"], each["loading"]) for each in pictures]
    assert told == [
        ("the severity", "3000", "30", "lazy"),
        ("The queue", "40", "20", "lazy"),
        ("Failed orders", "3000", "30", "lazy"),
        ("Prices", "3000", "30", "lazy"),
    ]
    for each in pictures:
        assert each.parent is not None
        assert each.parent["href"] == each["src"]
        assert (page.parent / str(each["src"]).replace("%20", " ")).is_file()


def test_lists_and_the_markdown_of_an_incident_lead_to_the_files(site: Path) -> None:
    led = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in (".html", ".md")):
        text = path.read_text(encoding="utf-8")
        links = re.findall(r"""(?:<a href="|\]\()(?!https:)([^")]*\.(?:png|log))[")]""", text)
        assert [link for link in links if not (path.parent / unquote(link)).is_file()] == [], path
        led[path.relative_to(site).as_posix()] = len(links)
    assert led.get("lessons/index.html", led.get("lessons.html")) == 1
    assert led[f"{page_of(site).relative_to(site).as_posix()}.md"] == 6


@pytest.mark.browser
def test_a_browser_shows_them_from_a_server_and_from_a_folder(site: Path) -> None:
    with served(site) as host, launched() as browser:
        for address in (f"{host}/{page_of(site).relative_to(site)}", page_of(site).as_uri()):
            page = browser.new_page(viewport={"width": 390, "height": 800})
            page.goto(address)
            page.evaluate(
                "() => { window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                "entry => { window.shift += entry.value })).observe({type: 'layout-shift', buffered: true}) }"
            )
            for picture in page.locator("img.pirgen-picture").all():
                picture.scroll_into_view_if_needed()
            page.wait_for_function(
                "[...document.querySelectorAll('img.pirgen-picture')].every(one => one.naturalWidth > 0)"
            )
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.evaluate("window.shift") == 0
            page.close()
