"""A handout as PDF: its Markdown becomes Typst, in which every text is a string and so nothing but text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown_it.tree import SyntaxTreeNode

from pirgen.diagrams.svg.standalone import standalone
from pirgen.diagrams.typesetting import typeset
from pirgen.handouts.handout import FIGURE, Handout
from pirgen.pages.links import web
from pirgen.pages.templates import drawing_styles
from pirgen.wording.plain_text import markdown_reader

__all__ = ["pdf_of", "typst_of"]

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": " ", "\t": " "})
_HEAD = """\
#set document(title: {title})
#set page(paper: "a4", margin: (x: 20mm, y: 18mm), numbering: "1 / 1")
#set text(size: 10pt, lang: {language})
#set par(leading: 0.62em)
#set heading(numbering: none)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, it)
#show link: it => text(fill: rgb("#00568a"), it)
#let drawing(name, words) = layout(size => {{
  let natural = measure(image(name, width: size.width)).height
  if natural <= 230mm {{ image(name, width: size.width, alt: words) }}
  else if natural <= 350mm {{ image(name, height: 230mm, alt: words) }}
  else [_The drawing is too tall for a page; what follows says the same in words._]
}})
"""
_WRAPPED = {
    "paragraph": "#par[{}]\n",
    "blockquote": '#block(fill: rgb("#fff8db"), inset: 8pt, width: 100%)[{}]\n',
    "bullet_list": "#list({})\n",
    "ordered_list": "#enum({})\n",
    "list_item": "[{}],",
    "strong": "#strong[{}]",
    "em": "#emph[{}]",
    "th": "table.cell(strong[{}]),",
    "td": "[{}],",
}


def pdf_of(handout: Handout) -> bytes:
    """The file, on pages of A4."""
    css = drawing_styles()
    drawn = {kind: figure.svg for kind, figure in handout.figures.items() if figure.svg}
    files = {f"{kind}.svg": standalone(svg, css) for kind, svg in drawn.items()}
    return typeset(typst_of(handout), files, "pdf")


def typst_of(handout: Handout) -> str:
    """The handout in Typst's own language."""
    root = SyntaxTreeNode(markdown_reader().parse(handout.with_figures))
    head = _HEAD.format(title=_string(handout.title), language=_string(handout.language[:2].lower()))
    return head + "".join(_nodes(root, handout.figures))


def _nodes(node: SyntaxTreeNode, figures: Mapping[str, object]) -> Iterator[str]:
    for child in node.children:
        yield _node(child, figures)


def _node(node: SyntaxTreeNode, figures: Mapping[str, object]) -> str:
    inner = "".join(_nodes(node, figures))
    if node.type == "paragraph" and inner.startswith("#drawing("):
        return f"{inner}\n"  # a block of its own, which no paragraph can hold
    if node.type in _WRAPPED:
        return _WRAPPED[node.type].format(inner)
    match node.type:
        case "heading":
            return f"#heading(level: {node.tag[1:]})[{inner}]\n"
        case "text":
            return f"#{_string(node.content)}"
        case "code_inline":
            return f"#raw({_string(node.content)})"
        case "fence" | "code_block":
            return f"#raw({_string(node.content)}, block: true)\n"
        case "softbreak":
            return " "
        case "hardbreak":
            return "#linebreak()"
        case "hr":
            return "#line(length: 100%)\n"
        case "link":
            address = str(node.attrs.get("href", ""))
            return f"#link({_string(address)})[{inner}]" if web(address) else inner
        case "image":
            return _image(node, figures) or inner
        case "table":
            return f"#table(columns: {_columns(node)}, stroke: 0.5pt, {inner})\n"
        case _:
            return inner


def _image(node: SyntaxTreeNode, figures: Mapping[str, object]) -> str:
    address = str(node.attrs.get("src", ""))
    kind = address.removeprefix(FIGURE)
    is_drawn = address != kind and kind in figures
    return f'#drawing("{kind}.svg", {_string(node.content)})' if is_drawn else ""


def _columns(table: SyntaxTreeNode) -> int:
    return max((len(row.children) for part in table.children for row in part.children), default=1)


def _string(text: str) -> str:
    """A text as a string of Typst."""
    return f'"{text.translate(_ESCAPES)}"'
