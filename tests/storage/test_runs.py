"""The agent over tables in a bucket, with its artifacts in another folder of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from s3fs import S3FileSystem

from backend.agent import main
from backend.contracts.settings import Settings
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.outside import Outside
from backend.store.last_runs import read_run
from backend.store.runs_log import read_records
from tests.tiny_workspace import entry

SETTINGS = 'data = "s3://shop/daily"\nartifacts = "s3://shop/left"\n'


def keys(bucket: Any) -> list[str]:
    return [each.key for each in bucket.objects.filter(Prefix="left/")]


@pytest.mark.slow
def test_tables_come_from_there_and_artifacts_go_there(
    put: Callable[[str, str], None],
    bucket: Any,
    workspace: Workspace,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.checks_file.parent.mkdir()
    workspace.checks_file.write_text(json.dumps([entry("PRICE", "price must be at least 0")]))
    workspace.settings_file.write_text(SETTINGS)

    def run(*options: str) -> int:
        return main(["--base-dir", str(workspace.base), "run", "--offline", *options])

    def last() -> RunRecord:
        return read_run(workspace).records[-1]

    put("orders.csv", "order_id,price\n1,5\n2,-3\n")
    assert run() == 1
    first = last()
    assert keys(bucket) == [f"left/artifacts/{first.run_id}/PRICE/flagged.csv"]
    assert run("--changed-only") == 1
    assert last().unchanged_since == first.run_id

    put("orders.csv", "order_id,price\n1,5\n2,3\n")
    assert run("--changed-only") == 0
    workspace.data.joinpath("orders.csv").write_text("order_id,price\n1,5\n2,3\n9,-9\n")
    assert run("--changed-only") == 3
    assert last().code == "not-fetched"
    workspace.data.joinpath("orders.csv").unlink()

    before = len(read_records(workspace).records)
    with monkeypatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
        patch.setattr(S3FileSystem, "retries", 1)  # the tests of fetching wait for all of them
        assert run("--changed-only") == 3
        assert main(["--base-dir", str(workspace.base), "doctor"]) == 3
    told = capsys.readouterr()
    assert "error: s3://shop/daily: the storage does not give or take this" in told.err
    assert "BAD   storage: s3://shop/daily: " in told.out
    assert len(read_records(workspace).records) == before
    assert run("--changed-only") == 0


def test_what_a_stage_left_is_sent_before_the_run_ends(bucket: Any, workspace: Workspace) -> None:
    outside = Outside(workspace, Settings(artifacts="s3://shop/left"))
    report = workspace.sessions / "orders" / "eda" / "report.md"
    report.parent.mkdir(parents=True)
    report.write_text("x")
    done = RunRecord(
        run_id="r1",
        check_id="EDA",
        check_name="eda",
        verdict=Verdict.PASS,
        summary="",
        tested=1,
        flagged=0,
        started_at="2026-11-20T01:00:00+00:00",
        as_of="2026-11-20",
    )
    outside.ends(done)
    assert keys(bucket) == []
    outside.ends(done.model_copy(update={"stage": "eda"}))
    assert keys(bucket) == ["left/sessions/orders/eda/report.md"]
