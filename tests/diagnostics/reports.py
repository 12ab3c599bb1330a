"""A report with one of everything that a form must get right."""

from datetime import date

from pirgen.diagnostics import Diagnostic, Explanation, Level, Place, Related, Report, Span, Waived

TEXT = """\
title: Größe 漢字 und mehr
severity: sev2
summary: |
  two
  lines
status: closed # pirgen: allow PIR207 because it was seen, and 100% sure
"""

EXPLANATIONS = {
    "PIR105": Explanation(
        "PIR105",
        "Word outside the vocabulary",
        Level.ERROR,
        "Lists and counts group by these words.",
        "severity: sev2\n",
        "severity: SEV-2\n",
    ),
    "PIR207": Explanation("PIR207", "Status: one, two", Level.WARNING, "The list would show another state."),
}

FILE = "incidents/2026-01-05-a b/incident.yaml"


def a_finding(
    message: str = "severity 'sev2' is not known", level: Level = Level.ERROR, span: Span | None = None
) -> Diagnostic:
    return Diagnostic(
        "PIR105" if level is Level.ERROR else "PIR207",
        level,
        message,
        Place(FILE, span or Span(2, 11, 2, 15)),
        "one of SEV-1, SEV-2",
        "SEV-2",
        field=("timeline", 3, "severity"),
    )


HOSTILE = Diagnostic(
    "PIR207",
    Level.WARNING,
    "title '\x1b[31m50% | <b>\r\n::error::no \u202e##[add-mask]x](y) *z*' is odd",
    Place(FILE, Span(1, 14, 1, 16)),
    field=("title",),
    hint="write, with care: 'a'",
    related=(Related(Place("::warning::x/pir.yaml", Span(3, 1, 3, 2)), "the other one"),),
)


def a_report(*found: Diagnostic, rules_url: str = "") -> Report:
    waived = Waived(
        a_finding("status is closed", Level.WARNING, Span(6, 1, 6, 7)),
        "it was seen, and 100% sure",
        Place(FILE, Span(6, 16, 6, 70)),
    )
    everything = (
        HOSTILE,
        a_finding(),
        a_finding(),
        a_finding("summary is long", Level.INFO, Span(3, 10, 6, 1)),
        Diagnostic("PIR999", Level.INFO, "file is empty", Place("incidents/vocabularies.yaml")),
    )
    return Report(
        found or everything,
        () if found else (waived,),
        {FILE: TEXT},
        EXPLANATIONS,
        "incidents: 2 incidents",
        date(2026, 2, 1),
        rules_url=rules_url,
    )
