"""No word of a confined program lets it change, read or evaluate anything, as pandas tells."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pandas as pd
import pytest
from pandas.api.typing import DataFrameGroupBy, SeriesGroupBy

from backend.sandbox.worker import vocabulary as words

TEXTS = type(pd.Series([""]).str)
DATES = type(pd.Series(pd.to_datetime(["2026-01-01"])).dt)
INDEXES = (pd.Index, pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.PeriodIndex)
SCALARS = (pd.Timestamp, pd.Timedelta, pd.Period)
OF_PANDAS = (
    *(pd.DataFrame, pd.Series, *INDEXES, *SCALARS),
    *(DataFrameGroupBy, SeriesGroupBy, TEXTS, DATES),
)
OF_PYTHON = (str, int, float, dict, list, set, tuple, range)
CHANGES = frozenset({"inplace"})
REACHES = re.compile(r"path|buf|file|^expr$|^func$|^aggfunc$|engine|callable")
IN_PLACE = frozenset({
    "add", "append", "byteswap", "clear", "discard", "extend", "fill", "insert", "partition", "pop",
    "popitem", "put", "remove", "resize", "reverse", "setdefault", "setfield", "setflags", "sort",
    "update",
})  # fmt: skip
"""What changes the arrays of numpy, or the lists, sets and dictionaries of Python."""
HARMLESS = frozenset({"index", "size"})
"""Properties that are functions of texts and of groups: they look, and no more."""
ALLOWED = sorted(words.METHODS)


def functions(name: str) -> Iterator[tuple[type, inspect.Signature]]:
    """A method of this name wherever pandas has one, with what it takes."""
    for kind in OF_PANDAS:
        function = getattr(kind, name, None)
        if inspect.isroutine(function):
            yield kind, inspect.signature(function)


@pytest.mark.parametrize("name", ALLOWED)
def test_no_method_changes_its_frame_unless_it_is_told_so_by_name(name: str) -> None:
    for kind, signature in functions(name):
        for parameter in signature.parameters.values():
            is_told_by_name = parameter.kind is parameter.KEYWORD_ONLY
            assert parameter.name not in CHANGES or is_told_by_name, kind


def test_no_method_changes_a_list_or_an_array() -> None:
    assert not words.METHODS & IN_PLACE


@pytest.mark.parametrize("name", ALLOWED)
def test_no_method_reads_a_path_or_evaluates_a_text(name: str) -> None:
    for kind, signature in functions(name):
        reaching = {each for each in signature.parameters if REACHES.search(each)}
        assert not {(name, each) for each in reaching} - ALLOWED_ARGUMENTS, kind


ALLOWED_ARGUMENTS = {
    ("map", "func"),  # a function that the program names, never its name
    ("map", "engine"),
    ("map", "mapper"),
    *(
        (name, engine)
        for name in ("max", "mean", "min", "std", "sum", "var")
        for engine in ("engine", "engine_kwargs")
    ),  # numba, which is asked for by a name that is not among the keywords
}


@pytest.mark.parametrize("word", sorted(words.METHODS | words.BY_NAME | words.PROPERTIES))
def test_every_word_is_one_of_pandas_or_python(word: str) -> None:
    assert any(hasattr(kind, word) for kind in (*OF_PANDAS, *OF_PYTHON))
    assert not word.startswith("_")


@pytest.mark.parametrize("word", sorted(words.PROPERTIES - HARMLESS))
def test_no_property_is_a_function(word: str) -> None:
    for kind in OF_PANDAS:
        assert not inspect.isfunction(getattr(kind, word, None)), kind


@pytest.mark.parametrize("engine", ["engine", "engine_kwargs", "func", "inplace", "copy", "key"])
def test_no_argument_is_named_that_asks_for_more(engine: str) -> None:
    assert engine not in words.KEYWORDS
