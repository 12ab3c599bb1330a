"""What the sections of a postmortem are about, by their headings."""

from __future__ import annotations

import re

from pirgen.imports.markdown.outline import MarkdownSection

_SECTIONS = (
    ("timeline", r"timeline|chronology|sequence of events|what happened when"),
    ("actions", r"action|follow[- ]?ups?|next steps|corrective|to-?do"),
    ("went_well", r"went (?:well|right)|what worked|positives"),
    ("went_badly", r"went (?:wrong|badly|poorly)|(?:could|didn.t|did not) .*(?:better|well)|to improve"),
    ("got_lucky", r"luck"),
    ("open_questions", r"open question|unknowns"),
    ("surprises", r"surpris"),
    ("lessons", r"lesson|learn|takeaway"),
    ("trigger", r"trigger"),
    ("conditions", r"root[- ]cause|contributing|^causes?$|factors"),
    ("detection", r"detect"),
    ("impact", r"impact|affected"),
    ("summary", r"summary|overview|abstract|tl;?dr|in brief"),
)
LISTS = ("went_well", "went_badly", "got_lucky", "open_questions", "surprises", "lessons")


def _known(heading: str) -> str:
    return next((kind for kind, words in _SECTIONS if re.search(words, heading, re.IGNORECASE)), "")


def heading_of_all(every: tuple[MarkdownSection, ...]) -> str:
    """The heading that stands above all others, if one does: the title."""
    tops = [section.heading for section in every if section.heading and not section.above]
    return tops[0] if tops and (len(tops) == 1 or not _known(tops[0])) else ""


def topic_of(section: MarkdownSection, title: str) -> str:
    """What a section is about: by its heading, or by the nearest heading above it that says so."""
    headings = (heading for heading in (section.heading, *reversed(section.above)) if heading != title)
    return next((kind for heading in headings if (kind := _known(heading))), "")
