"""Pages as the cache keeps them: found by all that a template could have shown.

That is the text of the template and of those that it includes, what the page is made from, and of what every
page may use the names that these templates have. Links of authors may lead to files and incidents: the files
are always part of it, and which incidents there are where a text could lead to one, or names one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pirgen.cache import Cache, OpaqueError, ValueDigests, digest, key_of, origin_of
from pirgen.diagrams.drawer import Figure, kept_figures
from pirgen.diagrams.svg.gate import UnsafeSvgError, checked
from pirgen.model import Book, Incident, Review, Vocabulary
from pirgen.pages.page import LaterPage, Outline, Page, Texts, heading_of
from pirgen.pages.templates import TemplateFamily, Templates
from pirgen.source.fields.texts import INCIDENT_ID_PATTERN

__all__ = ["CachedPages"]


class CachedPages:
    """The pages of a site that were made before. ``site`` is what every page depends on."""

    def __init__(self, cache: Cache, templates: Templates, book: Book, site: tuple[object, ...]) -> None:
        self._cache = cache
        self._templates = templates
        self._book = book
        self._values = _PageDigests(book.incident_by_id, cache)
        self._site = self._values.digest((site, _files(book))) if cache.is_on else ""
        self._last: dict[str, tuple[str, Texts]] = {}
        self._families: dict[str, TemplateFamily | None] = {}

    @property
    def is_on(self) -> bool:
        """Whether pages can be kept."""
        return self._cache.is_on

    def find(self, pages: Mapping[str, Page]) -> dict[str, Outline]:
        """Of these pages, still without content, by their keys, those that were made before."""
        found = self._cache.load(pages)
        return {key: outline for key, each in found.items() if (outline := _outline(key, pages[key], each))}

    def keep(self, key: str, page: Page, figures: Mapping[str, Figure]) -> Outline:
        """Keep a page for later, but not those of its figures that it shows as they were drawn and kept."""
        drawings = {name: figures[name].key for name, svg in page.figures.items() if svg == figures[name].svg}
        rows = [(heading.id, heading.text, heading.level) for heading in page.headings]
        files = tuple((asset.path, digest(asset.text)) for asset in page.assets)
        content = {name: text for name, text in _content_of(page).items() if name not in drawings}
        self._cache.save(
            {
                key: json.dumps([rows, files, [*drawings.items()]]).encode(),
                f"{key}.content": _packed(content),
                f"{key}.files": _packed(_files_of(page)),
            }
        )
        return Outline(key, replace(page, html="", figures={}, assets=()), files, tuple(drawings.items()))

    def later(self, outline: Outline, make: Callable[[], Page]) -> Page:
        """A page that was kept, whose content is looked up when it is asked for; what is lost is made again."""

        def content() -> Texts:
            return self._texts(f"{outline.key}.content", lambda: _content_of(make()), outline.drawings)

        def files() -> Texts:
            return self._texts(f"{outline.key}.files", lambda: _files_of(make()))

        return LaterPage(outline, content, files)

    def _texts(self, key: str, make: Callable[[], Texts], drawings: Sequence[tuple[str, str]] = ()) -> Texts:
        """What was kept under a key with those drawings, else made; of each kind the last is asked again."""
        kind = key.rpartition(".")[2]
        if self._last.get(kind, ("",))[0] != key:
            texts = _unpacked(self._cache.load([key]).get(key, b""))
            kept = kept_figures(self._cache, [each for _, each in drawings])
            shown = {name: kept[each].svg or "" for name, each in drawings if each in kept}
            is_whole = texts and len(shown) == len(drawings)
            self._last[kind] = key, {**texts, **shown} if is_whole else make()
        return self._last[kind][1]

    def _family(self, template: str) -> TemplateFamily | None:
        """What belongs to a template. To find that out, templates are parsed, which takes as long as pages."""
        if template not in self._families:
            key = key_of("family", template, self._templates.digest)
            found = _family(self._cache.load([key]).get(key, b""))
            family = self._families[template] = found or self._templates.family(template)
            if family and not found:
                self._cache.save({key: json.dumps([family.digest, sorted(family.names)]).encode()})
        return self._families[template]

    def key(
        self, path: str, template: str, common: Mapping[str, object], values: Mapping[str, object]
    ) -> str | None:
        """None where what the templates or their values do cannot be told before."""
        family = self._family(template)
        if family is None:
            return None
        names = sorted(family.names & common.keys() - values.keys())
        self._values.begin()
        try:
            used = {name: self._values.once(common[name]) for name in names}
            seen = self._values.digest((values, used))
        except OpaqueError:
            return None
        named = self._every_id if self._values.leads else digest(*sorted(self._values.named))
        return key_of("page", path, template, family.digest, self._site, seen, named)

    @cached_property
    def _every_id(self) -> str:
        return digest(*sorted(self._book.incident_by_id))


def _family(data: bytes) -> TemplateFamily | None:
    try:
        mark, names = json.loads(data)
        return TemplateFamily(str(mark), frozenset(map(str, names)))
    except (ValueError, TypeError):
        return None


def _files(book: Book) -> tuple[object, ...]:
    return sorted(book.attachments), sorted(book.picture_sizes.items())


class _PageDigests(ValueDigests):
    """Digests of the values of a page, and whether their texts could lead to another incident."""

    def __init__(self, incidents: Iterable[str], cache: Cache) -> None:
        super().__init__((Incident, Review, Vocabulary))
        self._incidents = frozenset(incidents)
        self._cache = cache
        self._of_whole_before: dict[int, tuple[bool, frozenset[str]]] = {}
        self.begin()

    def begin(self) -> None:
        """Begin with another page."""
        self.leads = False
        self.named: set[str] = set()
        self._like_ids: set[str] = set()

    def said(self, text: str) -> None:
        """Note what a text could lead to."""
        if ".." in text or "%2" in text:  # what a link to another folder has in it, written out or escaped
            self.leads = True
        told = text.split("'")
        self.named |= self._incidents & set(told)
        self._like_ids |= {each for each in told if _ID.fullmatch(each)}

    def whole(self, value: object, known: str | None, make: Callable[[], str]) -> str:
        """Remember with the digest of an object what its texts lead to."""
        if known is None:
            around = self.leads, self.named, self._like_ids
            self.begin()
            known = self._digest_or_origin(value, make)
            self._of_whole_before[id(value)] = (self.leads, frozenset(self.named))
            self.leads, self.named, self._like_ids = around
        led, those = self._of_whole_before[id(value)]
        self.leads = self.leads or led
        self.named |= those
        return known

    def _digest_or_origin(self, value: object, make: Callable[[], str]) -> str:
        """What a value was read from says more than enough of it; what it leads to is kept under that."""
        origin = origin_of(value)
        if origin is None:
            return make()
        key = key_of("leads to", origin)
        found = _led(self._cache.load([key]).get(key, b""))
        if found:
            self.leads, like_ids = found
            self.named = {*(self._incidents & like_ids)}
        else:
            make()
            self._cache.save({key: json.dumps([self.leads, sorted(self._like_ids)]).encode()})
        return origin


_ID = re.compile(INCIDENT_ID_PATTERN)


def _led(data: bytes) -> tuple[bool, frozenset[str]] | None:
    try:
        leads, like_ids = json.loads(data)
        return bool(leads), frozenset(map(str, like_ids))
    except (ValueError, TypeError):
        return None


def _outline(key: str, page: Page, data: bytes) -> Outline | None:
    """A page with the headings and files that were kept."""
    try:
        rows, files, drawings = json.loads(data)
        headings = tuple(heading_of(str(id), str(text), int(level)) for id, text, level in rows)
        return Outline(key, replace(page, headings=headings), _pairs(files), _pairs(drawings))
    except (ValueError, TypeError):
        return None


def _pairs(rows: Iterable[tuple[object, object]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(mark)) for name, mark in rows)


def _content_of(page: Page) -> Texts:
    """The HTML of a page under an empty name, and its drawings under theirs."""
    return {"": page.html, **page.figures}


def _files_of(page: Page) -> Texts:
    return {asset.path: asset.text for asset in page.assets}


def _packed(texts: Texts) -> bytes:
    """The names of texts with how long these are, on a line, and then the texts."""
    data = {name: text.encode(errors="surrogatepass") for name, text in texts.items()}
    head = json.dumps({name: len(each) for name, each in data.items()})
    return b"".join([head.encode(), b"\n", *data.values()])


def _unpacked(data: bytes) -> Texts:
    """The texts as they were kept, none where they cannot be read; drawings pass the last gate once more."""
    head, _, rest = data.partition(b"\n")
    texts: dict[str, str] = {}
    start = 0
    try:
        for name, length in json.loads(head).items():
            texts[name] = rest[start : start + length].decode(errors="surrogatepass")
            start += length
            if texts[name].startswith("<svg"):
                checked(texts[name])
    except (ValueError, TypeError, AttributeError, UnsafeSvgError):
        return {}
    return texts
