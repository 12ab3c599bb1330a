"""A site made with the cache of another state of the folder equals one made without, to the byte."""

import random
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from pirgen import pipeline
from pirgen.audience import public_book
from pirgen.cache import Cache
from pirgen.diagrams import Drawer
from pirgen.pages import Page, Settings
from pirgen.pages.site import PARTS
from tests.audience.books import FILES
from tests.conftest import CASES, written

FERRIES = CASES.parents[1] / "examples/exampleton-ferries"
SOME = ("2024-02-09-certificate", "2024-08-03-sales", "2024-08-10-sales", "2025-02-21-second")
OWN = {
    "incident.html": '{% extends "builtin:incident.html" %}'
    "{% block path %}<p>Ours: {{ book.incidents|count }}</p>{% endblock %}",
    "home.html": "<h1>Ours</h1><p>{{ as_of }} {{ settings.site_name }}</p>",
    "macros/parts.html": "",
}
WORDS = (
    "",
    "notice: A drill\n",
    "glossary:\n  - {id: gate, title: gate, description: A barrier}\n",
    "services:\n  - {id: checkout, title: The till}\n",
    "language: de\n",
)


_GATE = re.compile(r"\b(?:all|any): \[")
_SENTENCE = re.compile(
    r" *(?:- )?(?:(?:text|note|what|summary|answer|title|reason): )?[A-Z][a-z]+(?: [a-z-]+)+"
)
_STATUS = re.compile(r"^    status: (open|in-progress)$", re.MULTILINE)
_CANARY = re.compile("Canary[a-z]+")


@dataclass
class Site:
    """A folder of incidents, what is decided about its site, and what may change of both."""

    root: Path
    dice: random.Random
    settings: Settings
    is_public: bool = False

    @property
    def incidents(self) -> Path:
        return self.root / "incidents"

    def some(self) -> Path:
        return self.dice.choice(sorted(path for path in self.incidents.iterdir() if path.is_dir()))

    def edit(self) -> None:
        file = self.dice.choice(sorted(self.some().glob("*.yaml")))
        lines = file.read_text(encoding="utf-8").splitlines()
        places = [at for at, line in enumerate(lines) if line.startswith(("title: ", "summary: ", "owner: "))]
        if places:
            lines[self.dice.choice(places)] += (
                f" {self.dice.choice(('again', 'as in ../2026-01-05-checkout-down', 'twice'))}"
            )
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def sentence(self) -> None:
        """Write more into any line that says something, in any field."""
        file = self.dice.choice(sorted(self.incidents.glob("*/*.yaml")))
        lines = file.read_text(encoding="utf-8").splitlines()
        places = [at for at, line in enumerate(lines) if _SENTENCE.fullmatch(line)]
        if places:
            lines[self.dice.choice(places)] += " besides"
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def status(self) -> None:
        """Open an action again, or decline one."""
        texts = {file: file.read_text(encoding="utf-8") for file in sorted(self.incidents.glob("*/pir.yaml"))}
        states = [(file, found) for file, text in texts.items() for found in _STATUS.finditer(text)]
        for file, found in self.dice.sample(states, min(1, len(states))):
            text = texts[file]
            new = "in-progress" if found[1] == "open" else "open"
            file.write_text(f"{text[: found.start(1)]}{new}{text[found.end(1) :]}", encoding="utf-8")

    def tree(self) -> None:
        """Turn an 'all' of a fault tree into an 'any', or back."""
        texts = {file: file.read_text(encoding="utf-8") for file in sorted(self.incidents.glob("*/pir.yaml"))}
        gates = [(file, gate) for file, text in texts.items() for gate in _GATE.finditer(text)]
        for file, gate in self.dice.sample(gates, min(1, len(gates))):
            other = "any" if gate[0].startswith("all") else "all"
            text = texts[file]
            file.write_text(f"{text[: gate.start()]}{other}{text[gate.start() + 3 :]}", encoding="utf-8")

    def rename(self) -> None:
        folder = self.some()
        folder.rename(folder.with_name(f"{folder.name[:8]}{self.dice.randint(10, 28)}{folder.name[10:]}"))

    def copy(self) -> None:
        folder = self.some()
        target = folder.with_name(f"{folder.name}-{self.dice.randint(2, 9)}")
        if not target.exists():
            shutil.copytree(folder, target)

    def delete(self) -> None:
        if sum(1 for _ in self.incidents.iterdir()) > 3:
            shutil.rmtree(self.some())

    def attach(self) -> None:
        (self.some() / f"{self.dice.choice('abc')}.log").write_text("x", encoding="utf-8")

    def template(self) -> None:
        name, text = self.dice.choice(sorted(OWN.items()))
        file = self.root / "templates" / name
        if file.exists() or not text:
            file.unlink(missing_ok=True)
        else:
            written(self.root / "templates", {name: text})

    def words(self) -> None:
        written(self.incidents, {"vocabularies.yaml": self.dice.choice(WORDS) or "people: []\n"})

    def options(self) -> None:
        change = self.dice.choice(
            (
                {"directory_urls": not self.settings.directory_urls},
                {"sandboxed": not self.settings.sandboxed},
                {"as_of": date(2026, self.dice.randint(2, 9), 1)},
                {"site_name": f"Site {self.dice.randint(1, 9)}"},
                {"changes": {f"{self.some().name}/incident.yaml": (date(2026, 1, 5), date(2026, 1, 9))}},
                {"left_out": self.dice.choice(((), ("lessons",)))},
            )
        )
        self.settings = replace(self.settings, **change)

    def audience(self) -> None:
        self.is_public = not self.is_public

    def made(self, cache: Cache) -> tuple[object, ...]:
        """All that a check says, and every page."""
        checked = pipeline.check(self.incidents, self.settings.as_of, cache)
        book = public_book(checked.book) if self.is_public else checked.book
        with Drawer(cache=cache) as drawer:
            pages = pipeline.build(book, self.settings, drawer)
            return checked.diagnostics, checked.waived, [content(page) for page in pages]


