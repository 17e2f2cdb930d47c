"""What a run kept is found among the records before it, or said to be lost."""

from __future__ import annotations

import pytest

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.kept_records import kept_checks
from backend.store.last_runs import read_run
from backend.store.runs_log import append_records
from backend.store.unchanged_runs import append_unchanged_run, read_kept_runs, read_unchanged_since
from tests.outputs.reported_runs import record

BASE, NEXT, RUN = "r1", "r2", "r3"


def of(run_id: str, check_id: str, verdict: str = "PASS", **more: object) -> RunRecord:
    return record(check_id, verdict, run_id=run_id, program="sha256:p", **more)


def leave(workspace: Workspace, kept: list[RunRecord], *, ran: int = 1, gone: str = "") -> None:
    """The line of the last run; the records name the runs that the verdicts come from."""
    run = UnchangedRun(
        run_id=RUN,
        started_at="2026-11-21T00:00:00Z",
        exit_code=0,
        as_of="2026-11-21",
        unchanged_since=NEXT,
        checks=len(kept) + ran,
        verdicts={},
        ran=ran,
        kept=kept_checks(kept, base=BASE, gone=tuple(gone)),
    )
    append_unchanged_run(workspace, run)


A, B, C = (of(BASE, name) for name in "ABC")
OWN = of(RUN, "C", "FAIL")
LATER = of(NEXT, "B", "WARN")
KEPT = of(NEXT, "B", unchanged_since=BASE, summary="PASS: told (unchanged since run r1)")
SKIPPED = record("B", "SKIPPED", run_id=NEXT, code="interrupted")
WAITING = record("B", "SKIPPED", run_id=NEXT, code="waiting")
OLD = of("r0", "A", "FAIL")

LOGS: dict[str, tuple[list[RunRecord], list[RunRecord], dict[str, tuple[str, str]]]] = {
    "all from the base": ([A, B, C, OWN], [A, B], {"A": ("PASS", "r1"), "B": ("PASS", "r1")}),
    "one from a later run": (
        [A, B, C, LATER, OWN],
        [A, LATER],
        {"A": ("PASS", "r1"), "B": ("WARN", "r2")},
    ),
    "one that was kept, with a record": (
        [A, B, C, KEPT, OWN],
        [A, B],
        {"A": ("PASS", "r1"), "B": ("PASS", "r1")},
    ),
    "one that a run did not come to": (
        [A, B, C, SKIPPED, OWN],
        [A, B],
        {"A": ("PASS", "r1"), "B": ("PASS", "r1")},
    ),
    "one without a verdict": (
        [A, B, C, WAITING, OWN],
        [A, WAITING],
        {"A": ("PASS", "r1"), "B": ("SKIPPED", "")},
    ),
    "nothing before the base counts": ([OLD, B, C, OWN], [B], {"B": ("PASS", "r1")}),
}


@pytest.mark.parametrize(("log", "kept", "expected"), LOGS.values(), ids=LOGS)
def test_the_last_record_since_the_base_holds(
    log: list[RunRecord],
    kept: list[RunRecord],
    expected: dict[str, tuple[str, str]],
    workspace: Workspace,
) -> None:
    append_records(workspace, log)
    leave(workspace, kept)

    found = read_run(workspace, RUN)
    told = {each.check_id: (each.verdict.value, each.unchanged_since) for each in found.records}
    assert told == {**expected, "C": ("FAIL", "")}
    assert found.trouble == ()
    for each in found.records[:-1]:
        assert (each.run_id, each.as_of) == (RUN, "2026-11-21")
        assert each.summary.count("unchanged since run") == bool(each.unchanged_since)


def test_what_is_gone_is_left_out(workspace: Workspace) -> None:
    append_records(workspace, [A, B, C, OWN])
    leave(workspace, [A], gone="B")

    found = read_run(workspace, RUN)
    assert ([each.check_id for each in found.records], found.trouble) == (["A", "C"], ())


LOST = {
    "a record": [A, C, OWN],
    "the base": [of("r2", "X"), OWN],
    "a verdict": [A, of(BASE, "B", "FAIL"), C, OWN],
}


@pytest.mark.parametrize("log", LOST.values(), ids=LOST)
def test_what_the_log_lost_is_told(log: list[RunRecord], workspace: Workspace) -> None:
    append_records(workspace, log)
    leave(workspace, [A, B])

    (trouble,) = read_run(workspace, RUN).trouble
    assert trouble.startswith("unchanged_runs.jsonl: run r3 kept 2 verdicts, and runs_log.jsonl")
    assert trouble.endswith("Put back the log as it was written.")


def test_the_run_before_is_whole_too(workspace: Workspace) -> None:
    append_records(workspace, [A, B, C, OWN, of("r4", "A", "FAIL")])
    leave(workspace, [A, B])

    found = read_run(workspace)
    assert [each.check_id for each in found.records] == ["A"]
    assert [each.check_id for each in found.before] == ["A", "B", "C"]


def test_only_runs_without_a_record_found_nothing_changed(workspace: Workspace) -> None:
    leave(workspace, [A, B, C], ran=0)
    assert [each.run_id for each in read_unchanged_since(workspace, NEXT)] == [RUN]
    leave(workspace, [A, B])
    assert read_unchanged_since(workspace, NEXT) == ()


def test_a_damaged_line_costs_itself_only(workspace: Workspace) -> None:
    leave(workspace, [A, B])
    with workspace.unchanged_runs_file.open("a") as log:
        log.write('{"run_id":"r4","kept":{"base":1}}\n{"run_id":"r5","kept":{\n')

    assert list(read_kept_runs(workspace)) == [RUN]


def test_a_line_adds_up_what_was_judged() -> None:
    found = kept_checks([A, LATER, WAITING], base=BASE, gone=())

    assert (found.checks, found.tested, found.flagged) == (3, 20, 3)
    assert found.verdicts == {"PASS": 1, "WARN": 1, "SKIPPED": 1}
    assert found.verdicts.keys() <= {each.value for each in Verdict}
