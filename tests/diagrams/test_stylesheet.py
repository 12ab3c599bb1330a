import re
from pathlib import Path

import pytest

_CSS = (Path(__file__).parents[2] / "templates/assets/diagrams.css").read_text(encoding="utf-8")
_COLOUR = re.compile(r"--pirgen-([\w-]+): (#[0-9a-f]{3,6});")
_PAGES = {"light": "#ffffff", "dark": "#1e2129"}
_TEXTS = [
    ("ink", "surface"),
    ("ink", "box"),
    ("ink", "none-fill"),
    ("ink", "planned-fill"),
    ("ink", "done-fill"),
    ("muted", "surface"),
    ("link", "surface"),
    ("none", "surface"),
    ("planned", "surface"),
    ("done", "surface"),
    ("on-head", "head"),
]


def colours(scheme: str) -> dict[str, str]:
    light, _, dark = _CSS.partition('[data-md-color-scheme="slate"]')
    found = dict(_COLOUR.findall(light))
    if scheme == "dark":
        found |= dict(_COLOUR.findall(dark))
    return found | {"surface": _PAGES[scheme]}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _TEXTS)
def test_texts_can_be_read(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("phase", ["undetected", "unacknowledged", "mitigating", "restoring", "over"])
def test_signs_stand_out_from_their_disks(scheme: str, phase: str) -> None:
    found = colours(scheme)
    assert contrast(found[f"on-{phase}"], found[phase]) >= 3


def test_every_colour_has_a_dark_twin() -> None:
    light, _, dark = _CSS.partition('[data-md-color-scheme="slate"]')
    assert {name for name, _ in _COLOUR.findall(light)} == {name for name, _ in _COLOUR.findall(dark)}
