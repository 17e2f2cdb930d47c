"""A sooner way to the groups that pandas makes of whole numbers: the same groups in the same order.

pandas numbers groups by functions of its own, which are no promise (``pandas.core``): where one of
them is not there, pandas stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np

from backend.sandbox.worker.whole_numbers import (
    FEWEST_ROWS,
    Places,
    Whole,
    close_range,
    look_up,
    mark,
)

Number = Callable[..., Any]


class _Groups(NamedTuple):
    """The number of each cell's group, counted in the order of the keys, and the keys."""

    numbers: Places
    keys: Whole


def install() -> None:
    """Let groups that are made from now on be numbered in the short way."""
    for room, name, shorten in (
        ("pandas.core.algorithms", "factorize", shortened_factorize),
        ("pandas.core.groupby.ops", "compress_group_index", shortened_compress),
    ):
        function = getattr(import_module(room), name, None)
        if function is not None:
            setattr(import_module(room), name, shorten(function))


def shortened_factorize(factorize: Number) -> Number:
    """``factorize`` in the order of the keys: how ``groupby`` numbers the groups of one column."""

    @wraps(factorize)
    def shortened(values: Any, sort: bool = False, *more: Any, **options: Any) -> Any:
        groups = _number(values) if sort else None
        return tuple(groups) if groups else factorize(values, sort, *more, **options)

    return shortened


def shortened_compress(compress: Number) -> Number:
    """``compress_group_index``: how ``groupby`` numbers the groups of several columns.

    A number below 0 is no group; whoever has one is left to pandas.
    """

    @wraps(compress)
    def shortened(group_index: Any, sort: bool = True, *more: Any, **options: Any) -> Any:
        groups = _number(group_index, lowest=0) if sort else None
        return tuple(groups) if groups else compress(group_index, sort, *more, **options)

    return shortened


def _number(cells: Any, *, lowest: int | None = None) -> _Groups | None:
    """The groups of a long array of whole numbers that are close, none below the ``lowest``."""
    is_plain = type(cells) is np.ndarray and cells.ndim == 1 and cells.dtype == np.int64
    if not is_plain or len(cells) < FEWEST_ROWS:
        return None
    close = close_range(cells, 0)
    if close is None or (lowest is not None and close.low < lowest):
        return None
    is_there = mark(cells, close)
    numbers = np.cumsum(is_there, dtype=np.intp)
    numbers -= 1
    return _Groups(look_up(numbers, cells, close), np.flatnonzero(is_there) + close.low)
