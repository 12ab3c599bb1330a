"""Door two: MkDocs. Hands the pages over as virtual files; the only room that imports mkdocs."""

from pirgen.plugin.plugin import PirgenPlugin

__all__ = ["PirgenPlugin"]
