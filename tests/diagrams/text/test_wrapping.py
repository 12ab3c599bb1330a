import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirgen.diagrams.text.metrics import most_advance, points, text_width
from pirgen.diagrams.text.wrapping import wrap, wrap_evenly


def test_width_follows_helvetica() -> None:
    assert text_width("Hello", 10) == pytest.approx((722 + 556 + 222 + 222 + 556) / 100 * 1.03)


def test_bold_is_wider() -> None:
    assert text_width("detected", 12, bold=True) > text_width("detected", 12)


def test_accents_do_not_widen() -> None:
    assert text_width("é", 10) == text_width("e", 10)


def test_wide_letters_take_a_whole_em() -> None:
    assert text_width("障害", 10) == pytest.approx(2 * 10 * 1.03)


def test_lines_break_at_spaces() -> None:
    assert wrap("the release is rolled back", 80, 12) == ("the release is", "rolled back")


def test_long_paths_break_after_their_own_marks() -> None:
    assert wrap("/var/lib/postgresql/data", 80, 12) == ("/var/lib/", "postgresql/", "data")


def test_long_words_break_anywhere_rather_than_stick_out() -> None:
    lines = wrap("w" * 40, 60, 12)
    assert "".join(lines) == "w" * 40
    assert all(text_width(line, 12) <= 60 for line in lines)


def test_more_lines_than_wanted_end_in_an_ellipsis() -> None:
    assert wrap("the release is rolled back, and all is well", 80, 12, most=2) == (
        "the release is",
        "rolled back…",
    )


def test_one_line_that_fits_is_left_alone() -> None:
    assert wrap("short", 80, 12, most=1) == ("short",)


def test_even_lines_leave_no_word_alone() -> None:
    assert wrap("the reach of the change was judged smaller than it was", 156, 12.5)[-1] == "was"
    assert wrap_evenly("the reach of the change was judged smaller than it was", 156, 12.5) == (
        "the reach of the",
        "change was judged",
        "smaller than it was",
    )


@given(st.text(max_size=120), st.floats(30, 300))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 13)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 13) <= width for line in lines)


@given(st.text(max_size=120), st.floats(30, 300))
def test_even_lines_are_as_few(text: str, width: float) -> None:
    assert len(wrap_evenly(text, width, 13)) == len(wrap(text, width, 13))


def test_long_names_break_before_their_capitals() -> None:
    assert wrap("PaymentGatewayConnectionPoolExhausted", 120, 12) == (
        "PaymentGateway",
        "ConnectionPool",
        "Exhausted",
    )
    assert wrap("HTTPServerÉtatError", 70, 12) == ("HTTPServer", "ÉtatError")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("key=value&other=thing", ("key=value&", "other=thing")),
        ("first,second;third|fourth", ("first,second;", "third|fourth")),
        ("user@example.com(support)", ("user@", "example.", "com(support)")),
        ("C:\\Program\\Data\\log.txt", ("C:\\Program\\", "Data\\log.txt")),
    ],
)
def test_long_words_break_after_marks(word: str, lines: tuple[str, ...]) -> None:
    assert wrap(word, 78, 12) == lines


def test_chinese_and_japanese_break_between_letters_but_not_before_a_mark() -> None:
    assert wrap("接続が枯渇し、注文が失敗した。", 76, 12) == ("接続が枯渇", "し、注文が失", "敗した。")
    assert wrap("値は「高い」でした", 51, 12) == ("値は「高", "い」でし", "た")
    assert wrap("値は「高い」でした", 40, 12)[:2] == ("値は", "「高")
    assert wrap("これは PaymentService です", 135, 12) == ("これは PaymentService", "です")
    assert wrap("これはPaymentServiceです", 80, 12) == ("これは", "Payment", "Serviceです")


def test_a_sign_of_several_letters_is_never_broken() -> None:
    family = "👩\u200d👩\u200d👧\u200d👦"
    assert set(wrap(family * 9, 40, 12)) == {family * 3}
    assert all(len(line) % 2 == 0 for line in wrap("e\u0301" * 30, 40, 12))


@pytest.mark.parametrize("width", [0, 1, 37.5, 100, 152.25, 760])
@pytest.mark.parametrize("size", [11, 12.5, 14])
def test_the_largest_advance_that_fits_is_found(width: float, size: float) -> None:
    most = most_advance(width, size)
    assert points(most, size) <= width < points(most + 1, size)
