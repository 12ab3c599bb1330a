"""Set phrases of a language: one a line, and which words of a text call for each follows from the phrase.

A line is in the notation of patterns; all there is besides letters is ``(?:a|b)``, ``(?! a| b)``, ``[ab]`` and
``?``. What is indented further goes on with the line before, after its last ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import UNMEASURED, Pattern, Reliability, Spared, asking

_CONTINUED = re.compile(r"(?<=\|)\n {8}")


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
        yield asking(
            code,
            "",
            phrase,
            not_after=not_after,
            spares=spares,
            measured=measured,
            only_in=only_in,
        )
