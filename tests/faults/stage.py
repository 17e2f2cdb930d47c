"""A process that forks the agent, over and over, for faults that take hundreds of runs.

It loads everything once and starts no thread itself; each act is a process of its own. Planner and
sandbox are those of small tests. It reads one act a line, as JSON, and answers with one line.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet

import backend.agent
import backend.command_line
import backend.doctor
import backend.run_session
import backend.standing
import backend.store.closed_months
import backend.toolbox
import backend.unchanged_index
from backend.store.prompt_log import WrittenPromptLog
from backend.toolbox import NamedPlanner, Session, Toolbox
from tests.faults.writes import Writes
from tests.near_sandbox import NearSandbox
from tests.tiny_planner import TinyPlanner

LOADED = (duckdb, pyarrow.parquet, backend.doctor, backend.run_session)
# Each run leaves its index, so that its writes are counted alike: files of this very second count,
# and the code, which others may be working on, is not looked at.
backend.unchanged_index.RACY_NS = 0
backend.standing.CODE = ""


def open_tiny_toolbox(**_: object) -> Toolbox:
    """With an audit log: it asks no model, and each compile is a record."""
    return Toolbox(
        (NamedPlanner("tiny@1", TinyPlanner),),
        NearSandbox,
        "tiny@1",
        open_session=lambda occasion: Session(log=WrittenPromptLog(occasion.workspace)),
    )


def shift_clock(seconds: float) -> None:
    """Let the agent's modules see a clock that goes wrong by so much."""
    shift = timedelta(seconds=seconds)

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + shift

    class ShiftedDay(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return (datetime.now() + shift).date()

    for name, module in [*sys.modules.items()]:
        if name.startswith("backend.") and module is not None:
            if getattr(module, "datetime", None) is datetime:
                module.datetime = Shifted  # type: ignore[attr-defined]
            if getattr(module, "date", None) is date:
                module.date = ShiftedDay  # type: ignore[attr-defined]


def act(told: dict[str, Any], out: int) -> int:
    """The act of one forked process."""
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout, sys.stderr = (os.fdopen(handle, "w", closefd=False) for handle in (1, 2))
    endless = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (told["most"] or endless, endless))
    if told["clock"]:
        shift_clock(told["clock"])
    writes = Writes(Path(told["base"]), told["die_at"])
    if told["die_at"] or told["counts"]:
        writes.install()
    code = backend.agent.main(["--base-dir", told["base"], *told["argv"]])
    sys.stdout.flush()
    resource.setrlimit(resource.RLIMIT_FSIZE, (endless, endless))
    if told["counts"]:
        Path(told["out"] + ".writes").write_bytes("\n".join(writes.seen).encode())
    Path(told["out"] + ".modules").write_bytes("\n".join(sys.modules).encode())
    return code


def fork(run: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return child
    code = 99
    with contextlib.suppress(BaseException):
        try:
            code = run()
        except BaseException:
            traceback.print_exc()
    sys.stderr.flush()
    os._exit(code)


def learn(modules: Path) -> None:
    """Load what an act had to load, so that the next ones need not."""
    if modules.exists():
        for name in modules.read_text().splitlines():
            if name not in sys.modules:
                with contextlib.suppress(ImportError):
                    importlib.import_module(name)


def answer(told: dict[str, Any]) -> dict[str, Any]:
    """Fork as many processes as are wanted, let them begin together, and wait for all."""
    gate, opened = os.pipe()
    outs = [os.pipe() for _ in range(told["at_once"])]  # what one prints fits into its pipe

    def begin(out: int) -> int:
        os.close(opened)
        os.read(gate, 1)
        return act(told, out)

    children = [fork(lambda out=out: begin(out)) for _, out in outs]  # type: ignore[misc]
    for handle in (gate, opened, *(out for _, out in outs)):
        os.close(handle)
    if told["kill_after"]:
        time.sleep(told["kill_after"])
        for child in children:
            os.kill(child, signal.SIGKILL)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    learn(Path(told["out"] + ".modules"))
    return {"codes": codes, "told": [read_all(source) for source, _ in outs]}


def read_all(source: int) -> str:
    with os.fdopen(source, "rb") as stream:
        return stream.read().decode(errors="replace")


if __name__ == "__main__":
    backend.toolbox.open_toolbox = open_tiny_toolbox
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
