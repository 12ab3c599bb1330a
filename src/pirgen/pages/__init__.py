"""Model, numbers and drawings become pages: HTML as values, written nowhere."""

from pirgen.pages.data.feeds import FEED
from pirgen.pages.page import Asset, Heading, Page, complete
from pirgen.pages.site import OPTIONAL_PARTS, Figures, Settings, Site, render
from pirgen.pages.templates import TemplateProblem, builtin_folder

__all__ = [
    "FEED",
    "OPTIONAL_PARTS",
    "Asset",
    "Figures",
    "Heading",
    "Page",
    "Settings",
    "Site",
    "TemplateProblem",
    "builtin_folder",
    "complete",
    "render",
]
