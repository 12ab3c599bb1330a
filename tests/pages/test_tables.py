from pirgen.pages.tables import csv_text


def test_a_table_has_a_header_and_quotes_what_needs_it() -> None:
    assert csv_text(("a", "b"), [(1, 'say "no", twice'), (None, "x\ny")]) == (
        'a,b\n1,"say ""no"", twice"\n,"x\ny"\n'
    )


def test_no_text_becomes_a_formula() -> None:
    rows = [("=1+1",), ("-2",), ("@x",), ("\tx",), (-2,)]
    assert csv_text(("a",), rows) == "a\n'=1+1\n'-2\n'@x\n'\tx\n-2\n"
