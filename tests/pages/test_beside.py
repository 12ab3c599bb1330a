"""What authors' links and pictures lead to, on every kind of page."""

import pytest

from pirgen.model import Book
from pirgen.pages.beside import Beside, Picture
from pirgen.pages.markdown import block, inline, unlinked
from tests.pages.books import an_incident

ID, OTHER = "2025-03-01-a", "2025-04-01-b"
BOOK = Book(
    incidents=(an_incident(ID), an_incident(OTHER)),
    attachments=frozenset(
        {f"{ID}/graphs/load.png", f"{ID}/two words.png", f"{ID}/gate.log", f"{OTHER}/own.csv"}
    ),
    picture_sizes={f"{ID}/graphs/load.png": (800, 400), f"{ID}/two words.png": (20, 10)},
)


def beside(page: str = f"incidents/{ID}.md", directory_urls: bool = True, *folders: str) -> Beside:
    return Beside(BOOK, page, directory_urls, folders or (ID,))


@pytest.mark.parametrize(
    ("url", "with_folders", "with_files", "from_a_list"),
    [
        ("gate.log", "gate.log", f"{ID}/gate.log", f"../incidents/{ID}/gate.log"),
        ("./gate.log#L3", "gate.log#L3", f"{ID}/gate.log#L3", f"../incidents/{ID}/gate.log#L3"),
        ("two%20words.png", "two%20words.png", f"{ID}/two%20words.png", f"../incidents/{ID}/two%20words.png"),
        (f"../{OTHER}/", f"../{OTHER}/", f"{OTHER}.html", f"../incidents/{OTHER}/"),
        (f"../{OTHER}#causes", f"../{OTHER}/#causes", f"{OTHER}.html#causes", f"../incidents/{OTHER}/#causes"),
        (f"../{OTHER}/own.csv", f"../{OTHER}/own.csv", f"{OTHER}/own.csv", f"../incidents/{OTHER}/own.csv"),
        ("#factors", "#factors", "#factors", f"../incidents/{ID}/#factors"),
        ("../../guide/", "../../guide/", "../guide/", "../guide/"),
        ("https://a.b/c?d#e", "https://a.b/c?d#e", "https://a.b/c?d#e", "https://a.b/c?d#e"),
        ("/handbook", "/handbook", "/handbook", "/handbook"),
    ],
)
def test_a_link_leads_to_the_same_from_every_page(
    url: str, with_folders: str, with_files: str, from_a_list: str
) -> None:
    assert beside().address(url) == with_folders
    assert beside(directory_urls=False).address(url) == with_files
    assert beside("lessons.md").address(url) == from_a_list


@pytest.mark.parametrize(
    "url",
    [
        *("none.log", "../2025-09-09-none/", "../../../../etc/passwd", "../../..", "..", "", "x:y", "..\\x"),
        *("//a.b/gate.log", "/\\a.b", "javascript:alert(1)", "JAVA\nSCRIPT:alert(1)", "data:text/html,x"),
        *("%2e%2e/%2e%2e/%2e%2e/x", "javascript%3Aalert(1)", "%6aavascript:alert(1)", "\x01gate.log"),
    ],
)
def test_what_is_not_there_or_may_not_be_followed_has_no_address(url: str) -> None:
    for each in (beside(), beside(directory_urls=False), beside("lessons.md"), Beside(BOOK, "index.md", True)):
        assert each.address(url) == ""
        assert each.picture(url) is None


def test_a_picture_is_shown_by_the_page_of_its_incident_only() -> None:
    assert beside().picture("graphs/load.png") == Picture("graphs/load.png", 800, 400)
    assert beside("lessons.md").picture("graphs/load.png") is None
    assert beside().picture("gate.log") is None


def test_the_page_of_a_covered_incident_finds_files_of_both_folders() -> None:
    covered = Beside(BOOK, f"incidents/{OTHER}.md", True, (OTHER, ID))
    assert covered.address("own.csv") == "own.csv"
    assert covered.picture("graphs/load.png") == Picture(f"../{ID}/graphs/load.png", 800, 400)


def test_a_picture_in_a_text_has_its_words_and_its_size_and_leads_to_itself() -> None:
    picture = (
        '<a href="graphs/load.png"><img src="graphs/load.png" alt="Load of both" width="800" height="400"'
        ' class="pirgen-picture" loading="lazy" decoding="async"></a>'
    )
    text = "![Load of *both*](graphs/load.png)"
    assert inline(text, beside()) == picture
    assert block(text, beside()) == f"<p>{picture}</p>"
    assert inline(text, beside("lessons.md")) == (
        f'<a href="../incidents/{ID}/graphs/load.png">Load of both</a>'
    )
    assert (inline(text), unlinked(text)) == ("Load of both", "Load of both")


def test_a_picture_in_a_link_leads_where_the_link_does() -> None:
    html = inline("[![Load](graphs/load.png)](https://a.b/)", beside())
    assert html.startswith('<a href="https://a.b/"><img src="graphs/load.png"')
    assert html.count("<a ") == 1


def test_what_leads_nowhere_is_words() -> None:
    assert inline("See [the log](none.log), ![a picture](none.png)", beside()) == "See the log, a picture"


def test_a_drawing_leads_on_from_a_page_without_directory_addresses() -> None:
    written = (f"../{OTHER}/#gate-x", "gate.log", "#factor-a", "https://a.b/c?d&amp;e", "mailto:a@b.c")
    svg = "".join(f'<a xlink:href="{link}"></a>' for link in written)
    assert beside().drawing(svg) == svg
    led = (f"{OTHER}.html#gate-x", f"{ID}/gate.log", *written[2:])
    assert beside(directory_urls=False).drawing(svg) == "".join(f'<a xlink:href="{link}"></a>' for link in led)
