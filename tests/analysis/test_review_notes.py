from pirgen.analysis.review_notes import review_notes
from pirgen.model import ReviewStatus
from tests.pages.books import a_book, a_review, an_incident


def test_published_reviews_speak_the_latest_first() -> None:
    ids = ("2025-01-01-a", "2025-02-01-b", "2025-03-01-c", "2025-04-01-d")
    reviews = (
        a_review(ids[0], surprises=("First.", "Second.")),
        a_review(ids[1]),
        a_review(ids[2], surprises=("Third.",)),
        a_review(ids[3], surprises=("Not yet.",), status=ReviewStatus.DRAFT),
    )
    book = a_book(*(an_incident(id) for id in ids), *reviews)
    found = review_notes(book, lambda review: review.surprises)
    assert [(saying.incident.id, saying.texts) for saying in found] == [
        (ids[2], ("Third.",)),
        (ids[0], ("First.", "Second.")),
    ]
