"""What an ended program gave, checked again on the trusted side."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import Any

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, ResultKind
from backend.contracts.settings import SandboxSettings
from backend.sandbox import limits as limit
from backend.sandbox.clean import clean
from backend.sandbox.results import BadResult, read_records, read_rows, read_value
from backend.sandbox.worker import frame

MOST_TESTED = 2**53
"""Beyond this, readers of JSON no longer agree on a number."""
LONGEST_ERROR = 1000
LONGEST_TRACE = 20_000


@dataclass(frozen=True)
class Ended:
    """All that is known of an ended program: the worker's word, and what came over the pipes."""

    job: Job
    rows: int
    """Of the table whose rows it flags."""
    end: dict[str, Any]
    result: bytes
    stdout: str


def judge(ended: Ended, limits: SandboxSettings) -> Outcome:
    """The outcome of an ended program."""
    end = ended.end
    stop = limit.explain_stop(end["stopped"], ended.job, limits) or limit.explain_death(
        int(end["code"]), end["cpu_seconds"], ended.job, limits
    )
    if stop is not None:
        return _outcome(ended, *stop)
    try:
        return _read_answer(ended, limits)
    except (BadResult, frame.BadFrame) as error:
        return _outcome(ended, OutcomeStatus.BAD_RESULT, str(error))


def _outcome(ended: Ended, status: OutcomeStatus, error: str = "") -> Outcome:
    return Outcome(
        status=status, error=error, stdout=ended.stdout, seconds=float(ended.end["seconds"])
    )


def _read_answer(ended: Ended, limits: SandboxSettings) -> Outcome:
    header, body = frame.decode(ended.result)
    match header.get("status"):
        case "ok":
            return _read_result(ended, header, body, limits)
        case "memory":
            most = f"{ended.job.memory_mb} MiB of memory {limit.name('memory_mb')}"
            return _outcome(ended, OutcomeStatus.MEMORY, f"needs more than {most}")
        case "failed":
            error = clean(_text(header, "error"), keep="")
            trace = clean(_text(header, "trace", LONGEST_TRACE))
            return replace(_outcome(ended, OutcomeStatus.FAILED, error), trace=trace)
        case "bad-result":
            raise BadResult(clean(_text(header, "error"), keep=""))
        case _:
            raise BadResult("its result names no status")


def _text(header: dict[str, Any], key: str, longest: int = LONGEST_ERROR) -> str:
    value = header.get(key)
    if not isinstance(value, str):
        raise BadResult(f"its result has no text {key!r}")
    return value[:longest]


def _read_result(
    ended: Ended, header: dict[str, Any], body: bytes, limits: SandboxSettings
) -> Outcome:
    tested = header.get("tested")
    if not isinstance(tested, int) or isinstance(tested, bool) or not 0 <= tested < MOST_TESTED:
        raise BadResult("its result does not say how many rows it tested")
    kind = _kind(ended.job, header)
    is_value = kind is ResultKind.VALUE
    return replace(
        _outcome(ended, OutcomeStatus.OK),
        tested=tested,
        kind=kind if ended.job.any_result else None,
        rows=read_rows(body, ended.rows, tested) if kind is ResultKind.ROWS else array("q"),
        records=read_records(body, limits) if kind is ResultKind.RECORDS else (),
        value=read_value(body) if is_value else None,
    )


def _kind(job: Job, header: dict[str, Any]) -> ResultKind:
    if not job.any_result:
        return ResultKind.ROWS if job.program.grain is Grain.ROWS else ResultKind.RECORDS
    try:
        return ResultKind(str(header.get("kind")))
    except ValueError as error:
        raise BadResult("its result names no kind") from error
