"""The site as a docs tree: written carefully, and built to the same pages by every engine that is installed.

Engines do not always fit into one environment: ``PIRGEN_ENGINES`` may list further folders with their programs.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from pirgen.pages import Page
from pirgen.pages.page import headings_in
from pirgen.rules.examples import FOLDER, files_of
from pirgen.site.markdown_pages import markdown_page
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import written

MKDOCS = """\
site_name: Ours
site_url: https://example.org/x/
repo_url: https://github.com/team/site
theme: {name: material, font: false, features: [navigation.tabs, navigation.instant], custom_dir: mine}
hooks: [hook.py]
plugins: [search, blog, pirgen: {incidents_dir: incidents}]
nav: [Home: index.md, Gone: gone.md, Incidents: incidents/index.md, All: {actions: actions.md}]
"""
DAY = ("--as-of", "2026-02-01")
TITLE = 'Port {{ .Values.port }} <b>was</b> "closed": a & b #1'
INCIDENT = f"docs/incidents/{FOLDER}.md"


@pytest.fixture
def repository(in_folder: Path) -> Path:
    """A folder with incidents and pages of its own; one is in the place of a page of ours."""
    files = {f"incidents/{name}": text for name, text in files_of(TREE).items()}
    incident = f"incidents/{FOLDER}/incident.yaml"
    files[incident] = files[incident].replace("Checkout failed for every order", json.dumps(TITLE))
    files["docs/index.md"] = (
        f"# Our handbook\n\n[All](incidents/index.md), [one](incidents/{FOLDER}.md)\n\n"
        f"```pirgen\n{FOLDER} fault-tree\n```\n"
    )
    files["docs/tags/README.md"] = "# Our tags\n"
    files["mkdocs.yml"] = MKDOCS
    return written(in_folder, files)


def tree_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_page_is_markdown_with_html_cut_at_its_headings() -> None:
    html = (
        '<div class="pirgen pirgen-x">\n<h1>A</h1>\n<p>One<br></p>\n'
        '<h2 id="two">Two: <code>*b*</code> {c}<a class="headerlink" href="#two">¶</a></h2>\n'
        '<!--figure:timeline-->\n<section><h2 id="inner">Inner</h2></section>\n'
        '<h3 id="three">3. T &amp; &lt;U&gt;</h3>\n<p>End</p>\n</div>\n'
    )
    page = Page(
        "incidents/a.md", 'A "b" {{ c }}', html, "Says <i>", headings=headings_in(html),
        figures={"timeline": '<svg viewBox="0 0 1 1"></svg>'}, hide=("toc", "navigation"),
    )  # fmt: skip
    assert markdown_page(page, "<p>Fiction</p>", is_searched=False) == (
        "---\n"
        'title: "A \\"b\\" &#123;&#123; c }}"\n'
        'description: "Says &lt;i&gt;"\n'
        "hide: [toc]\n"
        "search: {exclude: true}\n"
        "---\n"
        "\n"
        '<div class="pirgen pirgen-x">\n<p>Fiction</p>\n<h1>A</h1>\n<p>One<br></p>\n</div>\n'
        "\n"
        "## Two: \\*b\\* &#123;c&#125; { #two }\n"
        "\n"
        '<div class="pirgen pirgen-x">\n<svg data-search-exclude viewBox="0 0 1 1"></svg>\n'
        '<section><h2 id="inner">Inner</h2></section>\n</div>\n'
        "\n"
        "### 3\\. T &amp; &lt;U&gt; { #three }\n"
        "\n"
        '<div class="pirgen pirgen-x">\n<p>End</p>\n</div>\n'
    )


@pytest.mark.graphviz
def test_a_tree_is_written_once_and_the_same_each_time(repository: Path) -> None:
    first = run("export", "tree", *DAY)
    assert first.exit_code == 0, first.stderr
    assert re.fullmatch(r"tree: \d+ pages; \d+ files written, 0 unchanged, 0 removed\n", first.stdout)
    before = tree_of(repository / "tree")
    dates = {path: (repository / "tree" / path).stat().st_mtime_ns for path in before}
    again = run("export", "tree", *DAY)
    assert re.fullmatch(r"tree: \d+ pages; 0 files written, \d+ unchanged, 0 removed\n", again.stdout)
    assert tree_of(repository / "tree") == before
    assert {path: (repository / "tree" / path).stat().st_mtime_ns for path in before} == dates
    run("export", "other", *DAY)
    assert tree_of(repository / "other") == before


@pytest.mark.graphviz
def test_the_configuration_runs_nothing_of_ours(repository: Path) -> None:
    result = run("export", "tree", *DAY)
    assert result.stderr.startswith(
        "pirgen: the export leaves out: 'hooks', plugin 'blog', 'theme.custom_dir'\n"
    )
    values = yaml.safe_load((repository / "tree" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert values["plugins"] == ["search"]
    assert values["nav"] == [{"Home": "index.md"}, {"Incidents": "incidents/index.md"}]
    assert values["theme"]["features"] == ["navigation.tabs"]
    assert values["use_directory_urls"] is False


@pytest.mark.graphviz
def test_a_page_of_the_sites_own_is_kept_and_shows_its_drawings(repository: Path) -> None:
    result = run("export", "tree", *DAY)
    assert "pirgen: 'tags/README.md' is the site's own page; pirgen's is left out\n" in result.stderr
    assert not (repository / "tree/docs/tags/index.md").exists()
    home = (repository / "tree/docs/index.md").read_text(encoding="utf-8")
    assert home.startswith("# Our handbook\n")
    assert "<svg" in home
    assert f'href="incidents/{FOLDER}.html"' in home


@pytest.mark.graphviz
def test_what_is_gone_is_removed_and_what_others_wrote_is_kept(repository: Path) -> None:
    run("export", "tree", *DAY)
    written(repository / "tree", {"README.md": "Mine\n", INCIDENT: "Edited\n"})
    shutil.rmtree(repository / "incidents" / FOLDER)
    other = {f"incidents/2026-01-07-other/{name.partition('/')[2]}": text
             for name, text in files_of("").items() if "/" in name}  # fmt: skip
    written(repository, other)
    result = run("export", "tree", *DAY)
    assert result.exit_code == 0, result.stderr
    assert f"'tree/{INCIDENT}' is no longer part of the site; it was edited, so it is kept" in result.stderr
    left = tree_of(repository / "tree")
    assert {"README.md", INCIDENT, "docs/incidents/2026-01-07-other.md"} <= left.keys()
    assert f"docs/api/v1/incidents/{FOLDER}.json" not in left


def test_a_folder_with_other_files_in_the_way_is_refused(repository: Path) -> None:
    written(repository / "tree", {"mkdocs.yml": "site_name: Mine\n"})
    result = run("export", "tree", *DAY)
    assert result.exit_code == 2
    assert (
        "pirgen: nothing was written: no export wrote 'tree/mkdocs.yml'; choose another folder" in result.stderr
    )
    assert list(tree_of(repository / "tree")) == ["mkdocs.yml"]


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/x", "a/../../outside.txt"])
def test_a_list_that_names_other_places_removes_nothing(repository: Path, path: str) -> None:
    written(repository, {"outside.txt": ""})
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    written(repository / "tree", {".pirgen-export.json": json.dumps({"files": {path: digest}})})
    assert run("export", "tree", *DAY).exit_code == 0
    assert (repository / "outside.txt").exists()


def test_an_error_in_a_file_is_reported_and_nothing_is_written(repository: Path) -> None:
    written(repository, {f"incidents/{FOLDER}/incident.yaml": "title: x\n"})
    result = run("export", "tree", *DAY)
    assert result.exit_code == 1
    assert "error" in result.stderr
    assert not (repository / "tree").exists()


PUBLIC = """\
title: Ferries were not to be seen on the map
severity: SEV-3
status: resolved
services: [map]
audience: public
impact: {summary: The map was empty}
timeline: [{at: 2026-01-09T09:00Z, text: The map is empty, marks: [started]}]
internal: The supplier of tiles had not been paid since the summer
"""


@pytest.mark.graphviz
def test_the_public_gets_what_is_public_and_never_anything_else(in_folder: Path) -> None:
    written(
        in_folder, {"incidents/2026-01-09-map-empty/incident.yaml": PUBLIC, "mkdocs.yml": "site_name: Ours\n"}
    )
    result = run("export", "tree", "--audience", "public", *DAY)
    assert result.exit_code == 0, result.stderr
    assert not [path for path, content in tree_of(in_folder / "tree").items() if b"supplier of" in content]
    written(
        in_folder, {"docs/notes.md": "# Notes\n\nThe *supplier* of tiles had not been paid since the summer\n"}
    )
    refused = run("export", "tree", "--audience", "public", *DAY)
    assert refused.exit_code == 2
    assert refused.stderr.endswith(
        "pirgen: nothing was written: internal text in docs/notes.md: the supplier of tiles had not been paid\n"
    )
    assert not (in_folder / "tree/docs/notes.md").exists()


@pytest.mark.graphviz
def test_without_a_configuration_the_folder_alone_is_exported(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    assert run("export", "tree", *DAY).exit_code == 0
    assert (in_folder / "tree" / INCIDENT).exists()


def test_zensical_is_asked_for_where_it_is_not(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    result = run("build", "--engine", "zensical")
    assert (result.exit_code, result.stderr) == (
        2, "pirgen: zensical is not installed; install it with: pip install zensical\n",
    )  # fmt: skip


ENGINES = {
    "mkdocs": ["mkdocs", "build", "--strict"],
    "properdocs": ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
    "zensical": ["zensical", "build", "--strict"],
    "techdocs": ["mkdocs", "build", "--strict"],
}
NEEDS = {"mkdocs": "mkdocs", "properdocs": "properdocs", "zensical": "zensical", "techdocs": "techdocs-core"}


def program(engine: str) -> str | None:
    """The program of an engine, in this environment or in one that PIRGEN_ENGINES names."""
    for folder in (os.path.dirname(sys.executable), *os.environ.get("PIRGEN_ENGINES", "").split(os.pathsep)):
        found = shutil.which(ENGINES[engine][0], path=folder) if folder else None
        if found and (
            engine != "techdocs" or list(Path(folder).parent.glob("lib/*/site-packages/techdocs_core"))
        ):
            return found
    return None


def built(tree: Path, engine: str) -> Path:
    """The site that an engine makes of a copy of the tree."""
    name = program(engine)
    if name is None:
        pytest.skip(f"{engine} is not installed")
    copy = tree.parent / engine
    shutil.copytree(tree, copy)
    if engine == "techdocs":
        configuration = copy / "mkdocs.yml"
        text = configuration.read_text(encoding="utf-8")
        configuration.write_text(text.replace("- search\n", "- search\n- techdocs-core\n"), encoding="utf-8")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [name, *ENGINES[engine][1:]], cwd=copy, env={**environment, **quiet}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "site"


def article(path: Path) -> BeautifulSoup:
    """What a page says, without the theme's frame."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    found = soup.find("article") or soup.find("div", role="main") or soup
    for link in found.select("a.headerlink, .md-source-file, script"):
        link.decompose()
    return found


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text(" ").split())


