"""Pages that tell the same knowledge from other sides."""

import re
from datetime import date, timedelta

from bs4 import BeautifulSoup, Tag

from pirgen.model import ActionStatus, IncidentReference, ReviewStatus, Term, Vocabulary
from pirgen.pages.links import paths_of
from pirgen.rules.catalogue import EXPLANATIONS
from tests.pages.books import a_book, a_factor, a_review, an_action, an_incident, pages_of
from tests.pages.explorer_data import explorer_data, query_of
from tests.pages.long_book import AS_OF, a_long_book
from tests.pages.numbers import Numbers

FIRST, SECOND = "2024-01-10-a", "2025-01-20-b"
SAME_QUEUE = IncidentReference(FIRST, "The same queue")
BOOK = a_book(
    an_incident(FIRST, services=("A b", "a-b"), tags=("deploy",), title="First"),
    an_incident(SECOND, services=("a-b",), title="Second", related=(SAME_QUEUE,)),
    a_review(FIRST, factors=(a_factor("x", "code"),), lessons=("Learn one",), surprises=("Wow",)),
    a_review(SECOND, factors=(a_factor("y", "code"),), lessons=("Learn two",), actions=(an_action("act"),)),
    vocabulary=Vocabulary(services=(Term("a-b", "Alpha", "What *users* pay with"),), glossary=()),
)
PAGES = pages_of(BOOK)


