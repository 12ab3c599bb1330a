"""What libyaml says of text that is not YAML, said again so that an author knows what to change."""

from __future__ import annotations

from pirgen.diagnostics import Diagnostic, Place, Span
from pirgen.source import codes

_QUOTE = "put the whole value into quotes"

# libyaml's problem, a test on the character it stopped at, and what to say instead
_SAID_AGAIN = (
    ("found character that cannot start any token", "@`", "a value begins with '{at}'", _QUOTE),
    ("found character that cannot start any token", "%", "a value begins with '%'", _QUOTE),
    ("found unexpected end of stream", "", "a quote is opened and never closed", "close it with the same sign"),
    ("found unknown escape character", "", "a backslash in double quotes begins an unknown escape",
     "use single quotes, where a backslash is a backslash"),
    ("did not find expected hexdecimal number", "", "a backslash in double quotes begins an unknown escape",
     "use single quotes, where a backslash is a backslash"),
    ("mapping values are not allowed", "", "a ': ' stands inside a value without quotes", _QUOTE),
    ("did not find expected ',' or ']'", "", "a list in brackets is not closed, or a value begins with '['",
     "close the bracket, or " + _QUOTE),
    ("did not find expected ',' or '}'", "", "a mapping in braces is not closed, or a value begins with '{'",
     "close the brace, or " + _QUOTE),
    ("did not find expected key", "", "the line does not fit the lines before it",
     "check its indentation, and quotes or brackets in the value before it"),
    ("did not find expected '-' indicator", "", "the line is not an entry of the list it stands in",
     "begin it with '- ', or check its indentation"),
    ("could not find expected ':'", "", "a key has no ':' after it", "write 'key: value'; indent what goes on"),
    ("did not find expected alphabetic or numeric character", "", "a value begins with '*' or '&'", _QUOTE),
    ("found undefined tag handle", "", "a value begins with '!'", _QUOTE),
    ("did not find expected whitespace or line break", "", "a value begins with '!'", _QUOTE),
    ("block sequence entries are not allowed", "", "a list entry stands where none can be",
     "put '- ' on a line of its own, indented under its key"),
    ("did not find expected <document start>", "", "the file goes on after its value has ended",
     "check the indentation of this line, and quotes in the line before"),
)  # fmt: skip


def syntax_problem(said: str, line: int, column: int, text: str, file: str) -> Diagnostic:
    """The diagnostic for what libyaml ``said`` where it gave up; line and column count from 0."""
    lines = text.split("\n")
    written = lines[line] if line < len(lines) else ""
    place = Place(file, Span(line + 1, column + 1, line + 1, column + 2))
    if "\t" in written[: len(written) - len(written.lstrip())]:
        tab = written.index("\t") + 1
        place = Place(file, Span(line + 1, tab, line + 1, tab + 1))
        return _diagnostic(codes.TAB.code, "a tab stands in the indentation", place, "indent with spaces")
    if "maximum nesting depth" in said:  # of libyaml 0.2.6; older ones are stopped by the tree
        return _diagnostic(codes.DEPTH.code, codes.TOO_DEEP, place, "")
    message, hint = _say_again(said, written[:column].rstrip()[-1:], written[column : column + 1])
    return _diagnostic(codes.SYNTAX.code, message, place, hint)


def _say_again(said: str, before: str, at: str) -> tuple[str, str]:
    if said == "did not find expected key" and before and before in "]}'\"":
        sign = "quote" if before in "'\"" else "bracket"
        return f"a value goes on behind its closing {sign}", _QUOTE + ", of the other sort if one stands in it"
    for problem, starts, message, hint in _SAID_AGAIN:
        if problem in said and (not starts or (at and at in starts)):
            return message.replace("{at}", at), hint
    return said, "check quotes, brackets and indentation around this place"


def _diagnostic(code: str, message: str, place: Place, hint: str) -> Diagnostic:
    return Diagnostic(code, codes.SYNTAX.level, message, place, hint=hint)
