from pirgen.model import Term
from pirgen.pages.term_links import TermLinker

GLOSSARY = TermLinker([Term("pod", "pod"), Term("waf", "WAF"), Term("vault", "Vault"), Term("rd", "R&D")])


def words(text: str) -> list[str]:
    return [term.title for term in GLOSSARY.used_in(text)]


def linked(html: str) -> str:
    return GLOSSARY.linked(html, GLOSSARY.used_in(html))


def test_a_term_in_lower_case_is_found_in_any_case_and_plural() -> None:
    assert words("Pods and a pod") == ["pod"]
    assert words("podium, tripod, pod-like") == []


def test_a_term_with_capitals_is_found_as_it_is() -> None:
    assert words("the WAF and a vault and waffles") == ["WAF"]


def test_only_the_first_use_is_linked() -> None:
    assert linked("<p>A pod, two Pods</p>") == (
        '<p>A <a class="pirgen-term" href="#word-pod">pod</a>, two Pods</p>'
    )


def test_links_headings_code_and_pairs_are_left_alone() -> None:
    for html in (
        '<a href="#">pod</a>',
        "<h2>pod</h2>",
        "<p><code>pod</code></p>",
        "<dl><dt>x</dt><dd>pod</dd></dl>",
        '<p title="pod">x</p>',
    ):
        assert linked(html) == html
    assert linked("<h2>pod</h2><p>pod</p>").endswith('<p><a class="pirgen-term" href="#word-pod">pod</a></p>')


def test_escaped_text_is_found_as_it_stands_on_the_page() -> None:
    assert linked("<p>our R&amp;D</p>") == '<p>our <a class="pirgen-term" href="#word-rd">R&amp;D</a></p>'


def test_a_site_without_a_glossary_links_nothing() -> None:
    assert TermLinker(()).used_in("pod") == ()
    assert TermLinker(()).linked("<p>pod</p>", ()) == "<p>pod</p>"
