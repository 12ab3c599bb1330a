import pytest

from pirgen.wording.file_sizes import file_size, file_type


@pytest.mark.parametrize(
    ("count", "words"),
    [
        *((0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9_949, "9.9 kB"), (31_234, "31 kB")),
        *((999_499, "999 kB"), (999_500, "1.0 MB"), (5_000_000_000, "5.0 GB"), (5_000_000_000_000, "5,000 GB")),
    ],
)
def test_a_size_has_the_unit_that_keeps_it_short(count: int, words: str) -> None:
    assert file_size(count) == words


def test_a_type_is_what_the_name_ends_with() -> None:
    assert [file_type(name) for name in ("a.log", "b.c.CSV", "d.jpg", "e.txt")] == [
        "log",
        "CSV",
        "JPEG",
        "text",
    ]
