"""Each training is an MLflow run as well, where ``tracking.mlflow`` is set.

Rules of this file: it is told after the stage has come to its end, from records alone; no model is
opened and none is sent, its hash is; whatever becomes of it, the training stands, and what went
wrong is a sentence for the record.
"""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import ValidationError

from backend.contracts.settings import TrackingSettings
from backend.contracts.stage_session import StageMark
from backend.contracts.tracked import Point, TrackedRun
from backend.contracts.train_metadata import TrainMetadata
from backend.contracts.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
CURE = "Install it with 'make mlflow', or 'pip install -r requirements-mlflow.txt'"
SENT = (".png", ".md", ".json")
"""What of a stage's files is sent: figures and records, never what a pickle holds."""
_QUIET = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "DO_NOT_TRACK": "true",
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "2",
    "MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR": "1",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "20",
    "MLFLOW_LOGGING_LEVEL": "ERROR",
    "GIT_PYTHON_REFRESH": "quiet",
}
_UNFIT = re.compile(r"[^A-Za-z0-9_\-. /]+")
_LONGEST = 500


class Place(NamedTuple):
    """A tracker, and where files go if it is a store on this machine."""

    uri: str
    artifacts: str | None


def place_of(told: str, base: Path) -> Place:
    """The tracker that a setting names: an address, or a folder below the workspace's."""
    if "://" in told:
        return Place(told, None)
    folder = (base / told).resolve()
    return Place(f"sqlite:///{folder / 'mlflow.db'}", (folder / "artifacts").as_uri())


def track_training(
    settings: TrackingSettings, base: Path, session: str, mark: StageMark, left: Path
) -> tuple[str, ...]:
    """Tell the tracker of a training that has ended; gives what a person should know of it.

    ``left`` is the folder that the stage fills, and ``mark`` its record; nothing is sent where no
    tracker is set.
    """
    if not settings.mlflow:
        return ()
    fact = _tried(settings, base, session, mark, left)
    return (f"MLflow was not told of this training: {fact}. The training stands.",) if fact else ()


def _tried(
    settings: TrackingSettings, base: Path, session: str, mark: StageMark, left: Path
) -> str:
    """Why it could not be told; empty where it was."""
    if find_spec("mlflow") is None:
        return f"mlflow is not installed. {CURE}"
    place = place_of(settings.mlflow, base)
    try:
        run = describe_run(place, session, mark, left)
        if place.artifacts:
            (base / settings.mlflow).mkdir(parents=True, exist_ok=True)
        return _send(run, settings, place)
    except (OSError, ValidationError) as error:
        return f"its record cannot be read or sent ({type(error).__name__})"


def _send(run: TrackedRun, settings: TrackingSettings, place: Place) -> str:
    command = [sys.executable, "-m", "backend.stages.mlflow_child"]
    environment = {**_QUIET, **os.environ}
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            input=run.model_dump_json(),
            env=environment,
            capture_output=True,
            text=True,
            timeout=settings.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{_say(place)} gave no answer in {settings.seconds:g} s"
    if ended.returncode == 0:
        return ""
    lines = ended.stderr.strip().splitlines() or ["no reason was given"]
    kind = re.sub(r"^[\w.]*\.", "", lines[-1].partition(":")[0])[:80]
    return f"{_say(place)} does not take it ({kind})"


def _say(place: Place) -> str:
    """The tracker without what may be a password."""
    if place.artifacts:
        return place.uri
    parts = urlsplit(place.uri)
    return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"


def describe_run(place: Place, session: str, mark: StageMark, left: Path) -> TrackedRun:
    """What is told of a training: from its record, and the metrics that it logged.

    Raises:
        OSError: the record cannot be read.
        ValidationError: it is none.
    """
    data = (left / "data" / "metadata.json").read_bytes()
    metadata = TrainMetadata.model_validate_json(data)
    is_failed = mark.verdict is Verdict.FAIL
    return TrackedRun(
        uri=place.uri,
        artifacts=place.artifacts,
        experiment=session,
        name=f"{mark.check_id} {mark.run_id}",
        status="FAILED" if is_failed else "FINISHED",
        tags=_tags(mark, metadata),
        params=_params(mark, metadata),
        metrics=tuple(each for each in _metrics(metadata, left) if math.isfinite(each.value)),
        files=dict(_files(left)),
    )


def _tags(mark: StageMark, metadata: TrainMetadata) -> dict[str, str]:
    return {
        "check_id": mark.check_id,
        "run_id": mark.run_id,
        "verdict": str(mark.verdict),
        "program": mark.program,
        "table": mark.fingerprint,
        "model": metadata.model_sha256,
        "as_of": mark.as_of,
    }


def _params(mark: StageMark, metadata: TrainMetadata) -> dict[str, str]:
    told: dict[str, object] = {
        "best_model": metadata.best_model,
        "problem_type": metadata.problem_type,
        "target": metadata.target_column,
        "metric": metadata.metric,
        "imbalance": metadata.class_imbalance_strategy,
        "tuning_method": metadata.tuning_method,
        "tuning_trials": metadata.tuning_trials,
        "random_seed": metadata.random_seed,
        "cv_folds": metadata.cv_folds,
    }
    told |= {f"params.{name}": value for name, value in mark.params.items()}
    told |= {f"model.{name}": value for name, value in metadata.best_model_params.items()}
    return {_fit(name): str(value)[:_LONGEST] for name, value in told.items()}


def _metrics(metadata: TrainMetadata, left: Path) -> Iterator[Point]:
    for part, scores in (
        ("test", metadata.test_metrics),
        ("validation", metadata.validation_metrics),
        ("cv", metadata.cv_metrics),
    ):
        yield from (Point(_fit(f"{part}.{name}"), value) for name, value in scores.items())
    for each in metadata.candidates:
        scored = each.validation.items()
        yield from (Point(_fit(f"{each.name}.validation.{k}"), value) for k, value in scored)
    yield Point("test_evaluations", metadata.test_evaluations)
    yield Point("imbalance_ratio", metadata.imbalance_ratio)
    yield from _logged(left / "metrics.jsonl")


def _logged(path: Path) -> Iterator[Point]:
    """What the program logged while it ran; a line that is none is left out."""
    for line in path.read_text("utf-8", "replace").splitlines() if path.is_file() else ():
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        match entry:
            case {"type": "metric", "run": str(run), "step": int(step), "metrics": dict(numbers)}:
                for name, value in numbers.items():
                    if isinstance(value, int | float):
                        yield Point(_fit(f"{run}.{name}"), value, step)


def _files(left: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(left.rglob("*")):
        if path.is_file() and path.suffix in SENT:
            folder = path.relative_to(left).parent.as_posix()
            yield str(path), "" if folder == "." else folder


def _fit(name: str) -> str:
    """A name of letters, digits and the few signs that MLflow takes."""
    return _UNFIT.sub("_", name)[:200]
