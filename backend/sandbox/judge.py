"""What an ended program gave, checked again on the trusted side."""

from __future__ import annotations

import math
import operator
import signal
import sys
import unicodedata
from array import array
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import JsonValue

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus
from backend.sandbox.limits import Limits
from backend.sandbox.worker import frame

DONE = 77
"""The exit code of a program that wrote its whole result."""
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


class _Bad(Exception):
    """The result is not what the contract asks for."""


def judge(ended: Ended, limits: Limits) -> Outcome:
    """The outcome of an ended program."""
    stopped = _explain_stop(ended, limits) or _explain_death(ended, limits)
    if stopped is not None:
        return _outcome(ended, *stopped)
    try:
        return _read_answer(ended, limits)
    except (_Bad, frame.BadFrame) as error:
        return _outcome(ended, OutcomeStatus.BAD_RESULT, str(error))


def clean(text: str, *, keep: str = "\n\t") -> str:
    """The text without control characters, lone surrogates and what turns its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in keep or not _is_unwanted(c))


def _is_unwanted(character: str) -> bool:
    return character in DIRECTIONS or unicodedata.category(character) in UNWANTED


UNWANTED = {"Cc", "Cs", "Zl", "Zp"}
DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _outcome(ended: Ended, status: OutcomeStatus, error: str) -> Outcome:
    return Outcome(
        status=status, error=error, stdout=ended.stdout, seconds=float(ended.end["seconds"])
    )


def _explain_stop(ended: Ended, limits: Limits) -> tuple[OutcomeStatus, str] | None:
    match ended.end["stopped"]:
        case "":
            return None
        case "result":
            fact = f"its result is larger than {limits.result_mb} MiB (limit sandbox.result_mb)"
            return OutcomeStatus.BAD_RESULT, fact
        case "stdout" | "stderr":
            fact = f"stopped after printing {limits.output_mb} MiB (limit sandbox.output_mb)"
            return OutcomeStatus.FAILED, fact
        case "slot_mb":
            fact = f"stopped with more than {limits.slot_mb} MiB of files (limit sandbox.slot_mb)"
            return OutcomeStatus.FAILED, fact
        case "files":
            fact = f"stopped with more than {limits.files} files (limit sandbox.files)"
            return OutcomeStatus.FAILED, fact
        case "threads":
            fact = f"stopped with more than {limits.threads} threads (limit sandbox.threads)"
            return OutcomeStatus.FAILED, fact
        case _:
            fact = f"stopped after {ended.job.seconds:g} s (limit sandbox.wall_seconds)"
            return OutcomeStatus.TIMEOUT, fact


def _explain_death(ended: Ended, limits: Limits) -> tuple[OutcomeStatus, str] | None:
    code = int(ended.end["code"])
    cpu_seconds = int(ended.job.seconds) + 1 + limits.cpu_extra_seconds
    if code == DONE:
        return None
    if code in (-signal.SIGKILL, -signal.SIGXCPU) and ended.end["cpu_seconds"] > cpu_seconds - 0.5:
        fact = f"stopped after {cpu_seconds} s of CPU time (limit sandbox.cpu_extra_seconds)"
        return OutcomeStatus.TIMEOUT, fact
    if code == -signal.SIGKILL:
        return OutcomeStatus.MEMORY, "killed: the machine ran out of memory, or it killed itself"
    if code < 0:
        return OutcomeStatus.CRASHED, f"crashed with {_signal_name(-code)}"
    return OutcomeStatus.CRASHED, f"ended its process with exit code {code} and gave no result"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _read_answer(ended: Ended, limits: Limits) -> Outcome:
    header, body = frame.decode(ended.result)
    match header.get("status"):
        case "ok":
            return _read_result(ended, header.get("tested"), body, limits)
        case "memory":
            fact = f"needs more than {ended.job.memory_mb} MiB of memory (limit sandbox.memory_mb)"
            return _outcome(ended, OutcomeStatus.MEMORY, fact)
        case "failed":
            return Outcome(
                status=OutcomeStatus.FAILED,
                error=clean(_text(header, "error"), keep=""),
                trace=clean(_text(header, "trace", LONGEST_TRACE)),
                stdout=ended.stdout,
                seconds=float(ended.end["seconds"]),
            )
        case "bad-result":
            raise _Bad(clean(_text(header, "error"), keep=""))
        case _:
            raise _Bad("its result names no status")


def _text(header: dict[str, Any], key: str, longest: int = LONGEST_ERROR) -> str:
    value = header.get(key)
    if not isinstance(value, str):
        raise _Bad(f"its result has no text {key!r}")
    return value[:longest]


def _read_result(ended: Ended, tested: object, body: bytes, limits: Limits) -> Outcome:
    if not isinstance(tested, int) or isinstance(tested, bool) or not 0 <= tested < MOST_TESTED:
        raise _Bad("its result does not say how many rows it tested")
    by_rows = ended.job.program.grain is Grain.ROWS
    return Outcome(
        status=OutcomeStatus.OK,
        tested=tested,
        rows=_read_rows(body, ended.rows, tested) if by_rows else array("q"),
        records=() if by_rows else _read_records(body, limits),
        stdout=ended.stdout,
        seconds=float(ended.end["seconds"]),
    )


def _read_rows(data: bytes, rows: int, tested: int) -> array[int]:
    numbers = array("q")
    if len(data) % numbers.itemsize:
        raise _Bad("its row numbers are cut short")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    if not all(map(operator.lt, numbers, islice(numbers, 1, None))):
        raise _Bad("its row numbers are not ascending, each once")
    if len(numbers) and not 0 <= numbers[0] <= numbers[-1] < rows:
        raise _Bad(f"it flags rows that are not there: the table has rows 0 to {rows - 1}")
    if not len(numbers) <= tested <= rows:
        raise _Bad(f"its counts disagree: {len(numbers)} flagged, {tested} tested, {rows} there")
    return numbers


def _read_records(body: bytes, limits: Limits) -> tuple[dict[str, JsonValue], ...]:
    if not body:
        return ()
    if body.count(b"\n") >= limits.records:
        raise _Bad(f"its result has more than {limits.records} records (limit sandbox.records)")
    if body.count(b'":') > limits.cells:
        raise _Bad(f"its result has more than {limits.cells} cells (limit sandbox.cells)")
    return tuple(_read_record(line) for line in body.split(b"\n"))


def _read_record(line: bytes) -> dict[str, JsonValue]:
    if len(line) > frame.LARGEST_RECORD:
        raise _Bad("one of its records is too long")
    record = frame.read_object(line)
    return {clean(name, keep=""): _read_scalar(value) for name, value in record.items()}


def _read_scalar(value: object) -> JsonValue:
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise _Bad("a cell of one of its records is not a plain value")
