"""What stops the program. What an author wrote wrong is never an exception, but a diagnostic."""

from __future__ import annotations


class PirgenError(Exception):
    """A reason to stop, said so that whoever started the program can mend it; caught once in each door."""
