"""MkDocs' own command line, for ``pirgen build`` and ``pirgen serve``: ``python -m pirgen.plugin``."""

from __future__ import annotations

import errno
import logging
import sys

import click
from mkdocs.__main__ import cli

from pirgen.errors import UNUSABLE, refused
from pirgen.plugin.live import load, serve, what_needs_whole_builds
from pirgen.plugin.terminal import print_note


def run() -> None:
    """Run MkDocs' command line; report what the operating system refuses in one line."""
    try:
        (_serve if sys.argv[1:2] == ["serve"] else cli)(prog_name="pirgen")
    except (OSError, OverflowError) as problem:  # a port beyond 65535 overflows
        print_note(f"pirgen: {_describe(problem)}")
        sys.exit(UNUSABLE)


@click.group()
def _serve() -> None:
    """MkDocs' own commands, with a server of our own."""


@_serve.command("serve")
@click.option("--config-file", default="mkdocs.yml")
@click.option("--dev-addr")
@click.option("--open", "open_browser", is_flag=True)
@click.option("--poll", is_flag=True)
def _serve_pages(config_file: str, dev_addr: str | None, open_browser: bool, poll: bool) -> None:
    """Serve a site page by page where its plugins allow that, else as MkDocs does."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s -  %(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    read = load(config_file, dev_addr)
    others = what_needs_whole_builds(read())
    if not others:
        serve(read, open_browser, poll)
        return
    print_note(f"pirgen: every change builds the whole site, which {', '.join(others)} needs")
    logging.getLogger().handlers.clear()
    arguments = ["serve", "--config-file", config_file, *(["--dev-addr", dev_addr] if dev_addr else [])]
    cli([*arguments, *(["--open"] if open_browser else [])], prog_name="pirgen")


def _describe(problem: OSError | OverflowError) -> str:
    another = "choose another with: pirgen serve --dev-addr 127.0.0.1:8001"
    if not isinstance(problem, OSError):
        return f"cannot serve there: {problem}; {another}"
    message = refused(problem)
    is_address = problem.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL)
    return f"{message}; {another}" if is_address else message


if __name__ == "__main__":
    run()
