import json
from datetime import date
from xml.etree import ElementTree

import feedparser

from pirgen.model import ReviewStatus
from pirgen.pages.data.feeds import FEED, JSON_FEED
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
SITE = "https://example.org/x/"


def feed_of(path: str = FEED, **settings: object) -> str:
    return {asset.path: asset.text for asset in pages_of(BOOK, **settings)["index.md"].assets}.get(path, "")


def test_published_reviews_come_newest_first_with_their_addresses() -> None:
    parsed = feedparser.parse(feed_of(site_url=SITE, site_name="Ours"))
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert [(entry.id, entry.link, entry.updated) for entry in parsed.entries] == [
        (f"{SITE}incidents/2024-01-10-a", f"{SITE}incidents/2024-01-10-a/", "2024-04-01T00:00:00Z"),
        (f"{SITE}incidents/2024-02-10-b", f"{SITE}incidents/2024-02-10-b/", "2024-02-10T00:00:00Z"),
    ]
    assert parsed.feed.title == "Ours"
    assert parsed.feed.updated == "2024-04-01T00:00:00Z"


def test_text_is_plain_and_can_be_written_in_xml() -> None:
    root = ElementTree.fromstring(feed_of(site_url="https://example.org/"))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "SEV-2: Orders & more failed"


def test_without_an_address_there_is_no_feed() -> None:
    assert feed_of() == feed_of(JSON_FEED) == ""


def test_an_entry_moves_when_its_files_change_and_keeps_its_id() -> None:
    changes = {"2024-02-10-b/pir.yaml": (date(2024, 2, 12), date(2024, 6, 1))}
    before, after = (
        feedparser.parse(feed_of(site_url=SITE, directory_urls=urls, changes=days))
        for urls, days in ((True, {}), (False, changes))
    )
    assert [entry.id for entry in before.entries] == [entry.id for entry in after.entries]
    assert [entry.updated[:10] for entry in after.entries] == ["2024-04-01", "2024-06-01"]
    assert [entry.published[:10] for entry in after.entries] == ["2024-04-01", "2024-02-10"]
    assert after.feed.updated == "2024-06-01T00:00:00Z"
    assert after.entries[0].link == f"{SITE}incidents/2024-01-10-a.html"


def test_the_json_feed_says_the_same() -> None:
    atom = feedparser.parse(feed_of(site_url=SITE))
    feed = json.loads(feed_of(JSON_FEED, site_url=SITE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}feed.json"
    assert [
        (item["id"], item["url"], item["content_text"], item["date_modified"]) for item in feed["items"]
    ] == [(entry.id, entry.link, entry.summary, entry.updated) for entry in atom.entries]
