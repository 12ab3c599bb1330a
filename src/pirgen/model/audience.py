"""Who may read what: the mark on an incident or review, and texts for the organisation only."""

from __future__ import annotations

from pirgen.model.words import Words


class Audience(Words):
    """Who may read an incident, or a review."""

    PUBLIC = "public", "anybody may read it"
    INTERNAL = "internal", "for the organisation only"


class InternalText(str):
    """A text for the organisation only: everywhere a text like any other, and on a public site left out."""

    __slots__ = ()
