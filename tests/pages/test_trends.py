"""The trends page: charts, tables, CSV and lists say the same, and what must not be said is not."""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest

from pirgen.model import Book, Impact, ReviewStatus, Vocabulary
from pirgen.model.vocabulary import SeverityLevel
from pirgen.pages import Page
from pirgen.pages.links import address
from tests.pages.books import a_book, a_review, an_incident, pages_of
from tests.pages.long_book import AS_OF, a_long_book

SEVERITIES = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"]
MONTHLY = timedelta(days=30)


@dataclass
class Link:
    """A link with a count: where it is, where it leads, and what it says."""

    count: int
    href: str
    text: str
    chart: str
    is_in_table: bool


@dataclass
class Rows(HTMLParser):
    """What a page counts, and how many rows each of its places holds."""

    html: str
    links: list[Link] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    bars: int = 0
    charts: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[str, list[str]]] = field(default_factory=list)
    _chart: str = ""
    _is_counting: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "svg" and values["class"] == "pirgen-share":
            self.bars += 1
        if tag == "svg" and "aria-labelledby" in values:
            self._chart = values["aria-labelledby"].removesuffix("-title")
            self.charts.append(self._chart)
        ids = [values["id"]] if "id" in values else []
        if ids and tag in ("h2", "h3"):
            section = next((ids for name, ids in reversed(self._open) if name == "section"), None)
            if section is not None:
                section += ids
        self._open.append((tag, ids))
        self.rows.update({id: self.rows.get(id, 0) for id in ids})
        if "data-row" in values:
            for id in {id for _, ids in self._open for id in ids}:
                self.rows[id] = self.rows.get(id, 0) + 1
        if tag == "a" and self._chart:
            self.marks.append((values["aria-label"], values["href"]))
        if tag == "a" and "data-count" in values:
            self._is_counting = True
            is_in_table = any(name == "table" for name, _ in self._open)
            self.links.append(Link(int(values["data-count"]), values["href"], "", self._chart, is_in_table))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Shapes, which hold nothing."""

    def handle_data(self, data: str) -> None:
        if self._is_counting:
            self.links[-1].text += f" {data}"

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        self._chart = "" if tag == "svg" else self._chart
        self._is_counting = self._is_counting and tag != "a"


def trends_of(book: Book, as_of: date = AS_OF) -> tuple[Page, dict[str, Page]]:
    pages = pages_of(book, as_of=as_of)
    return pages["trends.md"], pages


def csv_of(page: Page, name: str) -> list[dict[str, str]]:
    asset = next(asset for asset in page.assets if asset.path == f"trends/{name}.csv")
    return list(csv.DictReader(io.StringIO(asset.text)))


@pytest.fixture(scope="module")
def long_trends() -> tuple[Page, dict[str, Page]]:
    return trends_of(a_long_book(90, MONTHLY))


@pytest.mark.parametrize("count", [1, 4, 5, 90])
def test_every_number_leads_to_as_many_rows(count: int) -> None:
    page, pages = trends_of(a_long_book(count, MONTHLY))
    by_address = {address(path, True): other for path, other in pages.items()}
    checked = 0
    for link in Rows(page.html).links:
        path, _, fragment = link.href.partition("#")
        target = f"trends/{path}" if path else address("trends.md", True)
        if path.startswith(".."):
            continue  # pages of other kinds have tests of their own
        assert Rows(by_address[target].html).rows[fragment] == link.count, link.href
        checked += 1
    assert checked > count


def test_a_number_says_what_it_counts(long_trends: tuple[Page, dict[str, Page]]) -> None:
    for link in Rows(long_trends[0].html).links:
        assert re.search(rf"\b{link.count:,}\b", link.text), link


@pytest.mark.parametrize(("name", "chart"), [("quarters", "by-quarter"), ("years", "by-year")])
def test_chart_table_and_csv_of_the_periods_say_the_same(
    long_trends: tuple[Page, dict[str, Page]], name: str, chart: str
) -> None:
    page, _ = long_trends
    links = [link for link in Rows(page.html).links if link.href.startswith(f"{name}/#")]
    marks = {link.href: link.count for link in links if link.chart == chart}
    cells = {link.href: link.count for link in links if link.is_in_table}
    totals = {href: count for href, count in cells.items() if href not in marks}
    assert marks.items() <= cells.items()
    rows = csv_of(page, name)
    assert sum(int(row["incidents"]) for row in rows) == sum(totals.values())
    for row in rows:
        id = f"in-{row[name[:-1]].lower().replace(' ', '-')}"
        for severity in SEVERITIES:
            assert marks.get(f"{name}/#{id}-{severity.lower()}", 0) == int(row[severity])
        assert marks.get(f"{name}/#near-misses-{id}", 0) == int(row["near_misses"])
        assert totals.get(f"{name}/#{id}", 0) == int(row["incidents"])
        assert int(row["incidents"]) == sum(int(row[severity]) for severity in SEVERITIES)


def test_near_misses_are_in_no_sum(long_trends: tuple[Page, dict[str, Page]]) -> None:
    book = a_long_book(90, MONTHLY)
    missed = sum(incident.is_near_miss for incident in book.incidents)
    page, _ = long_trends
    for name in ("quarters", "years"):
        rows = csv_of(page, name)
        assert sum(int(row["near_misses"]) for row in rows) == missed
        assert sum(int(row["incidents"]) for row in rows) == len(book.incidents) - missed
    assert f"{missed} near misses apart, in no sum" in page.html


@pytest.mark.parametrize(
    ("name", "column"),
    [("categories", "Category"), ("triggers", "Trigger"), ("detection", "Found by"), ("services", "Service")],
)
def test_table_and_csv_of_the_classes_say_the_same(
    long_trends: tuple[Page, dict[str, Page]], name: str, column: str
) -> None:
    page, _ = long_trends
    links = [link for link in Rows(page.html).links if link.href.startswith(f"{name}/#") and link.is_in_table]
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
    links = [link for link in Rows(page.html).links if link.href.startswith("open-actions/#open-in-")]
    marks = [link.count for link in links if link.chart]
    table = [link.count for link in links if link.is_in_table]
    assert marks == table[::-1] == [int(row["open_actions"]) for row in csv_of(page, "open-actions")]
    assert len(marks) == 12


def test_dots_table_and_csv_of_durations_say_the_same(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    rows = csv_of(page, "durations")
    marks = [href for label, href in Rows(page.html).marks if label.startswith(("mitigated", "resolved"))]
    for row in rows:
        expected = bool(row["minutes_to_mitigated"]) + bool(row["minutes_to_resolved"])
        assert marks.count(f"../incidents/{row['incident']}/") == expected
    assert len(marks) == sum(
        bool(row[name]) for row in rows for name in ("minutes_to_mitigated", "minutes_to_resolved")
    )
    table = page.html[page.html.index("Mitigated after</th>") :].split("</table>", 1)[0]
    assert table.count('<th scope="row">') == len(rows)


def test_dots_table_and_csv_of_reviews_say_the_same(long_trends: tuple[Page, dict[str, Page]]) -> None:
    page, _ = long_trends
    rows = csv_of(page, "reviews")
    labels = [label for label, _ in Rows(page.html).marks if "after the start" in label]
    assert sorted(int(label.split()[0]) for label in labels) == sorted(int(row["days"]) for row in rows)
    table = page.html[page.html.index("Days</th>") :].split("</table>", 1)[0]
    days = re.findall(r'data-label="Days">(\d+)', table)
    assert days == [row["days"] for row in reversed(rows)]


def test_fewer_than_five_make_tables_and_five_make_charts() -> None:
    few = Rows(trends_of(a_book(*(an_incident(f"2025-0{month}-01-x") for month in range(1, 5))))[0].html)
    assert (few.charts, few.bars) == ([], 0)
    assert "Fewer than 5 are not drawn." in few.html
    enough = Rows(trends_of(a_book(*(an_incident(f"2025-0{month}-01-x") for month in range(1, 6))))[0].html)
    assert enough.charts == ["by-quarter", "durations-chart"]
    assert enough.bars


def test_near_misses_do_not_make_five() -> None:
    incidents = [
        an_incident(f"2025-0{month}-01-x", impact=None if month > 4 else Impact("x")) for month in range(1, 8)
    ]
    assert Rows(trends_of(a_book(*incidents))[0].html).charts == []


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
    charts = Rows(trends_of(a_book(*incidents))[0].html).charts
    assert [chart for chart in charts if chart.startswith("by-")] == [f"by-{kind}" for kind in kinds]


def test_more_quarters_than_can_be_seen_are_left_to_the_years() -> None:
    incidents = [an_incident("1999-01-01-a"), *(an_incident(f"2026-01-0{day}-x") for day in range(1, 6))]
    page, _ = trends_of(a_book(*incidents))
    assert len(csv_of(page, "quarters")) == 60
    assert len(csv_of(page, "years")) == 28
    assert "The latest 60 quarters are shown; what came before is among the years." in page.html


def test_only_the_latest_incidents_are_dots_and_the_rest_is_said() -> None:
    page, _ = trends_of(a_book(*(an_incident(f"2025-01-01-{place:03}") for place in range(310))))
    assert len([label for label, _ in Rows(page.html).marks if label.startswith("mitigated")]) == 300
    assert "Shown are the latest 300; 10 earlier ones are in the CSV only." in page.html
    assert len(csv_of(page, "durations")) == 310


def test_services_stand_by_the_alphabet_and_by_count_only_when_asked() -> None:
    book = a_book(
        an_incident("2025-01-01-a", services=("web", "api")), an_incident("2025-01-02-b", services=("web",))
    )
    before, asked = trends_of(book)[0].html.split("<summary>The same by count</summary>")
    assert re.findall(r">(api|web)</a></th>", before) == ["api", "web"]
    assert re.findall(r">(api|web)</a></th>", asked) == ["web", "api"]


def test_services_of_similar_names_have_lists_of_their_own() -> None:
    book = a_book(an_incident(services=("a b", "a-b", "A B")))
    rows = Rows(trends_of(book)[1]["trends/services.md"].html).rows
    assert {id: rows[id] for id in ("of-a-b", "of-a-b-2", "of-a-b-3")} == {
        "of-a-b": 1,
        "of-a-b-2": 1,
        "of-a-b-3": 1,
    }


def test_actions_without_dates_are_counted_in_words() -> None:
    page, pages = trends_of(a_long_book(90, MONTHLY))
    match = re.search(
        r'data-count="(\d+)" href="open-actions/#left-out">\1 actions</a> cannot be placed', page.html
    )
    assert match
    assert Rows(pages["trends/open-actions.md"].html).rows["left-out"] == int(match[1])


def test_incidents_that_wait_for_a_review_are_listed_with_what_was_promised() -> None:
    book = a_book(
        an_incident("2026-01-30-fresh", severity="SEV-1"),
        an_incident("2026-01-01-late", severity="SEV-2"),
        an_incident("2026-01-02-nothing-promised", severity="SEV-3"),
        a_review("2026-01-01-late", status=ReviewStatus.DRAFT),
    )
    text = " ".join(re.sub(r"<[^>]*>", " ", trends_of(book)[0].html).split())
    assert "A review of SEV-1 or SEV-2 is promised within 14 days of the start." in text
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
