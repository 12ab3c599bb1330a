import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from pirgen.model import (
    NOT_RECORDED,
    Action,
    ActionStatus,
    ActionType,
    Book,
    Priority,
    Provenance,
    ReviewStatus,
    Term,
    Vocabulary,
)
from pirgen.pages import Page
from pirgen.pages.links import address
from tests.pages.books import a_book, a_factor, a_review, an_action, an_incident, pages_of
from tests.pages.explorer_data import explorer_data
from tests.pages.numbers import Numbers
from tests.pages.test_incident import words

IDS = [f"20{year}-0{month}-01-outage" for year in (22, 23, 25) for month in (1, 2, 5)]


def many() -> list[Action]:
    """An action for every state, date, owner, type and priority."""
    days = (
        date(2026, 2, 1),
        date(2026, 1, 20),
        date(2025, 11, 1),
        date(2026, 2, 5),
        date(2027, 1, 1),
        NOT_RECORDED,
    )
    owners = ("a & b", "a b", "運用チーム", NOT_RECORDED, None)
    found = []
    for place, status in enumerate([*ActionStatus] * 3):
        found.append(
            an_action(
                f"act-{place}",
                status,
                type=[*ActionType][place % 6],
                priority=[*Priority, NOT_RECORDED, None][place % 5],
                owner=owners[place % 5],
                due=days[place % 5],
                created=[date(2025, 12, 20), date(2024, 1, 1), date(2026, 1, 30), NOT_RECORDED][place % 4],
                done_on=days[place % 3] if status is ActionStatus.DONE else None,
                reduces=("one",),
            )
        )
    return found


@pytest.fixture(scope="module")
def book() -> Book:
    incidents = [an_incident(id, severity=f"SEV-{place % 4 + 1}") for place, id in enumerate(IDS)]
    reviews = [a_review(id, factors=(a_factor("one"),), actions=tuple(many())) for id in IDS]
    return a_book(*incidents, *reviews)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_number_leads_to_as_many_rows_as_it_says(book: Book, directory_urls: bool) -> None:
    pages = pages_of(book, directory_urls=directory_urls).values()
    ours = [page for page in pages if page.path.startswith("actions")]
    numbers = Numbers.of(ours, directory_urls)
    assert numbers.wrong() == []
    assert [numbers.lone(address(page.path, directory_urls)) for page in ours] == [[]] * len(ours)
    assert numbers.count(address("actions.md", directory_urls)) > 20


def test_the_home_page_leads_to_the_same_numbers(book: Book) -> None:
    pages = pages_of(book)
    tiles = {}
    for path in ("index.md", "actions.md"):
        html = BeautifulSoup(pages[path].html, "html.parser")
        tiles[path] = [tile.get_text(" ", strip=True) for tile in html.select(".pirgen-tiles a[data-count]")]
    assert tiles["index.md"] == tiles["actions.md"]
    assert len(tiles["index.md"]) == 7


def view(page: Page, query: str) -> int:
    """How many rows of the table of actions a view finds."""
    return explorer_data(page).having(query)


@pytest.mark.parametrize("key", ["due", "priority", "type", "owner", "limit", "age"])
def test_every_side_has_every_open_action_once(book: Book, key: str) -> None:
    data = explorer_data(pages_of(book)["actions.md"])
    states = data.values("state")
    open_rows = [row for row in range(data.count) if states[row][0] in ("open", "in-progress")]
    assert len(open_rows) == 6 * len(IDS)
    assert all(len(data.values(key)[row]) == 1 for row in open_rows)


def test_owners_of_like_names_are_kept_apart(book: Book) -> None:
    data = explorer_data(pages_of(book)["actions.md"])
    assert {values[0] for values in data.values("owner")} == {"a & b", "a b", "運用チーム", "not-recorded"}


def test_the_most_urgent_actions_come_first(book: Book) -> None:
    data = explorer_data(pages_of(book)["actions.md"])
    states, due = data.values("state"), data.values("due")
    kinds = ["overdue" if "overdue" in due[row] else states[row][0] for row in range(data.count)]
    assert kinds == sorted(
        kinds, key=["overdue", "open", "in-progress", "unknown", "done", "declined", "superseded"].index
    ) or set(kinds[: kinds.count("overdue")]) == {"overdue"}


def test_an_action_leads_to_its_review_and_to_the_factors_with_what_it_does_to_them(book: Book) -> None:
    html = pages_of(book)["actions.md"].html
    assert f'<a href="../incidents/{IDS[0]}/#action-act-0">Do act-0</a>' in html
    assert f'<a href="../incidents/{IDS[0]}/">Checkout failed</a>' in html
    assert f'Reduces: <a href="../incidents/{IDS[0]}/#factor-one">The factor one</a>' in html


