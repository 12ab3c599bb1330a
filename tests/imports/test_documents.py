"""Documents of word processors and wikis, and sheets, from samples in their shapes."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from pirgen.drafts import incident_text, review_text
from pirgen.imports import ImportOptions, ReadOptions, draft_incidents, read_export
from pirgen.model import Instant
from tests.cli.test_check import run

GOOGLE = """<html><head><title>Outage of 14 March</title><style>.c1{color:#000}</style></head>
<body class="c2"><h1 id="h.1"><span class="c1">2026-03-14 Orders fail</span></h1>
<p class="c3"><span>Severity: SEV-2</span></p>
<h2><span>Summary</span></h2><p><span>Orders failed, see </span>
<a href="https://www.google.com/url?q=https://status.example.com/i/1&amp;sa=D"><span>the page</span></a>.</p>
<p>Written by ada@example.com</p>
<h2>Timeline&nbsp;(UTC)</h2><table><tr><td><p><b>Time</b></p></td><td><p><b>What</b></p></td></tr>
<tr><td><p>09:12</p></td><td><p>Errors start</p></td></tr>
<tr><td><p>10:02</p></td><td><p>Incident resolved</p></td></tr></table>
<h2>Action items</h2><ul class="lst"><li><span>Test an order without a price</span></li></ul>
<img src="https://files.example.com/x.png" alt="a graph of errors"></body></html>"""
CONFLUENCE = """<!DOCTYPE html><html><head><title>Space : Post-mortem</title></head><body>
<h1>Post-mortem: queue stood still</h1><table class="confluenceTable"><tbody>
<tr><th>Date</th><td>6 May 2024</td></tr><tr><th>Services</th><td>queue, mail</td></tr></tbody></table>
<h2>Timeline</h2><p>All times in CET.</p>
<ul><li>10:00 consumers stop</li><li>10:20 consumers restarted</li></ul>
<script>alert(1)</script></body></html>"""


def word(paragraphs: list[tuple[str, str]]) -> bytes:
    """A small document of Word: paragraphs with their styles."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    document = f'<w:document xmlns:w="{word_space}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def sheet(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def drafted(content: bytes, file: str, options: ReadOptions | None = None) -> list[str]:
    found, problems = read_export(content, file, options)
    assert problems == ()
    results = draft_incidents(found, ImportOptions())
    return [incident_text(each.draft) + review_text(each.draft) for each in results if each.draft]


def events(content: bytes, file: str) -> list[str]:
    found, _ = read_export(content, file)
    return [
        f"{event.at.at:%m-%d %H:%M} {''.join(map(str, event.lead))}"
        for incident in found
        for event in incident.events
        if isinstance(event.at, Instant)
    ]


def test_a_document_of_google_is_read() -> None:
    (text,) = drafted(GOOGLE.encode(), "Outage.html")
    assert events(GOOGLE.encode(), "x.html") == ["03-14 09:12 Errors start", "03-14 10:02 Incident resolved"]
    assert "title: Orders fail\nseverity: SEV-2\n" in text
    assert "[the page](<https://status.example.com/i/1>)" in text
    assert "Test an order without a price" in text
    assert "a graph of errors" in text
    assert "ada@example.com" not in text


def test_a_page_of_confluence_is_read() -> None:
    (text,) = drafted(CONFLUENCE.encode(), "page.html")
    assert events(CONFLUENCE.encode(), "page.html") == [
        "05-06 09:00 consumers stop",
        "05-06 09:20 consumers restarted",
    ]
    assert "services: [queue, mail]" in text
    assert "alert(1)" not in text


def test_a_document_of_word_is_read() -> None:
    content = word(
        [
            ("Heading1", "2026-03-14 Orders fail"),
            ("Heading2", "Timeline (UTC)"),
            ("Normal", "09:12 Errors start"),
            ("Normal", "10:02 Incident resolved"),
            ("Heading2", "Impact"),
            ("Normal", "1,200 orders failed."),
        ]
    )
    assert events(content, "x.docx") == ["03-14 09:12 Errors start", "03-14 10:02 Incident resolved"]
    (text,) = drafted(content, "x.docx")
    assert 'summary: "1,200 orders failed."' in text


ROWS: list[list[object]] = [
    [
        "Number",
        "Short description",
        "Priority",
        "Opened",
        "Resolved",
        "State",
        "Assignment group",
        "Close notes",
        "Odd",
    ],
    [
        "INC1",
        "Mail is late",
        "2 - High",
        "2026-03-14 09:12",
        "2026-03-14 10:02",
        "Closed",
        "Mail team",
        "Restarted",
        "x",
    ],
    ["INC2", "Print stops", "4 - Low", "2026-03-15 08:00", "", "New", "", "", ""],
]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_an_incident_each_row(sign: str) -> None:
    content = "\n".join(sign.join(map(str, row)) for row in ROWS).encode()
    first, second = drafted(content, "incidents.csv", ReadOptions(zone=None))
    assert "title: Mail is late\nseverity: SEV-2\n" in first
    assert "# - Odd: x" in first
    assert "Resolved: 2026-03-14 10:02 has no time zone; give one with --timezone" in first
    assert "title: Print stops" in second


def test_a_sheet_is_read_like_a_table(in_folder: Path) -> None:
    rows = [*ROWS, ["INC3", "Login fails", "1", datetime(2026, 3, 16, 7, 30), "", "New", "", "", ""]]
    Path("a.xlsx").write_bytes(sheet(rows))
    result = run("import", "a.xlsx", "--timezone", "UTC")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert "columns: id is 'Number', title is 'Short description'" in result.stderr
    text = Path("incidents/2026-03-16-login-fails/incident.yaml").read_text(encoding="utf-8")
    assert "at: 2026-03-16T07:30Z" in text
    assert run("check", "--as-of", "2026-04-01").exit_code == 0


def test_columns_may_be_named(in_folder: Path) -> None:
    Path("a.csv").write_text(
        "Nr,Was,Wann\n1,Mail steht,2026-03-14T09:12Z\n2,Druck,2026-03-15T09:12Z\n", encoding="utf-8"
    )
    assert "no column for the title; its columns are 'Nr', 'Was', 'Wann'" in run("import", "a.csv").stderr
    Path("map.yaml").write_text("title: Was\nstarted: Wann\nid: Nr\n", encoding="utf-8")
    assert run("import", "a.csv", "--map", "map.yaml").exit_code == 0
    assert Path("incidents/2026-03-14-mail-steht").is_dir()
    Path("map.yaml").write_text("title: Wo\nbegin: Wann\n", encoding="utf-8")
    result = run("import", "a.csv", "--map", "map.yaml")
    assert "there is no column 'Wo'" in result.stderr
    assert "'begin' is not a meaning" in result.stderr


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04 broken word/document.xml", "it is not a document of Word"),
        (b"PK\x03\x04 broken xl/workbook.xml", "it is not a sheet of Excel"),
        (b"PK\x03\x04", "is an archive; give the files in it"),
    ],
)
def test_a_broken_document_says_so(content: bytes, problem: str) -> None:
    found, problems = read_export(content, "x.docx")
    assert found == ()
    assert problem in problems[0]
