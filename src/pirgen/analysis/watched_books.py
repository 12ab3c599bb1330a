"""A book whose fields are watched, so that what is made from it is known by what was read of it."""

from __future__ import annotations

from dataclasses import fields, replace
from threading import local
from weakref import WeakKeyDictionary

from pirgen.cache import Watch
from pirgen.model import Book, Incident, Review, Vocabulary

__all__ = ["book_digest", "forget_watched", "watched"]


class _Watched(local):
    """Those of a thread, since what one reads is nothing that another has read."""

    def __init__(self) -> None:
        self.books: WeakKeyDictionary[Book, tuple[Watch, Book]] = WeakKeyDictionary()
        self.digests: WeakKeyDictionary[Book, str] = WeakKeyDictionary()


_WATCHED = _Watched()


def book_digest(book: Book) -> str:
    """A digest of all that a book says, made once."""
    if book not in _WATCHED.digests:
        watch, _ = watched(book)
        places = ((kind.__name__, each.name) for kind in _KINDS for each in fields(kind))
        _WATCHED.digests[book] = watch.digest(places)
    return _WATCHED.digests[book]


_KINDS = (Book, Incident, Review, Vocabulary)


def watched(book: Book) -> tuple[Watch, Book]:
    """The watch of a book, and the book as it is watched: the same for all who ask."""
    if book not in _WATCHED.books:
        watch = Watch()
        incidents, reviews = watch.copies(book.incidents), watch.copies(book.reviews)
        words = watch.copy(book.vocabulary)
        _WATCHED.books[book] = (
            watch,
            watch.copy(replace(book, incidents=incidents, reviews=reviews, vocabulary=words)),
        )
    return _WATCHED.books[book]


def forget_watched(book: Book) -> None:
    """Hold the watched book no longer, with all that it keeps; who asks again gets another one."""
    watch, _ = _WATCHED.books.pop(book, (Watch(), book))
    watch.forget()
