"""pirgen's pages as a part of a larger site: in a folder of their own, with other names, and fewer of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from pirgen.errors import PirgenError
from pirgen.rules.examples import FOLDER, files_of
from pirgen.site.settings import left_out_parts, mount_of
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import written
from tests.site.browser import served
from tests.site.conftest import built
from tests.site.test_export import dead_links

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

CONFIG = """\
site_name: Handbook
site_url: https://example.org/x/
theme: {name: material, font: false}
plugins: [search, pirgen: {pages_dir: /reviews/, leave_out: [trends, glossary]}]
nav:
  - Home: index.md
  - Reviews:
      - Start: reviews/index.md
      - What happened: reviews/incidents/index.md
      - Follow-ups: reviews/actions.md
"""
HOME = f"""\
# Handbook

[One](reviews/incidents/{FOLDER}.md)

## Zebras

Where they cross

```pirgen
{FOLDER} fault-tree
```
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    incidents = {f"incidents/{name}": text for name, text in files_of(TREE).items()}
    pages = {"mkdocs.yml": CONFIG, "docs/index.md": HOME}
    return written(tmp_path_factory.mktemp("mounted"), pages | incidents)


@pytest.fixture(scope="module")
def site(repository: Path) -> Path:
    site, warnings = built(repository, strict=True)
    assert warnings == []
    return site


def test_everything_of_ours_is_in_the_folder_and_every_link_leads_somewhere(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {
        "404.html", "assets", "index.html", "reviews", "search", "sitemap.xml", "sitemap.xml.gz", "urls.txt",
    }  # fmt: skip
    assert not (site / "assets/pirgen").exists()
    assert (site / f"reviews/incidents/{FOLDER}/index.html").is_file()
    assert dead_links(site) == set()


def test_parts_that_are_left_out_are_not_linked_to(site: Path) -> None:
    assert not (site / "reviews/trends").exists()
    pages = [path for path in site.rglob("*.html") if "no-such-page" in path.read_text(encoding="utf-8")]
    assert pages == []


def test_addresses_for_programs_have_the_folder_in_them(site: Path) -> None:
    feed = json.loads((site / "reviews/feed.json").read_text(encoding="utf-8"))
    assert feed["home_page_url"] == "https://example.org/x/reviews/"
    assert f"https://example.org/x/reviews/incidents/{FOLDER}/" in (site / "reviews/llms.txt").read_text()
    assert 'href="/x/reviews/incidents/"' in (site / "404.html").read_text(encoding="utf-8")
    head = (site / f"reviews/incidents/{FOLDER}/index.html").read_text(encoding="utf-8")
    assert 'type="application/atom+xml" href="../../feed.xml"' in head
    assert "https://example.org/x/reviews/assets/pirgen/preview.png" in head


def test_pages_have_the_names_that_the_navigation_gives_them(site: Path) -> None:
    page = (site / "reviews/actions/index.html").read_text(encoding="utf-8")
    assert "<title>Follow-ups - Handbook</title>" in page
    shown = re.sub(r"\s+", " ", page)
    assert [name for name in ("Start", "What happened", "Follow-ups") if f"> {name} <" not in shown] == []


def test_the_export_is_mounted_too(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("HANDBOOK", "https://example.net/")
    text = CONFIG.replace("https://example.org/x/", "!ENV HANDBOOK")
    (repository / "other.yml").write_text(text, encoding="utf-8")
    result = run("export", "tree", "-f", "other.yml", "--as-of", "2026-02-01")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {path.name for path in (repository / "tree/docs").iterdir()} == {"index.md", "reviews"}
    values = yaml.safe_load((repository / "tree/mkdocs.yml").read_text(encoding="utf-8"))
    assert values["site_url"] == "https://example.net/"
    assert values["nav"][1]["Reviews"][2] == {"Follow-ups": "reviews/actions.md"}
    assert values["extra_css"][0] == "reviews/assets/pirgen/actions.css"
    home = (repository / "tree/docs/index.md").read_text(encoding="utf-8")
    assert f'href="reviews/incidents/{FOLDER}.html"' in home
    link = f"https://example.net/reviews/incidents/{FOLDER}.html.txt"
    assert f"({link}): 2026-01-05" in (repository / "tree/docs/reviews/llms.txt").read_text()
    assert (repository / f"tree/docs/reviews/incidents/{FOLDER}.html.txt").read_text().startswith("# ")


@pytest.mark.parametrize("written_as", ["../x", "a//b", "a b", "a/./b", "https://example.org"])
def test_a_folder_that_is_none_of_the_site_is_refused(written_as: str) -> None:
    with pytest.raises(PirgenError, match=r"pages_dir: '.*' is not a folder of the site, such as reviews"):
        mount_of(written_as)


def test_a_part_that_is_not_known_is_refused_with_the_near_miss() -> None:
    with pytest.raises(PirgenError) as refused:
        left_out_parts(["lesson"])
    assert str(refused.value) == (
        "mkdocs.yml: leave_out: 'lesson' is no part that a site can do without; did you mean 'lessons'?"
    )


@pytest.mark.browser
@pytest.mark.parametrize("start", ["", "reviews/actions/"])
@pytest.mark.parametrize(("words", "address"), [("checkout", f"/reviews/incidents/{FOLDER}/"), ("zebras", "/")])
def test_the_search_leads_from_and_to_both_parts(
    start: str, words: str, address: str, site: Path, browser: Browser
) -> None:
    with served(site) as root:
        page = browser.new_page()
        page.goto(f"{root}/{start}")
        page.locator("input[data-md-component=search-query]").click()
        page.keyboard.type(words)
        result = page.locator(".md-search-result__link").first
        result.wait_for(timeout=20_000)
        result.click()
        page.wait_for_url(lambda url: url.removeprefix(root).partition("?")[0].partition("#")[0] == address)
        page.close()
