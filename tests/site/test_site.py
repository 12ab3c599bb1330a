"""What a reader gets, looked up in built sites."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.exceptions import Abort

from pirgen.diagnostics import Level
from pirgen.pipeline import check
from pirgen.reports.notice import MARKED_FORMS
from pirgen.rules.examples import FOLDER
from tests.conftest import written
from tests.site.conftest import CONFIG, ROOT, built

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


class _Links(HTMLParser):
    """Where a page leads, what it loads, and the ids that can be linked to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values.get("href") or values.get("xlink:href") or "")
        elif tag in ("script", "img", "iframe", "source"):
            self.loads.append(values.get("src", ""))
        elif tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            self.loads.append(values.get("href", ""))


def pages_of(site: Path) -> dict[Path, _Links]:
    return {page: _Links(page) for page in sorted(site.rglob("*.html"))}


def target_of(page: Path, link: str, site: Path) -> Path:
    path = unquote(urlsplit(link).path)
    base = site if path.startswith("/") else page.parent
    target = (base / path.lstrip("/")).resolve() if path else page
    return target / "index.html" if target.is_dir() else target


@pytest.fixture(scope="module")
def pages(our_site: tuple[Path, list[str]]) -> dict[Path, _Links]:
    """The pages of our own site."""
    return pages_of(our_site[0].resolve())


def test_our_site_builds_without_a_warning(our_site: tuple[Path, list[str]]) -> None:
    assert our_site[1] == []


def test_no_internal_link_or_anchor_is_broken(
    our_site: tuple[Path, list[str]], pages: dict[Path, _Links]
) -> None:
    site = our_site[0].resolve()
    broken = []
    for page, found in pages.items():
        for link in found.links:
            if page.name == "404.html" or urlsplit(link).scheme:
                continue
            target = target_of(page, link, site)
            fragment = unquote(urldefrag(link)[1])
            is_there = target.exists() and (
                not fragment or target.suffix != ".html" or fragment in pages[target].ids
            )
            if not is_there:
                broken.append(f"{page.relative_to(site)} -> {link}")
    assert broken == []


def test_nothing_is_loaded_from_another_host(pages: dict[Path, _Links]) -> None:
    loads = {load for found in pages.values() for load in found.loads}
    assert [load for load in loads if urlsplit(load).netloc] == []


def test_no_page_uses_an_id_twice(pages: dict[Path, _Links]) -> None:
    counts = {page.as_posix(): Counter(found.ids) for page, found in pages.items()}
    assert [(page, id) for page, count in counts.items() for id, times in count.items() if times > 1] == []


def test_every_incident_has_all_its_drawings(our_site: tuple[Path, list[str]]) -> None:
    for page in (our_site[0] / "incidents").glob("2*/index.html"):
        assert page.read_text(encoding="utf-8").count("<svg") >= 4 + 1, page
        assert "<!--figure:" not in page.read_text(encoding="utf-8")


def test_a_page_of_a_section_shows_the_way_to_the_others(our_site: tuple[Path, list[str]]) -> None:
    knowledge = [
        "What recurs",
        "Lessons",
        "Factors",
        "Services",
        "Tags",
        "On this day",
        "For auditors",
        "Severities",
        "Glossary",
    ]
    for address in ("factors", "services", "services/cdn", "severity"):
        sidebar = sidebar_of(our_site[0] / address / "index.html")
        links = sidebar.select(".md-nav__item--active.md-nav__item--section > nav > ul > li > a")
        assert [link.get_text(strip=True) for link in links] == [*knowledge, "Rules"]
        assert not sidebar.has_attr("hidden")
    for address in ("actions", "incidents", "incidents/2012-08-01-knight-capital-power-peg"):
        assert sidebar_of(our_site[0] / address / "index.html").has_attr("hidden")


def test_without_tabs_no_page_hides_the_navigation(somebodys_site: Path) -> None:
    site, _ = built(somebodys_site)
    for address in ("actions", "incidents", "lessons"):
        assert not sidebar_of(site / address / "index.html").has_attr("hidden")


def sidebar_of(page: Path) -> Tag:
    sidebar = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one(".md-sidebar--primary")
    assert sidebar
    return sidebar


def searched(site: Path, part: str) -> dict[str, str]:
    """What the search of a site has of each page, by its address."""
    files = (site / "search" / part / "e").glob("*.js")
    texts = (path.read_text(encoding="utf-8") for path in files)
    entries = [json.loads(text[text.index(",") + 1 : -3]) for text in texts]
    return {address: json.dumps(entry, ensure_ascii=False) for address, *entry in entries}


