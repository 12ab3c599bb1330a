"""Models with a slip anywhere: each is read, or refused at a line. Nothing else may happen."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from xml.etree import ElementTree as Xml

import pytest

from pirgen.analysis.open_paths import analyse
from pirgen.errors import PirgenError
from pirgen.open_psa import read_open_psa
from tests.open_psa.test_reading import MODELS

VALUES = (
    "",
    " ",
    "-1",
    "1",
    "1e400",
    "nan",
    "0x1",
    "1_0",
    "٣",
    ".5",
    "true",
    "gate",
    "a.b",
    ".a",
    "a b",
    "private",
)
NAMES = ("id", "min", "max", "role", "type", "value", "level", "unit", "model", "name")
WRAPPERS = (
    "and",
    "not",
    "event",
    "float",
    "label",
    "attributes",
    "define-gate",
    "define-component",
    "model-data",
)

Inner = tuple[Xml.Element, Xml.Element]
"""An element that something is around, with that."""


def dropped(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[1].remove(inner[0])


def doubled(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[1].append(deepcopy(inner[0]))


def moved(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[1].remove(inner[0])
    dice.choice(list(model.iter())).append(inner[0])


def wrapped(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[1].remove(inner[0])
    Xml.SubElement(inner[1], dice.choice(WRAPPERS)).append(inner[0])


def of_another_kind(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[0].tag = dice.choice(list(model.iter())).tag


def without_an_attribute(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[0].attrib.pop(dice.choice(NAMES), None)


def with_another_value(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[0].set(dice.choice([*inner[0].attrib, dice.choice(NAMES)]), dice.choice(VALUES))


def with_another_name(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[0].set("name", dice.choice([each.get("name", "") for each in model.iter()]))


def with_text(dice: Random, model: Xml.Element, inner: Inner) -> None:
    inner[0].text = "0.5"


SLIPS = (
    dropped,
    doubled,
    moved,
    wrapped,
    of_another_kind,
    without_an_attribute,
    with_another_value,
    with_another_name,
    with_text,
)


def outcome(model: Path) -> str:
    """What is wrong with the model; nothing if it is read."""
    try:
        for review in read_open_psa([model]):
            analyse(review, {})
    except PirgenError as problem:
        return str(problem)
    return ""


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_a_slip_is_read_or_refused_at_its_line(
    slip: Callable[[Random, Xml.Element, Inner], None], tmp_path: Path
) -> None:
    kept = [model for model in MODELS if not outcome(model) and b"include" not in model.read_bytes()]
    file = tmp_path / "model.xml"
    refused = 0
    for seed in range(80):
        dice = Random(seed)
        model = Xml.parse(dice.choice(kept)).getroot()
        inner = dice.choice([(child, parent) for parent in model.iter() for child in parent])
        slip(dice, model, inner)
        Xml.ElementTree(model).write(file, encoding="utf-8", xml_declaration=True)
        problem = outcome(file)
        refused += bool(problem)
        for line in problem.splitlines():
            assert re.match(rf"{re.escape(str(file))}:\d+:\d+: .|\.\.\. and", line), (seed, line)
    assert refused
