"""The form of ``vocabularies.yaml``: a site's own words in place of, or beside, the built-in ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pirgen.model import Alias, NotRecorded, Person, SeverityLevel, Term, Vocabulary
from pirgen.source.fields import (
    MOST_NAMES,
    MOST_SHOWN_APART,
    Count,
    Day,
    Key,
    ListOf,
    Pairs,
    Record,
    Text,
    ZoneName,
)

_TEXT = Text()


def _term(id: str, title: str = "", description: str = "") -> Term:
    return Term(id, title or id, description)


def _severity(
    id: str,
    title: str,
    impact: str,
    example: str,
    response: str,
    respond_within_minutes: int | None = None,
    review_within_days: int | None = None,
    act_within_days: int | None = None,
) -> SeverityLevel:
    return SeverityLevel(
        id,
        title,
        impact,
        example,
        response,
        _duration(minutes=respond_within_minutes),
        _duration(days=review_within_days),
        _duration(days=act_within_days),
    )


def _duration(minutes: int | None = None, days: int | None = None) -> timedelta | None:
    return None if minutes is None and days is None else timedelta(days=days or 0, minutes=minutes or 0)


TERM = Record(
    "the word",
    _term,
    (
        Key("id", _TEXT, "the word as files write it", required=True, example="checkout"),
        Key("title", _TEXT, "the word as pages show it", example="Checkout", usual=True),
        Key(
            "description", _TEXT, "what it means", example="Basket, payment and order confirmation", usual=True
        ),
    ),
)

WORDS = ListOf(TERM, most=MOST_SHOWN_APART)
NAMES = ListOf(TERM, most=MOST_NAMES)

SEVERITY_LEVEL = Record(
    "the severity",
    _severity,
    (
        Key("id", _TEXT, "the level as files write it", required=True, example="SEV-1"),
        Key("title", _TEXT, "its name", required=True, example="Critical"),
        Key("impact", _TEXT, "what users notice", required=True, example="Nobody can pay"),
        Key("example", _TEXT, "an example", required=True, example="The payment provider refuses every card"),
        Key(
            "response",
            _TEXT,
            "how fast somebody responds, in words",
            required=True,
            example="immediate, day and night",
        ),
        Key(
            "respond_within_minutes",
            Count(1),
            "the same as minutes from started to acknowledged",
            example="5",
            usual=True,
        ),
        Key(
            "review_within_days",
            Count(1),
            "how many days after the start the review is published",
            example="14",
            usual=True,
        ),
        Key("act_within_days", Count(1), "how many days an action may stay open", example="30", usual=True),
    ),
)

PERSON = Record(
    "the person",
    Person,
    (
        Key("name", _TEXT, "the name that reviews leave out", required=True),
        Key("also", ListOf(_TEXT), "other spellings of it, such as the first name"),
        Key("handles", ListOf(_TEXT), "account names without '@', and mail addresses"),
        Key("role", _TEXT, "what to write in its place, such as 'database on-call'"),
    ),
)


def _old_words(of: str, meaning: str) -> Key:
    def alias(old: str, new: str) -> Alias:
        return Alias(of, old, new)

    return Key(of, Pairs(alias, lambda vocabulary: ()), meaning)


def _aliases(**lists: tuple[Alias, ...]) -> tuple[Alias, ...]:
    return tuple(alias for each in lists.values() for alias in each)


ALIASES = Record(
    "the aliases",
    _aliases,
    (
        _old_words("severities", "old severities, each with the one of today"),
        _old_words("services", "old names of services, each with the one of today"),
        _old_words("teams", "old names of owners, each with the one of today"),
        _old_words("categories", "old categories of factors"),
        _old_words("triggers", "old kinds of trigger"),
        _old_words("detection_sources", "old ways of detection"),
    ),
)


def _vocabulary(
    as_of: date | NotRecorded | None = None, open_within_days: int | None = None, **lists: Any
) -> Vocabulary:
    """The built-in vocabulary with every list replaced that the file gives."""
    words = replace(Vocabulary(), as_of=as_of if isinstance(as_of, date) else None, **lists)
    return replace(words, open_within=timedelta(days=open_within_days)) if open_within_days else words


VOCABULARIES = Record(
    "the vocabularies",
    _vocabulary,
    (
        Key("severities", ListOf(SEVERITY_LEVEL, most=MOST_SHOWN_APART), "the severity guide, highest first"),
        Key("categories", WORDS, "factor categories"),
        Key("triggers", WORDS, "kinds of trigger"),
        Key("detection_sources", WORDS, "how incidents come to be known"),
        Key("roles", WORDS, "roles in a response"),
        Key(
            "services",
            ListOf(TERM, most=MOST_NAMES),
            "services; any name is taken where none are listed",
            usual=True,
        ),
        Key(
            "teams",
            ListOf(TERM, most=MOST_NAMES),
            "owners; any name is taken where none are listed",
            usual=True,
        ),
        Key(
            "milestones",
            WORDS,
            "what events may be beside the five moments; any name is taken where none are listed",
        ),
        Key("aliases", ALIASES, "old words that files may still have, each with the word of today"),
        Key("glossary", ListOf(TERM), "words that pages explain"),
        Key("people", ListOf(PERSON, most=MOST_NAMES), "names that reviews replace by roles; shown nowhere"),
        Key(
            "notice",
            _TEXT,
            "a sentence that every page and export of the site shows",
            example="Training data: nothing here happened",
        ),
        Key(
            "as_of",
            Day(),
            "the day that the folder is judged by, where nobody adds to it any more",
            example="2026-03-31",
        ),
        Key(
            "open_within_days",
            Count(1),
            "how many days an incident may stay open or mitigated before it is asked about; 30 by default",
            example="14",
        ),
        Key("language", _TEXT, "the language of all texts, as a code; English by default", example="de"),
        Key(
            "time_zone",
            ZoneName(),
            "the time zone that pages show beside UTC",
            example="Europe/Berlin",
        ),
        Key("synonyms", ListOf(ListOf(_TEXT)), "groups of words that search takes for the same"),
    ),
)
