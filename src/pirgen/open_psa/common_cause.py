"""Common-cause groups: events that may fail together become gates over what fails alone or together.

The models are those of the Open-PSA Model Exchange Format 2.0d, III.2 (beta-factor, MGL, alpha-factor,
phi-factor), after A. Mosleh et al., NUREG/CR-4780.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb, prod

from pirgen.open_psa.definitions import Group
from pirgen.open_psa.elements import Element, unknown
from pirgen.open_psa.expressions import Evaluator

__all__ = ["CommonCauseGroup", "common_cause", "members"]

_MODELS = ("beta-factor", "MGL", "alpha-factor", "phi-factor")
_PARTS = ("members", "distribution", "factors", "factor")
_MOST_EVENTS = 5_000
_ROUNDING = 1e-4


@dataclass(frozen=True)
class CommonCauseGroup:
    """A set of members that fail together, alone if it is one, and how likely that is."""

    members: tuple[str, ...]
    probability: float


def members(group: Group) -> tuple[Element, ...]:
    """The references to the members of a group."""
    lists = [part for part in group.body if part.tag == "members"]
    found = tuple(child for part in lists for child in part.children)
    names = [child.attribute("name") for child in found]
    for child in found:
        if child.tag != "basic-event":
            raise unknown(child, f"the members of group '{group.name}'", ("basic-event",))
        if names.count(child.attribute("name")) > 1:
            raise child.error(f"'{child.attribute('name')}' is twice a member of group '{group.name}'")
    if len(lists) != 1 or len(found) < 2:
        raise group.element.error(f"common-cause group '{group.name}' needs one list of two or more members")
    return found


def common_cause(group: Group, evaluator: Evaluator) -> Iterator[CommonCauseGroup]:
    """What may fail alone and together in a group."""
    model = group.element.chosen("model", _MODELS, "")
    for part in group.body:
        if part.tag not in _PARTS:
            raise unknown(part, f"common-cause group '{group.name}'", _PARTS)
    names = tuple(member.attribute("name") for member in members(group))
    distributions = [part for part in group.body if part.tag == "distribution"]
    if len(distributions) != 1:
        raise group.element.error(f"common-cause group '{group.name}' needs one <distribution>")
    whole = evaluator.probability(distributions[0].only_child(), group.scope, "the distribution")
    factors = _factors(group, model, len(names), evaluator)
    chances = _by_size(model, len(names), factors, whole)
    if sum(comb(len(names), size) for size in chances) > _MOST_EVENTS:
        message = f"common-cause group '{group.name}' has more than {_MOST_EVENTS} combinations"
        raise group.element.error(message)
    for size, chance in chances.items():
        if not 0 <= chance <= 1:
            raise group.element.error(
                f"{size} members of group '{group.name}' fail with probability {chance:g}"
            )
        yield from (CommonCauseGroup(chosen, chance) for chosen in combinations(names, size))


def _factors(group: Group, model: str, size: int, evaluator: Evaluator) -> list[float]:
    """The factors by level, from the lowest level of the model on."""
    written = [factor for part in group.body for factor in (part.children if part.tag == "factors" else [part])]
    lowest = {"beta-factor": size, "MGL": 2}.get(model, 1)
    found: dict[int, float] = {}
    for factor in (part for part in written if part.tag not in ("members", "distribution")):
        if factor.tag != "factor":
            raise unknown(factor, "<factors>", ("factor",))
        level = _level(factor, max(found, default=lowest - 1) + 1)
        if not lowest <= level <= size or level in found:
            problem = "is given twice" if level in found else f"is not from {lowest} to {size}"
            raise factor.error(f"level {level} of group '{group.name}' {problem}")
        found[level] = evaluator.probability(factor.only_child(), group.scope, "the factor")
    missing = [level for level in range(lowest, max(found, default=lowest) + 1) if level not in found]
    if missing:
        raise group.element.error(f"group '{group.name}' has no factor of level {missing[0]}")
    factors = [found[level] for level in sorted(found)]
    if model == "phi-factor" and abs(sum(factors) - 1) > _ROUNDING:
        raise group.element.error(f"the factors of group '{group.name}' sum to {sum(factors):g}, not to 1")
    return factors


def _level(factor: Element, next_one: int) -> int:
    written = factor.attributes.get("level", str(next_one)).strip()
    if not written.isascii() or not written.isdigit():
        raise factor.error(f"level '{written}' is not a number")
    return int(written[:9])


def _by_size(model: str, members: int, factors: list[float], whole: float) -> dict[int, float]:
    """How likely it is that a given set of members fails together, by its size."""
    if model == "beta-factor":
        return {1: (1 - factors[0]) * whole, members: factors[0] * whole}
    if model == "phi-factor":
        return {size: factor * whole for size, factor in enumerate(factors, 1)}
    if model == "alpha-factor":
        total = sum(size * factor for size, factor in enumerate(factors, 1)) or 1.0
        return {
            size: size * factor / total * whole / comb(members - 1, size - 1)
            for size, factor in enumerate(factors, 1)
        }
    chances = {}
    for size in range(1, len(factors) + 2):
        next_one = 1 - factors[size - 1] if size <= len(factors) else 1.0
        chances[size] = prod(factors[: size - 1]) * next_one * whole / comb(members - 1, size - 1)
    return chances
