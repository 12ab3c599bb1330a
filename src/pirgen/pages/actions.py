"""The actions page: what is still to be done, how long it has waited, and how the rest ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pirgen.analysis.backlog import Bucket, Item, by_age, items
from pirgen.model import ActionStatus, Book
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press, Settings

__all__ = ["States", "bucket_id", "bucket_title", "page", "states"]

_ENDED = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


@dataclass(frozen=True)
class States:
    """All actions by how far they have come; the overdue ones are among the open ones too."""

    open: tuple[Item, ...]
    overdue: tuple[Item, ...]
    unknown: tuple[Item, ...]
    done: tuple[Item, ...]
    ended: tuple[Item, ...]


def page(book: Book, press: Press, settings: Settings) -> Page:
    """Every action of every review, by state, the open ones by age."""
    found = states(items(book, settings.as_of))
    values = {
        "states": found,
        "buckets": [(bucket_id(bucket), bucket_title(bucket), group) for bucket, group in by_age(found.open)],
        "levels": [level for level in book.vocabulary.severities if level.act_within],
        "factor_text": _factor_text,
    }
    about = About(
        "Actions", "What reviews asked for, and how far it has come.", in_navigation=True, hide=("navigation",)
    )
    return press.page("actions.md", "actions.html", values, about)


def states(all_items: Iterable[Item]) -> States:
    """The actions by state, the latest incident's first."""
    latest = list(reversed(list(all_items)))
    return States(
        open=tuple(item for item in latest if item.action.is_open),
        overdue=tuple(item for item in latest if item.is_overdue),
        unknown=tuple(item for item in latest if item.action.status is ActionStatus.UNKNOWN),
        done=tuple(item for item in latest if item.action.status is ActionStatus.DONE),
        ended=tuple(item for item in latest if item.action.status in _ENDED),
    )


def bucket_id(bucket: Bucket | None) -> str:
    """The id of the heading over the open actions of an age."""
    return f"open-{bucket.least}" if bucket else "open-age-not-recorded"


def bucket_title(bucket: Bucket | None) -> str:
    """An age in words."""
    if bucket is None:
        return "Creation date not recorded"
    return (
        f"{bucket.least} to {bucket.most} days old" if bucket.most else f"More than {bucket.least - 1} days old"
    )


def _factor_text(item: Item, id: str) -> str:
    factor = item.review.factor(id)
    return factor.text if factor else id
