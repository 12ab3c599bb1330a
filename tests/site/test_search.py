"""The search of our own built site, as a reader types into the theme's box and into our page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import written
from tests.retrieval.test_search import FERRY_QUESTIONS, QUESTIONS, ferries, ours
from tests.retrieval.test_words import PHRASES, ROWS
from tests.site.browser import served
from tests.site.conftest import built

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from pirgen.retrieval import SearchableBook

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

BOX = "[data-md-component=search-query]"
FIRST = ".md-search-result__item > a:first-child"


def typed(page: Page, words: str) -> list[str]:
    """The addresses of the pages that are found, in their order."""
    page.fill(BOX, "")
    page.keyboard.press("Space")
    page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
    page.fill(BOX, words)
    page.keyboard.press("Shift")
    page.wait_for_selector(".md-search-result__item")
    return [str(link.get_attribute("href")) for link in page.query_selector_all(FIRST)]


def ranks(page: Page, questions: list[list[str]]) -> list[float]:
    """One over the place of the right page, for each question."""
    found = []
    for words, expected, *_ in questions:
        addresses = typed(page, words)
        right = [
            n for n, address in enumerate(addresses, 1) if any(id in address for id in expected.split("|"))
        ]
        found.append(1 / right[0] if right else 0)
    return found


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address, wait_until="networkidle")
    page.click(BOX)
    return page


@pytest.mark.browser
@pytest.mark.parametrize("policy", ["", "script-src 'self'"])
def test_readers_questions_are_answered_first(
    our_site: tuple[Path, list[str]], browser: Browser, policy: str
) -> None:
    with served(our_site[0], policy) as host:
        page = opened(browser, f"{host}/incidents/2017-01-31-gitlab-db-deletion/")
        found = ranks(page, QUESTIONS[:16] if policy else QUESTIONS[::3])
        page.close()
    assert all(found)
    assert sum(found) / len(found) >= 0.95


@pytest.mark.browser
def test_questions_over_the_demonstration_are_answered_first(
    our_site: tuple[Path, list[str]], browser: Browser
) -> None:
    with served(our_site[0]) as host:
        page = opened(browser, f"{host}/demo/")
        found = ranks(page, [question for question in FERRY_QUESTIONS[::3] if len(question) == 2])
        page.close()
    assert all(found)
    assert sum(found) / len(found) >= 0.95


@pytest.mark.browser
def test_a_site_opened_as_a_folder_answers_too(our_site: tuple[Path, list[str]], browser: Browser) -> None:
    page = opened(browser, (our_site[0] / "index.html").as_uri())
    assert "2019-07-02-cloudflare-waf-regex" in typed(page, "regex")[0]
    page.close()


@pytest.mark.browser
def test_the_box_tells_what_it_looked_for_and_shows_readable_text(
    our_site: tuple[Path, list[str]], browser: Browser
) -> None:
    with served(our_site[0]) as host:
        page = opened(browser, f"{host}/")
        typed(page, "catastrophik backtracking clouflare")
        meta = page.inner_text(".md-search-result__meta")
        assert "looked for \u2018cloudflare\u2019 instead of \u2018clouflare\u2019" in meta
        item = page.query_selector(".md-search-result__item")
        assert item is not None
        assert (
            item.query_selector("h1").inner_text()
            == ours().book.incident_by_id["2019-07-02-cloudflare-waf-regex"].title
        )
        assert "2019-07-02" in item.inner_text()
        assert item.query_selector_all("mark")
        typed(page, "severity:SEV-1 year:2019")
        assert len(page.query_selector_all(FIRST)) == 1
        page.close()


@pytest.mark.browser
def test_the_guide_is_found_after_incidents(our_site: tuple[Path, list[str]], browser: Browser) -> None:
    with served(our_site[0]) as host:
        page = opened(browser, f"{host}/")
        assert any("guide/editors" in address for address in typed(page, "pre-commit hook"))
        addresses = typed(page, "rollback")
        kinds = ["guide/" in address for address in addresses]
        assert kinds == sorted(kinds)
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("library", "questions", "at"), [(ours, QUESTIONS, "find/"), (ferries, FERRY_QUESTIONS, "demo/find/")]
)
def test_both_sides_rank_alike(
    our_site: tuple[Path, list[str]],
    browser: Browser,
    library: Callable[[], SearchableBook],
    questions: list[list[str]],
    at: str,
) -> None:
    with served(our_site[0]) as host:
        page = opened(browser, f"{host}/{at}")
        page.wait_for_function("() => window.pirgenSearch")
        for words, *_ in questions:
            here = [hit.document.path for hit in library().search(words, 20, is_unfinished=True).hits]
            hits = page.evaluate(
                "async words => (await pirgenSearch.search(words, 60)).hits.map(h => h.address)", words
            )
            there = [f"{address.rstrip('/')}.md" for address in hits if re.match(r"incidents/\d", address)]
            assert there == here, words
        page.close()


@pytest.mark.browser
def test_both_sides_read_words_alike(our_site: tuple[Path, list[str]], browser: Browser) -> None:
    spelled = sorted(ours().index.spellings.items())
    with served(our_site[0]) as host:
        page = opened(browser, f"{host}/find/")
        page.wait_for_function("() => window.pirgenSearch")
        page.evaluate("async () => { await pirgenSearch.begin(); }")
        for text, expected in PHRASES:
            assert page.evaluate("text => pirgenWords.withPhrases(text)", text) == expected
        for text, expected in ROWS:
            assert (
                page.evaluate("text => pirgenWords.runs(text).flatMap(pirgenWords.terms)", text)
                == expected.split()
            )
        stems = page.evaluate("words => words.map(pirgenWords.stem)", [word for _, word in spelled])
        assert stems == [stem for stem, _ in spelled]
        page.close()


@pytest.mark.browser
def test_the_search_page_keeps_the_words_in_its_address(
    our_site: tuple[Path, list[str]], browser: Browser
) -> None:
    with served(our_site[0]) as host:
        page = browser.new_page()
        page.goto(f"{host}/find/?words=disk+full", wait_until="networkidle")
        page.wait_for_selector(".pirgen-find-results a")
        assert "docs-rs-disk-full" in str(page.get_attribute(".pirgen-find-results a", "href"))
        page.fill(".pirgen-find-form input", "network partition")
        page.wait_for_url("**/find/?words=network+partition")
        page.wait_for_selector(".pirgen-find-results a[href*=github-mysql-partition]")
        page.close()


@pytest.mark.browser
def test_hostile_text_is_shown_as_text(tmp_path: Path, browser: Browser) -> None:
    from pirgen.rules.examples import files_of

    evil = "<img src=x onerror=alert(1)> constructor toString"
    files = {f"incidents/{name}": text for name, text in files_of("").items()}
    files = {name: re.sub(r"(?m)^title: .*", f"title: '{evil}'", text) for name, text in files.items()}
    config = "site_name: x\ntheme: {name: material, font: false}\nplugins: [search, pirgen]\n"
    written(tmp_path, files | {"mkdocs.yml": config, "docs/index.md": "# Home\n"})
    with served(built(tmp_path)[0]) as host:
        page = opened(browser, f"{host}/")
        said: list[str] = []
        page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
        for words in ("constructor", "tostring", "onerror", "<img src=x onerror=alert(2)>"):
            typed(page, words)
            assert evil in page.inner_text(".md-search-result__list")
        assert said == []
        page.close()


def test_our_pages_are_not_parsed_and_no_page_loads_an_index(our_site: tuple[Path, list[str]]) -> None:
    index = json.loads((our_site[0] / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []
    assert index["config"]["separator"]
    start = (our_site[0] / "search/start.js").stat().st_size
    assert start < 10_000


def test_another_theme_has_the_search_page_and_little_in_its_own_index(somebodys_site: Path) -> None:
    config = somebodys_site / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("{name: material, font: false}", "{name: mkdocs}")
    config.write_text(text, encoding="utf-8")
    site = built(somebodys_site)[0]
    assert (site / "find/index.html").is_file()
    assert "search-box.js" not in (site / "index.html").read_text(encoding="utf-8")
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    (incident,) = [doc for doc in docs if doc["location"].startswith("incidents/2")]
    assert len(incident["text"]) < 400


def test_assistants_find_each_incident_as_markdown(our_site: tuple[Path, list[str]]) -> None:
    index = (our_site[0] / "llms.txt").read_text(encoding="utf-8")
    assert index.startswith("# pirgen\n\n> Incidents and post-incident reviews")
    assert (our_site[0] / "demo/llms.txt").read_text(encoding="utf-8").count("\n\n>") == 1
    links = re.findall(r"\]\((?:https://[^/]+/(?:[^/]+/)?)?(incidents/2[^)]+)\)", index)
    assert len(links) == len(ours().book.incidents)
    for link in links:
        text = (our_site[0] / link).read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert "## Timeline" in text
        assert "## Actions" in text


def test_the_same_incidents_make_the_same_bytes(somebodys_site: Path) -> None:
    def written_search() -> dict[str, bytes]:
        folder = built(somebodys_site)[0] / "search"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}

    assert written_search() == written_search()
