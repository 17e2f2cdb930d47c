"""Sooner ways to what pandas gives, for the columns that tables have: the result is the same.

A program calls pandas as it is written; in a worker the functions here stand in for its slowest
ones. Each takes its short way only where it is sure, and leaves every other call, and every cell
that it is not sure of, to pandas itself.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.api import types

from backend.sandbox.worker import groups
from backend.sandbox.worker.whole_numbers import (
    FEWEST_ROWS,
    Places,
    may_repeat,
    shortened_isin,
    shortened_look_up,
    shortened_repeats,
    whole_numbers,
)

SAMPLE = 1_000
"""Rows by which it is told whether a column has few texts."""


class _Shape(NamedTuple):
    """A spelling of dates in digits of fixed places; ``sure`` matches only dates that exist."""

    width: int
    sure: str
    between: str = ""
    """What stands between day and hour."""


_DAY = r"[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
SHAPES = {
    "%Y-%m-%d": _Shape(10, f"^{_DAY}$"),
    "%Y-%m-%d %H:%M:%S": _Shape(19, f"^{_DAY} {_TIME}$", " "),
    "%Y-%m-%dT%H:%M:%S": _Shape(19, f"^{_DAY}T{_TIME}$", "T"),
}
MICROSECONDS = pa.timestamp("us")
FIRST_YEAR = np.datetime64("1000-01-01", "us")

BLANKS = r"\t\n\f\r "
ODD = "[\x0b\x1c-\x1f]"
"""What is blank to Python among ASCII's characters, and not to Arrow."""
OPENING = ("[", "[^", "[]", "[^]")
PART = re.compile(r"\[\^?\]?|\\.|.", re.DOTALL)
FEW = 10
"""Texts are few where a sample holds each of them ten times."""

Match = Callable[..., Any]
Parse = Callable[..., Any]
Repeated = Callable[..., "pd.Series[bool]"]


def install() -> None:
    """Let programs that are run from now on take the short ways."""
    pd.to_datetime = shortened_parse(pd.to_datetime)
    texts = type(pd.Series([""]).str)
    for method in ("fullmatch", "match", "contains"):
        setattr(texts, method, shortened_match(getattr(texts, method)))
    pd.DataFrame.duplicated = shortened_duplicated(  # type: ignore[method-assign]
        pd.DataFrame.duplicated
    )
    for kind, name, shorten in (
        (pd.Series, "duplicated", shortened_repeats),
        (pd.Series, "isin", shortened_isin),
        (pd.Index, "get_indexer", shortened_look_up),
    ):
        setattr(kind, name, shorten(getattr(kind, name)))
    groups.install()


def shortened_parse(parse: Parse) -> Parse:
    """``pd.to_datetime`` that reads dates of fixed places with Arrow."""

    @wraps(parse)
    def to_datetime(arg: Any, *more: Any, **options: Any) -> Any:
        shape = None if more or options.keys() - {"format", "errors"} else options.get("format")
        if not isinstance(shape, str) or shape not in SHAPES or not _is_long_text(arg):
            return parse(arg, *more, **options)
        cells = arg.array._pa_array
        found = _parse_all(cells, SHAPES[shape])
        if found is None:
            found = _parse_sure(cells, SHAPES[shape], lambda rest: parse(rest, **options))
        return parse(arg, **options) if found is None else _like(arg, found)

    return to_datetime


def _is_long_text(arg: object) -> bool:
    if not isinstance(arg, pd.Series) or type(arg) is not pd.Series or len(arg) < FEWEST_ROWS:
        return False
    return isinstance(arg.dtype, pd.StringDtype) and arg.dtype.storage == "pyarrow"


def _like(arg: pd.Series[Any], found: np.ndarray[Any, Any]) -> pd.Series[Any]:
    return pd.Series(found, index=arg.index, name=arg.name, copy=False)


def _parse_all(cells: pa.ChunkedArray, shape: _Shape) -> np.ndarray[Any, Any] | None:
    """All cells, where every one that is there has the shape and is a date; else None."""
    widths = pc.min_max(pc.binary_length(cells)).as_py()
    if (widths["min"], widths["max"]) != (shape.width, shape.width):
        return None
    try:
        found = cells.cast(MICROSECONDS)
    except pa.ArrowInvalid:
        return None
    is_spelled = not shape.between or all(_has(each, shape) for each in cells.chunks)
    dates = np.asarray(found).copy()  # Arrow's own memory cannot be written to
    return dates if is_spelled and not (dates < FIRST_YEAR).any() else None


def _has(chunk: pa.Array, shape: _Shape) -> bool:
    """Whether the right character stands between day and hour, in cells of the right width."""
    there = chunk.drop_null() if chunk.null_count else chunk
    _, places, texts = there.buffers()
    size = np.dtype(np.int64 if pa.types.is_large_string(there.type) else np.int32)
    start = int(np.frombuffer(places, size, 1, there.offset * size.itemsize)[0])
    letters = np.frombuffer(texts, np.uint8, len(there) * shape.width, start)
    return bool((letters[10 :: shape.width] == ord(shape.between)).all())


