"""How likely a component is unavailable that is tested from time to time.

The laws are those of the Open-PSA Model Exchange Format 2.0d, V.3. A component is available, failed without
anybody knowing, or in repair; tests and the time between them move it from one state to another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import expm1

__all__ = ["PERIODIC_TESTS"]

_MOST_TESTS = 100_000


@dataclass(frozen=True, slots=True)
class _State:
    """How likely the component is failed and in repair; else it is available."""

    failed: float
    in_repair: float = 0.0

    @property
    def available(self) -> float:
        return 1 - self.failed - self.in_repair


def _instant_repair(failure: float, between: float, first: float, time: float) -> float:
    """After each test the component is as good as new."""
    if time <= first:
        return _within(failure, time)
    since = (time - first) % between
    return _within(failure, since or between)


def _instant_test(failure: float, repair: float, between: float, first: float, time: float) -> float:
    """A test takes no time and finds every failure; repair takes a while."""
    return _with_tests(failure, failure, repair, between, first, 0, 0, 1, 1, 0, time)


def _with_tests(
    failure: float,
    failure_in_test: float,
    repair: float,
    between: float,
    first: float,
    at_start: float,
    duration: float,
    works_in_test: float,
    detected: float,
    at_restart: float,
    time: float,
) -> float:
    """A test takes a while, may break the component, may miss a failure; so may the restart after a repair."""
    if time <= first:
        return _within(failure, time)

    def tested(state: _State, span: float) -> tuple[_State, float]:
        broken = at_start + (1 - at_start) * _within(failure_in_test, span)
        failing = state.failed + state.available * broken
        again = _failed_again(failure, repair, at_restart, span)
        failed = state.in_repair * again + (1 - detected) * failing
        in_repair = state.in_repair * (1 - _within(repair, span)) + detected * failing
        return _State(failed, in_repair), state.available * (1 - broken)

    def waited(state: _State, span: float) -> _State:
        again = _failed_again(failure, repair, at_restart, span)
        failed = state.failed + state.available * _within(failure, span) + state.in_repair * again
        return _State(failed, state.in_repair * (1 - _within(repair, span)))

    periods = int((time - first) / between)
    if periods > _MOST_TESTS:
        raise ValueError(f"there are more than {_MOST_TESTS} tests")
    state = _State(_within(failure, first))
    for _ in range(periods):
        state = waited(tested(state, duration)[0], between - duration)
    since = time - first - periods * between
    if since > duration:
        return 1 - waited(tested(state, duration)[0], since - duration).available
    state, out_for_test = tested(state, since)
    return 1 - state.available + (0 if works_in_test else out_for_test)


def _within(rate: float, span: float) -> float:
    return -expm1(-rate * span)


def _failed_again(failure: float, repair: float, at_restart: float, span: float) -> float:
    """That what is in repair comes back within the span and has failed again at its end."""
    back, broken = _within(repair, span), _within(failure, span)
    if failure == repair:
        again = broken - (1 - broken) * failure * span
    else:
        again = (failure * back - repair * broken) / (failure - repair)
    return back * at_restart + (1 - at_restart) * again


PERIODIC_TESTS: Mapping[int, Callable[..., float]] = {4: _instant_repair, 5: _instant_test, 11: _with_tests}
"""The laws by their number of arguments, in the order of the format."""
