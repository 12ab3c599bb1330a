import pytest

from pirgen.diagrams.svg.gate import UnsafeSvgError, checked


@pytest.mark.parametrize(
    "svg",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>",
        '<image href="x"/>',
        '<g class="node" onclick="alert(1)">',
        '<g onclick="alert(1)" class="node">',
        "<g class='node'>",
        '<path d="M0 0" style="fill:url(x)" />',
        '<path d="M0 0;alert(1)" />',
        '<rect x="1" y="1" width="1em" height="1" />',
        "<foreignObject>",
        '<g id="x">',
        '<g class="a&quot;">',
        '<a role="link" xlink:href="javascript:alert(1)">',
        '<a role="link" xlink:href="java&#9;script:alert(1)">',
        '<a role="link" xlink:href="//evil.example">',
        '<a role="link" xlink:href="data:text/html,x">',
        '<a role="link" xlink:href="#x" onclick="alert(1)">',
        '<a href="#x">',
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?xml version='1.0'?>",
        "<!DOCTYPE svg>",
        "<g",
        "a > b",
    ],
)
def test_whatever_is_not_on_the_list_is_refused(svg: str) -> None:
    with pytest.raises(UnsafeSvgError):
        checked(f'<g class="x">text{svg}</g>')


def test_what_is_refused_is_shown() -> None:
    with pytest.raises(UnsafeSvgError, match="a drawing holds '<script>'"):
        checked('<g class="x"><script>')


def test_what_is_on_the_list_passes() -> None:
    text = '<text x="-1.5" y="2" font-size="12">onclick="1"</text>'
    svg = f'<g class="x y-z"><a role="link" xlink:href="#x">{text}</a></g>'
    assert checked(svg) == svg
