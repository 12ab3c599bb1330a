"""Vocabularies of several folders become the one of their book: the common words, then what each team adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pirgen.diagnostics import Diagnostic, Related
from pirgen.model import Vocabulary
from pirgen.source import codes
from pirgen.source.file import ReadFile

__all__ = ["shared_vocabulary"]

_LISTS = ("severities", "categories", "triggers", "detection_sources", "roles", "services", "teams", "glossary")
"""Lists of words with an id: a word may be in several vocabularies if it means the same in each."""

_JOINED = ("people", "synonyms", "aliases")
_SINGLE = {"notice": "notice", "as_of": "as_of", "language": "language", "open_within_days": "open_within"}
"""What a book has one of: the key in the file, and the field of the vocabulary."""


def shared_vocabulary(files: Sequence[ReadFile[Vocabulary]]) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """The words of all files together, and where two of them disagree."""
    if not files:
        return Vocabulary(), ()
    words, found = files[0].value, list[Diagnostic]()
    written: dict[str, ReadFile[Vocabulary]] = {}
    for file in files:
        for name in (*_LISTS, *_JOINED, *_SINGLE):
            if not file.is_written((name,)):
                continue
            first = written.setdefault(name, file)
            if first is file:
                field = _SINGLE.get(name, name)
                words = _with(words, field, getattr(file.value, field))
            elif name in _SINGLE:
                if getattr(words, _SINGLE[name]) != getattr(file.value, _SINGLE[name]):
                    found.append(_disagree(f"'{name}' is set in two vocabularies", (name,), file, first))
            elif name in _JOINED:
                new = [each for each in getattr(file.value, name) if each not in getattr(words, name)]
                words = _with(words, name, (*getattr(words, name), *new))
            else:
                words, more = _added(words, name, file, files)
                found += more
    return words, tuple(found)


def _added(
    words: Vocabulary, name: str, file: ReadFile[Vocabulary], files: Sequence[ReadFile[Vocabulary]]
) -> tuple[Vocabulary, list[Diagnostic]]:
    """The words with those that a file adds to one list, and those that it gives another meaning."""
    known: dict[str, Any] = {word.id: word for word in getattr(words, name)}
    found = []
    for place, word in enumerate(getattr(file.value, name)):
        if known.setdefault(word.id, word) != word:
            other, at = _first_with(word.id, name, files)
            message = f"'{word.id}' of {name} has another meaning here"
            found.append(_disagree(message, (name, place), file, other, (name, at)))
    return _with(words, name, tuple(known.values())), found


def _with(words: Vocabulary, field: str, value: Any) -> Vocabulary:
    return replace(words, **{field: value})


def _first_with(id: str, name: str, files: Sequence[ReadFile[Vocabulary]]) -> tuple[ReadFile[Vocabulary], int]:
    """The first file that lists a word, and its place in the list."""
    return next(
        (file, place)
        for file in files
        if file.is_written((name,))
        for place, word in enumerate(getattr(file.value, name))
        if word.id == id
    )


def _disagree(
    message: str,
    path: tuple[str | int, ...],
    file: ReadFile[Vocabulary],
    first: ReadFile[Vocabulary],
    other: tuple[str | int, ...] | None = None,
) -> Diagnostic:
    code = codes.TWO_FOLDERS
    related = (Related(first.place(path if other is None else other), "it was written here first"),)
    hint = "write it once, in the vocabulary that all folders share"
    return Diagnostic(code.code, code.level, message, file.place(path), hint=hint, related=related)
