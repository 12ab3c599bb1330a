from pirgen.source.characters import MOST_BYTES, text_of


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


def test_utf_16_is_named() -> None:
    assert place_and_message("title: ok".encode("utf-16")) == (1, 1, "file is UTF-16")


def test_a_byte_order_mark_is_no_problem() -> None:
    assert text_of(b"\xef\xbb\xbftitle: ok\n", "x.yaml") == ("title: ok\n", ())


def test_windows_line_ends_are_no_problem_and_a_lone_carriage_return_is() -> None:
    assert text_of(b"a: 1\r\nb: 2\r\n", "x.yaml")[1] == ()
    assert place_and_message(b"a: 1\rb: 2\n") == (1, 5, "U+000D control character stands here")


def test_letters_that_change_direction_are_reported() -> None:
    assert place_and_message("a: \u202eevil\n".encode()) == (1, 4, "U+202E right-to-left override stands here")


def test_a_file_beyond_the_limit_is_not_read() -> None:
    text, (problem,) = text_of(b"x" * (MOST_BYTES + 1), "x.yaml")
    assert text is None
    assert problem.code == "PIR003"


def test_a_symbolic_link_is_not_followed() -> None:
    text, (problem,) = text_of(None, "x.yaml")
    assert text is None
    assert problem.code == "PIR015"
