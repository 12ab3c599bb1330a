from datetime import date
from xml.etree import ElementTree

from pirgen.model import ReviewStatus
from pirgen.pages.feed import FEED
from tests.pages.books import a_book, a_review, an_incident, pages_of

ATOM = "{http://www.w3.org/2005/Atom}"
BOOK = a_book(
    an_incident("2024-01-10-a", title="Orders & *more*\x07 failed"),
    an_incident("2024-02-10-b"),
    an_incident("2024-03-10-c"),
    a_review("2024-01-10-a", published=date(2024, 4, 1)),
    a_review("2024-02-10-b"),
    a_review("2024-03-10-c", status=ReviewStatus.DRAFT),
)


def feed_of(**settings: str) -> str:
    return {asset.path: asset.text for asset in pages_of(BOOK, **settings)["index.md"].assets}.get(FEED, "")


def test_published_reviews_come_newest_first_with_their_addresses() -> None:
    root = ElementTree.fromstring(feed_of(site_url="https://example.org/x/", site_name="Ours"))
    found = [
        (entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in root.iter(f"{ATOM}entry")
    ]
    assert found == [
        ("https://example.org/x/incidents/2024-01-10-a/", "2024-04-01T00:00:00Z"),
        ("https://example.org/x/incidents/2024-02-10-b/", "2024-02-10T00:00:00Z"),
    ]
    assert root.findtext(f"{ATOM}title") == "Ours"
    assert root.findtext(f"{ATOM}updated") == "2024-04-01T00:00:00Z"


def test_text_is_plain_and_can_be_written_in_xml() -> None:
    root = ElementTree.fromstring(feed_of(site_url="https://example.org/"))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "SEV-2: Orders & more failed"


def test_without_an_address_there_is_no_feed() -> None:
    assert feed_of() == ""