def words(path: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", PAGES[path].html).replace("¶", "").split())


def test_names_whose_slugs_are_alike_have_pages_of_their_own() -> None:
    assert paths_of("services", ("A b", "a-b", "index")) == {
        "A b": "services/a-b.md",
        "a-b": "services/a-b-2.md",
        "index": "services/index-2.md",
    }


def test_a_service_shows_its_incidents_what_recurs_and_what_is_open() -> None:
    said = words("services/a-b-2.md")
    assert said.startswith("Services Alpha On this page What contributes most Ways to fail that are left")
    assert "What users pay with What contributes most Kinds of factors Code 2" in said
    assert "Not known: no published review here has a fault tree." in said
    assert "Incidents SEV-2 20 Jan 2025 Second SEV-2 10 Jan 2024 First" in said
    assert "A factor in Code in 2 incidents:" in said
    assert "○ Open Do act" in said
    assert "Lessons Learn two Second Learn one First" in said
    assert said.endswith("Affected together with A b 1")


def test_a_tag_has_a_page_with_its_incidents() -> None:
    assert words("tags/deploy.md") == "Tags deploy SEV-2 10 Jan 2024 First"
    assert "tags/deploy/" in PAGES[f"incidents/{FIRST}.md"].html


def test_lessons_come_from_published_reviews_the_latest_first() -> None:
    said = words("lessons.md")
    assert said.index("Learn two") < said.index("Learn one") < said.index("Wow")
    draft = a_book(an_incident(FIRST), a_review(FIRST, lessons=("Learn",), status=ReviewStatus.DRAFT))
    assert "Learn" not in pages_of(draft)["lessons.md"].html.replace("Lessons", "").replace("learned", "")


def test_a_team_has_a_page_with_its_reviews_and_its_actions() -> None:
    book = a_book(
        an_incident(FIRST, title="First"),
        an_incident(SECOND, title="Second"),
        a_review(FIRST, owner="pay", factors=(a_factor("x", "code"),)),
        a_review(SECOND, owner="Jane Doe", actions=(an_action("act", owner="pay", due=date(2026, 1, 1)),)),
        vocabulary=Vocabulary(teams=(Term("pay", "Payments", "Takes the money"), Term("shop", "Shop"))),
    )
    pages = pages_of(book)
    said = " ".join(re.sub(r"<[^>]+>", " ", pages["teams/pay.md"].html).replace("¶", "").split())
    assert "Takes the money The incidents whose review this team owns" in said
    assert "1 action is overdue" in said
    assert "Do act overdue" in said
    assert "Incidents SEV-2 10 Jan 2024 First" in said
    assert "Second" not in said.split("Incidents SEV-2")[1]
    assert "This team owns no review yet." in pages["teams/shop.md"].html
    assert Numbers.of(page for page in pages.values()).wrong() == []


def test_a_person_who_owns_a_review_has_no_page_and_is_no_facet() -> None:
    book = a_book(an_incident(FIRST), a_review(FIRST, owner="Jane Doe"))
    pages = pages_of(book)
    assert [path for path in pages if path.startswith("teams")] == ["teams/index.md"]
    assert "Jane" not in pages["teams/index.md"].html
    assert explorer_data(pages["incidents/index.md"]).values("team") == [[]]


def test_a_long_list_gives_way_to_the_list_of_incidents() -> None:
    long = pages_of(a_long_book(300, timedelta(days=7)), as_of=AS_OF)
    for path, start in (
        ("services/backend-0.md", "incidents"),
        ("factors/code.md", ""),
        ("on-this-day.md", "january"),
        ("severity.md", "sev-3"),
    ):
        html = BeautifulSoup(long[path].html, "html.parser")
        place = html.find(id=start).parent if start else html  # type: ignore[union-attr]
        assert isinstance(place, Tag)
        link = place.select_one("a.pirgen-forward[href*='incidents/?']")
        rows = len(place.select("[data-row]"))
        assert rows <= 50, path
        if link:
            found = explorer_data(long["incidents/index.md"]).having(query_of(str(link["href"])))
            assert link.get_text() == f"All {found} incidents", path
            assert found > 50


def test_the_home_page_stays_short() -> None:
    home = BeautifulSoup(
        pages_of(a_long_book(300, timedelta(days=7)), as_of=AS_OF).part("index")["index.md"].html, "html.parser"
    )
    services = home.select("section:has(> #recurring-services) li b")
    assert len(services) == 8
    assert services == sorted(services, key=lambda count: -int(count.get_text()))
    assert len(home.select("#on-this-day + ul > li")) == 5


def test_a_repeat_is_named_plainly() -> None:
    said = words("recurring.md")
    assert "Alpha had 2 incidents with a factor in Code :" in said
    assert "SEV-2 20 Jan 2025 Second and SEV-2 10 Jan 2024 First The same queue" in said


def test_a_factor_of_a_category_shows_the_actions_on_it() -> None:
    book = a_book(
        an_incident(FIRST),
        a_review(FIRST, factors=(a_factor("x", "code"),),
                 actions=(an_action("act", ActionStatus.DONE, eliminates=("x",)),)),
    )  # fmt: skip
    assert f'href="../../incidents/{FIRST}/#action-act">Do act</a>' in pages_of(book)["factors/code.md"].html


def test_this_day_in_past_years_follows_the_day_reckoned_to() -> None:
    page = pages_of(BOOK, as_of=date(2026, 1, 15))["on-this-day.md"]
    said = " ".join(re.sub(r"<[^>]+>", " ", page.html).split())
    assert "Around 15 Jan" in said
    assert "2 years ago SEV-2 10 Jan 2024 First" in said
    assert "soon 1 year ago SEV-2 20 Jan 2025 Second" in said
    today = pages_of(BOOK, as_of=date(2026, 1, 20))["on-this-day.md"]
    assert "1 year ago today" in today.html


def test_the_manual_has_every_code_with_a_place_of_its_own() -> None:
    ids = set(re.findall(r'<h3 id="(pir\d+)"', PAGES["rules.md"].html))
    assert ids == {code.lower() for code in EXPLANATIONS}


def test_the_manual_shows_where_a_character_is_that_nobody_sees() -> None:
    html = PAGES["rules.md"].html
    assert "title: Checkout\N{REPLACEMENT CHARACTER} failed" in html
    assert "\N{ZERO WIDTH SPACE}" not in html
    assert "impact:\n\tsummary" in html


def test_the_schemas_of_the_files_are_offered_for_editors() -> None:
    offered = {asset.path: asset.text for asset in PAGES["rules.md"].assets}
    assert set(offered) == {f"schemas/{name}.schema.json" for name in ("incident", "pir", "vocabularies")}
    assert '"a-b"' in offered["schemas/incident.schema.json"]  # the site's own service
    assert 'href="../schemas/pir.schema.json"' in PAGES["rules.md"].html
