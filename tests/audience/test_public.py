"""What the public book holds."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from pirgen import model
from pirgen.audience import public_book
from pirgen.audience.texts import texts_in
from pirgen.model import Book
from pirgen.pipeline import check
from tests.audience.books import FILES, INTERNAL, PUBLIC
from tests.conftest import AS_OF, png, written


def book_of(folder: Path, files: dict[str, str] = FILES) -> Book:
    written(folder, files)
    for name in ("graph.png", "unnamed.png"):
        (folder / PUBLIC / name).write_bytes(png(2, 2))
    (folder / PUBLIC / "canary-hidden.log").write_text("x")
    checked = check(folder, AS_OF)
    assert not checked.has_errors, checked.diagnostics
    return checked.book


def test_nothing_marked_is_left_in_the_public_book(tmp_path: Path) -> None:
    book = book_of(tmp_path)
    public = public_book(book)
    assert [incident.id for incident in public.incidents] == [PUBLIC]
    assert len([text for text in texts_in(book) if "canary" in text.lower()]) > 45
    assert [text for text in texts_in(public) if "canary" in text.lower() and "pass?" not in text] == []


def test_what_is_public_stays_as_it_was_written(tmp_path: Path) -> None:
    public = public_book(book_of(tmp_path))
    (review,) = public.reviews
    assert [factor.id for factor in review.factors] == ["null-price", "no-test"]
    assert [factor.removed_by for factor in review.factors] == ["not-public", ""]
    assert review.actions[0].eliminates == ("no-test",)
    assert review.lessons == ("Test what partners send",)
    assert review.five_whys
    assert [why.answer for why in review.five_whys.because] == ["A price was missing"]
    assert public.attachments == {f"{PUBLIC}/graph.png"}


def test_a_file_is_public_only_where_its_whole_name_is_said(tmp_path: Path) -> None:
    written(
        tmp_path, {f"{PUBLIC}/{name}.log": "x" for name in ("a b", "gate", "old-gate", "logs/gate", "told")}
    )
    text = "[x](a%20b.log), `old-gate.log`, see logs/gate.log. Not told-.log"
    files = FILES | {
        f"{PUBLIC}/pir.yaml": FILES[f"{PUBLIC}/pir.yaml"].replace("summary: A", f"summary: '{text}' #")
    }
    public = public_book(book_of(tmp_path, files))
    shown = {path.partition("/")[2] for path in public.attachments}
    assert shown == {"graph.png", "a b.log", "old-gate.log", "logs/gate.log"}
    assert set(public.file_sizes) == public.attachments


def test_check_reports_where_a_public_text_names_something_internal(tmp_path: Path) -> None:
    named = "`canary-action`, canary-event, canary-factor, 2026-01-08-vendor-down and 2025-01-01-old-name"
    files = FILES | {
        f"{PUBLIC}/pir.yaml": FILES[f"{PUBLIC}/pir.yaml"].replace("summary: A", f"summary: '{named}' #"),
        f"{INTERNAL}/incident.yaml": FILES[f"{INTERNAL}/incident.yaml"] + "aliases: [2025-01-01-old-name]\n",
    }
    book_of(tmp_path, files)
    found = [each for each in check(tmp_path, AS_OF).diagnostics if each.code == "PIR802"]
    assert [each.message.rpartition(" names ")[2] for each in found if each.field == ("summary",)] == [
        "'canary-action', an internal action",
        "'canary-event', an internal event",
        "'canary-factor', an internal factor",
        "'2026-01-08-vendor-down', which is internal",
        "'2025-01-01-old-name', which is internal",
    ]


def test_a_tree_without_one_of_its_factors_would_be_another_tree(tmp_path: Path) -> None:
    assert public_book(book_of(tmp_path)).reviews[0].fault_tree is None


def test_a_review_without_a_mark_on_its_incident_is_not_public(tmp_path: Path) -> None:
    files = FILES | {
        f"{PUBLIC}/incident.yaml": FILES[f"{PUBLIC}/incident.yaml"].replace("audience: public\n", "")
    }
    public = public_book(book_of(tmp_path, files))
    assert (public.incidents, public.reviews) == ((), ())


def test_a_transfer_into_a_tree_that_is_not_public_takes_its_tree_with_it(tmp_path: Path) -> None:
    tree = "fault_tree:\n  top: a\n  gates:\n    a: {title: A, any: [null-price, b]}\n"
    tree += f"    b: {{title: B, transfer: {INTERNAL}#c}}\n"
    start, _, rest = FILES[f"{PUBLIC}/pir.yaml"].partition("fault_tree:")
    other = "status: reviewed\nowner: x\nsummary: y\nfactors:\n  d: {text: D, category: data}\n"
    other += "fault_tree: {top: c, gates: {c: {title: C, any: [d]}}}\n"
    files = FILES | {f"{PUBLIC}/pir.yaml": start + tree + rest[rest.index("accounts:") :]}
    files |= {f"{INTERNAL}/pir.yaml": other}
    files[f"{PUBLIC}/pir.yaml"] = files[f"{PUBLIC}/pir.yaml"].replace("covers: [2026-01-08-vendor-down]\n", "")
    book = book_of(tmp_path, files)
    assert book.review_by_id[PUBLIC].fault_tree
    assert public_book(book).review_by_id[PUBLIC].fault_tree is None


def test_every_record_that_holds_sentences_can_be_marked() -> None:
    unmarked = {
        name
        for name, value in vars(model).items()
        if dataclasses.is_dataclass(value)
        and "internal" not in {field.name for field in dataclasses.fields(value)}
    }
    assert unmarked == {
        *(
            "Alias",
            "Assignment",
            "Book",
            "Detection",
            "FaultTree",
            "FiveWhys",
            "Gate",
            "Impact",
            "Incident",
            "Instant",
        ),
        *(
            "FormerReference",
            "Person",
            "IncidentReference",
            "Review",
            "SeverityLevel",
            "Term",
            "Transfer",
            "Vocabulary",
        ),
    }
