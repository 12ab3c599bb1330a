"""What a review says, as sections of a Markdown document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pirgen.model import (
    NOT_PUBLIC,
    Action,
    Basis,
    Book,
    Factor,
    FactorKind,
    FaultTree,
    FiveWhys,
    Gate,
    GateKind,
    Instant,
    NotRecorded,
    Occurred,
    Review,
    Vocabulary,
    Why,
    title_of,
)
from pirgen.reports.markdown_lines import NOT_RECORDED, bullet, evidence_lines, section, value
from pirgen.wording.instants import instant

__all__ = ["action_line", "review_sections"]

_GATES = {
    GateKind.ALL: "all of",
    GateKind.ANY: "any of",
    GateKind.XOR: "exactly one of",
    GateKind.NOT: "unless",
    GateKind.INHIBIT: "where the condition holds,",
}


def review_sections(review: Review, book: Book) -> Iterator[str]:
    """Its sections after the timeline, in the order of its page."""
    words = book.vocabulary
    trigger = f"({title_of(words.triggers, review.trigger_kind)})" if review.trigger_kind else ""
    yield from section("Trigger", [f"{review.trigger} {trigger}"])
    yield from section("Contributing factors", (), [_factor(each, review.id, book) for each in review.factors])
    actions = [action_line(action, words) for action in review.actions]
    yield from section("Actions", [review.no_actions_reason], actions)
    yield from _fault_tree(review.fault_tree)
    yield from _whys(review.five_whys)
    accounts = [bullet(f"{each.role}: {each.text}") for each in review.accounts]
    yield from section("How it was seen at the time", (), accounts)
    told = (
        ("What surprised us", review.surprises),
        ("What went well", review.went_well),
        ("What went badly", review.went_badly),
        ("Where we got lucky", review.got_lucky),
        ("Lessons", review.lessons),
        ("Open questions", review.open_questions),
    )
    for title, texts in told:
        yield from section(title, (), [bullet(text) for text in texts])


def _factor(factor: Factor, id: str, book: Book) -> str:
    said = [title_of(book.vocabulary.categories, factor.category)]
    said += [factor.kind.value] if factor.kind is not FactorKind.BASIC else []
    said += [f"state {str(factor.state).lower()}"] if factor.state is not None else []
    said += ["did not occur"] if factor.occurred is Occurred.NO else []
    said += ["not known whether it occurred"] if factor.occurred is Occurred.UNKNOWN else []
    said += [f"probability {factor.probability:g}"] if factor.probability is not None else []
    said += ["inferred by the review"] if factor.basis is Basis.INFERRED else []
    said += [f"latent since {_since(factor.latent_since)}"] if factor.latent_since else []
    said += [f"removed in the response{_removed_by(factor.removed_by)}"] if factor.removed_by else []
    shown = evidence_lines(factor.evidence, id, book)
    return bullet(f"{factor.text} ({'; '.join(said)}; `{factor.id}`)", factor.note, *shown)


def _removed_by(event: str) -> str:
    return f" by `{event}`" if event != NOT_PUBLIC else ""


def _since(at: Instant | NotRecorded) -> str:
    return instant(at) if isinstance(at, Instant) else NOT_RECORDED


def action_line(action: Action, words: Vocabulary) -> str:
    """An action with all its fields."""
    owner = action.owner if not isinstance(action.owner, str) else title_of(words.teams, action.owner)
    priority = action.priority.value if action.priority and not isinstance(action.priority, NotRecorded) else ""
    said = [action.status.value, action.type.value, f"priority {priority}" if priority else ""]
    dated = (("owner", owner), ("created", action.created), ("due", action.due), ("done", action.done_on))
    said += [f"{name} {value(written)}" for name, written in dated if value(written)]
    said += [f"{effect} {', '.join(f'`{id}`' for id in ids)}" for effect, ids in action.effects]
    under = (
        f"done when: {value(action.done_when)}" if value(action.done_when) else "",
        f"proof: {value(action.proof)}" if value(action.proof) else "",
        f"reason: {action.reason}" if action.reason else "",
        f"ticket: <{action.tracker}>" if action.tracker else "",
        action.note,
    )
    return bullet(f"{action.what} ({'; '.join(filter(None, said))}; `{action.id}`)", *under)


def _fault_tree(tree: FaultTree | None) -> Iterator[str]:
    if tree:
        yield from section("Fault tree", [tree.note], [_gate(gate, tree) for gate in tree.gates])


def _gate(gate: Gate, tree: FaultTree) -> str:
    ids = ", ".join(f"`{id}`" for id in gate.inputs)
    how = f"at least {gate.atleast} of" if gate.kind is GateKind.ATLEAST else _GATES.get(gate.kind, "")
    if gate.transfer:
        how, ids = "as", f"`{gate.transfer.gate}` of {gate.transfer.review}"
    condition = f"; condition `{gate.condition}`" if gate.condition else ""
    top = "top event, " if gate.id == tree.top else ""
    return bullet(f"{gate.title} ({top}`{gate.id}`): {how} {ids}{condition}")


def _whys(whys: FiveWhys | None) -> Iterator[str]:
    if whys:
        yield from section("Five whys", [whys.problem], list(_answers(whys.because, 0)))


def _answers(because: Sequence[Why], depth: int) -> Iterator[str]:
    for why in because:
        ends = f" (`{why.factor}`)" if why.factor else ""
        yield f"{'    ' * depth}- {' '.join(why.answer.split())}{ends}"
        yield from _answers(why.because, depth + 1)
