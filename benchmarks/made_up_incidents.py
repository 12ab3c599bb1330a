"""Makes a folder of made-up incidents, the same each time: python benchmarks/made_up_incidents.py COUNT FOLDER

Each has 12 events, 8 factors, a fault tree of 8 gates, 9 whys and 5 actions, as a long review has, and nothing
that 'pirgen check' finds wrong, save factors that come back (PIR506).
"""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

PARTS = ("orders", "invoices", "sessions", "uploads", "prices", "refunds", "labels", "quotas", "tokens")
PLACES = ("queue", "cache", "replica", "gateway", "scheduler", "index", "lock table", "build farm", "feed")
FAULTS = (
    *("was sized for last year's traffic", "kept every entry for ever", "was shared by two teams"),
    *("had no upper limit", "trusted the clock of the caller", "was restored from an old snapshot"),
    *("answered from one zone", "held its lock for minutes", "reported success too early"),
    *("had a default that nobody remembered", "was restarted every minute", "failed without a word"),
)
EFFECTS = (
    *("customers saw an empty page", "every third request failed", "mails went out twice"),
    *("new accounts stayed locked", "reports showed yesterday's figures", "payments waited for an hour"),
    *("search found nothing", "exports were cut short"),
)
KINDS = (
    *("change", "symptom", "context", "detection", "escalation", "diagnosis", "diagnosis"),
    *("decision", "action", "recovery", "communication", "recovery"),
)
MARKS = {1: "started", 3: "detected", 4: "acknowledged", 9: "mitigated", 11: "resolved"}
CATEGORIES = ["code", "configuration", "capacity", "data", "testing", "deployment", "monitoring", "process"]
STATES = ("done", "done", "open", "in-progress", "declined")
EFFECT_WORDS = ("eliminates", "reduces", "detects")
FIRST = datetime(2014, 1, 1, 8)


class Writer(random.Random):
    """Says things about parts of a system that does not exist."""

    def thing(self) -> str:
        return f"the {self.choice(PLACES)} of {self.choice(PARTS)} in unit {self.randint(1, 900)}"

    def fault(self) -> str:
        return f"{self.thing().capitalize()} {self.choice(FAULTS)}"

    def sentence(self) -> str:
        return f"{self.fault()}, so that {self.choice(EFFECTS)} for {self.randint(2, 95)} minutes"

    def paragraph(self, sentences: int) -> str:
        return ". ".join(self.sentence() for _ in range(sentences)) + "."


def incident(number: int) -> tuple[str, str, str]:
    """The id of an incident, and the texts of its two files."""
    say = Writer(number)
    start = FIRST + timedelta(days=number * 0.36, minutes=say.randint(0, 300))
    return f"{start:%Y-%m-%d}-made-up-{number}", _incident(say, start), _review(say, start)


def _incident(say: Writer, start: datetime) -> str:
    lines = [
        f"title: {say.choice(EFFECTS).capitalize()} while {say.thing()} {say.choice(FAULTS)}",
        f"severity: SEV-{say.randint(1, 4)}",
        "status: resolved",
        f"services: [{', '.join(say.sample(PARTS, 2))}]",
        f"tags: [{', '.join(fault.replace(' ', '-').replace(chr(39), '') for fault in say.sample(FAULTS, 2))}]",
        f"detection: {{source: monitoring, note: {say.fault()}}}",
        "impact:",
        f"  summary: {say.paragraph(3)}",
        "timeline:",
    ]
    at = start - timedelta(minutes=say.randint(3, 20))
    for place, kind in enumerate(KINDS):
        at = start if place == 1 else at
        mark = f", marks: [{MARKS[place]}]" if place in MARKS else ""
        lines.append(f"  - {{at: {at:%Y-%m-%dT%H:%MZ}, kind: {kind}{mark}, text: {say.fault()}}}")
        at = (start if not place else at) + timedelta(minutes=say.randint(2, 25))
    return "\n".join(lines) + "\n"


def _review(say: Writer, start: datetime) -> str:
    factors = [f"factor-{place}" for place in range(8)]
    lines = ["status: reviewed", "owner: reliability team", f"published: {start + timedelta(9):%Y-%m-%d}"]
    lines += [f"summary: {say.paragraph(6)}", f"trigger: {say.fault()}", "trigger_kind: deploy", "factors:"]
    for place, id in enumerate(factors):
        kind = ", kind: undeveloped" if place > 5 else ""
        lines.append(f"  {id}: {{text: {say.fault()}, category: {say.choice(CATEGORIES)}{kind}}}")
    lines += ["five_whys:", f"  problem: {say.choice(EFFECTS).capitalize()}", "  because:", *_whys(say)]
    lines += ["fault_tree:", "  top: top", "  gates:", *_gates(say), *_lists(say), "actions:"]
    for place, status in enumerate(STATES):
        lines += _action(say, place, status, start + timedelta(days=3))
    return "\n".join(lines) + "\n"


def _whys(say: Writer) -> list[str]:
    """Three answers, with two deeper levels below the first."""
    shape = ((4, ""), (8, "factor-0"), (8, ""), (12, "factor-1"), (12, "factor-2"))
    shape += ((4, ""), (8, "factor-3"), (8, "factor-4"), (4, "factor-5"))
    lines = []
    for indent, factor in shape:
        lines.append(f"{' ' * indent}- answer: {say.fault()}")
        lines.append(f"{' ' * indent}  " + (f"factor: {factor}" if factor else "because:"))
    return lines


def _gates(say: Writer) -> list[str]:
    gates = {
        "top": "all: [load, guard, return]",
        "load": "any: [peak, factor-0]",
        "peak": "all: [factor-1, factor-2]",
        "guard": "all: [seen, factor-3]",
        "seen": "any: [factor-4, factor-6, factor-1]",
        "return": "all: [slow, factor-5]",
        "slow": "atleast: 2, of: [tool, factor-7, factor-2]",
        "tool": "any: [factor-6, factor-4]",
    }
    return [f"    {id}: {{title: {say.fault()}, {inputs}}}" for id, inputs in gates.items()]


def _lists(say: Writer) -> list[str]:
    counts = {
        "surprises": 1,
        "went_well": 2,
        "went_badly": 1,
        "got_lucky": 1,
        "lessons": 2,
        "open_questions": 1,
    }
    return [
        line
        for key, count in counts.items()
        for line in (f"{key}:", *(f"  - {say.sentence()}" for _ in range(count)))
    ]


def _action(say: Writer, place: int, status: str, created: datetime) -> list[str]:
    done = created + timedelta(days=say.randint(1, 60))
    more = {
        "done": [f"    done_on: {done:%Y-%m-%d}", f"    proof: Build {say.randint(1, 9999)} fails without it"],
        "declined": ["    reason: The part is replaced next quarter"],
    }
    return [
        f"  - id: action-{place}",
        f"    what: Limit {say.thing()} to {say.randint(2, 90)} per cent",
        f"    {say.choice(EFFECT_WORDS)}: [factor-{place}]",
        "    type: prevent",
        "    owner: storage team",
        f"    created: {created:%Y-%m-%d}",
        f"    due: {created + timedelta(days=say.randint(20, 90)):%Y-%m-%d}",
        f"    done_when: The test of unit {say.randint(1, 900)} fails without it",
        f"    status: {status}",
        *more.get(status, []),
    ]


def write(count: int, folder: Path) -> None:
    """Write that many incidents into a folder."""
    for number in range(count):
        id, own, review = incident(number)
        (folder / id).mkdir(parents=True)
        (folder / id / "incident.yaml").write_text(own, encoding="utf-8")
        (folder / id / "pir.yaml").write_text(review, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
