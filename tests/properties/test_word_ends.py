"""No finding begins or ends inside a word: 'caused by internal DNS' is not about an intern."""

import pydoc_data.topics
import re

import pytest

from pirgen.rules.language.blameless import hits
from pirgen.rules.language.passages import Part

_BEGINNINGS = [
    "admin",
    "author",
    "committer",
    "dev",
    "engineer",
    "error",
    "intern",
    "operator",
    "person",
    "test",
    "user",
]
_ENDINGS = [
    "al",
    "alia",
    "ative",
    "elopment",
    "ial",
    "icity",
    "ice",
    "ing",
    "isation",
    "istration",
    "ity",
    "nal",
    "s",
]
_WORDS = sorted(
    {beginning + ending for beginning in _BEGINNINGS for ending in _ENDINGS}
    | set(sorted(set(re.findall(r"[A-Za-z]{3,}", " ".join(pydoc_data.topics.topics.values()))))[::4])
)
"""A thousand English words, which come with Python, and words that begin as our patterns do."""

_SENTENCES = (
    "It was caused by {} names, and introduced by {}.",
    "A mistake by {} tooling; an error of {} limits.",
    "It fires if only {} hosts are down, or if {} had failed.",
    "The {} deleted it because the {} forgot the flag.",
    "Had {} seen it, {} should have known, which {} could have seen.",
    "{} error, {}'s fault, and the {} is to blame.",
    "We blame {} for the {}s and the pre{}.",
)
_INSIDE = re.compile(r"(?<=\w)(?=\w)")


def _is_whole(text: str, start: int, end: int) -> bool:
    return not _INSIDE.match(text, start) and not _INSIDE.match(text, end)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_no_finding_begins_or_ends_inside_a_word(sentence: str) -> None:
    assert len(_WORDS) > 1000
    for word in _WORDS:
        text = sentence.replace("{}", word)
        for hit in hits(Part.CAUSE, text):
            assert _is_whole(text, hit.start, hit.end), text[hit.start : hit.end]
