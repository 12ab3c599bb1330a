"""The first version of a review as YAML: what is known as values, what is not as a commented example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from pirgen.drafts.draft import Draft, DraftCondition, slug
from pirgen.drafts.stamp import stamped
from pirgen.drafts.yaml_text import comment, entry, scalar, value
from pirgen.model import Action


def review_text(draft: Draft) -> str:
    """The text of ``pir.yaml``."""
    return stamped("".join(_review_parts(draft)), draft.source)


def _review_parts(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../../schemas/pir.schema.json\n"
    yield from map(comment, draft.origin)
    yield "status: draft # draft, in-review, reviewed, closed\n"
    if draft.is_external:
        yield "provenance: external # written from what others have published\n"
    else:
        yield f"owner: {scalar(draft.owner)} # the team that sees the review through\n"
    yield f"covers: [{', '.join(draft.covers)}] # further incidents\n" if draft.covers else ""
    yield f"# held: {draft.day + timedelta(days=7)} # the day of the review meeting\n"
    yield _summary_text(draft.summary)
    yield entry("trigger", draft.trigger) or "# trigger: What set it off that day\n"
    yield _conditions_text(draft.conditions)
    yield _WHYS_EXAMPLE
    known = dict(draft.lists)
    for key in ("surprises", "went_well", "went_badly", "got_lucky", "lessons", "open_questions"):
        yield _list_text(key, known.get(key, ()))
    if draft.actions:
        yield "actions:\n"
        yield from (_action_text(action, action.id in draft.untyped) for action in draft.actions)
    else:
        yield _actions_example(draft.day + timedelta(days=30))


_WHYS_EXAMPLE = """\
# five_whys:
#   problem: What users saw
#   because:
#     - {answer: Nothing tested it, factor: no-test}
"""


def _actions_example(due: date) -> str:
    return f"""\
# actions:
#   - id: test-missing-price
#     what: Test an order whose price is missing
#     type: detect # prevent, detect, mitigate, repair, process, investigate
#     owner: the team
#     eliminates: [no-test] # or reduces, detects
#     due: {due}
#     status: open
#     done_when: The pipeline fails on an order without a price
"""


def _summary_text(summary: str) -> str:
    if not summary:
        return "summary: |\n  To be written: what happened and what was learned, in some sentences.\n"
    return (
        f"{comment('To do: what happened and what was learned, in some sentences')}{entry('summary', summary)}"
    )


def _conditions_text(conditions: tuple[DraftCondition, ...]) -> str:
    start = "# factors: # every condition that had to be there"
    if not conditions:
        example = "#   no-test: {text: No test places an order without a price, category: testing}"
        return f"{start}\n{example}\n"
    lines = (f"#   {slug(each.text, 40)}: {{{_condition_keys(each)}}}\n" for each in conditions)
    return f"{start}; give each of these an id and a category\n{''.join(lines)}"


def _condition_keys(condition: DraftCondition) -> str:
    since = f", latent_since: {condition.latent_since}" if condition.latent_since else ""
    return f"text: {scalar(condition.text)}{since}, category: "


def _list_text(name: str, texts: tuple[str, ...]) -> str:
    if not texts:
        return f"# {name}: []\n"
    return f"{name}:\n" + "".join(f"  - {value(text, 2)}\n" for text in texts)


def _action_text(action: Action, is_untyped: bool) -> str:
    types = f"{'to do: ' * is_untyped}prevent, detect, mitigate, repair, process, investigate"
    lines = [
        f"  - id: {scalar(action.id)}\n",
        entry("what", action.what, 4),
        f"    type: {action.type.value} # {types}\n",
    ]
    for name in ("priority", "owner", "created", "due"):
        lines.append(_fact(name, getattr(action, name)))
    lines.append(f"    status: {action.status.value}\n")
    for name in ("done_when", "done_on", "proof"):
        lines.append(_fact(name, getattr(action, name)))
    lines += [entry(name, getattr(action, name), 4) for name in ("reason", "tracker", "note")]
    return "".join(lines)


def _fact(name: str, fact: str | date | Enum | None) -> str:
    """A key of an action that may be not recorded; nothing where it is not asked for."""
    if fact is None:
        return ""
    text = str(fact.value) if isinstance(fact, Enum) else str(fact)
    return f"    {name}: {text if isinstance(fact, date) else value(text, 4)}\n"
