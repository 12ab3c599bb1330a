"""A site with pages that an earlier build finished equals one that is made anew, to the byte."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import _build_page
from mkdocs.utils import write_file

from pirgen.cache_file import NO_CACHE_VARIABLE
from pirgen.plugin.finished_pages import FinishedPages
from pirgen.plugin.page import PirgenPage
from tests.conftest import written
from tests.site.conftest import CONFIG, built
from tests.site.test_publishing import tree

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

HOOK = "def on_page_content(html, page, config, files):\n    return html.replace('</h1>', ' (hooked)</h1>')\n"
NAMED = """\
exclude_docs: "*.tmp"
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ""}
"""
"""Settings that are objects and functions."""

OPTIONS = "{audience: public, pages_dir: reviews, leave_out: [lessons]}"
OVERRIDE = '{% extends "base.html" %}{% block announce %}New: {{ config.site_name }}{% endblock %}'


def _options(more: str) -> Callable[[Path], object]:
    return lambda folder: written(folder, {"mkdocs.yml": CONFIG + more})


def _theme(more: str) -> Callable[[Path], object]:
    config = CONFIG.replace("font: false", f"font: false, {more}")
    return lambda folder: written(folder, {"mkdocs.yml": config})


def _edit(folder: Path) -> None:
    file = next((folder / "incidents").glob("*/incident.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: ", "title: Once more, ", 1), encoding="utf-8")


def _own_page(folder: Path) -> None:
    written(folder, {"docs/guide.md": "# Guide\n\nOurs.\n"})


CHANGES = {
    "an incident says something else": _edit,
    "a page of the site's own": _own_page,
    "an address": _options("site_url: https://example.org/reviews/\nextra: {homepage: https://example.org}\n"),
    "a navigation": _options("nav: [{Reviews: [index.md, incidents/index.md]}, guide.md]\n"),
    "a theme's option": _theme("features: [navigation.tabs, navigation.footer]"),
    "options of ours": lambda folder: written(
        folder, {"mkdocs.yml": CONFIG.replace("pirgen", f"pirgen: {OPTIONS}")}
    ),
    "another plugin": lambda folder: written(folder, {"mkdocs.yml": CONFIG.replace("pirgen", "pirgen, tags")}),
    "a template of its own": lambda folder: written(
        folder,
        {
            "overrides/main.html": OVERRIDE,
            "mkdocs.yml": CONFIG.replace("font: ", "custom_dir: overrides, font: "),
        },
    ),
    "that template changes": lambda folder: written(folder, {"overrides/main.html": OVERRIDE + "<!--2-->"}),
    "a notice": lambda folder: written(folder, {"incidents/vocabularies.yaml": "notice: A drill\n"}),
    "a hook": lambda folder: written(folder, {"hooks.py": HOOK, "mkdocs.yml": f"{CONFIG}hooks: [hooks.py]\n"}),
}


def test_after_any_change_a_site_with_finished_pages_equals_one_made_anew(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what, change in CHANGES.items():
        change(somebodys_site)
        monkeypatch.delenv(NO_CACHE_VARIABLE, raising=False)
        with_cache = tree(built(somebodys_site)[0])
        monkeypatch.setenv(NO_CACHE_VARIABLE, "1")
        anew = tree(built(somebodys_site)[0])
        assert {path for path in with_cache | anew if with_cache.get(path) != anew.get(path)} == set(), what


def test_a_second_time_no_page_of_ours_is_filled_in_and_what_is_lost_is_made_again(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NO_CACHE_VARIABLE, raising=False)
    written(somebodys_site, {"mkdocs.yml": CONFIG + NAMED})
    site = built(somebodys_site)[0]
    anew = tree(site)
    shutil.rmtree(site)  # else its pages are left there
    looked_up = []

    def look_up(self: FinishedPages, page: PirgenPage, may_leave: bool) -> None:
        assert page.is_finished
        looked_up.append(page.url)
        found(self, page, may_leave)
        page.is_finished = len(looked_up) % 2 == 0  # every other one is lost

    found = FinishedPages.look_up
    monkeypatch.setattr(FinishedPages, "look_up", look_up)
    assert tree(built(somebodys_site)[0]) == anew
    assert len(looked_up) > 10


@pytest.mark.skipif(sys.platform != "linux", reason="others help where processes can be copied")
@pytest.mark.parametrize("fails", [False, True])
def test_pages_that_another_process_wrote_equal_those_made_here(
    fails: bool, somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, has_helped = os.getpid(), somebodys_site / "has-helped"
    every: list[str] = []
    made_here: list[str] = []

    def build_page(page: PirgenPage, **around: Any) -> None:
        _build_page(page, **around)
        has_helped.touch()
        if fails:
            Path(page.file.abs_dest_path).write_text("half a p", encoding="utf-8")
            raise OSError

    def finished(self: FinishedPages, page: PirgenPage, *how: Any) -> str:
        nonlocal made_here
        made_here += [page.url] if isinstance(page, PirgenPage) and not page.is_left else []
        deadline = time.monotonic() + 30
        while (
            every
            and len(made_here) == 3
            and os.getpid() == here
            and not has_helped.exists()
            and time.monotonic() < deadline
        ):
            time.sleep(0.01)
        return finish(self, page, *how)

    finish = FinishedPages.finished
    monkeypatch.setattr(FinishedPages, "finished", finished)
    monkeypatch.setattr("pirgen.plugin.finished_pages._build_page", build_page)
    monkeypatch.setattr("pirgen.plugin.finished_pages._AT_ONCE", 2)
    monkeypatch.setenv(NO_CACHE_VARIABLE, "1")
    anew = tree(built(somebodys_site)[0])
    every, made_here = made_here, []
    monkeypatch.delenv(NO_CACHE_VARIABLE)
    monkeypatch.setattr("pirgen.cache.sharing._others_for", lambda parts: min(parts, 1))
    assert tree(built(somebodys_site)[0]) == anew
    assert (made_here == every) is fails


def test_a_file_that_the_site_has_is_not_written_unless_somebody_changed_it(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NO_CACHE_VARIABLE, raising=False)
    site = built(somebodys_site)[0]
    anew = tree(site)
    time.sleep(0.1)  # until what was written last cannot be taken for what is written now
    built(somebodys_site)
    written_now: list[str] = []

    def spy(content: bytes, path: str) -> None:
        written_now.append(path)
        write_file(content, path)

    for place in ("mkdocs.utils", "pirgen.plugin.files", "pirgen.plugin.site_search"):
        monkeypatch.setattr(f"{place}.write_file", spy)
    assert tree(built(somebodys_site)[0]) == anew
    assert {path for path in written_now if "/incidents/" in path or "/api/" in path} == set()
    page = next(site.glob("incidents/20*/index.html"))
    page.write_bytes(page.read_bytes().replace(b"a", b"b"))
    next(site.glob("api/v1/incidents/*.json")).unlink()
    linked = (site / "trends").rename(site.with_name("elsewhere"))
    (site / "trends").symlink_to(linked)
    assert tree(built(somebodys_site)[0]) == anew
    assert not (site / "trends").is_symlink()
