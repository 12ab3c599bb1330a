"""What the sections of a postmortem are about, by their headings."""

from __future__ import annotations

import re

from pirgen.imports.markdown.outline import MarkdownSection

_TOPICS = (
    (
        "timeline",
        r"time[- ]?line|chronolog|sequence of events|what happened when|log of events|incident log|event log",
    ),
    (
        "actions",
        r"action|follow[- ]?ups?|next steps|corrective|to-?dos?\b|remediation items|preventat?ive measures",
    ),
    ("went_well", r"went (?:well|right)|(?:what|things that) worked|positives"),
    (
        "went_badly",
        r"went (?:wrong|badly|poorly)|(?:could|didn.t|did not|can) .*(?:better|well|improve)|to improve"
        r"|didn.t work",
    ),
    ("got_lucky", r"luck"),
    ("open_questions", r"open question|unknowns"),
    ("surprises", r"surpris"),
    ("lessons", r"lesson|learn|takeaway"),
    ("trigger", r"trigger"),
    ("conditions", r"root[- ]cause|contributing|^(?:the )?causes?$|factors"),
    ("detection", r"detect|how (?:did )?we (?:found|find|notice)"),
    ("impact", r"impact|affected"),
    ("summary", r"summary|overview|abstract|tl;?dr|in brief"),
)
LISTS = ("went_well", "went_badly", "got_lucky", "open_questions", "surprises", "lessons")


def known_topic(heading: str) -> str:
    """The topic that the words of a heading name; nothing where they name none, as a title does by chance."""
    return next((kind for kind, words in _TOPICS if re.search(words, heading, re.IGNORECASE)), "")


def title_heading(every: tuple[MarkdownSection, ...]) -> str:
    """The heading above all others, if there is one: the title. A heading of one topic alone is none."""
    tops = [section.heading for section in every if section.heading and not section.above]
    if not tops or (known_topic(tops[0]) and len(tops[0].split()) <= 3):
        return ""
    return tops[0] if len(tops) == 1 or not known_topic(tops[0]) else ""


def topic_of(section: MarkdownSection, title: str) -> str:
    """What a section is about: by its heading, or by the nearest heading above it that says so."""
    headings = [section.heading, *reversed(section.above)]
    return next((kind for heading in headings if heading != title and (kind := known_topic(heading))), "")
