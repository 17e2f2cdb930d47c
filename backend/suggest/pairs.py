"""Proposals about columns together: order of dates, sums and products, one value for each key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, permutations

import numpy as np
import numpy.typing as npt
import pandas as pd

from backend.contracts.schema import Column, ColumnType
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Arithmetic, Reads
from backend.rules.phrasing import compare
from backend.suggest.profile import Profile, is_id
from backend.suggest.proposal import ENOUGH, Proposal, cell, holds, propose, row_proposal, words_of

_CENT = 0.01
_MOST_COLUMNS = 12
_SAMPLE = 500
_DETERMINED = (
    ("zip", "city"), ("postcode", "city"), ("city", "country"), ("city", "state"),
    ("state", "country"), ("sku", "product"),
)  # fmt: skip


def date_order(profile: Profile) -> Iterator[Proposal]:
    """One date after another, row by row."""
    dated = [c for c in profile.columns(ColumnType.DATE) if not c.day_or_month_first]
    with_time = {c.name: "%H" in (c.date_format or "") for c in dated}
    dates = {c.name: profile.dates(c) for c in dated}
    ordered = sorted(dates, key=lambda name: dates[name].median())
    for first, second in pairwise(ordered):
        both = pd.DataFrame({"a": dates[first], "b": dates[second]}).dropna()
        early = int((both["b"] < both["a"]).sum())
        is_told = len(both) >= ENOUGH and bool((both["b"] > both["a"]).mean() > 0.5)
        if with_time[first] == with_time[second] and is_told and holds(early, len(both)):
            of, than = cell(profile.table, second), cell(profile.table, first)
            must = compare(of, ">=", than)
            text = "{b} must be on or after {a}."
            yield row_proposal("order of dates", profile.table, must, text, a=first, b=second)


def formulas(profile: Profile) -> Iterator[Proposal]:
    """Sums and products of two columns that a third one holds, give or take a cent."""
    names = [c.name for c in profile.numeric() if not is_id(c.name)][:_MOST_COLUMNS]
    numbers = {name: profile.numbers(name).to_numpy() for name in names}
    telling = [name for name in names if len(np.unique(numbers[name])) >= 5]
    for total in telling:
        for left, right in combinations([name for name in names if name != total], 2):
            for sign in ("+", "*"):
                if _is_formula(numbers[left], numbers[right], numbers[total], sign):
                    yield _formula(profile.table, total, left, right, sign)


Numbers = npt.NDArray[np.float64]


def _is_formula(left: Numbers, right: Numbers, total: Numbers, sign: str) -> bool:
    """Whether it holds for nearly all rows; a look at the first ones is enough to say no."""
    few = slice(0, _SAMPLE)
    off, told = _count_off(left[few], right[few], total[few], sign)
    if told < ENOUGH or off > 0.1 * told:
        return False
    return holds(*_count_off(left, right, total, sign))


def _count_off(left: Numbers, right: Numbers, total: Numbers, sign: str) -> tuple[int, int]:
    """How many rows miss by more than a cent, of how many; none where one side hardly matters."""
    told = ~(np.isnan(left) | np.isnan(right) | np.isnan(total))
    left, right, total = left[told], right[told], total[told]
    idle = 0 if sign == "+" else 1
    if len(total) == 0 or ((left != idle) & (right != idle)).mean() < 0.5:
        return 0, 0
    found = left + right if sign == "+" else left * right
    return int((np.abs(found - total) > _CENT + 1e-9).sum()), len(total)


def _formula(table: str, total: str, left: str, right: str, sign: str) -> Proposal:
    value = Arithmetic.model_validate(
        {"sign": sign, "left": cell(table, left), "right": cell(table, right)}
    )
    must = compare(cell(table, total), "==", value, tolerance=_CENT, reads=Reads.NUMBER)
    text = f"{{c}} must equal {{a}} {sign} {{b}}, give or take {_CENT}."
    return row_proposal("formula", table, must, text, a=left, b=right, c=total)


def dependencies(profile: Profile) -> Iterator[Proposal]:
    """Keys that always go with the same name, city or country."""
    candidates = [c for c in profile.columns(ColumnType.TEXT, ColumnType.INTEGER) if not c.unique]
    for key, value in permutations(candidates, 2):
        if _may_depend(key, value) and _depends(key, value, profile):
            rule = InconsistentValues(table=profile.table, key=(key.name,), values=(value.name,))
            text = "Each {a} always has the same {b}."
            yield propose("dependency", rule, [text], {"a": key.name, "b": value.name})


def _may_depend(key: Column, value: Column) -> bool:
    """``customer_id`` and ``customer_name``; ``zip`` and ``city``."""
    mine, theirs = words_of(key.name), words_of(value.name)
    if value.type != ColumnType.TEXT:
        return False
    noun = mine[:-1]
    if is_id(key.name) and not is_id(value.name) and noun and theirs[: len(noun)] == noun:
        return True
    return any(k in mine and v in theirs for k, v in _DETERMINED)


def _depends(key: Column, value: Column, profile: Profile) -> bool:
    pair = profile.frame[[key.name, value.name]].dropna()
    groups = pair.groupby(key.name)[value.name]
    if len(pair) < ENOUGH or groups.ngroups < 3 or len(pair) < 2 * groups.ngroups:
        return False
    usual = pair[value.name] == groups.transform(_most_frequent)
    return holds(int((~usual).sum()), len(pair)) and int(pair[value.name].nunique()) > 1


def _most_frequent(values: pd.Series) -> object:
    return values.value_counts().index[0]
