"""``pirgen report``: an incident with its review as one file, to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.incidents import drawings_in, incident_in
from pirgen.cli.shared.options import format_of
from pirgen.cli.shared.writing import put_out
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.diagrams import Figure
    from pirgen.handouts import Handout
    from pirgen.model import Book, Incident

_FORMATS = ("md", "html", "pdf")
_PUBLIC = "public"


@click.command()
@click.argument("incident", shell_complete=completion.ids)
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), help="Format; by default that of --output, else md."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--audience",
    type=click.Choice(("internal", _PUBLIC)),
    default="internal",
    show_default=True,
    help="Who will read it; for the public nothing internal is in it.",
)
@click.option("--short", is_flag=True, help="Only what customers ask: a public report of a page.")
@click.option(
    "--final",
    is_flag=True,
    help="A final report for an authority, in the order of NIS2 and DORA; what is not known is marked.",
)
@stops_cleanly
def report(
    incident: str, format_: str | None, output: Path | None, audience: str, short: bool, final: bool
) -> None:
    """Write an incident with its review as one file to hand over.

    INCIDENT is an incident's id or folder. The file is Markdown, HTML that needs no other file, or PDF, which
    needs: pip install 'pirgen[draw]'

    \b
    Examples:
      pirgen report 2017-01-31-gitlab-db-deletion -o report.html
      pirgen report 2017-01-31-gitlab-db-deletion --audience public -o report.pdf
      pirgen report 2017-01-31-gitlab-db-deletion --short
      pirgen report 2017-01-31-gitlab-db-deletion --final -o final.html
    """
    if short and final:
        raise click.UsageError("--short and --final are two reports; give one of them")
    wanted = format_of(format_, output, _FORMATS)
    full, id = incident_in(incident)
    is_public = short or audience == _PUBLIC
    book = _for_readers(full, id, is_public)
    kind = "short" if short else "final" if final else ""
    content = _made(_handout(book, id, is_public, kind, wanted), wanted)
    if is_public:
        from pirgen.audience import refuse_leaks

        refuse_leaks(full, book, [(f"{id}.{wanted}", content)])
    put_out(content, output, is_text=wanted != "pdf")


def _for_readers(book: Book, id: str, is_public: bool) -> Book:
    """The book as its readers may see it; one that holds nothing of the incident stops the command."""
    from pirgen.audience import public_book

    if not is_public:
        return book
    shown = public_book(book)
    if id not in shown.incident_by_id:
        raise PirgenError(
            f"incident '{id}' is internal; write 'audience: public' into its incident.yaml once all may read it"
        )
    return shown


def _handout(book: Book, id: str, is_public: bool, kind: str, wanted: str) -> Handout:
    from pirgen.handouts import customer_handout, final_handout, incident_handout

    incident: Incident = book.incident_by_id[id]
    if kind == "short":
        return customer_handout(incident, book)
    if kind == "final":
        return final_handout(incident, book, is_public)
    return incident_handout(incident, book, {} if wanted == "md" else _figures(book, id), is_public)


def _figures(book: Book, id: str) -> dict[str, Figure]:
    from pirgen.diagrams import Drawer

    drawings = drawings_in(book, id)
    with Drawer() as drawer:
        return dict(zip((drawing.kind for drawing in drawings), drawer.draw(drawings), strict=True))


def _made(handout: Handout, wanted: str) -> bytes:
    if wanted == "md":
        return handout.markdown.encode()
    if wanted == "html":
        from pirgen.handouts.html import html_of

        return html_of(handout).encode()
    from pirgen.handouts.pdf import pdf_of

    return pdf_of(handout)
