"""A small client of a YAML language server over stdio: what an editor would show for a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
"""The server's program; without one the tests that talk to it are skipped."""


class Editor:
    """An editor that has a folder open; lines and columns count from 0, as in the protocol."""

    def __init__(self, folder: Path) -> None:
        assert SERVER
        self._server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._count = 0
        self._marked: dict[str, list[dict[str, Any]]] = {}
        support = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "capabilities": {
                    "textDocument": {"completion": support, "hover": {"contentFormat": ["markdown"]}}
                },
            },
        )
        self._tell("initialized", {})
        self._tell(
            "workspace/didChangeConfiguration",
            {
                "settings": {
                    "yaml": {
                        "validate": True,
                        "hover": True,
                        "completion": True,
                        "schemaStore": {"enable": False},
                    }
                }
            },
        )

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """The diagnostics of a text that is opened as a file."""
        uri = file.as_uri()
        self._count += 1  # the server keeps what it knows of a version
        document = {"uri": uri, "languageId": "yaml", "version": self._count, "text": text}
        return self._marks(uri, "textDocument/didOpen", document)

    def close(self, file: Path) -> None:
        """Close a file, so that it may be opened with another text."""
        self._marks(file.as_uri(), "textDocument/didClose", {"uri": file.as_uri()})

    def completions(self, file: Path, line: int, column: int) -> list[dict[str, Any]]:
        """What is offered at a place of an open file."""
        found = self._ask("textDocument/completion", _at(file, line, column))
        return list(found["items"])

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown for a place of an open file."""
        found = self._ask("textDocument/hover", _at(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    def quit(self) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.wait(timeout=20)
        for pipe in (self._server.stdin, self._server.stdout):
            assert pipe
            pipe.close()

    def _marks(self, uri: str, method: str, document: dict[str, Any]) -> list[dict[str, Any]]:
        """The diagnostics that the server publishes for a file once it is told of it."""
        self._marked.pop(uri, None)
        self._tell(method, {"textDocument": document})
        while uri not in self._marked:
            self._take()
        return self._marked[uri]

    def _ask(self, method: str, params: Any) -> Any:
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == self._count and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; questions of the server get an empty answer, diagnostics are kept."""
        out = self._server.stdout
        assert out
        length = 0
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(out.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marked[message["params"]["uri"]] = message["params"]["diagnostics"]
        if "method" in message and "id" in message:
            items = message["params"].get("items", []) if message["params"] else []
            self._send({"id": message["id"], "result": [None for _ in items] or None})
        return message


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}
