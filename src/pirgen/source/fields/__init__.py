"""Small readers: each turns one located value into a value of the model, and says what is wrong with it.

A reader is total: where a value cannot be read it reports that and returns its ``fallback``, so that one
slip never hides the others and no rule complains about what was not understood. A file with a reported
error is never built, so no fallback reaches a page.
"""

from pirgen.source.fields.alternatives import OrNone, OrNotRecorded
from pirgen.source.fields.lists import MOST_NAMES, MOST_SHOWN_APART, ListOf, Pairs, TextOrList
from pirgen.source.fields.marked import MARKED_TEXT, AlwaysInternal, OrInternal
from pirgen.source.fields.numbers import Count, Probability
from pirgen.source.fields.reader import Reader
from pirgen.source.fields.records import Key, Record, Table
from pirgen.source.fields.texts import (
    IDENTIFIER_PATTERN,
    INCIDENT_ID_PATTERN,
    LONGEST_IDENTIFIER,
    LONGEST_TEXT,
    Identifier,
    Reference,
    Text,
    Url,
    check_identifier,
    is_incident_id,
)
from pirgen.source.fields.times import Day, Time, ZoneName, zone_of
from pirgen.source.fields.words import Choice, Flag, Word

__all__ = [
    "IDENTIFIER_PATTERN",
    "INCIDENT_ID_PATTERN",
    "LONGEST_IDENTIFIER",
    "LONGEST_TEXT",
    "MARKED_TEXT",
    "MOST_NAMES",
    "MOST_SHOWN_APART",
    "AlwaysInternal",
    "Choice",
    "Count",
    "Day",
    "Flag",
    "Identifier",
    "Key",
    "ListOf",
    "OrInternal",
    "OrNone",
    "OrNotRecorded",
    "Pairs",
    "Probability",
    "Reader",
    "Record",
    "Reference",
    "Table",
    "Text",
    "TextOrList",
    "Time",
    "Url",
    "Word",
    "ZoneName",
    "check_identifier",
    "is_incident_id",
    "zone_of",
]
