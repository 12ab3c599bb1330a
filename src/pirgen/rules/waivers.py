"""Sets aside the findings that their authors allow, and judges the waivers themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pirgen.diagnostics import Diagnostic, Explanation, Level, Place, Related, Span, Waived, near_miss
from pirgen.source.codes import WAIVER_CODE, WAIVER_FORM, WAIVER_UNUSED
from pirgen.source.waivers import Waiver

_ON_WAIVERS = (WAIVER_FORM.code, WAIVER_CODE.code, WAIVER_UNUSED.code)


def is_waivable(explanation: Explanation) -> bool:
    """Whether a comment may allow it: warnings and info may be right as they are, an error never is."""
    return explanation.level is not Level.ERROR and explanation.code not in _ON_WAIVERS


def set_aside(
    findings: Sequence[Diagnostic], waivers: Sequence[Waiver], explanations: Mapping[str, Explanation]
) -> tuple[list[Diagnostic], list[Waived]]:
    """What is left to say, with what is wrong with the waivers, and what is waived.

    Where an error was found some rules have not been asked, so no waiver is called unused then.
    """
    allowed = _allowed(waivers, explanations)
    left: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[tuple[Place, str]] = set()
    for finding in findings:
        here = allowed.get((finding.place.file, finding.code), ())
        matching = [waiver for waiver in here if waiver.speaks_of(finding.place)]
        if matching:
            waived.append(Waived(finding, matching[0].reason, matching[0].place))
            used.update((waiver.place, finding.code) for waiver in matching)
        else:
            left.append(finding)
    said = [*left, *_unknown(waivers, explanations)]
    if not any(finding.level is Level.ERROR for finding in findings):
        said += _unused(allowed, used, left)
    return said, waived


def _allowed(
    waivers: Sequence[Waiver], explanations: Mapping[str, Explanation]
) -> dict[tuple[str, str], list[Waiver]]:
    """The waivers by file and code, of the codes that may be waived."""
    allowed: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        for code, _ in waiver.codes:
            if code in explanations and is_waivable(explanations[code]):
                allowed.setdefault((waiver.place.file, code), []).append(waiver)
    return allowed


def _unknown(waivers: Sequence[Waiver], explanations: Mapping[str, Explanation]) -> Iterator[Diagnostic]:
    waivable = [code for code, explanation in explanations.items() if is_waivable(explanation)]
    for waiver in waivers:
        for code, span in waiver.codes:
            if code not in explanations:
                message, near = f"code '{code}' is not known", near_miss(code, explanations)
                yield _about(WAIVER_CODE, waiver, span, message, near, "all codes: pirgen explain")
            elif code not in waivable:
                kind = "about waivers" if code in _ON_WAIVERS else "an error"
                message = f"{code} is {kind} and cannot be waived"
                yield _about(
                    WAIVER_CODE, waiver, span, message, "", f"mend what it says: pirgen explain {code}"
                )


def _unused(
    allowed: Mapping[tuple[str, str], Sequence[Waiver]],
    used: set[tuple[Place, str]],
    findings: Sequence[Diagnostic],
) -> Iterator[Diagnostic]:
    for (file, code), waivers in allowed.items():
        found = [finding.place for finding in findings if (finding.place.file, finding.code) == (file, code)]
        for waiver in waivers:
            if (waiver.place, code) in used:
                continue
            span = dict(waiver.codes)[code]
            related = tuple(Related(place, f"{code} is found here") for place in found[:1])
            hint = "put it at the end of that line or before it" if found else "delete it"
            yield _about(WAIVER_UNUSED, waiver, span, f"{code} is not found here", "", hint, related)


def _about(
    code: Explanation,
    waiver: Waiver,
    span: Span,
    message: str,
    near: str,
    hint: str,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    place = Place(waiver.place.file, span)
    return Diagnostic(code.code, code.level, message, place, near=near, hint=hint, related=related)
