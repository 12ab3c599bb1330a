"""Laws of reading and mending: nothing an author writes stops us, and mending does what it says and no more."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from pirgen.fixing import fix_folder
from pirgen.pipeline import Checked, judged
from pirgen.rules.examples import FOLDER, files_of
from pirgen.source import Folder

AS_OF = date(2026, 2, 1)
INCIDENT, REVIEW = f"{FOLDER}/incident.yaml", f"{FOLDER}/pir.yaml"
TREE = """\
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Every order fails, all: [null-price, no-test]}
five_whys:
  problem: "Orders failed"
  because:
    - answer: 'A price was missing'
      because: [{answer: Nobody tests it, factor: no-test}]
"""
CLEAN = {
    INCIDENT: files_of("severity_note: |\n  Chosen by the on-call.\n\n  See the guide.\ntags: [a, b]")[
        INCIDENT
    ],
    REVIEW: files_of(f"# pir.yaml\n{TREE}")[REVIEW],
}


def folder_of(files: dict[str, bytes]) -> Folder:
    contents = {file: text.encode() for file, text in CLEAN.items()} | files
    return Folder((FOLDER,), contents)


def text_of(folder: Folder, file: str = INCIDENT) -> str:
    return (folder.files[file] or b"").decode()


def said(checked: Checked) -> list[str]:
    return [f"{found.code} {found.message}" for found in checked.diagnostics]


SIGNS = [
    *"{}[]:-#&*!|>'\"%@`,?\n\t\\0é\xa0\u200b\u202e\u2028\r ",
    "\r\n",
    "...",
    "---",
    ": ",
    " #1",
    "yes",
    "12:30",
]
ODD = some.sampled_from(SIGNS) | some.text(max_size=3)


@some.composite
def spoilt(draw: some.DrawFn, text: str) -> str:
    """A clean text after up to six slips of the hand anywhere: signs put in, taken out, lines moved."""
    for _ in range(draw(some.integers(1, 6))):
        at = draw(some.integers(0, len(text)))
        kind = draw(some.integers(0, 3))
        if kind == 0:
            text = text[:at] + draw(ODD) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + draw(some.integers(1, 5)) :]
        elif kind == 2:
            text = text[:at] + draw(ODD) + text[at + 1 :]
        else:
            lines = text.split("\n")
            lines.insert(draw(some.integers(0, len(lines))), lines.pop(draw(some.integers(0, len(lines) - 1))))
            text = "\n".join(lines)
    return text


def assert_mended_once_for_all(folder: Folder, unsafe: bool) -> None:
    """FixResult takes away what it counts, adds no reason not to read, and has nothing left to do."""
    result = fix_folder(folder, AS_OF, unsafe=unsafe)
    again = fix_folder(result.folder, AS_OF, unsafe=unsafe)
    assert again.changed == ()
    assert bool(result.count) == bool(result.changed)
    assert said(again.checked) == said(result.checked)
    assert_within_its_file(judged(folder, AS_OF))


def assert_within_its_file(checked: Checked) -> None:
    """Every finding in a file that is text has a place that an editor can go to."""
    for found in checked.diagnostics:
        text = checked.texts.get(found.place.file)
        if not text:
            continue
        lines = text.split("\n")
        start, end = (0, 0), (len(lines), len(lines[-1]) + 1)
        line, column, end_line, end_column = found.place.span
        assert start < (line, column) <= (end_line, end_column) <= end, found


@settings(max_examples=150)
@given(
    some.sampled_from([INCIDENT, REVIEW]), some.binary(max_size=120) | some.text(max_size=60).map(str.encode)
)
@example(INCIDENT, b"\xff")
@example(REVIEW, b"status: reviewed\nfactors:\n  a: {text: b, category: data}")
@example(INCIDENT, b"\x00" * 9)
@example(INCIDENT, b"[" * 30_000)
@example(INCIDENT, b"a: " * 3_000)
@example(REVIEW, b"? - ? - a\n" * 40)
@example(REVIEW, b'"\\ud83d')
def test_any_bytes_are_read_or_reported_and_mended_once(file: str, content: bytes) -> None:
    assert_mended_once_for_all(folder_of({file: content}), unsafe=True)


@settings(max_examples=150)
@given(spoilt(CLEAN[INCIDENT]), some.booleans())
def test_a_spoilt_incident_is_read_or_reported_and_mended_once(text: str, unsafe: bool) -> None:
    assert_mended_once_for_all(folder_of({INCIDENT: text.encode("utf-8", "replace")}), unsafe)


@settings(max_examples=150)
@given(spoilt(CLEAN[REVIEW]), some.booleans())
def test_a_spoilt_review_is_read_or_reported_and_mended_once(text: str, unsafe: bool) -> None:
    assert_mended_once_for_all(folder_of({REVIEW: text.encode("utf-8", "replace")}), unsafe)


SLIPS = {
    "colon": ("severity_note: 'Chosen late: by hand'", "severity_note: Chosen late: by hand"),
    "bracket": ("severity_note: '[OPS-1] decided'", "severity_note: [OPS-1] decided"),
    "at sign": ("severity_note: '@alice decided'", "severity_note: @alice decided"),
    "star": ("severity_note: '*Important* to all'", "severity_note: *Important* to all"),
    "backtick": ("severity_note: '`rm` was run'", "severity_note: `rm` was run"),
    "percent": ("severity_note: '%d was shown'", "severity_note: %d was shown"),
    "bang": ("severity_note: '!urgent said the page'", "severity_note: !urgent said the page"),
    "ampersand": ("severity_note: '&co decided'", "severity_note: &co decided"),
    "hash": ("severity_note: 'Fixed by #4711'", "severity_note: Fixed by #4711"),
    "only a hash": ("severity_note: '#4711'", "severity_note: #4711"),
    "apostrophes": ('severity_note: "We don\'t know"', "severity_note: 'We don't know'"),
    "quotes": ('severity_note: \'"Orders" and "carts"\'', 'severity_note: "Orders" and "carts"'),
    "open quote": ('severity_note: "Chosen late"', 'severity_note: "Chosen late'),
    "drive": (r"severity_note: 'C:\temp\new'", r'severity_note: "C:\temp\new"'),
    "users": (r"severity_note: 'C:\Users'", r'severity_note: "C:\Users"'),
    "halves": ('severity_note: "\N{FIRE} on"', r'severity_note: "\ud83d\udd25 on"'),
    "no space": ("severity_note: Chosen late", "severity_note:Chosen late"),
    "equals": ("severity_note: Chosen late", "severity_note = Chosen late"),
    "tab": ("severity_note: Chosen late", "severity_note:\tChosen late"),
    "no-break space": ("severity_note: Chosen late", "severity_note: Chosen\xa0late"),
    "zero width": ("severity_note: Chosen late", "severity_\u200bnote: Chosen late"),
    "bidi": ("severity_note: Chosen late", "severity_note: Chosen \u202elate"),
    "key": ("severity_note: Chosen late", "severity_noet: Chosen late"),
    "severity": ("severity: SEV-2", "severity: sev 2"),
    "status": ("status: resolved", "status: Resolved"),
    "services": ("services: [checkout]", "services: checkout"),
    "list without spaces": ("tags:\n  - a\n  - b", "tags:\n  -a\n  -b"),
    "tabs": ("detection:\n  source: staff\n  note: seen", "detection:\n\tsource: staff\n\tnote: seen"),
    "tab after a dash": ("tags:\n  - a\n  - b", "tags:\n  -\ta\n  - b"),
    "comma": ("tags: [a, b]", "tags: [a,, b]"),
    "word": ("detection: {source: staff}", "detection: {source: Staff}"),
    "tag": ("detection: {source: staff, note: seen}", "detection: {source: staff, note: !!str seen}"),
    "end mark": ("tags: [a]\nlinks: []", "tags: [a]\n...\nlinks: []"),
    "text in braces": (
        "impact: {summary: 'No order: no cart, no stock', who: all}",
        "impact: {summary: No order: no cart, no stock, who: all}",
    ),
    "comma in braces": ("impact: {summary: 'No order, no cart'}", "impact: {summary: No order, no cart}"),
    "list of one": ("impact: {summary: '[all] failed'}", "impact: {summary: [all] failed}"),
}
KEYS = [
    (file, *match.span("key"))
    for file, text in CLEAN.items()
    for match in re.finditer(r"(?:^ *(?:- )?|[{,] ?)(?P<key>[a-z_]{4,}):", text, re.MULTILINE)
]


@pytest.mark.parametrize(
    ("file", "start", "end"), KEYS, ids=[f"{file[-8:-5]}-{CLEAN[file][start:end]}" for file, start, end in KEYS]
)
def test_a_misspelt_key_is_one_finding_and_mended(file: str, start: int, end: int) -> None:
    text = CLEAN[file]
    folder = folder_of({file: f"{text[: end - 1]}{text[end - 2 :]}".encode()})
    assert [found.code for found in judged(folder, AS_OF).diagnostics] == ["PIR101"]
    assert fix_folder(folder, AS_OF).folder == folder_of({})


TIMES = {
    "offset": ("2026-01-05T09:10+02:00", "2026-01-05T09:10 +0200"),
    "short offset": ("2026-01-05T09:10+02:00", "2026-01-05T09:10+02"),
    "zone": ("2026-01-05T09:10:07Z", "2026-01-05 09:10:07 UTC"),
    "lower case": ("2026-01-05T09:10Z", "2026-01-05t09:10z"),
    "fraction": ("2026-01-05T09:10:07.25Z", "2026-01-05 9:10:07,25 GMT"),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@given(
    before=some.sampled_from(["", "# a comment\n", "x-note: kept   # as it is\n\n"]), is_last=some.booleans()
)
@settings(max_examples=6)
def test_a_slip_is_mended_in_its_span_alone(slip: str, line_end: str, before: str, is_last: bool) -> None:
    right, wrong = SLIPS[slip]
    keys = {line.partition(":")[0] for line in right.split("\n")}
    rest = files_of(f"{right}\n")[INCIDENT].removesuffix(f"{right}\n")
    assert keys
    expected, spoilt_text = (
        (f"{before}{rest}{part}\n" if is_last else f"{before}{part} # why not\n{rest}").replace("\n", line_end)
        for part in (right, wrong)
    )
    result = fix_folder(folder_of({INCIDENT: spoilt_text.encode()}), AS_OF)
    assert text_of(result.folder) == expected
    assert result.checked.diagnostics == ()
    assert result.count >= 1


@pytest.mark.parametrize("form", TIMES)
def test_a_time_is_respelt_and_stays_the_same_instant(form: str) -> None:
    right, wrong = TIMES[form]
    line = "timeline:\n  - marks: [started, resolved]\n    text: Orders fail\n    at: {} # {}\n"
    files = files_of(line.format(wrong, wrong))
    result = fix_folder(folder_of({INCIDENT: files[INCIDENT].encode()}), AS_OF)
    assert text_of(result.folder).endswith(line.format(right, wrong))
    assert result.count == 1
