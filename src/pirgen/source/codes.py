"""The codes of everything that can be wrong with a file before its meaning is judged."""

from __future__ import annotations

from pirgen.diagnostics import Explanation, Level


def _error(code: str, title: str, reason: str, bad: str = "", good: str = "") -> Explanation:
    return _code(code, title, Level.ERROR, reason, bad, good)


def _warning(code: str, title: str, reason: str, bad: str = "", good: str = "") -> Explanation:
    return _code(code, title, Level.WARNING, reason, bad, good)


def _code(code: str, title: str, level: Level, reason: str, bad: str, good: str) -> Explanation:
    """A code with examples, if they can be shown as text; their form is that of ``rules/examples.py``."""
    return Explanation(code, title, level, reason, bad.lstrip("\n"), good.lstrip("\n"))


ENCODING = _error(
    "PIR001",
    "File is not UTF-8",
    "Text in another encoding shows the wrong letters on somebody else's machine.",
)
CHARACTER = _error(
    "PIR002",
    "Invisible character",
    "Control characters, odd spaces and direction marks come from pasted text. They change what YAML reads, "
    "or what a reader sees, without showing.",
    """
title: Checkout\u200b failed
""",
    """
title: Checkout failed
""",
)
SIZE = _error(
    "PIR003",
    "File is too large",
    "Nobody reads a review of this size to the end; move logs and data into attachments.",
)
EMPTY_FILE = _error("PIR004", "File is empty", "A file without a mapping of keys to values says nothing.")
SYNTAX = _error(
    "PIR005",
    "YAML that cannot be read",
    "The rest of the file cannot be understood until this is fixed.",
    """
title: Checkout failed: every order
""",
    """
title: "Checkout failed: every order"
""",
)
TAB = _error(
    "PIR006",
    "Tab used for indentation",
    "YAML allows only spaces there; a tab's width is anybody's guess.",
    """
impact:
\tsummary: No order could be placed
""",
    """
impact:
  summary: No order could be placed
""",
)
DUPLICATE_KEY = _error(
    "PIR007",
    "Duplicate key",
    "Most YAML readers silently keep the last value and lose the first.",
    """
severity: SEV-2
severity: SEV-3
""",
    """
severity: SEV-2
""",
)
ANCHOR = _error(
    "PIR008",
    "Anchor, alias or merge key",
    "No review needs them; they make a diff hard to read and a small file expand to gigabytes.",
    """
services: &affected [checkout]
""",
    """
services: [checkout]
""",
)
TAG = _error(
    "PIR009",
    "YAML tag",
    "A tag asks the reader to build something other than text; no review needs one.",
    """
title: !important Checkout failed
""",
    """
title: "!important Checkout failed"
""",
)
DEPTH = _error(
    "PIR010",
    "Nested too deeply",
    "Nothing in an incident or review goes that deep; it is a mistake or an attack.",
    """
tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[deploy]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
    """
tags: [deploy]
""",
)
DEEPEST = 32
"""How many mappings and lists may lie inside each other."""

TOO_DEEP = f"more than {DEEPEST} levels of lists and mappings"

MOST_VALUES = 20_000
"""How many keys and values a file may have; the largest real reviews have a tenth of that."""

DOCUMENTS = _error(
    "PIR011",
    "More than one document",
    "Only one document per file is read, so the rest would be lost.",
    """
title: Checkout failed
---
tags: [deploy]
""",
    """
title: Checkout failed
tags: [deploy]
""",
)
KEY = _error(
    "PIR012",
    "Key that is not a short text",
    "Keys are names; a list or a long text as a key is a mistake.",
    """
? [severity, status]
: SEV-2
""",
    """
severity: SEV-2
status: resolved
""",
)
CUT_VALUE = _warning(
    "PIR013",
    "Value cut off by '#'",
    "A '#' after a space begins a comment, so 'fix #123' is read as 'fix'.",
    """
title: Rolled back #123
""",
    """
title: "Rolled back #123"
""",
)
FOLDER = _error(
    "PIR014",
    "Folder that is not an incident",
    "Each incident has a folder named by its id with an incident.yaml in it; files elsewhere would be ignored.",
    """
# checkout-down/incident.yaml
title: Checkout failed
""",
    """
# 2026-01-06-checkout-down/incident.yaml
title: Checkout failed
""",
)
SYMLINK = _error(
    "PIR015",
    "Symbolic link or special file",
    "A link may lead out of the repository and publish what was never meant to be read; reading a pipe may "
    "never end.",
)
ESCAPE = _warning(
    "PIR016",
    "Backslash read as an escape",
    "In double quotes, a backslash and the letter after it form one character: 'C:\\temp' holds a tab.",
    """
title: "The backup to C:\\temp failed"
""",
    """
title: 'The backup to C:\\temp failed'
""",
)
UNTIDY = _code(
    "PIR017",
    "Untidy whitespace",
    Level.INFO,
    "Invisible whitespace makes noise in every later diff; some YAML readers reject a tab after ':'.",
    """
title:\tCheckout failed for every order
""",
    """
title: Checkout failed for every order
""",
)
CROWD = _error(
    "PIR018",
    "Too many problems in one file",
    "So many problems most often have one cause, and nobody reads thousands of them.",
)
ATTACHMENT = _error(
    "PIR019",
    "File that cannot be published",
    "Files beside the YAML are published with the incident. What a browser runs (md, html, svg, ...) could "
    "take over the site, and some names cannot be held by every file system.",
)

TWO_FOLDERS = _error(
    "PIR020",
    "Two folders disagree",
    "Several folders are one book: an id is part of addresses, and a word means the same on every page.",
)
UNKNOWN_KEY = _error(
    "PIR101",
    "Unknown key",
    "The value of a misspelt key would be silently lost; keys of your own begin with 'x-'.",
    """
tagz: [deploy]
""",
    """
tags: [deploy]
x-ticket-queue: payments
""",
)
MISSING_KEY = _error(
    "PIR102",
    "Required key is missing",
    "A page, a count or a check depends on it.",
    """
impact:
  who: everybody who ordered
""",
    """
impact:
  summary: No order could be placed
  who: everybody who ordered
""",
)
SHAPE = _error(
    "PIR103",
    "Wrong kind of value",
    "Lists, mappings and texts are read differently.",
    """
services: checkout
""",
    """
services: [checkout]
""",
)
EMPTY_VALUE = _error(
    "PIR104",
    "Key without a value",
    "Leave the key out, or say 'not recorded' where the form allows it.",
    """
severity:
""",
    """
severity: SEV-2
""",
)
WORD = _error(
    "PIR105",
    "Word outside the vocabulary",
    "Lists and counts group by these words, so one meaning must have one spelling.",
    """
severity: sev2
""",
    """
severity: SEV-2
""",
)
TIME = _error(
    "PIR106",
    "Not a time",
    "A time is a date, a clock time and an offset, so that everybody reads it alike.",
    """
timeline:
  - {at: yesterday at nine, marks: [started, resolved], text: Orders fail}
""",
    """
timeline:
  - {at: 2026-01-05T09:00Z, marks: [started, resolved], text: Orders fail}
""",
)
OFFSET = _error(
    "PIR107",
    "Time without an offset",
    "Without an offset the time means something else in another zone; logs and people mix zones.",
    """
timeline:
  - {at: 2026-01-05T09:00, marks: [started, resolved], text: Orders fail}
""",
    """
timeline:
  - {at: 2026-01-05T09:00+01:00, marks: [started, resolved], text: Orders fail}
""",
)
DAY = _error(
    "PIR108",
    "Not a date",
    "A date is written YYYY-MM-DD.",
    """
# pir.yaml
held: 9 January 2026
""",
    """
# pir.yaml
held: 2026-01-09
""",
)
FLAG = _error(
    "PIR109",
    "Not true or false",
    "Words such as 'no' and 'on' mean different things to YAML readers.",
    """
timeline:
  - {at: 2026-01-05T09:00Z, approximate: yes, marks: [started, resolved], text: Orders fail}
""",
    """
timeline:
  - {at: 2026-01-05T09:00Z, approximate: true, marks: [started, resolved], text: Orders fail}
""",
)
NUMBER = _error(
    "PIR110",
    "Not a number in range",
    "Calculations that use it would be wrong.",
    """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, probability: 20%}
  no-test: {text: No test places an order without a price, category: testing}
