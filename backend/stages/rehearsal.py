"""A stage rehearsed before its page is remembered, in a folder that nobody else reads.

Rules of this file: what a model's look is given lacks the columns that may not leave; a rehearsal
is the stage itself, judged as the stage judges, without the test part; nothing of the session is
replaced.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
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
from backend.stages.eda import REPORT
from backend.stages.eda_probes import MOST_PROBES
from backend.stages.laboratory import Finished, Laboratory, StepSandbox, end_kept
from backend.stages.open_laboratory import open_laboratory
from backend.stages.parts import do_step
from backend.stages.rehearsed_acts import Act, act_of
from backend.stages.running import seed_of
from backend.stages.scripts import written_folder
from backend.stages.session import (
    read_or_new,
    refuse_wrong_order,
    session_folder,
    session_name,
)
from backend.stages.stage_context import StageContext
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
    page: Program
    """The kit's."""
    kept: list[StepSandbox | None] = field(default_factory=lambda: [None])
    """One worker for every look and every rehearsal: it holds nothing of any of them."""

    @property
    def steps(self) -> tuple[str, ...]:
        """What a part may put anew."""
        return self._act.steps

    @property
    def most_probes(self) -> int:
        """How many deeper questions an exploration may ask, as the check says."""
        context = replace(self._stage_context(self.page, self.folder), check=self.check)
        return int(context.number("probes", MOST_PROBES, low=0, high=20))

    @property
    def report(self) -> Path:
        """Where an exploration's rehearsal leaves its report."""
        return self.folder / "rehearsed" / REPORT

    @property
    def may_show(self) -> bool:
        """Whether what a look prints may go to a model: it may hold rows."""
        return self.context.settings.privacy.share == "samples"

    def look(self, program: Program) -> Finished:
        """Run a program over what the stage's own program gets, without its hidden columns.

        Raises:
            AgentError: as `Laboratory.run` has it.
        """
        context = self._stage_context(program, self.folder / "looked")
        tables = {name: self._shown(frame) for name, frame in self._act.tables(context).items()}
        return do_step(
            context.laboratory, "look", tables, {}, context.leave, target=self.check.target or ""
        )

    def _shown(self, frame: pd.DataFrame) -> pd.DataFrame:
        table, privacy = self.plan.table, self.context.settings.privacy
        return frame[[name for name in frame if not is_hidden(table, str(name), privacy)]]

    def rehearse(self, program: Program) -> tuple[str, ...]:
        """Do the stage with this page, short of its last word; what is wrong, in sentences.

        Raises:
            AgentError: a step failed, or what it gave is no report.
        """
        leave = self.folder / "rehearsed"
        shutil.rmtree(leave, ignore_errors=True)
        _make(leave)
        context = self._stage_context(program, leave)
        try:
            return self._act.rehearse(context, self._laboratory(self.page))
        finally:
            shutil.rmtree(context.laboratory.scratch, ignore_errors=True)

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

    def adopt_as(self, before: Program, program: Program) -> None:
        """Let the steps that led to one program be found with the program that came of it."""
        source = written_folder(self.session, before.sha256)
        target = written_folder(self.session, program.sha256)
        if source.is_dir() and source != target:
            shutil.rmtree(target, ignore_errors=True)
            try:
                source.rename(target)
            except OSError as error:
                raise cannot_write(target, error) from error

    def close(self) -> None:
        """Clear away what was tried, and end all processes."""
        end_kept(self.kept)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _act(self) -> Act:
        return act_of(self.check.stage)

    @property
    def _table(self) -> TableSnapshot:
        return self.context.schema.tables[self.plan.table]

    def _load(self) -> pd.DataFrame:
        return read_frame(self.context.files[self.plan.table])

    def _laboratory(self, program: Program) -> Laboratory:
        scratch = self.folder / "scratch"
        check_id = self.check.check_id
        own = open_laboratory(program, check_id, self.context, self.session, scratch)
        return replace(own, kept=self.kept)

    def _stage_context(self, program: Program, leave: Path) -> StageContext:
        params = {name: value for name, value in self.check.params.items() if name != "probe"}
        params |= self._act.params
        return StageContext(
            check=self.check.model_copy(update={"params": params}),
            folder=self.session,
            leave=leave,
            table=self._table,
            load=self._load,
            laboratory=self._laboratory(program),
            as_of=self.context.as_of,
            settings=self.context.settings,
            open_judgements=_refuse_test,
            seed=seed_of(self.check),
            session=self.session.name,
            run_id=self.context.run_id,
        )


def open_rehearsal(plan: Plan, page: Program, check: Check, context: RunContext) -> Rehearsal:
    """A rehearsal in a folder of its own, below the session's.

    Raises:
        WrongOrder: the stage before this one is not done on the data of today.
        WorkspaceError: the disk refuses.
    """
    session = session_folder(context.workspace, session_name(check))
    fingerprint = context.schema.tables[plan.table].fingerprint
    refuse_wrong_order(read_or_new(session, check), check, fingerprint)
    for left in (session / "writing").glob(f".{check.stage.value}-*"):  # by a run that was killed
        shutil.rmtree(left, ignore_errors=True)
    folder = session / "writing" / f".{check.stage.value}-{context.run_id}"
    _make(folder)
    return Rehearsal(plan, check, context, session, folder, page)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _refuse_test() -> NoReturn:
    raise ProgramError("rehearsal: it has no test part.", code="test-spent")
