"""An exploration rehearsed before its page is remembered, in a folder that nobody else reads.

Rules of this file: what a model's look is given lacks the columns that may not leave; a rehearsal
is the stage itself over the whole table, judged as the stage judges; nothing of the session is
replaced.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.errors import ProgramError
from backend.contracts.plan import Plan
from backend.contracts.program import Program
from backend.contracts.schema import TableSnapshot
from backend.executor.run import RunContext
from backend.planner.by_model.privacy import is_hidden
from backend.stages.eda import run_eda
from backend.stages.laboratory import Finished, Laboratory
from backend.stages.open_laboratory import open_laboratory
from backend.stages.page import step_names
from backend.stages.running import seed_of
from backend.stages.scripts import written_folder
from backend.stages.session import session_folder, session_name
from backend.stages.stage_context import StageContext
from backend.stages.validating import find_failures
from backend.store.atomic import cannot_write, write_atomic
from backend.tables.columnar import read_frame


@dataclass(frozen=True)
class Rehearsal:
    """The stage that a page is written for, and the folder where it is tried."""

    plan: Plan
    check: Check
    context: RunContext
    session: Path
    folder: Path

    @property
    def steps(self) -> tuple[str, ...]:
        """What the page must offer."""
        return step_names(self.check.stage.value)

    @property
    def may_show(self) -> bool:
        """Whether what a look prints may go to a model: it may hold rows."""
        return self.context.settings.privacy.share == "samples"

    def look(self, program: Program) -> Finished:
        """Run a program over the table without its hidden columns.

        Raises:
            AgentError: as `Laboratory.run` has it.
        """
        table, privacy = self.plan.table, self.context.settings.privacy
        frame = self._load()
        shown = [name for name in frame if not is_hidden(table, str(name), privacy)]
        return self._laboratory(program).run(
            "look", {table: frame[shown]}, {}, self.folder / "looked"
        )

    def rehearse(self, program: Program) -> tuple[str, ...]:
        """Do the stage with this page, without its deeper probes; what is wrong, in sentences.

        Raises:
            AgentError: a step failed, or what it gave is no report.
        """
        leave = self.folder / "rehearsed"
        shutil.rmtree(leave, ignore_errors=True)
        _make(leave)
        result = run_eda(self._stage_context(program, leave))
        return (*result.failures, *find_failures(self.check.stage, leave))

    def keep(self, name: str, source: str) -> None:
        """Put a step's source on record."""
        write_atomic(self.folder / "scripts" / name, source)

    def adopt(self, program: Program) -> None:
        """Let the steps that led to this program stay with the session."""
        target = written_folder(self.session, program.sha256)
        shutil.rmtree(target, ignore_errors=True)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.folder / "scripts").rename(target)
        except OSError as error:
            raise cannot_write(target, error) from error

    def close(self) -> None:
        """Clear away what was tried."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _table(self) -> TableSnapshot:
        return self.context.schema.tables[self.plan.table]

    def _load(self) -> pd.DataFrame:
        return read_frame(self.context.files[self.plan.table])

    def _laboratory(self, program: Program) -> Laboratory:
        scratch = self.folder / "scratch"
        return open_laboratory(program, self.check.check_id, self.context, self.session, scratch)

    def _stage_context(self, program: Program, leave: Path) -> StageContext:
        params = {name: value for name, value in self.check.params.items() if name != "probe"}
        return StageContext(
            check=self.check.model_copy(update={"params": params | {"probes": 0}}),
            folder=self.session,
            leave=leave,
            table=self._table,
            load=self._load,
            laboratory=self._laboratory(program),
            as_of=self.context.as_of,
            settings=self.context.settings,
            count_test_use=_refuse_test,
            seed=seed_of(self.check),
            session=self.session.name,
            run_id=self.context.run_id,
        )


def open_rehearsal(plan: Plan, check: Check, context: RunContext) -> Rehearsal:
    """A rehearsal in a folder of its own, below the session's.

    Raises:
        WorkspaceError: the disk refuses.
    """
    session = session_folder(context.workspace, session_name(check))
    for left in (session / "writing").glob(f".{check.stage.value}-*"):  # by a run that was killed
        shutil.rmtree(left, ignore_errors=True)
    folder = session / "writing" / f".{check.stage.value}-{context.run_id}"
    _make(folder)
    return Rehearsal(plan, check, context, session, folder)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _refuse_test() -> NoReturn:
    raise ProgramError("rehearsal: it has no test part.", code="test-spent")
