"""What YAML has and no review needs: anchors and aliases, tags, directives, a second document.

Where such a sign begins what was most probably meant as a text, the text is put into quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pirgen.diagnostics import Diagnostic, Explanation, Fix, Place
from pirgen.source import codes
from pirgen.source.yaml.patched import Patched
from pirgen.source.yaml.quoting import quoted
from pirgen.source.yaml.repairs import QUOTE

_STANDARD = "tag:yaml.org,2002:"
_SCALAR_TAGS = ("!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp")


@dataclass(frozen=True, slots=True)
class Unneeded:
    """Tells of what is not needed at a stretch of one file's text, given by its offsets.

    ``start`` and ``end`` enclose a value with its anchor and tag; ``style`` is that of a scalar as libyaml
    names it, and None of a list or a mapping.
    """

    file: str
    patched: Patched

    def anchor(self, name: str, start: int, end: int, style: str | None) -> Diagnostic:
        """An anchor; without an alias it is a text that begins with '&'."""
        if style is not None and f"*{name}" not in self.patched.text:
            return self._meant_as_text(codes.ANCHOR, f"&{name}", "an anchor", start, end, style)
        hint = "write the value out where it is needed"
        return self._found(codes.ANCHOR, f"anchor '&{name}'", hint, start, end)

    def alias(self, name: str, start: int, end: int) -> Diagnostic:
        """An alias; without its anchor it is a text that begins with '*'."""
        if f"&{name}" not in self.patched.text:
            return self._meant_as_text(codes.ANCHOR, f"*{name}", "an alias", start, end, "")
        return self._found(codes.ANCHOR, f"alias '*{name}'", "write the value out", start, end)

    def tag(self, tag: str, start: int, end: int, style: str | None) -> Diagnostic:
        """A tag; one that YAML has no type for is a text that begins with '!'."""
        tag = tag.replace(_STANDARD, "!!")
        if style is not None and (tag.startswith("!!!") or not tag.startswith("!!")):
            return self._meant_as_text(codes.TAG, tag, "a tag", start, end, style)
        match = re.compile(re.escape(tag) + r"[ \t]+").match(self.patched.text, start)
        is_idle = match is not None and tag in _SCALAR_TAGS
        fix = self.patched.fix(((start, match.end(), ""),)) if match and is_idle else None
        hint = "delete it; quote a text that begins with '!'"
        return self._found(codes.TAG, f"tag '{tag}'", hint, start, end, fix)

    def directive(self, start: int, end: int) -> Diagnostic:
        """Lines that begin with '%' before the document."""
        behind = start
        while self.patched.text.startswith("%", behind):
            behind = self.patched.text.find("\n", behind) + 1
        fix = self.patched.fix(((start, behind, ""),)) if behind > start else None
        hint = "delete the line that begins with '%'"
        return self._found(codes.DOCUMENTS, "YAML directive", hint, start, end, fix)

    def second_document(self, start: int, end: int) -> Diagnostic:
        """A second document, or the line that begins an empty one."""
        text = self.patched.text
        if any(line.strip() and not line.startswith("#") for line in text[end:].split("\n")):
            message = "a second document begins here and is not read"
            hint = "delete the line '---' if all belongs together; each incident has a folder of its own"
            return self._found(codes.DOCUMENTS, message, hint, start, end)
        message = "'---' begins a second, empty document"
        behind = text.find("\n", end) + 1 or len(text)
        fix = self.patched.fix(((start, behind, ""),))
        return self._found(codes.DOCUMENTS, message, "delete the line", start, end, fix)

    def _meant_as_text(
        self, code: Explanation, sign: str, kind: str, start: int, end: int, style: str
    ) -> Diagnostic:
        message = f"a value begins with '{sign}', which YAML reads as {kind}"
        written = self.patched.text[start:end].rstrip()
        fix = None
        if not style and "\n" not in written:
            fix = self.patched.fix(((start, start + len(written), quoted(written)),))
        return self._found(code, message, QUOTE, start, end, fix)

    def _found(
        self, code: Explanation, message: str, hint: str, start: int, end: int, fix: Fix | None = None
    ) -> Diagnostic:
        place = Place(self.file, self.patched.span(start, end))
        return Diagnostic(code.code, code.level, message, place, hint=hint, fix=fix)
