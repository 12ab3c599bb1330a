"""``pirgen explain``: what a code means and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.terminal import print_text
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.diagnostics import Explanation


@click.command()
@click.argument("codes", nargs=-1, shell_complete=completion.codes)
@stops_cleanly
def explain(codes: tuple[str, ...]) -> None:
    """Explain a code of 'pirgen check': what it means, why it matters, and how to do it right.

    Without CODES, lists all of them.

    \b
    Examples:
      pirgen explain PIR105
      pirgen explain
    """
    if codes:
        print_text("\n".join(_explained(code) for code in codes), end="")
    else:
        print_text(_listed(), end="")


def _explained(code: str) -> str:
    from pirgen.diagnostics import near_miss
    from pirgen.rules.catalogue import EXPLANATIONS

    explanation = EXPLANATIONS.get(code.upper())
    if explanation is None:
        near = near_miss(code, EXPLANATIONS)
        meant = f"did you mean {near}? " if near else ""
        raise PirgenError(f"there is no code '{code}'; {meant}'pirgen explain' lists all")
    return "\n".join([*_said(explanation), *_waiving(explanation)])


def _said(explanation: Explanation) -> list[str]:
    from textwrap import fill, indent

    from pirgen.wording.printed import harmless

    lines = [f"{explanation.code} {explanation.title} ({explanation.level.value})", ""]
    lines += [fill(explanation.reason, 80), ""]
    for name, example in (("Incorrect", explanation.bad), ("Correct", explanation.good)):
        if example:
            shown = "\n".join(harmless(line) for line in example.splitlines())
            lines += [f"{name}:", "", indent(shown, "    "), ""]
    return lines


def _waiving(explanation: Explanation) -> list[str]:
    from pirgen.rules.waivers import is_waivable

    if not is_waivable(explanation):
        return []
    comment = f"    # pirgen: allow {explanation.code} because ..."
    return ["if it is right as it is, say why at the end of the line or on the line before:", "", comment, ""]


def _listed() -> str:
    from pirgen.rules.catalogue import families

    lines = []
    for title, members in families():
        lines += [title, *(f"  {each.code}  {each.level.value:<7}  {each.title}" for each in members), ""]
    return "\n".join([*lines, "for details of one: pirgen explain CODE", ""])
