"""The tools whose incidents are plain records, each with what its keys mean."""

from __future__ import annotations

from pirgen.imports.tools.record_shape import EventShape, RecordShape
from pirgen.model import Moment
from pirgen.privacy import known_tools

__all__ = ["SHAPES"]

_FIVE = (
    ("started_at", Moment.STARTED),
    ("detected_at", Moment.DETECTED),
    ("acknowledged_at", Moment.ACKNOWLEDGED),
    ("mitigated_at", Moment.MITIGATED),
    ("resolved_at", Moment.RESOLVED),
)
_MILESTONES = (
    ("started", Moment.STARTED),
    ("detected", Moment.DETECTED),
    ("acknowledged", Moment.ACKNOWLEDGED),
    ("mitigated", Moment.MITIGATED),
    ("resolved", Moment.RESOLVED),
)

ROOTLY = RecordShape(
    known_tools.ROOTLY,
    needs=("title", "started_at", "sequential_id"),
    title=("title",),
    inside="attributes",
    label=("sequential_id",),
    severity=("severity.data.attributes.name", "severity.data.attributes.slug", "severity"),
    services=("services", "functionalities"),
    impact=("customer_impact",),
    more=(("mitigation_message", "Mitigation"), ("resolution_message", "Resolution")),
    moments=_FIVE,
    events=(
        EventShape(
            "events",
            ("occurred_at", "attributes.occurred_at"),
            ("event", "attributes.event"),
            needs=("event", "occurred_at"),
        ),
    ),
    task_needs=("summary", "kind", "priority", "status"),
    link=("url", "short_url"),
)
FIREHYDRANT = RecordShape(
    known_tools.FIREHYDRANT,
    needs=("name", "milestones", "current_milestone"),
    title=("name",),
    severity=("severity", "severity_color"),
    status=("current_milestone",),
    services=("services", "functionalities", "impacts"),
    impact=("customer_impact_summary",),
    roles=(("role_assignments", "incident_role.name", "user.name"),),
    events=(
        EventShape("milestones", ("occurred_at",), ("summary",), "type", moments=_MILESTONES),
        EventShape(
            *(
                "events",
                ("occurred_at", "created_at"),
                ("body", "message", "data.body", "data.text", "data.summary"),
            ),
            *("type", "author.name"),
            needs=("occurred_at", "type", "author"),
            of="incident_id",
        ),
    ),
    link=("incident_url",),
)
GRAFANA = RecordShape(
    known_tools.GRAFANA,
    needs=("incidentID", "title"),
    title=("title",),
    label=("incidentID",),
    severity=("severity", "severityLabel"),
    moments=(
        ("incidentStart", Moment.STARTED),
        ("createdTime", Moment.DETECTED),
        ("incidentEnd", Moment.RESOLVED),
        ("closedTime", Moment.RESOLVED),
    ),
    events=(
        EventShape(
            *("activityItems", ("eventTime", "createdTime"), ("body",), "activityKind", "user.name"),
            needs=("activityItemID", "createdTime"),
            of="incidentID",
        ),
    ),
    roles=(("incidentMembership.assignments", "role.name", "user.name"),),
    tasks=("taskList.tasks",),
    link=("overviewURL",),
)
GRAFANA_ONCALL = RecordShape(
    known_tools.GRAFANA_ONCALL,
    needs=("title", "alerts_count", "state"),
    title=("title",),
    label=("id",),
    severity=(),
    status=("state",),
    moments=(
        ("created_at", Moment.DETECTED),
        ("acknowledged_at", Moment.ACKNOWLEDGED),
        ("resolved_at", Moment.RESOLVED),
    ),
    link=("permalinks.web",),
    detected_by="monitoring",
)
BETTER_STACK = RecordShape(
    known_tools.BETTER_STACK,
    needs=("name", "cause", "started_at"),
    title=("name",),
    inside="attributes",
    label=("id",),
    severity=(),
    summary=("cause",),
    moments=(
        ("started_at", Moment.DETECTED),
        ("acknowledged_at", Moment.ACKNOWLEDGED),
        ("resolved_at", Moment.RESOLVED),
    ),
    link=("origin_url",),
    detected_by="monitoring",
    events=(
        EventShape(
            *("timeline", ("at",), ("data.content.text", "data.title", "data.description")),
            who="data.content.user.name",
            needs=("item_type", "at"),
        ),
    ),
)
DATADOG = RecordShape(
    known_tools.DATADOG,
    needs=("title", "public_id", "customer_impacted"),
    title=("title",),
    inside="attributes",
    label=("public_id",),
    severity=("severity", "fields.severity.value"),
    status=("state", "fields.state.value"),
    services=("fields.services.value",),
    tags=(),
    summary=("fields.summary.value",),
    impact=("customer_impact_scope",),
    more=(
        ("fields.root_cause.value", "Root cause"),
        ("fields.detection_method.value", "Detection method"),
        ("fields.remediation.value", "Remediation"),
    ),
    moments=(
        ("customer_impact_start", Moment.STARTED),
        ("detected", Moment.DETECTED),
        ("customer_impact_end", Moment.MITIGATED),
        ("resolved", Moment.RESOLVED),
    ),
    events=(
        EventShape(
            *("timeline", ("display_time", "created"), ("content.content", "content.message")),
            needs=("cell_type", "content"),
            of="incident_id",
        ),
    ),
    task_needs=("content", "assignees"),
    commander="relationships.commander_user.data.id",
)
DISPATCH = RecordShape(
    known_tools.DISPATCH,
    needs=("title", "reported_at", "incident_severity"),
    title=("title",),
    label=("name",),
    severity=("incident_severity.name", "incident_priority.name"),
    services=("project.name",),
    summary=("description",),
    moments=(
        ("reported_at", Moment.DETECTED),
        ("stable_at", Moment.MITIGATED),
        ("closed_at", Moment.RESOLVED),
    ),
    events=(EventShape("events", ("started_at",), ("description",), is_markdown=False),),
    link=("ticket.weblink",),
)
GOOGLE_CLOUD = RecordShape(
    known_tools.GOOGLE_CLOUD,
    needs=("begin", "external_desc"),
    title=("external_desc",),
    severity=("severity", "status_impact"),
    status=("most_recent_update.status",),
    services=("affected_products", "service_name"),
    summary=(),
    moments=(("begin", Moment.STARTED), ("end", Moment.RESOLVED)),
    events=(EventShape("updates", ("when", "created"), ("text",), "status"),),
    link=("uri",),
    base="https://status.cloud.google.com/",
    is_external=True,
)

SHAPES = (ROOTLY, FIREHYDRANT, GRAFANA, GRAFANA_ONCALL, BETTER_STACK, DATADOG, DISPATCH, GOOGLE_CLOUD)
"""In the order in which they are tried."""
