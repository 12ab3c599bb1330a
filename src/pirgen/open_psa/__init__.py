"""Fault trees in the Open-PSA Model Exchange Format, read and written."""

from pirgen.open_psa.reading import read_open_psa, write_open_psa

__all__ = ["read_open_psa", "write_open_psa"]
