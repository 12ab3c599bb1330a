"""How far apart two words are, counted in slips."""

from __future__ import annotations

__all__ = ["distances"]


def distances(typed: str, known: str, most: int = 99) -> tuple[int, int]:
    """How many slips lie between two words, and between the first and the nearest beginning of the second.

    A slip is a letter more, less or other, or two exchanged (the 'optimal string alignment' of F. J. Damerau's
    'A technique for computer detection and correction of spelling errors', 1964). What is more than ``most`` is
    not counted on.
    """
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(known, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == known[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return len(typed) + len(known), len(typed)
    return row[-1], min(row)