""",
    """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, probability: 0.2}
  no-test: {text: No test places an order without a price, category: testing}
""",
)
IDENTIFIER = _error(
    "PIR111",
    "Not an id",
    "Ids become links, file names and anchors, so they are short, plain and lower case.",
    """
# pir.yaml
actions:
  - id: Test missing price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test, null-price]
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: The pipeline fails on such an order
""",
    """
# pir.yaml
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test, null-price]
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: The pipeline fails on such an order
""",
)
URL = _error(
    "PIR112",
    "Not a link",
    "Only http, https, mailto and relative links are safe to follow from a page.",
    """
links:
  - {title: The chat, url: "file:///home/me/chat.txt"}
""",
    """
links:
  - {title: The chat, url: "https://chat.example.org/archive/42"}
""",
)
GATE = _error(
    "PIR113",
    "Malformed gate",
    "The words of a gate say how its inputs combine.",
    """
# pir.yaml
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Orders fail, all: [null-price], any: [no-test]}
""",
    """
# pir.yaml
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Orders fail, all: [null-price, no-test]}
""",
)
LOCAL_TIME = _error(
    "PIR114",
    "Local time that is not one instant",
    "When clocks change, some local times happen twice and some never; the offset tells which is meant.",
    """
timezone: Europe/Berlin
timeline:
  - {at: 2025-10-26T02:30, kind: change, text: A release goes out}
  - {at: 2026-01-05T09:00, marks: [started, resolved], text: Orders fail}
