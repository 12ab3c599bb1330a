"""Documents of word processors and wikis as Markdown: HTML, and Word's with the extra 'documents'"""

from pirgen.imports.documents.archive import (
    BROKEN_ARCHIVE,
    MissingReaderError,
    is_zip,
    library,
    members_of,
    people_of,
)
from pirgen.imports.documents.document import SourceDocument
from pirgen.imports.documents.html import is_html, read_html
from pirgen.imports.documents.word import read_word

__all__ = [
    "BROKEN_ARCHIVE",
    "MissingReaderError",
    "SourceDocument",
    "is_html",
    "is_zip",
    "library",
    "members_of",
    "people_of",
    "read_html",
    "read_word",
]
