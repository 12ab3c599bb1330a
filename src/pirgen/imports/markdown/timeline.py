"""The timeline of a postmortem: its lines, what they are labelled as, and the zone they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pirgen.imports.markdown.clock import ZONES, leading_clock
from pirgen.imports.markdown.keys import first
from pirgen.imports.markdown.outline import MarkdownSection, paragraphs
from pirgen.model import Moment


def zone_of(
    keys: dict[str, tuple[str, ...]], parts: tuple[tuple[str, MarkdownSection], ...]
) -> tuple[str, ZoneInfo | None]:
    """The offset or the zone that the front matter names, or that the timeline says of all its times."""
    named = first(keys, "timezone", "time_zone", "tz")
    if named.upper() in ZONES:
        return ZONES[named.upper()], None
    try:
        if named:
            return "", ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    said = " ".join(
        f"{section.heading} {' '.join(paragraphs(section.text)[:1])[:300]}"
        for about, section in parts
        if about == "timeline"
    )
    told = re.search(r"(?:\(|all times|times (?:are )?in|time ?zone:?)[^\n.;)]{0,20}?\b(UTC|GMT)\b", said, re.I)
    return ("Z" if told else ""), None


def timeline_lines(section: MarkdownSection) -> Iterator[str]:
    """One line an event: an item, a row of a table, or a paragraph; what goes on below an item joins it."""
    rows = [line for line in section.lines if line.strip().startswith("|")]
    if rows:
        yield from (
            re.sub(r"(?<!\\)\|", " ", row)
            for row in rows
            if not re.fullmatch(r"[\s|:-]+", row) and leading_clock(row)
        )
        return
    lines = [line for line in section.lines if line.strip()]
    joined: list[str] = []
    for line in lines:
        bare = re.sub(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+", "", line)
        if joined and bare == line and leading_clock(line) is None and line.startswith(("  ", "\t")):
            joined[-1] += f" {line.strip()}"
        else:
            joined.append(bare.strip())
    yield from (line for line in joined if not re.fullmatch(r"(?i)\(?(?:all )?times .{0,40}", line))


_CAPITALS = (
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) (?:BEGINS|STARTS|BEGAN|STARTED)\b", Moment.STARTED),
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) MITIGATED\b", Moment.MITIGATED),
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) (?:ENDS|ENDED|RESOLVED|OVER)\b", Moment.RESOLVED),
)
_LABEL = re.compile(
    r"[\s*_\[(]*(started|detected|acknowledged|mitigated|resolved)\b(?:[*_\])]+[\s:\u2013\u2014-]*"
    r"|\s*:[\s*_]*|\s*[\u2013\u2014-]\s+)",
    re.IGNORECASE,
)


def labelled(text: str) -> tuple[Moment | None, str]:
    """The moment that an event is plainly labelled as, and its text; other texts are left to an author."""
    found = _LABEL.match(text)
    if found:
        return Moment(found[1].lower()), text[found.end() :] or found[1].capitalize()
    return next((moment for words, moment in _CAPITALS if re.search(words, text)), None), text
