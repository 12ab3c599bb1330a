"""The account of an import: how much of each kind a source has, and what of it its draft has not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pirgen.drafts import Draft
from pirgen.imports.accounting.draft_words import DraftWords
from pirgen.imports.accounting.facts import FactKind, SourceFact

__all__ = ["ImportAccount", "account_of", "table_of"]


@dataclass(frozen=True)
class ImportAccount:
    """How many facts of each kind a source has, how many of these its draft has, and those that it has not."""

    counts: Mapping[FactKind, tuple[int, int]]
    missing: tuple[str, ...]

    def line(self) -> str:
        """The account in words, such as '9 of 9 times, 33 of 34 texts'."""
        parts = (f"{kept} of {there} {kind.value}" for kind, (kept, there) in self.counts.items() if there)
        left = len(self.missing)
        others = f"other {left} are comments" if left > 1 else "other one is a comment"
        told = f"; the {others} at the end of the draft" if left else ""
        return f"{', '.join(parts) or 'nothing to count'}{told}"


def account_of(
    facts: Iterable[SourceFact],
    draft: Draft,
    tasks: int,
    people: tuple[int, int],
    as_written: Callable[[str], str] = str,
) -> ImportAccount:
    """The account of a draft; ``tasks`` are of the source, ``people`` of the draft and of the source.

    ``as_written`` writes handles for the names in a text, as they are in the draft.
    """
    words = DraftWords.of(draft)
    counts: dict[FactKind, list[int]] = {kind: [0, 0] for kind in FactKind}
    missing: list[str] = []
    for fact in dict.fromkeys(facts):
        counts[fact.kind][1] += 1
        is_text = fact.kind is FactKind.TEXT
        lacking = words.missing_of(replace(fact, written=as_written(fact.written)) if is_text else fact)
        if lacking:
            missing.append(lacking)
        else:
            counts[fact.kind][0] += 1
    counts[FactKind.TASK] = [min(len(draft.actions), tasks), tasks]
    counts[FactKind.PERSON] = list(people)
    return ImportAccount({kind: (kept, there) for kind, (kept, there) in counts.items()}, tuple(missing))


def table_of(accounts: Sequence[tuple[str, ImportAccount]]) -> str:
    """The accounts of many drafts as a table with a sum."""
    width = max(len(name) for name, _ in accounts)
    cells = [(name, [account.counts.get(kind, (0, 0)) for kind in FactKind]) for name, account in accounts]
    sums = [
        (sum(row[index][0] for _, row in cells), sum(row[index][1] for _, row in cells))
        for index in range(len(FactKind))
    ]
    head = f"{'kept of what the source has':<{width}}" + "".join(f"{kind.value:>12}" for kind in FactKind)
    rows = [
        f"{name:<{width}}" + "".join(f"{f'{kept}/{there}':>12}" for kept, there in row) for name, row in cells
    ]
    total = f"{'in all':<{width}}" + "".join(f"{f'{kept}/{there}':>12}" for kept, there in sums)
    return "\n".join((head, *rows, total))
