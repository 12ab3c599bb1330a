import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pirgen.cache import Cache, in_parts, shared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others help where processes can be copied")

HERE = os.getpid()
NUMBERS = list(range(24))


@pytest.fixture(autouse=True)
def one_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pirgen.cache.sharing._others_for", lambda parts: min(parts, 1))


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "cache.sqlite") as cache:
        yield cache


def squares(
    cache: Cache, helper: Callable[[int], None]
) -> Callable[[Sequence[int]], Iterator[tuple[int, int]]]:
    """Makes the squares of numbers, each with the process that made it; what a helper does first is given.

    The first process waits until the helper has come to the last part.
    """

    def make(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        for number in numbers:
            if os.getpid() != HERE:
                cache.save({f"reached {number}": b""})
                cache.flush()
                helper(number)
            deadline = time.monotonic() + 30
            while cache.is_on and number == 3 and not cache.has(["reached 22"]) and time.monotonic() < deadline:
                time.sleep(0.01)
            if not (made := cache.load([str(number)]).get(str(number))):
                made = f"{number**2} {os.getpid()}".encode()
                cache.save({str(number): made})
            square, by = made.split()
            yield int(square), int(by)

    return make


def nothing(number: int) -> None:
    pass


def fail(number: int) -> None:
    raise ValueError(number)


def crash(number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_another_process_makes_parts_from_the_back(cache: Cache) -> None:
    made = list(shared(in_parts(NUMBERS, 2), squares(cache, nothing), cache))
    assert [square for square, _ in made] == [number**2 for number in NUMBERS]
    assert made[0][1] == HERE
    assert made[-1][1] != HERE


def test_a_process_that_has_made_enough_gives_way_to_another(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pirgen.cache.sharing._MANY_PARTS", 1)
    monkeypatch.setattr("pirgen.cache.sharing._MOST_OF_MANY", 1)

    def make(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        time.sleep(0.05)
        yield from squares(cache, nothing)(numbers)

    made = list(shared(in_parts(NUMBERS, 2), make, cache))
    assert [square for square, _ in made] == [number**2 for number in NUMBERS]
    assert len({by for _, by in made}) > 2


@pytest.mark.parametrize("end", [fail, crash])
def test_what_others_could_not_make_is_made_here(end: Callable[[int], None], cache: Cache) -> None:
    made = list(shared(in_parts(NUMBERS, 2), squares(cache, end), cache))
    assert made == [(number**2, HERE) for number in NUMBERS]


def test_an_error_is_raised_here(cache: Cache) -> None:
    def make(numbers: Sequence[int]) -> Iterator[int]:
        for number in numbers:
            cache.save({str(number): b""})
            yield 10 // (20 - number)

    with pytest.raises(ZeroDivisionError):
        list(shared(in_parts(NUMBERS, 2), make, cache))


@pytest.mark.parametrize("is_known", [True, False])
def test_nobody_helps_where_all_is_known_or_nothing_is_kept(is_known: bool, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite" if is_known else None) as cache:
        cache.save({str(number): f"{number**2} {HERE}".encode() for number in NUMBERS})
        cache.save({"reached 22": b""})
        made = list(shared(in_parts(NUMBERS, 2), squares(cache, crash), cache))
    assert made == [(number**2, HERE) for number in NUMBERS]
