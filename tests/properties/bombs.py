"""Files that are meant to cost much, each a small book with one thing too many."""

from __future__ import annotations

from collections.abc import Mapping

from pirgen.rules.examples import FOLDER, files_of

__all__ = ["BOMBS"]

LIMIT = 19_900
"""Nearly as many characters as a field may have."""

LESSONS = 11
"""How many such fields a file may have."""

INCIDENT, REVIEW = f"{FOLDER}/incident.yaml", f"{FOLDER}/pir.yaml"


def fields(unit: str) -> dict[str, str]:
    """A review with as many texts as its file can hold, each nothing but a unit, repeated."""
    text = (unit * (LIMIT // len(unit))).replace("\n", "\n    ")
    lessons = "lessons:\n" + f"  - |\n    {text}\n" * min(LESSONS, 240_000 // len(text.encode()))
    return review(lessons)


def tree(gates: int) -> dict[str, str]:
    """A fault tree whose gates share what lies under them."""
    ids = [f"f{number}" for number in range(gates)]
    lines = [f"    g0: {{title: Gate 0, any: [{ids[0]}, {ids[1]}]}}\n"]
    for number in range(1, gates):
        near = ids[number * 7 % gates], ids[(number * 13 + 5) % gates]
        under = f"g{number - 1}", f"g{number * 3 // 4}" if number > 4 else ids[2], *near
        kind = "all" if number % 2 else "any"
        lines.append(f"    g{number}: {{title: Gate, {kind}: [{', '.join(dict.fromkeys(under))}]}}\n")
    top = f"fault_tree:\n  top: g{gates - 1}\n  gates:\n{''.join(lines)}"
    return files_of(f"# pir.yaml\nfactors:\n{factors(gates)}actions: []\n{top}")


def raw(text: str) -> dict[str, str]:
    """An incident whose file goes on with a text."""
    return files_of("") | {INCIDENT: files_of("")[INCIDENT] + text}


def review(text: str) -> dict[str, str]:
    """A review that has these keys."""
    return files_of(f"# pir.yaml\n{text}")


def names(start: str, count: int) -> str:
    """Many names that begin with the same letters, as entries of a list."""
    return ", ".join(f"{start}{number}" for number in range(count))


def factors(count: int) -> str:
    """Many factors, f0 first."""
    return "".join(f"  f{number}: {{text: Fault f{number}, category: code}}\n" for number in range(count))


def because(depth: int) -> str:
    """Answers, each the reason of two more, so deep."""
    inner = f", because: {because(depth - 1)}" if depth else ""
    return f"[{{answer: x{inner}}}, {{answer: y}}]"


BOMBS: Mapping[str, dict[str, str]] = {
    "opening brackets": fields("["),
    "opening pictures": fields("!["),
    "opening tags": fields("<a "),
    "links in brackets": fields("[a](<b "),
    "definitions": fields("[a0]: <http://x\n"),
    "emphasis": fields("*a _b "),
    "stars": fields("*a**"),
    "backticks, growing": fields(" ".join("`" * number for number in range(1, 190)) + " "),
    "quotations": fields("> " * 200 + "x\n"),
    "lists, nested": fields("\n".join(" " * 2 * number + "- x" for number in range(90)) + "\n\n"),
    "a wide table": fields(f"|{'a|' * 800}\n|{'-|' * 800}\n{'|' * 800}\n" + "|\n" * 1000),
    "a long table": fields("|a|b|\n|-|-|\n" + "|x|y|\n" * 3000),
    "entities": fields("&#0;&amp"),
    "autolinks": fields("http://x "),
    "links that lead nowhere": fields("[a]: b\n[a]\n"),
    "fewer links that lead nowhere": review(f"lessons:\n  - |\n{'    [a](b)' * 1_900}\n"),
    "ids of incidents": fields(f"{FOLDER} "),
    "escapes in quotes": {**files_of(""), REVIEW: 'status: draft\nsummary: "' + "\\n" * 120_000 + '"\n'},
    "unknown keys": raw("".join(f"key-{number}: v\n" for number in range(15_000))),
    "billion laughs": raw(
        "a0: &a0 [x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    ),
    "nested a hundred thousand deep": raw("x: " + "[" * 100_000 + "\n"),
    "a file of 2 MB": raw("# " + "x" * 2_000_000 + "\n"),
    "many documents": raw("---\n" * 60_000),
    "tags that run code": raw("x: !!python/object/apply:os.system [exit]\n"),
    "a service of 260 letters": files_of(f"services: [{'w' * 260}]"),
    "6,000 events": files_of("timeline:\n" + "  - {at: 2026-01-05T09:10Z, text: x}\n" * 6_000),
    "400 shared gates": tree(400),
    "1,000 shared gates": tree(1000),
    "many services": files_of(f"services: [{names('service', 9_000)}]"),
    "many tags": files_of(f"tags: [{names('tag', 9_000)}]"),
    "many aliases": files_of(f"aliases: [{names('2025-01-01-x', 9_000)}]"),
    "many events out of order": files_of(
        "timeline:\n" + "".join(f"  - {{at: 2026-01-05T09:{at % 60:02}Z, text: x}}\n" for at in range(3_500))
    ),
    "many entries of evidence": files_of(
        "timeline: [{at: 2026-01-05T09:10Z, text: x, evidence: ["
        + "{kind: log, url: 'http://x'}, " * 3_000
        + "]}]"
    ),
    "many links": files_of("links:\n" + "  - {title: x, url: 'https://e.example'}\n" * 3_500),
    "many lessons": review("lessons:\n" + "".join(f"  - lesson {at}\n" for at in range(9_000))),
    "many factors": review(f"factors:\n{factors(1_900)}actions: []\n"),
    "many actions": review(
        f"factors:\n{factors(2)}actions:\n"
        + "".join(f"  - {{id: a{at}, what: Test {at}, owner: team-{at}}}\n" for at in range(3_000))
    ),
    "many answers": review(
        f"factors:\n{factors(2)}actions: []\nfive_whys:\n  problem: x\n  because:\n"
        + "".join(f"    - {{answer: a{at}}}\n" for at in range(6_000))
    ),
    "answers in answers": review(
        f"factors:\n{factors(2)}actions: []\nfive_whys:\n  problem: x\n  because: {because(12)}\n"
    ),
    "gates in gates": review(
        f"factors:\n{factors(2)}actions: []\nfault_tree:\n  top: g0\n  gates:\n"
        + "".join(f"    g{at}: {{title: x, any: [g{at + 1}, f0]}}\n" for at in range(1_500))
        + "    g1500: {title: x, any: [f0, f1]}\n"
    ),
    "half of many": review(
        f"factors:\n{factors(900)}actions: []\nfault_tree:\n  top: g\n  gates:\n"
        f"    g: {{title: x, atleast: 450, of: [{names('f', 900)}]}}\n"
    ),
    "half of two hundred": review(
        f"factors:\n{factors(200)}actions: []\nfault_tree:\n  top: g\n  gates:\n"
        f"    g: {{title: x, atleast: 100, of: [{names('f', 200)}]}}\n"
    ),
    "all of many pairs": review(
        f"factors:\n{factors(300)}actions: []\nfault_tree:\n  top: g\n  gates:\n"
        f"    g: {{title: x, all: [{names('p', 150)}]}}\n"
        + "".join(f"    p{at}: {{title: x, any: [f{2 * at}, f{2 * at + 1}]}}\n" for at in range(150))
    ),
    "a huge number": review(
        f"factors:\n{factors(3)}actions: []\nfault_tree:\n  top: g\n  gates:\n"
        f"    g: {{title: x, atleast: {'9' * 5_000}, of: [f0, f1, f2]}}\n"
    ),
    "a number of many digits": review(
        "factors:\n" + factors(2).replace("code}", "code, probability: 0." + "1" * 9_000 + "}", 1)
    ),
    "the first and the last year": files_of(
        "timeline:\n  - {at: 0001-01-01T00:00+14:00, text: x}\n  - {at: 9999-12-31T23:59-14:00, text: x}\n"
    ),
    "the first and the last year that there are": files_of(
        "timeline:\n  - {at: 1900-01-01, marks: [started], text: x}\n"
        "  - {at: 2999-12-31, marks: [resolved], text: x}\n"
    ),
    "many waivers": raw("".join(f"# pirgen: allow PIR209 because x{at}\n" for at in range(6_000))),
    "many anchors": raw(f"x: [{', '.join(f'&a{at} x' for at in range(9_000))}]\n"),
    "many aliases of YAML": raw(f"x: &a x\ny: [{', '.join(['*a'] * 9_000)}]\n"),
    "a line of 240,000 letters": raw(f"x: {'y ' * 120_000}\n"),
    "NUL": raw("\0" * 200_000),
    "a word of 19,900 letters": fields("w"),
    "a title of 19,000 letters": files_of("title: " + "w" * 19_000),
    "an event of 18,000 letters": files_of(
        "timeline: [{at: 2026-01-05T09:10Z, marks: [started, resolved], text: " + "w " * 9_000 + "}]"
    ),
    "letters with many marks": fields("e" + "\u0301" * 50),
    "letters from right to left": fields("\u0639 "),
    "names": fields("@ada.lovelace "),
    "addresses with passwords": fields("https://user:pass@10.0.0.1/x "),
    "digits": fields("1"),
    "half of an address": fields("a@"),
    "many terms": {
        **review("lessons:\n" + f"  - {('term1 a term2 ' * 1_400)[:19_000]}\n" * 11),
        "vocabularies.yaml": "glossary:\n"
        + "".join(f"  - {{id: term{at}, title: term{at}, description: x}}\n" for at in range(2_800)),
    },
    "many categories": {
        **files_of(""),
        "vocabularies.yaml": "categories:\n"
        + "".join(f"  - {{id: c{at}, title: x{at}, description: x}}\n" for at in range(2_800)),
    },
    "a tag of 260 bytes": files_of(f"tags: ['{chr(0x6F22) * 87}']"),
}
