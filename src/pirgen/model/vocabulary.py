"""The words a team classifies by, each with its meaning, and the defaults that pirgen brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True)
class Term:
    """A word that files may use, the title that pages show for it, and what it means."""

    id: str
    title: str
    description: str = ""

    @property
    def meaning(self) -> str:
        """What it means, for those who choose a word."""
        return self.description or self.title


@dataclass(frozen=True)
class Person:
    """Somebody whose name reviews leave out, and the ``role`` to write in its place.

    ``also`` are other spellings of the name, as they are written. ``handles`` are names of accounts, without
    their ``@``, and addresses of mail. No page shows any of this.
    """

    name: str
    also: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Alias:
    """A word that files used in earlier days, and the one that a site writes today.

    ``of`` is the list that the new word is in, such as ``services``.
    """

    of: str
    old: str
    new: str


@dataclass(frozen=True)
class SeverityLevel:
    """A severity: what it means, an example, and what it asks of the team.

    ``response`` is the promise in words; ``respond_within`` the same as a duration from started to
    acknowledged where it can be measured. ``review_within`` is how long after the start a published
    review may take; ``act_within`` how long its actions may stay open. None asks for nothing.
    """

    id: str
    title: str
    impact: str
    example: str
    response: str
    respond_within: timedelta | None = None
    review_within: timedelta | None = None
    act_within: timedelta | None = None

    @property
    def meaning(self) -> str:
        """What it means, for those who choose a level."""
        return f"{self.title}: {self.impact}"


def _days(count: int) -> timedelta:
    return timedelta(days=count)


SEVERITIES = (
    SeverityLevel(
        "SEV-1",
        "Critical",
        "Full system outage, affecting all users",
        "Online banking is down",
        "immediate, 24/7",
        timedelta(minutes=5),
        _days(14),
        _days(15),
    ),
    SeverityLevel(
        "SEV-2",
        "High",
        "Major functionality is broken, some operations work",
        "Checkout fails on a shop",
        "within 30 minutes",
        timedelta(minutes=30),
        _days(14),
        _days(30),
    ),
    SeverityLevel(
        "SEV-3",
        "Medium",
        "Partial impact on non-core features",
        "Search is slow but works",
        "within a few hours",
        timedelta(hours=4),
    ),
    SeverityLevel(
        "SEV-4",
        "Low",
        "Minor UI or performance glitches",
        "A button has the wrong colour",
        "next release",
    ),
)

CATEGORIES = (
    Term("code", "Code", "The program did something other than what it was meant to do"),
    Term("configuration", "Configuration", "A setting, limit or flag had a value that did not fit"),
    Term("architecture", "Architecture", "How the parts depend on each other let the fault spread or last"),
    Term("dependency", "Dependency", "Something run or made by others failed or changed"),
    Term("capacity", "Capacity", "Load, growth or a resource limit was reached"),
    Term("data", "Data", "The content of the data was unexpected, stale or gone"),
    Term("testing", "Testing", "No test could have seen it, or the test looked elsewhere"),
    Term("deployment", "Deployment", "How a change reached production: rollout, rollback, migration"),
    Term("monitoring", "Monitoring", "The signal was missing, late, misleading or drowned"),
    Term("tooling", "Tooling", "The tools that people work with invited the fault or hindered the repair"),
    Term("process", "Process", "A practice, rule or hand-over that was missing or did not fit"),
    Term("knowledge", "Knowledge", "What people could know: documentation, training, handed-down belief"),
    Term("access", "Access", "Permissions that were too wide, or missing when they were needed"),
    Term("environment", "Environment", "The surroundings: hardware, network, time of day, outside events"),
)

TRIGGERS = (
    Term("deploy", "Deploy", "New code or a new release reached production"),
    Term("configuration-change", "Configuration change", "A setting, rule, permission or flag was changed"),
    Term("maintenance", "Maintenance", "Planned or routine work on running systems"),
    Term("operator-action", "Operator action", "A command given to a running system to meet a need of the day"),
    Term("load", "Load", "Demand rose or a limit was reached"),
    Term("dependency-failure", "Dependency failure", "Something run by others failed"),
    Term("hardware", "Hardware", "A machine, disk or line failed"),
    Term("scheduled-job", "Scheduled job", "A timer started something"),
    Term("other", "Other", "None of the above"),
)

DETECTION_SOURCES = (
    Term("monitoring", "Monitoring", "An alert or an automatic test"),
    Term("user-report", "User report", "Somebody who uses the service said so"),
    Term("staff", "Staff", "Somebody of the team saw it without being alerted"),
    Term("partner", "Partner", "A supplier or another organisation said so"),
    Term("chance", "Chance", "Found while looking for something else"),
)

ROLES = (
    Term("incident commander", "Incident commander", "Leads the response and decides"),
    Term("operations lead", "Operations lead", "Works on the systems"),
    Term("communications lead", "Communications lead", "Tells users and the organisation what is known"),
    Term("scribe", "Scribe", "Keeps the record while it happens"),
)


@dataclass(frozen=True)
class Vocabulary:
    """Every word a site classifies by. Empty ``services``, ``teams`` or ``roles`` leave that word open.
    ``milestones`` are what events may be beside the five moments.

    Each of ``synonyms`` is a group of words or phrases that search takes for the same. ``notice`` is
    what every page and export of the site shows, such as that it is training data. ``as_of`` is the day
    to judge the folder by where nobody adds to it any more; None leaves it to git. ``language`` is that
    of the texts; English where it is empty. ``time_zone`` is shown beside UTC where it is set. ``open_within``
    is how long an incident may stay open or mitigated.
    """

    severities: tuple[SeverityLevel, ...] = SEVERITIES
    categories: tuple[Term, ...] = CATEGORIES
    triggers: tuple[Term, ...] = TRIGGERS
    detection_sources: tuple[Term, ...] = DETECTION_SOURCES
    roles: tuple[Term, ...] = ROLES
    services: tuple[Term, ...] = ()
    teams: tuple[Term, ...] = ()
    milestones: tuple[Term, ...] = ()
    glossary: tuple[Term, ...] = field(default=())
    people: tuple[Person, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    notice: str = ""
    as_of: date | None = None
    language: str = ""
    time_zone: str = ""
    aliases: tuple[Alias, ...] = ()
    open_within: timedelta = timedelta(days=30)

    def alias(self, of: str, old: str) -> str:
        """The word of a list that is written today for an old one, or an empty string."""
        return next((alias.new for alias in self.aliases if (alias.of, alias.old) == (of, old)), "")

    def severity(self, id: str) -> SeverityLevel | None:
        """The level of that id, such as ``SEV-1``."""
        return next((level for level in self.severities if level.id == id), None)


def title_of(terms: tuple[Term, ...], id: str | None) -> str:
    """The title that pages show for a word: the word itself if the list does not know it; nothing for None."""
    return next((term.title for term in terms if term.id == id), id or "")
