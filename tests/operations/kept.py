"""What a run told of each check, and what of it stands in which log."""

from __future__ import annotations

import json
from typing import Any

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord
from backend.store.runs_log import read_records
from backend.store.unchanged_runs import read_unchanged_runs
from tests.operations.place import CHANGED_ONLY, Place

OWN_OF_RUN = {"run_id", "started_at", "seconds"}


def logged(place: Place) -> list[RunRecord]:
    """The records that stand in the log for the run that wrote last."""
    records = read_records(place.workspace).records
    return [each for each in records if each.run_id == records[-1].run_id]


def line(place: Place) -> UnchangedRun:
    return read_unchanged_runs(place.workspace).runs[-1]


def told(records: Any) -> dict[str, dict[str, Any]]:
    """Records by check, without what is a run's own."""
    plain = [json.loads(each.model_dump_json()) for each in records]
    return {each["check_id"]: {k: each[k] for k in each.keys() - OWN_OF_RUN} for each in plain}


def run(place: Place, *more: str) -> dict[str, dict[str, Any]]:
    """One run, and what it told of each check."""
    place.agent(*CHANGED_ONLY, "--json", *more)
    records = json.loads(place.out)["records"]
    return {each["check_id"]: {k: each[k] for k in each.keys() - OWN_OF_RUN} for each in records}


def read_runs(place: Place) -> tuple[UnchangedRun, ...]:
    return read_unchanged_runs(place.workspace).runs