def backlog(*actions: Action, severity: str = "SEV-1", **review: object) -> dict[str, Page]:
    """The pages of a book with one review of these actions."""
    return pages_of(a_book(an_incident(severity=severity), a_review(actions=actions, **review)))


def test_a_row_says_by_which_rule_an_action_is_late() -> None:
    text = words(backlog(an_action(created=date(2026, 1, 1), due=date(2026, 1, 29)))["actions.md"].html)
    assert "29 Jan 2026 ! 3 days late ! over its limit open for 31 days; SEV-1 allows 15 days" in text
    text = words(backlog(an_action(due=date(2026, 1, 31)))["actions.md"].html)
    assert "31 Jan 2026 ! 1 day late \N{EN DASH} incident of 2025" in text
    assert "over its limit" not in text


def test_the_rules_of_lateness_and_the_day_are_printed() -> None:
    text = words(backlog(an_action())["actions.md"].html)
    assert (
        "What the reviews asked for. An action is overdue when its own date has passed, or when it has been"
        " open for longer than its incident's severity allows: 15 days for SEV-1 and 30 days for SEV-2."
    ) in text


def test_due_today_is_soon_and_not_late() -> None:
    text = words(backlog(an_action(due=date(2026, 2, 1)))["actions.md"].html)
    assert "Nothing is overdue. Thank you!" in text
    assert "1 Feb 2026 today" in text


def test_late_for_years_is_a_group_of_its_own_that_says_what_it_may_mean() -> None:
    page = backlog(an_action(due=date(2019, 7, 19)))["actions.md"]
    assert [heading.id for heading in page.headings][:2] == ["overdue", "long-late"]
    assert "! 7 years late" in words(page.html)
    assert "nobody has written down what became of them" in words(page.html)


def test_a_draft_is_marked() -> None:
    assert "✎ Draft" in words(backlog(an_action(), status=ReviewStatus.DRAFT)["actions.md"].html)


def test_done_has_its_proof_declined_its_reason_and_unknown_what_is_known() -> None:
    pages = backlog(
        an_action("a", ActionStatus.DONE, proof="[Build 7](https://e.org/7)", done_on=date(2025, 4, 1)),
        an_action("b", ActionStatus.DECLINED, reason="The shop *closes*"),
        an_action("c", ActionStatus.SUPERSEDED, reason="See `d`"),
        an_action("d", ActionStatus.UNKNOWN, note="Planned in 2025", tracker="https://e.org/d"),
        an_action("e", ActionStatus.DONE, proof=NOT_RECORDED),
    )
    done = pages["actions/done.md"]
    assert '<a href="https://e.org/7">Build 7</a>' in done.html
    assert [heading.text for heading in done.headings] == ["2025", "Day not recorded"]
    assert "The shop <em>closes</em>" in pages["actions/declined.md"].html
    assert "See <code>d</code>" in pages["actions/superseded.md"].html
    assert 'Planned in 2025 <a class="pirgen-quiet" href="https://e.org/d">tracker</a>' in (
        pages["actions/unknown.md"].html
    )


def test_owners_are_shown_by_the_titles_of_teams() -> None:
    book = a_book(
        an_incident(),
        a_review(actions=(an_action(owner="pay"),)),
        vocabulary=Vocabulary(teams=(Term("pay", "Payments"),)),
    )
    page = pages_of(book)["actions.md"]
    assert '<a data-count="1" href="./?state=open&amp;state=in-progress&amp;owner=pay">1</a>' in page.html
    assert explorer_data(page).cell("owner") == ["Payments"]


def test_rows_carry_what_a_reader_may_pick_them_by() -> None:
    action = an_action(priority=Priority.HIGH, created=date(2025, 12, 1), due=date(2026, 2, 3))
    assert (
        '<tr data-row data-state="open" data-due="week" data-owner="checkout team" data-severity="SEV-4"'
        ' data-service="checkout" data-type="prevent" data-priority="high" data-age="31" data-year="2025"'
        ' data-limit="none" data-open-at="2025-q4|2026-q1" data-created-in="2025-q4|2025|last-12-months">'
    ) in backlog(action, severity="SEV-4")["actions.md"].html


def test_an_unknown_creation_is_bounded_by_the_reviews_own_dates() -> None:
    page = backlog(an_action(), published=date(2025, 3, 20), severity="SEV-1")["actions.md"]
    text = words(page.html)
    assert "! over its limit open for at least 10 months; SEV-1 allows 15 days" in text
    assert view(page, "age=181") == 1
    page = backlog(an_action(), severity="SEV-1")["actions.md"]
    assert view(page, "age=not-recorded") == 1


