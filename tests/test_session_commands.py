"""Sessions can be listed, shown and cancelled from the command line."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from backend.agent import main
from backend.stages.laboratory import StageCancelled
from backend.stages.session import CANCEL
from backend.stages.session_lock import holding
from tests.stages.stage_bench import StageBench, does, leaves_all, stage_check


@pytest.fixture
def bench(tmp_path: Path) -> StageBench:
    bench = StageBench(tmp_path)
    bench.run("eda", leaves_all)
    bench.run("prep", leaves_all)
    return bench


def session(bench: StageBench, *words: str) -> int:
    return main(["session", *words, "--base-dir", str(bench.workspace.base)])


def test_sessions_are_listed(bench: StageBench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.folder("torn").mkdir()
    bench.folder("torn").joinpath("session.json").write_text("{")

    assert session(bench, "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "people: prep_done, table 'people'; eda done, prep done, train -",
        "torn: session.json of session 'torn' is not what it should be.",
    ]


def test_without_a_session_the_list_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert session(StageBench(tmp_path), "list") == 0
    assert capsys.readouterr().out.startswith("No session yet.")


def test_a_session_is_shown(bench: StageBench, capsys: pytest.CaptureFixture[str]) -> None:
    result = {"values": {"metric": "auc", "long": "x" * 500}, "warnings": ("Odd.",)}
    bench.run("eda", does("report", **result))
    bench.run("prep", does("report"))

    assert session(bench, "show", "people") == 0
    shown = capsys.readouterr().out
    for told in ("eda by EDA-1: done in", "WARN: it was looked at", "warning: Odd.", '"auc"'):
        assert told in shown
    assert "failed: metadata.json is not among the files" in shown
    assert "report.md  sha256:" in shown
    assert max(map(len, shown.splitlines())) < 250


@pytest.mark.parametrize("word", ["show", "cancel"])
def test_a_session_that_is_not_there_is_an_error(
    bench: StageBench, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert session(bench, word, "peple") == 3
    assert "Did you mean 'people'?" in capsys.readouterr().err


def test_nothing_that_runs_is_nothing_to_cancel(
    bench: StageBench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert session(bench, "cancel", "people") == 3
    assert "no stage of this session is running" in capsys.readouterr().out
    assert not bench.folder().joinpath(CANCEL).exists()


def test_a_running_stage_is_asked_to_end(bench: StageBench) -> None:
    with holding(bench.folder(), stage_check()):
        assert session(bench, "cancel", "people") == 0
    assert "at" in json.loads(bench.folder().joinpath(CANCEL).read_text())


@pytest.mark.slow
def test_cancelling_ends_a_running_step(bench: StageBench) -> None:
    timer = threading.Timer(3.0, session, [bench, "cancel", "people"])
    timer.start()
    with pytest.raises(StageCancelled, match="the stage was cancelled"):
        bench.run("eda", does("sleep"))
    timer.join()

    assert bench.session().state.value == "cancelled"
