"""What one stage left, read part by part: probes, metrics, its JSON, its files.

Rules of this file: links are not followed, nothing outside the stage's folder is opened, and of a
file that is being written the whole lines are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

RECORDS = ("report.json", "data/metadata.json")
"""Where a stage leaves its record, whichever it leaves."""
LONGEST_RECORD = 400_000
_WHILE_RUNNING = (
    ".leaving-scratch/step-*/live.jsonl",
    ".leaving-scratch/*/metrics.jsonl",
    ".leaving-*/metrics.jsonl",
)
_LONGEST_LINES = 8 * 2**20
_MOST_CHARTS, _MOST_LINES, _MOST_POINTS = 12, 8, 400

Point = tuple[float, float]


class Probe(NamedTuple):
    """One deeper question with its course; ``outcome`` is empty until there is an answer."""

    name: str
    why: str
    columns: tuple[str, ...]
    rows: int
    attempts: int
    failures: tuple[str, ...]
    outcome: str
    finding: str
    values: str
    """The answer's numbers as JSON text."""


class Chart(NamedTuple):
    """Lines over steps; ``lines`` are names (run and metric) with their points."""

    title: str
    lines: tuple[tuple[str, tuple[Point, ...]], ...]


class Metrics(NamedTuple):
    """What a program logged so far: as charts, and the newest numbers of each run."""

    charts: tuple[Chart, ...] = ()
    newest: tuple[tuple[str, int, str], ...] = ()
    """Run, step, numbers in words."""


def read_probes(folder: Path) -> tuple[Probe, ...]:
    """The deeper questions of an exploration, in the order in which they were asked."""
    found: dict[str, dict[str, Any]] = {}
    for line in _lines(folder / "probes.jsonl"):
        name = str(line.get("probe", ""))
        own = found.setdefault(name, {"failures": []})
        if line.get("event") == "failure":
            own["failures"].append(str(line.get("reason", "")))
        else:
            own.update({key: value for key, value in line.items() if key != "event"})
    return tuple(_probe(name, told) for name, told in found.items())


def read_metrics(path: Path) -> Metrics:
    """The metrics of a program so far; nothing where it logged none."""
    asked: list[dict[str, Any]] = []
    series: dict[tuple[str, str], list[Point]] = {}
    newest: dict[str, tuple[int, dict[str, Any]]] = {}
    for line in _lines(path):
        if line.get("type") == "charts" and isinstance(line.get("charts"), list):
            asked = [each for each in line["charts"] if isinstance(each, dict)]
        elif line.get("type") == "metric" and isinstance(line.get("metrics"), dict):
            run, step = str(line.get("run", "main")), line.get("step")
            if not isinstance(step, int) or not _is_number(step):
                continue
            newest[run] = (step, line["metrics"])
            for metric, value in line["metrics"].items():
                if _is_number(value):
                    series.setdefault((run, str(metric)), []).append((step, float(value)))
    told = tuple((run, step, _say(numbers)) for run, (step, numbers) in newest.items())
    return Metrics(tuple(_charts(asked, series))[:_MOST_CHARTS], told)


def live_metrics(session: Path) -> Path:
    """Where the metrics of a stage that runs stand meanwhile: the file that has the most.

    A step's output stands beside the step; its ``metrics.jsonl`` moves on when the step has ended.
    """
    found = [path for each in _WHILE_RUNNING for path in session.glob(each)]
    return max(found, key=_size, default=session / "metrics.jsonl")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_record(folder: Path) -> tuple[str, str]:
    """The name of a stage's JSON record and its text, made readable; empty where there is none."""
    for name in RECORDS:
        data = read_file(folder, name, most=LONGEST_RECORD)
        if data is None:
            continue
        try:
            return name, json.dumps(json.loads(data), indent=2, ensure_ascii=False)
        except (ValueError, RecursionError):
            return name, data.decode("utf-8", "replace")
    return "", ""


def read_file(folder: Path, name: str, *, most: int = -1) -> bytes | None:
    """A file of a stage (at most so many bytes); None where there is none, or a link leads there.

    ``name`` is relative to the stage's folder.
    """
    path = folder / name
    try:
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            return None
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read(most)
    except (OSError, ValueError):
        return None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of lines; what is no object yet, or is damaged, is left out."""
    data = read_file(path.parent, path.name, most=_LONGEST_LINES) or b""
    for line in data[: data.rfind(b"\n") + 1].splitlines():
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _probe(name: str, told: dict[str, Any]) -> Probe:
    columns = told.get("columns")
    values = told.get("values")
    return Probe(
        name=name,
        why=str(told.get("why", "")),
        columns=tuple(map(str, columns)) if isinstance(columns, list) else (),
        rows=_whole(told.get("rows")),
        attempts=_whole(told.get("attempts", told.get("attempt"))),
        failures=tuple(told["failures"]),
        outcome=str(told.get("outcome", "")),
        finding=str(told.get("finding", "")),
        values=json.dumps(values, indent=2, ensure_ascii=False) if values else "",
    )


def _charts(
    asked: list[dict[str, Any]], series: dict[tuple[str, str], list[Point]]
) -> Iterator[Chart]:
    """As the program configured them, or one for each metric."""
    metrics = dict.fromkeys(metric for _, metric in series)
    wanted = [(str(each.get("title", "")), each.get("metrics")) for each in asked]
    for title, names in wanted or [(metric, [metric]) for metric in metrics]:
        chosen = [str(name) for name in names] if isinstance(names, list) else []
        lines = [(run, metric) for run, metric in series if metric in chosen]
        if lines:
            is_one_run = len({run for run, _ in lines}) == 1
            yield Chart(
                title or ", ".join(chosen),
                tuple(
                    (metric if is_one_run else f"{run}, {metric}", _thin(series[run, metric]))
                    for run, metric in lines[:_MOST_LINES]
                ),
            )


def _thin(points: list[Point]) -> tuple[Point, ...]:
    every = -(-len(points) // _MOST_POINTS)
    return tuple(points[::every] if every < 2 else [*points[::every], points[-1]])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _say(numbers: dict[str, Any]) -> str:
    told = (f"{k} {v:.4g}" if _is_number(v) else f"{k} {v}" for k, v in numbers.items())
    return ", ".join(told)
