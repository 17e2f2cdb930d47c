"""Which rows are learnt from and which are held back, decided before anything is learnt.

Rules of this file: pure; equal rows, equal seed, equal split; copies of a row, rows of a group and
rows of one moment stay on one side; every row is in exactly one list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from backend.contracts.errors import DataError
from backend.contracts.prep_metadata import Splits, SplitStrategy

SHARES = (0.70, 0.15, 0.15)
FEWEST_ROWS = 20
MOSTLY_COPIES = 0.5
"""Where more of train would go, repeated rows are the data's nature and not a mistake."""


class Wish(NamedTuple):
    """How the owner, or the exploration's advice, wants the rows to be split."""

    stratify: bool
    group: str | None = None
    time: str | None = None
    time_format: str | None = None
    ids: tuple[str, ...] = ()
    """Columns that name the row: two rows that differ in these alone are copies too."""


def split_rows(frame: pd.DataFrame, *, target: str, wish: Wish, seed: int) -> Splits:
    """Cut the rows that have a target into 70, 15 and 15 percent.

    Raises:
        DataError: ``too-few-rows``, ``no-such-column``, ``no-moment``: a row has no time.
    """
    _refuse_unknown(frame, [target, wish.group, wish.time])
    known = frame.index[frame[target].notna()].to_numpy()
    if len(known) < FEWEST_ROWS:
        raise DataError(
            f"{target}: {len(known)} rows have a target, and a split needs {FEWEST_ROWS}. "
            "Give more rows, or another target.",
            code="too-few-rows",
        )
    rows = frame.loc[known]
    parts, strategy = (
        _by_time(rows, wish) if wish.time is not None else _by_units(rows, target, wish, seed)
    )
    return _splits(frame, parts, strategy=strategy, wish=wish, target=target, seed=seed)


def _refuse_unknown(frame: pd.DataFrame, names: Sequence[str | None]) -> None:
    for name in names:
        if name is not None and name not in frame.columns:
            known = ", ".join(map(repr, frame.columns[:10]))
            raise DataError(
                f"split: the table has no column {name!r}. Name one of {known}.",
                code="no-such-column",
            )


# By time ------------------------------------------------------------------------------------------


def _by_time(rows: pd.DataFrame, wish: Wish) -> tuple[list[np.ndarray], SplitStrategy]:
    moments = read_moments(rows, str(wish.time), wish.time_format)
    if moments.isna().any():
        raise DataError(
            f"{wish.time}: {int(moments.isna().sum())} rows have no time that can be read, so it "
            "is unknown whether they lie in the past. Fill them, or split by another column.",
            code="no-moment",
        )
    order = np.argsort(moments.to_numpy(), kind="stable")
    sorted_moments = moments.to_numpy()[order]
    cuts = [
        int(np.searchsorted(sorted_moments, sorted_moments[int(share * len(rows))]))
        for share in (SHARES[0], SHARES[0] + SHARES[1])
    ]
    if not 0 < cuts[0] < cuts[1] < len(rows):
        raise DataError(
            f"{wish.time}: too many rows share one moment to cut by time. Split by another column.",
            code="too-few-rows",
        )
    return [rows.index.to_numpy()[part] for part in np.split(order, cuts)], "time"


def read_moments(rows: pd.DataFrame, column: str, written: str | None) -> pd.Series:
    """The times of the rows, as numbers or as dates written so; what is neither is missing."""
    values = rows[column]
    if pd.api.types.is_numeric_dtype(values):
        return values
    return pd.to_datetime(values, format=written or "ISO8601", errors="coerce")


# By unit ------------------------------------------------------------------------------------------


def _by_units(
    rows: pd.DataFrame, target: str, wish: Wish, seed: int
) -> tuple[list[np.ndarray], SplitStrategy]:
    units = _units(rows, wish)
    labels = pd.factorize(rows[target].astype("str"), sort=True)[0]
    strategy: SplitStrategy = "stratified" if wish.stratify else "random"
    sides = _allot(units, labels if wish.stratify else np.zeros(len(rows), int), seed)
    if wish.stratify and min(np.bincount(sides, minlength=3)) == 0:
        sides, strategy = _allot(units, np.zeros(len(rows), int), seed), "random"
    if min(np.bincount(sides, minlength=3)) == 0:
        raise DataError(
            f"split: its rows fall into {units.max() + 1} groups, too few for three parts. "
            "Leave the group out, or give more rows.",
            code="too-few-rows",
        )
    parts = [rows.index.to_numpy()[sides == side] for side in range(3)]
    return parts, "group" if wish.group else strategy


