"""Cells of another type than most of their column, in every dtype that may arrive."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from backend.proof.meaning.typed_cells import cell_type
from backend.rules.language.cell_types import type_of
from backend.rules.mixed_types import MixedTypes
from tests.rules.chance import chance
from tests.rules.words import cell, compare, num
from tests.rules.worlds import found, world

NUMBERS = ["0", "-1", "+2.50", ".5", "5.", "1e3", "2E-4", "007", "20240101", " 12 "]
DATES = [
    "2024-02-29", "2024-02-30", "2024/1/5", "2024.01.05", "31/12/2024", "12-31-2024", "5.1.2024",
    "Mar 5, 2024", "march 5 2024", "5 Mar 2024", "05-Mar-2024", "2024-01-01 10:15",
    "2024-01-01T10:15:00", "2024-01-01T10:15:00.123Z", "2024-01-01 10:15:00+02:00",
    "1/31/2024 1:05 PM",
]  # fmt: skip
TRUTHS = ["true", "False", "TRUE"]
TEXTS = [
    "n/a", "12 days", "1,5", "$5", "2024-13-32", "24-01-01", "01/02/24", "5 Mai 2024", "1_000", "-",
    "1.2.3", "yes", "2024-01-01 later", "x12", "nan", "inf",
]  # fmt: skip
TYPES = {"number": NUMBERS, "date": DATES, "truth value": TRUTHS, "text": TEXTS}


@pytest.mark.parametrize(
    ("cell_text", "wanted"),
    [(text, kind) for kind, texts in TYPES.items() for text in texts] + [("", None), (" \t", None)],
)
def test_the_type_of_a_cell(cell_text: str, wanted: str | None) -> None:
    assert (type_of(cell_text), cell_type(cell_text)) == (wanted, wanted)


COLUMNS: dict[str, tuple[list[Any], dict[str, Any], list[int]]] = {
    "numbers alone": ([1, 2, None, 3], {}, []),
    "decimals beside whole numbers": ([1, 2.5, 3], {}, []),
    "one text": ([1, 2, "n/a"], {}, [2]),
    "one number": (["a", 2, "b"], {}, [1]),
    "as many: the number is usual": (["a", 2], {}, [0]),
    "as many dates and texts": (["soon", "2024-01-01"], {}, [0]),
    "three types": (["a", 2, "2024-01-01", 3], {}, [0, 2]),
    "blanks have no type": ([" ", 2, " "], {}, []),
    "a date is no number": ([1, 2, "2024-01-01"], {"apart": ("number", "text")}, [2]),
    "a number is no date": (["2024-01-01", 7, 8], {"apart": ("date", "text")}, [0]),
    "others do not count": (["a", "b", 1, "2024-01-01"], {"apart": ("number", "date")}, [3]),
    "none of the named": (["a", "b", "true"], {"apart": ("number", "date")}, []),
    "of rows that count": ([1, "a", "b"], {"where": compare(cell("n"), "==", num(1))}, [1]),
}


@pytest.mark.parametrize(("cells", "fields", "flagged"), COLUMNS.values(), ids=COLUMNS)
def test_cells_of_another_type_than_most_are_flagged(
    cells: list[Any], fields: dict[str, Any], flagged: list[int]
) -> None:
    rows = [(each, 1 if place < 2 else 2) for place, each in enumerate(cells)]
    rule = MixedTypes(table="t", columns=("x",), **fields)

    assert found(rule, world(t=[("x", "n"), *rows])).rows == flagged


def test_a_row_is_flagged_for_any_of_its_columns() -> None:
    tables = world(t=[("a", "b"), (1, "x"), (2, "y"), ("z", None), (4, 5), (None, None)])
    result = found(MixedTypes(table="t", columns=("a", "b")), tables)

    assert (result.rows, result.tested) == ([2, 3], 4)


@chance(60)
@given(
    st.lists(st.sampled_from([None, " ", "1", "-2.5", "a", "x y", "2024-01-01", "true"])),
    st.sampled_from([(), ("number", "text"), ("number", "date"), ("date", "truth value", "text")]),
)
def test_the_usual_type_is_the_most_frequent_or_first(
    cells: list[str | None], apart: tuple[Any, ...]
) -> None:
    rule = MixedTypes(table="t", columns=("x",), apart=apart)
    held = {n: type_of(each) for n, each in enumerate(cells) if each and type_of(each)}
    if apart:
        rest = "text" if "text" in apart else None
        held = {n: kind if kind in apart else rest for n, kind in held.items()}
    told = [kind for kind in held.values() if kind]
    usual = max(rule.types, key=told.count)
    flagged = [n for n, kind in held.items() if kind and kind != usual]

    assert found(rule, world(t=[("x",), *((each,) for each in cells)])).rows == flagged


@pytest.mark.parametrize("fields", [{"columns": ()}, {"columns": ("a",), "apart": ("text",)}])
def test_a_rule_names_a_column_and_two_types(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        MixedTypes(table="t", **fields)


@pytest.mark.parametrize("name", ["cell", "type of", "type_of", "text", "usual", "q\"uo'te"])
def test_columns_may_have_any_name(name: str) -> None:
    rows = world(**{name: [(name, "b"), (1, "x"), ("a", "y"), (3, "z")]})

    assert found(MixedTypes(table=name, columns=(name, "b")), rows).rows == [1]
