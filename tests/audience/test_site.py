"""Public and internal sites of one folder, built and searched through."""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from pirgen.audience import find_leaks, public_book
from pirgen.audience.leaks import leaks_in
from pirgen.handouts import incident_handout
from pirgen.handouts.pdf import pdf_of
from pirgen.model import Book
from pirgen.rules.catalogue import EXPLANATIONS
from tests.audience.books import FILES, INTERNAL, PUBLIC
from tests.audience.test_public import book_of
from tests.conftest import written
from tests.site.conftest import built

pytestmark = pytest.mark.site


def contents(site: Path) -> dict[str, str]:
    """Every file of a site by its name, compressed ones unpacked, in lower case; the name is searched too."""
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        name = path.relative_to(site).as_posix()
        found[name] = f"{name}\n{content.decode('utf-8', 'replace')}".lower()
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site for each audience, with the configuration that ``pirgen init`` writes."""
    home = tmp_path_factory.mktemp("two-audiences")
    book_of(home / "incidents")
    starter = files("pirgen").joinpath("starter", "mkdocs.yml").read_text(encoding="utf-8")
    for audience in ("public", "internal"):
        config = starter.replace("audience: internal", f"{{audience: {audience}, as_of: 2026-02-01}}")
        written(home, {"mkdocs.yml": config, "docs/how-we-review.md": "# How we review\n"})
        built(home, home / audience)
    return home


def test_no_file_of_a_public_site_has_anything_internal(folder: Path) -> None:
    found = contents(folder / "public")
    assert [name for name, content in found.items() if re.search("canary[a-z-]", content)] == []
    assert [name for name, content in found.items() if INTERNAL in content] == []
    assert [name for name, content in found.items() if "unnamed.png" in content] == []


def test_a_factor_that_an_internal_event_removed_is_not_called_open(folder: Path) -> None:
    found = contents(folder / "public")
    page = BeautifulSoup(found[f"incidents/{PUBLIC}/index.html"], "html.parser")
    removed = [" ".join(each.get_text().split()) for each in page.select(".pirgen-removed")]
    assert removed == ["✓ removed in the response"]
    assert "removed in the response; `null-price`" in found[f"incidents/{PUBLIC}/index.html.md"]


def test_an_internal_site_has_all_of_it_and_says_so(folder: Path) -> None:
    found = contents(folder / "internal")
    assert "canarytitle of a partner failed" in found[f"incidents/{INTERNAL}/index.html"]
    assert "<strong>internal.</strong>" in found[f"incidents/{INTERNAL}/index.html"]
    assert "canaryreviewnotes" in found[f"incidents/{PUBLIC}/index.html"]
    assert "<strong>internal.</strong>" not in found[f"incidents/{PUBLIC}/index.html"]


def test_every_internal_part_of_a_public_page_is_marked(folder: Path) -> None:
    """Each canary that the reader of an internal site sees has the mark beside it."""
    page = BeautifulSoup(
        (folder / f"internal/incidents/{PUBLIC}/index.html").read_text(), "html.parser"
    ).article
    assert page
    marked = {mark.parent.get_text() for mark in page.select(".pirgen-note-internal") if mark.parent}
    seen = set(re.findall(r"Canary[a-z]+", page.get_text())) - {"Canaryrelation", "Canarygate"}
    assert {word for word in seen if not any(word in text for text in marked)} - {"Canarydonewhen"} == set()
    assert len(seen) > 25
    for site, id in (("internal", INTERNAL), ("public", PUBLIC)):
        assert "pirgen-note-internal" not in (folder / f"{site}/incidents/{id}/index.html").read_text()


ENCODINGS: dict[str, Callable[[str], str | bytes]] = {
    "entities": lambda text: "".join(f"&#x{ord(letter):x};" for letter in text),
    "entities twice": lambda text: html.escape(html.escape(text)),
    "JSON": lambda text: json.dumps({"a": text}),
    "JSON in JSON": lambda text: json.dumps(json.dumps({"a": text})),
    "JavaScript": lambda text: "".join(f"\\u{{{ord(letter):x}}}" for letter in text),
    "address": quote,
    "address twice": lambda text: quote(quote(text)),
    "decomposed": lambda text: html.escape(unicodedata.normalize("NFD", text)),
    "capitals": lambda text: html.escape(text).upper(),
    "soft hyphens": lambda text: "&shy;".join(map(html.escape, text)),
    "breaks": lambda text: "<wbr>".join(map(html.escape, text)),
    "half bold": lambda text: "<p><b>" + html.escape(text[:4]) + "</b>" + html.escape(text[4:]) + "</p>",
    "lines": lambda text: html.escape(text).replace(" ", "\n    > "),
    "divided": lambda text: f"{text[:5]}-\n  {text[5:]}",
    "UTF-16": lambda text: text.encode("utf-16"),
    "packed": lambda text: gzip.compress(gzip.compress(text.encode())),
    "data address": lambda text: f"<a href='data:;base64,{b64encode(text.encode()).decode()}'>",
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("team.html", "<p>Canaryfactor <b>was</b> agreed</p>"),
        ("data.json", '{"text": "Canaryfactor was\\u0020agreed"}'),
        ("page.html", "<p title='Canaryfactor&#32;was agreed'>x</p>"),
        ("link.html", "<a href='?q=Canaryfactor%20was%20agreed'>x</a>"),
        ("canaryfactor-was-agreed.txt", "x"),
        ("drawing.svg", "<text><tspan>Canaryfactor was</tspan><tspan> agreed</tspan></text>"),
        (f"{INTERNAL}.txt", ""),
    ],
)
def test_a_leak_is_found_however_it_is_written(tmp_path: Path, name: str, content: str) -> None:
    book = book_of(tmp_path / "incidents")
    site = written(tmp_path / "site", {name: content, "about.html": "<p>About</p>"})
    (site / f"{name}.gz").write_bytes(gzip.compress(content.encode()))
    assert [leak.file for leak in find_leaks(book, public_book(book), site)][:1] == [name]


def test_a_public_site_has_no_leak(folder: Path, tmp_path: Path) -> None:
    book = book_of(tmp_path)
    assert find_leaks(book, public_book(book), folder / "public") == ()


SECRETS = (
    "Zürcher Verträge liegen in C:\\Verträge bei Müllers <Büro> & 'Söhnen' in Überlingen",
    "Überfällige Gebühr",
    "漢字かな交じり文の秘密の契約書",
)


@pytest.fixture(scope="module")
def book_with_secrets(tmp_path_factory: pytest.TempPathFactory) -> Book:
    lessons = ", ".join(json.dumps({"text": each, "internal": True}) for each in SECRETS)
    review = FILES[f"{PUBLIC}/pir.yaml"].replace("lessons: [", f"lessons: [{lessons}, ")
    return book_of(tmp_path_factory.mktemp("secrets"), FILES | {f"{PUBLIC}/pir.yaml": review})


@pytest.mark.parametrize("written", ENCODINGS.values(), ids=ENCODINGS)
def test_a_leak_is_found_in_every_encoding(
    book_with_secrets: Book, written: Callable[[str], str | bytes]
) -> None:
    files = [(f"{at}.html", written(text)) for at, text in enumerate(SECRETS)]
    contents = [(name, each if isinstance(each, bytes) else each.encode()) for name, each in files]
    leaks = leaks_in(book_with_secrets, public_book(book_with_secrets), contents)
    assert [leak.file for leak in leaks] == [name for name, _ in files]


def test_a_pdf_is_read_too(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="needs pip install -e '.[draw]'")
    book = book_of(tmp_path)
    content = pdf_of(incident_handout(book.incident_by_id[PUBLIC], book, {}, False))
    assert [leak.file for leak in leaks_in(book, public_book(book), [("x.pdf", content)])] == ["x.pdf"]
    content = pdf_of(incident_handout(public_book(book).incident_by_id[PUBLIC], public_book(book), {}, True))
    assert leaks_in(book, public_book(book), [("x.pdf", content)]) == ()


def test_what_the_manual_says_too_is_no_leak(tmp_path: Path) -> None:
    said = EXPLANATIONS["PIR801"].reason.partition(".")[0]
    incident = FILES[f"{INTERNAL}/incident.yaml"].replace("Canarytitle of a partner failed", said)
    book = book_of(tmp_path, FILES | {f"{INTERNAL}/incident.yaml": incident})
    assert book.incident_by_id[INTERNAL].title == said
    assert leaks_in(book, public_book(book), [("rules.html", said.encode())]) == ()


def test_a_public_build_with_a_leak_fails_and_leaves_the_old_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    book_of(tmp_path / "incidents")
    (tmp_path / "docs").mkdir()
    options = "{audience: public, as_of: 2026-02-01}"
    config = f"site_name: x\nplugins: [search, pirgen: {options}]\n"
    written(tmp_path, {"mkdocs.yml": config})
    before = contents(built(tmp_path)[0])
    written(tmp_path, {"docs/about.md": "# About\n\nWe know that canaryfactor was agreed.\n"})
    with pytest.raises(Abort):
        built(tmp_path)
    assert "nothing was published" in caplog.text
    assert "about/index.html: canaryfactor was agreed" in caplog.text
    assert contents(tmp_path / "site") == before
