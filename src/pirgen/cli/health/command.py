"""The command itself: prints what was looked at, and fails where something is to be done."""

from __future__ import annotations

import json
import sys

import click

from pirgen.cli.health.here import here
from pirgen.cli.health.machine import machine
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.terminal import print_data, print_text
from pirgen.wording.plurals import counted


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@stops_cleanly
def doctor(as_json: bool) -> None:
    """Look for what keeps pirgen from working here, and say what to do.

    Looks at Python, the installed packages, Graphviz, the mkdocs.yml and the incidents of this folder, git and
    the cache. It changes nothing. Exits with 1 if there is something to do.

    \b
    Examples:
      pirgen doctor
      pirgen doctor --json
    """
    outcomes = [*machine(), *here()]
    problems = [each for each in outcomes if not each.is_ok]
    if as_json:
        entries = [{"what": e.what, "ok": e.is_ok, "seen": e.seen, "remedy": e.remedy} for e in outcomes]
        print_data(json.dumps({"version": 1, "checks": entries}, ensure_ascii=False, indent=2) + "\n")
    else:
        for each in outcomes:
            print_text(f"{'ok     ' if each.is_ok else 'PROBLEM'}  {each.what}: {each.seen}")
            if each.remedy:
                print_text(f"           {each.remedy}")
        print_text(f"\n{counted(len(problems), 'problem')}" if problems else "\nnothing to do")
    sys.exit(FOUND if problems else 0)
