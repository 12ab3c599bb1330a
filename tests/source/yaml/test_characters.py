import pytest

from pirgen.source.yaml.characters import MOST_BYTES, text_of


def place_and_message(content: bytes) -> tuple[int, int, str]:
    _, (problem,) = text_of(content, "x.yaml")
    return problem.place.span.line, problem.place.span.column, problem.message


def test_latin_1_is_reported_at_the_byte_with_the_letter_it_probably_was() -> None:
    text, (problem,) = text_of("title: ok\nnote: Größe\n".encode("latin-1"), "x.yaml")
    assert text is None
    assert (problem.place.span.line, problem.place.span.column) == (2, 9)
    assert problem.message == "byte 0xF6 is not UTF-8"
    assert "'ö'" in problem.hint


def test_columns_count_letters_and_not_bytes() -> None:
    assert place_and_message("note: äöü ".encode() + b"\xff")[:2] == (1, 11)


def test_a_byte_order_mark_is_no_problem() -> None:
    text, problems = text_of(b"\xef\xbb\xbftitle: ok\n", "x.yaml")
    assert text is not None
    assert (text.text, problems) == ("title: ok\n", ())


def test_windows_line_ends_are_no_problem_and_a_lone_carriage_return_is() -> None:
    assert text_of(b"a: 1\r\nb: 2\r\n", "x.yaml")[1] == ()
    assert place_and_message(b"a: 1\rb: 2\n") == (1, 5, "U+000D carriage return here")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-16", "file is UTF-16"),
        ("utf-16-le", "file is UTF-16 without a byte order mark"),
        ("utf-16-be", "file is UTF-16 without a byte order mark"),
        ("utf-32", "file is UTF-32"),
    ],
)
def test_wide_encodings_are_named(encoding: str, said: str) -> None:
    assert place_and_message("title: ok\n".encode(encoding)) == (1, 1, said)


@pytest.mark.parametrize(
    ("byte", "said"),
    [
        (b"\x93", "as Windows-1252 this byte would be '“'"),
        (b"\xe9", "as Windows-1252 or Latin-1 this byte would be 'é'"),
        (b"\x81", "no common Western encoding has this byte"),
    ],
)
def test_the_likely_code_page_is_named(byte: bytes, said: str) -> None:
    _, (problem,) = text_of(b"title: x\nnote: " + byte + b"x", "x.yaml")
    assert (problem.place.span.line, problem.place.span.column) == (2, 7)
    assert problem.hint == f"save the file as UTF-8; {said}"


def test_a_run_of_odd_spaces_is_one_finding_and_many_runs_end_in_a_sum() -> None:
    _, problems = text_of(("a:\n" + "\xa0\xa0b: 1\n" * 30).encode(), "x.yaml")
    assert len(problems) == 20
    assert problems[0].message == "U+00A0 no-break space here, 2 times"
    assert problems[-1].message == "U+00A0 no-break space here, 2 times; and 10 more places"


@pytest.mark.parametrize("text", ["a\u200db", "السلام\u200cعليكم", "10\u202f%", "注文\u3000失敗", "\u200eabc"])
def test_signs_and_spaces_that_scripts_and_typography_need_are_no_problem(text: str) -> None:
    assert text_of(f"title: {text}\n".encode(), "x.yaml")[1] == ()


def test_letters_that_change_direction_are_reported() -> None:
    assert place_and_message("a: \u202eevil\n".encode()) == (1, 4, "U+202E right-to-left override here")


def test_a_file_beyond_the_limit_is_not_read() -> None:
    text, (problem,) = text_of(b"x" * (MOST_BYTES + 1), "x.yaml")
    assert text is None
    assert problem.code == "PIR003"


def test_a_symbolic_link_is_not_followed() -> None:
    text, (problem,) = text_of(None, "x.yaml")
    assert text is None
    assert problem.code == "PIR015"
