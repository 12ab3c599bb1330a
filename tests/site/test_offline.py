"""A site that is opened as files, from a folder, in Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.browser import launched
from tests.site.conftest import ROOT, built

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]


def test_links_filters_and_search_work_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docs", "incidents", "overrides", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  features:\n", "  features:\n    - navigation.instant\n", 1)
    (tmp_path / "mkdocs.yml").write_text(f"{config}site_url: https://example.org/x/\n", encoding="utf-8")
    monkeypatch.setenv("PIRGEN_OFFLINE", "1")
    site, _ = built(tmp_path)
    problems: list[str] = []
    asked: list[str] = []
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.locator("a[href$='incidents/index.html']").locator("visible=true").first.click()
        page.wait_for_url("**/incidents/index.html")
        before = page.locator("table tbody tr").count()
        page.locator("input[name=severity]").first.check(force=True)
        page.wait_for_function(f"document.querySelectorAll('table tbody tr').length < {before}")
        page.locator("table tbody a").first.click()
        page.wait_for_url("**/incidents/2*.html*")
        assert page.locator("h1").first.is_visible()
        page.locator("input[data-md-component=search-query]").click()
        page.keyboard.type("spammers")
        result = page.locator(".md-search-result__link").first
        result.wait_for(timeout=20_000)
        result.click()
        page.wait_for_url("**/incidents/2017-01-31-gitlab-db-deletion.html*")
    # Material asks for the sitemap to offer other languages, which a browser refuses to read from a file.
    assert [problem for problem in problems if "sitemap" not in problem and "ERR_FAILED" not in problem] == []
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data", "blob"}
