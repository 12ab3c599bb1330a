import os
from pathlib import Path

from pirgen.diagnostics import Level
from pirgen.rules.language.action_titles import ACTION_TITLE_RULES
from pirgen.rules.language.blameless import levels_table

PAGE = Path(__file__).parents[3] / "docs" / "guide" / "blameless.md"
_FROM, _UNTIL = "make test writes it again -->\n\n", "\n<!-- until here -->"


def test_the_guide_has_the_levels_that_are_used() -> None:
    head, mark, rest = PAGE.read_text(encoding="utf-8").partition(_FROM)
    written, end, tail = rest.partition(_UNTIL)
    if os.environ.get("PIRGEN_REWRITE"):
        written = levels_table()
        PAGE.write_text(head + mark + written + end + tail, encoding="utf-8")
    assert written == levels_table()


def test_the_guide_names_every_rule_on_titles_with_its_level() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    known = {level.value for level in Level}
    levels = {row[0]: row[-1] for row in rows if row[0].startswith("PIR62") and row[-1] in known}
    assert levels == {rule.code: rule.explanation.level.value for rule in ACTION_TITLE_RULES}
