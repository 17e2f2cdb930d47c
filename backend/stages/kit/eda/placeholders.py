"""Values that stand for "not known": question marks among texts, 99999 among numbers."""

from __future__ import annotations

import pandas as pd

from backend.stages.kit.eda.plain import short_text

PLACEHOLDERS = frozenset(
    ["", "?", "??", "???", "-", "--", "---", ".", "..", "n/a", "na", "#n/a", "nan", "null", "nil"]
)
"""Compared trimmed and in lower case. ``none`` and ``unknown`` are not here: they are often a
category of their own."""

SENTINELS = (-9.0, -99.0, -999.0, -9999.0, 99.0, 999.0, 9999.0, 99999.0, 999999.0)


def placeholders_among(counts: pd.Series) -> pd.Series:
    """The placeholders among the values of a text column with their counts, frequent ones first."""
    spelled = pd.Series(counts.index, dtype="str").str.strip().str.lower()
    found = counts[spelled.isin(PLACEHOLDERS).to_numpy()]
    return found.sort_index().sort_values(ascending=False, kind="stable")


def sentinel_counts(numbers: pd.Series) -> dict[str, int]:
    """Numbers of nines, repeated, at the edge of the column and far from all else.

    Far is half of the range that the other values span, or more.
    """
    known = numbers.dropna()
    found: dict[str, int] = {}
    for edge in {known.min(), known.max()} & set(SENTINELS) if len(known) else ():
        others = known[known != edge]
        repeats = len(known) - len(others)
        if others.nunique() < 3 or repeats < 2:
            continue
        gap = float((others - edge).abs().min())
        if gap >= 0.5 * float(others.max() - others.min()):
            found[short_text(edge)] = repeats
    return dict(sorted(found.items()))
