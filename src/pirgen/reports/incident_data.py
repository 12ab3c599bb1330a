"""An incident with its review as one document: all that their files say, in the form of the files, and sums.

The files can be made of it again (``imports/own_records.py``).
"""

from __future__ import annotations

from typing import Any

from pirgen.analysis.durations import steps
from pirgen.analysis.open_paths import analyse
from pirgen.model import Book, Incident
from pirgen.reports.tree_text import tree_json
from pirgen.source.form.data import incident_as_written, review_as_written

__all__ = ["incident_data"]

VERSION = 1
"""Counted up when a reader would have to change; a new key alone does not do that."""


def incident_data(incident: Incident, book: Book) -> dict[str, Any]:
    """The document. ``review`` is null where no review is about the incident, and may be that of another one.

    Whose it is, ``review_of`` says. ``computed`` follows from the rest: the five moments with the seconds since
    the one before, and what the fault tree says.
    """
    review = book.review_by_incident.get(incident.id)
    tree = analyse(review, book.review_by_id) if review else None
    return {
        "version": VERSION,
        "id": incident.id,
        "incident": incident_as_written(incident),
        "review": review_as_written(review) if review else None,
        "review_of": review.id if review else None,
        "computed": {
            "moments": _moments(incident),
            "fault_tree": tree_json(review.id, tree, incident.is_near_miss) if review and tree else None,
        },
    }


def _moments(incident: Incident) -> list[dict[str, Any]]:
    """The moments that are marked, in their order; seconds are null where nobody knows them."""
    return [
        {
            "moment": step.moment.value,
            "since": step.since.value if step.since else None,
            "seconds": int(step.length.time.total_seconds()) if step.length else None,
            "approximate": bool(step.length and step.length.is_approximate),
        }
        for step in steps(incident)
        if step.event
    ]
