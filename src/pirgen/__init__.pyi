from pirgen.api import build as build
from pirgen.api import check as check
from pirgen.api import read as read
from pirgen.api import similar as similar
from pirgen.errors import PirgenError as PirgenError

__version__: str
__all__ = ["PirgenError", "__version__", "build", "check", "read", "similar"]
