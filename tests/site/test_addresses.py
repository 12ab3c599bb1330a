"""Addresses that were published stay: aliases lead on, and a site is compared with its former list."""

from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import written
from tests.site.conftest import CONFIG, built

ALIAS = "2026-01-05-tills-silent"


def a_site(folder: Path, more: str = "", example: str = "") -> tuple[Path, list[str]]:
    config = CONFIG.replace("pirgen]", "pirgen: {published_urls: old.txt}]" if more == "old" else "pirgen]")
    extra = more if more != "old" else ""
    incidents = {f"incidents/{name}": text for name, text in files_of(example).items()}
    return built(written(folder, {"mkdocs.yml": f"{config}{extra}", "docs/guide.md": "# Guide\n"} | incidents))


@pytest.mark.parametrize(
    ("urls", "former", "target"),
    [
        ("use_directory_urls: true\n", f"incidents/{ALIAS}/index.html", f"../{FOLDER}/"),
        ("use_directory_urls: false\n", f"incidents/{ALIAS}.html", f"{FOLDER}.html"),
    ],
)
def test_a_former_address_leads_to_the_page(urls: str, former: str, target: str, tmp_path: Path) -> None:
    more = f"site_url: https://reviews.example.org/\n{urls}"
    site, warnings = a_site(tmp_path, more, f"title: A <b>& 'c'\naliases: [{ALIAS}]")
    page = (site / former).read_text()
    assert warnings == []
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<a href="{target}">A &lt;b&gt;&amp; &#x27;c&#x27;</a>' in page
    canonical = f"https://reviews.example.org/incidents/{target.removeprefix('../')}"
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert ALIAS not in (site / "sitemap.xml").read_text()
    naming = {path.name for path in site.rglob("*") if path.is_file() and ALIAS.encode() in path.read_bytes()}
    assert naming <= {"urls.txt", f"{FOLDER}.json"}
    listed = (site / "urls.txt").read_text().splitlines()
    assert listed == sorted(set(listed))
    assert f"/{former.removesuffix('index.html')}" in listed


def test_a_public_site_has_no_former_address_of_an_internal_incident(tmp_path: Path) -> None:
    public = (
        f"audience: public\n# pir.yaml\naudience: public\n# 2026-01-06-other/incident.yaml\naliases: [{ALIAS}]"
    )
    config = CONFIG.replace("pirgen]", "pirgen: {audience: public}]")
    files = {f"incidents/{name}": text for name, text in files_of(public).items()}
    site, _ = built(written(tmp_path, {"mkdocs.yml": config, "docs/guide.md": "# Guide\n"} | files))
    assert not list(site.rglob(f"*{ALIAS}*"))
    assert "other" not in (site / "urls.txt").read_text()


def test_every_lost_address_is_named_with_its_cure(tmp_path: Path) -> None:
    former = ["/", "/guide/", f"/incidents/{ALIAS}/", "/incidents/2019-01-01-gone/", "/tags/old/", "", "# note"]
    written(tmp_path, {"old.txt": "\n".join(former)})
    site, warnings = a_site(tmp_path, "old")
    assert site.is_dir()
    lost = "of the published site is lost"
    assert warnings == [
        f"pirgen: '/incidents/{ALIAS}/' {lost}; "
        f"write 'aliases: [{ALIAS}]' into incidents/{FOLDER}/incident.yaml",
        f"pirgen: '/incidents/2019-01-01-gone/' {lost}; "
        "write 'aliases: [2019-01-01-gone]' into the incident.yaml of what it has become",
        f"pirgen: '/tags/old/' {lost}",
    ]


def test_an_alias_cures_it(tmp_path: Path) -> None:
    written(tmp_path, {"old.txt": f"/incidents/{ALIAS}/\n"})
    assert a_site(tmp_path, "old", f"aliases: [{ALIAS}]")[1] == []


def test_many_lost_addresses_are_counted(tmp_path: Path) -> None:
    written(tmp_path, {"old.txt": "".join(f"/x/{number}/\n" for number in range(30))})
    warnings = a_site(tmp_path, "old")[1]
    assert len(warnings) == 21
    assert warnings[-1] == "pirgen: and 10 more addresses of the published site are lost"
