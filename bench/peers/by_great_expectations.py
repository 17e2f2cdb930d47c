"""Great Expectations on pandas: the checks that it has an expectation of its own for.

References are left out: as value sets of all keys they would take most of its time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import great_expectations as gx
import great_expectations.expectations as gxe
import pandas as pd

Expectations = dict[str, gxe.Expectation]
EVENT = ["user_id", "kind", "occurred_at", "seconds", "url"]


def expectations() -> dict[str, Expectations]:
    """Of each table its expectations, named as the checks of the race."""
    statuses = ["new", "paid", "shipped", "cancelled"]
    return {
        "users": {
            "no-email": gxe.ExpectColumnValuesToMatchRegex(
                column="email", regex=r"^[^@\s]+@[^@\s]+\.[a-z]+$"
            ),
            "odd-age": gxe.ExpectColumnValuesToBeBetween(column="age", min_value=18, max_value=110),
        },
        "events": {
            "no-seconds": gxe.ExpectColumnValuesToNotBeNull(column="seconds"),
            "odd-url": gxe.ExpectColumnValuesToMatchRegex(column="url", regex="^https://"),
            "repeated-event": gxe.ExpectCompoundColumnsToBeUnique(column_list=EVENT),
        },
        "orders": {
            "repeated-order": gxe.ExpectColumnValuesToBeUnique(column="order_id"),
            "unknown-status": gxe.ExpectColumnValuesToBeInSet(column="status", value_set=statuses),
            "no-quantity": gxe.ExpectColumnValuesToBeBetween(column="quantity", min_value=1),
            "shipped-before": gxe.ExpectColumnPairValuesAToBeGreaterThanB(
                column_A="shipped_at",
                column_B="ordered_at",
                or_equal=True,
                ignore_row_if="either_value_is_missing",
            ),
            "odd-average": gxe.ExpectColumnMeanToBeBetween(
                column="total", min_value=10, max_value=500
            ),
            "odd-currency": gxe.ExpectColumnValuesToMatchRegex(
                column="currency", regex="^[A-Z]{3}$"
            ),
        },
    }


def count(folder: Path) -> dict[str, int]:
    """The rows that fail each check."""
    tables = {name: pd.read_csv(folder / f"{name}.csv") for name in ("users", "events", "orders")}
    context = gx.get_context(mode="ephemeral")
    source = context.data_sources.add_pandas("race")
    counts: dict[str, int] = {}
    for table, named in expectations().items():
        batch = source.add_dataframe_asset(table).add_batch_definition_whole_dataframe("all")
        suite = gx.ExpectationSuite(table, expectations=list(named.values()))
        definition = gx.ValidationDefinition(name=table, data=batch, suite=suite)
        context.suites.add(suite)
        found = context.validation_definitions.add(definition).run(
            batch_parameters={"dataframe": tables[table]}, result_format="SUMMARY"
        )
        counts |= dict(zip(named, map(_failed, found.results), strict=True))
    return counts


def _failed(result: gx.core.ExpectationValidationResult) -> int:
    """A mean that holds fails nowhere; all else is a number of rows."""
    return int(result.result.get("unexpected_count", not result.success))


if __name__ == "__main__":
    print(json.dumps(count(Path(sys.argv[1]))))
