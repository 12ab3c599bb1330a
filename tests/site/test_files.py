"""pirgen's pages beside a site's own pages, and what is never published."""

from __future__ import annotations

import logging
import os
import subprocess
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER
from tests.conftest import written
from tests.site.conftest import CONFIG, built

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

OWN = [
    {
        "README.md": "index.html",
        "tags.md": "tags/index.html",
        "incidents.md": "incidents/index.html",
        "services.md": "services/index.html",
        "trends/index.md": "trends/index.html",
        "actions/README.md": "actions/index.html",
        "lessons/index.html": "lessons/index.html",
        "incidents/incidents.csv": "incidents/incidents.csv",
        f"incidents/{FOLDER}/index.md": f"incidents/{FOLDER}/index.html",
    },
    {
        "index.html": "index.html",
        "incidents/README.md": "incidents/index.html",
        f"incidents/{FOLDER}.md": f"incidents/{FOLDER}/index.html",
        "feed.xml": "feed.xml",
        "tags/README.md": "tags/index.html",
    },
]
"""Pages that sites write themselves, and the files of the site that they become."""


@pytest.mark.parametrize("own", OWN)
def test_a_page_of_the_site_is_kept_and_reported_whatever_its_source_is_called(
    somebodys_site: Path, own: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    (somebodys_site / "docs" / "index.md").unlink()
    written(somebodys_site, {f"docs/{name}": f"# Our {name}\n" for name in own})
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site, warnings = built(somebodys_site, site_url="https://example.org/")
    assert warnings == []
    for name, file in own.items():
        assert f"Our {name}" in (site / file).read_text(encoding="utf-8")
        assert f"'{name}' is the site's own page at " in caplog.text


def test_a_page_that_the_site_excludes_is_replaced(somebodys_site: Path) -> None:
    written(
        somebodys_site,
        {"docs/actions.md": "# Ours\n", "mkdocs.yml": CONFIG + "exclude_docs: actions.md\n"},
    )
    site, warnings = built(somebodys_site)
    assert warnings == []
    page = (site / "actions/index.html").read_text(encoding="utf-8")
    assert "Ours</h1>" not in page
    assert 'class="pirgen' in page


@pytest.mark.parametrize("way", ["inside", "linked"])
def test_yaml_is_not_published_where_the_incidents_lie_in_docs(somebodys_site: Path, way: str) -> None:
    config = CONFIG.replace("pirgen]", "{pirgen: {incidents_dir: docs/incidents}}]")
    if way == "inside":
        (somebodys_site / "incidents").rename(somebodys_site / "docs" / "incidents")
    else:
        (somebodys_site / "docs" / "incidents").symlink_to("../incidents")
        config = CONFIG
    written(
        somebodys_site,
        {
            "mkdocs.yml": config,
            "docs/incidents/vocabularies.yaml": "people:\n  - {name: Zoe Quartermain, handles: [zoe]}\n",
            f"docs/incidents/{FOLDER}/graph.txt": "load 0.9",
            "docs/incidents/index.md": "# How we write incidents\n",
        },
    )
    site, warnings = built(somebodys_site)
    assert warnings == []
    assert not [path for path in site.rglob("*") if path.suffix in (".yaml", ".yml")]
    assert not [path for path in site.rglob("*") if path.is_file() and b"Quartermain" in path.read_bytes()]
    assert (site / "incidents" / FOLDER / "graph.txt").exists()
    assert "How we write incidents" in (site / "incidents/index.html").read_text(encoding="utf-8")


def test_a_title_that_looks_like_a_template_is_text_for_a_reader(somebodys_site: Path) -> None:
    path = somebodys_site / "incidents" / FOLDER / "incident.yaml"
    title = "Port {{ .Values.port }} and {% raw"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Checkout failed for every order", f'"{title}"'),
        encoding="utf-8",
    )
    site, warnings = built(somebodys_site)
    page = (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")
    assert warnings == []
    assert "<title>Port &#123;&#123; .Values.port }} and &#123;% raw - " in page


def test_pages_are_dated_by_the_last_change_of_their_yaml(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(somebodys_site, {"mkdocs.yml": CONFIG + "site_url: https://example.org/\n"})
    for day, files in (("2026-01-10", f"incidents/{FOLDER}/pir.yaml"), ("2026-01-20", ".")):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T10:00:00Z")
        if day == "2026-01-10":
            _git(somebodys_site, "init", "-q")
        _git(somebodys_site, "add", files)
        _git(somebodys_site, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", day)
    site, _ = built(somebodys_site)
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8").split("<url>")
    dates = {part.split("<loc>")[1].split("<")[0]: part.split("<lastmod>")[1][:10] for part in sitemap[1:]}
    assert dates[f"https://example.org/incidents/{FOLDER}/"] == "2026-01-10"
    assert dates["https://example.org/incidents/"] == "2026-01-20"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ}, capture_output=True)


def test_drawings_are_in_the_content_that_plugins_see(somebodys_site: Path) -> None:
    hook = (
        "def on_page_content(html, page, **rest):\n"
        f"    assert '{FOLDER}' not in page.url or html.count('<svg') >= 2\n"
    )
    site, warnings = built(
        written(somebodys_site, {"hook.py": hook, "mkdocs.yml": CONFIG + "hooks: [hook.py]\n"})
    )
    assert warnings == []
    assert "<!--drawing" not in (site / "incidents" / FOLDER / "index.html").read_text(encoding="utf-8")
