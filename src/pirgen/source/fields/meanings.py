"""Words that other tools, papers and habits use for ours, looked at before any likeness of letters.

A word may mean one of ours here and another there, so each leads to several, of which the first that is known
at its place is meant. A word in this table has a sense of its own: it is never taken for one that is merely
spelt like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pirgen.diagnostics import near_miss, surely_meant

__all__ = ["SURE_KEYS", "meant_word", "near_word"]

_BY_OURS: Mapping[str, str] = {
    # severities
    "SEV-1": (
        "critical, P0, P1, S0, S1, sev0, blocker, major outage, emergency, severe, disaster, prio1, priority1"
        ", 1, sev one, one"
    ),
    "SEV-2": "major, P2, S2, urgent, high, prio2, priority2, partial outage, 2, sev two, two",
    "SEV-3": "minor, P3, S3, medium, moderate, normal, degraded, warning, prio3, priority3, 3, sev three",
    "SEV-4": "P4, P5, S4, S5, sev5, low, trivial, cosmetic, informational, info, prio4, priority4, 4, sev four",
    # how far something has come
    "in-progress": (
        "wip, doing, started, ongoing, active, working, underway, under way, implementing, progressing"
        ", blocked, stalled"
    ),
    "open": (
        "todo, to do, new, not started, pending, planned, backlog, unresolved, investigating, identified, "
        "ongoing, active, triggered, firing, unfixed, assigned, scheduled, accepted, created, started, "
        "reopened, undone"
        ", in progress, wip, draft, deferred, postponed, on hold, paused, overdue, late, waiting"
    ),
    "mitigated": "monitoring, stable, contained, worked around, workaround, watching, recovering, stabilised",
    "resolved": (
        "closed, done, fixed, postmortem, complete, completed, over, finished, solved, recovered, ended"
        ", end, cancelled, canceled, wontfix, invalid, false alarm, duplicate"
    ),
    "done": (
        "fixed, closed, complete, completed, finished, resolved, merged, shipped, released, implemented, "
        "deployed"
    ),
    "declined": (
        "wontfix, wont fix, won't fix, won't do, wontdo, rejected, cancelled, canceled, not planned, "
        "abandoned, dropped, refused, dismissed, invalid, no"
    ),
    "superseded": "duplicate, replaced, obsolete, merged into, moved, outdated",
    "draft": "open, new, todo, wip, started, in progress, writing, begun, not started, pending",
    "in-review": "review, reviewing, under review, ready, ready for review, proposed, waiting",
    "reviewed": (
        "done, approved, published, final, complete, completed, agreed, accepted, finished, signed off"
    ),
    "closed": "resolved, archived",
    # moments
    "started": "start, begin, began, begun, beginning, onset, impact start",
    "detected": "noticed, alerted, discovered, reported, paged",
    "acknowledged": "ack, acked, picked up, assigned, taken",
    # kinds of events
    "change": "deploy, deployment, release, rollout, config change, push, commit, migration, maintenance",
    "symptom": "impact, error, errors, effect, failure, outage, start, begin, started, degradation, degraded",
    "recovery": "recovered, fixed, resolution, resolved, restored, end, ended, back to normal",
    "context": "note, info, comment, background, other, general, event, information",
    "detection": "alert, alarm, page, paged, detected, report, reported, monitoring, notification, triggered",
    "escalation": "escalated, handover, hand-over, call, paging, join, joined",
    "diagnosis": (
        "investigation, investigate, analysis, finding, identified, debugging, cause found, hypothesis, "
        "research"
        ", root cause, root cause found"
    ),
    "decision": "decided, approval, plan",
    "action": (
        "mitigation, mitigate, fix, rollback, response, task, remediation, command, restart, workaround"
    ),
    "communication": (
        "comms, update, status update, announcement, message, statuspage, status page, notice, post"
        ", meeting, email, tweet, post-mortem meeting"
    ),
    # detection and triggers
    "user-report": (
        "user, users, customer, customers, customer report, support, ticket, complaint, client, end user"
    ),
    "staff": "internal, employee, engineer, team, manual, human, operator, developer, by hand",
    "partner": "vendor, supplier, provider, third party, third-party",
    "chance": "luck, accident, accidental, by chance, coincidence",
    "monitoring": (
        "alert, alerts, alerting, automated, automatic, monitor, observability, metrics, alarm, logging, probe"
    ),
    "deploy": "release, deployment, rollout, code change, push, code",
    "configuration-change": "config, config change, configuration, feature flag, flag, setting",
    "operator-action": "human, manual, human error, command, operator, operator error, manual change",
    "load": "traffic, capacity, spike, demand, peak, overload",
    "dependency-failure": "dependency, vendor, third party, provider, upstream, supplier, external",
    "scheduled-job": "cron, cronjob, job, timer, batch, schedule",
    # categories
    "code": "bug, software, defect, programming, logic, software bug",
    "configuration": "config, misconfiguration, settings, flag, feature flag",
    "architecture": "design, system design, coupling, spof, single point of failure",
    "dependency": "vendor, third party, external, upstream, supplier, provider, third-party",
    "capacity": "load, scaling, resource, resources, limit, limits, quota, traffic, saturation, performance",
    "testing": "test, tests, qa, coverage, quality",
    "deployment": "deploy, release, rollout, ci, cd, ci/cd, pipeline, change management, migration, change",
    "tooling": "tool, tools, automation, ui, console",
    "process": (
        "procedure, organisation, organization, policy, handover, people, human, human error, runbook, "
        "operations"
        ", documentation, docs, training, communication"
    ),
    "knowledge": "documentation, docs, training, skill, experience, communication, human factors",
    "access": "permission, permissions, security, iam, auth, credentials, authorization",
    "environment": "hardware, network, infrastructure, infra, power, datacenter, data center, cloud, weather",
    "data": "database, schema, content, input, dataset",
    # actions
    "prevent": "prevention, preventive, preventative, avoid, eliminate, fix, bugfix, refactor, hardening, code",
    "detect": "detection, monitoring, alerting, alert, observability, monitor, test",
    "mitigate": "mitigation, reduce, limit, mitigative, contain",
    "repair": "fix, restore, cleanup, clean up, remediate, remediation, corrective, correction, recover",
    "investigate": (
        "investigation, research, analysis, analyse, analyze, spike, explore, follow up, follow-up"
    ),
    "high": "P0, P1, critical, urgent, highest, major, must, asap, important, blocker, immediate, sev1, 1",
    "medium": "P2, normal, moderate, mid, should, default, average, standard, middle, 2",
    "low": "P3, P4, minor, lowest, trivial, could, nice to have, nice-to-have, someday, 3, 4",
    "other": "misc, miscellaneous, various, general, else, another, other",
    # who, whether, nothing
    "public": "external, everyone, anybody, open, all, customers, published, world",
    "internal": (
        "private, confidential, company, restricted, team, staff, organisation, organization, secret, employees"
    ),
    "true": "yes, on, y, occurred, happened, present",
    "false": "no, off, n, absent, not present, did not occur",
    "unknown": "maybe, unclear, tbd, n/a, na, ?, not known, not recorded, unsure",
    "not recorded": (
        "unknown, n/a, na, tbd, ?, -, --, not known, none, nobody knows, unclear, unrecorded, missing, "
        "null, not available, unspecified, nil, no data, undefined, tba, not set, not applicable"
    ),
    "none": "near miss, near-miss, nearmiss, no impact, nothing, no, no users affected, zero, n/a, na, nil",
    "stated": "source, fact, given, documented, quoted, confirmed",
    "inferred": "assumed, assumption, guess, concluded, deduced, opinion, estimate, presumed, hypothesis",
    "basic": "basic event, event, leaf, base, normal, cause",
    "house": "switch, external, external event, given, fixed",
    "metric": "graph, chart, dashboard, metrics",
    "chat": "slack, message, thread, conversation",
    "ticket": "issue, jira, bug",
    "document": "doc, docs, page, wiki, file, link, url, video, image, picture, screenshot, other",
    "account": "testimony, interview, statement",
    "log": "logs, logfile",
    # keys of gates
    "all": "and, and gate, both, conjunction",
    "any": "or, or gate, either, disjunction, oneof, one of, anyof",
    "atleast": "k of n, kofn, k/n, vote, voting, min, at least, k, threshold, quorum, 1oo2, 2oo3, 2oo4",
    "of": "inputs, children, from, events",
    "inhibit": "inhibit gate, conditional",
    "transfer": "transfer in, see, link to, reference",
    "not": "negation, without, complement, nor, nand, none, neither",
    "xor": "exclusive or, eor",
    # keys of records
    "title": "name, headline, subject, label",
    "summary": (
        "description, overview, abstract, tldr, tl;dr, executive summary, details, what happened, desc"
    ),
    "text": "description, message, what, event, details, summary, content, body, entry, desc, statement",
    "at": "time, timestamp, when, date, datetime, ts, start, occurred at, occurred_at",
    "until": "end, to, ended, end time, till, stop",
    "what": "title, action, description, task, text, name, summary, todo, item",
    "owner": "assignee, responsible, dri, team, assigned to, assigned_to, who, author, lead, facilitator",
    "due": "deadline, due date, due_date, by, target, target date, due by, duedate, due_by, due_on",
    "created": "created at, created_at, opened, date, created_on, raised, agreed",
    "done_on": (
        "completed, completed at, completed_at, closed_at, done, finished, done_at, closed_on, resolved_at"
    ),
    "done_when": (
        "acceptance, acceptance criteria, definition of done, success criteria, verification, exit criteria"
    ),
    "tracker": "ticket, issue, jira, link, url, ticket_url, issue_url, tracking",
    "reason": "why, because, rationale, justification",
    "proof": "evidence, verified, verified_by, result",
    "services": "service, components, component, systems, system, affected, affected services, products",
    "tags": "labels, keywords, topics, label",
    "impact": "effect, customer impact, user impact, business impact, consequences, damage",
    "who": "affected, users, customers, audience, affected_users, whom",
    "measures": "metrics, numbers, figures, measurements, kpis, measure",
    "value": "amount, number, count, figure, quantity",
    "timeline": "events, event log, chronology, log, history, entries",
    "related": "see also, similar, related incidents, duplicates, linked",
    "links": "references, urls, sources, resources, further reading, refs, reference",
    "factors": (
        "causes, root causes, root_cause, root cause, cause, contributing factors, contributing_factors, "
        "root_causes, contributors, conditions"
    ),
    "five_whys": "whys, 5 whys, 5whys, why, fivewhys, five whys, 5_whys",
    "because": "why, whys, answers, reasons, children, causes",
    "answer": "text, because of, reason, statement, why",
    "fault_tree": "tree, fta, faulttree, fault tree, cause tree, ft",
    "lessons": "learnings, lessons learned, lessons_learned, takeaways, learned, insights, what_we_learned",
    "actions": (
        "action items, action_items, follow ups, follow_ups, followups, tasks, todos, remediations, "
        "next_steps, next steps, corrective actions, corrective_actions, improvements, recommendations, "
        "todo"
    ),
    "went_well": "what went well, what_went_well, good, positives, successes",
    "went_badly": (
        "what went wrong, what_went_wrong, what_went_badly, went_wrong, bad, negatives, problems, what went "
        "poorly, went_poorly"
    ),
    "got_lucky": "where we got lucky, where_we_got_lucky, luck, lucky, what_we_got_lucky",
    "open_questions": "questions, unknowns, open issues, open_issues, todo",
    "surprises": "surprise, unexpected, surprising",
    "trigger_kind": "trigger type, trigger_type",
    "published": "publish date, publication, published_at, published_on, publication_date, date",
    "held": "review date, meeting, meeting date, held_on, review_date, meeting_date, date",
    "covers": "incidents, also covers, incident",
    "eliminates": "fixes, removes, prevents, closes, resolves, addresses, factors, factor",
    "reduces": "mitigates, limits, lowers",
    "detects": "finds, alerts, monitors, catches",
    "category": "type, kind, class",
    "severity_note": "severity reason, severity_reason, severity_justification",
    "known_then": "hindsight, known at the time, known",
    "evidence": "proof, sources, attachments, links, screenshots, source",
    "url": "link, href, address, path, file, uri",
    "note": "notes, comment, comments, remark, remarks, details",
}


def _table() -> dict[str, tuple[str, ...]]:
    meanings: dict[str, list[str]] = {}
    for ours, theirs in _BY_OURS.items():
        for word in theirs.split(","):
            meanings.setdefault(_plain(word), []).append(ours)
    return {word: tuple(ours) for word, ours in meanings.items()}


def _plain(word: str) -> str:
    """A word without case, spaces, underscores and hyphens; signs alone stay."""
    folded = word.strip().casefold()
    return "".join(letter for letter in folded if letter.isalnum()) or folded


_MEANINGS = _table()

SURE_KEYS: Mapping[str, str] = {"and": "all", "or": "any"}
"""Keys that mean one of ours beyond doubt."""

_NEGATIONS = ("un", "not", "non", "no", "in", "dis", "de")


def meant_word(written: str, known: Iterable[str]) -> str:
    """The known word that the written one stands for, or an empty string."""
    words = set(known)
    return next((word for word in _MEANINGS.get(_plain(written), ()) if word in words), "")


def near_word(written: str, known: Iterable[str], titles: Mapping[str, str] | None = None) -> str:
    """The known word that was most probably meant: by another spelling, by meaning, by title, by likeness.

    ``titles`` give the words by what pages call them. Never a word of another sense, and never the opposite.
    """
    words = list(known)
    same = next((word for word in words if _plain(word) == _plain(written)), "")
    by_title = next((word for word, title in (titles or {}).items() if _plain(title) == _plain(written)), "")
    if found := same or by_title or meant_word(written, words):
        return found
    has_own_sense = _plain(written) in _MEANINGS
    near = surely_meant(written, words) or ("" if has_own_sense else near_miss(written, words))
    return "" if near and _is_opposite(written, near) else near


def _is_opposite(written: str, near: str) -> bool:
    one, other = sorted((_plain(written), _plain(near)), key=len)
    return any(other == negation + one for negation in _NEGATIONS)