def _parse_sure(
    cells: pa.ChunkedArray, shape: _Shape, parse: Callable[[pd.Series[Any]], pd.Series[Any]]
) -> np.ndarray[Any, Any] | None:
    """The cells that are surely dates by Arrow, and the rest by pandas; None where they are few."""
    sure = pc.fill_null(pc.match_substring_regex(cells, shape.sure), False)
    is_sure = np.asarray(sure)
    if is_sure.sum() * 2 < len(is_sure):
        return None
    rest = parse(pd.Series(cells.filter(pc.invert(sure)), dtype="str"))
    if not types.is_datetime64_dtype(rest.dtype):
        return None
    found = np.empty(len(is_sure), dtype="M8[us]")
    found[is_sure] = np.asarray(cells.filter(sure).cast(MICROSECONDS))
    found[~is_sure] = rest.to_numpy()
    return found


def shortened_match(match: Match) -> Match:
    """``Series.str.fullmatch`` and its like that look at each of few texts once.

    Where texts are many, blanks are spelled out for Arrow, as far as it reads them alike.
    """

    @wraps(match)
    def shortened(self: Any, *pattern: Any, **options: Any) -> Any:
        column = getattr(self, "_orig", None)
        if column is None or not _is_long_text(column):
            return match(self, *pattern, **options)
        if not _has_few_texts(column):
            return match(self, *_spell_blanks(pattern, column), **options)
        cells = column.array._pa_array  # an only piece would be copied when it is joined
        whole = cells.chunk(0) if cells.num_chunks == 1 else cells.combine_chunks()
        coded = whole.dictionary_encode()
        texts = pd.Series([*coded.dictionary.to_pylist(), None], dtype="str")
        found = match(texts.str, *pattern, **options)
        codes = np.asarray(coded.indices.fill_null(len(texts) - 1))
        return pd.Series(found.array.take(codes), index=column.index, name=column.name, copy=False)

    return shortened


def _spell_blanks(pattern: tuple[Any, ...], column: pd.Series[Any]) -> tuple[Any, ...]:
    """The pattern with each ``\\s`` as the blanks that the column may have, where that is sure."""
    match pattern:
        case (str(text),) if r"\s" in text and _has_plain_blanks(column.array._pa_array):
            spelled = spell_blanks(text)
            return pattern if spelled is None else (spelled,)
    return pattern


def spell_blanks(pattern: str) -> str | None:
    """A regular expression without ``\\s``; None where it is not plain enough to be sure."""
    if "(?" in pattern or r"\S" in pattern or not _is_expression(pattern):
        return None
    spelled, inside = "", False
    for part in PART.findall(pattern):
        if inside and part.startswith("["):
            return None
        if part == r"\s":
            part = BLANKS if inside else f"[{BLANKS}]"
        inside = (inside or part in OPENING) and part != "]"
        spelled += part
    return spelled


def _is_expression(pattern: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning):
        return False
    return True


def _has_plain_blanks(cells: pa.ChunkedArray) -> bool:
    """Whether every blank in the cells is one that Arrow and Python know."""
    is_plain = pc.all(pc.string_is_ascii(cells), min_count=0).as_py()
    return is_plain and not pc.any(pc.match_substring_regex(cells, ODD), min_count=0).as_py()


def _has_few_texts(column: pd.Series[Any]) -> bool:
    sample = column.iloc[:: max(1, len(column) // SAMPLE)]
    return sample.nunique() * FEW < len(sample)


def shortened_duplicated(duplicated: Repeated) -> Repeated:
    """``DataFrame.duplicated`` that looks at texts only in rows whose numbers are not alone."""

    @wraps(duplicated)
    def shortened(self: pd.DataFrame, subset: Any = None, keep: Any = "first") -> pd.Series[bool]:
        numbers = [place for place, dtype in enumerate(self.dtypes) if _is_number(dtype)]
        texts = [dtype for dtype in self.dtypes if isinstance(dtype, pd.StringDtype)]
        is_plain = subset is None and keep in ("first", "last", False) and bool(numbers and texts)
        if not is_plain or len(numbers) + len(texts) < self.shape[1] or len(self) < FEWEST_ROWS:
            return duplicated(self, subset=subset, keep=keep)
        near = _rows_near(self, numbers)
        is_shared = duplicated(self.iloc[near, numbers], keep=False).to_numpy()
        shared, found = near[is_shared], np.zeros(len(self), dtype=bool)
        if len(shared):
            found[shared] = duplicated(self.iloc[shared], keep=keep).to_numpy()
        return pd.Series(found, index=self.index, copy=False, dtype=bool)

    return shortened


def _rows_near(frame: pd.DataFrame, numbers: list[int]) -> Places:
    """The rows whose whole numbers may be those of another row."""
    columns = (whole_numbers(frame.iloc[:, place]) for place in numbers)
    whole = [cells for cells in columns if cells is not None]
    return may_repeat(whole) if whole else np.arange(len(frame))


def _is_number(dtype: Any) -> bool:
    """Whether cells of this kind are equal to pandas wherever they are compared."""
    if isinstance(dtype, np.dtype):
        return dtype.kind in "biufM"
    return isinstance(dtype, pd.Int64Dtype | pd.Float64Dtype | pd.BooleanDtype)
