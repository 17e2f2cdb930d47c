"""Several small programs' way through a data scope: handed over at once, each judged for itself."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from backend.contracts.program import Job, Outcome
from backend.contracts.settings import SandboxSettings
from backend.sandbox.execute import hand_over, memory_file, order_of
from backend.sandbox.judge import Ended, judge
from backend.sandbox.launch import Scope, WorkerLost
from backend.sandbox.limits import DONE
from backend.sandbox.worker import frame, message

PATIENCE_SECONDS = 2.0
"""What a program may take with others; one that takes longer is run alone, within its own limit."""


def may_share(job: Job) -> bool:
    """Whether a job asks for nothing that a process of its own must give."""
    return job.artifacts is None and job.prints is None and not job.any_result


def execute_together(
    jobs: Sequence[Job], scope: Scope, slot: str, limits: SandboxSettings
) -> list[Outcome | None]:
    """The outcomes of the first of these jobs, as far as they came; None for one to run alone.

    All want the same scope and the same memory.

    Raises:
        WorkerLost: the worker ended, or no longer answers.
    """
    order = _order(jobs, slot, limits)
    with ExitStack() as held:
        result = memory_file("result")
        held.callback(os.close, result)
        told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        held.enter_context(told)
        printed = memory_file("printed")
        far = [printed, os.dup(printed), os.dup(result), os.dup(printed), telling.detach()]
        hand_over(jobs, scope, order, far, limits)
        end = _wait(told, time.monotonic() + order["seconds"] + limits.grace_seconds)
        data = os.pread(result, os.fstat(result).st_size, 0)
    answers = zip(jobs, frame.entries(data), strict=False)
    return [_judge(job, answer, scope, end, limits) for job, answer in answers]


def _order(jobs: Sequence[Job], slot: str, limits: SandboxSettings) -> dict[str, Any]:
    """As for one program, with the time of all."""
    patience = min(PATIENCE_SECONDS, *(job.seconds for job in jobs))
    seconds = PATIENCE_SECONDS + patience * len(jobs)
    return {**order_of(jobs[0], slot, limits), "patience": patience, "seconds": seconds}


def _wait(told: socket.socket, deadline: float) -> dict[str, Any]:
    told.settimeout(max(0.1, deadline - time.monotonic()))
    try:
        return message.receive_text(told)
    except (EOFError, OSError) as error:
        raise WorkerLost from error


def _judge(
    job: Job, answer: frame.Entry, scope: Scope, end: dict[str, Any], limits: SandboxSettings
) -> Outcome | None:
    """The outcome of a program that ended; None where it has to be run alone."""
    if not answer.data:
        return None
    own_end = {**end, "code": DONE, "stopped": "", "seconds": answer.seconds}
    rows = scope.rows.get(job.program.table, 0)
    return judge(Ended(job, rows, own_end, answer.data, ""), limits)