def _units(rows: pd.DataFrame, wish: Wish) -> np.ndarray:
    """A number for each row; rows that must stay together have one number."""
    if wish.group is not None:
        lone = pd.Series([f"row {place}" for place in range(len(rows))], index=rows.index)
        named = "group " + rows[wish.group].astype("str")
        return pd.factorize(named.where(rows[wish.group].notna(), lone))[0]
    if repeats_by_nature(rows):
        return np.arange(len(rows))
    return pd.factorize(pd.util.hash_pandas_object(copy_key(rows, wish.ids), index=False))[0]


def repeats_by_nature(rows: pd.DataFrame) -> bool:
    """Whether so many rows are copies that each is an observation of its own."""
    return bool(rows.duplicated().mean() > MOSTLY_COPIES)


def copy_key(rows: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    """The columns by which two rows are copies: all but ids, unless those alone tell rows apart."""
    plain = rows.drop(columns=[name for name in ids if name in rows.columns])
    if plain.shape[1] > 1 and not repeats_by_nature(plain):
        return plain
    return rows


def _allot(units: np.ndarray, labels: np.ndarray, seed: int) -> np.ndarray:
    """A side (0 train, 1 validation, 2 test) for each row; each label in the same shares.

    Units of several rows go first, the largest to where most is lacking; single rows fill up.
    """
    rng = np.random.default_rng(seed)
    counts = np.bincount(labels)
    wanted = np.outer(SHARES, counts)
    have = np.zeros_like(wanted)
    sides = np.full(len(units), -1)
    sizes = np.bincount(units)
    for rows in _large_units(units, sizes, rng):
        held = np.bincount(labels[rows], minlength=len(counts))
        lacking = (wanted - have) / np.maximum(wanted, 1e-9)
        side = int(np.argmax(lacking @ held))
        sides[rows] = side
        have[side] += held
    for label in range(len(counts)):
        single = rng.permutation(np.flatnonzero((labels == label) & (sides < 0)))
        test = min(len(single), _rounded(wanted[2, label] - have[2, label]))
        val = min(len(single) - test, _rounded(wanted[1, label] - have[1, label]))
        sides[single] = 0
        sides[single[:test]] = 2
        sides[single[test : test + val]] = 1
    return sides


def _large_units(
    units: np.ndarray, sizes: np.ndarray, rng: np.random.Generator
) -> list[np.ndarray]:
    order = np.argsort(units, kind="stable")
    rows = np.split(order, np.cumsum(sizes)[:-1])
    large = [rows[unit] for unit in rng.permutation(len(sizes)) if sizes[unit] > 1]
    return sorted(large, key=len, reverse=True)


def _rounded(value: float) -> int:
    return max(0, int(value + 0.5))


# The record ---------------------------------------------------------------------------------------


def _splits(
    frame: pd.DataFrame,
    parts: list[np.ndarray],
    *,
    strategy: SplitStrategy,
    wish: Wish,
    target: str,
    seed: int,
) -> Splits:
    train = parts[0]
    copies_kept = repeats_by_nature(frame.loc[np.concatenate(parts)])
    is_copy = frame.loc[train].duplicated().to_numpy() & (not copies_kept)
    order = (lambda rows: rows) if strategy == "time" else np.sort
    return Splits(
        strategy=strategy,
        why=_why(strategy, wish, copies_kept=copies_kept),
        copies_kept=copies_kept,
        column=wish.time or wish.group,
        seed=seed,
        train=tuple(order(train[~is_copy]).tolist()),
        val=tuple(order(parts[1]).tolist()),
        test=tuple(order(parts[2]).tolist()),
        copies_removed=tuple(np.sort(train[is_copy]).tolist()),
        without_target=tuple(frame.index[frame[target].isna()].tolist()),
    )


def _why(strategy: SplitStrategy, wish: Wish, *, copies_kept: bool) -> str:
    copies = "copies of a row on one side"
    if copies_kept:
        copies = "equal rows taken for observations of their own, as most rows repeat"
    match strategy:
        case "time":
            return f"by {wish.time}: what is learnt from lies before what it is judged on"
        case "group":
            return f"by {wish.group}: all rows of a group are on one side"
        case "stratified":
            return f"stratified: each class in the same shares, {copies}"
    return f"at random, {copies}"
