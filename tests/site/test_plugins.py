"""pirgen beside other plugins and in other themes and engines: the table of the guide, row by row.

Each row needs the package of its plugin: ``pip install -e '.[plugins]'``. Rows without it are skipped.
The plugins run as they do for everybody, in a process of their own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import written

pytestmark = [pytest.mark.plugins, pytest.mark.site, pytest.mark.graphviz]

TITLE = "Port {{ .Values.port }} was closed"
INCIDENT = f"incidents/{FOLDER}/index.html"


@dataclass(frozen=True)
class Row:
    """A plugin: its options, files that it needs, and what must hold in the site beside whole pages."""

    options: str = "{}"
    files: dict[str, str] = field(default_factory=dict)
    holds: Callable[[Path], bool] = lambda site: True
    page: str = INCIDENT


def _text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


ROWS = {
    "autorefs": Row(),
    "awesome-nav": Row(files={"docs/.nav.yml": "nav: [incidents, '*']\n"}),
    "awesome-pages": Row(files={"docs/.pages": "nav: [index.md, incidents, ...]\n"}),
    "blog": Row(
        files={
            "docs/blog/index.md": "# Blog\n",
            "docs/blog/posts/one.md": "---\ndate: 2026-01-01\n---\n# A post\n",
        },
        holds=lambda site: "A post" in _text(site, "blog/index.html"),
    ),
    "exclude": Row("{glob: ['drafts/*']}"),
    "exclude-search": Row(
        "{exclude: ['lessons.md']}",
        holds=lambda site: (
            not [
                entry
                for entry in json.loads(_text(site, "search/search_index.json"))["docs"]
                if entry["location"].startswith("lessons/")
            ]
        ),
    ),
    "gen-files": Row(
        "{scripts: [generate.py]}",
        {
            "generate.py": "import mkdocs_gen_files\n"
            "with mkdocs_gen_files.open('made.md', 'w') as f: f.write('# Made')\n"
        },
        lambda site: "Made" in _text(site, "made/index.html"),
    ),
    "git-authors": Row(holds=lambda site: "Ada" in _text(site, INCIDENT)),
    "git-revision-date-localized": Row(
        "{enable_creation_date: true}", holds=lambda site: "January 20, 2026" in _text(site, INCIDENT)
    ),
    "glightbox": Row(),
    "htmlproofer": Row("{raise_error: true, validate_external_urls: false, ignore_urls: ['*[?]*']}"),
    "i18n": Row(
        "{languages: [{locale: en, name: English, default: true}, {locale: de, name: Deutsch}]}",
        {"docs/index.de.md": "# Unser Handbuch\n"},
        lambda site: "Unser Handbuch" in _text(site, "de/index.html"),
    ),
    "include-markdown": Row(),
    "literate-nav": Row(
        "{nav_file: SUMMARY.md}",
        {"docs/SUMMARY.md": "- [Home](index.md)\n- [What happened](incidents/index.md)\n"},
    ),
    "llmstxt": Row(
        "{sections: {Incidents: ['incidents/*.md']}, full_output: full.txt}",
        holds=lambda site: FOLDER in _text(site, "llms.txt") and "A release broke" in _text(site, "full.txt"),
    ),
    "macros": Row(),
    "meta": Row(files={"docs/incidents/.meta.yml": "tags: [x]\n"}),
    "meta-descriptions": Row(),
    "minify": Row("{minify_html: true}"),
    "monorepo": Row(),
    "offline": Row(page=f"incidents/{FOLDER}.html"),
    "open-in-new-tab": Row(),
    "print-site": Row(
        holds=lambda site: (
            _text(site, "print_page/index.html").count("<svg") > 2
            and "<!--" not in _text(site, "print_page/index.html").partition('class="pirgen')[2]
        ),
    ),
    "redirects": Row(
        f"{{redirect_maps: {{old.md: actions.md, older.md: incidents/{FOLDER}.md}}}}",
        holds=lambda site: f"../incidents/{FOLDER}/" in _text(site, "older/index.html"),
    ),
    "rss": Row(
        "{match_path: 'incidents/2.*', date_from_meta: {as_creation: date}}",
        holds=lambda site: "Fri, 09 Jan 2026" in _text(site, "feed_rss_created.xml"),
    ),
    "section-index": Row(),
    "table-reader": Row(),
    "tags": Row(),
}
ENGINES = [
    (engine, theme)
    for engine in ("mkdocs", "properdocs")
    for theme in ("material", "materialx", "mkdocs", "readthedocs")
]


def _site(folder: Path, plugins: str, theme: str = "material") -> Path:
    """A git repository with a site that has the plugins, and an incident whose title is hostile."""
    files = {f"incidents/{name}": text for name, text in files_of("").items()}
    incident = f"incidents/{FOLDER}/incident.yaml"
    files[incident] = files[incident].replace("Checkout failed for every order", f'"{TITLE}"')
    files["docs/index.md"] = f"# Our handbook\n\n[All](incidents/index.md), [one](incidents/{FOLDER}.md)\n"
    files["mkdocs.yml"] = (
        "site_name: Ours\nsite_url: https://example.org/x/\nrepo_url: https://github.com/team/site\n"
        f"theme: {{name: {theme}{', font: false' if 'material' in theme else ''}}}\n"
        f"plugins: [search, {plugins}]\n"
    )
    return written(folder, files)


def _committed(folder: Path) -> None:
    day = "2026-01-20T10:00:00Z"
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
             for what, value in (("NAME", "Ada"), ("EMAIL", "a@example.org"), ("DATE", day))}  # fmt: skip
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *command], cwd=folder, check=True, env={**os.environ, **names})


def _built(folder: Path, engine: str = "mkdocs") -> Path:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=folder, env={**os.environ, **quiet}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _assert_whole(page: str) -> None:
    """An incident's page has its title as text, its drawings, and nothing that was to be replaced."""
    assert re.search(r"<title>Port (\{|&#123;){2} \.Values\.port }} was closed", page)
    assert page.count('class="pirgen-drawing') >= 2
    assert "<svg" in page
    assert "<!--drawing" not in page
    assert "<!--figure" not in page


