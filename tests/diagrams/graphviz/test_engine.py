import multiprocessing
import os
import sys
import textwrap
from pathlib import Path

import pytest

from pirgen.diagrams.graphviz.engine import Engine, Failure

_FAKE = """
import os, struct, sys, time
while head := sys.stdin.buffer.read(4):
    dot = sys.stdin.buffer.read(struct.unpack("<I", head)[0]).decode()
    if dot == "crash":
        os._exit(3)
    if dot == "hang":
        time.sleep(60)
    answers = {"pid": str(os.getpid()), "names": " ".join(sorted(os.environ)), "files": str(os.listdir())}
    answer = answers.get(dot, dot.upper()).encode()
    sys.stdout.buffer.write(b"+" + struct.pack("<I", len(answer)) + answer)
    sys.stdout.buffer.flush()
"""


def fake(seconds: float = 10) -> Engine:
    """An engine whose process answers in capitals, hangs or crashes as told."""
    return Engine(seconds, (sys.executable, "-c", _FAKE))


def no_module(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.py").write_text(f'raise ImportError("No module named {name!r}")')


def test_graphs_are_answered_in_order() -> None:
    with fake() as engine:
        assert engine.lay_out(["a", "b"]) == ["A", "B"]


def test_a_crash_costs_one_drawing() -> None:
    with fake() as engine:
        assert engine.lay_out(["a", "crash", "b"]) == [
            "A",
            Failure("Graphviz crashed, perhaps for want of memory"),
            "B",
        ]


def test_a_graph_without_end_costs_one_drawing() -> None:
    with fake(seconds=0.5) as engine:
        assert engine.lay_out(["hang", "b"]) == [Failure("Graphviz took longer than 0.5 seconds"), "B"]


def test_the_process_ends_with_the_engine() -> None:
    with fake() as engine:
        pid = engine.lay_out(["pid"])[0]
    assert isinstance(pid, str)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_an_engine_may_be_closed_twice_and_used_again() -> None:
    engine = fake()
    engine.lay_out(["a"])
    engine.close()
    engine.close()
    assert engine.lay_out(["a"]) == ["A"]
    engine.close()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied there only")
def test_a_copy_of_the_process_has_a_graphviz_of_its_own(tmp_path: Path) -> None:
    with fake() as engine:
        own = engine.lay_out(["pid"])
        copy = multiprocessing.get_context("fork").Process(
            target=write_answers, args=(engine, tmp_path / "pid")
        )
        copy.start()
        copy.join()
        assert engine.lay_out(["pid", "a"]) == [*own, "A"]
    assert (tmp_path / "pid").read_text() not in ("", *own)


def write_answers(engine: Engine, file: Path) -> None:
    with engine:
        file.write_text(str(engine.lay_out(["pid"])[0]))


def test_the_process_sees_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", "secret")
    with fake() as engine:
        names, files = engine.lay_out(["names", "files"])
    assert isinstance(names, str)
    assert "TOKEN" not in names
    assert "SERVER_NAME" in names
    assert files == "[]"


def test_a_program_that_is_not_there_is_a_failure() -> None:
    with Engine(worker=("/nowhere/python",)) as engine:
        answer = engine.lay_out(["a"])[0]
    assert isinstance(answer, Failure)
    assert answer.reason.startswith("Graphviz's process does not start")


def test_without_graphviz_the_reason_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_module(tmp_path, "pygraphviz")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with Engine() as engine:
        assert engine.lay_out(["digraph {}"]) == [
            Failure(
                "Graphviz is not installed: run 'pip install pygraphviz', or install the 'dot' command", True
            )
        ]


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for dot is a script")
def test_without_pygraphviz_the_dot_command_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_module(tmp_path, "pygraphviz")
    command = tmp_path / "dot"
    command.write_text(
        f"#!{sys.executable}\n"
        + textwrap.dedent("""
        import sys
        print(*sys.argv[1:], sys.stdin.read().strip())
    """)
    )
    command.chmod(0o755)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with Engine() as engine:
        drawn = engine.lay_out(["digraph {}"])[0]
    assert drawn == "-Kdot -Tplain digraph {}\n"


@pytest.mark.graphviz
def test_graphviz_draws_and_reports_what_it_cannot_read() -> None:
    good = "digraph {a}"
    with Engine() as engine:
        first, bad, second = engine.lay_out([good, "digraph {", good])
    assert isinstance(first, str)
    assert "node a " in first
    assert isinstance(bad, Failure)
    assert bad.reason.startswith("Graphviz says: ")
    assert second == first
