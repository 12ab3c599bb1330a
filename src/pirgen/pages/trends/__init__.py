"""The trends page and the lists that its numbers lead to."""

from pirgen.pages.trends.page import pages

__all__ = ["pages"]
