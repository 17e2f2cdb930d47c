"""Charts as Vega-Lite specifications, which need no plotting library on this side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from backend.dashboard.views.verdicts import scale

_RUN = {
    "field": "run",
    "type": "ordinal",
    "sort": None,
    "title": None,
    "axis": {
        "labelAngle": 0,
        "labelOverlap": "greedy",
        "labelExpr": "slice(datum.label, 0, 12)",
        "ticks": False,
    },
}
_MOST_LABELS = 24


def flagged_over_runs(points: Sequence[Mapping[str, Any]], *, height: int = 150) -> None:
    """Bars of flagged rows, a run each; ``points`` have run, flagged and maybe verdict."""
    by_verdict = {"field": "verdict", "type": "nominal", "scale": scale(), "legend": None}
    mark = {"type": "bar", "cornerRadiusEnd": 2, "width": {"band": 0.62}, "tooltip": True}
    encoding = {
        "x": _axis_of_runs(points),
        "y": {"field": "flagged", "type": "quantitative", "title": "flagged rows"},
        "color": by_verdict if "verdict" in points[0] else {"value": "#7c8aa0"},
        "tooltip": _tooltip(points[0]),
    }
    _draw(points, mark, encoding, height)


def share_over_runs(
    points: Sequence[Mapping[str, Any]], field: str, title: str, *, height: int = 150
) -> None:
    """A line of a share between 0 and 1, a run each."""
    mark = {"type": "line", "point": {"size": 28}, "tooltip": True, "color": "#2f7fd1"}
    encoding = {
        "x": _axis_of_runs(points),
        "y": {
            "field": field,
            "type": "quantitative",
            "title": title,
            "axis": {"format": "~%"},
        },
        "tooltip": _tooltip(points[0]),
    }
    _draw(points, mark, encoding, height)


def _axis_of_runs(points: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    axis = {**_RUN["axis"], "labels": len(points) <= _MOST_LABELS}  # type: ignore[dict-item]
    return {**_RUN, "axis": axis}


def _tooltip(point: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"field": name, "type": "quantitative", "format": ".2%" if "rate" in name else ","}
        if isinstance(value, int | float)
        else {"field": name, "type": "nominal"}
        for name, value in point.items()
    ]


def _draw(points: Sequence[Mapping[str, Any]], mark: object, encoding: object, height: int) -> None:
    spec = {
        "data": {"values": [dict(point) for point in points]},
        "mark": mark,
        "encoding": encoding,
        "height": height,
    }
    st.vega_lite_chart(spec, width="stretch")
