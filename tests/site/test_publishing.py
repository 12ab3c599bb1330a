"""A build that does not succeed leaves the published site as it was."""

from __future__ import annotations

import logging
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from pirgen.rules.examples import FOLDER
from tests.conftest import written
from tests.processes import copied
from tests.processes import run as run_module
from tests.site.conftest import CONFIG, built

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


def tree(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob(".*pirgen*"))


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run_module("mkdocs", "build", *options, folder=folder, NO_MKDOCS_2_WARNING="1")


def test_a_site_that_did_not_change_is_not_written_again(
    somebodys_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site, _ = built(somebodys_site)
    pages = {path: path.stat().st_ino for path in site.rglob("*.html")}
    written(somebodys_site, {"site/stale.html": "old", "site/.nojekyll": ""})
    with caplog.at_level(logging.DEBUG, logger="mkdocs"):
        built(somebodys_site)
    assert {path: path.stat().st_ino for path in site.rglob("*.html")} == pages
    assert (site / ".nojekyll").exists()
    assert " unchanged, 1 removed" in caplog.text
    assert f"Building documentation to directory: {site}" in caplog.text
    assert left_over(somebodys_site) == []


def test_a_strict_build_with_a_warning_publishes_nothing(somebodys_site: Path) -> None:
    site, _ = built(somebodys_site)
    before = tree(site)
    written(somebodys_site, {"docs/index.md": "# Changed\n\n[lost](lost.md)\n"})
    with pytest.raises(Abort, match="strict"):
        built(somebodys_site, strict=True)
    assert tree(site) == before
    assert left_over(somebodys_site) == []


def test_a_template_that_fails_late_publishes_nothing(somebodys_site: Path) -> None:
    site, _ = built(somebodys_site)
    before = tree(site)
    written(
        somebodys_site,
        {
            "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: over"),
            "over/main.html": '{% extends "base.html" %}\n{% block content %}\n{{ no.where }}{% endblock %}',
        },
    )
    done = run(somebodys_site)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "over/main.html:3: 'no' is undefined; the site in" in done.stdout + done.stderr
    assert f"the site in '{site}' is unchanged" in done.stdout + done.stderr
    assert tree(site) == before
    assert left_over(somebodys_site) == []


def test_a_plugin_that_fails_last_publishes_nothing(somebodys_site: Path) -> None:
    site, _ = built(somebodys_site)
    before = tree(site)
    hook = "def on_post_build(config):\n    raise ValueError('too late')\n"
    written(somebodys_site, {"hook.py": hook, "mkdocs.yml": CONFIG + "hooks: [hook.py]\n"})
    with pytest.raises(ValueError, match="too late"):
        built(somebodys_site)
    assert tree(site) == before
    assert left_over(somebodys_site) == []


def test_plugins_find_the_site_where_it_goes_when_the_build_is_over(somebodys_site: Path) -> None:
    config = load_config(str(somebodys_site / "mkdocs.yml"), site_dir=str(somebodys_site / "site"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build(config)
    assert config.site_dir == str(somebodys_site / "site")
    assert (somebodys_site / "site" / "index.html").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not copied here")
def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    somebodys_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file is that of one build or of the other, none is half, and none is missing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    written(somebodys_site, {"mkdocs.yml": "site_name: Ours\nplugins: [pirgen]\n"})  # a quick theme
    versions = []
    for text in ("before", "after"):
        _write_summary(somebodys_site, text)
        start = time.monotonic()
        versions.append(tree(built(somebodys_site)[0]))
        length = time.monotonic() - start
    assert versions[0].keys() == versions[1].keys()
    chance = random.Random(7)
    killed = 0
    for number in range(20):
        _write_summary(somebodys_site, ("before", "after")[number % 2])
        child = copied(lambda: built(somebodys_site))
        time.sleep(chance.uniform(0, length))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        found = tree(somebodys_site / "site")
        assert found.keys() == versions[0].keys()
        assert [name for name in found if found[name] not in (versions[0][name], versions[1][name])] == []
    assert killed >= 10
    assert tree(built(somebodys_site)[0]) == versions[1]
    assert left_over(somebodys_site) == []


def _write_summary(folder: Path, text: str) -> None:
    path = folder / "incidents" / FOLDER / "pir.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [f"summary: How it was {text}." if line.startswith("summary:") else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def mounted(tmp_path: Path) -> object:
    """Mounts file systems for a test that may do so."""
    points: list[Path] = []

    def mount(kind: str, options: str, point: Path) -> None:
        point.mkdir(exist_ok=True)
        done = subprocess.run(
            ["mount", "-t", kind, "-o", options, kind, str(point)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("this test mounts a file system, which takes root")
        points.append(point)

    yield mount
    for point in reversed(points):
        subprocess.run(["umount", "-l", str(point)], check=False)


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs mount")
def test_a_full_disk_leaves_the_site_whole(somebodys_site: Path, mounted: object) -> None:
    point = somebodys_site / "small"
    mounted("tmpfs", "size=14m", point)  # type: ignore[operator]
    before = tree(built(somebodys_site, point / "site")[0])
    written(somebodys_site, {"docs/large.txt": "x" * 13_000_000})
    done = run(somebodys_site, "-d", str(point / "site"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "no space left on device; the site in" in done.stdout + done.stderr
    assert tree(point / "site") == before
    assert left_over(point) == []


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs mount")
def test_a_site_that_is_a_mount_point_is_updated_and_a_read_only_one_is_reported(
    somebodys_site: Path, mounted: object
) -> None:
    point = somebodys_site / "site"
    mounted("tmpfs", "size=30m", point)  # type: ignore[operator]
    built(somebodys_site)
    before = tree(built(somebodys_site)[0])
    assert left_over(point) == []
    subprocess.run(["mount", "-o", "remount,ro", str(point)], check=True)
    done = run(somebodys_site)
    assert done.returncode == 2
    assert f"cannot use '{point}': read-only file system" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert tree(point) == before
