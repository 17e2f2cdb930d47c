"""The tables as the last run read them, their columns, and how they changed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from backend.contracts.history import MEASURES, TableProfile
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.dashboard import column_profile
from backend.dashboard.column_profile import ColumnProfile, Shape, TableColumns, profile_columns
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_tables import has_changed, read_blurbs, read_hits, read_seen
from backend.store.profiles import append_profiles
from backend.store.runs_log import append_records
from backend.store.schema_files import write_schema
from backend.tables.measures import measure_table
from backend.tables.snapshot import snapshot_tables
from tests.dashboard.drawing import HOSTILE, draw_view, said
from tests.dashboard.test_runs import record

ORDERS = "id,price,day,state\n" + "".join(
    f"{number},{'much' if number == 3 else number * 1.5},2024-0{1 + number % 3}-01,"
    f"{'' if number % 5 == 0 else 'paid'}\n"
    for number in range(1, 41)
)


def look(workspace: Workspace, **tables: str) -> Schema:
    """Write tables and leave what a run leaves of them."""
    for name, text in tables.items():
        (workspace.data / f"{name}.csv").write_text(text)
    schema = snapshot_tables(workspace, Schema())
    write_schema(workspace, schema)
    return schema


def leave(workspace: Workspace, run_id: str, schema: Schema) -> None:
    """Leave the measures that a run leaves of the tables."""
    profiles = [
        TableProfile(
            version=MEASURES,
            run_id=run_id,
            at=f"2026-11-2{run_id[1]}T10:00:00Z",
            as_of="2026-11-20",
            table=name,
            fingerprint=table.fingerprint,
            measures=measure_table(workspace, table),
        )
        for name, table in schema.tables.items()
    ]
    append_profiles(workspace, profiles)


def profiles_of(workspace: Workspace, text: str) -> TableColumns:
    table = look(workspace, orders=text).tables["orders"]
    return profile_columns(workspace, table, table.columns)


def test_columns_are_told_by_what_they_hold(workspace: Workspace) -> None:
    found = profiles_of(workspace, ORDERS)
    by_name: dict[str, ColumnProfile] = {each.name: each for each in found.profiles}

    assert (found.rows, found.looked_at, found.is_sampled) == (40, 40, False)
    price, day, state = (by_name[name] for name in ("price", "day", "state"))
    assert (price.shape, price.odd, price.missing) == (Shape.NUMBERS, 1, 0)
    assert sum(bar.rows for bar in price.bars) == 39
    assert price.ends == ("1.5", "31.5", "60")
    assert (day.shape, day.distinct) == (Shape.DAYS, 3)
    assert [bar.label for bar in day.bars] == ["2024-01-01", "2024-02-01", "2024-03-01"]
    assert (state.shape, state.missing, state.bars) == (Shape.VALUES, 8, (("paid", 32, 0.0, 0.0),))


@pytest.mark.parametrize(
    ("cells", "shape", "bars"),
    [
        (["", "", ""], Shape.VALUES, 0),
        (["7"] * 30, Shape.VALUES, 1),
        ([str(number) for number in range(30)], Shape.NUMBERS, 24),
        ([f"{'9' * 300}{number}" for number in range(30)], Shape.VALUES, 10),
        (["true", "false"] * 10, Shape.VALUES, 2),
        ([f"2{number:03}-05-01" for number in range(30)], Shape.DAYS, 30),
        (["x", "x", "a" * 5000], Shape.VALUES, 2),
    ],
    ids=["empty", "one value", "numbers", "huge", "booleans", "centuries", "long"],
)
def test_every_column_has_bars_that_fit(
    workspace: Workspace, cells: list[str], shape: Shape, bars: int
) -> None:
    text = "id,cell\n" + "".join(f"{row},{cell}\n" for row, cell in enumerate(cells))
    profile = profiles_of(workspace, text).profiles[1]

    assert (profile.shape, len(profile.bars)) == (shape, bars)
    shown = sum(bar.rows for bar in profile.bars) + profile.others + profile.odd
    assert shown == len(cells) - profile.missing


def test_of_a_long_table_every_nth_row_is_looked_at(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(column_profile, "MOST_ROWS", 15)

    found = profiles_of(workspace, ORDERS)

    assert (found.rows, found.looked_at, found.is_sampled) == (40, 14, True)
    assert {profile.looked_at for profile in found.profiles} == {14}


@pytest.mark.parametrize("damage", ["gone", "torn"])
def test_a_cache_that_is_missing_or_damaged_is_told_and_left(
    workspace: Workspace, damage: str
) -> None:
    look(workspace, orders=ORDERS)
    if damage == "gone":
        shutil.rmtree(workspace.tables)
    else:
        for path in workspace.tables.glob("*.arrow"):
            path.write_bytes(b"torn")

    page = draw_view("data", workspace.base, tab="Values")

    assert not page.exception
    assert ("not in the cache" if damage == "gone" else "cannot be read") in said(page)
    assert not workspace.tables.exists() or len(list(workspace.tables.iterdir())) == 1


def test_history_tells_what_changed_and_which_checks_that_hit(workspace: Workspace) -> None:
    leave(workspace, "r1", look(workspace, orders=ORDERS))
    changed = ORDERS.replace("state", "status").replace("20,30.0", "20,")
    leave(workspace, "r2", look(workspace, orders=changed + "41,1,2024-01-01,paid\n"))
    leave(workspace, "r3", look(workspace, orders=changed + "41,1,2024-01-01,paid\n"))
    tables = {"orders": "xxh3:1"}
    append_records(
        workspace,
        [
            record("r2", "CHK-1", tables=tables),
            record("r2", "CHK-2", tables=tables, reasons=("column-removed: orders.state",)),
            record("r2", "CHK-3", reasons=("column-removed: orders_old.state",)),
            record("r2", "CHK-4", reasons=("table-removed: orders",)),
        ],
    )
    snapshot = read_snapshot(workspace.base)

    seen = read_seen(snapshot, "orders").newest_first

    assert [(each.run_id, each.rows, each.rows_before) for each in seen] == [
        ("r2", 41, 40),
        ("r1", 40, None),
    ]
    assert {"column status is new", "column state is gone"} <= set(seen[0].changes)
    assert "price: 0 missing, now 1" in seen[0].changes
    assert [
        (hit.record.check_id, hit.recompiled) for hit in read_hits(snapshot, "orders", "r2")
    ] == [
        ("CHK-2", "column-removed: orders.state"),
        ("CHK-4", "table-removed: orders"),
        ("CHK-1", ""),
    ]


def test_a_file_that_was_written_since_is_told(workspace: Workspace) -> None:
    table = look(workspace, orders=ORDERS).tables["orders"]
    snapshot = read_snapshot(workspace.base)
    assert has_changed(snapshot, table) == ""

    os.utime(workspace.data / "orders.csv")
    assert has_changed(snapshot, table) == ""
    (workspace.data / "orders.csv").write_text(ORDERS.replace("paid", "open"))
    assert "was written since the last run" in has_changed(snapshot, table)
    (workspace.data / "orders.csv").write_text(ORDERS + "50,1,2024-01-01,paid\n")
    assert "was written since the last run" in has_changed(snapshot, table)
    (workspace.data / "orders.csv").unlink()
    assert "no longer there" in has_changed(snapshot, table)


def test_the_page_shows_tables_columns_and_what_is_no_table(workspace: Workspace) -> None:
    (workspace.data / "broken.xlsx").write_bytes(b"no workbook")
    look(workspace, orders=ORDERS, users="id\n1\n")
    summary = {"orders": {"summary": "One row is an order.", "columns": {"id": "A key."}}}
    workspace.summaries_file.write_text(json.dumps(summary))

    page = draw_view("data", workspace.base, table="orders")

    assert not page.exception
    tables, columns = (frame.value for frame in page.dataframe[:2])
    assert tables["table"].tolist() == ["orders", "users"]
    assert tables["checks about it"].tolist() == [3, 0]
    assert columns["type"].tolist()[:2] == ["integer", "text, mostly number"]
    assert columns["in words"].tolist()[0] == "A key."
    assert "One row is an order." in said(page)
    assert "broken.xlsx could not be read as a table" in said(page)


@pytest.mark.parametrize("content", [b"{half", b'{"orders": 7}', b"[]"])
def test_damaged_summaries_are_told_and_cost_nothing_else(
    workspace: Workspace, content: bytes
) -> None:
    look(workspace, orders=ORDERS)
    workspace.summaries_file.write_bytes(content)

    blurbs = read_blurbs(read_snapshot(workspace.base))

    assert "ai_table_summaries.json" in blurbs.trouble[0]
    assert not draw_view("data", workspace.base).exception


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("tab", ["Columns", "Values", "History"])
def test_hostile_columns_and_values_stay_text(workspace: Workspace, name: str, tab: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    look(workspace, orders=f"id,{quoted}\n1,{quoted}\n2,{quoted}\n")

    page = draw_view("data", workspace.base, tab=tab)

    assert not page.exception
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert not [part for part in page.markdown if name[:20] in part.value]


def test_without_tables_the_page_tells_the_next_step(workspace: Workspace, tmp_path: Path) -> None:
    assert "No table was read yet" in said(draw_view("data", workspace.base))
    assert not draw_view("data", tmp_path / "nowhere").exception
