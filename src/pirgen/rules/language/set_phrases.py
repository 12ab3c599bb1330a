"""Set phrases of a language: one a line, and which words of a text call for each follows from the phrase.

A line is in the notation of patterns; all there is besides letters is ``(?:a|b)``, ``(?! a| b)``, ``[ab]`` and
``?``. What is indented further goes on with the line before, after its last ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.diagnostics import Level
from pirgen.rules.language.notation import forms
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import UNMEASURED, Pattern, Reliability, Spared

_CONTINUED = re.compile(r"(?<=\|)\n {8}")

_NOT_BEFORE = re.compile(r"\(\?![^()]*\)")

_OPTIONAL = re.compile(r"\(\?:(?:[^()|]+ (?:\||(?=\))))+\)\?|\(\?:(?:(?:(?<=:)|(?<=\|)) [^()|]+\|?)+\)\?")
"""A word, or one of several, that a phrase may lack."""


_COMMON = """
    was were is are been be being not no never had has have did to of for in on at it this that the and
    we i they he she us them me him her my our their
"""


def _how_rare(words: list[str]) -> tuple[bool, int, int]:
    """A guess: words that are long and few are in few texts."""
    return not set(words) & set(_COMMON.split()), min(map(len, words)), -len(words)


def _calling(phrase: str) -> Iterator[str]:
    """The words that every text with a phrase has: its fixed ones, each time with one of those that vary."""
    needed = _OPTIONAL.sub("", _NOT_BEFORE.sub("", phrase)).replace("~?", "(?:~)?").replace(" ?", "(?: )?")
    parts = [
        sorted({" ".join(re.findall("[a-z0-9]+", form.replace(r"\w+", " "))) for form in forms(part)})
        for part in re.findall(r"(?:\(\?:[^()]*\)|[^ ()])+", needed)
    ]
    fixed = [part[0] for part in parts if len(part) == 1 and part[0]]
    varied = [part for part in parts if len(part) > 1 and all(part)]
    for word in max(varied, key=_how_rare, default=[""]):
        yield "+".join([*word.split(), *" ".join(fixed).split()])


def patterns_of(
    code: str,
    lines: str,
    spares: Spared,
    measured: Reliability = UNMEASURED,
    *,
    not_after: str = "",
    only_in: tuple[Part, ...] = (),
) -> Iterator[Pattern]:
    """A pattern for each line; they are measured together, and all that they find are infos."""
    for phrase in filter(None, map(str.strip, _CONTINUED.sub("", lines).splitlines())):
        yield Pattern(
            code,
            " ".join(_calling(phrase)),
            phrase,
            not_after=not_after,
            spares=spares,
            measured=measured,
            at_most=Level.INFO,
            only_in=only_in,
            is_alone=True,
        )
