"""A library's tables, sound but for a few planted defects, and one that is too small to tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.suggest.profile import Profile
from backend.suggest.propose import proposals
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

TODAY = "2025-06-30"
LOANS = 600
BRANCHES = ("North", "South", "Harbour")
_DEFECTS: dict[str, dict[int, object]] = {
    "loan_id": {17: 16},
    "member_id": {40: 999},
    "branch": {50: "north", 51: "Suoth", 52: None},
    "email": {60: "none", 61: "a@", 62: "-"},
    "shelf": {70: "B/12"},
    "fee": {80: -1.0, 81: "free"},
    "total": {90: 0.5},
    "returned": {100: "1999-01-01"},
    "due": {110: "soon"},
    "title": {120: " Dune"},
    "member_name": {130: "X"},
}


def loans() -> pd.DataFrame:
    """Loans of a library, with defects in a few rows."""
    first = date(2024, 1, 1)
    rows = []
    for n in range(LOANS):
        day, member = first + timedelta(days=n % 300), 100 + n % 97
        fee, fine = round(1 + (n * 7 % 40) / 8, 2), round((n * 3 % 23) / 4 + 0.25, 2)
        rows.append(
            {
                "loan_id": n + 1,
                "member_id": member,
                "member_name": f"Member {member}",
                "branch": BRANCHES[n * 5 % 3],
                "email": f"m{n}@library.org",
                "shelf": f"SH-{1000 + n}",
                "fee": fee,
                "fine": fine,
                "total": round(fee + fine, 2),
                "lent": day.isoformat(),
                "returned": (day + timedelta(days=1 + n % 20)).isoformat(),
                "due": (day + timedelta(days=28 + n % 5)).isoformat(),
                "title": f"Book number {n * 11 % 400}",
                "noise": (n * 7919) % 1000 - 500,
            }
        )
    table = pd.DataFrame(rows).astype(object)
    for column, cells in _DEFECTS.items():
        for row, value in cells.items():
            table.loc[row, column] = value
    return table


def members() -> pd.DataFrame:
    """Members, whose ids are the key that loans refer to."""
    return pd.DataFrame({"member_id": range(100, 200), "name": [f"N{n}" for n in range(100)]})


def few() -> pd.DataFrame:
    """Too few rows for anything but keys and presence."""
    table = {"few_id": [1, 2, 3], "kind": ["a", "a", "b"], "size": [1, 2, 3], "code": ["A1"] * 3}
    return pd.DataFrame(table)


def write_library(folder: Path) -> Workspace:
    """The tables as files of a workspace."""
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    tables: dict[str, Callable[[], pd.DataFrame]] = {
        "loans": loans,
        "members": members,
        "few": few,
    }
    for name, make in tables.items():
        make().to_csv(workspace.data / f"{name}.csv", index=False)
    return workspace


def proposed(workspace: Workspace, table: str) -> dict[str, str]:
    """The plainest sentence of each proposal, with its kind."""
    schema = snapshot_tables(workspace, Schema())
    profiles = {
        name: Profile(snapshot, lambda s=snapshot: read_frame(table_file(workspace, s)))  # type: ignore[misc]
        for name, snapshot in schema.tables.items()
    }
    return {each.sentences[0]: each.kind for each in proposals(profiles[table], profiles, TODAY)}
