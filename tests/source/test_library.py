from pathlib import Path

from pirgen.rules.examples import FOLDER, files_of
from pirgen.source import Folder, read_folder, read_library
from tests.conftest import written


def findings(folder: Path) -> list[tuple[str, str, str]]:
    diagnostics = read_library(read_folder(folder)).diagnostics
    return [(found.place.file, found.code, found.near) for found in diagnostics]


def test_a_folder_without_an_id_is_reported(tmp_path: Path) -> None:
    written(tmp_path, {"checkout/incident.yaml": "title: x\n", "2026-02-30-x/incident.yaml": "title: x\n"})
    assert findings(tmp_path) == [
        ("2026-02-30-x/incident.yaml", "PIR014", ""),
        ("checkout/incident.yaml", "PIR014", ""),
    ]


def test_a_misnamed_file_is_offered_its_name(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/pri.yaml": "status: draft\n", "vocabulary.yaml": ""})
    assert findings(tmp_path) == [
        (f"{FOLDER}/pri.yaml", "PIR014", "pir.yaml"),
        ("vocabulary.yaml", "PIR014", "vocabularies.yaml"),
    ]


def test_an_empty_file_is_reported_once(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/pir.yaml": "# nothing yet\n"})
    assert findings(tmp_path) == [(f"{FOLDER}/pir.yaml", "PIR004", "")]


def test_a_list_in_place_of_the_mapping_is_reported(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/pir.yaml": "- status: draft\n"})
    assert findings(tmp_path) == [(f"{FOLDER}/pir.yaml", "PIR103", "")]


def test_a_symbolic_link_is_reported_and_not_followed(tmp_path: Path) -> None:
    written(tmp_path, files_of(""))
    (tmp_path / FOLDER / "pir.yaml").unlink()
    (tmp_path / FOLDER / "pir.yaml").symlink_to("incident.yaml")
    assert findings(tmp_path) == [(f"{FOLDER}/pir.yaml", "PIR015", "")]


def test_other_files_are_attachments(tmp_path: Path) -> None:
    written(tmp_path, files_of("") | {f"{FOLDER}/graphs/load.csv": "x", f"{FOLDER}/.hidden": "x"})
    library = read_library(read_folder(tmp_path))
    assert library.book.attachments == {f"{FOLDER}/graphs/load.csv"}
    assert library.diagnostics == ()


def test_a_site_may_set_its_own_words(tmp_path: Path) -> None:
    words = "services: [{id: checkout}]\ncategories: [{id: weather, description: It rained}]\n"
    written(tmp_path, files_of("services: [chekout]") | {"vocabularies.yaml": words})
    assert findings(tmp_path)[0] == (f"{FOLDER}/incident.yaml", "PIR105", "checkout")
    assert [term.id for term in read_library(read_folder(tmp_path)).book.vocabulary.categories] == ["weather"]


def test_a_file_that_is_known_as_it_is_is_not_read_again() -> None:
    before = read_library(Folder(("2026-01-05-a", "2026-01-06-b"), _FILES))
    changed = {"2026-01-06-b/incident.yaml": b"title: Changed\n"}
    after = read_library(Folder(("2026-01-05-a", "2026-01-06-b"), _FILES | changed), before)
    assert after.files["2026-01-05-a/incident.yaml"] is before.files["2026-01-05-a/incident.yaml"]
    assert after.book.incidents[1].title == "Changed"
    assert (
        after.diagnostics
        == read_library(Folder(("2026-01-05-a", "2026-01-06-b"), _FILES | changed)).diagnostics
    )


def test_under_other_words_every_file_is_read_again() -> None:
    before = read_library(Folder(("2026-01-05-a",), _FILES))
    words = {"vocabularies.yaml": b"services: [{id: search, title: Search}]\n"}
    after = read_library(Folder(("2026-01-05-a",), _FILES | words), before)
    assert [found.code for found in after.diagnostics].count("PIR105") == 1
    assert "PIR105" not in [found.code for found in before.diagnostics]


_INCIDENT = b"title: Checkout failed\nseverity: SEV-2\nstatus: resolved\nservices: [checkout]\n"
_FILES = {"2026-01-05-a/incident.yaml": _INCIDENT, "2026-01-06-b/incident.yaml": _INCIDENT}
