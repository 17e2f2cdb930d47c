"""Each training is an MLflow run as well; a tracker that fails costs a sentence, no more."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Stage
from backend.contracts.settings import TrackingSettings
from backend.contracts.stage_session import MarkState, StageMark
from backend.contracts.verdict import Verdict
from backend.stages.tracking import describe_run, place_of, track_training
from tests.stages.test_train_report import FIELDS

MARK = StageMark(
    stage=Stage.TRAIN,
    state=MarkState.RUNNING,
    check_id="TRAIN-1",
    run_id="run-1",
    started_at="2026-11-20T00:00:00Z",
    fingerprint="xxh3:1",
    program="sha256:2",
    params={"trials": 30},
    verdict=Verdict.PASS,
)
LOGGED = [
    {"type": "charts", "charts": []},
    {"type": "metric", "step": 1, "metrics": {"cv_roc_auc": 0.7}, "run": "tuning LightGBM"},
    {"type": "metric", "step": 2, "metrics": {"cv_roc_auc": 0.8}, "run": "tuning LightGBM"},
    {"type": "metric", "step": 3, "metrics": {"cv_roc_auc": None}, "run": "tuning LightGBM"},
]


@pytest.fixture
def left(tmp_path: Path) -> Path:
    folder = tmp_path / "left"
    for name in ("data", "figures", "models"):
        (folder / name).mkdir(parents=True)
    (folder / "data" / "metadata.json").write_text(json.dumps(FIELDS))
    lines = [json.dumps(each) for each in LOGGED]
    (folder / "metrics.jsonl").write_text("\n".join([*lines, "{half"]))
    (folder / "report.md").write_text("# Training")
    (folder / "figures" / "confusion_matrix.png").write_bytes(b"\x89PNG")
    (folder / "models" / "model.pkl").write_bytes(b"pickle")
    return folder


def told(tracker: str, base: Path, left: Path, seconds: float = 120.0) -> tuple[str, ...]:
    settings = TrackingSettings(mlflow=tracker, seconds=seconds)
    return track_training(settings, base, "people", MARK, left)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_training_is_a_run_of_a_real_store(tmp_path: Path, left: Path) -> None:
    mlflow = pytest.importorskip("mlflow")
    assert told("mlruns", tmp_path, left) == ()

    client = mlflow.tracking.MlflowClient(tracking_uri=place_of("mlruns", tmp_path).uri)
    experiment = client.get_experiment_by_name("people")
    (run,) = client.search_runs([experiment.experiment_id])
    history = client.get_metric_history(run.info.run_id, "tuning LightGBM.cv_roc_auc")
    files = {each.path for each in client.list_artifacts(run.info.run_id)}

    assert (run.info.status, run.info.run_name) == ("FINISHED", "TRAIN-1 run-1")
    assert run.data.params["best_model"] == "LightGBM"
    assert run.data.params["model.num_leaves"] == "15"
    assert run.data.params["params.trials"] == "30"
    assert run.data.metrics["test.roc_auc"] == 0.79
    assert run.data.tags["model"] == "sha256:0"
    assert [(each.step, each.value) for each in history] == [(1, 0.7), (2, 0.8)]
    assert files == {"data", "figures", "report.md"}
    assert str(tmp_path) in run.info.artifact_uri


def test_without_the_setting_nobody_is_told(tmp_path: Path, left: Path) -> None:
    assert told("", tmp_path, left) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left"]


class _SaysNo(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        body = b'{"error_code": "PERMISSION_DENIED", "message": "not you"}'
        self.send_response(403)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = _answer

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def refusing() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _SaysNo) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://somebody:secret@127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_tracker_that_says_no_is_told_of_without_its_password(
    tmp_path: Path, left: Path, refusing: str
) -> None:
    (sentence,) = told(refusing, tmp_path, left)
    assert "does not take it (" in sentence and sentence.endswith("The training stands.")
    assert "secret" not in sentence and "127.0.0.1" in sentence


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_address_where_nobody_is_is_told_of(tmp_path: Path, left: Path) -> None:
    (sentence,) = told("http://127.0.0.1:9", tmp_path, left)
    assert sentence.startswith("MLflow was not told of this training: http://127.0.0.1:9 ")


def test_a_tracker_that_is_slow_is_not_waited_for(tmp_path: Path, left: Path) -> None:
    (sentence,) = told("mlruns", tmp_path, left, seconds=0.01)
    assert "gave no answer in 0.01 s" in sentence


def test_a_record_that_is_none_is_told_of(tmp_path: Path, left: Path) -> None:
    (left / "data" / "metadata.json").write_text("{}")
    (sentence,) = told("mlruns", tmp_path, left)
    assert "its record cannot be read or sent" in sentence


def test_names_are_made_fit_and_pickles_stay(tmp_path: Path, left: Path) -> None:
    fields = FIELDS | {"test_metrics": {"f1 (macro)": 0.5}}
    (left / "data" / "metadata.json").write_text(json.dumps(fields))
    failed = MARK.model_copy(update={"verdict": Verdict.FAIL})
    run = describe_run(place_of("http://t", tmp_path), "people", failed, left)

    assert run.status == "FAILED"
    assert "test.f1 _macro_" in {point.key for point in run.metrics}
    assert not [path for path in run.files if path.endswith(".pkl")]
    assert run.artifacts is None
