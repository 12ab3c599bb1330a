"""One module for each tool whose exports are JSON, and the list of them in the order they are tried in."""

from pirgen.imports.tools import (
    alertmanager,
    confluence,
    incident_io,
    issues,
    jira,
    opsgenie,
    pagerduty,
    slack,
    statuspage,
)
from pirgen.imports.tools.reader import ToolReader
from pirgen.imports.tools.shapes import SHAPES
from pirgen.privacy import known_tools

__all__ = ["READERS", "ToolReader"]

READERS = (
    ToolReader(known_tools.SLACK, slack.recognises, slack.read),
    ToolReader(known_tools.STATUSPAGE, statuspage.recognises, statuspage.read),
    ToolReader(known_tools.INCIDENT_IO, incident_io.recognises, incident_io.read),
    ToolReader(known_tools.OPSGENIE, opsgenie.recognises, opsgenie.read),
    ToolReader(known_tools.ALERTMANAGER, alertmanager.recognises, alertmanager.read),
    *(shape.reader for shape in SHAPES),
    ToolReader(known_tools.GITHUB, issues.recognises_github, issues.read_github),
    ToolReader(known_tools.GITLAB, issues.recognises_gitlab, issues.read_gitlab),
    ToolReader(known_tools.CONFLUENCE, confluence.recognises, confluence.read),
    ToolReader(known_tools.JIRA, jira.recognises, jira.read),
    ToolReader(known_tools.PAGERDUTY, pagerduty.recognises, pagerduty.read),
)
