"""A handout as one HTML file: it needs no other file, no script and no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from string import Template

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from pirgen.diagrams.svg.standalone import unlinked
from pirgen.handouts.handout import FIGURE, Handout
from pirgen.pages.links import web
from pirgen.pages.templates import builtin_folder, drawing_styles
from pirgen.wording.plain_text import markdown_reader

__all__ = ["html_of"]


def html_of(handout: Handout) -> str:
    """The document, whose security policy forbids whatever it does not need."""
    frame = Template((builtin_folder() / "handout.html").read_text(encoding="utf-8"))
    return frame.substitute(
        language=escape(handout.language),
        title=escape(handout.title),
        looks=drawing_styles(),
        content=_content(handout),
    )


def _content(handout: Handout) -> str:
    def picture(
        renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        address = str(tokens[index].attrs.get("src", ""))
        figure = handout.figures.get(address.removeprefix(FIGURE)) if address.startswith(FIGURE) else None
        if figure and figure.svg:
            return f'<span class="figure">{unlinked(figure.svg)}</span>'
        return escape(renderer.renderInlineAsText(tokens[index].children or [], options, env))

    reader = markdown_reader()
    reader.add_render_rule("image", picture)
    tokens = reader.parse(handout.with_figures)
    for token in tokens:
        token.children = list(_with_links_that_lead_somewhere(token.children)) if token.children else None
    return str(reader.renderer.render(tokens, reader.options, {}))


def _with_links_that_lead_somewhere(tokens: Sequence[Token]) -> Iterator[Token]:
    """Links to the web; of a link to a file or page beside the incident only its words are left."""
    kept: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            kept.append(bool(web(str(token.attrs.get("href", "")))))
        if token.type in ("link_open", "link_close") and not kept[-1]:
            kept = kept[:-1] if token.type == "link_close" else kept
            continue
        if token.type == "link_close":
            kept.pop()
        yield token
