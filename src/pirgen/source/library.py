"""All the files together become the book; the library knows where everything in it was written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from pirgen.cache import Cache, digest, in_parts, shared
from pirgen.diagnostics import Diagnostic, Excerpt, FieldPath, Place, Related, near_miss
from pirgen.model import Book, Vocabulary
from pirgen.source import codes
from pirgen.source.aliases import with_current_ids
from pirgen.source.attachments import attachment_problems
from pirgen.source.cached import VALUES, CachedFiles
from pirgen.source.fields import Record, is_incident_id
from pirgen.source.fields.respelt_times import respelt_day
from pirgen.source.file import ReadFile, read_file
from pirgen.source.folder import INCIDENT_FILE, REVIEW_FILE, VOCABULARY_FILE, Folder
from pirgen.source.form.files import incident_form, review_form
from pirgen.source.form.vocabularies import VOCABULARIES
from pirgen.source.shared_words import shared_vocabulary
from pirgen.source.waivers import Waiver
from pirgen.source.yaml.characters import text_of

T = TypeVar("T")

_AT_ONCE = 20
"""How many files are asked of the cache at once."""

LONGEST_INCIDENT_ID = 100
"""How many characters an incident's id may have: it is part of addresses and names of files."""


@dataclass(frozen=True)
class Library:
    """What a folder of incidents says: the book, the files it was read from, and what is wrong with them."""

    book: Book
    files: Mapping[str, ReadFile[Any]]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files, to draw excerpts from."""
        return _Texts(self.files)

    @cached_property
    def _odd_files(self) -> tuple[Diagnostic, ...]:
        return tuple(found for found in self.diagnostics if found.code == codes.FOLDER.code)

    @cached_property
    def marks(self) -> dict[str, str]:
        """A digest of everything that each file's value depends on, by the file's name."""
        words = digest(VALUES.write(self.book.vocabulary))
        return {name: digest(words, file.content or b"") for name, file in self.files.items()}

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The comments in which authors allow findings."""
        return tuple(waiver for file in self.files.values() for waiver in file.waivers)

    def place(self, file: str, path: FieldPath, at_key: bool = False, excerpt: Excerpt | None = None) -> Place:
        """Where a field, or an excerpt of its value, was written, or the nearest thing around it."""
        return self.files[file].place(path, at_key, excerpt) if file in self.files else Place(file)

    def is_written(self, file: str, path: FieldPath) -> bool:
        """Whether the key at the top of a field's path was written in its file at all."""
        return file in self.files and self.files[file].is_written(path)

    def is_sound(self, file: str, path: FieldPath) -> bool:
        """Whether the field, if it was written, was read without an error in it; its file was read at all.

        A folder, such as ``2026-03-14-x/``, is sound where no file in it has another name than ours.
        """
        if file.endswith("/"):
            return not any(found.place.file.startswith(file) for found in self._odd_files)
        return file in self.files and self.files[file].is_sound(path)


class _Texts(Mapping[str, str]):
    """The texts of files, each decoded when it is asked for, since few are."""

    def __init__(self, files: Mapping[str, ReadFile[Any]]) -> None:
        self._files = files

    def __getitem__(self, name: str) -> str:
        return self._files[name].text

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def read_library(
    folder: Folder, known: Library | None = None, cache: Cache | None = None, is_kept: bool = True
) -> Library:
    """The book and everything that is wrong with its files.

    Files that are as ``known``, or the ``cache``, has them, under the same vocabulary, are not read again. The
    cache gets those that are, if ``is_kept``.
    """
    none = CachedFiles(Cache(), Vocabulary())
    vocabularies = _read(folder, dict.fromkeys(folder.vocabularies, VOCABULARIES), Vocabulary(), {}, none)
    words, disagreements = shared_vocabulary(vocabularies)
    read = known.files if known and known.book.vocabulary == words else {}
    ids = incident_ids(folder)
    kept = CachedFiles(cache or Cache(), words, is_kept)
    incidents = _read(folder, {f"{id}/{INCIDENT_FILE}": incident_form(id) for id in ids}, words, read, kept)
    reviews = _read(folder, {f"{id}/{REVIEW_FILE}": review_form(id) for id in ids}, words, read, kept)
    written = Book(
        incidents=tuple(file.value for file in incidents),
        reviews=tuple(file.value for file in reviews),
        vocabulary=words,
        attachments=folder.attachments,
        file_sizes=folder.file_sizes,
        picture_sizes=folder.sizes or {},
        sources=folder.homes,
    )
    every: list[ReadFile[Any]] = [*vocabularies, *incidents, *reviews]
    files = {file.name: file for file in every}
    found = [problem for file in every for problem in file.diagnostics]
    found += [*disagreements, *_duplicates(folder)]
    found += [*_odd_folders(folder), *_strays(folder), *_unpublishable(folder)]
    return Library(
        with_current_ids(written), files, tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
    )


