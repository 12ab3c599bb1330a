"""The trends page: charts, tables, CSV and lists say the same, and what must not be said is not."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag

from pirgen.analysis.statistics import compute
from pirgen.model import Book, Impact, ReviewStatus, Vocabulary
from pirgen.model.vocabulary import SeverityLevel
from pirgen.pages import Page, Settings
from pirgen.pages.site import Site
from pirgen.pages.trends.lists import MOST_TABLED, Listing, ListPart, ListSection
from tests.pages.books import a_book, a_review, an_incident, pages_of
from tests.pages.long_book import AS_OF, a_long_book
from tests.pages.numbers import Numbers, target_of

SEVERITIES = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"]
MONTHLY = timedelta(days=30)


@dataclass(frozen=True)
class Link:
    """A number: where it leads, and the chart or table that it stands in."""

    count: int
    href: str
    chart: str
    is_in_table: bool


class Shown:
    """What a reader sees of a page."""

    def __init__(self, page: Page) -> None:
        self.html = page.html
        soup = BeautifulSoup(page.html, "html.parser")
        drawn = soup.select("svg[aria-labelledby]")
        self.charts = [chart_of(svg) for svg in drawn]
        self.bars = len(soup.select("svg.pirgen-share"))
        self.marks = [(str(a["aria-label"]), target_of(a)) for svg in drawn for a in svg.select("a")]
        self.links = [
            Link(
                int(str(a["data-count"])),
                target_of(a),
                chart_of(a.find_parent("svg")),
                bool(a.find_parent("table")),
            )
            for a in soup.select("a[data-count]")
        ]


def chart_of(svg: Tag | None) -> str:
    return str(svg["aria-labelledby"]).removesuffix("-title") if svg else ""


def trends_of(book: Book, as_of: date = AS_OF) -> tuple[Page, dict[str, Page]]:
    pages = pages_of(book, as_of=as_of)
    return pages["trends.md"], pages


def csv_of(page: Page, name: str) -> list[dict[str, str]]:
    asset = next(asset for asset in page.assets if asset.path == f"trends/{name}.csv")
    return list(csv.DictReader(io.StringIO(asset.text)))


@pytest.fixture(scope="module")
def long_trends() -> tuple[Page, dict[str, Page]]:
    return trends_of(a_long_book(90, MONTHLY))


@pytest.mark.parametrize("count", [1, 4, 5, 90, 700])
def test_every_number_leads_to_as_many_rows_as_it_says(count: int) -> None:
    book = a_long_book(count, MONTHLY if count < 100 else timedelta(days=4))
    numbers = Numbers.of(Site(compute(book, AS_OF), Settings(AS_OF)).lists())
    assert numbers.wrong("trends/") == []
    assert numbers.lone("trends/") == []
    assert numbers.count("trends/") > min(count, 600)


def test_every_heading_of_a_list_counts_the_rows_below_it(long_trends: tuple[Page, dict[str, Page]]) -> None:
    _, pages = long_trends
    lists = [page for page in pages.values() if "pirgen-trend-list" in page.html]
    headings = [each for page in lists for each in BeautifulSoup(page.html, "html.parser").select("h2, h3")]
    counted = [
        (each.text, re.search(r"\((\d+)\)", each.text), each.find_parent("section")) for each in headings
    ]
    said = [(text, int(number[1])) for text, number, _ in counted if number]
    assert said == [(text, len(section.select("[data-row]"))) for text, _, section in counted if section]
    assert {heading.name for heading in headings} == {"h2", "h3"}


@pytest.mark.parametrize(
    ("rows", "target"), [(600, "trends/triggers.md#deploy"), (601, "incidents/index.md?trigger=deploy")]
)
def test_numbers_of_more_than_600_rows_lead_to_the_list_of_incidents(rows: int, target: str) -> None:
    chosen = (("trigger", "deploy"),)
    part = ListPart("deploy", "", (an_incident("2026-01-01-slow"),) * rows, chosen)
    section = ListSection("all-deploy", "Deploy", (part,), chosen)
    assert Listing("trends/triggers.md", "Triggers", "", (section,)).target("deploy") == target


@pytest.mark.parametrize(("name", "chart"), [("quarters", "by-quarter"), ("years", "by-year")])
def test_chart_table_and_csv_of_the_periods_say_the_same(
    long_trends: tuple[Page, dict[str, Page]], name: str, chart: str
) -> None:
    page, _ = long_trends
    links = [link for link in Shown(page).links if link.href.startswith(f"{name}/#")]
    marks = {link.href: link.count for link in links if link.chart == chart}
    cells = {link.href: link.count for link in links if link.is_in_table}
    assert marks.items() <= cells.items()
    rows = csv_of(page, name)
    for row in rows:
        id = f"in-{row[name[:-1]].lower().replace(' ', '-')}"
        for severity in SEVERITIES:
            assert marks.get(f"{name}/#{id}-{severity.lower()}", 0) == int(row[severity])
        assert marks.get(f"{name}/#near-misses-{id}", 0) == int(row["near_misses"])
        assert cells.get(f"{name}/#{id}", 0) == int(row["incidents"])
        assert marks.get(f"{name}/#{id}", int(row["incidents"])) == int(row["incidents"])
        assert int(row["incidents"]) == sum(int(row[severity]) for severity in SEVERITIES)


def test_near_misses_are_in_no_sum(long_trends: tuple[Page, dict[str, Page]]) -> None:
    book = a_long_book(90, MONTHLY)
    missed = sum(incident.is_near_miss for incident in book.incidents)
    page, _ = long_trends
    for name in ("quarters", "years"):
        rows = csv_of(page, name)
        assert sum(int(row["near_misses"]) for row in rows) == missed
        assert sum(int(row["incidents"]) for row in rows) == len(book.incidents) - missed
    assert f", plus {missed} near misses (not included)" in page.html


@pytest.mark.parametrize(
    ("name", "column"),
    [("categories", "Category"), ("triggers", "Trigger"), ("detection", "Found by"), ("services", "Service")],
)
def test_table_and_csv_of_the_classes_say_the_same(
    long_trends: tuple[Page, dict[str, Page]], name: str, column: str
) -> None:
    page, _ = long_trends
    links = [link for link in Shown(page).links if link.href.startswith(f"{name}/#") and link.is_in_table]
    if name == "services":
        links = links[: len(links) // 2]  # the same rows follow by count
    rows = csv_of(page, name)
    expected = [int(row[kind]) for row in rows for kind in ("incidents", "near_misses") if row[kind] != "0"]
    assert [link.count for link in links] == expected
    table = page.html[page.html.index(f'<th scope="col">{column}</th>') :].split("</table>", 1)[0]
    titles = re.findall(r'<th scope="row">(?:<a[^>]*>)?([^<]*)', table)
    assert titles == [row[column.lower().replace(" ", "_")] for row in rows]


def test_chart_table_and_csv_of_open_actions_say_the_same(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    links = [link for link in Shown(page).links if re.search(r"\?open-at=\d", link.href)]
    marks = [link.count for link in links if link.chart]
    table = [link.count for link in links if link.is_in_table]
    assert marks == table[::-1] == [int(row["open_actions"]) for row in csv_of(page, "open-actions")]
    assert len(marks) == 12


def test_dots_table_and_csv_of_durations_say_the_same(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    rows = csv_of(page, "durations")
    marks = [href for label, href in Shown(page).marks if label.startswith(("mitigated", "resolved"))]
    for row in rows:
        expected = bool(row["minutes_to_mitigated"]) + bool(row["minutes_to_resolved"])
        assert marks.count(f"../incidents/{row['incident']}/") == expected
    assert len(marks) == sum(
        bool(row[name]) for row in rows for name in ("minutes_to_mitigated", "minutes_to_resolved")
    )
    table = page.html[page.html.index("Mitigated after</th>") :].split("</table>", 1)[0]
    assert table.count('<th scope="row">') == min(len(rows), MOST_TABLED)


def test_dots_table_and_csv_of_reviews_say_the_same(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    rows = csv_of(page, "reviews")
    labels = [label for label, _ in Shown(page).marks if "after the start" in label]
    assert sorted(int(label.split()[0]) for label in labels) == sorted(int(row["days"]) for row in rows)
    table = page.html[page.html.index("After the start</th>") :].split("</table>", 1)[0]
    days = re.findall(r'data-label="After the start">(\d+) days?<', table)
    assert days == [row["days"] for row in reversed(rows)][:MOST_TABLED]


def test_fewer_than_five_make_tables_and_five_make_charts() -> None:
    few = Shown(trends_of(a_book(*(an_incident(f"2025-0{month}-01-x") for month in range(1, 5))))[0])
    assert (few.charts, few.bars) == ([], 0)
    assert "Charts need at least 5." in few.html
    enough = Shown(trends_of(a_book(*(an_incident(f"2025-0{month}-01-x") for month in range(1, 6))))[0])
    assert enough.charts == ["by-quarter", "durations-chart"]
    assert enough.bars


def test_near_misses_do_not_make_five() -> None:
    incidents = [
        an_incident(f"2025-0{month}-01-x", impact=None if month > 4 else Impact("x")) for month in range(1, 8)
    ]
    assert Shown(trends_of(a_book(*incidents))[0]).charts == []


def test_no_incident_makes_a_sentence() -> None:
    page, pages = trends_of(a_book())
    assert "No incident is recorded yet." in page.html
    assert [path for path in pages if path.startswith("trends/")] == []


def test_the_running_quarter_is_marked_in_chart_table_and_csv() -> None:
    incidents = [an_incident(f"2025-0{month}-01-x") for month in range(1, 8)]
    page, _ = trends_of(a_book(*incidents), as_of=date(2025, 8, 1))
    assert [(row["quarter"], row["is_over"]) for row in csv_of(page, "quarters")] == [
        ("2025 Q1", "yes"),
        ("2025 Q2", "yes"),
        ("2025 Q3", "no"),
    ]
    assert page.html.count('class="pirgen-chart-running"') == 1
    assert '<text class="pirgen-chart-running-words"' in page.html
    assert '2025 Q3 <span class="pirgen-quiet">not over</span>' in page.html


@pytest.mark.parametrize(("quarters", "kinds"), [(20, ["quarter"]), (21, ["quarter", "year"])])
def test_many_quarters_are_shown_by_year_too(quarters: int, kinds: list[str]) -> None:
    first = date(2026, 1, 1) - timedelta(days=91 * (quarters - 1))
    incidents = [an_incident(f"{first}-a"), *(an_incident(f"2026-01-0{day}-x") for day in range(1, 6))]
    charts = Shown(trends_of(a_book(*incidents))[0]).charts
    assert [chart for chart in charts if chart.startswith("by-")] == [f"by-{kind}" for kind in kinds]


def test_more_quarters_than_can_be_seen_are_left_to_the_years() -> None:
    incidents = [an_incident("1999-01-01-a"), *(an_incident(f"2026-01-0{day}-x") for day in range(1, 6))]
    page, _ = trends_of(a_book(*incidents))
    assert len(csv_of(page, "quarters")) == 40
    assert len(csv_of(page, "years")) == 28
    assert "The latest 40 quarters are shown; earlier ones are in the table of years." in page.html


def test_only_the_latest_incidents_are_dots_and_the_rest_is_said() -> None:
    page, _ = trends_of(a_book(*(an_incident(f"2025-01-01-{place:03}") for place in range(310))))
    assert len([label for label, _ in Shown(page).marks if label.startswith("mitigated")]) == 100
    assert "The latest 100 are drawn; 210 earlier ones are only in the CSV." in page.html
    assert "The table has the latest 40." in page.html
    assert len(csv_of(page, "durations")) == 310


def test_services_stand_by_the_alphabet_and_by_count_only_when_asked() -> None:
    book = a_book(
        an_incident("2025-01-01-a", services=("web", "api")), an_incident("2025-01-02-b", services=("web",))
    )
    before, asked = trends_of(book)[0].html.split("<summary>The same by count</summary>")
    assert re.findall(r">(api|web)</a></th>", before) == ["api", "web"]
    assert re.findall(r">(api|web)</a></th>", asked) == ["web", "api"]


def test_services_of_similar_names_have_lists_of_their_own() -> None:
    page, _ = trends_of(a_book(an_incident(services=("a b", "a-b", "A B"))))
    links = {link.href for link in Shown(page).links if link.href.startswith("services/#")}
    assert links == {"services/#of-a-b", "services/#of-a-b-2", "services/#of-a-b-3"}


def test_actions_without_dates_are_counted_in_words(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    assert re.search(
        r'data-count="(\d+)" href="\.\./actions/\?open-at=no-dates">\1 actions</a> cannot be placed', page.html
    )


def test_incidents_that_wait_for_a_review_are_listed_with_what_was_promised() -> None:
    book = a_book(
        an_incident("2026-01-30-fresh", severity="SEV-1"),
        an_incident("2026-01-01-late", severity="SEV-2"),
        an_incident("2026-01-02-nothing-promised", severity="SEV-3"),
        a_review("2026-01-01-late", status=ReviewStatus.DRAFT),
    )
    text = " ".join(re.sub(r"<[^>]*>", " ", trends_of(book)[0].html).split())
    assert "Reviews of SEV-1 and SEV-2 are due within 14 days of the start." in text
    assert "2 incidents of SEV-1 or SEV-2 have none." in text
    assert "started 2 days ago, within the 14" in text
    assert "started 31 days ago, past the 14 ✎ Draft" in text


def test_a_vocabulary_that_promises_no_review_has_no_such_list() -> None:
    vocabulary = Vocabulary(severities=(SeverityLevel("P1", "High", "All", "Down", "now"),))
    html = trends_of(a_book(an_incident(severity="P1"), vocabulary=vocabulary))[0].html
    assert "promised" not in html
    assert 'id="waiting"' not in html


def test_what_reviews_say_comes_before_any_number() -> None:
    book = a_book(an_incident(), a_review(surprises=("It rained.", "Twice."), got_lucky=("A Sunday.",)))
    html = trends_of(book)[0].html
    assert html.index("It rained.") < html.index("A Sunday.") < html.index('id="severity"')
    assert "Twice." not in html
    assert 'href="../incidents/2025-03-01-checkout/#surprises"' in html


def test_nothing_stands_for_many_times(long_trends: tuple[Page, dict[str, Page]]) -> None:
    for path, page in long_trends[1].items():
        if path.startswith("trends"):
            texts = [page.html, *(asset.text for asset in page.assets)]
            assert not re.search(r"MTT|\b(median|average|mean|percentile|quartile)\b", " ".join(texts)), path


def test_a_title_is_never_markup_in_a_chart() -> None:
    incidents = [an_incident(f"2025-0{month}-01-x", title='<b onclick="x">&') for month in range(1, 6)]
    page, _ = trends_of(a_book(*incidents))
    assert "<b onclick" not in page.html
    assert "&lt;b onclick=&#34;x&#34;&gt;&amp;" in page.html
