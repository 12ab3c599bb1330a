"""Former ids: what is wrong with them, and references by them, which lead to the present incident."""

from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER
from tests.conftest import checked, found

OTHER = "2026-01-06-checkout-down-again"
FORMER = "2026-01-06-checkout-broken"
TREE = "fault_tree:\n  top: t\n  gates:\n    t: {title: Orders fail, all: [null-price, no-test]}\n"


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        (FOLDER, "an incident's own id is no alias of it"),
        (OTHER, f"alias '{OTHER}' is the id of another incident"),
        ("../../../evil", "alias '../../../evil' is not a valid id"),
        ("2026-02-30-a", "alias '2026-02-30-a' is not a valid id"),
        (f"2026-01-05-{'a' * 100}", f"alias '2026-01-05-{'a' * 29}' is not a valid id"),
        ("2026-01-05-a, 2026-01-05-a", "alias '2026-01-05-a' is there twice"),
        ("2026-01-05-of-other", "alias '2026-01-05-of-other' is there twice"),
    ],
)
def test_an_alias_that_leads_nowhere_is_reported(alias: str, message: str, tmp_path: Path) -> None:
    example = f"aliases: [{alias}]\n# {OTHER}/incident.yaml\naliases: [2026-01-05-of-other]"
    assert [(each.code, each.message) for each in found(tmp_path, example)] == [("PIR508", message)]


def test_every_reference_by_a_former_id_leads_to_the_present_one(tmp_path: Path) -> None:
    example = f"""
related: [{{incident: {FORMER}, reason: The same release}}]
# pir.yaml
fault_tree:
  top: top
  gates:
    top: {{title: Orders fail, all: [null-price, no-test, far]}}
    far: {{title: Again, transfer: '{FORMER}#t'}}
# {OTHER}/incident.yaml
aliases: [{FORMER}]
# {OTHER}/pir.yaml
{TREE}
# 2026-01-07-third/incident.yaml
title: Checkout failed for a third time
aliases: [2026-01-07-former]
# 2026-01-08-fourth/pir.yaml
covers: [2026-01-07-former]
"""
    result = checked(tmp_path, example)
    incident, review = result.book.incident_by_id[FOLDER], result.book.review_by_id[FOLDER]
    assert incident.related[0].incident == OTHER
    assert review.fault_tree is not None
    assert [gate.transfer.review for gate in review.fault_tree.gates if gate.transfer] == [OTHER]
    assert result.book.review_by_id["2026-01-08-fourth"].covers == ("2026-01-07-third",)
    former = [each for each in result.diagnostics if each.code == "PIR509"]
    assert [(each.message, each.fix and each.fix.edits[0].text) for each in former] == [
        (f"incident '{FORMER}' is now '{OTHER}'", OTHER),
        (f"incident '{FORMER}' is now '{OTHER}'", f"{OTHER}#t"),
        ("incident '2026-01-07-former' is now '2026-01-07-third'", "2026-01-07-third"),
    ]
    assert not result.has_errors
