"""Documents, sheets, pages, feeds and archives with a text in every field and piece of metadata they have."""

from __future__ import annotations

import io
import zipfile
from html import escape

from openpyxl import Workbook
from openpyxl.comments import Comment

NAME = "Zoraida Plantname"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def zipped(files: dict[str, str | bytes]) -> bytes:
    """An archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def _paragraph(content: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _row(text: str) -> str:
    cells = "".join(f"<w:tc>{_paragraph(_run(each))}</w:tc>" for each in ("Note", text))
    return f"<w:tr>{cells}</w:tr>"


def word_document(texts: list[str], hidden: str) -> bytes:
    """A document with texts in its body, table, footnote, link and picture, and one that nobody sees."""
    by = f'w:author="{NAME}" w:date="2026-03-14T09:00:00Z"'
    picture = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:docPr id="1" name="x" '
        f'descr="{escape(texts[0])}"/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData><pic:pic '
        f'xmlns:pic="{_DRAWING}/picture"><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    body = [
        _paragraph(_run("Orders fail"), "Heading1"),
        _paragraph(_run("Date: 2026-03-14")),
        _paragraph(_run(f"Author: {NAME}")),
        _paragraph(_run("Summary"), "Heading2"),
        *(_paragraph(_run(text)) for text in texts),
        _paragraph(_run(f"{NAME} and Zoraida helped.")),
        _paragraph(f'<w:hyperlink r:id="r8">{_run("A link")}</w:hyperlink>{picture}'),
        _paragraph(f'<w:ins {by}>{_run("This was put in.")}</w:ins><w:del {by}><w:r><w:delText>{escape(hidden)}'
                   "</w:delText></w:r></w:del>"),
        _paragraph(_run(hidden, "<w:vanish/>") + _run("Seen.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        _paragraph(_run("Timeline (UTC)"), "Heading2"),
        *(_paragraph(_run(f"09:{minute:02} {text}")) for minute, text in enumerate(texts[:40])),
        _paragraph(_run("Impact"), "Heading2"),
        f"<w:tbl>{''.join(map(_row, texts[:40]))}</w:tbl>",
    ]  # fmt: skip
    spaces = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
    kinds = ("document.main", "comments", "footnotes", "header", "footer")
    parts = ("document", "comments", "footnotes", "header1", "footer1")
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for part, kind in zip(parts, kinds, strict=True)
    )
    links = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{part.rstrip("1")}" Target="{part}.xml"/>'
        for at, part in enumerate(parts[1:], 1)
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" '
            f'ContentType="image/png"/>{overrides}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}'
            f'<Relationship Id="r8" Type="{_OFFICE}/hyperlink" '
            'Target="https://ada.plant%40example.com@x.example.org/?k=Pl4nted!pw" '
            f'TargetMode="External"/><Relationship Id="r9" Type="{_OFFICE}/image" Target="media/x.png"/>'
            "</Relationships>",
            "word/media/x.png": b"\x89PNG\r\n",
            "word/document.xml": f"<w:document {spaces}><w:body>{''.join(body)}</w:body></w:document>",
            "word/comments.xml": f'<w:comments {spaces}><w:comment w:id="1" {by}>{_paragraph(_run(hidden))}'
            "</w:comment></w:comments>",
            "word/footnotes.xml": f'<w:footnotes {spaces}><w:footnote w:id="2">{_paragraph(_run(texts[0]))}'
            "</w:footnote></w:footnotes>",
            "word/header1.xml": f"<w:hdr {spaces}>{_paragraph(_run(hidden))}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {spaces}>{_paragraph(_run(hidden))}</w:ftr>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
            f"<dc:creator>{NAME}</dc:creator><dc:description>{escape(hidden)}</dc:description></cp:coreProperties>",
        }
    )  # fmt: skip


def sheet(texts: list[str], hidden: str) -> bytes:
    """A workbook with the texts in its cells, and one in a comment, a hidden sheet and the properties."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = NAME
    book.properties.description = book.properties.keywords = hidden
    rows = book.active
    rows.oddHeader.center.text = hidden[:100]
    rows.append(["Number", "Title", "Opened", "Description", "Work notes", "Reporter", "Other"])
    for at, text in enumerate(texts):
        opened = f"2026-03-14 09:{at % 60:02}Z"
        helped = f"{text} {NAME} helped."
        rows.append([f"INC{at}", f"Outage {at}", opened, text, helped, NAME, text])
    rows["D2"].comment = Comment(hidden, NAME)
    rows["A2"].hyperlink = "mailto:ada.plant@example.com"
    secret = book.create_sheet("Names")
    for _ in range(3):
        secret.append([hidden, NAME, hidden])
    secret.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def page(texts: list[str], hidden: str) -> bytes:
    """A page with the texts in paragraphs, lists, tables, alternative texts, and one where none looks."""
    lines = "".join(f"<p>{escape(text)}</p><img src='x.png' alt=\"{escape(text)}\">" for text in texts)
    events = "".join(f"<li>09:{at:02} {escape(text)}</li>" for at, text in enumerate(texts[:40]))
    rows = "".join(f"<tr><td>{at}</td><td>{escape(text)}</td></tr>" for at, text in enumerate(texts[:40]))
    private = escape(hidden)
    return f"""<!DOCTYPE html><html><head><title>Orders fail</title><meta name="author" content="{NAME}">
<meta name="description" content="{private}"><script>var a = "{private}"</script></head>
<body data-x="{private}">
<!-- {private} --><div style="display: none">{private}</div><p hidden>{private}</p>
<input type="hidden" value="{private}"><h1 title="{private}">Orders fail</h1><p>Date: 2026-03-14</p>
<h2>Summary</h2><p>{NAME} helped, and so did <a class="user-mention" href="/u/1">@Lin Plantfriend</a>.</p>
<p><a href="mailto:ada.plant@example.com">write</a> <a href="https://grafana.planted.internal/d/1">graph</a></p>
{lines}<h2>Timeline (UTC)</h2><ul>{events}</ul><h2>Impact</h2><table>{rows}</table></body></html>""".encode()


