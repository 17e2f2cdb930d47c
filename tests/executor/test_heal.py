"""Remedies that need no model."""

from __future__ import annotations

import pytest

from backend.executor.heal import remedy
from tests.executor.free_form import plan_of, schema_of

HEAD = 'import pandas as pd\n\n\ndef check(tables):\n    orders = tables["orders"]\n'

CURED = {
    "a misspelled column": (
        'return orders[orders["usr_id"].isna()]',
        "KeyError: 'usr_id' (line 6)",
        'return orders[orders["user_id"].isna()]'.replace('"user_id"', "'user_id'"),
    ),
    "another case": (
        'return orders[orders["Price"] < 0]',
        "KeyError: 'Price' (line 6)",
        "return orders[orders['price'] < 0]",
    ),
    "every place of it": (
        'return orders[(orders["PlacedAt"] > "2024") & orders["PlacedAt"].notna()]',
        "KeyError: 'PlacedAt' (line 6)",
        "return orders[(orders['placed_at'] > \"2024\") & orders['placed_at'].notna()]",
    ),
    "text compared with a number": (
        'return orders[orders["price"] < 0]',
        "TypeError: '<' not supported between instances of 'str' and 'int' (line 6)",
        'return orders[pd.to_numeric(orders["price"], errors="coerce") < 0]',
    ),
    "a date that is text": (
        'return orders[orders["placed_at"].dt.year < 2000]',
        "AttributeError: Can only use .dt accessor with datetimelike values (line 6)",
        'return orders[pd.to_datetime(orders["placed_at"], '
        "format='%Y-%m-%d', errors=\"coerce\").dt.year < 2000]",
    ),
    "after letters of several bytes": (
        'return orders[("é€𝄞" != "") & (orders["price"] < 0)]',
        "TypeError: '<' not supported between instances of 'str' and 'int' (line 6)",
        'return orders[("é€𝄞" != "") & (pd.to_numeric(orders["price"], errors="coerce") < 0)]',
    ),
}


@pytest.mark.parametrize(("line", "error", "cured"), CURED.values(), ids=CURED)
def test_cure(line: str, error: str, cured: str) -> None:
    found = remedy(f"{HEAD}    {line}\n", error, plan_of(), schema_of())
    assert found is not None
    assert found.source == f"{HEAD}    {cured}\n"
    assert found.what


def test_misspelled_table() -> None:
    source = 'def check(tables):\n    return tables["order"]\n'
    found = remedy(source, "KeyError: 'order' (line 2)", plan_of(), schema_of())
    assert found is not None
    assert found.source == "def check(tables):\n    return tables['orders']\n"


NOT_CURED = {
    "nothing resembles it": ('return orders[orders["colour"] < 0]', "KeyError: 'colour' (line 6)"),
    "the column is there, but not in this frame": (
        'return orders[["price"]][orders["user_id"] > 0]', "KeyError: 'user_id' (line 6)"),
    "two columns resemble it": ('return orders["er_id"]', "KeyError: 'er_id' (line 6)"),
    "the name is made up elsewhere": ("return orders[name]", "KeyError: 'usr_id' (line 6)"),
    "converted already": (
        'return orders[pd.to_numeric(orders["price"]) < "0"]',
        "TypeError: '<' not supported between instances of 'float' and 'str' (line 6)"),
    "a text column": (
        'return orders[orders["email"] < 0]',
        "TypeError: '<' not supported between instances of 'str' and 'int' (line 6)"),
    "no line is told": (
        'return orders[orders["price"] < 0]',
        "TypeError: '<' not supported between instances of 'str' and 'int'"),
    "another error": ("return orders[1 / 0]", "ZeroDivisionError: division by zero (line 6)"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "error"), NOT_CURED.values(), ids=NOT_CURED)
def test_what_is_not_sure_is_left_alone(line: str, error: str) -> None:
    assert remedy(f"{HEAD}    {line}\n", error, plan_of(), schema_of()) is None
