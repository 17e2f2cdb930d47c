"""One program's way through a data scope: handed over, collected, judged."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, BinaryIO, TypeVar

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome
from backend.contracts.settings import SandboxSettings
from backend.sandbox.clean import clean
from backend.sandbox.collect import Stream, collect
from backend.sandbox.export import export
from backend.sandbox.judge import Ended, judge
from backend.sandbox.launch import Scope, WorkerLost
from backend.sandbox.limits import MEBIBYTE
from backend.sandbox.worker import frame, message

T = TypeVar("T")
Read = Callable[[Ended, BinaryIO], T]
"""What is made of an ended program and of the archive of its files."""


def conclude(ended: Ended, archive: BinaryIO, limits: SandboxSettings) -> Outcome:
    """The outcome of an ended program, its files in the folder that the job names.

    Raises:
        WorkspaceError: the folder cannot be written.
    """
    outcome = judge(ended, limits)
    return export(outcome, ended.job.artifacts, archive, ended.end["unfit"], limits)


def execute(job: Job, scope: Scope, slot: str, limits: SandboxSettings, read: Read[T]) -> T:
    """What is read of one program's run in a scope, over the slot that is its own meanwhile.

    Raises:
        WorkerLost: the worker ended, or no longer answers.
    """
    rows = scope.rows.get(job.program.table, 0)
    streams = _streams(limits, _largest_body(job, rows, limits))
    with ExitStack() as held:
        archive = held.enter_context(os.fdopen(memory_file("artifacts"), "rb"))
        if job.prints is not None:
            streams[0].copy = held.enter_context(job.prints.open("ab", buffering=0))
        near: dict[int, Stream] = {}
        far: list[int] = []
        for stream in streams:
            reading, writing = os.pipe2(os.O_CLOEXEC)
            held.callback(os.close, reading)
            near[reading] = stream
            far.append(writing)
        told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        held.enter_context(told)
        far += [os.dup(archive.fileno()), telling.detach()]
        hand_over([job], scope, order_of(job, slot, limits), far, limits)
        deadline = time.monotonic() + job.seconds + limits.grace_seconds
        end = collect(near, told, deadline)
        stdout, stderr, result = streams
        printed = _text(stdout) + _text(stderr)
        return read(Ended(job, rows, end, bytes(result.data), printed), archive)


def _largest_body(job: Job, rows: int, limits: SandboxSettings) -> int:
    by_rows, records = 8 * rows, limits.result_mb * MEBIBYTE
    if job.any_result:
        return max(by_rows, records)
    return by_rows if job.program.grain is Grain.ROWS else records


def _streams(limits: SandboxSettings, body: int) -> tuple[Stream, Stream, Stream]:
    kept, most = limits.output_kept_mb * MEBIBYTE, limits.output_mb * MEBIBYTE
    result = frame.LENGTHS.size + frame.LARGEST_HEADER + body
    return (
        Stream("stdout", kept, most),
        Stream("stderr", kept, most),
        Stream("result", result, result),
    )


def order_of(job: Job, slot: str, limits: SandboxSettings) -> dict[str, Any]:
    """What the worker is told of a program beside its text: where it runs, and within what."""
    return {
        "patience": 0,
        "slot": slot,
        "seconds": job.seconds,
        "memory_mb": job.memory_mb,
        "cpu_extra_seconds": limits.cpu_extra_seconds,
        "file_mb": limits.file_mb,
        "slot_mb": limits.slot_mb,
        "files": limits.files,
        "threads": limits.threads,
        "open_files": limits.open_files,
        "keeps_files": job.artifacts is not None,
        "stack_mb": limits.stack_mb,
    }


def hand_over(
    jobs: Sequence[Job],
    scope: Scope,
    order: dict[str, Any],
    far: list[int],
    limits: SandboxSettings,
) -> None:
    """Send the order with its files, which belong to the worker from then on.

    Raises:
        WorkerLost: the worker ended.
    """
    far.insert(0, _write_programs(jobs, limits))
    try:
        message.send(scope.control, order, far)
    except OSError as error:
        raise WorkerLost from error
    finally:
        for file in far:
            os.close(file)


def _write_programs(jobs: Sequence[Job], limits: SandboxSettings) -> int:
    file = memory_file("program")
    with os.fdopen(os.dup(file), "wb") as stream:
        stream.write(json.dumps([_program(job, limits) for job in jobs]).encode())
    return file


def _program(job: Job, limits: SandboxSettings) -> dict[str, Any]:
    return {
        "check_id": job.check_id,
        "source": job.program.source,
        "table": job.program.table,
        "returns": "anything" if job.any_result else job.program.grain,
        "arguments": job.arguments,
        "columns": {} if job.any_result else job.program.columns,
        "records": limits.records,
    }


def memory_file(name: str) -> int:
    """A file that lies nowhere."""
    return os.memfd_create(name, os.MFD_CLOEXEC)


def _text(stream: Stream) -> str:
    text = clean(stream.data.decode(errors="replace"))
    if stream.seen > stream.keep:
        text += f"\n… cut: {stream.name} was longer than {stream.keep} bytes\n"
    return text
