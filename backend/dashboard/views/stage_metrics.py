"""What a program logs while it trains, as lines over steps: plain HTML, no plotting library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import streamlit as st

from backend.dashboard.plain import escape, heading
from backend.dashboard.snapshot_stage import Chart, Metrics, Point, read_metrics
from backend.dashboard.views import listing

COLOURS = (
    "#3b82f6",
    "#d98a1b",
    "#12946a",
    "#c0509a",
    "#8b5cf6",
    "#d94a57",
    "#0ea5b7",
    "#6b8299",
)
_WIDE, _HIGH, _HALF = 600.0, 180.0, 1.1
"""How wide a chart is about, how high it is, and half of a line's width, in pixels."""


def draw_metrics(path: Path, *, key: str) -> bool:
    """Draw the metrics that stand in a file; whether there are any."""
    metrics = read_metrics(path)
    if not metrics.newest:
        return False
    heading("Metrics", level=4)
    st.html(f'<div class="pa-lines">{"".join(map(write_chart, metrics.charts))}</div>')
    _draw_newest(metrics, key)
    return True


def write_chart(chart: Chart) -> str:
    """A chart as HTML; what it says is also told to who cannot see it."""
    points = [point for _, each in chart.lines for point in each]
    low, high = _bounds([value for _, value in points])
    first, last = min(step for step, _ in points), max(step for step, _ in points)
    drawn, legend = [], []
    for number, (name, each) in enumerate(chart.lines):
        colour = COLOURS[number % len(COLOURS)]
        drawn.append(_line(each, (first, last), (low, high), colour))
        sign = f'<i style="background:{colour}"></i>'
        legend.append(f"<span>{sign}{escape(name)} <b>{each[-1][1]:.4g}</b></span>")
    about = "; ".join(f"{name}: {each[-1][1]:.4g} at last" for name, each in chart.lines)
    return (
        f'<div class="pa-card"><h4>{escape(chart.title)}</h4>'
        f'<div class="pa-chart" role="img" aria-label="{escape(about)}" style="--high:{_HIGH}px">'
        f'<div class="pa-scale"><span>{high:.4g}</span><span>{(low + high) / 2:.4g}</span>'
        f'<span>{low:.4g}</span></div><div class="pa-plot">'
        f'{"".join(drawn)}</div><div class="pa-ends"><span>step {first:g}</span>'
        f"<span>{last:g}</span></div></div>"
        f'<div class="pa-legend pa-small">{"".join(legend)}</div></div>'
    )


def _line(
    points: Sequence[Point],
    across: tuple[float, float],
    up: tuple[float, float],
    colour: str,
) -> str:
    """A line as a shape that is cut out of its colour: the page's filter takes SVG away."""
    placed = [(_share(x, across) * _WIDE, (1 - _share(y, up)) * _HIGH) for x, y in points]
    if len(placed) == 1:
        ((x, y),) = placed
        placed = [(x - 4, y), (x + 4, y)]
    above: list[str] = []
    below: list[str] = []
    for begin, end in pairwise(placed):
        normal = _normal(begin, end)
        above += [_corner(begin, normal, 1), _corner(end, normal, 1)]
        below += [_corner(begin, normal, -1), _corner(end, normal, -1)]
    shape = ",".join([*above, *reversed(below)])
    return f'<s style="background:{colour};clip-path:polygon({shape})"></s>'


def _normal(begin: Point, end: Point) -> Point:
    """The direction that a line from here to there is thick in; of length 1."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    length = math.hypot(across, up) or 1.0
    return -up / length, across / length


def _corner(point: Point, normal: Point, side: int) -> str:
    x, y = 100 * point[0] / _WIDE, 100 * point[1] / _HIGH
    across, up = side * _HALF * normal[0], side * _HALF * normal[1]
    return f"calc({x:.2f}% + {across:.2f}px) calc({y:.2f}% + {up:.2f}px)"


def _share(value: float, bounds: tuple[float, float]) -> float:
    low, high = bounds
    return (value - low) / (high - low) if high > low else 0.5


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    margin = (high - low) * 0.06 or abs(high) * 0.05 or 0.5
    return low - margin, high + margin


def _draw_newest(metrics: Metrics, key: str) -> None:
    rows = [(run, step, told) for run, step, told in metrics.newest]
    listing.draw(
        f"metrics {key}", ("run", "step", "newest numbers"), rows, wide=("newest numbers",)
    )
