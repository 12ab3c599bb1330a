from pirgen.model import IncidentReference
from pirgen.retrieval import searchable
from pirgen.retrieval.related import RelatedIncident, RelatedIncidents
from tests.pages.books import a_book, an_incident
from tests.retrieval.test_search import ours

SAME = IncidentReference("2025-01-02-two", "Same cable")
ONE = an_incident("2025-01-01-one", services=("web",), related=(SAME,))
TWO = an_incident("2025-01-02-two", services=("db",), title="Nobody could log in", timeline=())


def related(*incidents: object) -> tuple[RelatedIncident, ...]:
    book = a_book(*incidents)
    return RelatedIncidents(book, lambda: searchable(book)).of(book.incidents[-1])


def test_what_an_author_names_comes_with_the_reason() -> None:
    book = a_book(ONE, TWO)
    (found,) = RelatedIncidents(book, lambda: searchable(book)).of(ONE)
    assert (found.incident, found.reason, found.is_named_there) == (TWO, "Same cable", False)


def test_the_named_one_knows_who_named_it() -> None:
    (found,) = related(ONE, TWO)
    assert (found.incident, found.reason, found.is_named_there) == (ONE, "Same cable", True)


def test_a_name_that_leads_nowhere_is_passed_over() -> None:
    assert related(ONE) == ()


def test_our_own_incidents_are_related_for_a_reason_or_not_at_all() -> None:
    library = ours()
    shown = RelatedIncidents(library.book, ours)
    for incident in library.book.incidents:
        for one in shown.of(incident):
            assert one.reason or one.shared, incident.id
    first = shown.of(library.book.incident_by_id["2025-11-18-cloudflare-bot-feature-file"])[0]
    assert first.incident.id == "2019-07-02-cloudflare-waf-regex"
