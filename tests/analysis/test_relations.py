from pirgen.analysis.relations import Relation, Relations, SharedAttribute
from pirgen.model import Book, Incident, Related, Review
from tests.pages.books import a_book, a_factor, a_review, an_incident

ONE = an_incident("2025-01-01-one", services=("web",), related=(Related("2025-01-02-two", "Same cable"),))
TWO = an_incident("2025-01-02-two", services=("db",))
THREE = an_incident("2025-01-03-three", services=("web",))


def reviewed(incident: Incident, *categories: str, trigger: str | None = None) -> Review:
    factors = tuple(a_factor(category, category) for category in categories)
    return a_review(incident.id, factors=factors, trigger_kind=trigger)


def related(book: Book, incident: Incident) -> tuple[Relation, ...]:
    return Relations(book).of(incident)


def test_what_an_author_names_comes_with_the_reason() -> None:
    assert related(a_book(ONE, TWO), ONE) == (Relation(TWO, reason="Same cable"),)


def test_the_named_one_knows_who_named_it() -> None:
    assert related(a_book(ONE, TWO), TWO) == (Relation(ONE, reason="Same cable", is_named_there=True),)


def test_a_name_that_leads_nowhere_is_passed_over() -> None:
    assert related(a_book(ONE), ONE) == ()


def test_a_shared_service_alone_is_too_little() -> None:
    assert related(a_book(ONE, THREE), THREE) == ()


def test_what_is_alike_says_in_what() -> None:
    book = a_book(ONE, THREE, reviewed(ONE, "code", "data"), reviewed(THREE, "code", "access"))
    (relation,) = related(book, THREE)
    assert relation == Relation(ONE, ((SharedAttribute.SERVICE, "web"), (SharedAttribute.CATEGORY, "code")))


def test_the_trigger_other_is_nothing_in_common() -> None:
    book = a_book(ONE, THREE, reviewed(ONE, trigger="other"), reviewed(THREE, trigger="other"))
    assert related(book, THREE) == ()


def test_those_that_share_most_come_first_and_only_a_few() -> None:
    incidents = [an_incident(f"2025-02-0{day}-x", services=("web",)) for day in range(1, 8)]
    reviews = [reviewed(incident, "code") for incident in incidents]
    nearest = an_incident("2025-03-01-y", services=("web",))
    book = a_book(*incidents, *reviews, nearest, reviewed(nearest, "code", trigger="load"))
    assert [relation.incident.id for relation in related(book, nearest)] == [
        "2025-02-07-x",
        "2025-02-06-x",
        "2025-02-05-x",
    ]
