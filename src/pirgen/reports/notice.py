"""A site's notice, such as 'Training data: nothing here happened', put into whatever leaves the site."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from html import escape
from xml.sax.saxutils import escape as escape_xml

__all__ = ["MARKED_FORMS", "folded", "marked"]

_LONGEST_LINE = 75
"""How many bytes a line of a calendar has (RFC 5545, 3.1)."""


def marked(path: str, text: str, notice: str) -> str:
    """The text of a file with the notice in it, in the way of its form; as it is without a notice.

    A form that is not among ``MARKED_FORMS``, such as a stylesheet, holds nothing of the incidents, and neither
    does a JSON Schema.
    """
    if path.endswith(".schema.json"):
        return text
    mark = MARKED_FORMS.get(path.rpartition(".")[2])
    return mark(text, notice) if mark and notice else text


def _in_json(text: str, notice: str) -> str:
    """A key ``notice`` at the head of the document, which is an object."""
    head = re.compile(r"\{(\s*)").match(text)
    if head is None:
        return text
    space = head[1]
    key = f'"notice":{" " if space else ""}{json.dumps(notice, ensure_ascii=False)}'
    return f"{{{space}{key},{space}{text[head.end() :]}"


def _in_csv(text: str, notice: str) -> str:
    """A last column ``notice``, the same in each row, since a table has no place above its header."""
    rows = list(csv.reader(io.StringIO(text)))
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([*row, notice if number else "notice"] for number, row in enumerate(rows))
    return written.getvalue()


def _in_feed(text: str, notice: str) -> str:
    """A subtitle, and a first sentence of each entry, since readers mix the entries of many feeds."""
    sentence = escape_xml(notice)
    titled = text.replace("</title>", f"</title>\n  <subtitle>{sentence}</subtitle>", 1)
    return re.sub(r"(<summary\b[^>]*>)", lambda found: f"{found[1]}{sentence} ", titled)


def _in_calendar(text: str, notice: str) -> str:
    """A description of the calendar, and the first words of each event, since calendars mix those of many."""
    sentence = notice.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    whole = re.sub("\r\n ", "", text).replace("\r\nDESCRIPTION:", f"\r\nDESCRIPTION:{sentence} ")
    lines = whole.replace("\r\nX-WR-CALNAME", f"\r\nX-WR-CALDESC:{sentence}\r\nX-WR-CALNAME", 1).split("\r\n")
    return "\r\n".join(map(folded, lines))


def folded(line: str) -> str:
    """A line of a calendar as several of at most 75 bytes, none of which ends within a letter."""
    if len(line) <= _LONGEST_LINE and line.isascii():
        return line
    parts: list[str] = []
    part = ""
    for letter in line:
        if len(f"{part}{letter}".encode()) > _LONGEST_LINE - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])


def _in_metrics(text: str, notice: str) -> str:
    """A metric of its own: the form has no comments that readers keep."""
    value = notice.replace("\\", "\\\\").replace('"', '\\"')
    head = "# HELP pirgen_notice What holds for all of it.\n# TYPE pirgen_notice info\n"
    return f'{head}pirgen_notice_info{{text="{value}"}} 1\n{text}'


def _in_markdown(text: str, notice: str) -> str:
    """A quotation under the title, or above everything where there is none."""
    quoted = f"> {notice}\n"
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{quoted}{rest}" if title.startswith("# ") else f"{quoted}\n{text}"


def _in_text(text: str, notice: str) -> str:
    return f"{notice}\n\n{text}"


def _in_html(text: str, notice: str) -> str:
    """A note above the content, which may be a whole page."""
    head, body, rest = text.partition("<body>\n") if text.startswith("<!doctype") else ("", "", text)
    return f'{head}{body}<p class="pirgen-notice" role="note">{escape(notice)}</p>\n{rest}'


MARKED_FORMS: Mapping[str, Callable[[str, str], str]] = {
    "csv": _in_csv,
    "html": _in_html,
    "ics": _in_calendar,
    "json": _in_json,
    "md": _in_markdown,
    "prom": _in_metrics,
    "txt": _in_text,
    "xml": _in_feed,
}
"""How each form of file takes the notice, by the ending of its name."""
