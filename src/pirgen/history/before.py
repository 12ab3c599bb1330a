"""What the files of a folder were where its history left that of a branch, tag or commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pirgen.diagnostics import near_miss
from pirgen.errors import PirgenError
from pirgen.history.git import SHALLOW, ask, ask_bytes, is_shallow, path_in_repository, refusal
from pirgen.source import Folder, Incidents, read_folder
from pirgen.source.folder import folder_of_blobs, is_yaml
from pirgen.source.several import IncidentSource, joined_folders

__all__ = [
    "changed_folders",
    "committed_folder",
    "folder_before",
    "is_anything_staged",
    "is_of_site",
    "staged_folder",
]

_SYMLINK, _FILES = "120000", ("100644", "100755", "120000")


def folder_before(folder: Incidents, ref: str) -> Folder:
    """The content of a folder where its history left that of ``ref``, a branch, tag or commit.

    That is the last commit that both have, so what others have added to a branch since then counts
    neither for nor against a change. Of several folders, those of other repositories are as they are.
    """
    return _joined(folder, lambda one: _before(one, ref))


def _joined(folder: Incidents, read: Callable[[Path], Folder]) -> Folder:
    """What git has of a folder; of several, those of other repositories are as they are."""
    if isinstance(folder, Path):
        return read(folder)
    common = folder.vocabulary.read_bytes() if folder.vocabulary else None
    parts = [
        (source.name, read(source.path) if is_of_site(source) else read_folder(source.path))
        for source in folder.sources
    ]
    return joined_folders(parts, common)


def _ours(folder: Incidents) -> list[Path]:
    """The folders that lie in the repository that we stand in; a single one does."""
    if isinstance(folder, Path):
        return [folder]
    return [source.path for source in folder.sources if is_of_site(source)]


def is_of_site(source: IncidentSource) -> bool:
    """Whether one of several folders lies in the repository that we stand in."""
    return _top(source.path) == _top(Path())


def _top(folder: Path) -> str | None:
    return ask(folder, "rev-parse", "--show-toplevel")


def _before(folder: Path, ref: str) -> Folder:
    listed = ask(folder, "ls-tree", "-r", "-z", _fork(folder, ref))
    if listed is None:
        raise PirgenError("git cannot list what the files were before")
    return _listed(folder, listed, lambda described: described.split()[:3:2])


def committed_folder(folder: Incidents) -> Folder | None:
    """The content of a folder as of the last commit; None outside of a repository, or before the first."""
    for one in _ours(folder):
        if path_in_repository(one) is None or not ask(one, "rev-parse", "--verify", "--quiet", "HEAD"):
            return None
    return folder_before(folder, "HEAD")


def staged_folder(folder: Incidents) -> Folder:
    """The content of a folder as the next commit will have it."""
    return _joined(folder, _staged)


def _staged(folder: Path) -> Folder:
    listed = ask(folder, "ls-files", "--stage", "-z", "--", ".")
    if listed is None:
        reason = refusal(folder) or f"'{folder}' is not in a git repository"
        raise PirgenError(f"cannot tell what is staged: {reason}")
    return _listed(folder, listed, lambda described: described.split()[:2])


def is_anything_staged(folder: Incidents) -> bool:
    """Whether the next commit changes a folder; also where none can be asked about, which is reported later."""
    return any(
        path_in_repository(one) is None
        or ask(one, "diff", "--cached", "--quiet", _fork(one, "HEAD"), "--", ".") is None
        for one in _ours(folder)
    )


def _listed(folder: Path, listed: str, mode_and_name: Callable[[str], list[str]]) -> Folder:
    """The folder that a list of git names: what describes each file, a tab and its path."""
    modes, names = {}, {}
    for entry in listed.split("\0"):
        described, _, path = entry.partition("\t")
        if path and described.split()[0] in _FILES:
            modes[path], names[path] = mode_and_name(described)
    wanted = {path: name for path, name in names.items() if is_yaml(path) and modes[path] != _SYMLINK}
    links: dict[str, bytes | None] = {path: None for path, mode in modes.items() if mode == _SYMLINK}
    return folder_of_blobs(names, links | _blobs(folder, wanted))


def changed_folders(folder: Incidents, ref: str) -> list[str]:
    """The folders in a folder in which a file differs from where its history left that of ``ref``, sorted."""
    return sorted({name for one in _ours(folder) for name in _changed(one, ref)})


def _changed(folder: Path, ref: str) -> list[str]:
    listed = ask(
        folder, "diff", "--relative", "--name-only", "--no-renames", "-z", _fork(folder, ref), "--", "."
    )
    new = ask(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if listed is None or new is None:
        raise PirgenError("git cannot tell what changed")
    return sorted({path.partition("/")[0] for path in f"{listed}{new}".split("\0") if "/" in path})


def _fork(folder: Path, ref: str) -> str:
    """The last commit that a revision and what is checked out have in common."""
    if path_in_repository(folder) is None:
        reason = refusal(folder) or f"'{folder}' is not in a git repository"
        raise PirgenError(f"cannot tell what changed since '{ref}': {reason}")
    commit = None
    if ref == "HEAD" and not ask(folder, "rev-parse", "--verify", "--quiet", "HEAD"):
        empty = ask_bytes(folder, "hash-object", "-t", "tree", "--stdin", given=b"")
        return (empty or b"").decode().strip()  # before the first commit
    if ref and not ref.startswith("-"):
        commit = ask(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if not commit:
        raise PirgenError(f"git knows no '{ref}' here{_meant(folder, ref)}")
    fork = ask(folder, "merge-base", commit.strip(), "HEAD")
    if not fork:
        raise PirgenError(f"'{ref}' and what is checked out have no commit in common{_shallow(folder)}")
    return fork.split()[0]


def _meant(folder: Path, ref: str) -> str:
    """What else to give; in a clone that was cut short, why it may be missing."""
    known = (ask(folder, "for-each-ref", "--format=%(refname:short)") or "").split()
    near = near_miss(ref, known)
    return _shallow(folder) or (f"; did you mean {near}?" if near else "; give a branch, a tag or a commit")


def _blobs(folder: Path, names: Mapping[str, str]) -> dict[str, bytes | None]:
    """The contents of files by their path, given the names that git has for the contents."""
    printed = ask_bytes(
        folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names.values()).encode()
    )
    if printed is None:
        raise PirgenError("git cannot read what the files were before")
    contents, at = {}, 0
    for path in names:
        end = printed.index(b"\n", at)
        size = int(_size_of(printed[at:end], path))
        contents[path] = printed[end + 1 : end + 1 + size]
        at = end + size + 2
    return dict(contents)


def _size_of(line: bytes, path: str) -> bytes:
    """The size that git gives in the line before a content."""
    size = line.split()[-1]
    if not size.isdigit():
        raise PirgenError(f"git has not fetched what '{path}' was before")
    return size


def _shallow(folder: Path) -> str:
    return f"; {SHALLOW}" if is_shallow(folder) else ""
