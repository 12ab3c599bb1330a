"""What a phone and paper show otherwise than a wide screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser import launched

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

PAGE = "incidents/2017-01-31-gitlab-db-deletion/index.html"


@pytest.mark.parametrize(("width", "is_drawn"), [(390, False), (1440, True)])
def test_drawings_that_are_read_from_side_to_side_are_lists_on_a_phone(
    our_site: tuple[Path, list[str]], width: int, is_drawn: bool
) -> None:
    with launched() as browser:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto((our_site[0] / PAGE).as_uri())
        for name in ("whys", "fishbone"):
            drawing = page.locator(f"#{name} + .pirgen-diagram")
            height = drawing.locator("+ details").evaluate("words => words.getBoundingClientRect().height")
            assert (drawing.is_visible(), height < 100) == (is_drawn, is_drawn)
        assert page.locator("#fault-tree ~ .pirgen-diagram").first.is_visible() == is_drawn
        assert page.locator(".pirgen-outline").first.is_visible() != is_drawn


def test_paper_has_drawings_without_their_words_and_no_drill(our_site: tuple[Path, list[str]]) -> None:
    with launched() as browser:
        page = browser.new_page()
        page.goto((our_site[0] / PAGE).as_uri())
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the theme unfolds everything
        page.emulate_media(media="print")
        for name in ("fault-tree", "whys", "fishbone"):
            drawn = page.locator(f"#{name} ~ :is(.pirgen-diagram, .pirgen-parts)").filter(visible=True)
            assert drawn.first.is_visible()  # a large tree is on paper in parts
        in_its_place = (
            ".pirgen-diagram:has(> .pirgen-vast) + details > summary"  # of a drawing too large for paper
        )
        folds = page.locator(f"details[open] > summary:not({in_its_place})")
        shown = folds.filter(visible=True).all_text_contents()
        assert [
            words for words in shown if "as a list" in words or "drill" in words or "Side by" in words
        ] == []
        assert page.locator(".pirgen-events").is_visible()


def test_labels_of_cells_take_the_room_that_they_need(our_site: tuple[Path, list[str]]) -> None:
    """A label that stands outside of the flow lies over the next one when it breaks."""
    with launched() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto((our_site[0] / "demo/teams/index.html").as_uri())
        cells = page.locator("td[data-label]")
        places = cells.evaluate_all("all => all.map(each => getComputedStyle(each, '::before').position)")
    assert places
    assert set(places) == {"static"}
