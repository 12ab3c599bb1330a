"""First versions of an incident and its review, for an author to go on from. They check clean as drafts.

``pirgen new`` knows little more than a title; an import knows a timeline.
"""

from pirgen.drafts.draft import START, Draft, DraftCondition, DraftEvent, slug
from pirgen.drafts.incident_text import incident_text
from pirgen.drafts.review_text import review_text
from pirgen.drafts.stamp import digest, is_untouched, stamp_of
from pirgen.drafts.yaml_text import scalar as scalar_text

__all__ = [
    "START",
    "Draft",
    "DraftCondition",
    "DraftEvent",
    "digest",
    "incident_text",
    "is_untouched",
    "review_text",
    "scalar_text",
    "slug",
    "stamp_of",
]