def content(page: Page) -> dict[str, object]:
    said = {each.name: getattr(page, each.name) for each in fields(page)}
    return said | {"figures": dict(page.figures), "assets": [(each.path, each.text) for each in page.assets]}


CHANGES: tuple[Callable[[Site], None], ...] = (
    Site.edit, Site.sentence, Site.sentence, Site.status, Site.tree, Site.rename, Site.copy, Site.delete,
    Site.attach, Site.template, Site.words, Site.options, Site.audience,
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Site:
    incidents = written(tmp_path / "incidents", FILES)
    for folder in FERRIES.glob("20*"):
        if folder.name.startswith(SOME):
            shutil.copytree(folder, incidents / folder.name)
    (tmp_path / "templates").mkdir()
    return Site(tmp_path, random.Random(), Settings(date(2026, 2, 1), templates=tmp_path / "templates"))


@pytest.mark.graphviz
@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_change_pages_from_the_cache_equal_those_made_without(
    seed: int, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.dice.seed(seed)
    if seed == 2 and sys.platform == "linux":  # another process helps wherever one can
        monkeypatch.setattr("pirgen.cache.sharing._others_for", lambda parts: min(parts, 1))
        for module in ("pirgen.source.library", "pirgen.rules.cached", "pirgen.pages.site"):
            monkeypatch.setattr(f"{module}._AT_ONCE", 1)
    changes = list(CHANGES)
    site.dice.shuffle(changes)
    for change in (Site.words, *changes):
        change(site)
        with Cache(site.root / "cache.sqlite") as cache:
            assert site.made(cache) == site.made(Cache()), change.__name__
        with Cache(site.root / "cache.sqlite") as cache:
            assert cache.is_on


@pytest.mark.graphviz
def test_a_book_of_thousands_is_made_another_way_and_is_the_same(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for change in (Site.words, Site.tree):
        change(site)
        with Cache(site.root / "cache.sqlite") as cache, monkeypatch.context() as large:
            for module in ("pirgen.rules.cached", "pirgen.pages.site", "pirgen.retrieval.related"):
                large.setattr(f"{module}.MANY_TO_HOLD", 0)
            made = site.made(cache)
        assert made == site.made(Cache())


@pytest.mark.graphviz
def test_what_no_list_shows_changes_no_list(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(site.root / "cache.sqlite") as cache:
        site.made(cache)
    file = site.incidents / "2026-01-05-checkout-down/incident.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("text: Orders fail", "text: All orders fail"), encoding="utf-8")
    with Cache(site.root / "cache.sqlite") as cache, monkeypatch.context() as patched:
        for part in PARTS:
            patched.setitem(PARTS, part, Mock(side_effect=AssertionError(part)))
        made = site.made(cache)
    assert made == site.made(Cache())
    assert "All orders fail" in str(made)


@pytest.mark.graphviz
def test_what_is_internal_is_not_in_a_public_site_from_the_cache_of_an_internal_one(site: Site) -> None:
    with Cache(site.root / "cache.sqlite") as cache:
        assert _CANARY.search(str(site.made(cache)[2]))
    site.audience()
    with Cache(site.root / "cache.sqlite") as cache:
        public = site.made(cache)
        assert not _CANARY.search(str(public[2]))
        assert public == site.made(Cache())


@pytest.mark.graphviz
def test_a_second_time_no_page_is_made(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(site.root / "cache.sqlite") as cache:
        expected = site.made(cache)
    monkeypatch.setattr("pirgen.pages.templates.Templates.fill", None)
    monkeypatch.setattr("pirgen.diagrams.drawer.write_svg", None)
    with Cache(site.root / "cache.sqlite") as cache:
        assert site.made(cache) == expected


@pytest.mark.graphviz
def test_a_drawing_that_is_lost_is_made_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(site.root / "cache.sqlite") as cache:
        expected = site.made(cache)
    monkeypatch.setattr("pirgen.pages.cached_pages.kept_figures", lambda cache, keys: {})
    with Cache(site.root / "cache.sqlite") as cache:
        assert site.made(cache) == expected
