"""Other tools' exports become drafts of incidents, offline and without guessing."""

from pirgen.imports.accounting import ImportAccount, table_of
from pirgen.imports.archives import unpacked
from pirgen.imports.drafting import DraftResult, ImportOptions, draft_incidents, read_people
from pirgen.imports.gathering import group_by_incident
from pirgen.imports.recognition import ReadOptions, read_export

__all__ = [
    "DraftResult",
    "ImportAccount",
    "ImportOptions",
    "ReadOptions",
    "draft_incidents",
    "group_by_incident",
    "read_export",
    "read_people",
    "table_of",
    "unpacked",
]
