"""The server as an assistant sees it, driven by the official SDK's own client over standard streams."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import CASES, written

pytest.importorskip("mcp", reason="needs the SDK: pip install -e '.[mcp]'")

from mcp import Client, StdioServerParameters

if TYPE_CHECKING:
    from mcp_types import CallToolResult

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")

OURS = CASES.parents[1] / "incidents"


def asked(folder: Path, ask: Callable[[Client], Awaitable[Any]], *options: str) -> Any:
    """What a client is told that starts ``pirgen mcp`` over a folder."""
    arguments = ["-m", "pirgen", "mcp", str(folder), *options]
    server = StdioServerParameters(command=sys.executable, args=arguments, env=dict(os.environ))

    async def run() -> Any:
        async with Client(server) as client:
            return await ask(client)

    return asyncio.run(run())


def called(
    folder: Path, *calls: tuple[str, dict[str, Any]], options: Sequence[str] = ()
) -> list[CallToolResult]:
    async def ask(client: Client) -> list[CallToolResult]:
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    return list(asked(folder, ask, *options))


def text(result: CallToolResult) -> str:
    return "".join(part.text for part in result.content if part.type == "text")


def data(result: CallToolResult) -> Any:
    assert not result.is_error, text(result)
    return json.loads(text(result))


def test_every_tool_is_offered_and_says_that_it_only_reads() -> None:
    listed = asked(OURS, lambda client: client.list_tools())
    names = ["search", "similar", "read_incident", "read_incident_data", "open_actions", "explain", "check"]
    assert [tool.name for tool in listed.tools] == names
    for tool in listed.tools:
        assert tool.description
        assert tool.annotations
        assert tool.annotations.read_only_hint


def test_every_tool_answers() -> None:
    id = "2019-07-02-cloudflare-waf-regex"
    found, near, markdown, whole, actions, explained, checked = called(
        OURS,
        ("search", {"words": "clouflare regex"}),
        ("similar", {"what": id}),
        ("read_incident", {"id": id}),
        ("read_incident_data", {"id": id}),
        ("open_actions", {"owner": "cloudflare", "most": 2}),
        ("explain", {"code": "pir506"}),
        ("check", {"text": "status: reviewd\nowner: x\nsummary: A slip\nfactors: {}\n"}),
    )
    assert data(found)["incidents"][0]["id"] == id
    assert data(found)["looked_for"] == {"clouflare": "cloudflare"}
    assert data(near)["incidents"][0]["id"] == "2025-11-18-cloudflare-bot-feature-file"
    assert data(near)["incidents"][0]["reasons"]
    assert text(markdown).startswith("# Every site behind Cloudflare")
    assert "## Timeline" in text(markdown)
    assert data(whole)["incident"]["severity"] == "SEV-1"
    assert data(whole)["review"]["actions"][0]["id"]
    assert {action["owner"] for action in data(actions)["actions"]} == {"Cloudflare"}
    assert data(actions)["count"] > len(data(actions)["actions"]) == 2
    assert data(explained)["code"] == "PIR506"
    assert data(checked)["has_errors"]
    assert "did you mean: reviewed" in data(checked)["findings"][0]["message"]


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("read_incident", {"id": "2019-07-02-cloudflare-waf"}, "did you mean 2019-07-02-cloudflare-waf-regex?"),
    ("read_incident", {"id": "../../etc/passwd"}, "there is no incident"),
    ("read_incident", {}, "id"),
    ("similar", {"what": "2019-07-02-nothing"}, "there is no incident"),
    ("explain", {"code": "PIR5O6"}, "did you mean PIR506?"),
    ("check", {"text": "x", "file": "../x.yaml"}, "file"),
    ("check", {"text": "x", "id": "../x"}, "is not an id"),
    ("check", {"text": "x" * 600_000}, "longer than 500,000 letters"),
    ("similar", {"what": "disk full " * 60_000}, "longer than 500,000 letters"),
    ("search", {"words": 5}, "words"),
    ("no_such_tool", {}, "no_such_tool"),
]
"""Calls, and what is said to them."""


def test_wrong_arguments_are_answered_and_end_nothing() -> None:
    async def ask(client: Client) -> list[tuple[str, bool]]:
        answers = [await answer(client, name, arguments) for name, arguments, _ in WRONG]
        assert not (await client.call_tool("explain", {"code": "PIR105"})).is_error
        return answers

    async def answer(client: Client, name: str, arguments: dict[str, Any]) -> tuple[str, bool]:
        try:
            wrong = await client.call_tool(name, arguments)
            return text(wrong), bool(wrong.is_error)
        except Exception as problem:  # an unknown tool is an error of the protocol
            return str(problem), True

    answers = asked(OURS, ask)
    for (name, arguments, said), (told, is_error) in zip(WRONG, answers, strict=True):
        assert is_error, (name, arguments)
        assert said in told
        assert "Traceback" not in told


def test_a_folder_with_errors_is_answered_with_a_note(tmp_path: Path) -> None:
    files = files_of("severity: SEV-99\n")
    written(tmp_path, files)
    calls = (("search", {"words": "checkout"}), ("read_incident_data", {"id": FOLDER}))
    found, whole = called(tmp_path, *calls)
    assert data(found)["incidents"][0]["id"] == FOLDER
    assert "pirgen check" in data(found)["note"]
    assert data(whole)["incident"]["title"] == "Checkout failed for every order"


def test_a_long_incident_is_read_in_parts(tmp_path: Path) -> None:
    files = files_of("")
    name = f"{FOLDER}/pir.yaml"
    lessons = "".join(f"  - {'A lesson of many words. ' * 40}{n}\n" for n in range(80))
    written(tmp_path, files | {name: f"{files[name]}lessons:\n{lessons}"})
    first, second, whole = called(
        tmp_path,
        ("read_incident", {"id": FOLDER}),
        ("read_incident", {"id": FOLDER, "start": 60_000}),
        ("read_incident_data", {"id": FOLDER}),
    )
    assert text(first).endswith("go on with start=60000.)")
    assert len(text(first)) < 60_100
    assert "go on" not in text(second)
    assert text(second)
    assert whole.is_error
    assert "in parts" in text(whole)


def test_nothing_in_the_folder_is_changed(tmp_path: Path) -> None:
    before = files_of("")
    written(tmp_path, before)
    called(
        tmp_path, ("check", {"text": before[f"{FOLDER}/pir.yaml"], "id": FOLDER}), ("search", {"words": "x"})
    )
    after = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == set(before)


def test_a_saved_file_is_read_again(tmp_path: Path) -> None:
    written(tmp_path, files_of(""))

    async def ask(client: Client) -> list[str]:
        first = text(await client.call_tool("search", {"words": "walrus"}))
        path = tmp_path / FOLDER / "incident.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Checkout failed", "A walrus came"), encoding="utf-8"
        )
        return [first, text(await client.call_tool("search", {"words": "walrus"}))]

    first, second = asked(tmp_path, ask)
    assert json.loads(first)["incidents"] == []
    assert json.loads(second)["incidents"][0]["id"] == FOLDER


def test_the_public_is_told_nothing_internal(tmp_path: Path) -> None:
    files = files_of("audience: internal\nlessons: [The zebra knew]\n")
    shown = f"2026-01-06{FOLDER[10:]}"
    public = {name.replace(FOLDER, shown): text for name, text in files_of("audience: public\n").items()}
    written(tmp_path, files | {name: f"audience: public\n{text}" for name, text in public.items()})
    calls = [
        ("search", {"words": "zebra"}),
        ("similar", {"what": "the zebra knew"}),
        ("similar", {"what": FOLDER}),
        ("read_incident", {"id": FOLDER}),
        ("read_incident_data", {"id": FOLDER}),
        ("open_actions", {}),
        ("check", {"text": "lessons: [The zebra knew]", "id": "2026-01-07-new"}),
    ]
    told = [text(answer) for answer in called(tmp_path, *calls, options=("--audience", "public"))]
    assert all("knew" not in answer.replace("the zebra knew", "") for answer in told[:-1])
    assert all(FOLDER not in answer.replace(f"there is no incident '{FOLDER}'", "") for answer in told)
