"""What a built site says about itself: titles, addresses, previews of links, and one scale of type sizes."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from tests.site.conftest import ROOT

ASSETS = ROOT / "templates" / "assets"
SCALE = {"0.8em", "0.88em", "0.94em", "1em", "1.05em", "1.15em", "1.3em", "1.5em", "1.8em"}
IN_DRAWINGS, ON_PAPER, IN_THE_FRAME = {"11px", "12px"}, {"10pt"}, {"0.7rem", ".7rem", ".9rem"}

Site = tuple[Path, list[str]]
both_sites = pytest.mark.parametrize("place", ["", "demo"])


def heads(site: Path) -> dict[str, BeautifulSoup]:
    """The head of every page of a site, without those of the demonstration in it."""
    pages = [page for page in sorted(site.rglob("*.html")) if page.relative_to(site).parts[0] != "demo"]
    return {
        page.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            page.read_text(encoding="utf-8").partition("</head>")[0], "html.parser"
        )
        for page in pages
    }


def content(head: BeautifulSoup, selector: str) -> str:
    found = head.select_one(selector)
    return str(found.get("content") or found.get("href")) if found else ""


@pytest.mark.site
@pytest.mark.graphviz
@both_sites
def test_no_two_pages_have_one_title(our_site: Site, place: str) -> None:
    titles = Counter(str(head.title) for head in heads(our_site[0] / place).values())
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.site
@pytest.mark.graphviz
@both_sites
def test_every_page_says_what_a_link_to_it_shows(our_site: Site, place: str) -> None:
    site = our_site[0] / place
    for address, head in heads(site).items():
        if address == "404.html" or head.select_one('meta[http-equiv="refresh"]'):
            continue
        root = content(head, 'link[rel="canonical"]').removesuffix(address)
        assert re.fullmatch(r"https://.+/", root), address
        assert content(head, 'meta[property="og:url"]') == f"{root}{address}"
        title = content(head, 'meta[property="og:title"]')
        assert title, address
        assert title in unescape(str(head.title)) or not address
        assert content(head, 'meta[property="og:description"]'), address
        picture = content(head, 'meta[property="og:image"]')
        assert (site / picture.removeprefix(root)).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.site
@pytest.mark.graphviz
@both_sites
def test_feed_sitemap_and_404_have_the_address_of_the_site(our_site: Site, place: str) -> None:
    site = our_site[0] / place
    root = content(heads(site)[""], 'link[rel="canonical"]')
    feeds = [ElementTree.parse(path).getroot() for path in sorted(site.glob("*.xml"))]
    addresses = [str(one.text) for feed in feeds for one in feed.iter() if str(one.tag).endswith("}loc")]
    assert len(addresses) > 50
    assert [address for address in addresses if not address.startswith(root)] == []
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert f'href="{root.removeprefix("https://example.org")}incidents/"' in lost


@pytest.mark.site
@pytest.mark.graphviz
def test_every_link_is_one_for_programs_too(our_site: Site) -> None:
    """Lighthouse takes a link without ``href`` for none, unless it has a role."""
    pages = {path: path.read_text(encoding="utf-8") for path in our_site[0].rglob("*.html")}
    assert sum(text.count("xlink:href=") for text in pages.values()) > 1000
    unknown = re.compile(r"<a (?!(?:[^>]* )?(?:href|role|id|name)=)[^>]*>")
    lost = {path: unknown.findall(text) for path, text in pages.items()}
    assert {path: links for path, links in lost.items() if links} == {}


@pytest.mark.parametrize("sheet", sorted(path.name for path in ASSETS.glob("*.css")))
def test_sizes_of_type_are_of_one_scale(sheet: str) -> None:
    sizes = set(re.findall(r"font-size: ([^;]+);", (ASSETS / sheet).read_text(encoding="utf-8")))
    assert sizes - SCALE - IN_DRAWINGS - ON_PAPER - IN_THE_FRAME - {"inherit"} == set()
