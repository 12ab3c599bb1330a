"""What is overdue and what is due soon by owner, as plain text that a pipeline posts to a chat."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.backlog_report import BacklogReport
from pirgen.reports.action_words import due_words, policy_words
from pirgen.wording.durations import days

__all__ = ["reminder"]


def reminder(report: BacklogReport, site: str = "") -> str:
    """The message: a heading for each owner, and a line for each action, the most urgent first."""
    soon = report.wanted.due_within
    window = f" or due within {days(soon)}" if soon else ""
    if not report.items:
        return f"Actions as of {report.as_of}: none is overdue{window}\n"
    by_owner: dict[str, list[BacklogItem]] = {}
    for item in report.items:
        owner = item.action.owner if isinstance(item.action.owner, str) else ""
        by_owner.setdefault(owner, []).append(item)
    lines = [f"Actions as of {report.as_of}: {len(report.items)} overdue{window}"]
    for owner in sorted(by_owner, key=lambda each: (not each, report.owners.get(each, each).casefold())):
        lines += ["", f"{report.owners.get(owner, owner) or 'without an owner'} ({len(by_owner[owner])})"]
        lines += [_line(item, site.rstrip("/")) for item in sorted(by_owner[owner], key=_urgency)]
    return "\n".join(lines) + "\n"


def _urgency(item: BacklogItem) -> tuple[bool, int, str]:
    return not item.is_overdue, item.due_in.days if item.due_in is not None else 0, item.action.id


def _line(item: BacklogItem, site: str) -> str:
    return " \u00b7 ".join(_parts(item, site))


def _parts(item: BacklogItem, site: str) -> Iterator[str]:
    due = due_words(item)
    yield f"- {' '.join(item.action.what.split())}"
    if due:
        yield due if due.endswith("late") else f"due {due}"
    if item.is_overdue and not due.endswith("late"):
        yield policy_words(item)
    if item.action.tracker:
        yield item.action.tracker
    elif site:
        yield f"{site}/incidents/{item.incident.id}/"
    else:
        yield item.incident.id
