"""FixResult as a person sees it: the difference it makes to a file, and what is left."""

from __future__ import annotations

import os
from collections import Counter
from difflib import unified_diff
from pathlib import Path

import pytest

from pirgen.diagnostics import Level, apply_fixes, render_text
from pirgen.fixing import FixResult, fix_folder
from pirgen.pipeline import Checked, judged
from pirgen.rules.examples import FOLDER, files_of
from pirgen.safe_fixes import with_texts
from pirgen.source import Folder
from tests.conftest import AS_OF, EXPECTED, case_files


def folder_of(example: str) -> Folder:
    files = files_of(example)
    names = sorted({file.partition("/")[0] for file in files})
    return Folder(tuple(names), {file: text.encode() for file, text in files.items()})


def difference(before: Folder, result: FixResult) -> str:
    """The lines that mending takes out and puts in, and then what is left to say."""
    lines: list[str] = []
    for file in result.changed:
        old, new = ((folder.files[file] or b"").decode().split("\n") for folder in (before, result.folder))
        lines += (
            line for line in unified_diff(old, new, n=0, lineterm="") if line[:2] not in ("--", "++", "@@")
        )
    left = render_text(result.checked.diagnostics, result.checked.texts)
    return "".join(f"{line}\n" for line in lines) + (f"\n{left}\n" if left else "")


@pytest.mark.parametrize("case", case_files("fixing"), ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    """A case whose name begins with 'unsafe' is mended by guesses too; PIRGEN_REWRITE=1 writes the outcome."""
    example, _, expected = case.read_bytes().decode().partition(EXPECTED)
    folder = folder_of(example)
    actual = difference(folder, fix_folder(folder, AS_OF, unsafe=case.stem.startswith("unsafe")))
    if os.environ.get("PIRGEN_REWRITE"):
        case.write_bytes((example + EXPECTED + actual).encode())
    assert actual == expected


def has_safe_fix(checked: Checked) -> bool:
    return any(found.fix and found.fix.is_safe for found in checked.diagnostics)


@pytest.mark.parametrize(
    "case", [*case_files("reading"), *case_files("fault-trees")], ids=lambda case: case.stem
)
def test_what_can_be_mended_is_gone_and_nothing_new_appears(case: Path) -> None:
    example, _, _ = case.read_bytes().decode().partition(EXPECTED)
    folder = folder_of(example)
    before, result = judged(folder, AS_OF), fix_folder(folder, AS_OF)
    assert not has_safe_fix(result.checked)
    assert bool(result.count) == bool(result.changed) == has_safe_fix(before)
    new = {(found.code, found.message) for found in result.checked.diagnostics}
    kept = {
        (found.code, found.message) for found in before.diagnostics if not (found.fix and found.fix.is_safe)
    }
    assert new <= kept
    assert not result.changed or fix_folder(result.folder, AS_OF).changed == ()


FIXABLE = [case for kind in ("reading", "fault-trees", "fixing", "waivers") for case in case_files(kind)]


def errors(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in checked.diagnostics if each.level is Level.ERROR)


@pytest.mark.parametrize("case", FIXABLE, ids=lambda case: case.stem)
def test_each_safe_fix_alone_takes_its_finding_away_and_causes_no_error(case: Path) -> None:
    example, _, _ = case.read_bytes().decode().partition(EXPECTED)
    folder = folder_of(example)
    before = judged(folder, AS_OF)
    for found in before.diagnostics:
        if found.fix and found.fix.is_safe:
            text, made = apply_fixes(before.texts[found.place.file], [found.fix])
            assert made
            after = with_texts(folder, {found.place.file: text})
            alone = judged(after, AS_OF)
            same = [(each.code, each.message) for each in alone.diagnostics].count((found.code, found.message))
            assert same < [(each.code, each.message) for each in before.diagnostics].count(
                (found.code, found.message)
            )
            fixed = fix_folder(after, AS_OF).checked if has_safe_fix(alone) else alone
            assert not errors(fixed) - errors(before)


def test_a_fix_that_would_cause_an_error_is_a_guess() -> None:
    twice = "timeline:\n  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}\n" * 2
    twice = twice.replace("\ntimeline:", "", 1).replace("[started]", "[Started]", 1)
    (found,) = judged(folder_of(f"status: open\n{twice}"), AS_OF).diagnostics
    assert (found.code, found.near, found.fix and found.fix.is_safe) == ("PIR105", "started", False)


def test_only_the_files_that_were_asked_for_are_mended() -> None:
    folder = folder_of("severity: sev2\n# pir.yaml\nstatus: Reviewed\n")
    result = fix_folder(folder, AS_OF, (f"{FOLDER}/pir.yaml",))
    assert result.changed == (f"{FOLDER}/pir.yaml",)


def test_a_byte_order_mark_and_windows_line_ends_stay() -> None:
    folder = folder_of("severity: sev2")
    file = f"{FOLDER}/incident.yaml"
    content = b"\xef\xbb\xbf" + (folder.files[file] or b"").replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    result = fix_folder(Folder(folder.names, {**folder.files, file: content}), AS_OF)
    assert result.folder.files[file] == content.replace(b"sev2", b"SEV-2") + b"\r\n"
    assert result.count == 2
