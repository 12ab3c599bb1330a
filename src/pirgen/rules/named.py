"""What an author meant who named something that is not there: by its id, by its text, by another spelling."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pirgen.diagnostics import near_miss, surely_meant
from pirgen.wording.plain_text import plain

__all__ = ["NamedId", "meant_by"]


@dataclass(frozen=True)
class NamedId:
    """The id that was meant, most probably, with a hint; ``surely`` is the id where there is no doubt."""

    near: str = ""
    hint: str = ""
    surely: str = ""


def meant_by(written: str, texts: Mapping[str, str], taken: Collection[str] = ()) -> NamedId:
    """The id, of those with their texts, that a name means; those ``taken`` are in the same list already."""
    by_text = [id for id, text in texts.items() if text and _folded(text) == _folded(written)]
    if len(by_text) == 1:
        (id,) = by_text
        hint = f"'{written}' is the text of '{id}'; write its id"
        return _unless_taken(NamedId(id, hint, id), taken)
    parts = [part for part in written.split("/") if part in texts]
    sure = parts[0] if len(parts) == 1 else surely_meant(written, texts)
    near = sure or near_miss(written, texts) or _by_like_text(written, texts)
    return _unless_taken(NamedId(near, "", sure), taken)


def _unless_taken(meant: NamedId, taken: Collection[str]) -> NamedId:
    is_taken = bool(meant.near) and meant.near in taken
    return NamedId(hint=f"'{meant.near}' is named here already; take this one out") if is_taken else meant


def _by_like_text(written: str, texts: Mapping[str, str]) -> str:
    """The id of the text that is most like what was written; a single word is like no text."""
    if " " not in written.strip():
        return ""
    by_text = {text: id for id, text in texts.items() if text}
    return by_text.get(near_miss(written, by_text), "")


def _folded(text: str) -> str:
    return plain(text).casefold().strip(" .!?\"'")