def test_search_finds_a_word_of_a_timeline_and_no_drawing(our_site: tuple[Path, list[str]]) -> None:
    incidents = searched(our_site[0], "incidents")
    hits = [address for address, text in incidents.items() if "spammers" in text.lower()]
    assert "incidents/2017-01-31-gitlab-db-deletion/" in hits
    assert not any("<svg" in text for text in incidents.values())


def test_search_does_not_find_the_rows_of_the_list_a_second_time(our_site: tuple[Path, list[str]]) -> None:
    listing = searched(our_site[0], "pages")["incidents/"]
    assert "Incidents" in listing
    assert "GitLab" not in listing


def test_the_edit_pencil_opens_the_yaml(somebodys_site: Path) -> None:
    config = CONFIG + "repo_url: https://git.example.org/team/site\nedit_uri: edit/main/docs/\n"
    config = config.replace("font: false", "font: false, features: [content.action.edit]")
    site, _ = built(written(somebodys_site, {"mkdocs.yml": config}))
    page = (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")
    assert f'href="https://git.example.org/team/site/edit/main/incidents/{FOLDER}/pir.yaml"' in page


REPOSITORY = "repo_url: https://github.com/team/site\nsite_url: https://example.org/x\n"


def test_an_incident_links_to_the_history_of_its_files(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(somebodys_site.parent))
    site, _ = built(written(somebodys_site, {"mkdocs.yml": CONFIG + REPOSITORY}))
    page = (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")
    assert f'href="https://github.com/team/site/commits/HEAD/incidents/{FOLDER}/pir.yaml"' in page


def test_pages_and_sitemap_are_dated_by_the_day_judged_by(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIRGEN_AS_OF", "2026-02-03")
    site, _ = built(written(somebodys_site, {"mkdocs.yml": CONFIG + REPOSITORY}))
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-02-03"}
    assert 'As of <time datetime="2026-02-03">' in (site / "actions/index.html").read_text(encoding="utf-8")


def test_a_day_that_is_none_is_said(
    somebodys_site: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIRGEN_AS_OF", "tomorrow")
    with pytest.raises(Abort):
        built(somebodys_site)
    assert "as_of: 'tomorrow' is not a date such as 2026-03-31" in caplog.text


def test_every_page_tells_of_the_feed_and_names_its_search(somebodys_site: Path) -> None:
    site, _ = built(written(somebodys_site, {"mkdocs.yml": CONFIG + REPOSITORY}))
    assert "<entry>" in (site / "feed.xml").read_text(encoding="utf-8")
    page = (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")
    assert 'role="dialog" aria-label="Search"' in page
    assert '<link rel="alternate" type="application/atom+xml" href="../../feed.xml">' in page


def test_where_the_incidents_lie_on_this_machine_is_on_no_page(somebodys_site: Path) -> None:
    folder = somebodys_site / "incidents"
    config = CONFIG.replace("pirgen]", f"{{pirgen: {{incidents_dir: {folder}}}}}]")
    (written(somebodys_site, {"mkdocs.yml": config, "docs/hello.md": "Hello"}) / "docs" / "index.md").unlink()
    site, _ = built(somebodys_site)
    assert "<code>incidents/</code>" in (site / "index.html").read_text(encoding="utf-8")
    assert not [page for page in site.rglob("*.html") if str(folder) in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize(
    ("options", "listing"),
    [
        ({}, "/incidents/"),
        ({"site_url": "https://example.org/team/"}, "/team/incidents/"),
        ({"use_directory_urls": False}, "/incidents/index.html"),
    ],
)
def test_an_address_that_is_none_leads_to_the_incidents(
    somebodys_site: Path, options: dict[str, object], listing: str
) -> None:
    site, _ = built(somebodys_site, **options)
    page = (site / "404.html").read_text(encoding="utf-8")
    assert f'browse <a href="{listing}">all incidents</a>' in page
    assert 'data-md-component="search" role="dialog" aria-label="Search"' in page


def test_a_site_of_somebody_else_keeps_its_own_pages(somebodys_site: Path) -> None:
    site, warnings = built(somebodys_site)
    assert warnings == []
    assert "Our handbook" in (site / "index.html").read_text(encoding="utf-8")
    assert "Checkout failed for every order" in (site / "incidents/index.html").read_text(encoding="utf-8")


def test_links_hold_without_directory_addresses(somebodys_site: Path) -> None:
    site, _ = built(somebodys_site, use_directory_urls=False)
    assert (site / "incidents" / f"{FOLDER}.html").exists()
    pages = pages_of(site.resolve())
    for page, found in pages.items():
        internal = [link for link in found.links if not urlsplit(link).scheme]
        assert [link for link in internal if not target_of(page, link, site.resolve()).exists()] == []


def test_an_error_leaves_the_site_that_is_there(somebodys_site: Path, caplog: pytest.LogCaptureFixture) -> None:
    site, _ = built(somebodys_site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    written(somebodys_site, {f"incidents/{FOLDER}/incident.yaml": "title: x\n"})
    with pytest.raises(Abort):
        built(somebodys_site)
    assert "nothing was built: 5 errors" in caplog.text
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_what_is_only_worth_a_look_fails_no_strict_build_and_stands_on_no_page(somebodys_site: Path) -> None:
    review = somebodys_site / "incidents" / FOLDER / "pir.yaml"
    text = review.read_text(encoding="utf-8")
    changed = text.replace("No test places an order without a price", "The price was accidentally deleted")
    review.write_text(changed, encoding="utf-8")
    said = check(somebodys_site / "incidents", date(2026, 2, 1)).diagnostics
    assert [(diagnostic.code, diagnostic.level) for diagnostic in said] == [("PIR613", Level.INFO)]
    site, warnings = built(somebodys_site)
    assert warnings == []
    pages = [page for page in site.rglob("*.html") if page.parent.name != "rules"]  # the manual names them all
    assert not any("PIR6" in page.read_text(encoding="utf-8") for page in pages)


def test_text_of_an_author_is_never_markup(somebodys_site: Path) -> None:
    hostile = "<script>alert(1)</script> & [x](javascript:alert(2)) {{ 7*7 }}"
    path = f"incidents/{FOLDER}/incident.yaml"
    text = (somebodys_site / path).read_text(encoding="utf-8")
    text = text.replace("Checkout failed for every order", f'"{hostile}"').replace(
        "Orders fail", f'"{hostile}"'
    )
    site, _ = built(written(somebodys_site, {path: text}))
    for page in pages_of(site):
        html = page.read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert 'href="javascript' not in html
    assert "{{ 7*7 }}" in (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")


def test_a_template_of_the_site_extends_the_built_in_one(somebodys_site: Path) -> None:
    head = '{% extends "builtin:incident.html" %}'
    override = head + "{% block actions %}{{ super() }}<p>Ask the team.</p>{% endblock %}"
    site, _ = built(written(somebodys_site, {"templates/incident.html": override}))
    assert "<p>Ask the team.</p>" in (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")


def test_an_asset_of_the_site_replaces_the_built_in_one_of_its_path(somebodys_site: Path) -> None:
    own = {
        "templates/assets/explorer.js": "// ours\n",
        "templates/assets/own/look.css": "p { margin: 0 }\n",
    }
    site, _ = built(written(somebodys_site, own))
    assets = site / "assets" / "pirgen"
    assert (assets / "explorer.js").read_text(encoding="utf-8") == "// ours\n"
    assert (assets / "search-page.js").exists()
    assert "assets/pirgen/own/look.css" in (site / "index.html").read_text(encoding="utf-8")


def test_a_broken_template_is_said_with_its_line_and_nothing_is_built(
    somebodys_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    override = '{% extends "builtin:incident.html" %}\n{% block actions %}{{ nothing.there }}{% endblock %}'
    with pytest.raises(Abort):
        built(written(somebodys_site, {"templates/incident.html": override}))
    assert "incident.html:2: 'nothing' is undefined" in caplog.text
    assert not (somebodys_site / "site").exists()


def test_the_same_sources_make_the_same_pages(somebodys_site: Path) -> None:
    first = {p.relative_to(somebodys_site): p.read_bytes() for p in built(somebodys_site)[0].rglob("*.html")}
    second = {p.relative_to(somebodys_site): p.read_bytes() for p in built(somebodys_site)[0].rglob("*.html")}
    assert first == second


def test_a_notice_is_on_every_page_and_in_every_export(our_site: tuple[Path, list[str]]) -> None:
    demo = our_site[0] / "demo"
    notice = "Fiction: Exampleton Ferries does not exist"
    pages = [page for page in demo.rglob("*.html") if notice not in page.read_text(encoding="utf-8")]
    assert pages == []
    assert len(list(demo.rglob("*.html"))) > 100
    attached = check(ROOT / "examples" / "exampleton-ferries", date(2026, 11, 30)).book.attachments
    unmarked = {
        file.relative_to(demo).as_posix()
        for ending in MARKED_FORMS
        for file in demo.rglob(f"*.{ending}")
        if notice not in file.read_text(encoding="utf-8")
    } - {f"incidents/{name}" for name in attached}
    ours = [name for name in unmarked if not name.startswith(("assets/", "schemas/", "api/v1/schemas/"))]
    assert sorted(ours) == ["search/search_index.json", "sitemap.xml", "urls.txt"]
    assert "Exampleton" not in (our_site[0] / "incidents" / "index.html").read_text(encoding="utf-8")
