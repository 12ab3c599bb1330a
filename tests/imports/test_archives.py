"""Zip archives as tools and people make them, and as somebody hostile does."""

import io
import zipfile
from pathlib import Path

import pytest

from pirgen.imports import unpacked
from tests.cli.test_check import run
from tests.imports.planted_files import zipped

PAGE = "# Orders fail\n\nDate: 2026-03-14\n\n## Timeline (UTC)\n\n- 09:12 Errors start\n"


def names(content: bytes) -> tuple[list[str], tuple[str, ...]]:
    found, notes = unpacked(content, "x.zip")
    return [name for name, _ in found], notes


def test_the_files_of_an_archive_are_read_one_by_one() -> None:
    inner = zipped({"Part/b.html": "<p>b</p>"})
    export = {
        "Wiki/a.md": PAGE,
        "Wiki/a.csv": "Name,Tags,Day\n",
        "Wiki/a/b 0a1b.md": PAGE,
        "Wiki/picture.PNG": b"x",
        "Wiki/LICENSE": "x",
        "__MACOSX/Wiki/._a.md": "x",
        "inner.zip": inner,
    }
    assert names(zipped(export)) == (
        ["x.zip/Wiki/a.md", "x.zip/Wiki/a/b 0a1b.md", "x.zip/Part/b.html"],
        (
            "x.zip: left out: files in .png form (1)",
            "x.zip: left out: files in no form (1)",
            "x.zip: left out: tables that list the pages beside them (1)",
        ),
    )


def test_names_that_lead_out_of_an_archive_write_nothing_there(in_folder: Path) -> None:
    Path("x.zip").write_bytes(zipped({"../../../evil.md": PAGE, "/etc/evil.md": PAGE.replace("14", "15")}))
    before = sorted(in_folder.parent.rglob("*evil*"))
    result = run("import", "x.zip")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("incidents").iterdir()) == [
        "2026-03-14-orders-fail",
        "2026-03-15-orders-fail",
    ]
    assert sorted(in_folder.parent.rglob("*evil*")) == before


def bomb(count: int, size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(count):
            archive.writestr(f"{number}.md", b"0" * size)
    return out.getvalue()


LARGE = bomb(1, 30 * 1024 * 1024)


@pytest.mark.parametrize(
    "content",
    [
        bomb(5_001, 0),
        zipped({f"{number}.zip": LARGE for number in range(11)}),  # each is small enough, all are not
    ],
    ids=["files", "archives in an archive"],
)
def test_an_archive_that_would_fill_the_memory_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="the archive has more than 5,000 files, or 314,572,800 bytes"):
        unpacked(content, "x.zip")


def test_an_archive_in_an_archive_in_an_archive_is_left_out() -> None:
    deep = zipped({"a.zip": zipped({"b.zip": zipped({"c.md": PAGE}), "d.md": PAGE})})
    assert names(deep) == (["x.zip/d.md"], ("x.zip: left out: files in .zip form (1)",))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_documents_that_are_too_large_when_unpacked_are_refused(name: str, in_folder: Path) -> None:
    part = {"a.docx": "word/document.xml", "a.xlsx": "xl/workbook.xml"}[name]
    Path(name).write_bytes(zipped({part: b"0" * (101 * 1024 * 1024)}))
    result = run("import", name)
    assert result.exit_code == 2
    assert "bytes when unpacked; at most " in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_document_with_entities_is_refused(in_folder: Path) -> None:
    text = '<!DOCTYPE a [<!ENTITY b "x">]><w:document>&b;</w:document>'
    Path("a.docx").write_bytes(zipped({"word/document.xml": text}))
    result = run("import", "a.docx")
    assert result.exit_code == 2
    assert "its XML has a document type, which no such document has" in result.stderr
