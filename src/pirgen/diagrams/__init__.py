"""Model becomes pictures: DOT text from pure functions, and one module that runs Graphviz."""

from pirgen.diagrams.diagram import Diagram, Figure
from pirgen.diagrams.drawer import Drawer, diagrams_of

__all__ = ["Diagram", "Drawer", "Figure", "diagrams_of"]
