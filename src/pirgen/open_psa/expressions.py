"""Expressions that are constant at a mission time: numbers, parameters, arithmetic, and failure laws.

The formulas are those of the Open-PSA Model Exchange Format 2.0d, chapter V. A random deviate counts as its
mean, since nothing here is sampled.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import reduce
from itertools import pairwise

from pirgen.open_psa.definitions import Definition
from pirgen.open_psa.elements import Element, ModelError, unknown
from pirgen.open_psa.periodic_tests import PERIODIC_TESTS
from pirgen.open_psa.scopes import Scopes

__all__ = ["Evaluator"]

_CERTAIN = 7  # 1 - exp(-exp(7)) is 1

_UNARY: dict[str, Callable[[float], float]] = {
    "neg": operator.neg,
    "abs": abs,
    "acos": math.acos,
    "asin": math.asin,
    "atan": math.atan,
    "cos": math.cos,
    "cosh": math.cosh,
    "exp": math.exp,
    "log": math.log,
    "log10": math.log10,
    "sin": math.sin,
    "sinh": math.sinh,
    "tan": math.tan,
    "tanh": math.tanh,
    "sqrt": math.sqrt,
    "ceil": math.ceil,
    "floor": math.floor,
    "not": operator.not_,
}
_BINARY: dict[str, Callable[[float, float], float]] = {
    "mod": math.fmod,
    "pow": math.pow,
    "eq": operator.eq,
    "df": operator.ne,
    "lt": operator.lt,
    "gt": operator.gt,
    "leq": operator.le,
    "geq": operator.ge,
}
_SEVERAL: dict[str, Callable[[list[float]], float]] = {
    "add": sum,
    "sub": lambda values: reduce(operator.sub, values),
    "mul": math.prod,
    "div": lambda values: reduce(operator.truediv, values),
    "min": min,
    "max": max,
    "mean": lambda values: sum(values) / len(values),
    "and": all,
    "or": any,
}


def _exponential(rate: float, time: float) -> float:
    _positive_or_zero(rate, time)
    return -math.expm1(-rate * time)


def _weibull(scale: float, shape: float, shift: float, time: float) -> float:
    _positive(scale, shape)
    _positive_or_zero(shift, time)
    if time <= shift:
        return 0.0
    aged = (time - shift) / scale
    return 1.0 if shape * math.log(aged) > _CERTAIN else -math.expm1(-(aged**shape))


def _glm(at_start: float, failure: float, repair: float, time: float) -> float:
    """Failing and being repaired at constant rates, with a chance to be failed at the start."""
    _positive(failure)
    _positive_or_zero(repair, time, at_start)
    both = failure + repair
    return (failure - (failure - at_start * both) * math.exp(-both * time)) / both


def _lognormal(*arguments: float) -> float:
    """By mean, error factor and confidence level, or by the mean and deviation of the logarithm."""
    if len(arguments) == 3:
        return arguments[0]
    mean, deviation = arguments
    return math.exp(mean + deviation**2 / 2)


def _periodic_test(*arguments: float) -> float:
    _positive_or_zero(*arguments)
    _positive(arguments[0], arguments[len(arguments) // 3])  # the rate, and the time between tests
    return float(PERIODIC_TESTS[len(arguments)](*arguments))


def _positive(*values: float) -> None:
    if min(values) <= 0:
        raise ValueError("a rate, scale or shape must be above 0")


def _positive_or_zero(*values: float) -> None:
    if min(values) < 0:
        raise ValueError("a rate or time must not be below 0")


_LAWS: dict[str, tuple[Callable[..., float], tuple[int, ...]]] = {
    "exponential": (_exponential, (2,)),
    "Weibull": (_weibull, (4,)),
    "GLM": (_glm, (4,)),
    "ite": (lambda condition, one, other: one if condition else other, (3,)),
    "uniform-deviate": (lambda low, high: (low + high) / 2, (2,)),
    "normal-deviate": (lambda mean, deviation: mean, (2,)),
    "lognormal-deviate": (_lognormal, (2, 3)),
    "gamma-deviate": (lambda shape, scale: shape * scale, (2,)),
    "beta-deviate": (lambda alpha, beta: alpha / (alpha + beta), (2,)),
    "periodic-test": (_periodic_test, tuple(PERIODIC_TESTS)),
}


class Evaluator:
    """Computes expressions; parameters are found from the scope that they are used in."""

    def __init__(self, scopes: Scopes, mission_time: float) -> None:
        self._scopes = scopes
        self._mission_time = mission_time
        self._known: dict[str, float] = {}
        self._open: list[str] = []

    def probability(self, element: Element, scope: tuple[str, ...], what: str) -> float:
        """The value of an expression that must be a probability."""
        value = self.value(element, scope)
        if not 0 <= value <= 1:
            raise element.error(f"{what} is {value:g}; a probability is from 0 to 1")
        return value

    def value(self, element: Element, scope: tuple[str, ...]) -> float:
        """The value of an expression at the mission time."""
        match element.tag:
            case "float" | "int" | "bool":
                return _constant(element)
            case "parameter":
                return self._parameter(element, scope)
            case "system-mission-time":
                return self._mission_time
            case "pi":
                return math.pi
            case "switch":
                return self._switch(element, scope)
            case "histogram":
                return self._histogram(element, scope)
        compute = _operation(element)
        values = [self.value(child, scope) for child in element.children]
        try:
            result = float(compute(values))
        except OverflowError:
            raise element.error(f"<{element.tag}> is no finite number") from None
        except (ArithmeticError, ValueError) as problem:
            raise element.error(f"<{element.tag}> cannot be computed: {problem}") from problem
        if not math.isfinite(result):
            raise element.error(f"<{element.tag}> is no finite number")
        return result

    def parameter(self, definition: Definition) -> float:
        """The value of a parameter."""
        path = definition.path
        if path in self._open:
            raise self._circle(self._open[self._open.index(path) :])
        if path not in self._known:
            if len(definition.body) != 1:
                raise definition.element.error(f"parameter '{definition.name}' needs exactly one expression")
            self._open.append(path)
            try:
                self._known[path] = self.value(definition.body[0], definition.scope)
            finally:
                self._open.pop()
        return self._known[path]

    def _circle(self, paths: list[str]) -> ModelError:
        """The exception for parameters that depend on each other, told once wherever one begins."""
        begin = paths.index(min(paths))
        circle = [*paths[begin:], *paths[:begin], paths[begin]]
        first = self._scopes.find(circle[0], (), is_parameter=True)
        assert first
        return first.element.error(f"parameter '{first.name}' depends on itself: {' → '.join(circle)}")

    def _parameter(self, element: Element, scope: tuple[str, ...]) -> float:
        name = element.attribute("name")
        definition = self._scopes.find(name, scope, is_parameter=True)
        if definition is None:
            raise element.error(f"parameter '{name}' is not defined in these files")
        unit, own = (of.attributes.get("unit", "") for of in (element, definition.element))
        if unit and unit != own:
            raise element.error(f"parameter '{name}' is in '{own or 'no unit'}', not in '{unit}'")
        if len(self._open) > 150:
            raise element.error("parameters depend on each other too deeply")
        return self.parameter(definition)

    def _switch(self, element: Element, scope: tuple[str, ...]) -> float:
        *cases, default = element.children or (None,)
        if default is None or default.tag == "case":
            raise element.error("<switch> needs an expression after its cases")
        for case in cases:
            if case is None or case.tag != "case" or len(case.children) != 2:
                raise element.error("<switch> needs cases with a condition and an expression each")
            if self.value(case.children[0], scope):
                return self.value(case.children[1], scope)
        return self.value(default, scope)

    def _histogram(self, element: Element, scope: tuple[str, ...]) -> float:
        """The mean of a histogram: a lower bound, and bins with an upper bound and a weight each."""
        first, *bins = element.children or (element,)
        if not bins or any(each.tag != "bin" or len(each.children) != 2 for each in bins):
            raise element.error(
                "<histogram> needs a lower bound and bins with an upper bound and a weight each"
            )
        bounds = [self.value(first, scope), *(self.value(each.children[0], scope) for each in bins)]
        weights = [self.value(each.children[1], scope) for each in bins]
        if min(weights) < 0 or sum(weights) <= 0 or sorted(bounds) != bounds:
            raise element.error("the bounds of a <histogram> rise, and its weights are above 0")
        middles = ((low + high) / 2 for low, high in pairwise(bounds))
        return sum(middle * weight for middle, weight in zip(middles, weights, strict=True)) / sum(weights)


def _constant(element: Element) -> float:
    written = element.attribute("value")
    if element.tag == "bool":
        if written not in ("true", "false", "1", "0"):
            raise element.error(f"'{written}' is neither true nor false")
        return float(written in ("true", "1"))
    try:
        value = float(int(written) if element.tag == "int" else float(written))
    except (ValueError, OverflowError):
        raise element.error(f"'{written}' is not a number that <{element.tag}> can hold") from None
    if not math.isfinite(value) or "_" in written:
        raise element.error(f"'{written}' is not a number that <{element.tag}> can hold")
    return value


def _operation(element: Element) -> Callable[[list[float]], float]:
    """What an element does with the values of its children, of which it must have the right number."""
    count, tag = len(element.children), element.tag
    wanted: tuple[int, ...]
    if tag in _SEVERAL:
        wanted, function = (count or 1,), _SEVERAL[tag]
    elif tag in _UNARY:
        wanted, function = (1,), lambda values: _UNARY[tag](*values)
    elif tag in _BINARY:
        wanted, function = (2,), lambda values: _BINARY[tag](*values)
    elif tag in _LAWS:
        law, wanted = _LAWS[tag]
        function = lambda values: law(*values)  # noqa: E731 - one of four that are alike
    else:
        raise _not_read(element)
    if count not in wanted:
        needed = " or ".join(map(str, wanted))
        raise element.error(f"<{tag}> needs {needed} expressions, not {count}")
    return function


def _not_read(element: Element) -> ModelError:
    known = ("float", "int", "bool", "parameter", "system-mission-time", *_UNARY, *_BINARY, *_SEVERAL, *_LAWS)
    if element.tag == "extern-function":
        return element.error("<extern-function> is not read: nothing outside of the model is run")
    return unknown(element, "an expression", known)
