"""Charts as geometry: numbers in, places in px out. Colours are the stylesheet's."""

from pirgen.pages.charts.columns import Column, Segment, column_chart
from pirgen.pages.charts.dots import Dot, Strip, dot_chart
from pirgen.pages.charts.scales import Tick
from pirgen.pages.charts.shapes import Box, Chart, Disk, Mark, Rule, Words

__all__ = [
    "Box",
    "Chart",
    "Column",
    "Disk",
    "Dot",
    "Mark",
    "Rule",
    "Segment",
    "Strip",
    "Tick",
    "Words",
    "column_chart",
    "dot_chart",
]
