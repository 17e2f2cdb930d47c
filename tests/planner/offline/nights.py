"""A table as several nights saw it, and sentences about the last of them, read and run for real."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.history import Part
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.run_history import RunHistory
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.planner.verify import verify_plan
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

Rows = list[tuple[object, ...]]
"""The header first."""
SKIPPED = "skipped"


class Nights:
    """Runs over one table, which leave their measures behind."""

    def __init__(self, folder: Path, table: str) -> None:
        """No run yet."""
        self.workspace = Workspace(folder)
        self.table = table
        self.schema = Schema()
        self.as_of = ""
        self._frames: dict[str, pd.DataFrame] = {}

    def night(self, as_of: str, rows: Rows, *asked: Part) -> None:
        """One run: what came before is its history, and it leaves its own measures."""
        self.arrive(as_of, rows)
        assert self.history.leave(f"run-{as_of}", {self.table: frozenset(asked)}) == ()

    def arrive(self, as_of: str, rows: Rows) -> None:
        """The data of a run that has not ended yet."""
        self.workspace.data.mkdir(parents=True, exist_ok=True)
        frame = pd.DataFrame(rows[1:], columns=[str(name) for name in rows[0]], dtype=object)
        frame.to_csv(self.workspace.data / f"{self.table}.csv", index=False)
        self.schema = snapshot_tables(self.workspace, Schema())
        self.as_of = as_of
        self._frames.clear()

    @property
    def history(self) -> RunHistory:
        """What the runs before this one measured."""
        return RunHistory(self.workspace, self.schema, self.as_of)

    def answer(self, sentence: str) -> str:
        """How many measures fail; that nothing is tested; or the reason for a decline."""
        check = Check(
            check_id="C-1",
            check_name="a rule",
            target_table=(self.table,),
            calculation_hint=sentence,
        )
        try:
            plan = OfflinePlanner().plan(check, self.schema)
            verify_plan(plan, self.schema)
            program = write_program(plan, check)
        except PlanError as declined:
            return str(declined)
        page: dict[str, object] = {}
        exec(program.source, page)
        frames = {name: self.frame(name) for name in program.tables}
        given = {"as_of": self.as_of} if "as_of" in plan.parameters else {}
        tested = page["scope"](frames, **given)  # type: ignore[operator]
        failing = page["check"](frames, **given)  # type: ignore[operator]
        return str(len(failing)) if len(tested) else SKIPPED

    def frame(self, table: str) -> pd.DataFrame:
        """A table as programs read it."""
        if table not in self._frames:
            history = self.history
            file = (
                history.table_file(table)
                if table in history
                else table_file(self.workspace, self.schema.tables[table])
            )
            self._frames[table] = read_frame(file)
        return self._frames[table]
