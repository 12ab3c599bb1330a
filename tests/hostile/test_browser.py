"""Hostile strings in every field, in addresses and in files, opened in Chromium: nothing of them runs.

A sample is opened each time; with PIRGEN_HOSTILE=1 every string has an incident of its own, for some minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from pirgen.source.attachments import PICTURES, PUBLISHED
from tests.conftest import png
from tests.hostile.books import hostile_files
from tests.hostile.sites import ALL, built_site, groups
from tests.hostile.strings import EVIL, STRINGS
from tests.site.browser import launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = text => { window.ran.push(`${name}(${text})`) };
document.addEventListener("securitypolicyviolation",
    event => window.ran.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""

PROVOKE = """() => {
    for (const each of document.querySelectorAll("details, dialog")) each.open = true;
    for (const each of document.querySelectorAll("article *"))
        for (const type of ["mouseover", "focus", "toggle", "animationstart", "load", "error"])
            each.dispatchEvent(new Event(type, {bubbles: false}));
}"""

FOUND = """() => {
    const found = [...window.ran];
    for (const each of document.querySelectorAll("*")) {
        for (const {name, value} of each.attributes) {
            if (name.startsWith("on")) found.push(`${each.tagName} ${name}`);
            if (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/.test(name)
                && /^[\\s\\x00-\\x20]*(javascript|data|vbscript):/i.test(value))
                found.push(`${each.tagName} ${value}`);
        }
        if (each.closest("article") && each.matches("iframe, object, embed, base, frame, meta, form[action]"))
            found.push(each.tagName);
    }
    for (const each of document.querySelectorAll("article script:not([src])"))
        if (each.type !== "application/json" && each.closest(".pirgen"))
            found.push(`script ${each.text.slice(0, 80)}`);
    return found;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    site = built_site(folder, groups())
    beside = next(iter(sorted((site / "incidents").glob("2*"))))
    for type in PUBLISHED:
        for place, content in enumerate((_PAGE, _DRAWING)):
            start = png(2, 2) if type in PICTURES else b"%PDF-1.4\n" * (type == "pdf")
            (beside / f"hostile-{place}.{type}").write_bytes(start + content)
    return site


_PAGE = b"<!doctype html><html><script>alert(1)</script><img src=x onerror=alert(1)>"
_DRAWING = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'
    b"<script>alert(1)</script></svg>"
)


@pytest.fixture(scope="module")
def policy(site: Path) -> str:
    return CliRunner().invoke(main, ["policy", str(site)]).output.strip()


