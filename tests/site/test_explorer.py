"""The list of incidents in a browser: filters, counts, order and address, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.conftest import written
from tests.site.browser import served
from tests.site.conftest import CONFIG, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
FACETS = (
    "severity",
    "service",
    "category",
    "year",
    "detection",
    "trigger",
    "impact",
    "status",
    "review",
    "tag",
)


class _StaticRows(HTMLParser):
    """What the rows of the page say before any script has run, by the incident's id."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self.rows: dict[str, dict[str, list[str]]] = {}
        self._values: dict[str, list[str]] | None = None
        self.feed((site / "incidents" / "index.html").read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "tr" and "data-row" in values:
            self._values = {
                key: [unquote(value) for value in values.get(f"data-{key}", "").split("|") if value]
                for key in FACETS
            }
        elif tag == "a" and self._values is not None:
            self.rows[values["href"].strip("/")] = self._values
            self._values = None

    def having(self, **chosen: str | list[str]) -> list[str]:
        """The incidents that have one of the chosen values of each facet, in the order of the page."""
        wanted = {key: [value] if isinstance(value, str) else value for key, value in chosen.items()}
        return [
            id for id, values in self.rows.items() if all(set(wanted[key]) & set(values[key]) for key in wanted)
        ]


@pytest.fixture(scope="module")
def address(browser: Browser, our_site: tuple[Path, list[str]]) -> Iterator[str]:
    """The list of our own site, which lies under a path of its host."""
    with served(our_site[0].parent) as host:
        yield f"{host}/site/incidents/"


@pytest.fixture(scope="module")
def static(our_site: tuple[Path, list[str]]) -> _StaticRows:
    return _StaticRows(our_site[0])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a wide window, which must end without any error."""
    problems: list[str] = []
    page = browser.new_page(viewport=WIDE)
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    page.close()
    assert problems == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".pirgen-explorer-ready")
    return page


def shown(page: Page) -> list[str]:
    """The ids of the incidents in the table, in their order."""
    links = page.locator("tr[data-row] .pirgen-main > a")
    return [str(link.get_attribute("href")).strip("/").rsplit("/", 1)[-1] for link in links.all()]


def counts(page: Page, key: str) -> dict[str, int]:
    """What the form says of each value of a facet."""
    script = """(form, key) => Object.fromEntries(
        [...form.querySelectorAll(`input[name="${key}"]`)].map(
            input => [input.value, Number(input.closest("label").querySelector("b").textContent)]))"""
    return dict(page.locator("#incidents-facets").evaluate(script, key))


def url(page: Page) -> str:
    """The address as the page itself has it; Playwright hears of a change a moment later."""
    return str(page.evaluate("location.href"))


def choose(page: Page, key: str, value: str) -> None:
    box = page.locator(f'#incidents-facets input[name="{key}"][value="{value}"]')
    box.evaluate("box => { box.closest('details').open = true; box.closest('label').hidden = false }")
    box.click()


def status(page: Page) -> str:
    return page.locator("[role=status].pirgen-found-count").inner_text()


def chips(page: Page) -> list[str]:
    return page.locator(".pirgen-filters button").all_inner_texts()


def test_two_facets_together_and_the_same_rows_from_the_address(
    page: Page, address: str, static: _StaticRows
) -> None:
    expected = static.having(severity="SEV-1", category="configuration")
    assert 0 < len(expected) < len(static.rows)
    opened(page, address)
    assert shown(page) == list(static.rows)
    choose(page, "severity", "SEV-1")
    choose(page, "category", "configuration")
    assert shown(page) == expected
    assert url(page) == f"{address}?severity=SEV-1&category=configuration"
    assert chips(page) == ["Severity: SEV-1", "Factors in: Configuration"]
    assert status(page) == f"{len(expected)} of {len(static.rows)} incidents"
    page.reload()
    page.wait_for_selector(".pirgen-explorer-ready")
    assert shown(page) == expected
    assert chips(page) == ["Severity: SEV-1", "Factors in: Configuration"]


def test_values_of_one_facet_are_alternatives(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}?severity=SEV-3&severity=SEV-1&year=2019")
    assert shown(page) == static.having(severity=["SEV-1", "SEV-3"], year="2019")


def test_every_count_equals_the_rows_that_its_choice_leaves(
    page: Page, address: str, static: _StaticRows
) -> None:
    opened(page, f"{address}?severity=SEV-1&category=configuration&category=process")
    chosen = {"severity": ["SEV-1"], "category": ["configuration", "process"]}
    for key in FACETS:
        others = {other: values for other, values in chosen.items() if other != key}
        said = counts(page, key)
        assert said
        assert said == {value: len(static.having(**others, **{key: value})) for value in said}, key


def test_what_a_count_promises_a_click_keeps(page: Page, address: str) -> None:
    for key in ("severity", "detection", "impact", "year"):
        opened(page, address)
        for value, count in counts(page, key).items():
            choose(page, key, value)
            assert len(shown(page)) == count
            choose(page, key, value)


def test_words_may_stand_anywhere_and_in_any_order(page: Page, address: str) -> None:
    opened(page, address)
    page.fill("input[name=words]", "database GITLAB")
    assert shown(page) == ["2017-01-31-gitlab-db-deletion"]
    assert url(page).endswith("?words=database+GITLAB")
    assert chips(page) == ["Words: database GITLAB"]
    page.fill("input[name=words]", "zzzzqqqq")
    assert shown(page) == []
    assert status(page).startswith("0 of ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kubectl", "2025-08-12-2i2c-leap-namespace-deleted"),
        ("dmarc", "2017-01-31-gitlab-db-deletion"),
        ("waf-regex", "2019-07-02-cloudflare-waf-regex"),
        ("backtraking", "2019-07-02-cloudflare-waf-regex"),
    ],
)
def test_words_are_looked_for_in_the_whole_text(page: Page, address: str, words: str, expected: str) -> None:
    opened(page, f"{address}?words={words}")
    page.wait_for_function("() => document.querySelectorAll('tr[data-row]').length > 0")
    assert expected in shown(page)
    assert not page.is_visible(".md-search__output")


def test_an_empty_list_says_what_to_do(page: Page, address: str) -> None:
    opened(page, f"{address}?severity=SEV-1&year=2019&words=rustup")
    page.wait_for_timeout(500)
    nothing = page.locator(".pirgen-nothing")
    assert nothing.inner_text().startswith("No incident matches.")
    assert nothing.locator("a").get_attribute("href") == "../find/?words=rustup"
    nothing.get_by_role("button", name="Without the words").click()
    assert shown(page) == ["2019-07-02-cloudflare-waf-regex"]
    assert not nothing.is_visible()


def test_what_is_typed_in_one_go_is_one_step_back(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}?severity=SEV-1")
    page.locator("input[name=words]").press_sequentially("gitlab")
    assert shown(page) == ["2017-01-31-gitlab-db-deletion"]
    page.go_back()
    assert url(page) == f"{address}?severity=SEV-1"
    assert shown(page) == static.having(severity="SEV-1")
    assert page.input_value("input[name=words]") == ""
    page.go_forward()
    assert shown(page) == ["2017-01-31-gitlab-db-deletion"]


def test_back_and_forward_go_through_the_views(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, address)
    choose(page, "severity", "SEV-1")
    choose(page, "severity", "SEV-2")
    page.go_back()
    assert shown(page) == static.having(severity="SEV-1")
    assert page.is_checked('input[value="SEV-1"]')
    assert not page.is_checked('input[value="SEV-2"]')
    page.go_back()
    assert shown(page) == list(static.rows)
    page.go_forward()
    assert shown(page) == static.having(severity="SEV-1")


def test_values_that_no_incident_has_are_said_and_break_nothing(page: Page, address: str) -> None:
    opened(page, f"{address}?severity=SEV-9&tag=constructor&year=__proto__&sort=colour&unknown=1")
    assert shown(page) == []
    assert chips(page) == ["Severity: SEV-9 (0)", "Year: __proto__ (0)", "Tag: constructor (0)"]
    page.locator(".pirgen-filters-clear").click()
    assert status(page) == "17 incidents"
    assert url(page) == f"{address}?unknown=1"


def test_a_chip_takes_its_filter_away(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}?severity=SEV-1&year=2017")
    page.get_by_role("button", name="Remove filter Severity: SEV-1").click()
    assert url(page) == f"{address}?year=2017"
    assert shown(page) == static.having(year="2017")
    assert page.evaluate("document.activeElement.textContent") == "Year: 2017"


def test_columns_sort_both_ways(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, address)
    date, severity = page.locator("th", has_text="Date"), page.locator("th", has_text="Severity")
    assert date.get_attribute("aria-sort") == "descending"
    date.get_by_role("button").click()
    assert shown(page) == list(reversed(static.rows))
    assert url(page) == f"{address}?sort=date"
    severity.get_by_role("button").click()
    by_severity = sorted(static.rows, key=lambda id: static.rows[id]["severity"])
    assert shown(page) == by_severity
    assert severity.get_attribute("aria-sort") == "ascending"
    assert date.get_attribute("aria-sort") is None
    severity.get_by_role("button").click()
    assert url(page) == f"{address}?sort=-severity"
    assert shown(page) == sorted(static.rows, key=lambda id: static.rows[id]["severity"], reverse=True)


def test_incidents_without_a_known_length_come_last_either_way(page: Page, address: str) -> None:
    script = "[...document.querySelectorAll('.pirgen-since')].map(cell => cell.dataset.value)"
    for order in ("resolved", "-resolved"):
        opened(page, f"{address}?sort={order}")
        values = page.evaluate(script)
        known = [int(value) for value in values if value]
        assert known
        assert "" in values
        assert values[len(known) :] == [""] * (len(values) - len(known))
        assert known == sorted(known, reverse=order.startswith("-"))


def test_the_keyboard_alone_filters_sorts_and_clears(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, address)
    page.locator("input[name=words]").focus()
    page.keyboard.type("a")
    page.keyboard.press("Tab")  # the summary of Severity
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert url(page) == f"{address}?severity=SEV-1&words=a"
    focused = "document.activeElement.textContent"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == "Clear all":
            break
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "This view as CSV"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Date"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert shown(page) == list(reversed(static.having(severity="SEV-1")))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert shown(page) == list(reversed(static.rows))
    assert page.evaluate("document.activeElement.name") == "words"


def test_one_key_leads_past_the_facets(page: Page, address: str) -> None:
    opened(page, address)
    skip = page.locator(".pirgen-facets .pirgen-skip")
    skip.focus()
    assert skip.is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "This view as CSV"
    assert len(shown(page)) == 17


def test_the_view_is_saved_as_csv(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}?severity=SEV-1&sort=date")
    with page.expect_download() as download:
        page.locator(".pirgen-found-csv").click()
    assert download.value.suggested_filename == "incidents.csv"
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    wanted = list(reversed(static.having(severity="SEV-1")))
    assert [row["Address"].rstrip("/").rsplit("/", 1)[-1] for row in rows] == wanted
    assert [row["Date"] for row in rows] == [id[:10] for id in wanted]
    assert {row["Severity"] for row in rows} == {"SEV-1"}
    assert list(rows[0])[:6] == ["Date", "Severity", "Incident", "Duration", "Review", "Address"]
    assert {"Service", "Factors in", "Detected by", "Tag"} <= set(rows[0])


def test_a_spreadsheet_runs_nothing_from_the_csv(page: Page, somebodys_site: Path) -> None:
    incident = somebodys_site / "incidents"
    file = next(incident.rglob("incident.yaml"))
    text = file.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    site, _ = built(
        written(
            somebodys_site, {str(file.relative_to(somebodys_site)): text.replace(title, "title: '=1+1, \"x\"'")}
        )
    )
    opened(page, (site / "incidents" / "index.html").as_uri())
    with page.expect_download() as download:
        page.locator(".pirgen-found-csv").click()
    (row,) = csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")))
    assert row["Incident"].startswith('\'=1+1, "x"')


def test_a_link_to_the_list_itself_shows_all_again(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}?severity=SEV-1")
    page.evaluate("window.isStillHere = true")
    page.locator(".md-tabs a", has_text="Incidents").click()
    assert shown(page) == list(static.rows)
    assert url(page) == address
    assert page.evaluate("window.isStillHere")
    page.go_back()
    assert shown(page) == static.having(severity="SEV-1")


def test_an_anchor_of_a_year_becomes_its_filter(page: Page, address: str, static: _StaticRows) -> None:
    opened(page, f"{address}#in-2019")
    assert shown(page) == static.having(year="2019")
    choose(page, "severity", "SEV-1")
    assert url(page) == f"{address}?severity=SEV-1&year=2019"


def test_many_values_of_a_facet_unfold(page: Page, address: str) -> None:
    opened(page, address)
    services = page.locator('[data-facet="service"] label')
    assert services.filter(visible=True).count() == 10
    button = page.locator('[data-facet="service"] .pirgen-facet-all')
    button.click()
    assert services.filter(visible=True).count() == services.count() > 10
    assert button.get_attribute("aria-expanded") == "true"


def test_nothing_moves_when_the_script_starts(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=WIDE)
    page.route("**/explorer.js", lambda route: route.abort())
    page.goto(address)
    places = """['.pirgen-facets', '.pirgen-found', 'tr[data-row]'].map(selector => {
        const {x, y, width} = document.querySelector(selector).getBoundingClientRect();
        return [x, y, width];
    })"""
    before = page.evaluate(places)
    assert page.evaluate("getComputedStyle(document.querySelector('.pirgen-facets')).visibility") == "hidden"
    page.unroute_all()
    assert opened(page, address).evaluate(places) == before
    page.close()


def test_without_javascript_there_is_the_whole_table(
    browser: Browser, address: str, static: _StaticRows
) -> None:
    page = browser.new_page(viewport=WIDE, java_script_enabled=False)
    page.goto(address)
    assert shown(page) == list(static.rows)
    assert page.locator("#incidents-facets, thead button, .pirgen-found").filter(visible=True).count() == 0
    assert page.locator(".pirgen-years a").filter(visible=True).count() > 1
    page.close()


def test_a_phone_unfolds_the_form_and_never_scrolls_sideways(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)
    opened(page, f"{address}?severity=SEV-1&year=2017")
    toggle = page.locator(".pirgen-facets-toggle")
    assert toggle.inner_text() == "Filter (2)"
    assert not page.locator("#incidents-facets").is_visible()
    toggle.click()
    assert page.locator("#incidents-facets").is_visible()
    assert page.locator("#incidents-facets details[open]").evaluate_all(
        "all => all.map(one => one.dataset.facet)"
    ) == ["severity", "year"]
    page.select_option("select[name=sort]", "title")
    assert "sort=title" in url(page)
    done = page.locator(".pirgen-facets-done button")
    box = done.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    assert done.inner_text() == f"Show {status(page).split()[0]} incidents"
    page.locator('#incidents-facets input[value="2017"]').click()
    assert done.inner_text() == f"Show {status(page).split()[0]} incidents"
    done.click()
    assert not page.locator("#incidents-facets").is_visible()
    assert page.locator("tr[data-row]").first.bounding_box()["y"] < PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.close()


def test_a_strict_policy_for_scripts_lets_it_work(browser: Browser, our_site: tuple[Path, list[str]]) -> None:
    page = browser.new_page(viewport=WIDE)
    with served(our_site[0], "default-src 'self'; img-src 'self' data:; script-src 'self'") as host:
        opened(page, f"{host}/incidents/?severity=SEV-1")
        choose(page, "severity", "SEV-2")
        assert url(page).endswith("?severity=SEV-1&severity=SEV-2")
        page.close()


def test_it_works_from_a_file_without_directory_addresses(browser: Browser, somebodys_site: Path) -> None:
    site, _ = built(somebodys_site, use_directory_urls=False)
    page = browser.new_page(viewport=WIDE)
    opened(page, f"{(site / 'incidents' / 'index.html').as_uri()}?severity=SEV-1")
    assert shown(page) == []
    page.get_by_role("button", name="Remove filter Severity: SEV-1").click()
    assert status(page) == "1 incident"
    assert url(page).endswith("/incidents/index.html")
    page.go_back()
    assert shown(page) == []
    opened(page, f"{(site / 'incidents' / 'index.html').as_uri()}?tag=no-incident-has-any")
    assert chips(page) == ["Tag: no-incident-has-any (0)"]
    page.close()


def test_it_works_where_pages_are_exchanged_without_loading(page: Page, somebodys_site: Path) -> None:
    with served(somebodys_site) as host:
        config = CONFIG.replace("font: false", "font: false, features: [navigation.instant, navigation.tabs]")
        config += f"site_url: {host}/site/\nnav: [index.md, {{Incidents: incidents/index.md}}]\n"
        built(written(somebodys_site, {"mkdocs.yml": config}))
        page.goto(f"{host}/site/")
        page.evaluate("window.isStillHere = true")
        page.locator("article a", has_text="Incidents").click()
        page.wait_for_selector(".pirgen-explorer-ready")
        page.fill("input[name=words]", "nothing")
        assert shown(page) == []
        page.go_back()
        page.wait_for_function("!location.search")
        assert len(shown(page)) == 1
        choose(page, "impact", "users")
        page.locator(".md-tabs a", has_text="Our handbook").click()
        page.wait_for_selector("h1:has-text('Our handbook')")
        page.go_back()
        page.wait_for_selector(".pirgen-explorer-ready")
        assert chips(page) == ["Impact: Reached users"]
        page.locator(".md-tabs a", has_text="Incidents").click()
        page.wait_for_function("!document.querySelector('.pirgen-filters button')")
        assert url(page) == f"{host}/site/incidents/"
        assert page.evaluate("window.isStillHere")


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 120 incidents, whose rows say what they say in three parts."""
    incident = "title: Slow\nseverity: SEV-4\nstatus: resolved\nservices: [web]\ndetection: {source: staff}\n"
    incident += "impact: {summary: Slow}\ntimeline: [{at: 2024-01-01, marks: [started], text: Slow}]\n"
    days = [f"20{year}-01-{day:02}" for year in (20, 21, 22, 23) for day in range(1, 31)]
    files = {
        f"incidents/{day}-slow/incident.yaml": incident.replace("2024-01-01", day).replace(
            "Slow", f"Slow {day}", 1
        )
        for day in days
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pirgen.pages.explorer._PART", 50)
        return built(
            written(tmp_path_factory.mktemp("long"), {"mkdocs.yml": CONFIG, "docs/index.md": "# Home", **files})
        )[0]


@pytest.fixture
def loaded(page: Page) -> list[str]:
    """The scripts of data that a page has asked for."""
    names: list[str] = []
    page.on("request", lambda request: names.append(request.url) if "-rows" in request.url else None)
    return names


def parts_of(loaded: list[str]) -> list[str]:
    """Their names."""
    return [name.rpartition("/")[2].partition("?")[0] for name in loaded]


def wait_for_rows(page: Page, count: int) -> None:
    page.wait_for_function(f"() => document.querySelectorAll('tr[data-row]').length === {count}")


def test_more_than_a_hundred_rows_come_in_steps(page: Page, long_site: Path, loaded: list[str]) -> None:
    with served(long_site) as host:
        opened(page, f"{host}/incidents/")
        assert len(shown(page)) == 100
        assert parts_of(loaded) == []
        assert counts(page, "year") == {"2023": 30, "2022": 30, "2021": 30, "2020": 30}
        more = page.locator(".pirgen-further button")
        assert more.inner_text() == "Show 20 more of 20"
        more.focus()
        page.keyboard.press("Enter")
        wait_for_rows(page, 120)
        assert parts_of(loaded) == ["incidents-rows.js", "incidents-rows-0.js"]
        focused = page.evaluate("document.activeElement.getAttribute('href')")
        assert focused.strip("/") == shown(page)[100] == "2020-01-20-slow"
        assert not more.is_visible()
        choose(page, "year", "2023")
        wait_for_rows(page, 30)
        choose(page, "year", "2023")
        wait_for_rows(page, 100)
        assert len(loaded) == 2
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert len(shown(page)) == 120
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert len(shown(page)) == 100


def test_a_phone_shows_fewer_rows_first(browser: Browser, long_site: Path) -> None:
    page = browser.new_page(viewport=PHONE)
    opened(page, (long_site / "incidents" / "index.html").as_uri())
    assert len(shown(page)) == 25
    more = page.locator(".pirgen-further button")
    assert more.inner_text() == "Show 95 more of 95"
    more.click()
    wait_for_rows(page, 120)
    page.close()


def test_a_long_list_loads_what_a_view_needs(page: Page, long_site: Path, loaded: list[str]) -> None:
    index = (long_site / "incidents" / "index.html").as_uri()
    opened(page, f"{index}?year=2021&sort=date")
    wait_for_rows(page, 30)
    assert shown(page)[0] == "2021-01-01-slow"
    assert status(page) == "30 of 120 incidents"
    assert parts_of(loaded) == ["incidents-rows.js"]
    page.locator("input[name=words]").fill("2020-01-07")
    page.locator("[data-facet] input[value='2021']").click()
    wait_for_rows(page, 1)
    assert shown(page) == ["2020-01-07-slow"]
    assert sorted(parts_of(loaded)) == [
        "incidents-rows-0.js",
        "incidents-rows-1.js",
        "incidents-rows-2.js",
        "incidents-rows.js",
    ]


def test_a_list_of_another_build_is_not_mixed_into_a_page(page: Page, long_site: Path) -> None:
    with served(long_site) as host:
        page.route(
            "**/incidents-rows.js*", lambda route: route.fulfill(body="(window.pirgenRows ??= {})['old'] = {};")
        )
        opened(page, f"{host}/incidents/?severity=SEV-4")
        nothing = page.locator(".pirgen-nothing")
        nothing.wait_for()
        assert (
            nothing.inner_text() == "The data of this table could not be loaded. Reload the page to try again."
        )
        assert shown(page) == []


def test_paper_says_how_many_rows_it_lacks(page: Page, long_site: Path) -> None:
    opened(page, (long_site / "incidents" / "index.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".pirgen-further").inner_text() == "20 more on the site"
