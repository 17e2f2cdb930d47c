"""Files of other tools, imported over tiny tables, and their sentences run for real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.importing import Entry, Imported, import_file
from backend.store.schema_files import write_schema
from backend.tables.snapshot import snapshot_tables
from tests.planner.offline.spoken import Rows, Tables

PARCELS: Rows = (
    ("parcel", "kind", "weight", "price", "total", "sent", "arrived", "code", "depot_id", "note"),
    ("p1", "box", 1.5, 10, 20, "2024-01-02", "2024-01-05", "AB-1001", 1, "ok"),
    ("p2", "box", 2.5, 20, 20, "2024-01-03", "2024-01-02", "AB-1002", 2, None),
    ("p3", "bag", None, 30, 60, "2024-01-04", "2024-01-09", "ab-1003", 3, "ok"),
    ("p4", "tube", 4.0, 40, 80, "2024-02-01", "2024-02-01", "AB-1004", 1, "late"),
    ("p5", None, -1.0, 50, 100, "2024-03-01", "2024-03-04", "XY-99", 9, "ok"),
    ("p6", "Box", 2.5, 60, 10, "2024-03-02", "2024-03-05", "AB-1002", 2, "N/A"),
)
DEPOTS: Rows = (
    ("depot_id", "town", "open"),
    (1, "Ulm", "yes"),
    (2, "Linz", "no"),
    (3, "Graz", "yes"),
)


class Importer:
    """A workspace with parcels and depots, and files that are imported into it."""

    def __init__(self, folder: Path) -> None:
        self._tables = Tables(folder / "w", {"parcels": PARCELS, "depots": DEPOTS})
        self._folder = folder
        workspace = Workspace(folder / "w")
        workspace.memory.mkdir(exist_ok=True)
        write_schema(workspace, snapshot_tables(workspace, Schema()))
        self.checks_file = workspace.checks_file

    def bring(self, file: str, text: str, **options: Any) -> Imported:
        """Import a file of this name and text."""
        path = self._folder / file
        path.write_text(text, encoding="utf-8")
        return import_file(Workspace(self._folder / "w"), path, **options)

    def suite(self, *expectations: dict[str, Any], **options: Any) -> Imported:
        """Import a suite of Great Expectations about parcels."""
        data = {"expectation_suite_name": "parcels.warning", "expectations": list(expectations)}
        return self.bring("suite.json", json.dumps(data), **options)

    def flags(self, entry: Entry) -> str:
        """The labels of the rows that an entry flags, or the number of failing measures."""
        tables = str(entry["target_table"]).split(", ")
        answer = self._tables.answer(str(entry["calculation_hint"]), *tables)
        assert answer.plan is not None, answer.reason
        return answer.flagged


def expect(name: str, **kwargs: Any) -> dict[str, Any]:
    """An expectation as suites up to 0.18 write it."""
    return {"expectation_type": f"expect_{name}", "kwargs": kwargs}


def reasons(imported: Imported) -> str:
    """Why rules were left out."""
    return "\n".join(line for line in imported.report if "not imported" in line)
