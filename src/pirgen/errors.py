"""What stops the program. What an author wrote wrong is never an exception, but a diagnostic."""

from __future__ import annotations

UNUSABLE = 2
"""The exit code where what was asked for could not be carried out."""


class PirgenError(Exception):
    """A reason to stop, worded so that whoever started the program can fix it; caught once in each door."""


def refused(problem: OSError) -> str:
    """What the operating system refused, in words, such as ``cannot use 'site': permission denied``."""
    said = (problem.strerror or str(problem)).lower()
    return said if problem.filename is None else f"cannot use '{problem.filename}': {said}"
