"""Where the published site is, to link the explanation of each code."""

from __future__ import annotations

import re
from pathlib import Path

from pirgen.errors import PirgenError

__all__ = ["rules_url"]


def rules_url(site_url: str | None) -> str:
    """The page of the published site that explains every code; an empty string where no site is known."""
    configuration = _configuration_text() if site_url is None else ""
    configured = _SITE_URL.search(configuration)
    address = site_url or (configured[1] if configured else "")
    if not address:
        return ""
    if not address.startswith(("http://", "https://")):
        raise PirgenError(f"'{address}' is not the address of a site; it begins with https://")
    page = "rules.html" if _FLAT_URLS.search(configuration) else "rules/"
    return f"{address.removesuffix('/')}/{page}"


_SITE_URL = re.compile(r"""^site_url:[ ]*["']?(https?://[^\s"']+)""", re.MULTILINE)


_FLAT_URLS = re.compile(r"^use_directory_urls:[ ]*false\b", re.MULTILINE)


def _configuration_text() -> str:
    """The text of mkdocs.yml, if there is one here; MkDocs itself takes too long to be asked."""
    try:
        return Path("mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
