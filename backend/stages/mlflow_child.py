"""The process that tells an MLflow tracker of one training: JSON in, its run id out.

Rules of this file: it runs apart, so that a tracker that hangs or fails costs a training nothing
but the wait; it copies files and opens none; it sends nothing but what it was told to send.
"""

from __future__ import annotations

import sys
import time

from backend.contracts.tracked import TrackedRun

MOST_METRICS, MOST_PARAMS = 500, 100
"""In one request; the API takes no more parameters, and 1000 things in all."""


def send(run: TrackedRun) -> str:
    """Log the run; gives its id."""
    from mlflow.entities import Metric, Param
    from mlflow.tracking import MlflowClient

    client = MlflowClient(tracking_uri=run.uri)
    found = client.get_experiment_by_name(run.experiment)
    experiment = (
        found.experiment_id
        if found
        else client.create_experiment(run.experiment, artifact_location=run.artifacts)
    )
    begun = client.create_run(experiment, run_name=run.name, tags=run.tags)
    run_id, now = begun.info.run_id, int(time.time() * 1000)
    params = [Param(key, value) for key, value in run.params.items()]
    metrics = [Metric(each.key, each.value, now, each.step) for each in run.metrics]
    for start in range(0, len(params), MOST_PARAMS):
        client.log_batch(run_id, params=params[start : start + MOST_PARAMS])
    for start in range(0, len(metrics), MOST_METRICS):
        client.log_batch(run_id, metrics=metrics[start : start + MOST_METRICS])
    for path, folder in run.files.items():
        client.log_artifact(run_id, path, folder or None)
    client.set_terminated(run_id, run.status)
    return str(run_id)


if __name__ == "__main__":
    print(send(TrackedRun.model_validate_json(sys.stdin.buffer.read())))
