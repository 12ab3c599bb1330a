"""Charts as geometry: numbers in, places in px out. Colours are the stylesheet's."""

from pirgen.pages.charts.columns import Column, Segment, column_chart
from pirgen.pages.charts.dots import Dot, Strip, dot_chart
from pirgen.pages.charts.scales import Tick
from pirgen.pages.charts.shapes import Chart, ChartMark, Disk, GridLine, Label, Rectangle

__all__ = [
    "Chart",
    "ChartMark",
    "Column",
    "Disk",
    "Dot",
    "GridLine",
    "Label",
    "Rectangle",
    "Segment",
    "Strip",
    "Tick",
    "column_chart",
    "dot_chart",
]
