"""MkDocs' own command line, for ``pirgen build`` and ``pirgen serve``: ``python -m pirgen.plugin``."""

from __future__ import annotations

import errno
import sys

import click
from mkdocs.__main__ import cli

from pirgen.errors import UNUSABLE, refused


def run() -> None:
    """Run MkDocs' command line; report what the operating system refuses in one line."""
    try:
        cli(prog_name="pirgen")
    except (OSError, OverflowError) as problem:  # a port beyond 65535 overflows
        click.echo(f"pirgen: {_describe(problem)}", err=True)
        sys.exit(UNUSABLE)


def _describe(problem: OSError | OverflowError) -> str:
    another = "choose another with: pirgen serve --dev-addr 127.0.0.1:8001"
    if not isinstance(problem, OSError):
        return f"cannot serve there: {problem}; {another}"
    message = refused(problem)
    is_address = problem.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL)
    return f"{message}; {another}" if is_address else message


if __name__ == "__main__":
    run()
