"""A stage begins in its order, ends on record, and leaves a clean state however it ends."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import AgentError, CheckError, ProgramError
from backend.contracts.stage_session import MarkState, SessionState
from backend.contracts.verdict import Verdict
from backend.stages import session as sessions
from backend.stages.judgements import Asked, read_judgements
from backend.stages.laboratory import StageCancelled
from backend.stages.session_lock import holding, is_held
from backend.stages.stage_context import StageContext, StageResult
from tests.stages.stage_bench import StageBench, does, leaves_all, page, stage_check

ALL_STAGES = ("eda", "prep", "train")


def test_the_whole_walk_is_on_record(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    ended = [bench.run(stage, leaves_all) for stage in ALL_STAGES]

    assert [each.verdict for each in ended] == [Verdict.PASS] * 3
    assert ended[0].summary == "PASS: all is there"
    assert ended[0].tested == 3
    assert bench.states() == [
        f"{stage}_{end}" for stage in ALL_STAGES for end in ("running", "done")
    ]
    mark = bench.session().stages[stage_check("train").stage]
    assert mark.program == page().sha256
    assert mark.files["model.pkl"].startswith("sha256:")
    assert "train/scripts/program.py" in bench.left()
    assert not any(name.startswith(".") for name in bench.left())


def test_the_real_sandbox_leaves_the_files(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)

    assert bench.run("eda", does("report", "deeper")).verdict is Verdict.PASS
    assert bench.left() == [
        "eda/figures/a.txt",
        "eda/report.json",
        "eda/report.md",
        "eda/scripts/program.py",
        "eda/scripts/steps.json",
        "session.json",
    ]
    steps = json.loads(bench.folder().joinpath("eda/scripts/steps.json").read_text())
    assert [(each["step"], each["tables"]) for each in steps] == [
        ("report", {"people": 3}),
        ("deeper", {"people": 3}),
    ]


TOO_EARLY: dict[str, tuple[tuple[str, ...], str, str]] = {
    "prep first": ((), "prep", "comes after 'eda', which has not run"),
    "train first": ((), "train", "comes after 'eda', which has not run"),
    "train after eda": (("eda",), "train", "comes after 'prep', which has not run"),
}


@pytest.mark.parametrize(("before", "stage", "told"), TOO_EARLY.values(), ids=TOO_EARLY.keys())
def test_a_stage_refuses_to_begin_too_early(
    tmp_path: Path, before: tuple[str, ...], stage: str, told: str
) -> None:
    bench = StageBench(tmp_path)
    for each in before:
        bench.run(each, leaves_all)
    ended = bench.run(stage, leaves_all)

    assert (ended.verdict, ended.code) == (Verdict.SKIPPED, "wrong-stage-order")
    assert told in ended.reason
    assert ended.reason.count(stage.upper()) == 1
    assert stage not in [path.name for path in bench.folder().iterdir()]


def test_a_stage_refuses_what_was_explored_on_other_content(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    bench.write(people="age,city,bought\n1,Bern,no\n")
    ended = bench.run("prep", leaves_all)

    assert ended.code == "wrong-stage-order"
    assert "which was done on other content of the table" in ended.reason


def test_a_failed_stage_holds_back_the_next(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    failed = bench.run("eda", does("bad_json"))

    assert (failed.verdict, bench.session().state) == (Verdict.FAIL, SessionState.FAILED)
    assert failed.reason == (
        "EDA-1: report.json is no strict JSON: NaN is no number that JSON has."
    )
    assert "'eda', which is failed" in bench.run("prep", leaves_all).reason


def test_warnings_make_a_warn_and_let_the_next_begin(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    ended = bench.run("eda", does("report", warnings=("One column is odd.",)))

    assert (ended.verdict, ended.reason) == (Verdict.WARN, "EDA-1: One column is odd.")
    assert bench.run("prep", leaves_all).verdict is Verdict.PASS


FAULTS: dict[str, tuple[str, str]] = {
    "raises": ("fail", "program-failed"),
    "eats memory": ("eat", "memory"),
    "sleeps too long": ("sleep", "timeout"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("step", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_costs_its_own_session_alone(tmp_path: Path, step: str, code: str) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all, session="other")
    other = bench.session("other")
    bench.run("eda", does("report"))
    ended = bench.run("eda", does("report", step), limits={"wall_seconds": 2})

    assert (ended.verdict, ended.code) == (Verdict.ERROR, code)
    assert f"step {step!r} failed" in ended.reason
    assert bench.session().state is SessionState.FAILED
    assert bench.session("other") == other
    assert [name for name in bench.left() if name.startswith(".")] == []
    assert "eda/report.md" in bench.left()  # of the run before
    assert bench.run("eda", does("report")).verdict is Verdict.PASS


def test_a_fault_of_the_harness_is_on_record_and_goes_on(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)

    def work(context: StageContext) -> StageResult:
        raise ZeroDivisionError("odd")

    with pytest.raises(ZeroDivisionError):
        bench.run("eda", work)
    assert bench.session().stages[stage_check().stage].failures == ("odd",)


def test_interrupted_is_cancelled(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)

    def work(context: StageContext) -> StageResult:
        context.leave.joinpath("half.txt").write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.run("eda", work)
    assert bench.states() == ["eda_running", "cancelled"]
    assert bench.left() == ["session.json"]


def test_a_running_step_can_be_cancelled(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    timer = threading.Timer(2.0, bench.folder().joinpath(sessions.CANCEL).write_text, ["{}"])
    timer.start()

    with pytest.raises(StageCancelled, match="EDA-1: the stage was cancelled"):
        bench.run("eda", does("report", "sleep"))
    assert bench.states() == ["eda_running", "cancelled"]
    assert bench.left() == ["session.json"]
    assert bench.run("eda", leaves_all).verdict is Verdict.PASS


def test_one_stage_at_a_time_in_a_session(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)

    with (
        holding(bench.folder(), stage_check()),
        pytest.raises(CheckError, match="another process runs a stage of session 'people'") as told,
    ):
        assert is_held(bench.folder())
        bench.run("eda", leaves_all)
    assert told.value.code == "session-busy"
    assert not is_held(bench.folder())
    assert bench.run("eda", leaves_all).verdict is Verdict.PASS


def test_the_next_run_heals_what_a_kill_left(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    pid = os.fork()
    if pid == 0:
        bench.run("eda", lambda context: os.kill(os.getpid(), signal.SIGKILL))  # type: ignore
        os._exit(0)
    os.waitpid(pid, 0)

    assert bench.session().state is SessionState.EDA_RUNNING
    assert bench.folder().joinpath(".leaving-eda").is_dir()
    assert "'eda', which is failed" in bench.run("prep", leaves_all).reason
    assert bench.states()[-2:] == ["eda_running", "failed"]
    assert not bench.folder().joinpath(".leaving-eda").exists()
    assert bench.run("eda", leaves_all).verdict is Verdict.PASS


def test_a_folder_that_was_about_to_be_replaced_comes_back(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    bench.folder().joinpath("eda").rename(bench.folder() / ".replaced-eda")
    bench.run("prep", leaves_all)

    assert "eda/report.json" in bench.left()


def test_an_unreadable_session_file_is_moved_aside(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    bench.folder().joinpath("session.json").write_text('{"version": 1')
    ended = bench.run("eda", leaves_all)

    assert ended.verdict is Verdict.WARN
    assert "It was moved to session.json.unreadable-1" in ended.reason
    assert bench.session().stages[stage_check().stage].state is MarkState.DONE


def test_test_rows_are_counted_before_they_are_judged(tmp_path: Path) -> None:
    bench = StageBench(tmp_path)
    seen = []

    def work(context: StageContext) -> StageResult:
        def ask() -> Asked:
            mark = bench.session().stages[context.check.stage]
            seen.append((mark.test_uses, len(read_judgements(context.folder))))
            path = context.leave / "test_0.parquet"
            path.write_bytes(b"PAR1 predictions")
            return Asked(path, {"classes": [[]]})

        context.open_judgements().once("sha256:t", f"sha256:{context.run_id}", ask)
        return leaves_all(context)

    for _ in range(2):
        bench.run("eda", work)
    assert seen == [(1, 1), (2, 3)]
    assert not bench.session().stages[stage_check().stage].test_reused


def test_a_stage_of_another_table_is_refused(tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people="a\n1\n", cars="b\n2\n")
    bench.run("eda", leaves_all, session="s")

    with pytest.raises(CheckError, match="session 's' is one of table 'people', not of 'cars'"):
        bench.run(
            "prep",
            leaves_all,
            session="s",
            target_table="cars",
            program=page().model_copy(update={"table": "cars"}),
        )


REFUSED: dict[str, tuple[dict[str, Any], type[AgentError], str]] = {
    "session": ({"session": "../x"}, CheckError, "bad-session"),
    "seed": ({"params": {"seed": -1}}, CheckError, "bad-parameter"),
    "program": (
        {"program": page().model_copy(update={"sha256": "sha256:0"})},
        ProgramError,
        "tampered",
    ),
}


@pytest.mark.parametrize(("fields", "kind", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_run_is_refused(
    tmp_path: Path, fields: dict[str, Any], kind: type[AgentError], code: str
) -> None:
    with pytest.raises(kind) as refused:
        StageBench(tmp_path).run("eda", leaves_all, **fields)

    assert refused.value.code == code


def test_an_empty_table_is_nothing_to_test(tmp_path: Path) -> None:
    ended = StageBench(tmp_path, people="age,city\n").run("eda", leaves_all)

    assert (ended.verdict, ended.code) == (Verdict.SKIPPED, "nothing-to-test")
