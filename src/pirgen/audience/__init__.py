"""One source, two audiences: what the public may read of a book, and whether a site holds anything else."""

from pirgen.audience.leaks import Leak, find_leaks, refuse_leaks
from pirgen.audience.public import public_book

AUDIENCE_VARIABLE = "PIRGEN_AUDIENCE"
"""Names the audience to the plugin in the place of its option, for ``pirgen build --audience``."""

__all__ = ["AUDIENCE_VARIABLE", "Leak", "find_leaks", "public_book", "refuse_leaks"]
