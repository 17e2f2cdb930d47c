"""A waived FAIL: what a run, its records and its exit code make of it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from backend.agent import Report, run
from backend.auditing import audit
from backend.command_line import run_command_line
from backend.contracts.errors import WorkspaceError
from backend.request import Request
from backend.run_outputs import read_reported, write_report
from backend.store.rollup import read_rollup
from backend.store.waivers import read_waivers
from backend.toolbox import NamedPlanner, Toolbox
from backend.waiving import say_waivers, waive, withdraw
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import TinyWorkspace, by_id, entry

BAD = entry("BAD", "price must be at least 0")
WORSE = entry("WORSE", "price must be at least 0")
TODAY = date.today()
LATER = TODAY + timedelta(days=10)


def run_on(tiny: TinyWorkspace, as_of: date = TODAY) -> Report:
    named = NamedPlanner(tiny.planner.name, lambda: tiny.planner)
    toolbox = Toolbox((named,), NearSandbox, tiny.compiler)
    return run(Request(tiny.workspace, (), as_of.isoformat()), toolbox, tiny.watched)


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    return TinyWorkspace(tmp_path / "w", BAD, WORSE, entry("GOOD", "order_id must be filled"))


def waived(tiny: TinyWorkspace, check_id: str = "BAD", until: date = LATER) -> None:
    waive(tiny.workspace, check_id, until=until, by="ann", why="The supplier mends it.")


def test_waived_fail_is_a_warning_and_keeps_its_rows(tiny: TinyWorkspace) -> None:
    waived(tiny)

    report = run_on(tiny)

    record = by_id(report)["BAD"]
    assert (record.verdict, record.code, record.flagged, record.tested) == ("WARN", "waived", 1, 3)
    assert record.flagged_path is not None
    assert record.waiver == read_waivers(tiny.workspace)[0].hash
    told = f"waived until {LATER} by ann"
    assert record.summary == f"WARN: 1 of 3 orders rows flagged ({told})"
    assert record.reason == f"BAD: its FAIL is {told}: The supplier mends it."
    assert by_id(report)["WORSE"].verdict == "FAIL"
    assert report.exit_code == 1


def test_it_is_shown_everywhere(tiny: TinyWorkspace) -> None:
    waived(tiny)
    report = run_on(tiny)

    told = f"waived until {LATER} by ann"
    execution = tiny.workflow("BAD").execution
    rollup = read_rollup(tiny.workspace, holds_lock=False).rows
    reported = read_reported(tiny.workspace).run
    assert execution is not None
    assert (execution.verdict, execution.code) == ("WARN", "waived")
    assert told in execution.summary
    assert tiny.logged()[0] == by_id(report)["BAD"]
    assert rollup is not None
    assert (rollup["BAD"].verdict, rollup["BAD"].code) == ("WARN", "waived")
    for form in ("markdown", "html", "junit"):
        assert told in write_report(tiny.workspace, reported, form).data.decode(), form


def test_only_warnings_are_left(tiny: TinyWorkspace) -> None:
    waived(tiny)
    waived(tiny, "WORSE")

    assert run_on(tiny).exit_code == 2


DAYS: dict[str, tuple[int, str]] = {
    "before": (-1, "WARN"),
    "last day": (0, "WARN"),
    "after": (1, "FAIL"),
}


@pytest.mark.parametrize(("days", "verdict"), DAYS.values(), ids=DAYS)
def test_it_ends_with_its_day(days: int, verdict: str, tiny: TinyWorkspace) -> None:
    waived(tiny)

    assert by_id(run_on(tiny, LATER + timedelta(days=days)))["BAD"].verdict == verdict


def test_withdrawn_counts_again(tiny: TinyWorkspace) -> None:
    waived(tiny)
    withdraw(tiny.workspace, "BAD", by="bob", why="It has to be seen.")

    record = by_id(run_on(tiny))["BAD"]

    assert (record.verdict, record.code, record.waiver) == ("FAIL", "", "")


def test_newest_word_counts(tiny: TinyWorkspace) -> None:
    waived(tiny)
    waived(tiny, until=TODAY)

    assert by_id(run_on(tiny, LATER))["BAD"].verdict == "FAIL"


def test_errors_and_warnings_are_not_waived(tmp_path: Path) -> None:
    warns = entry("WARNS", "price must be at least 0", warn_if="> 0", fail_if="> 9")
    tiny = TinyWorkspace(tmp_path / "w", warns, entry("VAGUE", "be nice"))
    waived(tiny, "WARNS")
    waived(tiny, "VAGUE")

    report = by_id(run_on(tiny))

    assert [(r.verdict, r.waiver) for r in report.values()] == [("WARN", ""), ("ERROR", "")]
    assert report["WARNS"].code == ""


def test_tampered_file_waives_nothing_and_is_told(tiny: TinyWorkspace) -> None:
    waived(tiny, until=TODAY)
    path = tiny.workspace.waivers_file
    path.write_text(path.read_text().replace(str(TODAY), str(LATER)))

    report = run_on(tiny)

    assert by_id(report)["BAD"].verdict == "FAIL"
    told = [sentence for sentence in report.trouble if "waiver" in sentence]
    assert len(told) == 1
    assert told[0].startswith("No waiver counts in this run. ")
    assert "was changed: its hash does not fit" in told[0]


def test_audit_tells_of_the_waivers(tiny: TinyWorkspace) -> None:
    waived(tiny, until=TODAY)
    path = tiny.workspace.waivers_file
    head = read_waivers(tiny.workspace)[0].hash

    whole = audit(tiny.workspace)
    path.write_text(path.read_text().replace(str(TODAY), str(LATER)))
    broken = audit(tiny.workspace)

    assert whole.is_whole
    assert whole.lines[1] == f"waivers.jsonl is whole: 1 records, head {head}"
    assert not broken.is_whole
    assert broken.lines[1].startswith("waivers.jsonl is broken at line 1: The record was changed")


REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "no such check": ("NONE", {}, "unknown-check"),
    "over": ("BAD", {"until": TODAY - timedelta(days=1)}, "bad-waiver"),
    "nobody": ("BAD", {"by": " "}, "bad-waiver"),
    "no reason": ("BAD", {"why": ""}, "bad-waiver"),
}


@pytest.mark.parametrize(("check_id", "fields", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(check_id: str, fields: dict[str, object], code: str, tiny: TinyWorkspace) -> None:
    given = {"until": LATER, "by": "ann", "why": "known"} | fields
    with pytest.raises(WorkspaceError) as refused:
        waive(tiny.workspace, check_id, **given)  # type: ignore[arg-type]

    assert refused.value.code == code
    assert not tiny.workspace.waivers_file.exists()


def test_nothing_to_withdraw(tiny: TinyWorkspace) -> None:
    with pytest.raises(WorkspaceError) as refused:
        withdraw(tiny.workspace, "BAD", by="bob", why="x")

    assert refused.value.code == "no-waiver"


def test_list_says_what_each_is_worth(tiny: TinyWorkspace) -> None:
    assert [*say_waivers(tiny.workspace, TODAY)] == ["No waiver was ever given."]
    waived(tiny, until=TODAY)
    waived(tiny)
    waived(tiny, "WORSE", until=TODAY)
    withdraw(tiny.workspace, "BAD", by="bob", why="Seen.")

    lines = [line.split("  ")[:2] for line in say_waivers(tiny.workspace, LATER)]

    assert lines == [["BAD", "expired"], ["BAD", "replaced"], ["WORSE", "expired"], ["BAD", "-"]]


def test_commands(tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["--base-dir", str(tiny.workspace.base)]
    word = ["--why", "The supplier mends it.", "--by", "ann"]

    assert run_command_line(["waive", *base, "BAD", "--until", str(LATER), *word]) == 0
    assert run_command_line(["waivers", *base]) == 0
    assert run_command_line(["waive", *base, "BAD", "--withdraw", *word]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"BAD: its FAIL is waived until {LATER} by ann.",
        f"BAD  in force   until {LATER} by ann on {_day(tiny)}: The supplier mends it.",
        "BAD: its waiver is withdrawn by ann. The next run counts its FAIL.",
    ]
    assert run_command_line(["waive", *base, "BAD", *word]) == 3
    assert run_command_line(["waive", *base, "BAD", "--until", "soon", *word]) == 3
    assert run_command_line(["waive", *base, "NONE", "--until", str(LATER), *word]) == 3


def _day(tiny: TinyWorkspace) -> str:
    line = tiny.workspace.waivers_file.read_text().splitlines()[0]
    return str(json.loads(line)["at"])[:10]
