"""Model becomes pictures: layouts as values, Graphviz in a process of its own, and one writer of SVG."""

from pirgen.diagrams.drawer import Drawer, Figure
from pirgen.diagrams.drawing import Drawing, drawings_of

__all__ = ["Drawer", "Drawing", "Figure", "drawings_of"]
