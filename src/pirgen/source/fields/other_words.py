"""The words that other tools, papers and habits use for ours: by each of ours, theirs.

``meanings.py`` says how they are looked up.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["BY_OURS"]

BY_OURS: Mapping[str, str] = {
    # severities
    "SEV-1": (
        "critical, P0, P1, S0, S1, sev0, blocker, major outage, emergency, severe, disaster, prio1, "
        "priority1, 1, sev one, one, sev i, tier 1, level 1, cat 1, category 1, class 1, highest, very "
        "high, very severe, catastrophic, crisis, top, impact 1"
    ),
    "SEV-2": (
        "major, P2, S2, urgent, high, prio2, priority2, partial outage, 2, sev two, two, sev ii, tier 2, "
        "level 2, cat 2, category 2, class 2, serious, significant, impact high"
    ),
    "SEV-3": (
        "minor, P3, S3, medium, moderate, normal, degraded, warning, prio3, priority3, 3, sev three, sev "
        "iii, tier 3, level 3, cat 3, category 3, class 3, average, partial, mid, impact medium"
    ),
    "SEV-4": (
        "P4, P5, S4, S5, sev5, low, trivial, cosmetic, informational, info, prio4, priority4, 4, sev four, "
        "sev iv, sev v, tier 4, level 4, cat 4, category 4, class 4, lowest, very low, negligible, notice, "
        "none noticed, small, impact low"
    ),
    # how far something has come
    "in-progress": (
        "wip, doing, started, ongoing, active, working, underway, under way, implementing, progressing, "
        "blocked, stalled, in review, review, qa, in qa, testing, in testing, in development, development, "
        "coding, selected for development, partially done, half done, implemented in part, committed"
    ),
    "open": (
        "todo, to do, new, not started, pending, planned, backlog, unresolved, investigating, identified, "
        "ongoing, active, triggered, firing, unfixed, assigned, scheduled, accepted, created, started, "
        "reopened, undone, in progress, wip, draft, deferred, postponed, on hold, paused, overdue, late, "
        "waiting, triage, triaged, in triage, declared, live, fixing, acknowledged, acked, responding, "
        "confirmed, proposed, icebox, someday, parked, snoozed, funnel, analyzing, analysing, ready, "
        "selected, approved, not done, incomplete, refined, estimated, raised, under investigation"
    ),
    "mitigated": (
        "monitoring, stable, contained, worked around, workaround, watching, recovering, stabilised, "
        "verifying, verified, watch, on watch, observing, degraded, temporarily fixed"
    ),
    "resolved": (
        "closed, done, fixed, postmortem, complete, completed, over, finished, solved, recovered, ended, "
        "end, cancelled, canceled, wontfix, invalid, false alarm, duplicate, archived, learning, "
        "documenting, reviewing, in review, reviewed, post incident, post-incident, post-incident flow, "
        "retrospective, retro, merged, declined, learned, awaiting review, pending review, expired, auto "
        "resolved"
    ),
    "done": (
        "fixed, closed, complete, completed, finished, resolved, merged, shipped, released, implemented, "
        "deployed, x, ✅, ✓, ✔, [x], verified, accepted, live, rolled out, in production, delivered, "
        "complete and verified, true, yes, pass, passed"
    ),
    "declined": (
        "wontfix, wont fix, won't fix, won't do, wontdo, rejected, cancelled, canceled, not planned, "
        "abandoned, dropped, refused, dismissed, invalid, no, cancel, risk accepted, accepted risk, cannot "
        "reproduce, will not do, will not fix, not doing, not needed, no longer needed, out of scope, ❌, "
        "closed as not planned, denied, deleted, skip, skipped, closed won't fix, closed wontfix, closed as "
        "won't fix, closed not planned, resolved won't fix, done won't do"
    ),
    "superseded": (
        "duplicate, replaced, obsolete, merged into, moved, outdated, duplicated, merged with, absorbed, "
        "covered by another, replaced by, dupe, deprecated"
    ),
    "draft": (
        "open, new, todo, wip, started, in progress, writing, begun, not started, pending, initial, open "
        "for comments, awaiting input, drafting, outline, template"
    ),
    "in-review": (
        "review, reviewing, under review, ready, ready for review, proposed, waiting, ready to publish, "
        "ready for publication, waiting for approval, pending approval, pending review, awaiting approval, "
        "awaiting review, in discussion, discussion, to be approved, for review, retro, retro scheduled, "
        "needs review"
    ),
    "reviewed": (
        "done, approved, published, final, complete, completed, agreed, accepted, finished, signed off, "
        "finalised, finalized, released, retro held, held, meeting held, discussed, ratified, shared"
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
    "detection": (
        "alert, alarm, page, paged, detected, report, reported, monitoring, notification, triggered, "
        "detected by, detection method, how detected, found by, alerted by"
    ),
    "escalation": "escalated, handover, hand-over, call, paging, join, joined",
    "diagnosis": (
        "investigation, investigate, analysis, finding, identified, debugging, cause found, hypothesis, "
        "research, root cause, root cause found"
    ),
    "decision": "decided, approval, plan",
    "action": "mitigation, mitigate, fix, rollback, response, task, remediation, command, restart, workaround",
    "communication": (
        "comms, update, status update, announcement, message, statuspage, status page, notice, post, "
        "meeting, email, tweet, post-mortem meeting"
    ),
    # detection and triggers
    "user-report": (
        "user, users, customer, customers, customer report, support, ticket, complaint, client, end user, "
        "twitter, social media, helpdesk, call centre, call center, zendesk"
    ),
    "staff": "internal, employee, engineer, team, manual, human, operator, developer, by hand",
    "partner": "vendor, supplier, provider, third party, third-party",
    "chance": "luck, accident, accidental, by chance, coincidence",
    "monitoring": (
        "alert, alerts, alerting, automated, automatic, monitor, observability, metrics, alarm, logging, "
        "probe, pagerduty, opsgenie, datadog, grafana, prometheus, alertmanager, nagios, sentry, new relic, "
        "cloudwatch, pingdom, synthetic, synthetics, healthcheck, health check"
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
        "operations, documentation, docs, training, communication"
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
    "investigate": "investigation, research, analysis, analyse, analyze, spike, explore, follow up, follow-up",
    "high": "P0, P1, critical, urgent, highest, major, must, asap, important, blocker, immediate, sev1, 1",
    "medium": "P2, normal, moderate, mid, should, default, average, standard, middle, 2",
    "low": "P3, P4, minor, lowest, trivial, could, nice to have, nice-to-have, someday, 3, 4",
    "other": "other, misc, miscellaneous, various, general, else, another",
    # who, whether, nothing
    "public": "external, everyone, anybody, open, all, customers, published, world",
    "internal": (
        "private, confidential, company, restricted, team, staff, organisation, organization, secret, employees"
    ),
    "true": "yes, on, y, occurred, happened, present",
    "false": "no, off, n, absent, not present, did not occur",
    "unknown": "maybe, unclear, tbd, n/a, na, ?, not known, not recorded, unsure, tbc",
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
    "all": "and, and gate, both, conjunction, pand, priority and, sequence",
    "any": "or, or gate, either, disjunction, oneof, one of, anyof",
    "atleast": "k of n, kofn, k/n, vote, voting, min, at least, k, threshold, quorum, 1oo2, 2oo3, 2oo4",
    "of": "inputs, children, from, events",
    "inhibit": "inhibit gate, conditional",
    "transfer": "transfer in, see, link to, reference",
    "not": "negation, without, complement, nor, nand, none, neither",
    "xor": "exclusive or, eor",
    # keys of records
    "severity": (
        "priority, urgency, sev, severity level, level, incident severity, impact override, criticality, "
        "sev level"
    ),
    "status": (
        "state, stage, phase, progress, workflow state, lifecycle, done, completed, complete, is done, "
        "is_done, resolution status, closed, resolved, finished"
    ),
    "type": "kind, category, class, action type",
    "category": "type, kind, class",
    "kind": "type, event type, category, class",
    "audience": (
        "visibility, public, private, confidentiality, access, shared with, is public, is private, "
        "is_public, is_private, confidential, restricted"
    ),
    "priority": "importance, urgency, severity, prio, rank",
    "title": "name, headline, subject, label",
    "summary": (
        "description, overview, abstract, tldr, tl;dr, executive summary, details, what happened, desc, "
        "short description, background, introduction, intro, synopsis, conclusion, conclusions, at a glance"
    ),
    "text": (
        "description, message, what, event, details, summary, content, body, entry, desc, statement, title, "
        "name, headline, label, factor, cause, condition"
    ),
    "at": "time, timestamp, when, date, datetime, ts, start, occurred at, occurred_at",
    "until": "end, to, ended, end time, till, stop, duration, lasted, length",
    "what": "title, action, description, task, text, name, summary, todo, item",
    "owner": (
        "assignee, responsible, dri, team, assigned to, assigned_to, who, author, lead, facilitator, review "
        "owner, owners, owned by, postmortem owner, responsible team, accountable, champion, pm owner"
    ),
    "due": (
        "deadline, due date, due_date, by, target, target date, due by, duedate, due_by, due_on, eta, due "
        "at, due_at, end date, expected, planned for, until, sla"
    ),
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
    "services": (
        "service, components, component, systems, system, affected, affected services, products, services "
        "affected, components affected, affected components, impacted services, business service, "
        "configuration item, cmdb ci, cmdb_ci, functionalities, application, applications, app, product, "
        "systems affected, dependencies affected"
    ),
    "tags": "labels, keywords, topics, label",
    "impact": "effect, customer impact, user impact, business impact, consequences, damage",
    "who": "affected, users, customers, audience, affected_users, whom",
    "measures": "metrics, numbers, figures, measurements, kpis, measure",
    "value": "amount, number, count, figure, quantity",
    "timeline": (
        "events, event log, chronology, log, history, entries, log entries, work notes, incident updates, "
        "updates, activity, activity log, timestamps, timeline items, incident timeline, time line, journal"
    ),
    "related": "see also, similar, related incidents, duplicates, linked",
    "links": "references, urls, sources, resources, further reading, refs, reference",
    "factors": (
        "causes, root causes, root_cause, root cause, cause, contributing factors, contributing_factors, "
        "root_causes, contributors, conditions, causal factors, contributing conditions, hazards, risks, "
        "weaknesses, vulnerabilities, fishbone, ishikawa, swiss cheese, contributing causes, latent "
        "conditions, underlying causes"
    ),
    "five_whys": "whys, 5 whys, 5whys, why, fivewhys, five whys, 5_whys",
    "because": "why, whys, answers, reasons, children, causes",
    "answer": "text, because of, reason, statement, why",
    "fault_tree": "tree, fta, faulttree, fault tree, cause tree, ft",
    "lessons": (
        "learnings, lessons learned, lessons_learned, takeaways, learned, insights, what_we_learned, key "
        "takeaways, what did we learn, what we learned, learning, key learnings, insight"
    ),
    "actions": (
        "action items, action_items, follow ups, follow_ups, followups, tasks, todos, remediations, "
        "next_steps, next steps, corrective actions, corrective_actions, improvements, recommendations, "
        "todo, remediation, recommendation, preventive actions, preventative actions, action plan, remedial "
        "actions, improvement items, action points, capa, countermeasures, remediation items, work items, "
        "jira, tickets"
    ),
    "went_well": "what went well, what_went_well, good, positives, successes",
    "went_badly": (
        "what went wrong, what_went_wrong, what_went_badly, went_wrong, bad, negatives, problems, what went "
        "poorly, went_poorly"
    ),
    "got_lucky": (
        "where we got lucky, where_we_got_lucky, luck, lucky, what_we_got_lucky, what got lucky, got lucky"
    ),
    "open_questions": (
        "questions, unknowns, open issues, open_issues, todo, hypotheses, unanswered, unanswered questions, "
        "further questions, still unclear"
    ),
    "surprises": "surprise, unexpected, surprising",
    "trigger_kind": "trigger type, trigger_type",
    "published": "publish date, publication, published_at, published_on, publication_date, date",
    "held": (
        "review date, meeting, meeting date, held_on, review_date, meeting_date, date, meeting held, retro "
        "date, discussed on, review held, reviewed at, reviewed on"
    ),
    "covers": "incidents, also covers, incident",
    "eliminates": (
        "fixes, removes, prevents, closes, resolves, addresses, factors, factor, removes cause, root causes"
    ),
    "reduces": "mitigates, limits, lowers",
    "detects": "finds, alerts, monitors, catches",
    "severity_note": "severity reason, severity_reason, severity_justification",
    "known_then": "hindsight, known at the time, known",
    "evidence": "proof, sources, attachments, links, screenshots, source",
    "url": "link, href, address, path, file, uri",
    "note": "notes, comment, comments, remark, remarks, details",
    "incident": (
        "outage, unplanned, disruption, degradation, security, breach, problem, service interruption, "
        "security incident, failure"
    ),
    "maintenance": (
        "planned, scheduled, planned maintenance, scheduled maintenance, change, upgrade, planned work, "
        "planned outage"
    ),
    "id": "key, slug, ident, identifier, number, ref, name",
    "top": "root, top event, top gate, undesired event, tle, head",
    "source": "by, via, method, how, channel, origin, detected by, found by",
}
