import subprocess
import sys
from pathlib import Path

import pytest

from pirgen.rules.catalogue import EXPLANATIONS
from tests.cli.test_check import run


def test_an_error_is_explained_with_its_examples() -> None:
    assert run("explain", "PIR105").output == (
        "PIR105 Word outside the vocabulary (error)\n"
        "\n"
        "Lists and counts group by these words, so one meaning must have one spelling.\n"
        "\n"
        "Incorrect:\n"
        "\n"
        "    severity: sev2\n"
        "\n"
        "Correct:\n"
        "\n"
        "    severity: SEV-2\n"
    )


def test_a_warning_says_how_to_waive_it() -> None:
    assert run("explain", "PIR209").output.endswith(
        "if it is right as it is, say why at the end of the line or on the line before:\n"
        "\n"
        "    # pirgen: allow PIR209 because ...\n"
    )


def test_several_codes_are_explained_one_after_the_other() -> None:
    both = run("explain", "PIR105", "pir209").output
    assert both == run("explain", "PIR105").output + "\n" + run("explain", "PIR209").output


def test_a_character_that_cannot_be_seen_is_shown() -> None:
    assert "    title: Checkout\N{REPLACEMENT CHARACTER} failed\n" in run("explain", "PIR002").output


def test_every_code_is_explained_and_listed() -> None:
    listed = run("explain").output
    for code, explanation in EXPLANATIONS.items():
        assert f"  {code}  {explanation.level.value:<7}  {explanation.title}\n" in listed
        assert run("explain", code).output.startswith(
            f"{code} {explanation.title} ({explanation.level.value})\n"
        )
    assert listed.startswith("The file as YAML\n  PIR001  error    File is not UTF-8\n")


def test_an_unknown_code_is_a_usage_error_with_its_near_miss() -> None:
    result = run("explain", "PIR1055")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == "pirgen: there is no code 'PIR1055'; did you mean PIR105? 'pirgen explain' lists all\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_disk_that_is_full_is_said_in_a_line() -> None:
    command = [sys.executable, "-m", "pirgen", "explain"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "pirgen: no space left on device\n")
