"""The documents of a model: its files, and the neighbours that they include (XInclude).

The only module of this room that reads the disk. Only files in the folder of the including file, or in
folders below it, are read: no address of the network, no way out through '..' or a symbolic link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from pirgen.open_psa.elements import Element, ModelError, located, parsed

__all__ = ["read_documents"]

_INCLUDE = "http://www.w3.org/2001/XInclude include"
_WHOLE = ("", "/1/*", "xpointer(/opsa-mef/*)", "xpointer(/*/*)", "element(/1)")
_LARGEST = 50_000_000


def read_documents(files: Sequence[Path]) -> tuple[Element, ...]:
    """The roots of the files, with what they include in place."""
    return tuple(_document(file, file.resolve().parent, str(file), ()) for file in files)


def _document(file: Path, folder: Path, name: str, including: tuple[Path, ...]) -> Element:
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise located(name, 1, 1, f"this is not a file of at most {_LARGEST // 1_000_000} MB")
        content = file.read_bytes()
    except OSError as problem:
        raise ModelError(f"cannot read '{name}': {(problem.strerror or str(problem)).lower()}") from problem
    root = parsed(content, name)
    if root.tag != "opsa-mef":
        raise root.error(f"this is not an Open-PSA model: it begins with <{root.tag}>, not <opsa-mef>")
    return _with_included(root, file.resolve(), folder, (*including, file.resolve()))


def _with_included(element: Element, file: Path, folder: Path, including: tuple[Path, ...]) -> Element:
    if not any(child.tag == _INCLUDE or child.children for child in element.children):
        return element
    return replace(element, children=tuple(_children(element, file, folder, including)))


def _children(element: Element, file: Path, folder: Path, including: tuple[Path, ...]) -> Iterator[Element]:
    for child in element.children:
        if child.tag == _INCLUDE:
            yield from _included(child, file, folder, including).children
        else:
            yield _with_included(child, file, folder, including)


def _included(element: Element, file: Path, folder: Path, including: tuple[Path, ...]) -> Element:
    href = unquote(element.attribute("href"))
    if element.attributes.get("parse", "xml") != "xml" or element.children:
        raise element.error("an inclusion with parse='text' or a fallback is not read")
    if element.attributes.get("xpointer", "") not in _WHOLE:
        raise element.error("only whole models are included: xpointer(/opsa-mef/*)")
    target = None if "\0" in href else (file.parent / href).resolve()
    if target is None or "://" in href or not target.is_relative_to(folder):
        raise element.error(f"'{href}' is not included: only files in the model's own folder are")
    if target in including:
        circle = " → ".join(path.name for path in (*including[including.index(target) :], target))
        raise element.error(f"the files include each other in a circle: {circle}")
    if not target.exists():
        raise element.error(f"'{href}' is not included: there is no such file")
    name = str(Path(element.file).parent / href)
    return _document(target, folder, name, including)
