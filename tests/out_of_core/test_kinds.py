"""Every kind of rule finds on DuckDB, out of core, what its program finds."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.history import is_history
from backend.executor.run_history import history_table
from backend.rules.rule import Example
from tests.out_of_core.ground import Ground, assert_alike
from tests.rules.examples import EXAMPLES


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_is_judged_alike(name: str, tmp_path: Path) -> None:
    _, example = EXAMPLES[name]
    judged = ground_of(example, tmp_path).judge(example.sentence)

    found = judged.in_sql()

    assert_alike(judged.in_pandas(), found)
    expected = example.flagged
    is_count = isinstance(expected, int)
    assert (len(found.records) if is_count else tuple(found.rows)) == expected


def ground_of(example: Example, folder: Path) -> Ground:
    """The tables of an example on disk."""
    given = example.tables
    tables = {
        name: pd.DataFrame(rows, columns=[*header], dtype=object).to_csv(index=False)
        for name, (header, *rows) in given.items()
        if not is_history(name)
    }
    history = {n: history_table(rows[1:]) for n, rows in given.items() if is_history(n)}
    return Ground(folder, tables, history)
