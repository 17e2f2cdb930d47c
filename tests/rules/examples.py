"""The catalog's examples, planned by the offline planner over tables that lie on disk."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.history import is_history
from backend.contracts.plan import Plan
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.run_history import history_table
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.rules.catalog import kinds
from backend.rules.rule import Example
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

EXAMPLES = {
    f"{kind}_{example.name}": (kind, example)
    for kind, found in kinds().items()
    for example in found.examples
}
"""By the name of their golden program."""


class Compiled(NamedTuple):
    """An example's plan and program, with the tables that it ran over."""

    plan: Plan
    program: Program
    frames: dict[str, pd.DataFrame]


@cache
def compiled(name: str) -> Compiled:
    """An example, from its sentence to its program."""
    kind, example = EXAMPLES[name]
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        _write_tables(workspace, example)
        schema = snapshot_tables(workspace, Schema())
        assert not schema.problems, schema.problems
        check = Check(
            check_id=kind,
            check_name=example.name.replace("_", " "),
            target_table=tuple(name for name in example.tables if not is_history(name)),
            calculation_hint=example.sentence,
        )
        plan = OfflinePlanner().plan(check, schema)
        frames = {
            table: _history(example.tables[table])
            if is_history(table)
            else read_frame(table_file(workspace, schema.tables[table])).copy()
            for table in plan.tables
        }
        return Compiled(plan, write_program(plan, check), frames)


def _write_tables(workspace: Workspace, example: Example) -> None:
    workspace.data.mkdir(parents=True)
    for table, (header, *rows) in example.tables.items():
        if is_history(table):
            continue
        frame = pd.DataFrame(rows, columns=list(header), dtype=object)
        frame.to_csv(workspace.data / f"{table}.csv", index=False)


def _history(rows: tuple[tuple[object, ...], ...]) -> pd.DataFrame:
    """What earlier runs measured, typed as the agent hands it to programs."""
    return history_table(rows[1:]).to_pandas()
