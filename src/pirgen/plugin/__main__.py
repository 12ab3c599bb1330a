"""MkDocs' own command line, for ``pirgen build`` and ``pirgen serve``: ``python -m pirgen.plugin``."""

from __future__ import annotations

import errno
import sys

import click
from mkdocs.__main__ import cli

from pirgen.errors import UNUSABLE, refused


def run() -> None:
    """MkDocs' own command line, which says in one line what the computer refuses."""
    try:
        cli(prog_name="pirgen")
    except (OSError, OverflowError) as problem:  # a port beyond 65535 overflows
        click.echo(f"pirgen: {_refused(problem)}", err=True)
        sys.exit(UNUSABLE)


def _refused(problem: OSError | OverflowError) -> str:
    another = "choose another with: pirgen serve --dev-addr 127.0.0.1:8001"
    if not isinstance(problem, OSError):
        return f"cannot serve there: {problem}; {another}"
    said = refused(problem)
    return f"{said}; {another}" if problem.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL) else said


if __name__ == "__main__":
    run()
