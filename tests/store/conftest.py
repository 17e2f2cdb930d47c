"""A fresh workspace, workflows of every shape, and a writer that is killed."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from backend.contracts.plan import ColumnRead, Decline, Grain, Plan, WordUse
from backend.contracts.program import Program
from backend.contracts.schema import ColumnType
from backend.contracts.verdict import Execution, Verdict
from backend.contracts.workflow import CompiledAgainst, RowDiff, Workflow
from backend.contracts.workspace import Workspace

AGAINST = CompiledAgainst(
    checks_hash="xxh3:c",
    schema_cols={"events": ("event_id", "user_id"), "users": ("user_id",)},
    meaning_hash="xxh3:m",
    compiler="compiler@1",
    parts={"text": "xxh3:t"},
)
PLAN = Plan(
    planner="offline@1",
    kind="unknown_keys",
    rule={"limit": 1.0, "values": [1, None, True, "é\u2028"], "nested": {"a": {}}},
    table="events",
    tables=("events", "users"),
    grain=Grain.ROWS,
    restatement='Flag rows of "events"\nwhose user_id is not known.',
    assumptions=("Empty values are not flagged.",),
    columns_read=(
        ColumnRead(table="events", column="user_id", type=ColumnType.INTEGER),
        ColumnRead(
            table="events",
            column="at",
            type=ColumnType.TEXT,
            mostly=ColumnType.DATE,
            date_format="%Y-%m-%d",
        ),
    ),
    words=(WordUse(start=0, end=4, text="Flag", part="verb"),),
    parameters=("as_of",),
)
PROGRAM = Program(
    source='"""CHK-1 · é"""\nimport pandas as pd\r\n',
    sha256="sha256:not-that-of-the-source",
    table="events",
    tables=("events", "users"),
    grain=Grain.ROWS,
    parameters=("as_of",),
)
EXECUTION = Execution(
    verdict=Verdict.FAIL,
    summary="FAIL: 2 of 9 rows",
    tested=9,
    flagged=2,
    flagged_path="cached_mem/artifacts/r1/CHK-1/flagged.csv",
    stdout="line 1\nline 2",
    exit_code=0,
    seconds=0.125,
)
DECLINE = Decline(code="ambiguous", reason="Two readings.", declined_by=("offline@1",))
WORKFLOW = Workflow(
    check_id="CHK-1",
    check_name="Unknown users :: in events",
    compiled_at="2026-01-02T03:04:05Z",
    against=AGAINST,
    reasons=("column-removed: events.usr",),
    plan=PLAN,
    program=PROGRAM,
    diff=RowDiff(added=2, added_rows=(3, 5)),
    execution=EXECUTION,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A base folder with an empty memory."""
    workspace = Workspace(tmp_path)
    workspace.memory.mkdir()
    return workspace


@pytest.fixture
def workflow() -> Workflow:
    """A workflow with every field set."""
    return WORKFLOW


@pytest.fixture
def workflow_shapes() -> dict[str, Workflow]:
    """The shapes that a workflow can have."""
    change = WORKFLOW.model_copy
    error = Execution(verdict=Verdict.ERROR, summary="ERROR", code="ambiguous", stdout="noise")
    bare: dict[str, object] = {"plan": None, "program": None, "diff": None, "execution": None}
    return {
        "full": WORKFLOW,
        "never run": change(update={"execution": None}),
        "declined": change(update={**bare, "declined": DECLINE, "execution": error}),
        "declined with a plan": change(update={"declined": DECLINE, "program": None}),
        "empty": change(update=bare),
        "exit code": change(update={"execution": error.model_copy(update={"exit_code": 3})}),
    }


@pytest.fixture
def small_files() -> Callable[[int], AbstractContextManager[None]]:
    """Make the disk refuse, for a while, files beyond so many bytes."""
    return _small_files


@contextlib.contextmanager
def _small_files(most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def killed_writers() -> Callable[[Callable[[], None], int], Iterator[int]]:
    """Fork a writer that repeats an act for ever and kill it at one moment after another."""
    return _kill_writers


def _kill_writers(act: Callable[[], None], times: int) -> Iterator[int]:
    for number in range(times):
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                while True:
                    act()
            os._exit(1)
        time.sleep(0.01 * (number * 7 % times) / times)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the writer failed before it was killed"
        yield number
