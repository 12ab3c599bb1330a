"""What is wrong with the files of a site, in the log of MkDocs."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from pirgen.diagnostics import Level, Report, headline, render_text, summary
from pirgen.pipeline import Checked

log = get_plugin_logger("pirgen")


def report(checked: Checked, name: Callable[[str], str]) -> None:
    """Log every finding, and stop before anything is written if one is an error; raises PluginError."""
    named = Report(checked.diagnostics, texts=checked.texts).named(name)
    if checked.has_errors:
        text = render_text(named.found, named.texts)
        raise PluginError(f"pirgen: nothing was built: {summary(checked.diagnostics)}\n\n{text}")
    for diagnostic in named.found:
        write = log.warning if diagnostic.level is Level.WARNING else log.info
        write("%s", headline(diagnostic))