@pytest.mark.parametrize("plugin", ROWS)
def test_beside(plugin: str, tmp_path: Path) -> None:
    known = {point.name for point in entry_points(group="mkdocs.plugins")}
    if not {plugin, f"material/{plugin}"} & known:
        pytest.skip(f"{plugin} is not installed")
    row = ROWS[plugin]
    entry = f"{{{plugin}: {row.options}}}"
    last = plugin == "print-site"  # it asks to be the last one
    folder = written(_site(tmp_path, f"pirgen, {entry}" if last else f"{entry}, pirgen"), row.files)
    _committed(folder)
    site = _built(folder)
    _assert_whole(_text(site, row.page))
    assert row.holds(site)


@pytest.mark.parametrize(("engine", "theme"), ENGINES)
def test_under(engine: str, theme: str, tmp_path: Path) -> None:
    themes = {point.name for point in entry_points(group="mkdocs.themes")}
    if engine == "properdocs":  # it brings none, and does not take those of mkdocs
        themes = themes - {"mkdocs", "readthedocs"}
        themes |= {point.name for point in entry_points(group="properdocs.themes")}
    engines = {point.name for point in entry_points(group="console_scripts")}
    if engine not in engines or theme not in themes:
        pytest.skip(f"{theme} under {engine} is not installed")
    if theme == "material" and "materialx" in themes:
        pytest.skip("materialx takes the place of material where both are installed")
    site = _built(_site(tmp_path, "pirgen", theme), engine)
    _assert_whole(_text(site, INCIDENT))
    assert 'class="pirgen' in _text(site, "incidents/index.html")
