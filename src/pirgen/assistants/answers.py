"""What an assistant may ask of a folder, each question a function from arguments to an answer that is data."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pirgen import history, pipeline
from pirgen.analysis.backlog import items
from pirgen.audience import public_book
from pirgen.cache import Cache
from pirgen.diagnostics import Level, near_miss
from pirgen.diagnostics.report import message_lines
from pirgen.errors import PirgenError
from pirgen.model import Audience, Book, Incident
from pirgen.reports.action_words import STATUS_WORDS, due_words
from pirgen.reports.found_incidents import found_by_search, found_similar, incidents_json
from pirgen.reports.incident_data import incident_data
from pirgen.reports.incident_markdown import incident_markdown
from pirgen.retrieval import SearchableBook, searchable
from pirgen.retrieval.words import stems_of
from pirgen.rules.catalogue import EXPLANATIONS
from pirgen.source import (
    INCIDENT_FILE,
    REVIEW_FILE,
    Folder,
    Incidents,
    Library,
    is_incident_id,
    read_folder,
    read_library,
)

__all__ = ["Answers"]

_MOST = 50
_LONGEST_SEARCH = 2_000
_LONGEST_ANSWER = 60_000
"""How many letters of an incident an answer has at most."""

_LONGEST = 500_000
"""No file of an incident is as long; what is longer is neither checked nor compared."""


@dataclass
class Answers:
    """Answers over one folder, for an audience; it is read again when a file of it has changed."""

    folder: Incidents
    audience: Audience = Audience.INTERNAL
    cache: Cache = field(default_factory=Cache)
    _read: tuple[Folder, Library, Book] | None = None

    def search(self, words: str, most: int = 10) -> dict[str, Any]:
        """The incidents that words find, best first, with the passages that answer."""
        words = words[:_LONGEST_SEARCH]
        library = self._searchable()
        answer = library.search(words, _within(most))
        meant = " ".join([words, *(instead for _, instead in answer.looked_for)])
        found = found_by_search(answer.hits, library, stems_of(meant))
        return self._told(json.loads(incidents_json(found, words, answer)))

    def similar(self, what: str, most: int = 5) -> dict[str, Any]:
        """The incidents most like one, or like a text, with reasons, open actions and lessons."""
        _not_too_long(what)
        library = self._searchable()
        if is_incident_id(what):
            nearest = library.similar_to(self._incident(what, library.book).id, _within(most))
        else:
            nearest = library.similar_to_words(what, _within(most))
        found = found_similar(nearest, library, self._as_of())
        return self._told(json.loads(incidents_json(found, what[:_LONGEST_SEARCH])))

    def incident_as_data(self, id: str) -> dict[str, Any]:
        """An incident with its review, as data; one that is too long is left to be read as Markdown."""
        book = self._book()
        data = incident_data(self._incident(id, book), book)
        size = len(json.dumps(data, ensure_ascii=False))
        if size > _LONGEST_ANSWER:
            raise PirgenError(f"as data it has {size:,} letters; read it as Markdown, which comes in parts")
        return self._told(data)

    def incident_as_markdown(self, id: str, start: int = 0) -> str:
        """An incident with its review, as Markdown; a long one in parts, each from a letter on."""
        book = self._book()
        text = incident_markdown(self._incident(id, book), book)
        end = max(0, start) + _LONGEST_ANSWER
        rest = f"\n\n(There are {len(text):,} letters; go on with start={end}.)" if end < len(text) else ""
        return text[max(0, start) : end] + rest

    def open_actions(self, owner: str = "", incident: str = "", most: int = 20) -> dict[str, Any]:
        """The actions that are not done, of one owner or one incident if named, the latest incident's first.

        ``count`` tells how many there are, of which only ``most`` are listed.
        """
        book, day = self._book(), self._as_of()
        found = [item for item in reversed(items(book, day)) if item.action.is_open]
        if incident:
            review = book.review_by_incident.get(self._incident(incident, book).id)
            found = [item for item in found if review and item.review.id == review.id]
        if owner:
            found = [item for item in found if str(item.action.owner).casefold() == owner.casefold()]
        actions = [
            {
                "incident": item.incident.id,
                "id": item.action.id,
                "what": item.action.what,
                "owner": item.action.owner if isinstance(item.action.owner, str) else None,
                "status": STATUS_WORDS[item.action.status],
                "due": item.action.due.isoformat() if isinstance(item.action.due, date) else None,
                "when": due_words(item),
                "is_overdue": item.is_overdue,
            }
            for item in found[: _within(most)]
        ]
        return self._told({"version": 1, "as_of": day.isoformat(), "count": len(found), "actions": actions})

    def explain(self, code: str) -> dict[str, Any]:
        """What a code of a finding means, why it matters, and an example of it wrong and right."""
        explanation = EXPLANATIONS.get(code.upper())
        if explanation is None:
            near = near_miss(code, EXPLANATIONS)
            raise PirgenError(f"there is no code '{code}'" + (f"; did you mean {near}?" if near else ""))
        return {
            "code": explanation.code,
            "title": explanation.title,
            "level": explanation.level.value,
            "reason": explanation.reason,
            "incorrect": explanation.bad,
            "correct": explanation.good,
        }

    def check(self, text: str, file: str = REVIEW_FILE, id: str = "") -> dict[str, Any]:
        """What is wrong with a text, judged as if it were that file of an incident; nothing is written.

        ``count`` tells how many findings there are, of which the first are listed.
        """
        if file not in (INCIDENT_FILE, REVIEW_FILE):
            raise PirgenError(f"'{file}' is no file of an incident; choose {INCIDENT_FILE} or {REVIEW_FILE}")
        _not_too_long(text)
        day = self._as_of()
        id = id or f"{day.isoformat()}-draft"
        if not is_incident_id(id):
            raise PirgenError(f"'{id}' is not an id; it is YYYY-MM-DD-slug: a day, then words with hyphens")
        folder, known, _ = self._current()
        if self.audience is Audience.PUBLIC:  # what is found may quote other files
            words = {name: folder.files[name] for name in folder.vocabularies if name in folder.files}
            folder = Folder((), words, vocabularies=folder.vocabularies)
        findings = pipeline.found_in(id, _with_file(folder, id, file, text), day, known)
        found = [each for each in findings if each.place.file == f"{id}/{file}"]
        return {
            "has_errors": any(each.level is Level.ERROR for each in found),
            "count": len(found),
            "findings": [
                {
                    "code": each.code,
                    "level": each.level.value,
                    "line": each.place.span.line,
                    "column": each.place.span.column,
                    "message": "\n".join(message_lines(each)),
                }
                for each in found[:_MOST]
            ],
        }

    def _told(self, answer: dict[str, Any]) -> dict[str, Any]:
        """The answer, with a word on files that could not be read whole."""
        broken = sum(found.level is Level.ERROR for found in self._library().diagnostics)
        if broken:
            answer["note"] = f"{broken} errors in the folder: what they hide is missing here; run pirgen check"
        return answer

    def _incident(self, id: str, book: Book) -> Incident:
        incident = book.incident_by_id.get(id)
        if incident is None:
            near = near_miss(id, book.incident_by_id)
            raise PirgenError(f"there is no incident '{id}'" + (f"; did you mean {near}?" if near else ""))
        return incident

    def _searchable(self) -> SearchableBook:
        return searchable(self._book(), self.cache)

    def _book(self) -> Book:
        return self._current()[2]

    def _library(self) -> Library:
        return self._current()[1]

    def _current(self) -> tuple[Folder, Library, Book]:
        """The folder as it is now; files that did not change are not read again."""
        try:
            folder = read_folder(self.folder)
        except OSError as problem:
            raise PirgenError(f"cannot read '{problem.filename}': {problem.strerror}") from problem
        if self._read is None or self._read[0] != folder:
            library = read_library(folder, self._read[1] if self._read else None, self.cache)
            book = public_book(library.book) if self.audience is Audience.PUBLIC else library.book
            self._read = folder, library, book
        return self._read

    def _as_of(self) -> date:
        return history.as_of(self.folder)


def _with_file(folder: Folder, id: str, file: str, text: str) -> Folder:
    """The folder with that file in it; a review alone gets a small incident beside it."""
    files = dict(folder.files) | {f"{id}/{file}": text.encode("utf-8", "surrogatepass")}
    beside = "title: Draft\nseverity: SEV-4\nstatus: resolved\nservices: [draft]\ntimeline: []\n"
    files.setdefault(f"{id}/{INCIDENT_FILE}", beside.encode())
    return replace(folder, names=tuple(sorted({*folder.names, id})), files=files)


def _not_too_long(text: str) -> None:
    if len(text) > _LONGEST:
        raise PirgenError(f"the text is longer than {_LONGEST:,} letters")


def _within(most: int) -> int:
    return max(1, min(most, _MOST))
