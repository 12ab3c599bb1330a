from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pirgen.cache import Codec, UnreadableError
from pirgen.diagnostics import Place, Span
from pirgen.model import NOT_RECORDED, ActionStatus, InternalText, NotRecorded, Term

CODEC = Codec([ActionStatus, InternalText, NotRecorded, Place, Span, Term])

_LEAVES = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(),
    some.floats(allow_nan=False),
    some.text(),
    some.builds(InternalText, some.text()),
    some.dates(),
    some.datetimes(timezones=some.just(UTC)).map(lambda at: at.replace(fold=0)),
    some.timedeltas(),
    some.sampled_from([*ActionStatus, NOT_RECORDED]),
)
VALUES = some.recursive(
    _LEAVES,
    lambda inside: some.one_of(
        some.lists(inside, max_size=4).map(tuple),
        some.dictionaries(some.text(max_size=3), inside, max_size=3),
        some.frozensets(some.text(max_size=3), max_size=1),
        some.builds(Term, inside, inside, inside),
        some.builds(Place, some.text(), some.builds(Span, some.integers(), some.integers())),
    ),
    max_leaves=12,
)


@settings(max_examples=50)
@given(VALUES)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    read = CODEC.read(CODEC.write(value))
    assert read == value
    assert repr(read) == repr(value)


@given(some.binary(max_size=40))
def test_other_bytes_are_refused_or_are_plain_values(data: bytes) -> None:
    with suppress(UnreadableError):
        CODEC.read(data)


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Unlisted:
    text: str


@pytest.mark.parametrize("value", [Colour.RED, Unlisted("x"), object(), ["a list"], {1, 2}, (Unlisted("x"),)])
def test_what_is_not_listed_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        CODEC.write(value)


def test_instants_keep_their_zone() -> None:
    value = (datetime(2026, 1, 5, 9, tzinfo=UTC), date(2026, 1, 5), timedelta(days=-1, microseconds=3))
    assert CODEC.read(CODEC.write(value)) == value


@pytest.mark.parametrize("data", [b"", b"[", b"[99]", b'["x"]', b"[-99]", b"[4,3]", b"\xff", b"[" * 100_000])
def test_what_is_no_value_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        CODEC.read(data)
