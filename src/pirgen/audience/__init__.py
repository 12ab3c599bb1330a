"""One source, two audiences: what the public may read of a book, and whether a site holds anything else."""

from pirgen.audience.leaks import Leak, find_leaks
from pirgen.audience.public import public_book

__all__ = ["Leak", "find_leaks", "public_book"]
