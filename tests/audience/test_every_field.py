"""A canary in every field that the form declares, internal at every level at which it can be said.

The first incident is public, with a canary in each text that may be marked; the second is internal as a whole.
Canaries are quaggas, since our own manual speaks of canaries.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from pirgen.api import read
from pirgen.audience import find_leaks, public_book
from pirgen.source.fields import OrInternal
from pirgen.source.fields.marked import AlwaysInternal
from pirgen.source.form.files import INCIDENT_KEYS, REVIEW_KEYS
from tests.audience.test_site import contents
from tests.cli.test_check import run
from tests.conftest import png, written
from tests.hostile.books import Filler
from tests.site.conftest import built

pytestmark = pytest.mark.site

PUBLIC, INTERNAL = "2026-01-05-checkout-down", "2026-01-08-quaggaid-of-partner"


@dataclass
class Canaries(Filler):
    """Fills the form with sentences; those that the public must not read are canaries, and are counted."""

    is_public: bool = True
    depth: int = 0
    canaries: int = 0

    def record(self, keys: Any, place: int = 0) -> dict[str, Any]:
        is_marked = self.is_public and place > 0 and any(key.name == "internal" for key in keys)
        self.depth += is_marked
        values = super().record(keys, place)
        self.depth -= is_marked
        return values | {"internal": True} if is_marked else values

    def filled(self, reader: Any, key: str, place: int) -> Any:
        if isinstance(reader, OrInternal) and self.is_public and not self.depth:
            return {"text": self.canary(), "internal": True}
        return self.canary() if isinstance(reader, AlwaysInternal) else super().filled(reader, key, place)

    def canary(self) -> str:
        self.canaries += 1
        return f"Quagga{self.canaries:03} was told by {'p' if self.is_public else 'v'}"

    def text(self) -> str:
        self.texts += 1
        return self.canary() if self.depth or not self.is_public else f"Sentence {self.texts} was said"

    def name(self) -> str:
        self.names += 1
        return f"quagganame{self.names}" if self.depth or not self.is_public else f"name{self.names}"


def test_no_file_of_a_public_site_export_or_report_has_a_canary(in_folder: Path) -> None:
    assert laid_out(in_folder / "incidents") > 100
    written(in_folder, {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n"})
    built(in_folder)
    (in_folder / "handouts").mkdir()
    for command in (["export", "--audience", "public", "tree"], *REPORTS):
        done = run(*command)
        assert done.exit_code == 0, done.stderr
    book = read(in_folder / "incidents")
    assert find_leaks(book, public_book(book), in_folder / "handouts") == ()  # which reads PDF too
    for folder in ("site", "tree", "handouts"):
        found = contents(in_folder / folder)
        assert found
        assert {name for name, content in found.items() if "quagga" in content} == set()
    assert len(contents(in_folder / "site")) > 60


def laid_out(folder: Path) -> int:
    """Two incidents with their reviews; how many canaries they have."""
    counted = 0
    for id, is_public in ((PUBLIC, True), (INTERNAL, False)):
        other = [INTERNAL if is_public else PUBLIC]
        filler = Canaries(["x"], date.fromisoformat(id[:10]), other, is_public=is_public)
        texts: dict[str, str] = {}
        for file, keys in (("incident", INCIDENT_KEYS), ("review", REVIEW_KEYS)):
            filler.where = file
            values = filler.record(keys) | ({"audience": "public"} if is_public else {})
            if file == "incident" and not is_public:
                values |= {"aliases": ["2026-01-08-quaggaalias"]}
            texts[f"{id}/{'pir' if file == 'review' else file}.yaml"] = json.dumps(values, indent=1) + "\n"
        written(folder, texts)
        (folder / id / "graph.png").write_bytes(png(2, 2))
        counted += filler.canaries
    return counted


REPORTS = [
    ["report", PUBLIC, "--audience", "public", "-o", f"handouts/x.{type}"] for type in ("md", "html", "pdf")
]
REPORTS += [["report", PUBLIC, "--short", "-o", "handouts/short.html"]]
REPORTS += [["report", PUBLIC, "--final", "--audience", "public", "-o", "handouts/final.pdf"]]
if not find_spec("typst"):  # it comes with the extra 'draw'
    REPORTS = [command for command in REPORTS if not command[-1].endswith(".pdf")]
CONFIG = """\
site_name: A site
site_url: https://site.example/
plugins: [search, pirgen: {as_of: 2026-02-01, audience: public}]
"""
