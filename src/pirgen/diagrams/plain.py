"""Markdown as plain text, for drawings."""

from pirgen.retrieval.plain_text import plain

__all__ = ["plain"]
