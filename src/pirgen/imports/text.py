"""Text of other tools becomes Markdown: their HTML, their entities and their line ends, and nothing private."""

from __future__ import annotations

import html
import re
import textwrap

from pirgen.privacy import LINK_GONE, links_replaced, public_link, redact

__all__ = ["CUT", "label", "markdown", "plain", "printable"]

LONGEST = 400_000
"""How many characters of one text are taken: more than a draft may have, so nothing is cut in silence."""

LONGEST_LABEL = 300
"""How many characters a name or title may have."""

CUT = " ..."
"""What ends a name or title that had more."""

_TAGS = (
    "a|abbr|article|aside|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font"
    "|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var"
)
_MARKUP = re.compile(
    r"<!--[\s\S]{0,4000}?-->"
    r"|<(?:script|style)\b[^>]{0,400}>[\s\S]{0,20000}?</(?:script|style)\s*>"
    rf"|<(?P<close>/?)(?P<tag>{_TAGS})\b(?P<rest>[^<>\"'']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*){{0,20}})>",
    re.IGNORECASE,
)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_BREAKS = {"br": "\n", "li": "\n- ", "td": " ", "th": " ", "dt": "\n", "dd": "\n", "tr": "\n", "hr": "\n\n"}
_BLOCKS = re.compile(
    r"p|div|h[1-6]|ul|ol|table|blockquote|pre|dl|article|aside|details|figure|section", re.IGNORECASE
)

# controls, lone surrogates, private use, and what pirgen refuses in a file because nobody can see it
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ud800-\uf8ff\ufeff\ufff0-\uffff]"
)
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def markdown(text: str) -> str:
    """Markdown of another tool: its HTML is turned into Markdown too."""
    return _tidy(_without_html(printable(text), is_markdown=True))


def plain(text: str) -> str:
    """Plain text or HTML as Markdown that shows what was written, also where it looks like Markdown."""
    words = _without_html(printable(text), is_markdown=False)
    return _tidy(re.sub(r"(?<=\S) {2,}(?=\S)", " ", re.sub(r"^ +", "", words, flags=re.MULTILINE)))


def label(text: str) -> str:
    """A name or title on one line, which is no Markdown."""
    words = html.unescape(_MARKUP.sub(" ", printable(text)))
    words = printable(words)  # entities may stand for what cannot be seen
    line = " ".join(links_replaced(words, lambda url: public_link(url) or LINK_GONE, redact).split())
    return textwrap.shorten(line, LONGEST_LABEL, placeholder=CUT) if len(line) > LONGEST_LABEL else line


def printable(text: str) -> str:
    """The text with plain spaces and line ends, and without what nobody can see or no file can hold."""
    text = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text[:LONGEST])
    return _UNSEEN.sub("", _SPACES.sub(" ", text))


def _without_html(text: str, is_markdown: bool) -> str:
    """The text with known elements turned into Markdown; what only looks like an element is text."""
    made: list[str] = []
    links: list[str | None] = []
    end = 0
    for found in _MARKUP.finditer(text):
        made.append(_words(text[end : found.start()], is_markdown))
        made.append(_of_element(found, links))
        end = found.end()
    made.append(_words(text[end:], is_markdown))
    made += [_closed(link) for link in reversed(links)]
    return "".join(made)


def _of_element(found: re.Match[str], links: list[str | None]) -> str:
    tag = (found["tag"] or "").lower()
    if tag == "a":
        if found["close"]:
            return _closed(links.pop()) if links else ""
        href = _HREF.search(found["rest"])
        link = public_link(html.unescape(next(filter(None, href.groups()), ""))) if href else None
        links.append(link)
        return "[" if link else ""
    if _BLOCKS.fullmatch(tag):
        return "\n\n"
    return "" if found["close"] else _BREAKS.get(tag, "")


def _closed(link: str | None) -> str:
    """What ends a link's words: its address, or that it was taken away; None for an anchor without one."""
    if link is None:
        return ""
    return f"](<{link}>)" if link else f" {LINK_GONE}"


_LINKED = re.compile(r"!?\[([^\]\[\n]{0,400})\]\(\s*<?([^)\s>[]{1,2000})>?(?:\s+[\"'(][^\n)]{0,200})?\s*\)")


def _words(text: str, is_markdown: bool) -> str:
    if is_markdown:
        return _markdown_words(text)
    return links_replaced(printable(html.unescape(text)), _autolink, lambda rest: _escaped(redact(rest)))


def _markdown_words(text: str) -> str:
    made, end = [], 0
    for found in _LINKED.finditer(text):
        made += [_bare_words(text[end : found.start()]), _link_words(found)]
        end = found.end()
    return "".join([*made, _bare_words(text[end:])])


def _link_words(found: re.Match[str]) -> str:
    words, url = redact(links_replaced(found[1], lambda _: "link", str)), found[2]
    if "://" not in url and not url.lower().startswith(("mailto:", "tel:")):
        return words  # leads to a file of the other tool
    return f"[{words}](<{public_link(url)}>)" if public_link(url) else f"{words} {LINK_GONE}".strip()


def _bare_words(text: str) -> str:
    text = re.sub(r"<((?:https?|ftp)://[^\s<>]+)>", r"\1", text)
    return links_replaced(text, _autolink, redact)


def _autolink(url: str) -> str:
    return f"<{public_link(url)}>" if public_link(url) else LINK_GONE


_ESCAPED = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
_AT_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|~~~|[-=]{2,}(?=\s*$))", re.MULTILINE)


def _escaped(text: str) -> str:
    """Text whose signs mean nothing in Markdown."""
    return _AT_LINE_START.sub(r"\\\1", _ESCAPED.sub(lambda sign: f"\\{sign[0]}", text))


def _tidy(text: str) -> str:
    lines = [re.sub(r"^ {4,}", "   ", line).rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
