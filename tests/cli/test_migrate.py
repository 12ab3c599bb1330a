from pathlib import Path

from pirgen.migrating import KeyRenamed, Migration, migrate
from pirgen.rules.examples import files_of
from pirgen.source.folder import folder_of_blobs
from tests.cli.test_check import run
from tests.conftest import written

STEPS = (
    Migration(2, (KeyRenamed("pir.yaml", ("factors", "*"), "category", "kind_of"),)),
    Migration(3, (KeyRenamed("pir.yaml", ("factors", "*"), "kind_of", "class"),
                  KeyRenamed("incident.yaml", ("timeline", "*"), "text", "what"))),
)  # fmt: skip

REVIEW = """\
# category: a comment stays
factors:
  no-test: {text: 'category: x',   category: testing} # here too
  other:
    "category" : data

    text: x
"""


def test_keys_are_renamed_in_place_and_nothing_else() -> None:
    blobs = {
        "a/pir.yaml": b"\xef\xbb\xbf" + REVIEW.encode(),
        "a/incident.yaml": b"timeline:\r\n- {text: x}\r\n",
    }
    done = migrate(folder_of_blobs(blobs, blobs), STEPS)
    assert done.left == ()
    assert done.after == {
        "a/pir.yaml": "\ufeff"
        + REVIEW.replace(",   category: testing", ",   class: testing").replace('"category"', "class"),
        "a/incident.yaml": "timeline:\r\n- {what: x}\r\n",
    }
    again = {name: text.encode() for name, text in done.after.items()}
    assert migrate(folder_of_blobs(again, again), STEPS).after == {}


def test_what_cannot_be_said_in_the_new_form_is_left_and_named() -> None:
    both = "factors:\n  a:\n    category: x\n    kind_of: y\n"
    blobs = {"a/pir.yaml": both.encode(), "b/pir.yaml": b"\xff"}
    done = migrate(folder_of_blobs(blobs, blobs), STEPS)
    assert done.after == {}
    assert done.left == (
        "a/pir.yaml: has both 'category' and 'kind_of' in line 4",
        "b/pir.yaml: is not UTF-8",
    )


def test_there_is_nothing_to_migrate_yet(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    result = run("migrate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "nothing to migrate: version 1 of the form is the newest, and no file has a key of an older one\n"
    )
    assert run("migrate", "nowhere").exit_code == 2
