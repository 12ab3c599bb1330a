"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Examination"]


@dataclass(frozen=True)
class Examination:
    """One thing that was looked at: what was seen, and what to do about it where that is a problem."""

    what: str
    seen: str
    remedy: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether nothing is to be done."""
        return not self.remedy
