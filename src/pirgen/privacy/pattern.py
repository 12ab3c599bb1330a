"""What a pattern is: the kind of what it finds, its form, and what it is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

__all__ = ["Judge", "PrivateKind", "PrivatePattern", "Threshold", "always", "digits_in", "threshold"]


class PrivateKind(Enum):
    """What leads to people or machines."""

    EMAIL = "e-mail address"
    PHONE = "phone number"
    CARD = "card number"
    SECRET = "secret"
    IP_ADDRESS = "IP address"
    LINK = "link"


Judge = Callable[[re.Match[str]], bool]


def always(found: re.Match[str]) -> bool:
    """Judge by the pattern alone."""
    return True


@dataclass(frozen=True)
class PrivatePattern:
    """A way in which something private is written.

    ``form`` names it, such as 'GitHub token'. ``is_so`` looks at what matched and at the text around it. Where
    the pattern has a group ``value``, only that is private, as in ``password=...``. A text in lower case
    without any of the ``signs`` has no match, which saves the search.
    """

    kind: PrivateKind
    form: str
    pattern: re.Pattern[str]
    is_so: Judge = always
    signs: tuple[str, ...] = ()

    def may_be_in(self, lowered: str) -> bool:
        """Whether a text, given in lower case, has a sign, where there are any."""
        if not self.signs:
            return True
        for sign in self.signs:  # noqa: SIM110 - half the time of any()
            if sign in lowered:
                return True
        return False


class Threshold(NamedTuple):
    """What a text in lower case has before it is searched: so many digits, a sign, and then a match."""

    digits: int
    sign: str
    search: Callable[[str], object]


def threshold(sign: str, pattern: str = "", digits: int = 0) -> Threshold:
    """A threshold with a pattern; the cheap ones come first."""
    return Threshold(digits, sign, re.compile(pattern).search)


_DIGITS = "0123456789"


def digits_in(text: str) -> int:
    """How many digits a text has at most: those of other scripts are not told from letters."""
    return sum(map(text.count, _DIGITS)) if text.isascii() else len(text)
