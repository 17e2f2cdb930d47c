"""What a stage left is read as far as it is whole; links lead nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.dashboard.snapshot_stage import read_file, read_metrics, read_probes, read_record
from backend.dashboard.views.stage_metrics import write_chart
from tests.dashboard.drawing import HOSTILE


def lines(path: Path, *entries: object, tail: str = "") -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in entries) + tail)
    return path


def metric(step: object, run: str = "main", **numbers: object) -> dict[str, object]:
    return {"type": "metric", "step": step, "metrics": numbers, "run": run}


def test_charts_are_those_that_were_configured(tmp_path: Path) -> None:
    charts = {"type": "charts", "charts": [{"title": "Loss", "metrics": ["loss", "best"]}]}
    path = lines(
        tmp_path / "m", charts, metric(1, loss=3, best=2.5, other=1), metric(2, loss=None), tail="{"
    )

    found = read_metrics(path)

    (chart,) = found.charts
    assert (chart.title, chart.lines) == ("Loss", (("loss", ((1, 3.0),)), ("best", ((1, 2.5),))))
    assert found.newest == (("main", 2, "loss None"),)


def test_without_a_configuration_each_metric_has_a_chart(tmp_path: Path) -> None:
    path = lines(tmp_path / "m", metric(1, "a", x=1), metric(1, "b", x=2, y=3))

    told = [(chart.title, [name for name, _ in chart.lines]) for chart in read_metrics(path).charts]

    assert told == [("x", ["a, x", "b, x"]), ("y", ["y"])]


@pytest.mark.parametrize(
    "odd",
    [
        [],
        1,
        {"type": "metric"},
        metric("1", x=1),
        metric(1, x="9"),
        {"type": "charts", "charts": 1},
    ],
    ids=str,
)
def test_odd_lines_are_left_out(tmp_path: Path, odd: object) -> None:
    assert read_metrics(lines(tmp_path / "m", odd)).charts == ()


@pytest.mark.parametrize("name", list(HOSTILE))
@pytest.mark.parametrize("values", [[1.0], [0.0, 0.0], [1e299, -1e299], [1, 2, 3]], ids=str)
def test_a_chart_is_drawn_of_whatever_was_logged(
    tmp_path: Path, name: str, values: list[float]
) -> None:
    entries = [metric(step, x=value) for step, value in enumerate(values)]
    charts = {"type": "charts", "charts": [{"title": HOSTILE[name], "metrics": ["x"]}]}
    (chart,) = read_metrics(lines(tmp_path / "m", charts, *entries)).charts

    drawn = write_chart(chart)

    assert "nan" not in drawn and "inf" not in drawn
    assert "<script" not in drawn and "<img" not in drawn


def test_many_points_are_thinned_and_the_last_stays(tmp_path: Path) -> None:
    path = lines(tmp_path / "m", *(metric(step, x=step) for step in range(5_000)))

    ((_, points),) = read_metrics(path).charts[0].lines

    assert len(points) < 500
    assert points[-1] == (4999, 4999.0)


def test_probes_are_told_with_their_course(tmp_path: Path) -> None:
    asked = {"probe": "leakage_check", "why": "Signs.", "columns": ["a", "b"]}
    lines(
        tmp_path / "probes.jsonl",
        {"event": "request", **asked, "rows": 9, "attempt": 1},
        {"event": "failure", **asked, "attempt": 1, "reason": "Too slow."},
        {"event": "request", **asked, "columns": ["a"], "rows": 4, "attempt": 2},
        {"event": "answer", **asked, "columns": ["a"], "attempts": 2, "outcome": "answered"}
        | {"finding": "No.", "values": {"auc": 0.5}},
        {"event": "request", "probe": "drill_missing", "why": "Gaps.", "columns": [], "rows": 1},
    )

    first, second = read_probes(tmp_path)

    assert (first.columns, first.rows, first.attempts) == (("a",), 4, 2)
    assert (first.failures, first.outcome, first.finding) == (("Too slow.",), "answered", "No.")
    assert json.loads(first.values) == {"auc": 0.5}
    assert (second.name, second.outcome) == ("drill_missing", "")


def test_links_and_ways_out_are_not_followed(tmp_path: Path) -> None:
    stage = tmp_path / "eda"
    stage.mkdir()
    (tmp_path / "secret.json").write_text("{}")
    (stage / "report.json").symlink_to(tmp_path / "secret.json")
    (stage / "data").symlink_to(tmp_path)
    (stage / "own").write_bytes(b"own")

    assert read_file(stage, "own") == b"own"
    assert read_record(stage) == ("", "")
    for name in ("report.json", "../secret.json", "data/secret.json", "a\0b", str(tmp_path)):
        assert read_file(stage, name) is None
