"""The command ``pirgen``, and ``python -m pirgen``."""

from __future__ import annotations

import gc

from pirgen.cli import main


def run() -> None:
    """Run one command.

    What a command reads it keeps to its end, so the search for garbage in circles would cost a tenth of the
    time for nothing. The site is built in a process of its own, which has that search.
    """
    gc.disable()
    main()


if __name__ == "__main__":
    run()
