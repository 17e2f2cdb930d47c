"""Experiments on a session: what they are made with, and the record of them in words.

Rules of this file: the workspace's lock and the session's are held while experiments are made;
without a key, or ``offline``, no model is opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from backend.contracts.check import Check, Scalar, Stage
from backend.contracts.errors import CheckError, WorkspaceError
from backend.contracts.experiment import Experiment
from backend.contracts.model import Spent
from backend.contracts.settings import Settings
from backend.contracts.stage_session import StageSession
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext
from backend.executor.table_files import TableFiles
from backend.sessions import find_session
from backend.stages.experiment_by_model import ByModel
from backend.stages.experiment_changes import say_change
from backend.stages.experiment_log import read_experiments
from backend.stages.experiment_loop import Bounds, Ended, Proposer, experiment
from backend.stages.experiment_policy import Policy
from backend.stages.experiment_run import Bench
from backend.stages.experiment_standing import read_earlier
from backend.stages.experiment_start import STAGES, begin
from backend.stages.session import CANCEL, clear_away, session_folder
from backend.stages.session_lock import holding
from backend.store.checks_file import read_checks
from backend.store.lock import WorkspaceLock
from backend.store.schema_files import read_schema
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import Occasion, Session, Toolbox

Tell = Callable[[Experiment], None]


class Made(NamedTuple):
    """What came of experiments, and what is to be written into ``checks.json`` to adopt it."""

    ended: Ended
    adopt: dict[str, dict[str, Scalar]]
    """By check id: the parameters that differ."""
    trouble: tuple[str, ...]
    spent: Spent


def make_experiments(
    workspace: Workspace,
    name: str,
    toolbox: Toolbox,
    settings: Settings,
    bounds: Bounds,
    tell: Tell = lambda made: None,
) -> Made:
    """Make experiments on a session until their bounds are reached.

    Raises:
        AgentError: the session is unknown, busy or not trained; its checks or its table changed;
            somebody cancelled; sandbox or disk refuse.
    """
    with WorkspaceLock(workspace):
        session = find_session(workspace, name)
        checks = _checks_of(workspace, session)
        context = _context(workspace, session, toolbox, settings)
        table = context.schema.tables[session.table]
        folder = session_folder(workspace, name)
        file = context.files[session.table]
        bench = Bench(context, folder, table, lambda: read_frame(file))
        with holding(folder, checks[Stage.TRAIN]):
            clear_away(folder)
            start = begin(bench, session, checks)
            opened = _open(toolbox, context)
            proposer, spent = _proposer(opened, checks[Stage.TRAIN], bench, start.trained_by)
            try:
                ended = experiment(
                    bench, start, proposer, bounds, spent=spent, tell=_telling(proposer, tell)
                )
            finally:
                (folder / CANCEL).unlink(missing_ok=True)
    return Made(ended, _adopt(checks, ended), opened.trouble, spent())


def _checks_of(workspace: Workspace, session: StageSession) -> dict[Stage, Check]:
    """The session's checks of today; whether they are as they ran is asked of their programs."""
    known = {check.check_id: check for check in read_checks(workspace).checks}
    found = {}
    for stage in STAGES:
        mark = session.stages.get(stage)
        if mark is None:
            raise CheckError(
                f"session {session.session!r}: {stage.value} has not run. Run its checks first: "
                "agent run.",
                code="wrong-stage-order",
            )
        if mark.check_id not in known or known[mark.check_id].stage is not stage:
            raise CheckError(
                f"session {session.session!r}: checks.json has no check {mark.check_id!r} of stage "
                f"{stage.value!r} any more. Put it back, or run another check of this stage.",
                code="unknown-check",
            )
        found[stage] = known[mark.check_id]
    return found


def _context(
    workspace: Workspace, session: StageSession, toolbox: Toolbox, settings: Settings
) -> RunContext:
    before = read_schema(workspace)
    schema = snapshot_tables(workspace, before.schema, only=(session.table,))
    if session.table not in schema.tables:
        raise WorkspaceError(
            f"session {session.session!r}: its table {session.table!r} is not in data, or cannot "
            "be read. Put the file back.",
            code="unknown-table",
        )
    files = TableFiles(workspace, schema)
    return RunContext(
        workspace=workspace,
        run_id=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}",
        as_of=session.stages[Stage.TRAIN].as_of,
        schema=schema,
        sandbox=toolbox.open_sandbox(files, settings.sandbox),
        limits=settings.sandbox,
        settings=settings,
        files=files,
    )


def _open(toolbox: Toolbox, context: RunContext) -> Session:
    if not toolbox.model_planner:
        return Session()
    occasion = Occasion(context.workspace, context.settings, context.run_id, context.schema)
    return toolbox.open_session(occasion)


def _proposer(
    opened: Session, check: Check, bench: Bench, trained_by: str
) -> tuple[Proposer, Callable[[], Spent]]:
    model = opened.model
    if model is None:
        return Policy(), Spent
    by_model = ByModel(model, check.check_id, bench.table, bench.context.settings.privacy)
    for made in read_earlier(bench.folder, trained_by).made:
        by_model.note(made)
    return by_model, lambda: model.spent


def _telling(proposer: Proposer, tell: Tell) -> Tell:
    def both(made: Experiment) -> None:
        if isinstance(proposer, ByModel):
            proposer.note(made)
        tell(made)

    return both


def _adopt(checks: Mapping[Stage, Check], ended: Ended) -> dict[str, dict[str, Scalar]]:
    changed: dict[str, dict[str, Scalar]] = {}
    for stage, check in checks.items():
        now = ended.checks[stage].params
        differs = {name: now[name] for name in now if check.params.get(name) != now[name]}
        if differs:
            changed[check.check_id] = differs
    return changed


# In words -----------------------------------------------------------------------------------------


def find_experiments(workspace: Workspace, name: str) -> tuple[Experiment, ...]:
    """Every experiment of a session, oldest first.

    Raises:
        WorkspaceError: ``unknown-session``, ``broken-audit-log``.
    """
    find_session(workspace, name)
    return read_experiments(session_folder(workspace, name))


def say_experiment(made: Experiment) -> Iterator[str]:
    """One experiment in a few lines."""
    after = "-" if made.after is None else f"{made.after:.4f}"
    pct = "" if made.improvement_pct is None else f" ({made.improvement_pct:+.2f}%)"
    change = say_change(made.change) if made.change else "no change of the list"
    yield (
        f"{made.experiment} on {made.parent}: {made.outcome}, {change}; validation {made.metric} "
        f"{made.before:.4f} -> {after}{pct}"
    )
    if made.hypothesis:
        yield f"  thought ({made.by}): {made.hypothesis}"
    yield f"  learnt: {made.learnt}"
    asked = made.cost.asked
    paid = f", {asked.calls} model calls, {asked.usd:.4f} USD" if asked.calls else ""
    yield f"  cost: {made.cost.seconds:.1f} s, {made.cost.steps} steps{paid}"
