import csv
import io
import json
from xml.etree.ElementTree import fromstring

from pirgen.reports.notice import marked

NOTICE = 'Training data: "nothing" here, <b>at all</b>, happened'


def test_without_a_notice_every_file_stays_as_it_is() -> None:
    assert marked("a.csv", "id\n1\n", "") == "id\n1\n"
    assert marked("a.json", "{}\n", "") == "{}\n"


def test_a_table_gets_a_last_column() -> None:
    text = marked("trends/quarters.csv", 'name,note\n1,"a, ""b""\nc"\n', NOTICE)
    assert list(csv.reader(io.StringIO(text))) == [
        ["name", "note", "notice"],
        ["1", 'a, "b"\nc', NOTICE],
    ]


def test_a_document_gets_a_first_key_however_it_is_laid_out() -> None:
    for text in ('{"version":1,"incidents":[\n]}\n', '{\n  "version": 1,\n  "incidents": []\n}\n'):
        document = json.loads(marked("incidents.json", text, NOTICE))
        assert document == {"notice": NOTICE, "version": 1, "incidents": []}
        assert next(iter(document)) == "notice"


def test_a_document_keeps_its_layout() -> None:
    text = marked("actions.json", '{\n  "version": 1\n}\n', "Training data")
    assert text == '{\n  "notice": "Training data",\n  "version": 1\n}\n'


def test_a_feed_gets_a_subtitle_and_each_entry_a_first_sentence() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom">\n  <title>Reviews</title>\n'
        "  <entry>\n    <title>One</title>\n    <summary>It broke.</summary>\n  </entry>\n</feed>\n"
    )
    root = fromstring(marked("feed.xml", feed, NOTICE))
    atom = "{http://www.w3.org/2005/Atom}"
    assert [element.text for element in root.iter(f"{atom}subtitle")] == [NOTICE]
    assert [element.text for element in root.iter(f"{atom}summary")] == [f"{NOTICE} It broke."]


def test_text_and_markdown_begin_with_it() -> None:
    assert marked("actions.txt", "2 open\n", "Training data") == "Training data\n\n2 open\n"
    assert marked("actions.md", "**2 open**\n", "Training data") == "> Training data\n\n**2 open**\n"
    assert marked("llms.md", "# Reviews\n\nText\n", "Training data") == "# Reviews\n\n> Training data\n\nText\n"


def test_a_page_shows_it_as_text_and_not_as_html() -> None:
    html = marked("page.html", "<h1>Checkout</h1>", NOTICE)
    assert html.startswith(
        '<p class="pirgen-notice" role="note">Training data: &quot;nothing&quot; here, &lt;b&gt;'
    )
    assert html.endswith("<h1>Checkout</h1>")


def test_what_holds_nothing_of_the_incidents_is_left_alone() -> None:
    assert marked("assets/pirgen.css", "a {}", NOTICE) == "a {}"
    assert marked("schemas/pir.schema.json", "{}", NOTICE) == "{}"
