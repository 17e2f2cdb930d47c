"""One training as it is told to a tracker of experiments; it travels as JSON to a process apart."""

from __future__ import annotations

from typing import NamedTuple

from backend.contracts.contract import Contract


class Point(NamedTuple):
    """A number at a step."""

    key: str
    value: float
    step: int = 0


class TrackedRun(Contract):
    """What is logged: names are made fit for the tracker by whoever sends them."""

    uri: str
    artifacts: str | None = None
    """Where files go, for a store on this machine; None where the tracker decides."""
    experiment: str
    name: str
    status: str
    """FINISHED or FAILED."""
    tags: dict[str, str]
    params: dict[str, str]
    metrics: tuple[Point, ...]
    files: dict[str, str]
    """Path of each file to the folder that it goes to."""
