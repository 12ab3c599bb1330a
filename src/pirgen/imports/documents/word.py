"""Documents of Word as Markdown: what they show; comments, deletions and hidden text are only counted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from pirgen.imports.documents.archive import library, members_of, people_of
from pirgen.imports.documents.document import SourceDocument
from pirgen.imports.documents.html import read_html

__all__ = ["read_word"]

_PARTS = (
    r"word/(?:document|comments|footnotes|endnotes|people|header\d*|footer\d*)\.xml|docProps/(?:core|app)\.xml"
)
_HIDDEN = re.compile(r"<w:r\b[^>]*>\s*<w:rPr>(?:(?!</w:rPr>).)*?<w:vanish\s*/>.*?</w:r>", re.DOTALL)


def read_word(content: bytes) -> SourceDocument:
    """A document of Word as Markdown; raises ValueError where it is none."""
    convert = library("mammoth", "convert_to_html")
    parts = members_of(content, _PARTS, "a document of Word")
    try:
        page = convert(io.BytesIO(_without_hidden(content, parts))).value
    except (zipfile.BadZipFile, KeyError, OSError, SyntaxError, ValueError, AttributeError) as problem:
        raise ValueError("it is not a document of Word") from problem
    read = read_html(f"<body>{page}</body>")
    return SourceDocument(read.text, people_of(parts), (*read.left_out, *_left_out(parts)))


def _left_out(parts: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    document = parts.get("word/document.xml", "")
    around = sum("<w:t" in text for name, text in parts.items() if re.search("header|footer", name))
    counts = (
        ("comments", len(re.findall(r"<w:comment ", parts.get("word/comments.xml", "")))),
        ("deletions", len(re.findall(r"<w:del ", document))),
        ("hidden texts", len(_HIDDEN.findall(document))),
        ("headers and footers", around),
    )
    return tuple((what, count) for what, count in counts if count)


def _without_hidden(content: bytes, parts: Mapping[str, str]) -> bytes:
    """The document without runs of hidden text, which the library would take in."""
    if not any("<w:vanish" in text for text in parts.values()):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.infolist():
            text = parts.get(each.filename)
            new.writestr(each, old.read(each) if text is None else _HIDDEN.sub("", text).encode())
    return made.getvalue()
