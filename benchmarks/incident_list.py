"""Measures the list of incidents with many of them: python benchmarks/incident_list.py [NUMBER] [FOLDER]

The weight of the page and its data is always measured; its speed as reading.py does, where Playwright
(pip install 'pirgen[browser]') and a Chromium or Chrome are found. With FOLDER, the site is kept there to
look at.
"""

from __future__ import annotations

import gzip
import logging
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config
from reading import reading_list

from pirgen.analysis.statistics import compute
from pirgen.model import (
    Book,
    Detection,
    Event,
    Factor,
    Impact,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    Precision,
    Review,
    ReviewStatus,
    Vocabulary,
)
from pirgen.pages import Page, Settings, incident_list
from pirgen.pages.renderer import Renderer

CONFIG = "site_name: Many incidents\ntheme: {name: material, font: false}\nplugins: [search, pirgen]\n"
THINGS = "Checkout Search Login Payments Uploads Invoices Reports Messages Maps Exports".split()  # noqa: SIM905
STATES = ("failed", "answered slowly", "lost writes", "showed stale data", "returned errors")
REASONS = ("a release", "a full disk", "an expired certificate", "a wrong limit", "a network partition")
SERVICES = [f"{name.lower()}-{part}" for name in THINGS for part in ("api", "web", "worker", "db", "cache")]
TAGS = [f"{kind}-{number}" for kind in ("team", "region", "cause", "tier") for number in range(50)]


def book_of(number: int) -> Book:
    """So many incidents of twelve years, nine in ten of them reviewed."""
    dice = random.Random(number)
    made = [_incident(dice, place) for place in range(number)]
    incidents = tuple(sorted(made, key=lambda incident: incident.id))
    reviews = tuple(_review(dice, incident) for incident in incidents if dice.random() < 0.9)
    return Book(incidents, reviews)


def _incident(dice: random.Random, place: int) -> Incident:
    start = datetime(2014, 1, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(12 * 365 * 1440))
    marks = zip(Moment, (0, 4, 6, 60, 200), strict=True)
    return Incident(
        id=f"{start:%Y-%m-%d}-incident-{place}",
        title=f"{dice.choice(THINGS)} {dice.choice(STATES)} after {dice.choice(REASONS)} in cell {place % 40}",
        severity=dice.choices(("SEV-1", "SEV-2", "SEV-3", "SEV-4"), (1, 3, 6, 4))[0],
        status=IncidentStatus.RESOLVED,
        services=tuple(dice.sample(SERVICES, dice.randint(1, 3))),
        timeline=tuple(
            Event(
                at=Instant(start + timedelta(minutes=after * dice.uniform(0.5, 2)), Precision.MINUTE),
                text="",
                marks=(mark,),
            )
            for mark, after in marks
        ),
        impact=Impact("Orders failed.") if dice.random() < 0.95 else None,
        tags=tuple(dice.sample(TAGS, dice.randint(0, 4))),
        detection=Detection(dice.choice(Vocabulary().detection_sources).id),
    )


def _review(dice: random.Random, incident: Incident) -> Review:
    categories = dice.sample(Vocabulary().categories, dice.randint(1, 4))
    factors = tuple(Factor(f"f{place}", "", term.id) for place, term in enumerate(categories))
    return Review(incident.id, dice.choice(list(ReviewStatus)), "", "", factors)


def site_of(page: Page, folder: Path) -> Path:
    """A site with that page alone."""
    for name in ("docs", "incidents"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    with patch("pirgen.pipeline.build", lambda *_: (page,)):  # in place of drawing and writing a folder
        build(config)
    return folder / "site"


def print_weight(what: str, *texts: str) -> None:
    data = [text.encode() for text in texts]
    sizes = [sum(map(len, each)) / 1000 for each in (data, [gzip.compress(one, 6) for one in data])]
    print(f"{what}: {sizes[0]:,.0f} kB, {sizes[1]:,.0f} kB compressed")


def main() -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    book, settings = book_of(number), Settings(as_of=date(2026, 2, 1))
    start = time.perf_counter()
    statistics = compute(book, settings.as_of)
    page = next(incident_list.pages(statistics, Renderer(statistics, settings)))
    print(f"{number:,} incidents; the page and its data are made in {time.perf_counter() - start:.1f} s")
    rows, *parts = [asset.text for asset in page.assets if "-rows" in asset.path]
    print_weight("the page", page.html)
    print_weight("what all rows have of the facets", rows)
    print_weight(f"what they say, in {len(parts)} parts", *parts)
    with tempfile.TemporaryDirectory() as name:
        for what, value in reading_list(site_of(page, Path(sys.argv[2] if len(sys.argv) > 2 else name))):
            print(f"{what}: {value}")


if __name__ == "__main__":
    main()
