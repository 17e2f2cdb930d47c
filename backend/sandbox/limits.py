"""What ended a program that passed a limit, named as ``settings.toml`` names it.

The limits themselves are ``contracts.settings.SandboxSettings``: there is one place for them.
"""

from __future__ import annotations

import signal
from typing import NamedTuple

from backend.contracts.program import Job, OutcomeStatus
from backend.contracts.settings import SandboxSettings

MEBIBYTE = 1024 * 1024
DONE = 77
"""The exit code of a program that wrote its whole result."""


class Stop(NamedTuple):
    """How a program ended that gave no result, with the reason for a person."""

    status: OutcomeStatus
    fact: str


def name(limit: str) -> str:
    """A limit as every message names it: ``(limit sandbox.wall_seconds)``."""
    return f"(limit sandbox.{limit})"


def explain_stop(stopped: str, job: Job, limits: SandboxSettings) -> Stop | None:
    """Why the worker or the trusted side stopped a program; None where they did not."""
    match stopped:
        case "":
            return None
        case "result":
            fact = f"its result is larger than {limits.result_mb} MiB {name('result_mb')}"
            return Stop(OutcomeStatus.BAD_RESULT, fact)
        case "stdout" | "stderr":
            fact = f"stopped after printing {limits.output_mb} MiB {name('output_mb')}"
        case "slot_mb":
            fact = f"stopped with more than {limits.slot_mb} MiB of files {name('slot_mb')}"
        case "files":
            fact = f"stopped with more than {limits.files} files {name('files')}"
        case "threads":
            fact = f"stopped with more than {limits.threads} threads {name('threads')}"
        case _:
            fact = f"stopped after {job.seconds:g} s {name('wall_seconds')}"
            return Stop(OutcomeStatus.TIMEOUT, fact)
    return Stop(OutcomeStatus.FAILED, fact)


def explain_death(code: int, used_seconds: float, job: Job, limits: SandboxSettings) -> Stop | None:
    """Why a program's process ended early, given its CPU time; None where it wrote a result."""
    cpu_seconds = int(job.seconds) + 1 + limits.cpu_extra_seconds
    if code == DONE:
        return None
    if code in (-signal.SIGKILL, -signal.SIGXCPU) and used_seconds > cpu_seconds - 0.5:
        fact = f"stopped after {cpu_seconds} s of CPU time {name('cpu_extra_seconds')}"
        return Stop(OutcomeStatus.TIMEOUT, fact)
    if code == -signal.SIGKILL:
        fact = "killed: the machine ran out of memory, or it killed itself"
        return Stop(OutcomeStatus.MEMORY, fact)
    if code < 0:
        return Stop(OutcomeStatus.CRASHED, f"crashed with {_signal_name(-code)}")
    fact = f"ended its process with exit code {code} and gave no result"
    return Stop(OutcomeStatus.CRASHED, fact)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