def feed(texts: list[str], hidden: str) -> bytes:
    """A feed with the texts in the posts of its entries, and names and addresses around them."""
    person = f"<name>{NAME}</name><email>ada.plant@example.com</email><uri>https://x.planted.internal/</uri>"
    entries = []
    for at, text in enumerate(texts):
        post = (
            f"<p><small>Mar 14, 09:{at % 60:02} UTC</small><br><strong>Resolved</strong> - {escape(text)} "
            f"{NAME} helped.</p>"
        )
        entries.append(
            f"<entry><id>tag:x,2005:Incident/{at}</id><published>2026-03-14T09:00:00Z</published>"
            f"<author>{person}</author><contributor>{person}</contributor><rights>{escape(hidden)}</rights>"
            f"<title>Outage {at}</title><content type='html'>{escape(post)}</content></entry>"
        )
    head = f"<author>{person}</author><subtitle>{escape(hidden)}</subtitle>"
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{"".join(entries)}</feed>'.encode()


def archive(texts: list[str], hidden: str) -> bytes:
    """An archive of a page of Markdown, with a text in a comment and in files that are not read."""
    body = "\n\n".join(texts)
    text = (
        f"# Orders fail\n\nDate: 2026-03-14\nAuthor: {NAME}\n\n{body}\n\n{NAME} helped.\n\n<!-- {hidden} -->\n"
    )
    return zipped(
        {
            "Export/Orders fail 0a1b.md": text,
            "Export/notes.txt": hidden,
            "__MACOSX/._x.md": hidden,
            ".hidden.md": hidden,
        }
    )


FILES = {"a.docx": word_document, "a.xlsx": sheet, "a.html": page, "a.atom": feed, "a.zip": archive}
"""What builds a file of each kind from texts that are seen and one that nobody sees."""
