"""Proposals about the values of one column: there, of a kind, of a list, within a range."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import pandas as pd

from backend.contracts.schema import Column, ColumnType
from backend.rules.language.terms import Apply, Constant, Function, Missing, Reads, Today
from backend.rules.phrasing import all_of, compare, not_, one_of
from backend.suggest.profile import Profile, is_id
from backend.suggest.proposal import (
    ENOUGH,
    Proposal,
    cell,
    holds,
    quote,
    row_proposal,
    say_list,
    words_of,
)

_MOST_VALUES = 12
_LATER = frozenset({"due", "expiry", "expires", "expiration", "end", "until", "valid", "planned",
                    "scheduled", "next", "target", "delivery", "deadline", "to"})  # fmt: skip
_SHARES = frozenset({"percent", "percentage", "pct"})


def required(profile: Profile) -> Iterator[Proposal]:
    """Columns without an empty cell, save a few."""
    for column in profile.columns():
        if profile.rows >= 5 and holds(column.missing, profile.rows):
            must = not_(Missing(of=cell(profile.table, column.name)))
            text = "{a} must be filled in."
            yield row_proposal("required", profile.table, must, text, a=column.name)


def allowed_values(profile: Profile) -> Iterator[Proposal]:
    """Short lists of texts; a rare value that is a frequent one misspelt is none of them."""
    for column in profile.columns(ColumnType.TEXT, ColumnType.BOOLEAN):
        if not column.values or is_id(column.name):
            continue
        counts = profile.texts(column.name).value_counts()
        kept = _without_slips(counts)
        quoted = [quote(value) for value in kept]
        total = int(counts.sum())
        is_list = 2 <= len(kept) <= _MOST_VALUES and total >= max(ENOUGH, 3 * len(kept))
        if is_list and all(quoted) and holds(total - int(counts[kept].sum()), total):
            yield _listed(profile, column, kept, [text for text in quoted if text])


def _listed(profile: Profile, column: Column, kept: list[str], quoted: list[str]) -> Proposal:
    options = tuple(Constant(value=value, reads=Reads.TEXT) for value in kept)
    must = one_of(cell(profile.table, column.name), options)
    text = f"{{a}} must be one of {say_list(quoted)}."
    return row_proposal("allowed values", profile.table, must, text, a=column.name)


def _without_slips(counts: pd.Series) -> list[str]:
    """Values, most frequent first, without the rare ones that look like a frequent one."""
    kept: list[str] = []
    for value, count in counts.items():
        text = str(value)
        is_rare = count <= max(2, 0.005 * counts.sum())
        if is_rare and any(_is_like(text, other) for other in kept):
            continue
        kept.append(text)
    return kept


def _is_like(text: str, other: str) -> bool:
    """Equal but for case and blanks, or for two letters at most."""
    plain, model = text.strip().casefold(), other.strip().casefold()
    if plain == model:
        return True
    same = sum(block.size for block in SequenceMatcher(None, plain, model).get_matching_blocks())
    return min(len(plain), len(model)) >= 4 and max(len(plain), len(model)) - same <= 2


# Ranges --------------------------------------------------------------------------------------


def ranges(profile: Profile) -> Iterator[Proposal]:
    """Bounds that a column's nature or its name gives, and that its numbers keep."""
    for column in profile.numeric():
        numbers = profile.numbers(column.name).dropna()
        if len(numbers) < ENOUGH or is_id(column.name):
            continue
        low, high = _bounds(column, numbers)
        outside = int(((numbers < low) | (numbers > high)).sum())
        if low > float("-inf") and holds(outside, len(numbers)):
            yield _ranged(profile, column.name, low, high)


def _bounds(column: Column, numbers: pd.Series) -> tuple[float, float]:
    """The narrowest of the sensible bounds; open where there is none."""
    words = set(words_of(column.name))
    if words & _SHARES:
        return 0, 100
    if words & {"latitude", "lat"}:
        return -90, 90
    if words & {"longitude", "lon", "lng"}:
        return -180, 180
    if words & {"rating", "stars", "score"} and column.type == ColumnType.INTEGER:
        most = int(numbers.quantile(0.98))
        if most in (5, 10) and (numbers >= 1).mean() >= 0.98:
            return 1, most
    return (0, float("inf")) if (numbers >= 0).mean() >= 0.98 else (float("-inf"), float("inf"))


def _ranged(profile: Profile, name: str, low: float, high: float) -> Proposal:
    of = cell(profile.table, name)
    first = compare(of, ">=", Constant(value=int(low), reads=Reads.NUMBER))
    if high == float("inf"):
        text = f"{{a}} must be at least {int(low)}."
        return row_proposal("range", profile.table, first, text, a=name)
    second = compare(of, "<=", Constant(value=int(high), reads=Reads.NUMBER))
    text = f"{{a}} must be between {int(low)} and {int(high)}."
    return row_proposal("range", profile.table, all_of(first, second), text, a=name)


def past_dates(profile: Profile, today: pd.Timestamp) -> Iterator[Proposal]:
    """Dates of things that have happened."""
    for column in profile.columns(ColumnType.DATE):
        if set(words_of(column.name)) & _LATER or column.day_or_month_first:
            continue
        dates = profile.dates(column).dropna()
        later = int((dates.dt.normalize() > today).sum())
        if len(dates) >= ENOUGH and holds(later, len(dates)):
            must = compare(cell(profile.table, column.name), "<=", Today())
            text = "{a} must not be in the future."
            yield row_proposal("range", profile.table, must, text, a=column.name)


# Written form --------------------------------------------------------------------------------


def outer_blanks(profile: Profile) -> Iterator[Proposal]:
    """Texts without blanks at their ends."""
    for column in profile.columns(ColumnType.TEXT):
        texts = profile.texts(column.name)
        padded = int((texts != texts.str.strip()).sum())
        if column.type == ColumnType.TEXT and len(texts) >= ENOUGH and holds(padded, len(texts)):
            of = cell(profile.table, column.name)
            must = compare(of, "==", Apply(function=Function.STRIP, of=of))
            text = "{a} must have no leading or trailing blanks."
            yield row_proposal("blanks", profile.table, must, text, a=column.name)


def lengths(profile: Profile) -> Iterator[Proposal]:
    """Codes of one length."""
    for column in profile.columns(ColumnType.TEXT):
        texts = profile.texts(column.name)
        if len(texts) < ENOUGH or texts.nunique() < ENOUGH or texts.str.contains(" ").any():
            continue
        sizes = texts.str.len().value_counts()
        usual = int(sizes.index[0])
        if usual > 1 and holds(len(texts) - int(sizes.iloc[0]), len(texts)):
            length = Apply(function=Function.LENGTH, of=cell(profile.table, column.name))
            must = compare(length, "==", Constant(value=usual, reads=Reads.NUMBER))
            text = f"{{a}} must be {usual} characters long."
            yield row_proposal("length", profile.table, must, text, a=column.name)
