"""What a build logs commands nothing, whatever it repeats and however it is wrapped."""

import io
import logging
import textwrap

import pytest
from mkdocs.__main__ import ColorFormatter
from mkdocs.plugins import get_plugin_logger

from pirgen.plugin.terminal import guard_log
from tests.cli.hostile_books import CONTROLS, LOG_COMMANDS
from tests.cli.test_printed import obeyed_in


@pytest.mark.parametrize("words", [LOG_COMMANDS, CONTROLS])
@pytest.mark.parametrize("width", [0, 40])
def test_the_log_of_mkdocs_commands_nothing(
    words: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper = textwrap.TextWrapper(width, initial_indent=" " * 11, subsequent_indent=" " * 11)
    monkeypatch.setattr(ColorFormatter, "text_wrapper", wrapper)
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(ColorFormatter())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        guard_log()
        guard_log()
        log = get_plugin_logger("pirgen")
        log.warning("%s", "\n".join(words))
        try:
            raise ValueError("\n".join(words))
        except ValueError:
            log.exception("x")
    finally:
        logger.removeHandler(handler)
    lines = written.getvalue()
    assert lines.startswith("\x1b[33mWARNING")
    assert "ValueError" in lines
    assert obeyed_in(lines.replace("\x1b[33m", "").replace("\x1b[31m", "").replace("\x1b[0m", "")) == []