""",
    """
timezone: Europe/Berlin
timeline:
  - {at: 2025-10-26T02:30+02:00, kind: change, text: A release goes out}
  - {at: 2026-01-05T09:00, marks: [started, resolved], text: Orders fail}
""",
)

OLD_WORD = _code(
    "PIR115",
    "Word of earlier days",
    Level.INFO,
    "It is read as the word of today, as 'aliases' of vocabularies.yaml say, so nothing is counted wrong; "
    "'pirgen check --fix' writes the word of today everywhere.",
    """
services: [shop]
# vocabularies.yaml
aliases:
  services: {shop: checkout}
""",
    """
services: [checkout]
# vocabularies.yaml
aliases:
  services: {shop: checkout}
""",
)

WAIVER_FORM = _warning(
    "PIR901",
    "Waiver that does not say what and why",
    "A finding that is allowed without a reason cannot be judged by the next reader.",
    """
title: Checkout failed for every order # pirgen: allow PIR209
""",
    """
title: Checkout failed for every order
timeline:
  # pirgen: allow PIR209 because the folder is named by the day of the first complaint
  - {at: 2026-01-07T02:10Z, marks: [started, resolved], text: Orders fail}
""",
)
WAIVER_CODE = _warning(
    "PIR902",
    "Waiver of a code that cannot be waived",
    "What is a warning or info can be right as it is. Nothing is built from a file with an error, and a "
    "mistyped code would go unnoticed.",
    """
severity: SEV-2 # pirgen: allow PIR105 because our word for it is new
""",
    """
severity: SEV-2
""",
)
WAIVER_UNUSED = _warning(
    "PIR903",
    "Waiver that allows nothing",
    "It would hide the next finding of its code in that line, for a reason that was given for another one.",
    """
timeline:
  # pirgen: allow PIR209 because the folder is named by the day of the first complaint
  - {at: 2026-01-05T22:10Z, marks: [started, resolved], text: Orders fail}
""",
    """
timeline:
  # pirgen: allow PIR209 because the folder is named by the day of the first complaint
  - {at: 2026-01-07T02:10Z, marks: [started, resolved], text: Orders fail}
""",
)

READING_CODES = (
    ENCODING,
    CHARACTER,
    SIZE,
    EMPTY_FILE,
    SYNTAX,
    TAB,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    DEPTH,
    DOCUMENTS,
    KEY,
    CUT_VALUE,
    FOLDER,
    SYMLINK,
    ESCAPE,
    UNTIDY,
    CROWD,
    ATTACHMENT,
    TWO_FOLDERS,
    UNKNOWN_KEY,
    MISSING_KEY,
    SHAPE,
    EMPTY_VALUE,
    WORD,
    TIME,
    OFFSET,
    DAY,
    FLAG,
    NUMBER,
    IDENTIFIER,
    URL,
    GATE,
    LOCAL_TIME,
    OLD_WORD,
    WAIVER_FORM,
    WAIVER_CODE,
    WAIVER_UNUSED,
)
