"""How large a file is, and of which type, for readers."""

from __future__ import annotations

__all__ = ["file_size", "file_type"]


def file_size(count: int) -> str:
    """Bytes with the unit that keeps the number short, in steps of a thousand: ``31 kB``."""
    size, units = float(count), iter(("B", "kB", "MB", "GB"))
    unit = next(units)
    while size >= 999.5 and (larger := next(units, "")):
        size, unit = size / 1000, larger
    return f"{size:.1f} {unit}" if size < 9.95 and unit != "B" else f"{size:,.0f} {unit}"


def file_type(name: str) -> str:
    """The type of a file by its name: ``log``, ``CSV``, ``PNG``."""
    ending = name.rpartition(".")[2].lower()
    return {"txt": "text", "log": "log", "jpg": "JPEG", "webp": "WebP"}.get(ending, ending.upper())
