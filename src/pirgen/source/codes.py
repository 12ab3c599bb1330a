"""The codes of everything that can be wrong with a file before its meaning is judged."""

from __future__ import annotations

from pirgen.diagnostics import Explanation, Level


def _error(code: str, title: str, reason: str) -> Explanation:
    return Explanation(code, title, Level.ERROR, reason)


ENCODING = _error(
    "PIR001",
    "File is not UTF-8",
    "Bytes of another encoding turn into wrong letters on somebody else's machine.",
)
CHARACTER = _error(
    "PIR002",
    "Character that cannot be seen",
    "Control characters, odd spaces and direction marks come from pasted text. They change what YAML reads, "
    "or what a reader sees, without showing.",
)
SIZE = _error(
    "PIR003", "File is too large", "A review that nobody can read to the end belongs into attachments."
)
EMPTY_FILE = _error("PIR004", "File is empty", "A file without a mapping of keys to values says nothing.")
SYNTAX = _error(
    "PIR005", "YAML that cannot be read", "The rest of the file has no meaning before this is mended."
)
TAB = _error(
    "PIR006", "Tab used for indentation", "YAML allows only spaces there; a tab's width is anybody's guess."
)
DUPLICATE_KEY = _error(
    "PIR007", "Key written twice", "Most YAML readers keep the last value and lose the first without a word."
)
ANCHOR = _error(
    "PIR008",
    "Anchor, alias or merge key",
    "No review needs them; they make a diff hard to read and a small file expand to gigabytes.",
)
TAG = _error(
    "PIR009", "YAML tag", "A tag asks the reader to build something other than text; no review needs one."
)
DEPTH = _error("PIR010", "Nested too deeply", "No form goes that deep; it is a slip or an attack.")
DEEPEST = 32
"""How many mappings and lists may lie inside each other."""

TOO_DEEP = f"more than {DEEPEST} levels of lists and mappings"

DOCUMENTS = _error(
    "PIR011", "More than one document", "Only one document a file is read, so the rest would be lost."
)
KEY = _error("PIR012", "Key that is not a short text", "Keys are names; a list or an essay as a key is a slip.")
CUT_VALUE = Explanation(
    "PIR013",
    "Value cut off by '#'",
    Level.WARNING,
    "A '#' after a space begins a comment, so 'fix #123' is read as 'fix'.",
)
FOLDER = _error(
    "PIR014",
    "Folder that is not an incident",
    "Each incident has a folder named by its id with an incident.yaml in it; files elsewhere would be ignored.",
)
SYMLINK = _error(
    "PIR015",
    "Symbolic link",
    "A link may lead out of the repository and publish what was never meant to be read.",
)
ESCAPE = Explanation(
    "PIR016",
    "Backslash that becomes something else",
    Level.WARNING,
    "In double quotes a backslash and a letter are one sign: 'C:\\temp' has a tab in it there.",
)
UNTIDY = Explanation(
    "PIR017",
    "Untidy line",
    Level.INFO,
    "Space that nobody sees makes noise in every later diff; some readers of YAML refuse a tab after ':'.",
)

UNKNOWN_KEY = _error(
    "PIR101",
    "Key that is not known",
    "A misspelt key would be a silent loss; keys of your own begin with 'x-'.",
)
MISSING_KEY = _error("PIR102", "Required key is missing", "A page, a count or a check depends on it.")
SHAPE = _error("PIR103", "Value of another form", "A list, a mapping and a text are read differently.")
EMPTY_VALUE = _error(
    "PIR104", "Key without a value", "Leave the key out, or say 'not recorded' where the form allows it."
)
WORD = _error(
    "PIR105",
    "Word outside the vocabulary",
    "Lists and counts group by these words, so one meaning must have one spelling.",
)
TIME = _error(
    "PIR106", "Not a time", "A time is a date, a clock time and an offset, so that everybody reads it alike."
)
OFFSET = _error(
    "PIR107",
    "Time without an offset",
    "Without an offset the time means something else in another zone; logs and people mix zones.",
)
DAY = _error("PIR108", "Not a date", "A date is written YYYY-MM-DD.")
FLAG = _error(
    "PIR109", "Neither true nor false", "Words such as 'no' and 'on' mean different things to YAML readers."
)
NUMBER = _error("PIR110", "Not a number in range", "The sums that use it would be wrong.")
IDENTIFIER = _error(
    "PIR111", "Not an id", "Ids become links, file names and anchors, so they are short, plain and lower case."
)
URL = _error(
    "PIR112", "Not a link", "Only http, https, mailto and relative links are safe to follow from a page."
)
GATE = _error("PIR113", "Gate that is not well formed", "The words of a gate say how its inputs combine.")
LOCAL_TIME = _error(
    "PIR114",
    "Local time that is not one instant",
    "When clocks change, some local times happen twice and some never; the offset tells which is meant.",
)
REPEATED_ID = _error("PIR115", "Id used twice", "A reference to it would be a coin toss.")

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
    REPEATED_ID,
)
