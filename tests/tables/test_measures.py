"""What a run leaves of a table is what pandas measures of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.history import ColumnMeasures, TableMeasures
from backend.contracts.schema import ColumnType, Schema
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.measures import measure_table
from backend.tables.snapshot import snapshot_tables


def measured(folder: Path, text: str) -> TableMeasures:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True, exist_ok=True)
    (workspace.data / "t.csv").write_text(text)
    schema = snapshot_tables(workspace, Schema())
    assert not schema.problems
    return measure_table(workspace, schema.tables["t"])


def column(folder: Path, *cells: str) -> ColumnMeasures:
    text = "".join(f"{number},{cell}\n" for number, cell in enumerate(cells))
    return measured(folder, "id,x\n" + text).columns[1]


def test_a_column_of_whole_numbers(tmp_path: Path) -> None:
    found = column(tmp_path, "3", "1", "1", "")

    assert (found.type, found.filled, found.missing, found.distinct) == ("integer", 3, 1, 2)
    assert (found.sum, found.min, found.max, found.median) == (5, 1, 3, 1)
    assert found.mean == pytest.approx(5 / 3)
    assert found.std == pytest.approx(1.1547005383792515)
    assert found.counts == {"1": 2, "3": 1}


def test_decimal_numbers_have_no_counts(tmp_path: Path) -> None:
    found = column(tmp_path, "1.5", "2.5")

    assert (found.type, found.sum, found.median, found.counts) == ("number", 4, 2, None)


def test_blanks_are_missing_and_no_value(tmp_path: Path) -> None:
    found = column(tmp_path, "a", '"  "', "a", "")

    assert (found.filled, found.missing, found.counts) == (2, 2, {"a": 2})
    assert found.distinct == 2  # as the rule language counts: a blank text is a text


def test_a_column_of_nothing_has_no_type(tmp_path: Path) -> None:
    found = column(tmp_path, "", "")

    assert (found.type, found.filled, found.missing, found.counts) == (None, 0, 2, {})
    assert (found.sum, found.mean) == (None, None)


def test_a_single_number_has_no_deviation(tmp_path: Path) -> None:
    assert column(tmp_path, "4").std is None


def test_a_bad_cell_leaves_no_numbers(tmp_path: Path) -> None:
    found = column(tmp_path, "4", "n/k", "5")

    assert (found.type, found.sum, found.counts) == (
        ColumnType.TEXT,
        None,
        {"4": 1, "5": 1, "n/k": 1},
    )


@pytest.mark.parametrize(("distinct", "is_kept"), [(200, True), (201, False)])
def test_values_are_kept_up_to_a_bound(distinct: int, is_kept: bool, tmp_path: Path) -> None:
    found = column(tmp_path, *(f"v{number}" for number in range(distinct)))

    assert found.distinct == distinct
    assert (found.counts is not None) is is_kept


def test_dates_and_truths_are_counted_as_written(tmp_path: Path) -> None:
    found = measured(tmp_path, "day,open\n2024-01-02,true\n2024-01-02,FALSE\n")

    assert [each.counts for each in found.columns] == [{"2024-01-02": 2}, {"FALSE": 1, "true": 1}]


def test_a_table_without_rows(tmp_path: Path) -> None:
    found = measured(tmp_path, "id,x\n")

    assert (found.rows, [each.filled for each in found.columns]) == (0, [0, 0])


def test_every_measure_is_that_of_pandas(tmp_path: Path) -> None:
    cells = [("" if n % 7 == 0 else f"{(n * 37) % 101 - 50}.{n % 10}") for n in range(500)]
    found = column(tmp_path, *cells)
    workspace = Workspace(tmp_path)
    snapshot = snapshot_tables(workspace, Schema()).tables["t"]
    series = read_frame(table_file(workspace, snapshot))["x"]
    for measure in ("sum", "mean", "median", "min", "max", "std"):
        assert getattr(found, measure) == pytest.approx(getattr(series, measure)(), rel=1e-12)
    assert (found.distinct, found.missing) == (series.nunique(), series.isna().sum())
