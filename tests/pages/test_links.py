import pytest

from pirgen.pages.links import address, relative, shown, web


@pytest.mark.parametrize(
    ("page", "target", "with_folders", "with_files"),
    [
        ("index.md", "actions.md#action-x", "actions/#action-x", "actions.html#action-x"),
        ("actions.md", "incidents/a.md", "../incidents/a/", "incidents/a.html"),
        ("incidents/a.md", "incidents/b.md", "../b/", "b.html"),
        ("incidents/a.md", "incidents/index.md", "../", "index.html"),
        ("incidents/index.md", "incidents/a.md", "a/", "a.html"),
        ("incidents/a.md", "index.md", "../../", "../index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("incidents/a.md", "incidents/a.md#x", "#x", "#x"),
        ("incidents/a.md", "incidents/a/graph.png", "graph.png", "a/graph.png"),
    ],
)
def test_links_lead_from_page_to_page(page: str, target: str, with_folders: str, with_files: str) -> None:
    assert relative(page, target, True) == with_folders
    assert relative(page, target, False) == with_files


def test_pages_have_addresses() -> None:
    assert [address(path, True) for path in ("index.md", "incidents/index.md", "a.md")] == [
        "",
        "incidents/",
        "a/",
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://a.b", "https://a b", "//a.b", "jav\tascript:x"]
)
def test_only_the_web_is_linked_to(url: str) -> None:
    assert web(url) == ""


def test_web_and_mail_addresses_stay() -> None:
    assert web("https://a.b/c?d#e") == "https://a.b/c?d#e"
    assert web("mailto:a@b.c") == "mailto:a@b.c"


def test_addresses_are_shown_short() -> None:
    assert shown("https://www.example.org/a/b/?q=1#c") == "example.org/a/b"
