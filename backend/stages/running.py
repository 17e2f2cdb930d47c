"""One stage of one session, run: begun in order, put on record, judged, and left clean.

Rules of this file: the session's file tells the truth at every moment; what a stage leaves takes
its place only when the stage has come to its end; an error is on record before it goes on.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from backend.contracts.check import Check, Stage
from backend.contracts.errors import CheckError, ProgramError
from backend.contracts.ports import NOT_ISOLATED
from backend.contracts.program import Program
from backend.contracts.schema import TableSnapshot
from backend.contracts.stage_session import MarkState, SessionState, StageMark
from backend.contracts.verdict import Execution, Verdict
from backend.executor.judge import error_of, skipped
from backend.executor.program_hash import is_as_recorded
from backend.executor.run import RunContext
from backend.stages import session as sessions
from backend.stages.extra import refuse_without_extra
from backend.stages.judgements import Judgements
from backend.stages.laboratory import StageCancelled, StepFailed
from backend.stages.open_laboratory import open_laboratory
from backend.stages.scripts import add_written, write_scripts
from backend.stages.session import WrongOrder
from backend.stages.session_lock import holding
from backend.stages.stage_context import SEED, StageContext, StageResult
from backend.stages.tracking import track_training
from backend.stages.validating import find_failures, hash_files
from backend.store.atomic import cannot_write
from backend.tables.columnar import read_frame

RunStage = Callable[[StageContext], StageResult]


def run_stage(
    program: Program, check: Check, context: RunContext, *, by: RunStage | None = None
) -> Execution:
    """Run a check of a stage; ``by`` takes the place of the stage's own function.

    A stage that comes before its time is SKIPPED, a step that fails an ERROR with its trace.

    Raises:
        AgentError: the program was tampered with, the extra is missing, the session is another
            table's or busy, the stage was cancelled, or sandbox, table or disk refuse.
    """
    table = context.schema.tables[program.table]
    if not table.rows:
        return skipped(check, "nothing-to-test", f"{table.table} has no rows.")
    _refuse_tampered(program, check)
    refuse_without_extra(program.source, check.check_id)
    folder = sessions.session_folder(context.workspace, sessions.session_name(check))
    with holding(folder, check):
        try:
            return _StageRun(program, check, context, folder, table).run(by or _own(check.stage))
        except WrongOrder as error:
            return skipped(check, error.code, str(error).removeprefix(f"{check.check_id}: "))
        except StepFailed as error:
            failed = error_of(check, error.code, str(error))
            return failed.model_copy(update={"stdout": error.trace})


class _StageRun:
    """A stage on its way: its session, its mark, and the folder that it fills."""

    def __init__(
        self,
        program: Program,
        check: Check,
        context: RunContext,
        folder: Path,
        table: TableSnapshot,
    ) -> None:
        self._program, self._check, self._context = program, check, context
        self._folder, self._table = folder, table
        self._leave = folder / f"{sessions.LEAVING}{check.stage.value}"
        self._scratch = folder / f"{sessions.LEAVING}scratch"
        self._began = time.monotonic()
        self._trouble: tuple[str, ...] = ()

    def run(self, work: RunStage) -> Execution:
        self._begin()
        try:
            context = self._stage_context()
            with self._lab:
                result = work(context)
            return self._end(result)
        except BaseException as error:
            self._fail(error)
            raise
        finally:
            for left in (self._leave, self._scratch):
                shutil.rmtree(left, ignore_errors=True)
            (self._folder / sessions.CANCEL).unlink(missing_ok=True)

    # Its state ------------------------------------------------------------------------------------

    def _begin(self) -> None:
        check = self._check
        found = sessions.open_session(self._folder, check, self._context.run_id)
        assert found.session is not None
        self._session, self._trouble = found.session, found.trouble
        sessions.write_session(self._folder, self._session)
        sessions.refuse_wrong_order(self._session, check, self._table.fingerprint)
        self._mark = StageMark(
            stage=check.stage,
            state=MarkState.RUNNING,
            check_id=check.check_id,
            run_id=self._context.run_id,
            started_at=sessions.now(),
            fingerprint=self._table.fingerprint,
            target=check.target,
            params=check.params,
            program=self._program.sha256,
            as_of=self._context.as_of,
        )
        self._put(sessions.RUNNING[check.stage])
        self._make_folders()

    def _make_folders(self) -> None:
        try:
            self._leave.mkdir()
            self._scratch.mkdir()
        except OSError as error:
            raise cannot_write(self._leave, error) from error

    def _put(self, reached: SessionState, **update: object) -> None:
        self._mark = self._mark.model_copy(update=update)
        why = self._mark.failures[0] if self._mark.failures else ""
        self._session = sessions.changed(self._session, self._mark, reached, why=why)
        sessions.write_session(self._folder, self._session)

    def _open_judgements(self) -> Judgements:
        return Judgements(
            self._folder,
            self._context.run_id,
            self._check.check_id,
            self._program.sha256,
            self._note_judging,
        )

    def _note_judging(self, uses: int, is_reused: bool) -> None:
        update = {"test_uses": uses, "test_reused": is_reused}
        self._mark = self._mark.model_copy(update=update)
        stages = {**self._session.stages, self._mark.stage: self._mark}
        self._session = self._session.model_copy(update={"stages": stages})
        sessions.write_session(self._folder, self._session)

    # Its end --------------------------------------------------------------------------------------

    def _end(self, result: StageResult) -> Execution:
        scripts = self._leave / "scripts"
        write_scripts(scripts, self._program.source, self._lab.done)
        add_written(self._folder, self._program.sha256, scripts)
        failures = (*result.failures, *find_failures(self._check.stage, self._leave))
        warnings = (*self._trouble, *result.warnings)
        warnings = (*warnings, *self._track(_verdict(failures, warnings)))
        verdict = _verdict(failures, warnings)
        files = hash_files(self._leave)
        sessions.swap_in(self._folder, self._leave, self._check.stage)
        stage = self._check.stage
        seconds = time.monotonic() - self._began
        self._put(
            SessionState.FAILED if failures else sessions.DONE[stage],
            state=MarkState.FAILED if failures else MarkState.DONE,
            ended_at=sessions.now(),
            verdict=verdict,
            summary=result.summary,
            warnings=warnings,
            failures=failures,
            values=result.values,
            files=files,
            seconds=round(seconds, 3),
        )
        return Execution(
            verdict=verdict,
            summary=f"{verdict}: {result.summary}{self._say_isolation()}",
            reason=_say(self._check, failures or warnings),
            tested=result.tested,
            seconds=seconds,
        )

    def _track(self, verdict: Verdict) -> tuple[str, ...]:
        """Tell a tracker of a training; gives what went wrong with that."""
        if self._check.stage is not Stage.TRAIN:
            return ()
        settings, base = self._context.settings.tracking, self._context.workspace.base
        mark = self._mark.model_copy(update={"verdict": verdict})
        return track_training(settings, base, self._folder.name, mark, self._leave)

    def _say_isolation(self) -> str:
        is_bare = self._context.sandbox.level == NOT_ISOLATED
        return " (not isolated: --unsafe-no-sandbox)" if is_bare else ""

    def _fail(self, error: BaseException) -> None:
        if not hasattr(self, "_mark"):
            return
        is_cancelled = isinstance(error, StageCancelled | KeyboardInterrupt)
        self._put(
            SessionState.CANCELLED if is_cancelled else SessionState.FAILED,
            state=MarkState.CANCELLED if is_cancelled else MarkState.FAILED,
            ended_at=sessions.now(),
            failures=(str(error) or type(error).__name__,),
            seconds=round(time.monotonic() - self._began, 3),
        )

    # What it works with ---------------------------------------------------------------------------

    def _stage_context(self) -> StageContext:
        context, check = self._context, self._check
        self._lab = open_laboratory(
            self._program, check.check_id, context, self._folder, self._scratch
        )
        return StageContext(
            check=check,
            folder=self._folder,
            leave=self._leave,
            table=self._table,
            load=self._load,
            laboratory=self._lab,
            as_of=context.as_of,
            settings=context.settings,
            open_judgements=self._open_judgements,
            seed=seed_of(check),
            session=self._folder.name,
            run_id=context.run_id,
        )

    def _load(self) -> pd.DataFrame:
        self._frame = read_frame(self._context.files[self._table.table])
        return self._frame.copy(deep=False)


def _own(stage: Stage) -> RunStage:
    """The function of a stage; its module is imported only when the stage runs."""
    match stage:
        case Stage.EDA:
            from backend.stages.eda import run_eda

            return run_eda
        case Stage.PREP:
            from backend.stages.prep import run_prep

            return run_prep
        case Stage.TRAIN:
            from backend.stages.train import run_train

            return run_train
    raise ValueError(f"{stage} is run by the executor")


def _verdict(failures: tuple[str, ...], warnings: tuple[str, ...]) -> Verdict:
    return Verdict.FAIL if failures else Verdict.WARN if warnings else Verdict.PASS


def _refuse_tampered(program: Program, check: Check) -> None:
    if not is_as_recorded(program):
        raise ProgramError(
            f"{check.check_id}: the program is not the one that was compiled, so it was not run. "
            "Run again to compile it anew.",
            code="tampered",
        )


def seed_of(check: Check) -> int:
    """Where every random choice of a check starts.

    Raises:
        CheckError: ``bad-parameter``.
    """
    seed = check.params.get("seed", SEED)
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise CheckError(
            f"{check.check_id}: params.seed is {seed!r}. Give a whole number from 0 to 4294967295.",
            code="bad-parameter",
        )
    return seed


def _say(check: Check, told: tuple[str, ...]) -> str:
    return f"{check.check_id}: {' '.join(told)}" if told else ""
