"""An incident gets another id: its folder, whatever names it, and an alias that keeps its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pirgen.diagnostics import near_miss
from pirgen.errors import PirgenError
from pirgen.model import Book
from pirgen.source import INCIDENT_FILE, LONGEST_INCIDENT_ID, Folder, Library, is_incident_id

__all__ = ["Renaming", "renamed_folder", "renamed_path", "renaming"]


@dataclass(frozen=True)
class Renaming:
    """What has to be done; ``texts`` are the new texts of files that name the incident, by their present names.

    ``is_moved`` is whether the folder has its new name already, as after a renaming that was interrupted.
    """

    old: str
    new: str
    texts: Mapping[str, str]
    is_moved: bool = False


def renaming(library: Library, pages: Mapping[str, str], old: str, new: str, suggested: str) -> Renaming:
    """How the incident ``old`` becomes ``new``; ``pages`` are other texts that may link it, by name.

    Raises PirgenError where it cannot; ``suggested`` is what a wrong id was meant as.
    """
    book = library.book
    is_moved = new in book.incident_by_id and old in book.incident_by_id[new].aliases
    if not is_moved:
        _refuse(book, old, new, suggested)
    incident = book.incident_by_id[new if is_moved else old]
    home = f"{incident.id}/{INCIDENT_FILE}"
    named = {**library.texts, **pages}
    texts = {name: _renamed(text, old, new) for name, text in named.items()}
    texts[home] = _with_alias(named[home], incident.aliases, old, new)
    changed = {name: text for name, text in texts.items() if text != named[name]}
    return Renaming(old, new, changed, is_moved)


def renamed_path(path: str, change: Renaming) -> str:
    """A path in the folder of incidents after the renaming."""
    id, mark, rest = path.partition("/")
    return f"{change.new}{mark}{rest}" if id == change.old else path


def renamed_folder(folder: Folder, change: Renaming) -> Folder:
    """A folder of incidents as it is after the renaming."""

    def named(path: str) -> str:
        return renamed_path(path, change)

    files = {
        named(path): change.texts[path].encode() if path in change.texts else content
        for path, content in folder.files.items()
    }
    return replace(
        folder,
        names=tuple(sorted(map(named, folder.names))),
        files=dict(sorted(files.items())),
        attachments=frozenset(map(named, folder.attachments)),
        sizes={named(path): size for path, size in (folder.sizes or {}).items()},
        file_sizes={named(path): size for path, size in folder.file_sizes.items()},
        homes={named(id): home for id, home in folder.homes.items()},
    )


def _refuse(book: Book, old: str, new: str, suggested: str) -> None:
    """Raise PirgenError where the one is no incident, or the other can be no id of it."""
    owner = {alias: each.id for each in book.incidents for alias in each.aliases}
    if old not in book.incident_by_id:
        near = owner.get(old) or near_miss(old, book.incident_by_id)
        reason = f"; it is now '{near}'" if old in owner else f"; did you mean {near}?" if near else ""
        raise PirgenError(f"there is no incident '{old}'{reason}")
    if new == old:
        raise PirgenError(f"'{old}' has that id already")
    if not is_incident_id(new):
        expected = "YYYY-MM-DD-slug: a day, then lower case letters, digits and single hyphens"
        raise PirgenError(f"'{new}' is not a valid id; expected {expected}; did you mean {suggested}?")
    if len(new) > LONGEST_INCIDENT_ID:
        raise PirgenError(f"'{new[:40]}…' has {len(new)} characters; an id has at most {LONGEST_INCIDENT_ID}")
    if new in book.incident_by_id:
        raise PirgenError(f"there is an incident '{new}' already")
    if owner.get(new, old) != old:
        raise PirgenError(f"'{new}' is an alias of '{owner[new]}', which has had that address before")


_ADDRESS = r"""https?://[^\s<>"')\]]*"""


def _renamed(text: str, old: str, new: str) -> str:
    """The text with the id in the place of the other; addresses of other sites and names of files stay."""
    if old not in text:
        return text
    id = rf"(?<![\w-]){re.escape(old)}(?![\w-])(?!\.(?!md\b|html\b)\w)"
    return re.sub(rf"{_ADDRESS}|({id})", lambda found: new if found[1] else found[0], text)


def _with_alias(text: str, aliases: tuple[str, ...], old: str, new: str) -> str:
    """The text of an incident.yaml under its new id, in which the old one is an alias."""
    end = "\r\n" if "\r\n" in text else "\n"
    found = _ALIASES.search(text)
    if not found:
        return f"{_renamed(text, old, new).rstrip()}{end}aliases: [{old}]{end}"
    before, after = text[: found.start()], text[found.end() :]
    written = _aliases(found[0], aliases, old, new, end)
    return _renamed(before, old, new) + written + _renamed(after, old, new)


def _aliases(written: str, aliases: tuple[str, ...], old: str, new: str, end: str) -> str:
    """The key ``aliases`` as it is written, with the old id in its list and without the new one."""
    if old in aliases:
        return written
    if new in aliases:
        return written.replace(new, old)
    if not aliases:
        return f"aliases: [{old}]{end}"
    last = re.escape(aliases[-1])
    in_block = rf"(?m)^([ \t]*-[ \t]*)(['\"]?{last}['\"]?[^\r\n]*)"
    if re.search(in_block, written):
        return re.sub(in_block, lambda line: f"{line[0]}{end}{line[1]}{old}", written)
    return re.sub(rf"(['\"]?){last}\1", lambda item: f"{item[0]}, {old}", written)


_ALIASES = re.compile(r"^aliases:[^\n]*\n?(?:(?:[ \t]+|-|\])[^\n]*(?:\n|\Z))*", re.MULTILINE)
"""The key with its list, in whichever style it is written."""
