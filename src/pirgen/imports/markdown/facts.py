"""What a Markdown text has, for the account: every line with a time, every block, every link."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.markdown.blocks import BlockKind
from pirgen.imports.markdown.clock import any_clock
from pirgen.imports.markdown.front_matter import FileKeys
from pirgen.imports.markdown.outline import MarkdownSection
from pirgen.imports.text import markdown
from pirgen.privacy import WEB_LINK

__all__ = ["facts_of"]


def facts_of(keys: FileKeys, sections: tuple[MarkdownSection, ...]) -> Iterator[SourceFact]:
    """The facts of a postmortem; what is in code counts as text."""
    for texts in keys.values():
        yield from (SourceFact(FactKind.TEXT, text) for text in texts if len(text.split()) > 2)
    for section in sections:
        if clock := any_clock(section.heading):
            yield SourceFact(FactKind.TIME, clock.written)
        for block in section.blocks:
            if block.kind is BlockKind.HEAD:
                continue
            yield SourceFact(FactKind.TEXT, markdown(block.text))
            yield from (
                SourceFact(FactKind.LINK, found[0].rstrip(".,;:!?)*_~"))
                for found in WEB_LINK.finditer(block.text)
            )
            clock = any_clock(block.text) if block.kind is not BlockKind.CODE else None
            if clock:
                yield SourceFact(FactKind.TIME, clock.written)
