"""The backlog in words: as text for a terminal, and as Markdown for a chat or an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from wcwidth import ljust, width, wrap

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.backlog_report import BacklogReport, Scope
from pirgen.model import ActionStatus, Priority
from pirgen.reports.action_words import STATUS_WORDS, due_words, not_overdue_words, policy_words
from pirgen.wording.printed import harmless

__all__ = ["actions_markdown", "actions_text"]

_LEAST_WIDTH = 40
"""A narrower terminal is treated as this wide."""

_INDENT, _GAP = "  ", "  "
_CODES = {"title": "1", "overdue": "1;31", "week": "33", "quiet": "2"}
_MARKS = re.compile(r"([\\`*_\[\]<>])")

Cell = list[tuple[str, str]]
"""Lines of one column of an action, not yet wrapped, each with its style; an empty style is plain."""


def actions_text(report: BacklogReport, columns: int, in_colour: bool = False) -> str:
    """The report for a terminal of that many columns; colour adds nothing that the words do not say."""
    return (
        "\n".join(line.rstrip() for line in _text_lines(report, max(columns, _LEAST_WIDTH), in_colour)) + "\n"
    )


def actions_markdown(report: BacklogReport, site: str = "") -> str:
    """The report as Markdown; with the address of the built site every action links to its review there."""
    return "\n".join(_markdown_lines(report, site.rstrip("/"))) + "\n"


def _text_lines(report: BacklogReport, columns: int, in_colour: bool) -> Iterator[str]:
    yield from wrap(_headline(report), columns)
    groups = [(group, [_cells(item, report, group.id) for item in group.items]) for group in report.groups]
    widths = _widths([cells for _, rows in groups for cells in rows], columns)
    for group, rows in groups:
        yield ""
        yield _styled(f"{group.title} ({len(rows):,})", "title", in_colour)
        for cells in rows:
            yield from _row(cells, widths, in_colour)
    closing = _closing(report)
    if closing:
        yield ""
        yield from wrap(closing, columns)


def _cells(item: BacklogItem, report: BacklogReport, group: str) -> tuple[Cell, ...]:
    """When, what with where it comes from and what else is to be said, and who."""
    urgency = "overdue" if item.is_overdue else group if group in _CODES else ""
    notes = " · ".join([_place(item), *_notes(item)])
    return (
        [(_when(item), urgency)],
        [(_line(item.action.what), ""), (notes, "quiet")],
        [(_owner(item, report), "")],
    )


def _widths(rows: Sequence[tuple[Cell, ...]], columns: int) -> tuple[int, int, int]:
    """How wide each column is: the outer ones as they need within a share, and the rest for the action."""
    when, what, who = (
        max((width(line) for cells in rows for line, _ in cells[column]), default=0) for column in range(3)
    )
    when, who = min(when, columns // 4), min(who, columns // 4)
    return when, min(what, columns - when - who - len(_INDENT) - 2 * len(_GAP)), who


def _row(cells: Sequence[Cell], widths: Sequence[int], in_colour: bool) -> Iterator[str]:
    wrapped = [
        [(part, style) for line, style in cell for part in wrap(line, space)]
        for cell, space in zip(cells, widths, strict=True)
    ]
    for place in range(max(len(lines) for lines in wrapped)):
        parts = [lines[place] if place < len(lines) else ("", "") for lines in wrapped]
        yield _INDENT + _GAP.join(
            _styled(text, style, in_colour) + ljust("", space - width(text))
            for (text, style), space in zip(parts, widths, strict=True)
        )


def _styled(text: str, style: str, in_colour: bool) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text and style and in_colour else text


def _markdown_lines(report: BacklogReport, site: str) -> Iterator[str]:
    yield f"**{_headline(report)}**"
    for group in report.groups:
        yield ""
        yield f"**{group.title} ({len(group.items):,})**"
        yield ""
        for item in group.items:
            yield _bullet(item, report, site)
    closing = _closing(report)
    if closing:
        yield ""
        yield closing


def _bullet(item: BacklogItem, report: BacklogReport, site: str) -> str:
    """One item of a list: when, what, who, the review, and what else is to be said."""
    place = _marked(_place(item))
    address = f"{site}/incidents/{item.incident.id}/#action-{item.action.id}"
    where = f"[{place}]({address})" if site else place
    parts = [_marked(_owner(item, report)), where, *_notes(item)]
    return f"- **{_when(item)}**: {_line(item.action.what)} ({', '.join(parts)})"


def _headline(report: BacklogReport) -> str:
    """How many there are in each state: ``Actions as of 2026-02-01: 3 open, 1 of them overdue, 20 done``."""
    states, wanted = report.states, report.wanted
    late = f", {len(states.overdue):,} of them overdue" if states.overdue else ""
    counts = [f"{len(states.open):,} open{late}"]
    others = (states.done, states.declined, states.superseded, states.unknown)
    words = ("done", "declined", "superseded", "of unknown state")
    counts += [f"{len(items):,} {word}" for items, word in zip(others, words, strict=True) if items]
    of = f" of {_line(report.owners.get(wanted.owner, wanted.owner))}" if wanted.owner else ""
    return f"Actions{of} as of {report.as_of}: {', '.join(counts)}"


def _closing(report: BacklogReport) -> str:
    """What to say where there is nothing to show, or nothing is late."""
    scope, states = report.wanted.scope, report.states
    if not any(vars(states).values()):
        return (
            "No review asks for an action yet."
            if not report.wanted.owner
            else "No review asks this owner for an action."
        )
    if scope in (Scope.OPEN, Scope.ALL) and not states.open:
        return "Nothing is open. Thank you!"
    if scope in (Scope.OPEN, Scope.OVERDUE, Scope.ALL) and not states.overdue:
        return not_overdue_words(states)
    return "" if report.groups else "There are none."


def _when(item: BacklogItem) -> str:
    action = item.action
    if item.is_overdue:
        return due_words(item) if item.past_due else "open too long"
    if action.is_open:
        return due_words(item) or "no date"
    if isinstance(action.done_on, date):
        return action.done_on.isoformat()
    return STATUS_WORDS[action.status]


def _notes(item: BacklogItem) -> list[str]:
    """What a reader should know beside what it is: rule broken, date, priority, proof or reason, draft."""
    action = item.action
    notes = []
    if item.due_in is not None:
        notes.append(f"due {action.due}")
    notes.append(policy_words(item))
    if isinstance(action.priority, Priority):
        notes.append(f"{action.priority.value} priority")
    if action.status is ActionStatus.IN_PROGRESS:
        notes.append(STATUS_WORDS[action.status])
    if action.status is ActionStatus.DONE:
        notes.append(f"proof: {_line(action.proof) if isinstance(action.proof, str) else 'not recorded'}")
    if action.reason:
        notes.append(f"reason: {_line(action.reason)}")
    if not item.review.is_published:
        notes.append(f"the review is {'a draft' if item.review.status.value == 'draft' else 'being discussed'}")
    return [note for note in notes if note]


def _place(item: BacklogItem) -> str:
    return f"{item.incident.severity} {item.incident.id}"


def _owner(item: BacklogItem, report: BacklogReport) -> str:
    owner = item.action.owner
    return _line(report.owners.get(owner, owner)) if isinstance(owner, str) else "no owner recorded"


def _line(text: str) -> str:
    """The text on one line, safe for a terminal."""
    return harmless(" ".join(text.split()))


def _marked(text: str) -> str:
    """The text for Markdown, its letters taken as they are."""
    return _MARKS.sub(r"\\\1", text)
