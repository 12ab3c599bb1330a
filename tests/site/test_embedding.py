from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pirgen.pages import Page
from pirgen.rules.examples import FOLDER, files_of
from pirgen.site.embedding import fill_blocks, find_blocks
from tests.cli.test_tree import TREE
from tests.conftest import written
from tests.site.conftest import built

SVG = (
    '<svg aria-labelledby="timeline-title timeline-description">'
    '<title id="timeline-title">timeline-title</title>'
    '<a xlink:href="#factor-a"></a><a xlink:href="../other/#gate-x"></a><a xlink:href="sizes.csv"></a>'
    '<a xlink:href="https://example.org/"></a></svg>'
)
WAYS = '<div class="pirgen-ways"><div>1 way</div> <a href="#factor-a">A</a></div>'
PAGES = {
    "incidents/2026-01-05-a.md": Page(
        "incidents/2026-01-05-a.md", "A < B", f"<h1>A</h1>{WAYS}<div>rest</div>", figures={"timeline": SVG}
    )
}


def places(markdown: str) -> tuple[str, list[str]]:
    said: list[str] = []
    return find_blocks(markdown, PAGES, said.append), said


def filled(markdown: str) -> str:
    return fill_blocks(places(markdown)[0], PAGES, lambda path: "../incidents/2026-01-05-a/")


def test_a_block_becomes_what_it_names_with_its_links_led_to_the_incident() -> None:
    html = filled("Before\n\n```pirgen\n2026-01-05-a timeline\n```\n\nAfter")
    assert html.startswith("Before\n\n")
    assert html.endswith("\n\nAfter")
    soup = BeautifulSoup(html, "html.parser")
    assert [link["xlink:href"] for link in soup.select("svg a")] == [
        "../incidents/2026-01-05-a/#factor-a",
        "../incidents/2026-01-05-a/../other/#gate-x",
        "../incidents/2026-01-05-a/sizes.csv",
        "https://example.org/",
    ]
    assert '<a href="../incidents/2026-01-05-a/">A &lt; B</a>' in html


def test_two_drawings_of_a_kind_have_names_of_their_own() -> None:
    html = filled("~~~ pirgen\n2026-01-05-a timeline\n~~~")
    assert 'aria-labelledby="2026-01-05-a-timeline-title 2026-01-05-a-timeline-description"' in html
    assert '<title id="2026-01-05-a-timeline-title">timeline-title</title>' in html


def test_the_ways_to_fail_come_whole_and_alone() -> None:
    html = filled("```pirgen\n2026-01-05-a ways-to-fail\n```")
    assert WAYS.replace('"#', '"../incidents/2026-01-05-a/#') in html
    assert "rest" not in html


@pytest.mark.parametrize(
    "markdown",
    [
        "```markdown\n2026-01-05-a timeline\n```",
        "````markdown\n```pirgen\n2026-01-05-a timeline\n```\n````",
        "~~~\n```pirgen\n2026-01-05-a timeline\n```\n~~~",
        "`pirgen`\n    ```pirgen\n    2026-01-05-a timeline\n    ```",
    ],
)
def test_code_that_shows_a_block_stays(markdown: str) -> None:
    assert places(markdown) == (markdown, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2026-01-05-a", "'2026-01-05-a' names no drawing; write an id and a kind: "),
        ("../x <script>", "'../x <script>' names no drawing; "),
        ("2020-02-02-z timeline", "'2020-02-02-z timeline': there is no incident '2020-02-02-z' on this site"),
        (
            "2026-01-05-b timeline",
            "'2026-01-05-b timeline': there is no incident '2026-01-05-b' on this site; "
            "did you mean: 2026-01-05-a",
        ),
        (
            "2026-01-05-a time-line",
            "'2026-01-05-a time-line': the incident has no 'time-line'; did you mean: timeline",
        ),
        (
            "2026-01-05-a whys",
            "'2026-01-05-a whys': the incident has no 'whys'; choose one of timeline, ways-to-fail",
        ),
    ],
)
def test_what_is_not_there_is_said_and_shown_nowhere(line: str, message: str) -> None:
    text, said = places(f"a\n```pirgen\n{line}\n```\nb")
    assert text == "a\nb"
    [warning] = said
    assert warning.startswith(message)


def test_a_place_that_somebody_wrote_by_hand_shows_only_what_is_on_the_site() -> None:
    assert fill_blocks("<!--pirgen: 2020-01-01-secret timeline-->", PAGES, str) == ""


@pytest.mark.site
@pytest.mark.graphviz
@pytest.mark.parametrize("has_folders", [True, False])
def test_a_page_of_the_site_shows_a_drawing_that_leads_to_the_incident(
    somebodys_site: Path, has_folders: bool
) -> None:
    written(somebodys_site, {f"incidents/{name}": text for name, text in files_of(TREE).items()})
    block = f"# Trees\n\n```pirgen\n{FOLDER} fault-tree\n{FOLDER} whys\n```\n"
    (somebodys_site / "docs/trees.md").write_text(block, encoding="utf-8")
    site, warnings = built(somebodys_site, use_directory_urls=has_folders)
    page = site / ("trees/index.html" if has_folders else "trees.html")
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    home = f"../incidents/{FOLDER}/" if has_folders else f"incidents/{FOLDER}.html"
    links = {link["xlink:href"] for link in soup.select(".pirgen-embedded svg a")}
    assert f"{home}#factor-null-price" in links
    assert all(link.startswith(home) for link in links)
    assert [said for said in warnings if "trees.md" in said] == [
        f"pirgen: trees.md: '{FOLDER} whys': the incident has no 'whys'; "
        "choose one of timeline, timeline-narrow, fishbone, fault-tree, ways-to-fail"
    ]
