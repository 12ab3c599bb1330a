"""What a report must not show: addresses, numbers and keys that lead to people or machines.

``find_private`` says what is in a text and where, for a rule to report; ``redact`` and ``public_link`` take
it out, for imports. A sieve of patterns is no promise: an author still reads the text.
"""

from pirgen.privacy.known_tools import KNOWN_TOOLS, KnownTool
from pirgen.privacy.links import LINK_GONE, WEB_LINK, links_replaced, private_link_form, public_link
from pirgen.privacy.matches import PrivateKind, PrivateMatch, find_private, find_private_in, redact

__all__ = [
    "KNOWN_TOOLS",
    "LINK_GONE",
    "WEB_LINK",
    "KnownTool",
    "PrivateKind",
    "PrivateMatch",
    "find_private",
    "find_private_in",
    "links_replaced",
    "private_link_form",
    "public_link",
    "redact",
]
