"""What a German sentence says around some words that makes them no finding: it denies or doubts them, says what
others call them, or gives the reason.
"""

from __future__ import annotations

from pirgen.rules.language.notation import compiled
from pirgen.rules.language.phrasing import Spared

_NEAR = 160

_DENIED = compiled(
    r"(?:\b(?:nicht|kein\w*|niemand\w*|nie|niemals|ohne|weder|statt|anstatt|gegen)(?: (?!nur\b|sondern\b"
    r"|und\b|weil\b)\w+){0,4} )$"
)
_DENIED_AFTER = compiled(r"^[^.;!?]{0,40}?\b(?:war|ist|waren|sind) (?:es |das )?nicht\b")
_DOUBTED = compiled(
    r"\b(?:ob|unklar|unbekannt|ungewiss|vermutlich|möglicherweise|vielleicht|wahrscheinlich|angeblich|falls"
    r"|wenn|vermute\w*|frag\w*|nicht (?:sicher|bekannt|klar|geklärt))\b[^.;!?]{0,70}$"
)
_DOUBTED_AFTER = compiled(
    r"^[^.;!?]{0,90}?(?:\?|\b(?:ist|war|bleibt) (?:noch |weiter )*(?:unklar|unbekannt|offen)\b)"
)
_NAMED = compiled(
    r"\b(?:nennt|nannte|nennen|bezeichne\w+|sogenannt\w*|als|das wort|der begriff)(?: (?:als|es|das"
    r"|dies))? $"
)
_REASONED = compiled(r"^[^.;!?]{0,120}?, (?:da|weil|denn|nachdem|obwohl|wo) ")
_REASONED_BEFORE = compiled(r"^\W*(?:da|weil|nachdem) [^.;!?]+, ")


def is_spared(text: str, start: int, end: int, spares: Spared) -> bool:
    """Whether the sentence around some words of a text makes them no finding, in one of the ways asked for."""
    head = _last_sentence(text[max(0, start - _NEAR) : start])
    tail = text[end : end + _NEAR]
    return (
        (Spared.DENIED in spares and bool(_DENIED.search(head) or _DENIED_AFTER.search(tail)))
        or (Spared.UNCERTAIN in spares and bool(_DOUBTED.search(head) or _DOUBTED_AFTER.search(tail)))
        or (Spared.NAMED in spares and bool(_NAMED.search(head)))
        or (Spared.REASONED in spares and bool(_REASONED.search(tail) or _REASONED_BEFORE.search(head)))
    )


def _last_sentence(text: str) -> str:
    return max((text.rpartition(mark)[2] for mark in (". ", "! ", "? ", "\n\n")), key=lambda part: -len(part))
