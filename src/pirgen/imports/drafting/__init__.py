"""Imported incidents become drafts."""

from pirgen.imports.drafting.incidents import DraftResult, draft_incidents
from pirgen.imports.drafting.options import ImportOptions
from pirgen.imports.drafting.people import read_people

__all__ = ["DraftResult", "ImportOptions", "draft_incidents", "read_people"]
