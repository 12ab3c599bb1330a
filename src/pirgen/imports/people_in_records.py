"""Whom a record names: found by the keys of any tool's export, so that no name stays in what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.incident import NamedPerson

__all__ = ["is_full_name", "people_in"]

_PERSONAL = re.compile(
    r"(?:\w*_)?(?:user|author|creator|reporter|assignee|owner|commander|lead|agent|actor|responder|participant|member"
    r"|caller(?:_id)?|requester|assigned_?(?:to|user)|(?:created|updated|opened|closed|acknowledged|resolved|reported"
    r"|last_status_change)_?by(?:_?user)?|subject_?user)s?|\w+(?:User|Author|By)",
    re.IGNORECASE,
)
"""Keys under which a tool has somebody."""

_NAME_KEYS = ("displayName", "display_name", "real_name", "full_name", "name", "summary")
_ID_KEYS = ("id", "userID", "accountId", "login", "username", "key")
_MAIL_KEYS = ("email", "emailAddress", "mail")
_NAME = re.compile(r"[^\W\d_][\w'.\u2019-]*(?: [^\W\d_][\w'.\u2019-]*){1,4}")
_NO_PERSON = re.compile(
    r"(?i)\b(?:team|squad|group|bot|systems?|services?|on-?call|rota|support|platform|engineer(?:s|ing)?|integration"
    r"|api|automation|escalation|policy|website|web|cloud|networks?|labs|inc|foundation|status|analytics|actions"
    r"|security|reliability|infra\w*|operations|ops|data|databases?|backend|frontend|core|product|growth|community"
    r"|capital|corp|consortium|org|outreach|workgroup|wallet|error|company|gmbh|ltd|llc|bank|exchange|channel|here"
    r"|everyone|staff|admins?|let's encrypt|red hat|digital ocean|stack overflow|hacker news)\b"
)


def people_in(value: object, key: str = "") -> Iterator[NamedPerson]:
    """Everybody whom a value of JSON names under a key for people, or mentions in a document."""
    if isinstance(value, list):
        for each in value:
            yield from people_in(each, key)
        return
    person = _person(value) if _PERSONAL.fullmatch(key) else None
    if person:
        yield person
    elif isinstance(value, dict):
        yield from _mentioned(value)
        for name, each in value.items():
            is_wrapped = name in ("data", "attributes") and _PERSONAL.fullmatch(key)
            yield from people_in(each, key if is_wrapped else str(name))


def _person(value: object) -> NamedPerson | None:
    if isinstance(value, str):
        is_title = all(word[0].isupper() for word in value.split())
        return NamedPerson(name=value) if is_title and is_full_name(value) else None
    if not isinstance(value, dict) or str(value.get("type", "")).lower().startswith(
        ("team", "bot", "app", "service")
    ):
        return None
    name = _first(value, _NAME_KEYS) or " ".join(_first(value, (key,)) for key in ("first_name", "last_name"))
    if not is_full_name(name):
        return None
    mail, id = _first(value, _MAIL_KEYS), _first(value, _ID_KEYS)
    return NamedPerson(id, name, (mail,) if mail else ())


def _mentioned(value: dict[str, object]) -> Iterator[NamedPerson]:
    """Whom a document of Atlassian's editor mentions."""
    attributes = value.get("attrs")
    if value.get("type") == "mention" and isinstance(attributes, dict):
        name = str(attributes.get("text") or "").removeprefix("@")
        if is_full_name(name):
            yield NamedPerson(str(attributes.get("id") or ""), name)


def _first(value: dict[str, object], keys: tuple[str, ...]) -> str:
    return next((str(value[key]).strip() for key in keys if isinstance(value.get(key), str) and value[key]), "")


def is_full_name(text: str) -> bool:
    """Whether a text looks like the full name of a person, and not like that of a team or a program."""
    return bool(_NAME.fullmatch(text)) and not _NO_PERSON.search(text)
