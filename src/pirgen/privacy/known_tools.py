"""The tools that pirgen knows: what the command line calls them, and which of their hosts are private."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownTool:
    """A tool whose exports are read.

    ``id`` is what ``--tool`` takes, ``name`` what messages and drafts write. ``domains`` are its own: their
    programming interfaces, such as ``api.example.com``, are never shown.
    """

    id: str
    name: str
    domains: tuple[str, ...] = ()


ALERTMANAGER = KnownTool("alertmanager", "Alertmanager")
BETTER_STACK = KnownTool("better-stack", "Better Stack", ("betterstack.com", "betteruptime.com"))
CONFLUENCE = KnownTool("confluence", "Confluence")
DATADOG = KnownTool("datadog", "Datadog", ("datadoghq.com", "datadoghq.eu"))
DISPATCH = KnownTool("dispatch", "Dispatch")
FIREHYDRANT = KnownTool("firehydrant", "FireHydrant", ("firehydrant.io", "firehydrant.com"))
GITHUB = KnownTool("github", "GitHub issues", ("github.com",))
GITLAB = KnownTool("gitlab", "GitLab issues")
GOOGLE_CLOUD = KnownTool("google-cloud", "Google Cloud")
GRAFANA = KnownTool("grafana", "Grafana IRM", ("grafana.net",))
GRAFANA_ONCALL = KnownTool("grafana-oncall", "Grafana OnCall")
INCIDENT_IO = KnownTool("incident.io", "incident.io", ("incident.io",))
JIRA = KnownTool("jira", "Jira")
MARKDOWN = KnownTool("markdown", "Markdown")
OPSGENIE = KnownTool("opsgenie", "Opsgenie", ("opsgenie.com",))
PAGERDUTY = KnownTool("pagerduty", "PagerDuty", ("pagerduty.com",))
ROOTLY = KnownTool("rootly", "Rootly", ("rootly.com",))
SLACK = KnownTool("slack", "Slack", ("slack.com",))
STATUSPAGE = KnownTool("statuspage", "Statuspage", ("statuspage.io", "statuspage.com"))
TABLE = KnownTool("table", "Table")

KNOWN_TOOLS = (
    ALERTMANAGER,
    BETTER_STACK,
    CONFLUENCE,
    DATADOG,
    DISPATCH,
    FIREHYDRANT,
    GITHUB,
    GITLAB,
    GOOGLE_CLOUD,
    GRAFANA,
    GRAFANA_ONCALL,
    INCIDENT_IO,
    JIRA,
    MARKDOWN,
    OPSGENIE,
    PAGERDUTY,
    ROOTLY,
    SLACK,
    STATUSPAGE,
    TABLE,
)
"""In the order of their ids."""


def in_words(*without: KnownTool, last: str = "or") -> str:
    """The names of the tools for a sentence, such as 'PagerDuty, Slack or Statuspage'."""
    names = [tool.name for tool in KNOWN_TOOLS if tool not in without]
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


CLOSED_HOSTS = (
    ("a file that asks for a token", r"slack-files\.com"),
    (
        "a call",
        r"(?:.*\.)?zoom\.us|.*\.webex\.com|meet\.google\.com|teams\.(?:microsoft|live)\.com|whereby\.com",
    ),
    ("a webhook", r".*\.webhook\.office\.com|hooks\.zapier\.com|hooks\.chime\.aws|hook\.[\w.-]+\.make\.com"),
)
"""Hosts that no reader of a report can or shall follow, and what they are."""

CLOSED_PATHS = (
    ("a private feed", r".*\.pagerduty\.com/private/.*"),
    ("a file that asks for a token", r".*\.slack\.com/files(?:-[a-z]+)?/.*"),
    ("a webhook", r"(?:.*\.)?discord(?:app)?\.com/api/webhooks/.*|chat\.googleapis\.com/v1/spaces/.*"),
)
"""The same for a host together with its path."""
