"""Tables of any tool, CSV, Excel or JSON: which column means what, in which order dates are, a row each"""

from pirgen.imports.tables.column_map import ColumnMap, read_column_map
from pirgen.imports.tables.columns import MEANINGS
from pirgen.imports.tables.dates import DateOrder

__all__ = ["MEANINGS", "ColumnMap", "DateOrder", "read_column_map"]
