"""The day and the time zone that a file gives for the clock times in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from pathlib import PurePath
from zoneinfo import ZoneInfo

from pirgen.imports.markdown.dates import date_in
from pirgen.imports.markdown.front_matter import FileKeys, key_of
from pirgen.imports.markdown.keys import MOMENTS, NAMES, first
from pirgen.imports.markdown.zones import zone_named, zone_of_all
from pirgen.model import Moment
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["day_of", "instants_are_readable", "zone_of"]


def zone_of(keys: FileKeys, body: str) -> tzinfo | None:
    """The zone that a file names at its head or in a sentence; None where it names none."""
    word = first(keys, *NAMES["zone"])
    return zone_named(word) or _named_zone(word) or _zone_said(body) or _zone_of_cstate(keys)


def _named_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _zone_of_cstate(keys: FileKeys) -> tzinfo | None:
    """The zone of a file of cState, whose updates have times of the same zone as its date."""
    is_cstate = keys.keys() & {"resolvedwhen", "affected"}
    offset = re.search(r"\d:\d\d(?::\d\d)?\s*(Z|[+-]\d\d:?\d\d)$", first(keys, "date")) if is_cstate else None
    return zone_named(offset[1]) if offset else None


def _zone_said(body: str) -> tzinfo | None:
    """The zone that a sentence such as 'All times are UTC' names anywhere in the file."""
    said = re.findall(
        r"(?im)^.*(?:\b(?:all|listed|following|these)\b.{0,30}\btimes?\b|\btimes? (?:are|is|zone)\b"
        r"|\btime ?zone\b).*$",
        body,
    )
    return next((zone for line in said if (zone := zone_of_all(line))), None)


def day_of(keys: FileKeys, titles: tuple[str, ...], file: str) -> date | None:
    """The day that the head, the title or the name of the file says."""
    written = first(keys, *NAMES["day"], *MOMENTS[Moment.STARTED], *MOMENTS[Moment.DETECTED], "path", "slug")
    texts = (written, *titles, PurePath(file).name.replace("_", "-"))
    return next((day for text in texts if (day := date_in(text))), None)


def instants_are_readable(keys: FileKeys) -> Iterator[str]:
    """What is wrong with times of the head that no draft could hold, such as one of the year 1628."""
    for names in (*MOMENTS.values(), NAMES["day"]):
        for name in names:
            for written in keys.get(key_of(name), ()):
                read = read_time(written, ZoneInfo("UTC"))
                if isinstance(read, Unreadable) and "outside the years" in read.message:
                    yield f"{name}: {read.message}"
