"""The trends page and the lists behind its numbers."""

from pirgen.pages.trends.page import pages

__all__ = ["pages"]
