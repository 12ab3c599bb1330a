from pirgen.model import Book, Incident, Review
from pirgen.retrieval import reasons, searchable
from tests.conftest import CASES
from tests.pages.books import a_book, a_factor, a_review, an_incident
from tests.retrieval.test_search import FERRY_QUESTIONS, QUESTIONS, ferries, ours

CERTIFICATE = "The certificate of the payment gateway expired and nothing had warned of its expiry"


def told(id: str, summary: str, **more: object) -> tuple[Incident, Review]:
    services = more.pop("services", ("web",))
    return an_incident(id, services=services, timeline=(), title=f"Outage {id[-1]}"), a_review(
        id, summary=summary, **({"factors": ()} | more)
    )


def others() -> list[Incident | Review]:
    """Enough incidents of another kind, so that words can be rare."""
    words = ("queue", "index", "cache", "disk", "router", "mail", "login", "price")
    return [each for n, word in enumerate(words) for each in told(f"2024-01-1{n}-o{n}", f"The {word} was slow")]


def a_library(*pairs: tuple[Incident, Review]) -> Book:
    return a_book(*others(), *(each for pair in pairs for each in pair))


def test_the_same_words_are_similar_and_say_where() -> None:
    book = a_library(
        told("2025-01-01-a", CERTIFICATE, services=("pay",)),
        told("2025-02-01-b", "An expired certificate stopped the gateway", services=("pay",)),
    )
    (found,) = searchable(book).similar_to("2025-02-01-b")
    assert found.document.key == "2025-01-01-a"
    why = reasons(found, book.vocabulary)
    assert why[0] == "both are about pay"
    assert any('"certificate"' in reason and reason.endswith("in both summaries") for reason in why)


def test_a_category_alone_is_no_reason() -> None:
    book = a_library(
        told(
            "2025-01-01-a",
            "Apples fell from a tree",
            services=("a",),
            factors=(a_factor("x", "code", text="Gravity"),),
        ),
        told(
            "2025-02-01-b",
            "Ships could not leave the harbour",
            services=("b",),
            factors=(a_factor("x", "code", text="Fog"),),
        ),
    )
    assert searchable(book).similar_to("2025-02-01-b") == ()


def test_a_service_alone_is_no_reason() -> None:
    book = a_library(
        told("2025-01-01-a", "Apples fell from a tree", services=("rare",)),
        told("2025-02-01-b", "Ships could not leave the harbour", services=("rare",)),
    )
    assert searchable(book).similar_to("2025-02-01-b") == ()


def test_words_find_what_is_like_them() -> None:
    book = a_library(told("2025-01-01-a", CERTIFICATE))
    assert searchable(book).similar_to_words("TLS cert expired")[0].document.key == "2025-01-01-a"


def test_words_with_slips_and_synonyms_are_compared_by_what_they_mean() -> None:
    for library, questions in ((ours(), QUESTIONS), (ferries(), FERRY_QUESTIONS)):
        found = [[each.document.key for each in library.similar_to_words(typed)] for typed, *_ in questions]
        ranks = [
            next((1 / place for place, id in enumerate(ids, 1) if id in right), 0)
            for ids, (_, right, *_) in zip(found, questions, strict=True)
        ]
        assert sum(ranks) / len(ranks) >= 0.92


def test_known_repeats_of_our_own_come_first() -> None:
    pairs = {
        "2025-11-18-cloudflare-bot-feature-file": "2019-07-02-cloudflare-waf-regex",
        "2018-10-21-github-mysql-partition": "2017-01-31-gitlab-db-deletion",
        "2019-10-21-docs-rs-disk-full": "2019-05-30-k8s-prow-io-throttling",
    }
    for id, nearest in pairs.items():
        assert ours().similar_to(id)[0].document.key == nearest


def test_power_peg_has_no_like() -> None:
    assert ours().similar_to("2012-08-01-knight-capital-power-peg") == ()


def test_known_repeats_of_the_book_of_fiction_are_among_the_first_three() -> None:
    library = ferries()
    known = [(incident.id, other.incident) for incident in library.book.incidents for other in incident.related]
    assert len(known) >= 8
    for id, repeat in known:
        assert repeat in [found.document.key for found in library.similar_to(id, 3, is_strict=False)], id


def test_most_of_the_failings_that_an_engineer_calls_the_same_are_first() -> None:
    lines = (CASES / "search" / "same_failing.tsv").read_text(encoding="utf-8").splitlines()
    expected = [line.split("\t") for line in lines if not line.startswith("#")]
    shown = [[found.document.key in same for found in ferries().similar_to(id, 3)] for id, same in expected]
    first = [is_same[:1] == [True] for is_same, (_, same) in zip(shown, expected, strict=True) if same]
    every = [is_same for group in shown for is_same in group]
    assert sum(first) / len(first) >= 0.75
    assert sum(every) / len(every) >= 0.54


def test_most_of_the_first_three_are_alike_as_readers_judge() -> None:
    lines = (CASES / "search" / "alike.tsv").read_text(encoding="utf-8").splitlines()
    groups = [set(line.split("\t")[1].split()) for line in lines if not line.startswith("#")]
    for library, least in ((ours(), 0.8), (ferries(), 0.88)):
        named = {(one.id, other.incident) for one in library.book.incidents for other in one.related}
        shown = [
            (place, (id, found.document.key) in named | {(other, one) for one, other in named}
             or any({id, found.document.key} <= group for group in groups))
            for id in library.index.numbers
            for place, found in enumerate(library.similar_to(id, 3))
        ]  # fmt: skip
        first = [is_alike for place, is_alike in shown if not place]
        assert sum(is_alike for _, is_alike in shown) / len(shown) >= least
        assert sum(first) / len(first) >= 0.9
