"""What is wrong with the files of a site, in the log of MkDocs."""

from __future__ import annotations

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from pirgen.diagnostics import Level, headline, render_text, summary
from pirgen.pipeline import Checked

log = get_plugin_logger("pirgen")


def report(checked: Checked, prefix: str) -> None:
    """Log every finding, and stop before anything is written if one is an error; raises PluginError."""
    if checked.has_errors:
        text = render_text(checked.diagnostics, checked.texts, prefix)
        raise PluginError(f"pirgen: nothing was built: {summary(checked.diagnostics)}\n\n{text}")
    for diagnostic in checked.diagnostics:
        write = log.warning if diagnostic.level is Level.WARNING else log.info
        write("%s", headline(diagnostic, prefix))
