"""Pictures of a table as PNG: the same table gives the same picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.plain import counts_as_json, sampled
from backend.stages.kit.eda.target import REGRESSION, Target

INK, ACCENT, SOFT = "#2f4858", "#c8553d", "#86a3b3"
MOST_DRAWN_ROWS = 2_000
MOST_MAP_ROWS = 400
MOST_MAP_COLUMNS = 40
MOST_BARS = 12
MOST_RELATED = 6


def drawn_text(text: object, most: int = 28) -> str:
    """A label that Matplotlib takes word by word: short, and no formula."""
    short = str(text) if len(str(text)) <= most else str(text)[: most - 1] + "…"
    return re.sub(r"\s", " ", short).replace("$", r"\$")


def file_name(kind: str, at: int, name: str) -> str:
    """A figure's file: kind, number, and what letters and digits the column's name has."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").lower()[:40]
    return f"{kind}_{at:02d}_{plain}.png".replace("_.png", ".png")


def draw(
    artifacts: Path, file: str, title: str, paint: Callable[[Axes], None], height: float = 3.2
) -> str:
    """Paint one figure and leave it; gives its path below ``artifacts``."""
    figure = Figure(figsize=(5.6, height), dpi=100, layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    paint(axes)
    axes.set_title(drawn_text(title, 60), fontsize=10, loc="left", color=INK)
    (artifacts / "figures").mkdir(parents=True, exist_ok=True)
    path = f"figures/{file}"
    figure.savefig(artifacts / path, metadata={"Software": None})
    return path


def draw_figures(
    artifacts: Path,
    features: Mapping[str, TypedColumn],
    target: Target | None,
    correlations: Mapping[str, Any],
    most: int,
) -> dict[str, Any]:
    """All pictures; of each kind at most ``most``, by what the features tell of the target."""
    if most == 0:
        return no_figures()
    ranked = by_strength(features, correlations)
    numeric = [each for each in ranked if each.dtype == "numeric" and each.counts.size][:most]
    named = [each for each in ranked if each.dtype == "categorical" and each.counts.size][:most]
    return {
        "histograms": [draw_histogram(artifacts, at, each) for at, each in enumerate(numeric)],
        "bars": [draw_bars(artifacts, at, each) for at, each in enumerate(named)],
        "missing_heatmap": draw_gaps(artifacts, features),
        "correlation_heatmap": draw_correlations(artifacts, numeric),
        "target": [] if target is None else draw_target(artifacts, target),
        "features_by_target": draw_related(artifacts, ranked[: min(most, MOST_RELATED)], target),
    }


def no_figures() -> dict[str, Any]:
    """What is told where nothing is drawn."""
    lists: dict[str, Any] = {"histograms": [], "bars": [], "target": [], "features_by_target": []}
    return lists | {"missing_heatmap": None, "correlation_heatmap": None}


def by_strength(
    features: Mapping[str, TypedColumn], correlations: Mapping[str, Any]
) -> list[TypedColumn]:
    """Features in the order of what they alone tell of the target, else in the table's."""
    told = [*correlations["numeric_to_target"], *correlations["categorical_to_target"]]
    scores = {each["feature"]: each.get("score") or 0.0 for each in told}
    return sorted(features.values(), key=lambda column: -scores.get(column.name, 0.0))


def draw_histogram(artifacts: Path, at: int, column: TypedColumn) -> str:
    """How the numbers of a column are spread, with median and mean."""
    known = drawable(column.values)

    def paint(axes: Axes) -> None:
        axes.hist(known, bins=bins_of(known), color=SOFT, edgecolor="white", linewidth=0.4)
        axes.axvline(known.median(), color=INK, linewidth=1.2, label="median")
        axes.axvline(known.mean(), color=ACCENT, linewidth=1.2, linestyle="--", label="mean")
        axes.set_ylabel("rows")
        axes.legend(frameon=False, fontsize=8)

    return draw(artifacts, file_name("hist", at, column.name), column.name, paint)


def drawable(numbers: pd.Series) -> pd.Series:
    """Known numbers, cut at 1e100, beyond which no axis can tell a distance."""
    return numbers.dropna().clip(-1e100, 1e100)


def bins_of(known: pd.Series) -> int:
    """As many bins as there are values, from 1 to 40."""
    low, high = float(known.min()), float(known.max())
    if not np.isfinite(high - low) or high - low <= abs(high) * 1e-12:
        return 1
    return int(min(40, max(1, known.nunique())))


def draw_bars(artifacts: Path, at: int, column: TypedColumn) -> str:
    """The most frequent values of a column."""
    counts = counts_as_json(column.values.value_counts(), MOST_BARS)
    title = f"{column.name} ({column.unique} values)"
    paint = bars_of(counts)
    return draw(artifacts, file_name("bar", at, column.name), title, paint)


def bars_of(counts: Mapping[str, float], unit: str = "rows") -> Callable[[Axes], None]:
    """Bars beside one another, the first on top."""

    def paint(axes: Axes) -> None:
        at = np.arange(len(counts))
        axes.barh(at, list(counts.values()), color=SOFT)
        axes.set_yticks(at, [drawn_text(name) for name in counts], fontsize=8)
        axes.invert_yaxis()
        axes.set_xlabel(unit)

    return paint


def draw_gaps(artifacts: Path, features: Mapping[str, TypedColumn]) -> str | None:
    """Where cells are unknown: a row of the picture is a row of the table (or of a sample)."""
    gaps = pd.DataFrame({name: column.values.isna() for name, column in features.items()})
    holed = sampled(gaps.loc[:, gaps.any()].iloc[:, :MOST_MAP_COLUMNS], MOST_MAP_ROWS)
    if not holed.size:
        return None

    def paint(axes: Axes) -> None:
        axes.imshow(holed.to_numpy(), aspect="auto", cmap="Greys", interpolation="nearest")
        names = [drawn_text(name, 18) for name in holed]
        axes.set_xticks(np.arange(len(names)), names, rotation=60, ha="right", fontsize=7)
        axes.set_ylabel("rows (sample)" if len(holed) < len(gaps) else "rows")

    return draw(artifacts, "missing_heatmap.png", "Unknown cells (dark)", paint, 4.0)


def draw_correlations(artifacts: Path, numeric: Sequence[TypedColumn]) -> str | None:
    """Pearson's r of the drawn numeric columns."""
    if len(numeric) < 2:
        return None
    frame = pd.DataFrame({column.name: column.values for column in numeric})
    matrix = frame.corr(min_periods=3).to_numpy()

    def paint(axes: Axes) -> None:
        shown = axes.imshow(matrix, cmap="RdBu_r", vmin=-1, vmax=1)
        names = [drawn_text(column.name, 18) for column in numeric]
        axes.set_xticks(np.arange(len(names)), names, rotation=60, ha="right", fontsize=7)
        axes.set_yticks(np.arange(len(names)), names, fontsize=7)
        axes.figure.colorbar(shown, ax=axes, shrink=0.8)

    return draw(artifacts, "correlation_heatmap.png", "Pearson's r", paint, 4.6)


def draw_target(artifacts: Path, target: Target) -> list[str]:
    """Bars of the classes or labels, or the histogram of what is measured."""
    if target.labels is not None:
        counts = counts_as_json(target.labels.sum().astype("int64"), MOST_BARS)
        return [draw(artifacts, "target.png", "Target: rows with each label", bars_of(counts))]
    numbers = target.numbers if target.task == REGRESSION else None
    if numbers is None:
        counts = counts_as_json(target.values.value_counts(), MOST_BARS)
        title = f"Target: {target.name}"
        return [draw(artifacts, "target.png", title, bars_of(counts))] if counts else []
    known = drawable(numbers)

    def paint(axes: Axes) -> None:
        axes.hist(known, bins=bins_of(known), color=ACCENT, edgecolor="white", linewidth=0.4)
        axes.set_ylabel("rows")

    return [draw(artifacts, "target.png", f"Target: {target.name}", paint)] if len(known) else []


def draw_related(
    artifacts: Path, ranked: Sequence[TypedColumn], target: Target | None
) -> list[str]:
    """The numeric features that tell most, against the target: boxes by class, or points."""
    if target is None or target.labels is not None:
        return []
    frames = [
        pd.DataFrame({"x": drawable(column.values), "y": target.values}).dropna()
        for column in ranked
        if column.dtype == "numeric"
    ]
    names = [column.name for column in ranked if column.dtype == "numeric"]
    return [
        draw(artifacts, file_name("target_by", at, name), f"{target.name} by {name}", paint)
        for at, (name, frame) in enumerate(zip(names, frames, strict=True))
        if len(frame) > 2
        for paint in [points_of(frame) if target.task == REGRESSION else boxes_of(frame)]
    ]


def points_of(frame: pd.DataFrame) -> Callable[[Axes], None]:
    """Feature against target, of a sample."""
    shown = sampled(frame, MOST_DRAWN_ROWS)

    def paint(axes: Axes) -> None:
        axes.scatter(shown["x"], shown["y"], s=6, alpha=0.5, color=INK, linewidths=0)

    return paint


def boxes_of(frame: pd.DataFrame) -> Callable[[Axes], None]:
    """The feature's five numbers in each of the largest classes."""
    classes = list(counts_as_json(frame["y"].value_counts(), MOST_BARS))
    groups = [frame.loc[frame["y"] == each, "x"].to_numpy() for each in classes]

    def paint(axes: Axes) -> None:
        labels = [drawn_text(each) for each in classes]
        axes.boxplot(groups, orientation="horizontal", tick_labels=labels, showfliers=False)
        axes.invert_yaxis()

    return paint