@contextmanager
def watched(host: str) -> Iterator[tuple[Page, list[str]]]:
    """A page that tells what ran in it, and what it asked for elsewhere or in vain."""
    seen: list[str] = []
    with launched() as browser:
        context = browser.new_context(viewport={"width": 1200, "height": 800}, accept_downloads=False)
        context.add_init_script(WATCH)
        context.on(
            "request", lambda sent: None if sent.url.startswith((host, "data:")) else seen.append(sent.url)
        )
        page = context.new_page()
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.on("response", lambda got: seen.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("popup", lambda popup: seen.append(f"popup {popup.url}"))
        yield page, seen


def _looked_at(page: Page, address: str, seen: list[str]) -> dict[str, list[str]]:
    """What was found on a page, if anything was."""
    page.goto(address, wait_until="load")
    page.evaluate(PROVOKE)
    found = [*page.evaluate(FOUND), *seen]
    seen.clear()
    return {address: found} if found else {}


def _pages(site: Path) -> list[str]:
    """Every incident, every list, and of each other kind of page some."""
    paths = [path.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(path.split("/")[0] if path.count("/") > 1 else "", []).append(
            path.removesuffix("index.html")
        )
    most = {"incidents": len(paths), "": len(paths)}
    return [path for kind, named in kinds.items() for path in named[:: max(1, len(named) // most.get(kind, 6))]]


def test_what_runs_is_seen(site: Path) -> None:
    """The watch itself: a page that is not ours, with what ours must not have."""
    planted = site / "planted.html"
    planted.write_text(f"<article><img src=x onerror=alert(1)><img src=//{EVIL}/p.png><base href=/></article>")
    with served(site) as host, watched(host) as (page, seen):
        found = _looked_at(page, f"{host}/planted.html", seen)[f"{host}/planted.html"]
    planted.unlink()
    assert {"alert(1)", "IMG onerror", "BASE", f"http://{EVIL}/p.png", f"404 {host}/x"} <= set(found)


@pytest.mark.parametrize("under_policy", [False, True], ids=["bare", "under-policy"])
def test_nothing_runs_on_any_kind_of_page(site: Path, policy: str, under_policy: bool) -> None:
    found: dict[str, list[str]] = {}
    with served(site, policy if under_policy else "") as host, watched(host) as (page, seen):
        for path in _pages(site)[:: 5 if under_policy and not ALL else 1]:
            found |= _looked_at(page, f"{host}/{path}", seen)
    assert found == {}


def test_nothing_of_an_address_runs(site: Path) -> None:
    """Filters and words to search for stand in addresses, which anybody can send to a reader."""
    found: dict[str, list[str]] = {}
    strings = STRINGS if ALL else STRINGS[::60]
    with served(site) as host, watched(host) as (page, seen):
        for text in strings:
            words = quote(text, safe="")
            for path in (f"find/?q={words}", f"incidents/?words={words}&severity={words}&sort={words}#{words}"):
                found |= _looked_at(page, f"{host}/{path}", seen)
        for path in ("lessons/", "actions/", "about/"):
            words = quote("<img src=x onerror=alert(1)>", safe="")
            found |= _looked_at(page, f"{host}/{path}?words={words}&q={words}&h={words}&state={words}", seen)
    assert found == {}


def test_nothing_runs_among_what_is_found(site: Path) -> None:
    with served(site) as host, watched(host) as (page, seen):
        page.goto(f"{host}/about/")
        for words in ("alert", "script onerror", "img src", "javascript", "<img src=x onerror=alert(1)>"):
            page.locator("input[data-md-component=search-query]").fill(words)
            page.wait_for_timeout(400)
            page.evaluate(PROVOKE)
        assert [*page.evaluate(FOUND), *seen] == []


@pytest.mark.parametrize("type", PUBLISHED)
def test_a_file_of_any_type_is_shown_or_saved_and_never_run(site: Path, type: str) -> None:
    files = sorted(site.glob(f"incidents/2*/hostile-*.{type}"))
    assert len(files) == 2
    with served(site) as host, watched(host) as (page, seen):
        for path in files:
            response = page.request.get(f"{host}/{path.relative_to(site)}")
            assert urlsplit(response.url).path.endswith(type)
            assert "html" not in response.headers.get("content-type", "")
            assert "svg" not in response.headers.get("content-type", "")
            _open_or_save(page, response.url)
            ran = [each for each in page.evaluate("window.ran ?? []") if not each.startswith("style-src")]
            assert ran == []  # the style is the viewer's own
            assert page.evaluate("document.querySelectorAll('script, svg').length") == 0
            page.goto("about:blank")
        assert [each for each in seen if "favicon" not in each and not each.startswith("chrome")] == []


def _open_or_save(page: Page, url: str) -> None:
    from playwright.sync_api import Error

    with suppress(Error):  # what this browser saves instead of showing it
        page.goto(url)
        page.wait_for_timeout(100)


@pytest.mark.parametrize("under_policy", [False, True], ids=["bare", "under-policy"])
def test_nothing_runs_in_a_report_that_is_handed_over(tmp_path: Path, under_policy: bool) -> None:
    hostile_files(tmp_path / "incidents", groups()[:3])
    (tmp_path / "reports").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        for id in (path.name for path in Path("incidents").glob("2*")):
            for more in ((), ("--final",)):
                name = f"reports/{id}{''.join(more)}.html"
                assert CliRunner().invoke(main, ["report", id, *more, "-o", name]).exit_code == 0
        policy = CliRunner().invoke(main, ["policy", "reports"]).output.strip()
    found: dict[str, list[str]] = {}
    with served(tmp_path / "reports", policy if under_policy else "") as host, watched(host) as (page, seen):
        for path in sorted((tmp_path / "reports").iterdir()):
            found |= _looked_at(page, f"{host}/{path.name}", seen)
    assert found == {}
