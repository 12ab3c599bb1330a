"""The timeline of a postmortem: in headings, items, rows or sentences, each with its day and its zone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta, tzinfo

from pirgen.imports.incident import ImportedEvent
from pirgen.imports.markdown.blocks import BlockKind, MarkdownBlock
from pirgen.imports.markdown.clock import ClockTime, any_clock, follows, leading_clock
from pirgen.imports.markdown.dates import date_in, weekday_in
from pirgen.imports.markdown.outline import MarkdownSection
from pirgen.imports.markdown.wording_of_moments import moment_in_words
from pirgen.imports.markdown.zones import zone_of_all
from pirgen.imports.text import markdown
from pirgen.model import NOT_RECORDED, EventKind, Moment

__all__ = ["KINDS", "TIMELINE", "TimelineReader", "is_timeline"]

TIMELINE = "Markdown timeline"
KINDS = {
    Moment.STARTED: EventKind.SYMPTOM,
    Moment.DETECTED: EventKind.DETECTION,
    Moment.ACKNOWLEDGED: EventKind.ACTION,
    Moment.MITIGATED: EventKind.RECOVERY,
    Moment.RESOLVED: EventKind.RECOVERY,
}
_SENTENCE = re.compile(r"(?<=[.!?])[)\"'*_]*\s+(?=[*_(\"'`]*[A-Z\d])")


_TRACK = re.compile(r"\A(?P<text>.*?)\s*\{\{<\s*track\s+\"(?P<at>[^\"]{8,30})\"\s*>\}\}\s*\Z", re.DOTALL)
"""How cState writes the time of an update: after its text."""


_NEXT_DAY = re.compile(r"\W*(?:on )?(?:the )?(?:next|following) (?:day|morning|night)\W*", re.IGNORECASE)


def _told_first(found: re.Match[str]) -> str:
    return f"{found['at']} {found['text']}"


def is_timeline(section: MarkdownSection) -> bool:
    """Whether a section is a timeline by what is in it: its heading, two blocks or all begin with a time."""
    if leading_clock(section.heading) or any(_TRACK.match(block.text) for block in section.blocks):
        return True
    found = [replace(block, text=_TRACK.sub(_told_first, block.text)) for block in section.blocks]
    leading = [block for block in found if _row_clock(block)]
    listed = [block for block in leading if block.kind is not BlockKind.PARAGRAPH]
    return len(leading) > 1 or (bool(listed) and len(leading) == len(found))


def _row_clock(block: MarkdownBlock) -> ClockTime | None:
    cells = block.cells or (block.text,)
    return next((clock for cell in cells[:2] if (clock := leading_clock(cell))), None)


@dataclass
class _Open:
    """An event whose text may go on in the blocks after it."""

    clock: ClockTime | None
    day: date | None
    lead: str
    indent: int = 0
    is_heading: bool = False
    more: list[str] = field(default_factory=list)


@dataclass
class TimelineReader:
    """Reads the sections of a timeline one after the other.

    ``day`` and ``zone`` are of the times to come; ``fallback`` is the zone where the file names none. ``left``
    is what is no event, such as an introduction, by its section's heading.
    """

    day: date | None
    zone: tzinfo | None
    fallback: tzinfo | None
    left: list[tuple[str, str]] = field(default_factory=list)
    _last: time | None = None
    _events: list[_Open] = field(default_factory=list)
    _heads: tuple[str, ...] = ()

    def read(self, section: MarkdownSection) -> None:
        """Take in a section."""
        self.zone = zone_of_all(section.heading) or self.zone
        self._heads = ()
        clock = leading_clock(section.heading)
        before = len(self._events)
        if clock:
            self._begin(clock, clock.rest, is_heading=True)
        else:
            self._day_of(section.heading)
        for block in section.blocks:
            self._take(block, section.heading, has_own=len(self._events) > before)

    def events(self) -> tuple[ImportedEvent, ...]:
        """The events that were read."""
        return tuple(self._event(each) for each in self._events)

    def _day_of(self, text: str) -> bool:
        """Take the day that a text names, if it does."""
        day = date_in(text, self.day) or (weekday_in(text, self.day) if self.day else None)
        if day:
            self.day, self._last = day, None
        return day is not None

    def _take(self, block: MarkdownBlock, heading: str, has_own: bool) -> None:
        if block.kind is BlockKind.CODE:
            self._go_on(block, heading, has_own)
        elif block.kind is BlockKind.HEAD:
            self._heads = block.cells
            self._day_of(" ".join(block.cells))
            self.zone = (
                zone_of_all(" ".join(f"({cell})" if len(cell) < 5 else cell for cell in block.cells))
                or self.zone
            )
        elif block.kind is BlockKind.ROW:
            self._row(block, heading, has_own)
        else:
            self._words(block, heading, has_own)

    def _words(self, block: MarkdownBlock, heading: str, has_own: bool) -> None:
        block = replace(block, text=_TRACK.sub(_told_first, block.text))
        clock = leading_clock(block.text)
        if clock and block.kind is BlockKind.PARAGRAPH:
            self._sentences(block, heading, has_own)
        elif clock:
            self._begin(clock, clock.rest, block.indent)
        elif self._is_of_all(block.text):
            return
        elif found := any_clock(block.text):
            is_nested = has_own and block.indent > self._events[-1].indent
            if block.kind is BlockKind.ITEM and not is_nested:
                self._begin(found, block.text, block.indent)
            elif is_nested or (has_own and self._events[-1].is_heading):
                self._go_on(block, heading, has_own)
            else:
                self._sentences(block, heading, has_own)
        else:
            self._go_on(block, heading, has_own)

    def _is_of_all(self, text: str) -> bool:
        """Whether a text only names a day or a zone for what follows; it is taken in then."""
        words = len(text.split())
        if any_clock(text):
            return False
        if self.day and _NEXT_DAY.fullmatch(text):
            self.day, self._last = self.day + timedelta(days=1), None
            return True
        zone = zone_of_all(text) if re.search(r"(?i)\btimes?\b|time ?zone|^\W*\w+\W*$", text) else None
        self.zone = zone or self.zone
        if zone and words <= 12:
            return True
        return words <= 6 and self._day_of(text)

    def _sentences(self, block: MarkdownBlock, heading: str, has_own: bool) -> None:
        """Events of a paragraph: each sentence with a time begins one, and those without go on."""
        lines = block.text.split("\n")
        for sentence in (piece for line in lines for piece in _SENTENCE.split(line)):
            clock = leading_clock(sentence)
            found = clock or any_clock(sentence)
            if found:
                self._begin(found, found.rest, block.indent)
                has_own = True
            elif has_own and self._events and not self._events[-1].is_heading:
                self._events[-1].lead += f" {sentence}"
            else:
                self._go_on(MarkdownBlock(BlockKind.PARAGRAPH, sentence), heading, has_own)

    def _row(self, block: MarkdownBlock, heading: str, has_own: bool) -> None:
        clock, texts = None, []
        for index, cell in enumerate(block.cells):
            found = leading_clock(cell) if clock is None and index < 3 else None
            if found:
                clock = found
                texts += [(index, found.rest)] if found.rest else []
            elif (
                clock is None
                and index < 2
                and not any_clock(cell)
                and len(cell.split()) < 6
                and self._day_of(cell)
            ):
                continue
            elif cell:
                texts.append((index, cell))
        words = self._row_words(texts)
        if clock:
            self._begin(clock, words)
        elif has_own and block.cells and not block.cells[0]:
            self._events[-1].more.append(words)
        elif words:
            self._events.append(_Open(any_clock(words), self.day, words))

    def _row_words(self, texts: list[tuple[int, str]]) -> str:
        """The cells of a row as one text: the first as it is, the others after the heads of their columns."""
        made = ""
        for index, text in texts:
            head = self._heads[index] if index < len(self._heads) else ""
            made += f"; {head}: {text}" if made and head else f"; {text}" if made else text
        return made

    def _begin(self, clock: ClockTime, rest: str, indent: int = 0, is_heading: bool = False) -> None:
        day = clock.day_near(self.day)
        if day:
            self.day = day
        elif self.day and self._last and not clock.zone_word:
            self.day += follows(self._last, clock.time)
        elif self.day and self._last and self._events and self._events[-1].clock:
            before = self._events[-1].clock
            self.day += follows(self._last, clock.time) * (before.zone_word == clock.zone_word)
        self.zone = self.zone or clock.zone  # said once, it counts for the times after it
        self._last = clock.time
        self._events.append(_Open(clock, self.day, rest, indent, is_heading))

    def _go_on(self, block: MarkdownBlock, heading: str, has_own: bool) -> None:
        """What has no time belongs to the event before, is an event without a time, or is no event."""
        last = self._events[-1] if self._events and has_own else None
        is_beside = (
            block.kind is BlockKind.ITEM and last and not last.is_heading and block.indent <= last.indent
        )
        if last and not is_beside:
            last.more.append(block.markdown.strip() if block.kind is not BlockKind.CODE else block.text)
        elif is_beside:
            self._events.append(_Open(None, None, block.text, block.indent))
        else:
            self.left.append((heading, block.markdown))

    def _event(self, each: _Open) -> ImportedEvent:
        lead, more = each.lead.strip(), list(each.more)
        if not lead and more and not more[0].startswith(("```", "~~~", "- ")):
            lead = more.pop(0)
        moment, words = moment_in_words(lead)
        if moment is None and more:
            moment, _ = moment_in_words(more[0])
        text = markdown(words) or "To be written"
        body = markdown("\n\n".join(more).replace("\n\n- ", "\n- "))
        clock = each.clock
        at = clock.on(each.day, self.zone, self.fallback) if clock else None
        if clock and at is None and clock.written not in lead:
            text = f"{clock.written}: {text}"
        return ImportedEvent(
            at or NOT_RECORDED,
            (text,),
            KINDS[moment] if moment else EventKind.CONTEXT,
            (body,) if body else (),
            (moment,) if moment else (),
            until=clock.until_on(each.day, self.zone, self.fallback) if clock and at else None,
            approximate=bool(clock and clock.approximate and at),
            origin=f"{TIMELINE}, {clock.written}" if clock else TIMELINE,
        )

    def read_prose(self, section: MarkdownSection) -> None:
        """Take in the sentences of running text that have a time, for a postmortem without a timeline."""
        self.zone = zone_of_all(section.text) or self.zone
        for block in section.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                for sentence in _SENTENCE.split(block.text):
                    found = any_clock(sentence)
                    if found:
                        self._begin(found, sentence)
