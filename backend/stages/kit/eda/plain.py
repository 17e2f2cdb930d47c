"""Numbers and texts as JSON may hold them: finite, short, and the same on every run."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

SEED = 42
LONGEST_TEXT = 80


def finite(number: object) -> float | None:
    """A number with twelve significant digits; None where it is missing or infinite."""
    if number is None or number is pd.NA:
        return None
    value = float(number)  # type: ignore[arg-type]
    return float(f"{value:.12g}") if math.isfinite(value) else None


def percent(part: int, whole: int) -> float:
    """``part`` of ``whole`` from 0 to 100; nothing of nothing is 0."""
    return round(100.0 * part / whole, 4) if whole else 0.0


def short_text(value: object) -> str:
    """A cell as a person reads it, cut after 80 characters."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        value = int(value)
    text = str(value)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def counts_as_json(counts: pd.Series, most: int) -> dict[str, int]:
    """The most frequent values with their counts, frequent ones first, ties by their text.

    Long values that are cut to the same text are added up.
    """
    head = counts[counts > 0].sort_values(ascending=False, kind="stable")
    if len(head) > most:
        head = head[head >= head.iloc[most - 1]]
    ordered = sorted(head.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))[:most]
    told: dict[str, int] = {}
    for value, count in ordered:
        told[short_text(value)] = told.get(short_text(value), 0) + int(count)
    return told


def sampled(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most so many rows, drawn from a fixed seed, in the table's order."""
    return frame if len(frame) <= most else frame.sample(most, random_state=SEED).sort_index()


def listed(names: Sequence[str], most: int = 10) -> str:
    """Names in a sentence, at most ten of them."""
    shown = ", ".join(repr(name) for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
