import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_check import run

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


@pytest.fixture
def taken() -> Iterator[str]:
    """An address of this computer that another program uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


def test_an_address_in_use_is_said_with_another(
    in_folder: Path, taken: str, capfd: pytest.CaptureFixture[str]
) -> None:
    run("init")
    assert run("serve", "--dev-addr", taken).exit_code == 2
    said = "pirgen: address already in use; choose another with: pirgen serve --dev-addr 127.0.0.1:8001"
    assert capfd.readouterr().err.splitlines()[-1] == said


def test_a_site_that_cannot_be_written_is_said(in_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("init")
    assert run("build", "--site-dir", "mkdocs.yml").exit_code == 2
    said = f"pirgen: cannot use '{in_folder / 'mkdocs.yml'}': not a directory"
    assert capfd.readouterr().err.splitlines()[-1] == said
