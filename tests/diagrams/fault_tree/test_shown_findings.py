from __future__ import annotations

from pathlib import Path

from pirgen.analysis.open_paths import Standing, analyse
from pirgen.diagrams.fault_tree.shown_findings import findings_shown
from pirgen.model import Review
from tests.conftest import checked

_ACTION = "{what: Do it, type: prevent, owner: checkout team, done_when: It works, created: 2026-01-09"
EXAMPLE = f"""# pir.yaml
factors:
  alone: {{text: A, category: code}}
  touched: {{text: B, category: code}}
  in-open: {{text: C, category: code}}
  with-it: {{text: D, category: code}}
  beside-done: {{text: E, category: code}}
  done: {{text: F, category: code}}
  beside-planned: {{text: G, category: code}}
  planned: {{text: H, category: code}}
  idle: {{text: I, category: code}}
  fence: {{text: J, category: code}}
actions:
  - {_ACTION}, id: one, reduces: [touched, beside-done], status: open, due: 2026-01-30}}
  - {_ACTION}, id: two, eliminates: [done], status: done, done_on: 2026-01-20, proof: "https://example.org"}}
  - {_ACTION}, id: three, eliminates: [planned], status: open, due: 2026-01-30}}
fault_tree:
  top: top
  gates:
    top: {{title: T, any: [alone, touched, open, closed, later, more]}}
    open: {{title: U, all: [in-open, with-it, unfenced]}}
    unfenced: {{title: V, not: fence}}
    closed: {{title: W, all: [beside-done, done]}}
    later: {{title: X, all: [beside-planned, planned]}}
    more: {{title: Y, all: [alone, idle]}}
"""


def review(folder: Path) -> Review:
    return checked(folder, EXAMPLE).book.reviews[0]


def test_what_suffices_alone_stands_out_and_what_no_open_way_needs_does_not(tmp_path: Path) -> None:
    pir = review(tmp_path)
    assert pir.fault_tree
    shown = findings_shown(pir.fault_tree, pir.factors, pir.actions, analyse(pir, {}))
    assert shown.alone == ("alone", "touched")
    assert shown.calm == ("beside-done", "beside-planned", "idle", "fence")
    assert shown.idle == ("idle",)
    by_id = {factor.id: factor for factor in pir.factors}
    states = {id: shown.state(factor, pir.actions) for id, factor in by_id.items()}
    assert states["in-open"] is Standing.OPEN
    assert states["planned"] is Standing.PLANNED
    assert states["beside-done"] is None
    words = {id: [note.text for note in shown.notes(factor, pir.actions)] for id, factor in by_id.items()}
    assert words["touched"] == ["suffices alone", "still open", "to be reduced by one"]
    assert words["beside-done"] == ["not eliminated", "to be reduced by one"]
    assert words["idle"] == ["makes no difference", "no action"]


def test_of_a_tree_that_was_not_analysed_no_factor_is_calm(tmp_path: Path) -> None:
    pir = review(tmp_path)
    assert pir.fault_tree
    shown = findings_shown(pir.fault_tree, pir.factors, pir.actions, None)
    assert (shown.alone, shown.calm, shown.idle) == ((), (), ())