def _read(
    folder: Folder,
    forms: Mapping[str, Record[T]],
    vocabulary: Vocabulary,
    known: Mapping[str, ReadFile[Any]],
    kept: CachedFiles,
) -> list[ReadFile[T]]:
    """The files of those names that there are, each read by its form unless it is known as it is."""

    def again(name: str) -> ReadFile[T]:
        return read_file(name, folder.files[name], forms[name], vocabulary)

    def read(names: Sequence[str]) -> Iterator[ReadFile[T]]:
        contents = {name: folder.files[name] for name in names if name not in known}
        found = kept.find({name: content for name, content in contents.items() if content is not None}, again)
        for name in names:
            file = known.get(name)
            is_known = file and file.content == folder.files[name]
            yield file if file and is_known else found.get(name) or kept.keep(again(name), again)

    names = [name for name in forms if name in folder.files]
    return list(shared(in_parts(names, _AT_ONCE), read, kept.cache))


def incident_ids(folder: Folder) -> list[str]:
    """The ids of the incidents of a folder, in order."""
    return [name for name in folder.names if _is_incident(name, folder)]


def files_read(folder: Folder) -> frozenset[str]:
    """The names of the files of a folder that are read as one of ours."""
    ours = [f"{id}/{name}" for id in incident_ids(folder) for name in (INCIDENT_FILE, REVIEW_FILE)]
    return frozenset(folder.files.keys() & {*folder.vocabularies, *ours})


def _is_incident(name: str, folder: Folder) -> bool:
    is_id = is_incident_id(name) and len(name) <= LONGEST_INCIDENT_ID
    return is_id and f"{name}/{INCIDENT_FILE}" in folder.files


_MEANT_AS = {
    INCIDENT_FILE: ("incident", "incidents", "index"),
    REVIEW_FILE: ("pir", "review", "postmortem", "post-mortem", "post_mortem", "retrospective", "retro", "rca"),
}
"""How files are called in other places, without their ending."""


def _meant_as(name: str) -> str:
    """Which of our files one of another name was meant to be, or an empty string."""
    stem = name.lower().rpartition(".")[0]
    by_stem = next((ours for ours, stems in _MEANT_AS.items() if stem in stems), "")
    return by_stem or near_miss(name, (INCIDENT_FILE, REVIEW_FILE))


def _duplicates(folder: Folder) -> Iterator[Diagnostic]:
    """Incidents that two of several folders have under one id."""
    code = codes.TWO_FOLDERS
    for id, source in folder.duplicates:
        first = Place(f"{id}/{INCIDENT_FILE}")
        message = f"another incident has the id '{id}' in '{folder.homes[id]}'"
        hint = "rename one of the two folders; an id is part of addresses"
        place = Place(f"{source}/{id}/{INCIDENT_FILE}")
        yield Diagnostic(
            code.code, code.level, message, place, hint=hint, related=(Related(first, "the other one"),)
        )


def _nested(folder: Folder) -> list[str]:
    """Folders that are none of an incident and hold such, as when one of incidents was put into another."""
    inner = {tuple(path.split("/")[:2]) for path in folder.files if path.count("/") == 2}
    return sorted({outer for outer, name in inner if not is_incident_id(outer) and is_incident_id(name)})


