"""Where a key belongs that is unknown at its place: every form and level is looked through for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pirgen.source.fields import Key, ListOf, OrNone, OrNotRecorded, Record, Table, TextOrList
from pirgen.source.fields.meanings import meant_word
from pirgen.source.folder import INCIDENT_FILE, REVIEW_FILE
from pirgen.source.form.fault_tree import GATE, GATES
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, INTERNAL, REVIEW_KEYS, WHY

__all__ = ["elsewhere", "record_of"]

_FILES: Mapping[str, tuple[Key, ...]] = {INCIDENT_FILE: INCIDENT_KEYS, REVIEW_FILE: REVIEW_KEYS}
_OTHER = {INCIDENT_FILE: REVIEW_FILE, REVIEW_FILE: INCIDENT_FILE}

_MOMENTS = {
    "started": (
        "start start_time started_at start_at began begin begin_at incident_start impact_start onset "
        "impact_start_date impact_start_at outage_start outage_began incident_start_time time_started "
        "start_date issue_start"
    ),
    "detected": (
        "detected_at detection_time time_detected discovered discovered_at noticed alerted_at reported_at "
        "triggered_at detect_time paged_at time_of_detection"
    ),
    "acknowledged": "acknowledged_at acked acked_at ack time_acknowledged responded_at assigned_at",
    "mitigated": "mitigated_at mitigation_time stabilised_at stabilized_at contained_at",
    "resolved": (
        "resolved_at resolution_time time_resolved end ended ended_at end_time closed_at fixed_at recovered "
        "restored_at impact_end resolved_time end_at impact_end_date impact_end_at outage_end outage_ended "
        "end_date resolved_on time_to_normal"
    ),
}
_MOMENT_BY_KEY = {key: moment for moment, keys in _MOMENTS.items() for key in (moment, *keys.split())}

_ROLES = {
    "incident commander": "commander ic incident_commander incident_manager lead incident_lead im manager",
    "communications lead": "comms comms_lead communications communications_lead communicator",
    "operations lead": "ops ops_lead operations operations_lead responder responders oncall on_call tech_lead",
    "scribe": "scribe recorder note_taker",
}
_ROLE_BY_KEY = {key: role for role, keys in _ROLES.items() for key in keys.split()}

_OTHERWISE = {
    "times and lengths are computed from the marks of the timeline: leave it out": (
        "duration length downtime outage_duration time_to_detect time_to_resolve time_to_recover "
        "time_to_mitigate time_to_acknowledge mttr mttd mtta ttd ttr ttm tta total_duration"
    ),
    "reviews leave people out: name the team that sees the review through as 'owner' in pir.yaml": (
        "author authors reviewer reviewers attendees participants facilitator people contact contacts "
        "reporter written_by prepared_by approver approvers created_by opened_by caller requested_by "
        "approved_by sign_off signed_off_by last_edited_by assignments assigned_user postmortem_author"
    ),
    "the folder's name is the id, and begins with the day: leave it out": (
        "id date day incident_id incident_date number created_at updated_at last_updated incident_number "
        "incident_key alert_id key slug reference ref opened_at last_edited modified time week month"
    ),
    "a figure is a measure of the impact: measures: [{what: ..., value: ...}]": (
        "customers_affected users_affected affected_users affected_customers customers_impacted "
        "users_impacted revenue_loss cost lost_revenue failed_requests error_rate requests_failed revenue "
        "slo sla error_budget availability blast_radius subscribers orders_lost sessions_lost uptime "
        "percentage_affected affected_percentage"
    ),
    "who was affected is 'who' in the impact": "customers users affected_teams stakeholders",
    "a page elsewhere is a link: links: [{title: ..., url: ...}]": (
        "status_page statuspage ticket jira issue slack channel slack_channel doc document url link source "
        "video recording dashboard postmortem_url permalink shortlink html_url web_url self runbook "
        "runbooks change_request known_error ticket_number jira_key pull_request pr timeline_link "
        "postmortem_document_url report_url confluence wiki appendix channels war_room zoom bridge "
        "problem_record"
    ),
    "what was learned is written in pir.yaml beside this file": (
        "postmortem post_mortem review pir retro rca retrospective root_cause_analysis learning_review "
        "analysis post_incident_review"
    ),
    "what users noticed is the summary of the impact: impact: {summary: ...}": (
        "description details short_description overview what_happened symptoms user_impact"
    ),
    "find it again by a tag: tags: [...]": (
        "environment env region regions zone datacenter cluster version labels product category type kind "
        "incident_type platform affected_regions feature features stage_name tier"
    ),
    "teams that own something are 'owner' in pir.yaml; who responded is written under 'roles'": (
        "team teams owning_team assignee assigned_to oncall_team escalation_policy assignment_group "
        "owner_team resolver_group squad"
    ),
    "how it ended is an event of the timeline: - {at: ..., marks: [mitigated, resolved], text: ...}": (
        "resolution workaround close_code close_notes outcome fix mitigation recovery how_fixed rollback "
        "remedy resolution_notes solution"
    ),
    "a note is written beside what it is about: the event, the factor or the action": (
        "notes comments remarks comment additional_information misc other"
    ),
    "a file beside the YAML is evidence of an event: evidence: [{kind: ..., url: graph.png, title: ...}]": (
        "attachments images image screenshots screenshot graphs graph files logs"
    ),
    "how far the review has come is its 'status' in pir.yaml": "draft published is_draft review_status",
}
_OTHERWISE_BY_KEY = {key: hint for hint, keys in _OTHERWISE.items() for key in keys.split()}
"""What other tools and templates have a key for at the top, and where it is written here."""


def elsewhere(file: str) -> Callable[[str, Sequence[str | int]], str]:
    """A function from an unknown key of a file, and the path of the mapping it is in, to where it belongs."""
    name = file.rpartition("/")[2]
    return lambda key, path: _hint(key, name, path) if name in _FILES else ""


def _hint(key: str, file: str, path: Sequence[str | int]) -> str:
    is_top = not path
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key.strip()).lower().replace("-", "_").replace(" ", "_")
    if not is_top and any(each.name == plain for each in _FILES[file]):
        return f"'{plain}' belongs at the top level of the file: take the indentation away"
    if path[:1] == ("timeline",) and (hint := _of_an_event(plain)):
        return hint
    if is_top and plain in _MOMENT_BY_KEY:
        mark = _MOMENT_BY_KEY[plain]
        return f"a moment is a mark on an event of the timeline: - {{at: ..., marks: [{mark}], text: ...}}"
    if is_top and plain in _ROLE_BY_KEY:
        return f"who filled a role is written under 'roles': roles: {{{_ROLE_BY_KEY[plain]}: ...}}"
    other = _OTHER[file]
    own = [each.name for each in _FILES[file] if each.name != INTERNAL.name]
    others = [each.name for each in _FILES[other]]
    in_other = [other] if plain in others else []
    places = [*_records_with(plain, file)]
    places = [*in_other, *places] if is_top else [*places, *in_other]
    places += _records_with(plain, other)
    if is_top and not in_other and not meant_word(plain, own):
        if plain in _OTHERWISE_BY_KEY:
            return _OTHERWISE_BY_KEY[plain]
        if meant := meant_word(plain, others):
            return f"it is called '{meant}' here, and belongs in {other}"
    return f"'{plain}' belongs in {' or '.join(places[:2])}" if places else ""


def _of_an_event(key: str) -> str:
    if key in _MOMENT_BY_KEY:
        return f"a moment is a mark: marks: [{_MOMENT_BY_KEY[key]}]"
    return "an event names no people: its text can say which role or team it was" if key in _PEOPLE else ""


_PEOPLE = frozenset(
    ("who", "actor", "by", "user", "person", "author", "name", "responder", "owner", "assignee", "team")
)


@cache
def _records_with(key: str, file: str) -> tuple[str, ...]:
    """The records of a file that have a key, such as 'the event'."""
    return tuple(dict.fromkeys(record.title for record in _records(_FILES[file]) if _has(record, key)))


def _has(record: Record[Any], key: str) -> bool:
    return any(each.name == key for each in record.keys)


def _records(keys: tuple[Key, ...], seen: frozenset[str] = frozenset()) -> Iterator[Record[Any]]:
    for key in keys:
        record = record_of(key.reader)
        if record and record.title not in seen:
            yield record
            yield from _records(record.keys, seen | {record.title})


def record_of(reader: Any) -> Record[Any] | None:
    """The record that a reader reads, or reads several of; None for texts and words."""
    if reader is GATES:
        return GATE
    if reader is BECAUSE:
        return WHY
    if isinstance(reader, (OrNone, OrNotRecorded)):
        return record_of(reader.reader)
    if isinstance(reader, (ListOf, TextOrList)):
        return record_of(reader.item)
    if isinstance(reader, Table):
        return reader.record
    return reader if isinstance(reader, Record) else None
