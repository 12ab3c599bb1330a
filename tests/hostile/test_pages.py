"""Hostile strings in every field, looked up in the pages that they became: the half without a browser."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from pirgen.pipeline import check
from tests.hostile.books import hostile_files
from tests.hostile.sites import CONFIG, built_site, groups, is_harmless, is_of_markdown, pages_of
from tests.hostile.strings import EVIL, STRINGS

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("hostile"), groups())


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same book with the word 'word' in every field."""
    return built_site(tmp_path_factory.mktemp("harmless"), [["word"] * 4] * 8)


def test_there_are_more_than_five_hundred() -> None:
    assert len(STRINGS) >= 700
    assert CONFIG.count("plugins") == 1


def test_every_string_is_taken_and_none_stops_a_build(tmp_path: Path) -> None:
    assert hostile_files(tmp_path, groups()) <= len(STRINGS) // 50
    assert [
        found for found in check(tmp_path, date(2022, 6, 1)).diagnostics if found.level.value == "error"
    ] == []


def test_pages_have_no_element_or_attribute_that_a_harmless_book_has_not(site: Path, harmless: Path) -> None:
    known = {shape for page in pages_of(harmless) for shape in page.shapes}
    odd = {
        f"{page.page.relative_to(site)}: {tag} {attribute}"
        for page in pages_of(site)
        for tag, attribute in page.shapes - known
        if not is_of_markdown(tag, attribute)
    }
    assert odd == set()
    assert [shape for shape in known if shape[1].startswith("on")] == []


def test_pages_have_no_script_that_a_harmless_book_has_not(site: Path, harmless: Path) -> None:
    def scripts(folder: Path) -> set[str]:
        scripts = {script.replace("../", "") for page in pages_of(folder) for script in page.scripts}
        return {
            re.sub(r"-rows\.js\?\w{8}$", "-rows.js", script) for script in scripts
        }  # a digest of what is in it

    assert scripts(site) - scripts(harmless) == set()


def test_addresses_lead_to_the_web_or_into_the_site_and_nothing_is_loaded(site: Path) -> None:
    odd = {address for page in pages_of(site) for address in page.addresses if not is_harmless(address)}
    assert odd == set()


def test_no_template_of_an_author_is_filled_in_and_no_file_read(site: Path) -> None:
    files = [
        path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in (".html", ".md", ".json")
    ]
    assert any("1234*5678" in text for text in files)
    assert [text for text in files if str(1234 * 5678) in text or "root:x:0:" in text] == []


def test_files_for_programs_are_what_they_are_called(site: Path) -> None:
    """JSON is JSON, XML has no entities, and a sheet begins no cell with what it would compute."""
    for path in sorted(site.rglob("*.json")):
        json.loads(path.read_text(encoding="utf-8"))
    for path in (path for path in site.rglob("*.xml") if path.name != "sitemap.xml"):
        text = path.read_text(encoding="utf-8")
        assert "<!ENTITY" not in text
        ET.fromstring(text)
    assert list(site.rglob("*.svg")) == [path for path in site.rglob("*.svg") if EVIL not in path.read_text()]
