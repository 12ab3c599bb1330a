"""``pirgen doctor``: whether this machine and this folder have what pirgen needs, and what to do where not"""

from pirgen.cli.health.command import doctor

__all__ = ["doctor"]
