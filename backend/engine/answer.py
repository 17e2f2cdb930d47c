"""What came of one program, on its way from a node: packed there, judged here.

The bytes are four lengths, a JSON head, and what came over the program's pipes as it came. Nothing
of it is unpickled, and nothing is believed: the very judge of the local sandbox reads it.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from itertools import accumulate, pairwise
from typing import BinaryIO

from pydantic import ValidationError

from backend.contracts.contract import Contract
from backend.contracts.errors import AgentError, SandboxError
from backend.contracts.program import Job, Outcome
from backend.contracts.settings import SandboxSettings
from backend.sandbox.clean import clean
from backend.sandbox.execute import conclude
from backend.sandbox.judge import Ended
from backend.sandbox.sandbox import lost_twice

LENGTHS = struct.Struct("<4Q")


class End(Contract):
    """The word of the node's worker on how a program ended."""

    stopped: str
    code: int
    seconds: float
    cpu_seconds: float
    unfit: str


class Head(Contract):
    """How a program ended; without an end and without an error its worker died twice."""

    end: End | None = None
    error: str = ""
    code: str = ""


def pack(ended: Ended, archive: BinaryIO) -> bytes:
    """The bytes of an ended program with the archive of its files."""
    archive.seek(0)
    head = Head(end=End.model_validate(ended.end))
    return _join(head, ended.stdout.encode(errors="replace"), ended.result, archive.read())


def pack_error(error: AgentError) -> bytes:
    """The bytes of a program that could not be run."""
    return _join(Head(error=str(error), code=error.code))


def pack_lost() -> bytes:
    """The bytes of a program that took its worker with it, twice."""
    return _join(Head())


def read_answer(data: bytes, job: Job, rows: int, limits: SandboxSettings) -> Outcome:
    """The outcome of a job over a table of ``rows`` rows, its files where the job wants them.

    Raises:
        SandboxError: the node could not run it, or the bytes are no answer.
        WorkspaceError: the folder for its files cannot be written.
    """
    head, stdout, result, archive = _parts(data)
    if head.error:
        raise SandboxError(head.error, code=head.code)
    if head.end is None:
        return lost_twice()
    if job.prints is not None:
        with suppress(OSError), job.prints.open("ab") as stream:
            stream.write(stdout)
    printed = clean(stdout.decode(errors="replace"))
    with os.fdopen(os.memfd_create("artifacts", os.MFD_CLOEXEC), "w+b") as file:
        file.write(archive)
        file.flush()
        return conclude(Ended(job, rows, head.end.model_dump(), result, printed), file, limits)


def _join(head: Head, *parts: bytes) -> bytes:
    texts = [head.model_dump_json().encode(), *(parts or (b"", b"", b""))]
    return LENGTHS.pack(*map(len, texts)) + b"".join(texts)


def _parts(data: bytes) -> tuple[Head, bytes, bytes, bytes]:
    try:
        lengths = LENGTHS.unpack_from(data)
        ends = list(accumulate(lengths, initial=LENGTHS.size))
        if ends[-1] != len(data):
            raise ValueError("bytes are missing or left over")
        head, stdout, result, archive = (data[start:end] for start, end in pairwise(ends))
        return Head.model_validate_json(head), stdout, result, archive
    except (struct.error, ValidationError, ValueError) as error:
        raise SandboxError(
            f"engine: a node gave an answer that is none ({type(error).__name__}). Install the "
            "same release of this project on every node.",
            code="bad-answer",
        ) from error
