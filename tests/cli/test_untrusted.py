"""A checkout in which everything that can run or read carries a canary, built with ``--untrusted``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from pirgen.cli.shared.untrusted import safe_configuration
from pirgen.errors import PirgenError
from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import written

RAN = "CANARY-RAN"
READ = "CANARY-READ"
_TOUCH = f"import pathlib; pathlib.Path('{RAN}').write_text('x')\n"

HOSTILE = """\
INHERIT: secret/base.yml
site_name: Ours
site_url: !ENV [SECRET_TOKEN, https://example.org/]
site_description: !ENV SECRET_TOKEN
copyright: !!python/object/apply:os.getcwd []
site_dir: ../elsewhere
hooks: [hook.py]
extra_templates: [page.html]
watch: [.]
edit_uri_template: '{path.__class__}'
theme:
  name: material
  custom_dir: overrides
  static_templates: [page.html]
  features: [navigation.tabs]
plugins:
  - search: {pipeline: [trimmer]}
  - macros
  - pirgen: {templates_dir: mine, sandboxed: false}
markdown_extensions:
  - canary
  - admonition
  - pymdownx.snippets: {base_path: ['.', '/']}
  - pymdownx.superfences:
      custom_fences:
        - {name: x, class: x, format: !!python/name:canary.run }
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      options: {custom_icons: [secret]}
  - toc: {permalink: true, slugify: !!python/object/apply:canary.run {}}
mdx_configs: {canary: {}}
"""

LEFT_OUT = [
    "'INHERIT'",
    "'copyright'",
    "'extra_templates'",
    "'hooks'",
    "'markdown_extensions.pymdownx.superfences.custom_fences.format'",
    "'markdown_extensions.toc.slugify'",
    "'mdx_configs'",
    "'options' of 'pymdownx.emoji'",
    "'pipeline' of plugin 'search'",
    "'sandboxed' of plugin 'pirgen'",
    "'site_description'",
    "'site_url'",
    "'templates_dir' of plugin 'pirgen'",
    "'theme.custom_dir'",
    "'theme.static_templates'",
    "'watch'",
    "'edit_uri_template'",
    "Markdown extension 'canary'",
    "Markdown extension 'pymdownx.snippets'",
    "plugin 'macros'",
]

FILES = {
    "mkdocs.yml": HOSTILE,
    "hook.py": f"{_TOUCH}def on_config(config):\n    {_TOUCH}",
    "main.py": _TOUCH,
    "canary.py": f"{_TOUCH}def run(*_, **__): ...\n",
    # a folder that Python starts in is where it looks for modules first
    **{f"{name}.py": _TOUCH for name in ("mkdocs", "click", "yaml", "jinja2", "sitecustomize", "pirgen")},
    "overrides/main.html": f"{RAN} {{{{ config }}}}",
    "mine/incident.html": f"{RAN} {{{{ ''.__class__.__mro__ }}}}",
    "mine/assets/extra.css": f"/* {RAN} */",
    "docs/index.md": '# Ours\n\n--8<-- "secret/token"\n\n--8<-- "/secret/token"\n\n{{ config }} :smile:\n',
    "docs/page.html": "{{ config.plugins }}",
    "secret/token": READ,
    "secret/base.yml": f"copyright: {READ}\n",
}


def checkout(folder: Path, files: dict[str, str]) -> Path:
    incidents = {f"incidents/{name}": text for name, text in files_of("").items()}
    return written(folder, incidents | files)


def built(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["build", "--untrusted", *options])
    return result.exit_code, result.output


@pytest.mark.site
@pytest.mark.graphviz
def test_no_canary_runs_and_none_is_read(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", f"https://{READ}.example.org/")
    checkout(in_folder, FILES)
    code, output = built()
    assert code == 0, capfd.readouterr().err
    site = in_folder / "site"
    assert "Checkout failed for every order" in (site / "incidents/index.html").read_text(encoding="utf-8")
    assert not (in_folder / RAN).exists()
    assert not (in_folder.parent / "elsewhere").exists()
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert RAN.encode() not in content, path
            assert READ.encode() not in content, path
    assert sorted(output.strip().removeprefix("pirgen: --untrusted leaves out: ").split(", ")) == sorted(
        LEFT_OUT
    )


@pytest.mark.site
@pytest.mark.graphviz
def test_the_canaries_do_run_in_a_build_that_trusts_its_checkout(in_folder: Path) -> None:
    """The test above would notice: the same hook runs where nobody asked for the safe build."""
    checkout(in_folder, {"mkdocs.yml": "site_name: Ours\nplugins: [pirgen]\nhooks: [hook.py]\n"})
    written(in_folder, {"hook.py": FILES["hook.py"], "docs/index.md": "# Ours\n"})
    CliRunner().invoke(main, ["build"])
    assert (in_folder / RAN).exists()


LINKS = [
    *("docs/secret", "docs/a/b.md", "docs/.hidden", "docs", "incidents", "incidents/vocabularies.yaml"),
    *(f"incidents/{FOLDER}/notes.txt", f"incidents/{FOLDER}", "incidents/2026-01-06-other"),
]


@pytest.mark.parametrize("link", LINKS)
def test_symbolic_links_are_refused(in_folder: Path, link: str) -> None:
    checkout(in_folder, {"mkdocs.yml": "site_name: x\n", "docs/index.md": "# x\n", "secret/token": READ})
    path = in_folder / link
    if path.is_dir():
        path.rename(in_folder / "moved")
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(in_folder / "secret")
    code, output = built()
    assert code == 2
    assert f"'{link}' is a symbolic link, which --untrusted does not follow" in output
    assert not (in_folder / "site").exists()


REFUSED = {
    "docs_dir: ../outside\n": "'../outside' is not a folder within",
    "docs_dir: /etc\n": "'/etc' is not a folder within",
    "docs_dir: .\n": "'.' is not a folder within",
    "plugins: [{pirgen: {incidents_dir: ../../etc}}]\n": "'../../etc' is not a folder within",
    "a: &x [1]\nb: *x\n": "aliases such as *name are not read",
    "- a list\n": "expected keys such as site_name",
    "a: [\n": "cannot read 'mkdocs.yml': ",
    "[" * 5000: "cannot read 'mkdocs.yml': ",
    "x: " + "y" * 300_000: "too large",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_read_safely_is_refused(in_folder: Path, text: str) -> None:
    checkout(in_folder, {"mkdocs.yml": text, "docs/index.md": "# x\n"})
    with pytest.raises(PirgenError, match=re.escape(REFUSED[text])):
        safe_configuration(Path("mkdocs.yml"), Path("site"))


def test_a_site_whose_name_is_left_out_has_one_all_the_same(in_folder: Path) -> None:
    checkout(in_folder, {"docs/index.md": "# x\n"})
    safe = safe_configuration(*_paths(in_folder, "site_name: !ENV [SECRET_TOKEN, Ours]\n"))
    assert safe.left_out == ("'site_name'",)
    assert safe.values["site_name"] == "Incident reviews"


def test_plain_settings_are_taken_over(in_folder: Path) -> None:
    checkout(in_folder, {"docs/index.md": "# x\n"})
    own = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
    safe = safe_configuration(*_paths(in_folder, own))
    assert safe.left_out == ("'watch'", "'site_url'", "'templates_dir' of plugin 'pirgen'")
    assert "- Open paths: open-paths.md" in safe.text
    assert "navigation.tabs" in safe.text
    assert "pymdownx.superfences" in safe.text


def _paths(folder: Path, text: str) -> tuple[Path, Path]:
    written(folder, {"mkdocs.yml": text})
    return folder / "mkdocs.yml", folder / "site"
