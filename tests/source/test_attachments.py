"""What lies beside the YAML of an incident: what is published, and what is refused."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from pirgen.pipeline import check
from pirgen.rules.examples import FOLDER, files_of
from pirgen.source.attachments import PUBLISHED, attachment_problems
from tests.conftest import AS_OF, png, written


def messages(*paths: str) -> list[str]:
    return [found.message for found in attachment_problems([f"{FOLDER}/{path}" for path in paths], {}, False)]


@pytest.mark.parametrize("type", PUBLISHED)
def test_pictures_and_plain_files_are_published(type: str) -> None:
    assert messages(f"graph.{type}", f"more/graph.{type.upper()}") == []


@pytest.mark.parametrize(
    "name",
    [
        *(
            "notes.md",
            "index.md",
            "README.markdown",
            "page.html",
            "page.HTM",
            "page.xhtml",
            "load.svg",
            "load.SVGZ",
        ),
        *(
            "data.xml",
            "feed.rss",
            "style.css",
            "run.js",
            "run.mjs",
            "macro.docm",
            "run.exe",
            "run.sh",
            "a.wasm",
        ),
        *(
            "mail.eml",
            "old.mht",
            "mhtml.mhtml",
            "script",
            "Makefile",
            "graph.png.html",
            "graph.",
            "x.jinja",
            "x.xsl",
        ),
        *("x.swf", "x.hta", "x.url", "x.webmanifest", "x.shtml", "x.php", "x.zip", "core.dump"),
    ],
)
def test_what_a_browser_runs_or_nobody_knows_is_refused(name: str) -> None:
    assert f"'{name}' is of a type that is not published" in messages(name)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("AUX.txt", "has a name that Windows reserves"),
        ("con.txt", "has a name that Windows reserves"),
        ("nul.tar.json", "has a name that Windows reserves"),
        ("lpt1.csv", "has a name that Windows reserves"),
        ("com¹.csv", "has a name that Windows reserves"),
        ("prn/graph.png", "has a name that Windows reserves"),
        ("dots./graph.png", "has a name that Windows reserves"),
        ("space /graph.png", "has a name that Windows reserves"),
        ("a:b.png", "has ':' in its name"),
        ("a?.png", "has '?' in its name"),
        ("a*.png", "has '*' in its name"),
        ('"a".png', "has '\"' in its name"),
        ("<a>.png", "has '<' in its name"),
        ("a|b.png", "has '|' in its name"),
        ("a\\b.png", "has '\\' in its name"),
        ("a\nb.png", "has '\n' in its name"),
        ("a\u202eb.png", "has a character in its name that nobody sees"),
        ("a\u200bb.png", "has a character in its name that nobody sees"),
        ("\u6f22" * 70 + ".png", "has a name of more than 200 bytes"),
        ("a" * 201 + "/b.png", "has a name of more than 200 bytes"),
    ],
)
def test_names_that_some_file_system_cannot_hold_are_refused(name: str, problem: str) -> None:
    found = messages(name)
    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("X.png", "x.png"),
        ("a/B.csv", "A/b.csv"),
        ("stra\u00dfe.txt", "STRASSE.txt"),
        ("e\u0301.png", "\u00e9.png"),
    ],
)
def test_names_that_are_one_on_other_disks_are_refused(one: str, other: str) -> None:
    assert [message for message in messages(one, other) if "on disks that ignore case" in message]


def test_special_files_and_links_are_refused_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, files_of(""))
    os.mkfifo(tmp_path / FOLDER / "pipe.png")
    os.mkfifo(tmp_path / FOLDER / "extra.yaml")
    (tmp_path / FOLDER / "link.png").symlink_to("/etc/hostname")
    (tmp_path / FOLDER / "dangling.csv").symlink_to("nowhere")
    (tmp_path / FOLDER / "folder").symlink_to("/etc")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path / FOLDER)
        listener.bind("socket.txt")  # whose path may have a hundred letters
        found = check(tmp_path, AS_OF).diagnostics
    refused = {item.place.file.rpartition("/")[2] for item in found if item.code == "PIR015"}
    assert refused == {"pipe.png", "extra.yaml", "link.png", "dangling.csv", "folder", "socket.txt"}


@pytest.mark.parametrize("name", ["incident.yaml", "pir.yaml"])
def test_a_pipe_in_place_of_a_file_of_ours_does_not_hang(tmp_path: Path, name: str) -> None:
    written(tmp_path, files_of(""))
    (tmp_path / FOLDER / name).unlink()
    os.mkfifo(tmp_path / FOLDER / name)
    found = check(tmp_path, AS_OF).diagnostics
    assert [item.message for item in found if item.code == "PIR015"] == [
        "file is a symbolic link, a pipe or a device"
    ]


def test_pictures_have_their_size_and_others_are_found_out(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/page.png": "<script>alert(1)</script>"})
    (tmp_path / FOLDER / "graph.png").write_bytes(png(640, 480))
    checked = check(tmp_path, AS_OF)
    assert checked.book.picture_sizes == {f"{FOLDER}/graph.png": (640, 480)}
    assert [found.message for found in checked.diagnostics] == ["'page.png' is not a picture"]


def test_a_hidden_file_is_nobodys_business(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/.notes.md": "# Notes", f"{FOLDER}/.drafts/x.html": "x"})
    assert check(tmp_path, AS_OF).diagnostics == ()


def test_an_id_that_is_too_long_for_an_address_is_refused(tmp_path: Path) -> None:
    name = "2026-01-05-" + "a" * 100
    files = {file.replace(FOLDER, name): text for file, text in files_of("").items()}
    found = check(written(tmp_path, files), AS_OF).diagnostics
    assert [item.message for item in found] == [f"folder name '{name[:40]}…' has 111 characters"]
