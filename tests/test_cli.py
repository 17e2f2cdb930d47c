"""The command line, with the real planner and the real sandbox."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from backend.agent import main
from backend.command_line import VERSION
from backend.store.lock import WorkspaceLock
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry, state

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = [
    entry("PRICE", "price must be at least 0", owner="money@x.org", tags="money"),
    entry("KNOWN", "user_id must exist in users", "orders,users"),
    entry("EMAIL", "Every user must have an email.", "users", severity="high"),
    entry("VAGUE", "The data should look splendid."),
    entry("OFF", "price must be at least 0", enabled=False),
]


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    return TinyWorkspace(tmp_path / "w", *ENTRIES)


def call(tiny: TinyWorkspace, *arguments: str) -> int:
    return main([*arguments, "--base-dir", str(tiny.workspace.base)])


def outside(
    tiny: TinyWorkspace, *command: str | Path, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, *map(str, command), "--base-dir", str(tiny.workspace.base)]
    return subprocess.run(line, capture_output=True, text=True, cwd=cwd, check=False)


def told(text: str) -> dict[str, list[str]]:
    """The first words of each row of the table, by check."""
    lines = [re.split(r"\s{2,}", line) for line in text.splitlines() if line[:1].isalpha()]
    return {cells[0]: cells[1:] for cells in lines}


def test_run_tells_verdicts_counts_reasons_and_places(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    first, text = call(tiny, "run", "--offline"), capsys.readouterr().out
    rows = told(text)

    assert first == 3
    assert rows["PRICE"][:5] == ["name of PRICE", "FAIL", "3", "1", "money@x.org"]
    assert rows["KNOWN"][:4] == ["name of KNOWN", "FAIL", "2", "1"]
    assert rows["OFF"] == ["name of OFF", "SKIPPED"]
    assert tiny.workspace.base.joinpath(rows["PRICE"][5]).is_file()
    assert re.search(r"\n    not-understood: .*splendid", text)
    assert re.search(
        r"\n5 checks: 3 FAIL, 1 ERROR, 1 SKIPPED; 3 compiled \(new 3\), 1 not compiled "
        r"in \d+\.\d s; model calls 0; sandbox: \S",
        text,
    )
    assert "\x1b" not in text


def test_second_run_says_that_nothing_changed(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    call(tiny, "--offline")
    capsys.readouterr()

    assert call(tiny) == 3
    assert "nothing changed: 0 compiled in" in capsys.readouterr().out


def test_edited_sentence_is_told_with_its_reason(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    call(tiny)
    tiny.change_check("PRICE", calculation_hint="price must be at least 1")
    capsys.readouterr()
    call(tiny)
    text = capsys.readouterr().out

    assert "\n    text-changed: FAIL: 2 of 3 orders rows flagged (1 more and 0 fewer" in text
    assert "1 compiled (text-changed 1)" in text


def test_json_is_one_document_with_the_records(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(tiny, "run", "--json", "--select", "tag:money", "--as-of", "2026-01-31")
    document = json.loads(capsys.readouterr().out)

    assert (code, document["exit_code"], document["counts"]) == (1, 1, {"FAIL": 1})
    assert (document["compiled"], document["model_calls"]) == (1, 0)
    assert [record["check_id"] for record in document["records"]] == ["PRICE"]
    assert document["records"][0]["as_of"] == document["as_of"] == "2026-01-31"
    assert document["run_id"] == document["records"][0]["run_id"]


WRONG: dict[str, tuple[list[str], str]] = {
    "no such command": (["walk"], "No such command 'walk'"),
    "no such option": (["run", "--fast"], "No such option"),
    "no date": (["run", "--as-of", "2026-02-30"], "'2026-02-30' is no date"),
    "no such selector": (["run", "--select", "tag:no"], "--select tag:no: no check has this tag"),
    "no such check": (["explain", "PRIZE"], "Did you mean 'PRICE'?"),
    "nothing to export": (["export", "VAGUE"], "VAGUE: there is no program to export"),
    "--fail-on": (["run", "--fail-on", "maybe"], "Invalid value for '--fail-on'"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_mistake_in_the_command_is_a_wrong_set_up(
    arguments: Sequence[str],
    words: str,
    tiny: TinyWorkspace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(tiny, *arguments) == 3
    assert words in capsys.readouterr().err


def test_workspace_that_is_held_ends_with_75(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with WorkspaceLock(tiny.workspace):
        code = call(tiny, "run", "--json")
    printed = capsys.readouterr()

    assert code == 75
    assert json.loads(printed.out)["error"]["code"] == "workspace-busy"
    assert "holds the workspace" in printed.err


def test_file_that_is_no_json_ends_with_3_and_names_the_place(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.workspace.checks_file.write_text('[{"check_id": }]')
    before = state(tiny.workspace.base)

    assert call(tiny) == 3
    assert "checks/checks.json, line 1, column 15 is not JSON" in capsys.readouterr().err
    assert state(tiny.workspace.base) == before


@pytest.mark.parametrize("arguments", [["-m", "backend.agent"], ["backend/agent.py"]])
def test_both_entries_run(arguments: list[str], tiny: TinyWorkspace, tmp_path: Path) -> None:
    is_file = arguments[0].endswith(".py")
    place = [ROOT / arguments[0]] if is_file else arguments
    done = outside(tiny, *place, "--select", "PRICE", cwd=tmp_path if is_file else ROOT)

    assert (done.returncode, done.stderr) == (1, "")
    assert "1 check: 1 FAIL; 1 compiled (new 1) in" in done.stdout


@pytest.mark.parametrize(
    "command", [[], ["run"], ["status"], ["explain"], ["export"], ["doctor"], ["version"]]
)
def test_help_is_there(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Usage: python -m backend.agent" in capsys.readouterr().out


def test_base_dir_may_stand_before_the_command(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--base-dir", str(tiny.workspace.base), "--select", "PRICE"]) == 1
    assert main(["--base-dir", str(tiny.workspace.base), "explain", "PRICE"]) == 0
    assert "In every orders row, price" in capsys.readouterr().out


def test_status_says_what_is_stale_and_why_and_changes_nothing(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    call(tiny)
    tiny.change_check("EMAIL", calculation_hint="email must be filled in")
    tiny.write_table("orders.csv", ORDERS.replace("price", "cost"))
    before = state(tiny.workspace.base)
    capsys.readouterr()
    assert call(tiny, "status") == 0

    lines = capsys.readouterr().out.splitlines()
    assert "PRICE  name of PRICE: is compiled (column-removed: orders.price)" in lines
    assert "EMAIL  name of EMAIL: is compiled (text-changed)" in lines
    assert not [line for line in lines if line.startswith("KNOWN")]
    assert state(tiny.workspace.base) == before


def test_explain_shows_sentence_plan_program_and_verdict(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(tiny, "explain", "PRICE") == 0
    assert "Not compiled yet" in capsys.readouterr().out
    call(tiny)
    capsys.readouterr()
    call(tiny, "explain", "PRICE")
    text = capsys.readouterr().out

    assert "Sentence: price must be at least 0" in text
    assert "Understood as: In every orders row, price is at least 0" in text
    assert "Reads: orders.price (integer)" in text
    assert "Last verdict: FAIL: 1 of 3 orders rows flagged" in text
    assert "def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:" in text
    call(tiny, "explain", "VAGUE")
    assert "Declined (not-understood): VAGUE: " in capsys.readouterr().out


def test_export_runs_alone(tiny: TinyWorkspace, tmp_path: Path) -> None:
    call(tiny, "run", "--select", "KNOWN")
    script = tmp_path / "known.py"
    assert call(tiny, "export", "KNOWN", "-o", str(script)) == 0
    command = [sys.executable, "-I", script, "--data", tiny.workspace.data]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (1, "1 flagged, 2 tested\n")
    assert done.stdout.splitlines()[1].startswith("orders,1,2,9")


def test_doctor_finds_a_torn_table(tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(tiny, "doctor"), capsys.readouterr().out
    tiny.write_table("torn.csv", "a,b\n1\n")
    torn, found = call(tiny, "doctor"), capsys.readouterr().out

    assert "5 checks, 2 tables" in text
    assert ("sandbox: " in text) == (code == 0)
    assert torn == 3
    assert re.search(r"^BAD .*torn\.csv, line 2", found, re.M)


def test_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text())

    assert main(["version"]) == 0
    assert capsys.readouterr().out.strip() == VERSION == project["project"]["version"]
