"""The examples that others may test against are those of the codes: pirgen finds in them what they are for."""

import json
import os
from pathlib import Path

import pytest

from pirgen.rules.catalogue import EXPLANATIONS
from pirgen.rules.examples import files_of
from tests.conftest import AS_OF, check

FOLDER = Path(__file__).parents[3] / "schemas" / "examples"


def examples() -> dict[str, bytes]:
    """The files of the folder, made of the codes that reading gives."""
    files: dict[str, bytes] = {}
    index = []
    for code, each in sorted(EXPLANATIONS.items()):
        if code < "PIR100" or code >= "PIR300" or not each.bad or not each.good:
            continue
        for kind, text in (("invalid", each.bad), ("valid", each.good)):
            book = files_of(text)
            files |= {f"{kind}/{code}/{name}": content.encode() for name, content in book.items()}
            index.append(
                {"folder": f"{kind}/{code}", "valid": kind == "valid", "code": code,
                 "level": each.level.value, "about": each.title, "files": sorted(book)}
            )  # fmt: skip
    files["index.json"] = (json.dumps({"version": 1, "examples": index}, indent=1) + "\n").encode()
    return files


def test_the_files_are_current() -> None:
    wanted = examples()
    if os.environ.get("PIRGEN_REWRITE"):
        for name, content in wanted.items():
            path = FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    there = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()
    }
    assert there == wanted


@pytest.mark.parametrize(
    "example",
    json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))["examples"],
    ids=lambda each: each["folder"],
)
def test_an_example_has_its_finding_or_not(example: dict[str, object]) -> None:
    found = {each.code for each in check(FOLDER / str(example["folder"]), AS_OF).diagnostics}
    assert (example["code"] in found) is not example["valid"]
