"""A result that was found equals one that is made now, whatever it was made from."""

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirgen import cache
from pirgen.cache import Cache, CachedResults, Codec, Watch, origin_of, read_from


@dataclass(frozen=True)
class Thing:
    name: str
    size: int = 0
    tags: tuple[str, ...] = ()

    @property
    def is_large(self) -> bool:
        return self.size > 1


@dataclass(frozen=True, eq=False)
class Box:
    things: tuple[Thing, ...]
    label: str = ""

    @cached_property
    def by_name(self) -> dict[str, Thing]:
        return {thing.name: thing for thing in self.things}

    @cached_property
    def large(self) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.by_name.values() if thing.is_large)


SOURCE = Path(cache.__file__).parents[1]
Program = Callable[[Box], Any]


class Shelf:
    """A box that may change, and results that are made from it."""

    def __init__(self, file: Path, box: Box) -> None:
        self.file = file
        self.box = box
        self.made: list[str] = []

    def results(self, programs: Sequence[tuple[str, Program]]) -> list[Any]:
        watch = Watch()
        box = watch.copy(replace(self.box, things=watch.copies(self.box.things)))
        self.made = []

        def made(name: str, program: Program) -> Any:
            self.made.append(name)
            return program(box)

        with Cache(self.file) as opened:
            results = CachedResults(opened, watch, Codec([]))
            return [
                results.get("test", (name,), partial(made, name, program), bool) for name, program in programs
            ]


def names(box: Box) -> tuple[str, ...]:
    return ("names", *box.by_name)


def sizes_of_large(box: Box) -> tuple[object, ...]:
    return ("large", *(thing.size for thing in box.large))


def label_unless_large(box: Box) -> tuple[object, ...]:
    return ("label", "large" if box.large else box.label)


PROGRAMS = [(each.__name__, each) for each in (names, sizes_of_large, label_unless_large)]
BOX = Box((Thing("a"), Thing("b", 2)), "L")


@pytest.mark.parametrize(
    ("changed", "made"),
    [
        (BOX, []),
        (replace(BOX, label="M"), []),
        (replace(BOX, things=(Thing("a", tags=("x",)), Thing("b", 2))), []),
        (replace(BOX, things=(Thing("a"), Thing("b", 3))), ["sizes_of_large"]),
        (replace(BOX, things=(Thing("a"), Thing("b", 1))), ["sizes_of_large", "label_unless_large"]),
        (replace(BOX, things=(Thing("a"), Thing("c", 2))), [name for name, _ in PROGRAMS]),
        (replace(BOX, things=BOX.things[::-1]), [name for name, _ in PROGRAMS]),
        (replace(BOX, things=BOX.things[1:]), [name for name, _ in PROGRAMS]),
    ],
)
def test_only_what_has_read_a_change_is_made_again(tmp_path: Path, changed: Box, made: list[str]) -> None:
    shelf = Shelf(tmp_path / "cache.sqlite", BOX)
    shelf.results(PROGRAMS)
    assert shelf.made == [name for name, _ in PROGRAMS]
    shelf.box = changed
    assert shelf.results(PROGRAMS) == [program(changed) for _, program in PROGRAMS]
    assert shelf.made == made


def test_a_result_that_reads_other_fields_than_before_is_made_again_when_these_change(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "cache.sqlite", BOX)
    for box in (BOX, replace(BOX, things=()), replace(BOX, things=(), label="M"), replace(BOX, label="M")):
        shelf.box = box
        assert shelf.results(PROGRAMS[2:]) == [label_unless_large(box)]


def test_what_one_result_has_made_counts_for_the_next_one_that_uses_it(tmp_path: Path) -> None:
    twice = [("first", sizes_of_large), ("second", sizes_of_large)]
    shelf = Shelf(tmp_path / "cache.sqlite", BOX)
    shelf.results(twice)
    shelf.box = replace(BOX, things=(Thing("a"), Thing("b", 3)))
    assert shelf.results(twice) == [("large", 3), ("large", 3)]


def test_copies_read_and_hash_as_what_they_copy_and_a_changed_copy_is_read_too(tmp_path: Path) -> None:
    def program(box: Box) -> tuple[object, ...]:
        first = replace(box.things[0], size=9)
        return (
            first.size,
            first.name,
            first.is_large,
            len({box.things[0], box.things[0]}),
            isinstance(first, Thing),
        )

    shelf = Shelf(tmp_path / "cache.sqlite", BOX)
    assert shelf.results([("copies", program)]) == [(9, "a", True, 1, True)]
    shelf.box = replace(BOX, things=(Thing("z"), Thing("b", 2)))
    assert shelf.results([("copies", program)]) == [(9, "z", True, 1, True)]


THINGS = st.builds(
    Thing, st.sampled_from("abc"), st.integers(0, 2), st.lists(st.sampled_from("xy"), max_size=2).map(tuple)
)
BOXES = st.builds(Box, st.lists(THINGS, max_size=3).map(tuple), st.sampled_from("LM"))
STEPS = st.tuples(
    st.integers(0, 2), st.sampled_from([each.name for each in fields(Thing)] + ["label", "large", "count"])
)


def walk(steps: Sequence[tuple[int, str]]) -> Program:
    """Reads one field after another; what it finds decides which is next."""

    def program(box: Box) -> tuple[object, ...]:
        found: list[object] = ["walk"]
        place = 0
        for shift, name in steps:
            if name in ("label", "large", "count"):
                value: object = {"label": box.label, "large": 0, "count": 1}[name]
                value = len(box.large) if name == "large" else len(box.things) if name == "count" else value
            elif not box.things:
                value = None
            else:
                value = getattr(box.things[(place + shift) % len(box.things)], name)
            found.append(value)
            place = sum(map(ord, repr(value)))
            if place % 5 == 0:
                break
        return tuple(found)

    return program


@settings(max_examples=25, deadline=None)
@given(
    walks=st.lists(st.lists(STEPS, max_size=4), min_size=1, max_size=3),
    boxes=st.lists(BOXES, min_size=1, max_size=6),
)
def test_whatever_is_read_a_result_that_is_found_equals_one_made_now(
    tmp_path_factory: pytest.TempPathFactory, walks: list[list[tuple[int, str]]], boxes: list[Box]
) -> None:
    programs = [(str(number), walk(steps)) for number, steps in enumerate(walks)]
    shelf = Shelf(tmp_path_factory.mktemp("cache") / "cache.sqlite", BOX)
    for box in boxes:
        shelf.box = box
        assert shelf.results(programs) == [program(box) for _, program in programs]


def test_no_function_keeps_what_it_made_of_a_book_where_no_watch_sees_it() -> None:
    """``kept_by_value`` does it; else the next result would not be known to read the book."""
    kept = {"cache", "lru_cache"}
    watched = {"Book", "Incident", "Review", "Vocabulary", "Statistics", "Settings"}
    for file in sorted(SOURCE.rglob("*.py")):
        for made in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(made, ast.FunctionDef):
                by = {
                    name.id
                    for each in made.decorator_list
                    for name in ast.walk(each)
                    if isinstance(name, ast.Name)
                }
                of = {name.id for name in ast.walk(made.args) if isinstance(name, ast.Name)}
                assert not (by & kept and of & watched), f"{file.name}: {made.name}"


def test_what_a_value_was_read_from_is_known_of_no_copy() -> None:
    value = read_from(Thing("a"), "file")
    codec = Codec([Thing])
    copies = (replace(value), Watch().copy(value), codec.read(codec.write(value)))
    assert (origin_of(value), *map(origin_of, copies)) == ("file", None, None, None)
    assert value == Thing("a")