def lost_texts(docs: Path, site: Path, path: Path) -> list[str]:
    """What the HTML of a page's source says and the page of the site does not."""
    named = (docs / path).with_suffix(".md")
    source = BeautifulSoup(
        (named if named.exists() else named.with_name("README.md")).read_text(encoding="utf-8"), "html.parser"
    )
    for link in source.select("a.headerlink"):
        link.decompose()
    told = [" ".join(text.split()) for each in source.select("p, li, td") for text in each.strings]
    shown = words(article((site / path).with_suffix(".html")))
    return [text for text in told if text not in shown]


def dead_links(site: Path) -> set[tuple[str, str]]:
    """Links of articles that lead to no file of the site, or to no place on its page."""
    ids: dict[Path, set[str]] = {}
    dead = set()
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":
            continue
        for link in article(page).select("a[href], a[xlink\\:href]"):
            url = urlsplit(link.get("href") or link.get("xlink:href"))
            if url.scheme or url.netloc:
                continue
            target = (page.parent / unquote(url.path)).resolve() if url.path else page
            if target.is_dir():
                target /= "index.html"
            if target not in ids and target.is_file() and target.suffix == ".html":
                soup = BeautifulSoup(target.read_text(encoding="utf-8"), "html.parser")
                ids[target] = {element["id"] for element in soup.select("[id]")}
            if not target.is_file() or (url.fragment and url.fragment not in ids.get(target, {url.fragment})):
                dead.add((page.relative_to(site).as_posix(), str(link.get("href"))))
    return dead


@pytest.mark.plugins
@pytest.mark.site
@pytest.mark.graphviz
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_makes_the_same_site(engine: str, repository: Path) -> None:
    run("export", "tree", *DAY)
    exported = repository / "tree"
    site = built(exported, engine)
    pages = {path.relative_to(exported / "docs").with_suffix("") for path in exported.rglob("docs/**/*.md")}
    made = {path.relative_to(site).with_suffix("") for path in site.rglob("*.html")} - {Path("404")}
    assert made == {path.with_name("index") if path.name == "README" else path for path in pages}
    assert dead_links(site) == set()
    page = article(site / f"incidents/{FOLDER}.html")
    assert TITLE.replace("**", "") in words(page)
    assert len(page.find_all("svg")) >= 2
    lost = {path: texts for path in made if (texts := lost_texts(exported / "docs", site, path))}
    assert lost == {}
    index = next(path for name in ("search.json", "search/search_index.json") if (path := site / name).exists())
    entries = json.loads(index.read_text(encoding="utf-8"))
    items = entries.get("docs") or entries["items"]
    about = [item for item in items if FOLDER in item["location"]]
    assert any("A release broke" in item["text"] for item in about)
    assert engine != "zensical" or max(len(item["text"]) for item in items) < 32_768
