"""Sets aside the findings that their authors allow, and judges the waivers themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pirgen.diagnostics import Diagnostic, Explanation, Level, Place, Related, Span, Waived, near_miss
from pirgen.source.codes import WAIVER_CODE, WAIVER_FORM, WAIVER_UNUSED
from pirgen.source.waivers import Waiver

_ON_WAIVERS = (WAIVER_FORM.code, WAIVER_CODE.code, WAIVER_UNUSED.code)


_LANGUAGE = "PIR6"
"""How the codes begin that judge words: what they find is a question, and an author may have the answer."""


def is_waivable(explanation: Explanation) -> bool:
    """Whether a comment may always allow it: words, and what is a warning or info at most."""
    is_judgement = explanation.code.startswith(_LANGUAGE) or explanation.level is not Level.ERROR
    return is_judgement and explanation.code not in _ON_WAIVERS


def _may_be_waived(finding: Diagnostic) -> bool:
    """Whether a comment may allow this finding: also where the same code is an error in another place."""
    is_judgement = finding.code.startswith(_LANGUAGE) or finding.level is not Level.ERROR
    return is_judgement and finding.code not in _ON_WAIVERS


def set_aside(
    findings: Sequence[Diagnostic], waivers: Sequence[Waiver], explanations: Mapping[str, Explanation]
) -> tuple[list[Diagnostic], list[Waived]]:
    """What is left to say, with what is wrong with the waivers, and what is waived.

    Where an error was found some rules have not been asked, so no waiver is called unused then.
    """
    allowed = _by_file_and_code(waivers)
    left: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[tuple[Place, str]] = set()
    for finding in findings:
        here = allowed.get((finding.place.file, finding.code), ()) if _may_be_waived(finding) else ()
        matching = [waiver for waiver in here if waiver.speaks_of(finding.place)]
        if matching:
            waived.append(Waived(finding, matching[0].reason, matching[0].place))
            used.update((waiver.place, finding.code) for waiver in matching)
        else:
            left.append(finding)
    said = [*left, *_unknown(waivers, used, explanations)]
    if not any(finding.level is Level.ERROR for finding in left):
        said += _unused(allowed, used, left, explanations)
    return said, waived


def _by_file_and_code(waivers: Sequence[Waiver]) -> dict[tuple[str, str], list[Waiver]]:
    """The waivers by the file and each code that they name."""
    named: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        for code, _ in waiver.codes:
            named.setdefault((waiver.place.file, code), []).append(waiver)
    return named


def _unknown(
    waivers: Sequence[Waiver], used: set[tuple[Place, str]], explanations: Mapping[str, Explanation]
) -> Iterator[Diagnostic]:
    """Codes of waivers that are not known, or that can be waived nowhere or not where the waiver is."""
    for waiver in waivers:
        for code, span in waiver.codes:
            if code not in explanations:
                message, near = f"code '{code}' is not known", near_miss(code, explanations)
                yield _about(WAIVER_CODE, waiver, span, message, near, "all codes: pirgen explain")
            elif not is_waivable(explanations[code]) and (waiver.place, code) not in used:
                kind = "about waivers" if code in _ON_WAIVERS else "an error"
                message = f"{code} is {kind} and cannot be waived"
                yield _about(WAIVER_CODE, waiver, span, message, "", f"fix it: pirgen explain {code}")


def _unused(
    allowed: Mapping[tuple[str, str], Sequence[Waiver]],
    used: set[tuple[Place, str]],
    findings: Sequence[Diagnostic],
    explanations: Mapping[str, Explanation],
) -> Iterator[Diagnostic]:
    for (file, code), waivers in allowed.items():
        if code not in explanations or not is_waivable(explanations[code]):
            continue
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
