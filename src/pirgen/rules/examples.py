"""Examples that explain a rule and test it: YAML laid over a small book in which nothing is wrong.

An example's keys replace those of ``incident.yaml``, or of ``pir.yaml`` after a line ``# pir.yaml``.
A line such as ``# 2026-02-01-other/pir.yaml`` begins a file of another folder, laid over the same text; after
``# vocabularies.yaml`` comes the whole of that file.
"""

from __future__ import annotations

import re

FOLDER = "2026-01-05-checkout-down"

_INCIDENT = """\
title: Checkout failed for every order
severity: SEV-2
status: resolved
services: [checkout]
impact:
  summary: No order could be placed for 20 minutes
timeline:
  - {at: 2026-01-05T09:00Z, kind: change, text: A release goes out}
  - {at: 2026-01-05T09:10Z, kind: symptom, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:12Z, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:15Z, kind: action, marks: [acknowledged], text: On-call takes over}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [mitigated, resolved], text: The release is rolled back}
"""

_OTHER = _INCIDENT.replace("SEV-2", "SEV-4")

_REVIEW = """\
status: reviewed
owner: checkout team
published: 2026-01-09
summary: A release broke the checkout and no test had seen it.
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test]
    reduces: [null-price]
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: The pipeline fails on an order without a price
"""

_FILE = re.compile(r"^# (?P<name>(?:\S+/)?(?:incident|pir)\.yaml|vocabularies\.yaml)$", re.MULTILINE)
_TOP_KEY = re.compile(r"^([A-Za-z_][\w-]*):", re.MULTILINE)


def files_of(example: str) -> dict[str, str]:
    """The files that an example describes, whole, by their path in a folder of incidents."""
    files = {f"{FOLDER}/incident.yaml": _INCIDENT, f"{FOLDER}/pir.yaml": _REVIEW}
    for name, text in _parts(example):
        if name == "vocabularies.yaml":
            files[name] = text
            continue
        file = name if "/" in name else f"{FOLDER}/{name}"
        folder = file.partition("/")[0]
        other = _OTHER.replace("2026-01-05", folder[:10])
        files[file] = _laid_over(files.get(file, _REVIEW if file.endswith("/pir.yaml") else other), text)
        files.setdefault(f"{folder}/incident.yaml", other)
    return files


def _parts(example: str) -> list[tuple[str, str]]:
    pieces = _FILE.split(example)
    named = list(zip(pieces[1::2], pieces[2::2], strict=True))
    return [("incident.yaml", pieces[0]), *named] if pieces[0].strip() else named


def _laid_over(base: str, text: str) -> str:
    replaced = {match[1] for match in _TOP_KEY.finditer(text)}
    kept = [block for key, block in _blocks(base) if key not in replaced]
    return "".join(kept) + text.strip("\n") + "\n" if text.strip() else base


def _blocks(text: str) -> list[tuple[str, str]]:
    starts = [*_TOP_KEY.finditer(text)]
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return [(match[1], text[match.start() : end]) for match, end in zip(starts, ends, strict=True)]
