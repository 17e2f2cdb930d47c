"""Signs that a column knows the outcome: too good a predictor, an id that tells, a later date.

Every sign is a reason to ask a person, and no proof: `signal`, how strong (0 to 1), in words why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.names import (
    AFTER_WORD,
    PREDICTION_WORD,
    has_word,
    is_named_after,
    is_named_like_an_id,
)
from backend.stages.kit.eda.plain import finite, percent
from backend.stages.kit.eda.relations import outcome_of
from backend.stages.kit.eda.single_feature import single_feature_score
from backend.stages.kit.eda.target import Target

PERFECT = 0.97
TELLING_ID = 0.8
TELLING_GAP = 0.7
LATER = 0.95
FEWEST_IDS = 20
MOST_PARTS = 6

Signs = dict[str, list[dict[str, Any]]]


def is_id_like(column: TypedColumn) -> bool:
    """Whether the values tell rows apart and nothing else.

    Different in every known row and, for numbers, whole and dense or named like an id; for
    texts, not prose. A name like an id's lets one in a hundred rows repeat.
    """
    known = int(column.counts.sum())
    named = is_named_like_an_id(column.name)
    if known < FEWEST_IDS or column.dtype in ("datetime", "text"):
        return False
    if column.unique < known * (0.99 if named else 1.0):
        return False
    if column.dtype != "numeric" or named:
        return True
    span = float(column.values.max() - column.values.min())
    return column.is_whole and span < 2 * known


def leakage_signs(
    features: Mapping[str, TypedColumn],
    target: Target | None,
    scores: Mapping[str, float | None],
    outcome_date: str | None,
) -> Signs:
    """All signs of leakage by column; ``outcome_date`` names when the outcome was known."""
    signs: Signs = {name: [] for name in features}
    if target is None:
        return {}
    outcome = outcome_of(target)
    for name, column in features.items():
        if outcome is not None:
            signs[name] += telling_signs(column, outcome, scores.get(name))
        if has_word(name, PREDICTION_WORD) and (scores.get(name) or 0.0) > 0.5:
            signs[name].append(sign("prediction", scores[name], "It is named like a prediction."))
    dates = {name: each for name, each in features.items() if each.dtype == "datetime"}
    for name, column in dates.items():
        signs[name] += date_signs(column, dates, target, outcome_date)
    return {name: found for name, found in signs.items() if found}


def sign(signal: str, strength: float | None, reason: str) -> dict[str, Any]:
    """One sign of leakage."""
    return {"signal": signal, "strength": finite(strength), "reason": reason}


def telling_signs(
    column: TypedColumn, outcome: pd.Series, score: float | None
) -> list[dict[str, Any]]:
    """A column that predicts the outcome alone, by its values, its gaps, or parts of an id."""
    if score is not None and score >= PERFECT:
        how = f"Alone it predicts the target out of sample (score {score:.3f} of 1)."
        return [sign("perfect-predictor", score, how)]
    gaps = gap_score(column, outcome)
    if gaps is not None and gaps >= TELLING_GAP:
        how = f"Whether it is filled tells the target (score {gaps:.3f} of 1)."
        return [sign("telling-gaps", gaps, how)]
    if column.dtype != "datetime" and (is_id_like(column) or is_named_like_an_id(column.name)):
        return id_signs(column, outcome)
    return []


def gap_score(column: TypedColumn, outcome: pd.Series) -> float | None:
    """What the column's gaps alone tell of the outcome."""
    gaps = column.values.isna()
    if not gaps.any() or gaps.all():
        return None
    return single_feature_score(gaps.astype("float64"), outcome)


def id_signs(column: TypedColumn, outcome: pd.Series) -> list[dict[str, Any]]:
    """The part of an identifier that tells the outcome best, if one does."""
    scores = {
        part: single_feature_score(values, outcome) or 0.0
        for part, values in id_parts(column).items()
    }
    best = max(scores, key=lambda part: scores[part], default="")
    if not best or scores[best] < TELLING_ID:
        return []
    how = f"Its {best} tells the target (score {scores[best]:.3f} of 1)."
    return [sign("telling-id", scores[best], how)]


def id_parts(column: TypedColumn) -> dict[str, pd.Series]:
    """What an identifier may hide: its order, last digits, first letters, or one of its parts."""
    if column.dtype == "numeric":
        whole = column.values
        return {
            "order": whole,
            "last digit": (whole % 10).map(str),
            "last two digits": (whole % 100).map(str),
            "leading digits": (whole // 10 ** max(0, len(f"{whole.max():.0f}") - 2)).map(str),
        }
    texts = column.values
    parts = {"first letter": texts.str[:1], "first three letters": texts.str[:3]}
    parts |= {"last letter": texts.str[-1:], "last three letters": texts.str[-3:]}
    pieces = [id_pieces(text) if isinstance(text, str) else [] for text in texts]
    for at in range(MOST_PARTS):
        cells = [each[at] if at < len(each) else None for each in pieces]
        parts[f"part {at + 1}"] = pd.Series(cells, index=texts.index, dtype="str")
    numbers = pd.to_numeric(texts.str.extract(r"(\d+)\D*$")[0], errors="coerce")
    return parts | {"number": numbers}


def id_pieces(text: str) -> list[str]:
    """``AB12-yes`` gives AB, 12 and yes."""
    return re.findall(r"[^\W\d_]+|\d+", text)[:MOST_PARTS]


def date_signs(
    column: TypedColumn,
    dates: Mapping[str, TypedColumn],
    target: Target,
    outcome_date: str | None,
) -> list[dict[str, Any]]:
    """A date after the outcome's, one named after the target, or one that ends what began."""
    name = column.name
    if outcome_date is not None and outcome_date in dates and outcome_date != name:
        later = share_later(column, dates[outcome_date])
        if later > 0:
            how = f"It is later than {outcome_date!r} in {100 * later:.1f} % of rows."
            return [sign("after-outcome", later, how)]
        return []
    if name == outcome_date or any(is_named_after(name, each) for each in target.names):
        return [sign("outcome-date", 1.0, "By its name it tells when the outcome happened.")]
    others = [other for other in dates if other != name]
    after = [other for other in others if share_later(column, dates[other]) >= LATER]
    if has_word(name, AFTER_WORD) and (after or not others):
        how = "By its name it ends what the row is about"
        how += f", and it is later than {after[0]!r} in nearly all rows." if after else "."
        return [sign("after-outcome", 1.0, how)]
    return gap_between_dates(column, dates, target)


def share_later(column: TypedColumn, other: TypedColumn) -> float:
    """The share of rows, of those with both dates, in which this one is strictly later."""
    both = column.values.notna() & other.values.notna()
    later = int((column.values > other.values)[both].sum())
    return percent(later, int(both.sum())) / 100


def gap_between_dates(
    column: TypedColumn, dates: Mapping[str, TypedColumn], target: Target
) -> list[dict[str, Any]]:
    """The distance to another date that tells the outcome."""
    outcome = outcome_of(target)
    if outcome is None:
        return []
    for other in sorted(set(dates) - {column.name})[:MOST_PARTS]:
        days = (column.values - dates[other].values).dt.total_seconds() / 86_400
        score = single_feature_score(days, outcome) or 0.0
        if score >= TELLING_ID and share_later(column, dates[other]) >= LATER:
            how = f"The days since {other!r} tell the target (score {score:.3f} of 1)."
            return [sign("telling-interval", score, how)]
    return []
