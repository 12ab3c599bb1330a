"""The page of one incident: what happened, what was learned, and what is done about it."""

from pirgen.pages.incident.page import Figures, IncidentPages, IncidentView
from pirgen.pages.incident.sources import IncidentSources

__all__ = ["Figures", "IncidentPages", "IncidentSources", "IncidentView"]
