"""The recipe for nginx serves a site with the headers of SECURITY.md, if nginx is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import socket
from time import sleep

import pytest

from tests.conftest import written

ROOT = Path(__file__).parents[2]
HOSTING = (ROOT / "docs" / "guide" / "hosting.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TYPES = Path("/etc/nginx/mime.types")
NO_POLICY, POLICY = "…the output of pirgen policy…", "default-src 'self'"
FILES = {
    "index.html": "<p>Home</p>" * 200,
    "404.html": "<p>There is no page</p>",
    "incidents/index.html": "<p>All</p>",
    "due-actions.ics": "BEGIN:VCALENDAR",
    "api/v1/metrics.prom": "# EOF",
    "api/v1/index.json": "{}",
}


def block(page: str) -> str:
    found = re.search(r"^```nginx\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    program = shutil.which("nginx")
    if program is None or not TYPES.exists():
        pytest.skip("needs nginx")
    folder = written(tmp_path_factory.mktemp("nginx"), {f"site/{name}": text for name, text in FILES.items()})
    headers = block(SECURITY).replace(NO_POLICY, POLICY)
    (folder / "headers.conf").write_text(headers, encoding="utf-8")
    port = free_port()
    server = (
        block(HOSTING)
        .replace("listen 8080", f"listen 127.0.0.1:{port}")
        .replace("/srv/reviews", f"{folder}/site")
        .replace("/etc/nginx/reviews-headers.conf", f"{folder}/headers.conf")
    )
    only = f"daemon off; master_process off; pid {folder}/pid;\nevents {{}}\n"
    http = f"http {{ access_log off; include {TYPES};\n{server} }}\n"
    (folder / "nginx.conf").write_text(only + http, encoding="utf-8")
    process = subprocess.Popen([program, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"])
    try:
        for _ in range(50):
            with socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def answer(port: int, path: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    found = connection.getresponse()
    found.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("path", "status", "type"),
    [
        ("/", 200, "text/html"),
        ("/incidents/", 200, "text/html"),
        ("/incidents", 301, "text/html"),
        ("/no-such-page/", 404, "text/html"),
        ("/due-actions.ics", 200, "text/calendar"),
        ("/api/v1/metrics.prom", 200, "application/openmetrics-text; version=1.0.0"),
        ("/api/v1/index.json", 200, "application/json"),
    ],
)
def test_every_answer_has_its_type_and_the_headers(port: int, path: str, status: int, type: str) -> None:
    found = answer(port, path)
    assert (found.status, found.getheader("Content-Type")) == (status, type)
    headers = re.findall(r'^add_header (\S+) "?(.*?)"? always;$', block(SECURITY), re.MULTILINE)
    assert len(headers) == 5
    for name, value in headers:
        assert found.getheader(name) == value.replace(NO_POLICY, POLICY)


def test_pages_are_compressed(port: int) -> None:
    assert answer(port, "/").getheader("Content-Encoding") == "gzip"
