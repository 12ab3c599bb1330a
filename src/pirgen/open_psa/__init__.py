"""Fault trees in the Open-PSA Model Exchange Format (version 2.0d), read and written."""

from pirgen.open_psa.reading import MISSION_TIME, read_open_psa
from pirgen.open_psa.writing import write_open_psa

__all__ = ["MISSION_TIME", "read_open_psa", "write_open_psa"]