def test_nothing_is_called_overdue_only_where_it_could_have_been() -> None:
    known, unknown = an_action("a", due=date(2026, 3, 1)), an_action("b")
    assert "Nothing is overdue. Thank you!" in words(backlog(known)["actions.md"].html)
    for actions, said in (
        ((known, unknown), "1 of 2 open actions has neither a due date nor an age that a limit applies to."),
        ((unknown,), "the open action has neither a due date nor an age that a limit applies to."),
    ):
        pages = backlog(*actions)
        for path in ("actions.md", "index.md"):
            text = words(pages[path].html)
            assert f"Nothing is known to be overdue, but {said}" in text, path
            assert "Nothing is overdue" not in text


def test_of_others_actions_nothing_is_called_not_recorded() -> None:
    """What others did not publish, they may well have recorded."""
    actions = (
        an_action("a", owner=NOT_RECORDED, due=NOT_RECORDED, created=NOT_RECORDED),
        an_action("b", ActionStatus.DECLINED, owner=NOT_RECORDED, reason="It was too late"),
    )
    for others in (False, True):
        pages = backlog(*actions, provenance=Provenance.EXTERNAL if others else Provenance.OWN)
        for path in ("actions.md", "actions/declined.md", "services/checkout.md"):
            said = [f'unknown">not {word}<' in pages[path].html for word in ("recorded", "published")]
            assert said == [not others, others], path
        rows = "".join(asset.text for asset in pages["actions.md"].assets if asset.path.endswith(".js"))
        assert ("not recorded" in rows, "not published" in rows) == (not others, others)


@pytest.mark.parametrize("path", ["index.md", "actions.md", "trends.md"])
def test_the_day_is_loud(path: str) -> None:
    assert "<strong>As of <time" in backlog(an_action())[path].html


def test_many_rows_give_way_to_the_table() -> None:
    actions = [an_action(f"a{place}", due=date(2026, 1, 1)) for place in range(40)]
    actions += [an_action(f"d{place}", ActionStatus.DONE, done_on=date(2025, 9, 1)) for place in range(200)]
    pages = backlog(*actions)
    assert "All 40 in the table of actions" in words(pages["actions.md"].html)
    assert "The latest 150 are here. All 200 in the table of actions ." in words(pages["actions/done.md"].html)
    assert pages["actions/done.md"].html.count("data-row") == 150
    assert Numbers.of(page for page in pages.values() if page.path.startswith("actions")).wrong() == []


def test_no_actions_make_quiet_pages() -> None:
    pages = backlog()
    assert "Nothing is open." in pages["actions.md"].html
    assert "data-count" not in re.sub(r"(?s)^.*<h1>", "", pages["actions.md"].html)
    assert "Nothing was declined." in pages["actions/declined.md"].html


def test_a_site_without_limits_speaks_of_dates_only() -> None:
    levels = tuple(level for level in Vocabulary().severities if not level.act_within)
    book = a_book(
        an_incident(severity="SEV-3"),
        a_review(actions=(an_action(),)),
        vocabulary=Vocabulary(severities=levels),
    )
    assert "An action is overdue when its own date has passed." in words(pages_of(book)["actions.md"].html)


def test_all_actions_come_as_a_table_and_as_json() -> None:
    table, document, _ = backlog(
        an_action("a", created=date(2026, 1, 1), due=NOT_RECORDED, reduces=("no-test", "x"), what="=1+1"),
        an_action("b", ActionStatus.DONE),
    )["actions.md"].assets
    assert (table.path, document.path) == ("actions.csv", "actions.json")
    assert table.text == (
        "incident,incident_title,severity,review_status,id,what,type,priority,status,owner,created,due,done_on,"
        "overdue,age_days,age_days_at_least,due_in_days,allowed_days,eliminates,reduces,detects,done_when,proof,reason,tracker,note\n"
        "2025-03-01-checkout,Checkout failed,SEV-1,reviewed,a,'=1+1,prevent,,open,checkout team,2026-01-01,,,"
        "yes,31,31,,15,,no-test x,,,,,,\n"
        "2025-03-01-checkout,Checkout failed,SEV-1,reviewed,b,Do b,prevent,,done,checkout team,,,,"
        "no,,,,15,,,,,,,,\n"
    )
    read = json.loads(document.text)
    assert (read["version"], read["as_of"]) == (1, "2026-02-01")
    assert read["act_within_days"] == {"SEV-1": 15, "SEV-2": 30}
    assert read["counts"] == {
        "open": 1, "overdue": 1, "due_soon": 0, "unknown": 0, "done": 1, "declined": 0, "superseded": 0,
    }  # fmt: skip
    first, second = read["actions"]
    assert (first["age_days"], first["due"], first["reduces"]) == (31, None, ["no-test", "x"])
    assert (second["status"], second["overdue"]) == ("done", False)
