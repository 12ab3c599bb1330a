from pirgen.wording.plurals import counted, listed, plural, upper_first


def test_numbers_of_things() -> None:
    assert [counted(count, "file") for count in (0, 1, 2, 2000)] == [
        "0 files",
        "1 file",
        "2 files",
        "2,000 files",
    ]
    assert counted(3, "near miss", "near misses") == "3 near misses"
    assert plural(1, "has", "have") == "has"


def test_lists_in_a_sentence() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listed(["a", "b"], "or") == "a or b"


def test_a_sentence_begins_with_a_capital_and_keeps_the_others() -> None:
    assert [upper_first(text) for text in ("SRE lead", "scribe", "")] == ["SRE lead", "Scribe", ""]
