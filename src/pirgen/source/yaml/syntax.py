"""What libyaml says of text that is not YAML, said again so that an author knows what to change."""

from __future__ import annotations

import re

from pirgen.diagnostics import Diagnostic, Explanation, Fix, Place, Span
from pirgen.source import codes
from pirgen.source.yaml.patched import Patched
from pirgen.source.yaml.repairs import QUOTE, Fault, Repair
from pirgen.source.yaml.written_lines import written_line

# libyaml's problem, a test on the character it stopped at, and what to say instead
_SAID_AGAIN = (
    ("found character that cannot start any token", "@`", "a value begins with '{at}'", QUOTE),
    ("found character that cannot start any token", "%", "a value begins with '%'", QUOTE),
    ("found unexpected end of stream", "", "quote is never closed", "close it with the same quote"),
    ("found unknown escape character", "", "a backslash in double quotes begins an unknown escape",
     "use single quotes, where a backslash is a backslash"),
    ("did not find expected hexdecimal number", "", "a backslash in double quotes begins an unknown escape",
     "use single quotes, where a backslash is a backslash"),
    ("mapping values are not allowed", "", "': ' in a value without quotes", QUOTE),
    ("did not find expected comment or line break", "", "a value begins with '|' or '>'", QUOTE),
    ("mapping keys are not allowed", "", "a value begins with '?'", QUOTE),
    ("did not find expected node content", ",]}", "a value is missing before '{at}', or begins with it",
     "write the value, or " + QUOTE),
    ("did not find expected node content", "", "a bracket or brace is open and its content is missing",
     "close it, and put a value that begins with '#' in quotes"),
    ("unexpected non-alphabetical character", "", "a line begins with '%'", "put the key in quotes"),
    ("unknown directive name", "", "a line begins with '%'", "put the key in quotes"),
    ("did not find expected ',' or ']'", "", "a list in brackets is not closed, or a value begins with '['",
     "close the bracket, or " + QUOTE),
    ("did not find expected ',' or '}'", "", "a mapping in braces is not closed, or a value begins with '{'",
     "close the brace, or " + QUOTE),
    ("did not find expected key", "", "the line does not fit the lines before it",
     "check its indentation, and quotes or brackets in the value before it"),
    ("did not find expected '-' indicator", "", "the line is not an entry of the list around it",
     "begin it with '- ', or check its indentation"),
    ("could not find expected ':'", "", "a key has no ':' after it",
     "write 'key: value', and indent lines that continue the value"),
    ("did not find expected alphabetic or numeric character", "", "a value begins with '*' or '&'", QUOTE),
    ("found undefined tag handle", "", "a value begins with '!'", QUOTE),
    ("did not find expected whitespace or line break", "", "a value begins with '!'", QUOTE),
    ("block sequence entries are not allowed", "", "list entry where none is allowed",
     "put '- ' on a line of its own, indented under its key"),
    ("did not find expected <document start>", "", "content after the end of the document",
     "check the indentation of this line, and quotes in the line before"),
)  # fmt: skip


LONGEST_KEY = 128
"""How many characters a key may have."""

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( .*)?$", re.MULTILINE)


def has_conflict(text: str) -> bool:
    """Whether the marks of a merge conflict stand in a text, so that it is two texts and none."""
    return bool(_CONFLICT.search(text))


def syntax_problem(fault: Fault, repair: Repair | None, patched: Patched, file: str) -> Diagnostic:
    """The diagnostic for what libyaml fell over: the slip that was found, or what libyaml said of it."""
    text = patched.text
    conflict = _CONFLICT.search(text)
    if conflict:
        message = f"unresolved merge conflict marker '{conflict[1]}'"
        hint = "keep one of the two versions and delete the markers"
        return _diagnostic(codes.SYNTAX, message, patched.span(*conflict.span()), file, hint)
    if repair:
        fix = None if repair.is_safe is None else patched.fix(repair.patches, repair.is_safe)
        span = patched.span(repair.start, repair.end)
        return _diagnostic(repair.code, repair.message, span, file, repair.hint, fix)
    key = written_line(text, fault.since)
    if len(key.key) > LONGEST_KEY:
        span = patched.span(key.key_start, key.key_start + len(key.key))
        message = f"a key has {len(key.key):,} characters"
        return _diagnostic(codes.KEY, message, span, file, f"write a name of at most {LONGEST_KEY}")
    line = written_line(text, fault.at)
    tab = text.find("\t", line.start, line.start + line.indent)
    if tab >= 0:
        span = patched.span(tab, tab + 1)
        return _diagnostic(codes.TAB, "tab in indentation", span, file, "indent with spaces")
    if "maximum nesting depth" in fault.said:  # of libyaml 0.2.6; older ones are stopped by the tree
        return _diagnostic(codes.DEPTH, codes.TOO_DEEP, patched.span(fault.at, fault.at + 1), file, "")
    before = text[line.start : fault.at].rstrip()[-1:]
    message, hint = _say_again(fault.said, before, text[fault.at : fault.at + 1])
    at = fault.since if fault.said in _BLAMED_ON_WHAT_BEGAN else fault.at
    return _diagnostic(codes.SYNTAX, message, patched.span(at, at + 1), file, hint)


_BLAMED_ON_WHAT_BEGAN = ("found unexpected end of stream", "could not find expected ':'")


def _say_again(said: str, before: str, at: str) -> tuple[str, str]:
    if said == "did not find expected key" and before and before in "]}'\"":
        sign = "quote" if before in "'\"" else "bracket"
        return f"text after the closing {sign}", QUOTE + ", of the other kind if it contains one"
    for problem, starts, message, hint in _SAID_AGAIN:
        if problem in said and (not starts or (at and at in starts)):
            return message.replace("{at}", at), hint
    return said, "check quotes, brackets and indentation around this place"


def _diagnostic(
    code: Explanation, message: str, span: Span, file: str, hint: str, fix: Fix | None = None
) -> Diagnostic:
    return Diagnostic(code.code, code.level, message, Place(file, span), hint=hint, fix=fix)
