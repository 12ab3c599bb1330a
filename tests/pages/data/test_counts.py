from datetime import date

from prometheus_client.openmetrics.parser import text_string_to_metric_families

from pirgen.model import ActionStatus
from pirgen.pages.data.counts import METRICS
from pirgen.reports.notice import marked
from tests.pages.books import a_book, a_review, an_action, an_incident, pages_of

BOOK = a_book(
    an_incident("2025-03-01-checkout"),
    an_incident("2025-03-02-miss", impact=None, severity='odd "word"'),
    a_review(
        "2025-03-01-checkout",
        actions=(an_action("late", due=date(2025, 4, 1)), an_action("done", ActionStatus.DONE)),
    ),
)
TEXT = {asset.path: asset.text for asset in pages_of(BOOK)["index.md"].assets}[METRICS]


def samples(text: str) -> dict[str, float]:
    return {
        f"{sample.name} {' '.join(sample.labels.values())}".strip(): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.value
    }


def test_counts_are_what_the_pages_count() -> None:
    assert samples(TEXT) == {
        "pirgen_incidents SEV-2 resolved": 1,
        'pirgen_incidents odd "word" resolved': 1,
        "pirgen_near_misses": 1,
        "pirgen_reviews reviewed": 1,
        "pirgen_actions open": 1,
        "pirgen_actions done": 1,
        "pirgen_actions_overdue": 1,
    }


def test_nothing_is_averaged_and_what_is_none_is_said() -> None:
    families = list(text_string_to_metric_families(TEXT))
    assert {family.type for family in families} == {"gauge"}
    assert 'pirgen_ways_to_fail{standing="open"} 0\n' in TEXT


def test_a_notice_is_a_metric_of_its_own() -> None:
    found = samples(marked(METRICS, TEXT, 'Training "data"'))
    assert found['pirgen_notice_info Training "data"'] == 1
