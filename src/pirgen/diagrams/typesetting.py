"""Typst, which makes PDF and PNG and needs no other program. The only user of its package."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from pirgen.errors import PirgenError

__all__ = ["typeset"]


def typeset(source: str, files: Mapping[str, str], format: str, ppi: float = 144) -> bytes:
    """What Typst makes of a source, which may use the files by their names; always the same bytes."""
    try:
        typst: Any = import_module("typst")
    except ImportError as problem:
        raise PirgenError("PNG and PDF need more: run 'pip install \"pirgen[draw]\"'") from problem
    with tempfile.TemporaryDirectory(prefix="pirgen-") as name:
        for file, text in {**files, "main.typ": source}.items():
            (Path(name) / file).write_text(text, encoding="utf-8")
        try:
            return bytes(
                typst.compile(str(Path(name) / "main.typ"), root=name, format=format, ppi=ppi, timestamp=0)
            )
        except RuntimeError as problem:
            raise PirgenError(f"the file could not be made: {str(problem).splitlines()[0]}") from problem