def _odd_folders(folder: Folder) -> Iterator[Diagnostic]:
    """Folders that are read as no incident, each with what speaks against it."""
    nested = _nested(folder)
    for name in folder.names:
        if _is_incident(name, folder) or name in nested:
            continue
        inside = [path.removeprefix(f"{name}/") for path in folder.files if path.startswith(f"{name}/")]
        if len(name) > LONGEST_INCIDENT_ID:
            message = f"folder name '{name[:40]}…' has {len(name)} characters"
            yield _odd(name, message, f"rename it to at most {LONGEST_INCIDENT_ID} characters")
        elif not is_incident_id(name):
            hint = "name the folder YYYY-MM-DD-slug: a day, then lower case words with hyphens"
            at = f"{name}/{INCIDENT_FILE if INCIDENT_FILE in inside else ''}"
            yield _odd(at, f"folder '{name}' is not a valid id", hint, _near_id(name))
        else:
            others = [path for path in inside if path != REVIEW_FILE and _meant_as(path) == INCIDENT_FILE]
            near = next(iter(others), "")
            hint = (
                f"rename '{near}' to {INCIDENT_FILE}"
                if near
                else f"write {INCIDENT_FILE}; 'pirgen new' makes one"
            )
            at = f"{name}/{near or next(iter(inside), '')}"
            yield _odd(at, f"folder '{name}' has no {INCIDENT_FILE}", hint)


def _strays(folder: Folder) -> Iterator[Diagnostic]:
    """YAML that no form reads, and symbolic links."""
    sources = tuple(file.removesuffix(VOCABULARY_FILE) for file in folder.vocabularies)
    nested = _nested(folder)
    for name in nested:
        message = f"folder '{name}' holds folders of incidents"
        yield _odd(f"{name}/", message, f"move what is in '{name}' up into this folder")
    for file, content in folder.files.items():
        if file.partition("/")[0] in nested:
            continue
        within, _, name = file.removeprefix(_longest_start(file, sources)).rpartition("/")
        is_known = name in (INCIDENT_FILE, REVIEW_FILE) if within else name == VOCABULARY_FILE
        if content is None and not is_known:
            yield from text_of(content, file)[1]
        elif not within and name in (INCIDENT_FILE, REVIEW_FILE):
            hint = "move it into the folder of its incident, such as 2026-03-14-checkout-down"
            yield _odd(file, f"'{name}' belongs in an incident's folder", hint)
        elif not is_known or "/" in within:
            near = _meant_as(name) if within else near_miss(name, (VOCABULARY_FILE,))
            if near == INCIDENT_FILE and "/" not in within and not _is_incident(within, folder):
                continue  # the folder without an incident.yaml was reported
            hint = f"rename it to {near}" if near else "give it another ending if it is evidence, such as .txt"
            yield _odd(file, f"'{file}' is not a file that pirgen reads", hint, near)


def _longest_start(file: str, starts: Iterable[str]) -> str:
    return max((start for start in starts if file.startswith(start)), key=len, default="")


def _unpublishable(folder: Folder) -> Iterator[Diagnostic]:
    return attachment_problems(folder.attachments, folder.sizes or {}, folder.sizes is not None)


_DAY_AT_THE_HEAD = re.compile(r"(\d{4}[-_. ]?\d\d?[-_. ]?\d\d?|\d\d?[-_.]\d\d?[-_.]\d{4})(?:[-_. ]+|$)(.*)")


def _near_id(name: str) -> str:
    """A folder's name as an id, where it begins with a day and has words after it; else empty."""
    match = _DAY_AT_THE_HEAD.fullmatch(name)
    day, _ = respelt_day(re.sub(r"[_. ]", "-", match[1])) if match else ("", False)
    plain = unicodedata.normalize("NFKD", match[2]).encode("ascii", "ignore").decode() if match else ""
    near = "-".join([day, *re.findall(r"[a-z0-9]+", plain.lower())])
    return near if is_incident_id(near) else ""


def _odd(file: str, message: str, hint: str, near: str = "") -> Diagnostic:
    code = codes.FOLDER
    return Diagnostic(code.code, code.level, message, Place(file), near=near, hint=hint)
