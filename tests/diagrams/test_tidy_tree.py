from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pirgen.diagrams.tidy_tree import Spot, tidy

GAP, FAMILY_GAP = 10.0, 20.0


@st.composite
def trees(draw: st.DrawFn) -> list[Spot]:
    """Spots with their parents before them, of various reach to both sides."""
    size = draw(st.integers(1, 40))
    parents = [None, *(draw(st.integers(0, index - 1)) for index in range(1, size))]
    reach = st.integers(5, 90).map(float)
    return [Spot(parent, draw(reach), draw(reach)) for parent in parents]


def level(spots: list[Spot], index: int) -> int:
    parent = spots[index].parent
    return 0 if parent is None else level(spots, parent) + 1


def children(spots: list[Spot]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index, spot in enumerate(spots):
        if spot.parent is not None:
            found[spot.parent].append(index)
    return found


@given(trees())
def test_nodes_of_a_level_keep_their_distance(spots: list[Spot]) -> None:
    middles = tidy(spots, GAP, FAMILY_GAP)
    levels = defaultdict(list)
    for index in range(len(spots)):
        levels[level(spots, index)].append(index)
    for row in levels.values():
        row.sort(key=lambda index: middles[index])
        for left, right in pairwise(row):
            distance = middles[right] - spots[right].left - middles[left] - spots[left].right
            assert distance >= (GAP if spots[left].parent == spots[right].parent else FAMILY_GAP) - 1


@given(trees())
def test_siblings_keep_their_order_and_their_parent_stands_over_the_middle(spots: list[Spot]) -> None:
    middles = tidy(spots, GAP, FAMILY_GAP)
    for parent, row in children(spots).items():
        assert [middles[index] for index in row] == sorted(middles[index] for index in row)
        assert abs((middles[row[0]] + middles[row[-1]]) / 2 - middles[parent]) <= 1


@given(trees())
def test_the_drawing_begins_at_nought_in_whole_pixels(spots: list[Spot]) -> None:
    middles = tidy(spots, GAP, FAMILY_GAP)
    assert min(middle - spot.left for middle, spot in zip(middles, spots, strict=True)) == 0
    assert all(middle == round(middle) for middle in middles)


@given(trees())
def test_a_mirrored_tree_is_a_mirror_image(spots: list[Spot]) -> None:
    order = sorted(range(len(spots)), key=lambda index: (level(spots, index), -index))
    place = {old: new for new, old in enumerate(order)}
    mirrored = [
        Spot(None if spots[old].parent is None else place[spots[old].parent], spots[old].right, spots[old].left)
        for old in order
    ]
    middles, images = tidy(spots, GAP, FAMILY_GAP), tidy(mirrored, GAP, FAMILY_GAP)
    for old, new in place.items():
        assert abs((middles[old] - middles[0]) + (images[new] - images[0])) <= level(spots, old)


def test_a_small_subtree_stands_amid_its_large_neighbours() -> None:
    large = [Spot(1, 20, 20), Spot(1, 20, 20), Spot(1, 20, 20)]
    spots = [Spot(None, 20, 20), Spot(0, 20, 20), Spot(0, 5, 5), Spot(0, 20, 20)]
    spots += large + [Spot(3, each.left, each.right) for each in large]
    middles = tidy(spots, GAP, FAMILY_GAP)
    assert middles[2] == (middles[1] + middles[3]) / 2


def test_a_deep_chain_is_one_column() -> None:
    chain = [Spot(index - 1 if index else None, 10, 10) for index in range(300)]
    assert set(tidy(chain, GAP, FAMILY_GAP)) == {10}


def test_no_nodes_have_no_places() -> None:
    assert tidy([], GAP, FAMILY_GAP) == ()
