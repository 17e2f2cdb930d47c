"""What a run keeps of a column in the rows of each value of another."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from backend.contracts.history import MOST_VALUES, Part, PartedColumn
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.tables.measures import measure_table
from backend.tables.snapshot import snapshot_tables

PARCELS = """kind,zone,weight,note
express,1,10,a
express,2,20,
express,1,,b
plain,1,3,b
,2,99,c
  ,2,99,c
empty,2,,
"""

MANY = "kind,weight\n" + "".join(f"k{n},1\n" for n in range(MOST_VALUES + 1))


def kept(folder: Path, text: str, *asked: tuple[str, str]) -> tuple[PartedColumn, ...]:
    workspace = Workspace(folder)
    workspace.data.mkdir()
    (workspace.data / "parcels.csv").write_text(text)
    snapshot = snapshot_tables(workspace, Schema()).tables["parcels"]
    return measure_table(workspace, snapshot, [Part(of=of, by=by) for of, by in asked]).parts


def test_numbers_are_measured_within_each_value(tmp_path: Path) -> None:
    [part] = kept(tmp_path, PARCELS, ("weight", "kind"))

    assert set(part.values) == {"express", "plain", "empty"}
    express = part.values["express"]
    assert (express.sum, express.mean, express.median) == (30, 15, 15)
    assert (express.min, express.max, express.distinct) == (10, 20, 2)
    assert express.std == pytest.approx(statistics.stdev([10, 20]))
    assert part.values["plain"].std is None
    assert (part.values["empty"].sum, part.values["empty"].mean) == (0, None)


def test_whole_numbers_are_values_as_they_are_spelled(tmp_path: Path) -> None:
    [part] = kept(tmp_path, PARCELS, ("weight", "zone"))

    assert {value: each.sum for value, each in part.values.items()} == {"1": 13, "2": 218}


def test_of_texts_only_the_number_of_values_is_kept(tmp_path: Path) -> None:
    [part] = kept(tmp_path, PARCELS, ("note", "kind"))

    assert (part.values["express"].distinct, part.values["express"].sum) == (2, None)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (PARCELS, ("weight", "colour")),
        (PARCELS, ("weight", "weight")),
        (
            "kind,weight\n" + "".join(f"k{n},1\n" for n in range(MOST_VALUES + 1)),
            ("weight", "kind"),
        ),
        ("kind,weight\n1.5,1\n2.5,2\n", ("weight", "kind")),
    ],
    ids=["no such column", "the same column", "too many values", "decimal numbers"],
)
def test_parts_that_cannot_be_told_are_left_out(
    text: str, asked: tuple[str, str], tmp_path: Path
) -> None:
    assert kept(tmp_path, text, asked) == ()
