"""A change that cannot be built, seen in the browser of whoever previews the site."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pirgen.cache_file import NO_CACHE_VARIABLE
from pirgen.rules.examples import FOLDER
from tests.conftest import written
from tests.site.conftest import CONFIG

pytestmark = [pytest.mark.site, pytest.mark.graphviz]

INCIDENT = f"incidents/{FOLDER}/incident.yaml"


class Preview:
    """A running server, asked as a browser asks."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", NO_CACHE_VARIABLE: ""}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", *command, "--dev-addr", f"127.0.0.1:{self.port}"],
            cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip

    def get(self, path: str = f"incidents/{FOLDER}/") -> str:
        """A page; a request may not hang."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=20) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    def wait_for(self, words: str, path: str = f"incidents/{FOLDER}/", absent: bool = False) -> str:
        """The page, once it has the words, or has them no more."""
        end = time.monotonic() + 90
        page = ""
        while time.monotonic() < end:
            assert self.process.poll() is None
            try:
                page = self.get(path)
            except OSError:  # it does not serve yet
                page = ""
            if page and (words in page) is not absent:
                return page
            time.sleep(0.1)
        raise AssertionError(f"waited for {words!r} in vain: {page[-2000:]}")


@pytest.fixture(params=[["mkdocs", "serve"], ["pirgen.plugin", "serve"]], ids=["mkdocs", "pirgen"])
def preview(request: pytest.FixtureRequest, somebodys_site: Path) -> Iterator[Preview]:
    server = Preview(somebodys_site, request.param)
    yield server
    server.process.terminate()
    server.process.wait()
    assert server.process.stderr
    server.process.stderr.close()


def test_what_is_saved_shows(preview: Preview, somebodys_site: Path) -> None:
    preview.wait_for("Checkout failed for every order")
    good = (somebodys_site / INCIDENT).read_text(encoding="utf-8")
    written(somebodys_site, {INCIDENT: good.replace("Checkout failed for every order", "No order got through")})
    preview.wait_for("No order got through")
    preview.wait_for("No order got through", "incidents/")
    preview.wait_for("No order got through", "incidents/incidents.csv")
    copy = FOLDER.replace("2026-01-05", "2026-01-06")
    for name in ("incident.yaml", "pir.yaml"):
        text = (somebodys_site / "incidents" / FOLDER / name).read_text(encoding="utf-8")
        text = text.replace("2026-01-05", "2026-01-06").replace("[checkout]", "[billing]")
        written(somebodys_site, {f"incidents/{copy}/{name}": text.replace("No order got", "Nothing got")})
    preview.wait_for("Nothing got through", f"incidents/{copy}/")
    preview.wait_for("Nothing got through", "services/billing/")
    preview.wait_for("Nothing got through", "incidents/")
    written(somebodys_site, {"docs/index.md": "# Our new handbook\n"})
    preview.wait_for("Our new handbook", "")
    written(somebodys_site, {"mkdocs.yml": CONFIG.replace("Somebody else's site", "Renamed")})
    preview.wait_for("Renamed", "actions/")
    assert "is no page" in preview.get("nowhere/") or "404" in preview.get("nowhere/")


def test_a_site_with_a_plugin_that_sees_all_pages_is_built_whole(somebodys_site: Path) -> None:
    written(somebodys_site, {"mkdocs.yml": CONFIG.replace("pirgen]", "tags, pirgen]")})
    server = Preview(somebodys_site, ["pirgen.plugin", "serve"])
    try:
        server.wait_for("Checkout failed for every order")
    finally:
        server.process.terminate()
    assert "every change builds the whole site, which the plugin 'material/tags' needs" in (
        server.process.communicate()[1].decode()
    )


def test_an_error_is_shown_on_the_last_good_page_until_it_is_repaired(
    preview: Preview, somebodys_site: Path
) -> None:
    preview.wait_for("Checkout failed for every order")
    good = (somebodys_site / INCIDENT).read_text(encoding="utf-8")
    written(somebodys_site, {INCIDENT: good.replace("severity: SEV-2", "severity: SEV-<b>9")})
    page = preview.wait_for('id="pirgen-problem"')
    assert "Checkout failed for every order</h1>" in re.sub(r"\s+", " ", page).replace(" </h1>", "</h1>")
    assert "SEV-&lt;b&gt;9" in page
    assert INCIDENT in page
    assert 'id="pirgen-problem"' in preview.get()
    written(somebodys_site, {INCIDENT: good.replace("Checkout failed for every order", "No order got through")})
    page = preview.wait_for('id="pirgen-problem"', absent=True)
    preview.wait_for("No order got through")
    assert "SEV-&lt;b&gt;9" not in preview.get()
