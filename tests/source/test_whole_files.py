"""Files that are nothing, or something else than a mapping, or not UTF-8: said in one line, at the place."""

import pytest

from pirgen.diagnostics import headline
from pirgen.rules.examples import FOLDER
from pirgen.source import Folder, read_library

NO_CONTENT = "1:1: error PIR004 file has no content"
NO_VALUE = "1:1: error PIR004 file has no value"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", NO_CONTENT),
        (b"  \n\n", NO_CONTENT),
        (b"# to be written\n", NO_CONTENT),
        (b"---\n", NO_VALUE),
        (b"null\n", NO_VALUE),
        (b"~\n", NO_VALUE),
        (b"''\n", NO_VALUE),
        (b"checkout failed\n", "1:1: error PIR103 file is 'checkout failed'"),
        (b"42\n", "1:1: error PIR103 file is '42'"),
        (b"- checkout failed\n", "1:1: error PIR103 file is a list"),
        (b"title:checkout failed\n", "1:1: error PIR103 file is 'title:checkout failed'"),
        ("title: Gr\xf6\xdfe\n".encode("latin-1"), "1:10: error PIR001 byte 0xF6 is not UTF-8"),
        ("\n\ntitle: \u201cGone\u201d\n".encode("cp1252"), "3:8: error PIR001 byte 0x93 is not UTF-8"),
        ("title: gone\n".encode("utf-16"), "1:1: error PIR001 file is UTF-16"),
        ("title: gone\n".encode("utf-16-le"), "1:1: error PIR001 file is UTF-16 without a byte order mark"),
        ("title: gone\n".encode("utf-16-be"), "1:1: error PIR001 file is UTF-16 without a byte order mark"),
        (b"x" * 300_000, "1:1: error PIR003 file has 300,000 bytes"),
    ],
)
def test_what_a_file_is_instead_is_said(content: bytes, said: str) -> None:
    file = f"{FOLDER}/incident.yaml"
    library = read_library(Folder((FOLDER,), {file: content}))
    assert [headline(found).removeprefix(f"{file}:") for found in library.diagnostics] == [said]


def test_a_space_behind_the_only_colon_of_a_file_is_asked_for() -> None:
    file = f"{FOLDER}/incident.yaml"
    (found,) = read_library(Folder((FOLDER,), {file: b"title:checkout failed\n"})).diagnostics
    assert found.hint == "put a space after ':'"
    assert found.fix is not None
