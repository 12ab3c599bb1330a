"""A passage cut to what a reader takes in at a glance, around the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Collection

from pirgen.retrieval.words import stems_of

__all__ = ["snippet"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'“(]?[A-Z0-9])")


def snippet(text: str, stems: Collection[str], most: int = 220) -> str:
    """Whole sentences of the text where they fit, from the one with the most of the words on."""
    if len(text) <= most:
        return text
    sentences = _SENTENCE.split(text)
    counts = [sum(stem in stems for stem in stems_of(sentence)) for sentence in sentences]
    start = counts.index(max(counts))
    end = start + 1
    while end < len(sentences) and len(" ".join(sentences[start : end + 1])) <= most:
        end += 1
    shown = " ".join(sentences[start:end])
    lead, tail = "… " if start else "", " …" if end < len(sentences) else ""
    if len(shown) > most:
        shown, tail = _around(shown, stems, most), ""
    return f"{lead}{shown}{tail}"


def _around(sentence: str, stems: Collection[str], most: int) -> str:
    """A part of a long sentence, between words."""
    found = [
        match.start() for match in re.finditer(r"\S+", sentence) if not stems_of(match[0]).isdisjoint(stems)
    ]
    first = max(0, (found[0] if found else 0) - most // 3)
    start = 0 if first == 0 else sentence.find(" ", first) + 1
    cut = sentence[start : start + most]
    if start + most < len(sentence):
        cut = f"{cut.rsplit(' ', 1)[0].rstrip(',;:')} …"
    return f"{'… ' if start else ''}{cut}"
