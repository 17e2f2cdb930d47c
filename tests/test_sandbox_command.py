"""``agent sandbox``: one program, run as a run would, and told in words or as one document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from backend.command_line import run_command_line
from backend.sandbox import machine

pytestmark = pytest.mark.skipif(
    machine.choose(machine.examine()).level is None, reason="no sandbox on this machine"
)

ORDERS = "order_id,amount,note\n1,10,a\n2,-5,=1+1\n3,7.5,c\n"
ROWS = "def check(tables): return tables['orders'][tables['orders']['amount'] < 0]"


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Desk:
    """A workspace with a table, and programs to try on it."""

    def __init__(self, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.base = base / "workspace"
        (self.base / "data").mkdir(parents=True)
        (self.base / "data" / "orders.csv").write_text(ORDERS)
        self.program = base / "attempt 1.py"
        self._capsys = capsys

    def run(self, source: str, *words: str, tables: str = "orders") -> Ended:
        self.program.write_text(source)
        named = ["--tables", tables] if tables else []
        where = ["--base-dir", str(self.base)]
        code = run_command_line(["sandbox", str(self.program), *named, *where, *words])
        told = self._capsys.readouterr()
        return Ended(code, told.out, told.err)

    def document(self, source: str, *words: str, tables: str = "orders") -> dict[str, Any]:
        ended = self.run(source, "--json", *words, tables=tables)
        found: dict[str, Any] = json.loads(ended.out)
        assert (ended.code == 0) is (found["status"] == "ok")
        return found

    def files(self) -> list[str]:
        paths = self.base.rglob("*")
        return sorted(p.relative_to(self.base).as_posix() for p in paths if p.is_file())


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_rows_are_told_with_where_they_stand(desk: Desk) -> None:
    ended = desk.run("print('hello')\n" + ROWS)

    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:3] == [
        "status: ok",
        "returned: 1 of 3 orders rows",
        "  orders.csv:3  order_id=2, amount=-5.0, note==1+1",
    ]
    assert lines[3:5] == ["stdout:", "  hello"]
    assert lines[5].startswith("sandbox: ")
    assert desk.files() == ["data/orders.csv"]


def test_the_document_has_it_all(desk: Desk) -> None:
    document = desk.document("print('hello')\n" + ROWS)

    assert list(document) == [
        *("status", "reason", "tested", "rows", "stdout", "trace", "artifacts", "level"),
        *("backend", "seconds"),
    ]
    assert (document["rows"], document["tested"], document["stdout"]) == ([1], 3, "hello\n")
    assert document["level"] == machine.choose(machine.examine()).level


RETURNED = {
    "records": (
        "import pandas as pd\ndef check(tables): return pd.DataFrame({'n': [1]})",
        ("records", [{"n": 1}]),
    ),
    "a value": ("def check(tables): return {'tables': sorted(tables)}", ("value", {"tables": []})),
    "nothing": ("def check(tables): return None", ("value", None)),
}


@pytest.mark.parametrize(("source", "told"), RETURNED.values(), ids=RETURNED)
def test_a_program_needs_no_table(desk: Desk, source: str, told: tuple[str, Any]) -> None:
    document = desk.document(source, tables="")

    assert (document["status"], document[told[0]]) == ("ok", told[1])


def test_files_lie_where_it_says(desk: Desk) -> None:
    source = "def check(tables, artifacts):\n    (artifacts / 'a.txt').write_text('x')"
    document = desk.document(source)
    folder = Path(document["artifacts"]["folder"])

    assert folder.parent.parent == desk.base / "cached_mem" / "artifacts"
    assert (folder.name, document["artifacts"]["files"]) == ("attempt_1", ["a.txt"])
    assert (folder / "a.txt").read_text() == "x"


ENDS = {
    "a loop": ("while True: pass", "timeout", "stopped after 0.5 s (limit sandbox.wall_seconds)."),
    "a bomb": (
        "x = []\nwhile True: x.append(bytearray(10**7))",
        "memory",
        "needs more than 200 MiB of memory (limit sandbox.memory_mb).",
    ),
    "no check": ("print('ran')", "bad-result", "the program defines no function check(tables)."),
    "an error": ("1 / 0", "failed", "ZeroDivisionError: division by zero (line 1)."),
    "no Python": ("]]", "failed", "SyntaxError: unmatched ']' (line 1)."),
    "its own end": ("import os; os._exit(77)", "bad-result", "it gave no result."),
    "a crash": ("import ctypes; ctypes.string_at(0)", "crashed", "crashed with SIGSEGV."),
}


@pytest.mark.parametrize(("source", "status", "reason"), ENDS.values(), ids=ENDS)
def test_every_end_has_a_reason(desk: Desk, source: str, status: str, reason: str) -> None:
    seconds = "0.5" if status == "timeout" else "20"
    words = ("--limit", seconds, "--memory-mb", "200")
    document = desk.document(source, *words)

    assert document["status"] == status
    assert document["reason"] == f"attempt_1: {reason}"
    assert desk.run(source, *words).code == 3
    assert desk.files() == ["data/orders.csv"]


def test_top_level_code_runs_also_without_check(desk: Desk) -> None:
    assert desk.document("print('ran')")["stdout"] == "ran\n"


def test_limits_come_from_the_settings(desk: Desk) -> None:
    (desk.base / "settings.toml").write_text("[sandbox]\nwall_seconds = 0.25\n")

    reason = desk.document("while True: pass")["reason"]
    assert reason == "attempt_1: stopped after 0.25 s (limit sandbox.wall_seconds)."


def test_without_isolation_it_says_so(desk: Desk) -> None:
    assert desk.document(ROWS, "--unsafe-no-sandbox")["level"] == "none"


WRONG = {
    "an unknown table": (("--tables", "ordrs"), "Did you mean 'orders'?"),
    "no time": (("--limit", "0"), "--limit"),
    "not a time": (("--limit", "nan"), "--limit"),
    "too much time": (("--limit", "1e300"), "--limit"),
    "hardly any memory": (("--memory-mb", "1"), "--memory-mb"),
    "memory beyond all bounds": (("--memory-mb", str(10**30)), "--memory-mb"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_option_is_told(desk: Desk, words: tuple[str, ...], told: str) -> None:
    ended = desk.run(ROWS, *words)

    assert ended.code == 3
    assert told in ended.err


@pytest.mark.parametrize("kind", ["missing", "a folder", "a pipe", "no text"])
def test_what_is_no_program_is_refused(desk: Desk, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "odd.py"
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "no text":
        path.write_bytes(b"\xff\xfe\x00")
    words = ["sandbox", str(path), "--base-dir", str(desk.base), "--json"]

    assert run_command_line(words) == 3
    document = json.loads(desk._capsys.readouterr().out)
    assert (document["status"], document["code"]) == ("refused", "unreadable-program")
    assert document["reason"].startswith(str(path))


def test_a_workspace_that_cannot_be_written_is_left_alone(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root every folder can be written: there the files go to the workspace."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    desk.base.chmod(0o555)
    source = "def check(tables, artifacts): (artifacts / 'a').touch()"
    document = desk.document(source, tables="")

    folder = Path(document["artifacts"]["folder"])
    assert (folder / "a").is_file()
    assert folder.is_relative_to(desk.base) is (os.geteuid() == 0)
    desk.base.chmod(0o755)


def test_nothing_is_left_behind(desk: Desk, tmp_path: Path) -> None:
    """Nor is a traceback shown, from the door that users take."""
    desk.program.write_text("import os\nopen('x', 'w')\nwhile True: pass")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    words = [sys.executable, "-m", "backend.agent", "sandbox", str(desk.program)]
    ended = subprocess.run(
        [*words, "--tables", "orders", "--limit", "0.3", "--base-dir", str(desk.base)],
        capture_output=True, text=True, check=False, env={**os.environ, "TMPDIR": str(scratch)},
    )  # fmt: skip

    assert (ended.returncode, ended.stderr) == (3, "")
    assert list(scratch.rglob("*")) == []
    assert desk.files() == ["data/orders.csv"]
