"""First versions of an incident and its review, for an author to go on from. They check clean as drafts."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST_SLUG = 48


@dataclass(frozen=True)
class Draft:
    """What is known of an incident when its folder is made.

    ``name`` are the words of its id, by default those of the title. ``covers`` are the ids of further
    incidents that its review is about.
    """

    title: str
    severity: str
    services: tuple[str, ...]
    day: date
    name: str = ""
    covers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The folder's name: the day and the words of the title."""
        return f"{self.day.isoformat()}-{self.name or slug(self.title)}"


def incident_text(draft: Draft) -> str:
    """The text of ``incident.yaml``."""
    services = ", ".join(_quoted(service) for service in draft.services)
    return f"""\
# yaml-language-server: $schema=../../schemas/incident.schema.json
title: {_quoted(draft.title)}
severity: {_quoted(draft.severity)}
status: open # open, mitigated, resolved
services: [{services}]
# detection:
#   source: monitoring # monitoring, user-report, staff, partner, chance
#   note: what was seen
impact: # or 'none' for a near miss
  summary: To be written
  # who: who was affected
  # measures:
  #   - {{what: failed requests, value: about 1200, estimate: true}}
# roles:
#   incident commander: the on-call rota
timeline: # times with an offset, such as {draft.day.isoformat()}T09:30Z or 09:30+02:00, or 'not recorded'
  - at: not recorded
    marks: [started]
    kind: symptom
    text: The first effect on users
  # - {{at: {draft.day.isoformat()}T09:30Z, marks: [detected], kind: detection, text: An alert fires}}
# links:
#   - {{title: Ticket, url: "https://example.org/"}}
"""


def review_text(draft: Draft) -> str:
    """The text of ``pir.yaml``."""
    covers = f"covers: [{', '.join(draft.covers)}] # further incidents\n" if draft.covers else ""
    return f"""\
# yaml-language-server: $schema=../../schemas/pir.schema.json
status: draft # draft, in-review, reviewed, closed
owner: not recorded # the team that sees the review through
{covers}# held: 2026-03-14 # the day of the review meeting
summary: |
  To be written: what happened and what was learned, in some sentences.
# trigger: What set it off that day
# factors: # every condition that had to be there
#   no-test: {{text: No test places an order without a price, category: testing}}
# five_whys:
#   problem: What users saw
#   because:
#     - {{answer: Nothing tested it, factor: no-test}}
# surprises: []
# went_well: []
# went_badly: []
# got_lucky: []
# lessons: []
# open_questions: []
# actions:
#   - id: test-missing-price
#     what: Test an order whose price is missing
#     type: detect # prevent, detect, mitigate, repair, process, investigate
#     owner: the team
#     eliminates: [no-test] # or reduces, detects
#     due: 2026-03-30
#     status: open
#     done_when: The pipeline fails on an order without a price
"""


def slug(title: str) -> str:
    """A title as part of an id: its words in lower case with hyphens, as many as fit."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words: list[str] = re.findall(r"[a-z0-9]+", plain.replace("'", "")) or ["incident"]
    slug = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > LONGEST_SLUG:
            break
        slug = f"{slug}-{word}"
    return slug


_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _./()-]*[A-Za-z0-9)]")


def _quoted(text: str) -> str:
    """The text as a YAML scalar: as it is where nothing could be misread, in double quotes otherwise."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() != "null"
    return text if is_plain else json.dumps(text, ensure_ascii=False)
