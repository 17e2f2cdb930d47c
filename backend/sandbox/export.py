"""The files of an ended program, unpacked on the trusted side: regular files with plain names.

A program never holds a path of this machine: what it left is read from the archive that the worker
made of its slot, checked again, and written to a new folder that is moved into place when whole.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from backend.contracts.errors import WorkspaceError
from backend.contracts.program import Outcome, OutcomeStatus
from backend.contracts.settings import SandboxSettings
from backend.sandbox import limits as limit
from backend.sandbox.clean import clean
from backend.sandbox.worker.pack import CHUNK, DEEPEST, LENGTHS

LONGEST_NAME = 200
"""Bytes of one name: short enough for every file system."""
MODE = 0o644
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Unfit(Exception):
    """The archive holds what may not leave."""


def export(
    outcome: Outcome, folder: Path | None, archive: BinaryIO, unfit: str, limits: SandboxSettings
) -> Outcome:
    """The outcome, with the files of a program that did well in the folder.

    Where the files are unfit (the worker says so, or this side finds it), nothing leaves and the
    outcome is a bad result.

    Raises:
        WorkspaceError: the folder cannot be written.
    """
    if folder is None or outcome.status is not OutcomeStatus.OK:
        return outcome
    try:
        if unfit:
            raise Unfit(clean(str(unfit), keep=""))
        return replace(outcome, files=_unpack(archive, folder, limits))
    except Unfit as error:
        return Outcome(
            status=OutcomeStatus.BAD_RESULT,
            error=str(error),
            stdout=outcome.stdout,
            seconds=outcome.seconds,
        )


def _unpack(archive: BinaryIO, folder: Path, limits: SandboxSettings) -> tuple[str, ...]:
    size = os.fstat(archive.fileno()).st_size
    archive.seek(0)
    if not size:
        return ()
    aside = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    try:
        aside.mkdir(mode=0o755, parents=True)
        names = tuple(sorted(_write_files(archive, size, aside, limits)))
        if folder.exists():  # of an earlier try of this very check in this very run
            shutil.rmtree(folder)
        aside.rename(folder)
    except OSError as error:
        fact = f"{folder}: the files of the program cannot be written: {error.strerror}."
        raise WorkspaceError(fact, code="artifacts-not-written") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return names


def _write_files(
    archive: BinaryIO, left: int, folder: Path, limits: SandboxSettings
) -> Iterator[str]:
    count, sizes = 0, 0
    while left:
        name, size = _read_head(archive)
        left -= LENGTHS.size + len(os.fsencode(name)) + size
        count, sizes = count + 1, sizes + size
        _refuse_too_much(count, sizes, limits)
        if left < 0:
            raise Unfit("its files are cut short")
        _write_file(archive, folder / name, size)
        yield name


def _refuse_too_much(count: int, sizes: int, limits: SandboxSettings) -> None:
    if count > limits.files:
        raise Unfit(f"it left more than {limits.files} files {limit.name('files')}")
    if sizes > limits.slot_mb * limit.MEBIBYTE:
        raise Unfit(f"its files hold more than {limits.slot_mb} MiB {limit.name('slot_mb')}")


def _read_head(archive: BinaryIO) -> tuple[str, int]:
    head = archive.read(LENGTHS.size)
    if len(head) != LENGTHS.size:
        raise Unfit("its files are cut short")
    length, size = LENGTHS.unpack(head)
    data = archive.read(length)
    name = os.fsdecode(data)
    parts = name.split("/")
    if len(data) != length or len(parts) > DEEPEST + 1 or not all(map(_is_plain, parts)):
        raise Unfit(f"it left a file with a name that cannot be kept: {name[:LONGEST_NAME]!a}")
    return name, size


def _is_plain(part: str) -> bool:
    """Whether a file may be called so: no way out, no control character, text that can be shown."""
    is_short = 0 < len(os.fsencode(part)) <= LONGEST_NAME
    return (
        is_short and part not in (".", "..") and clean(part, keep="") == part and "\\" not in part
    )


def _write_file(archive: BinaryIO, path: Path, size: int) -> None:
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    try:
        file = os.open(path, NEW, MODE)
    except FileExistsError as error:
        raise Unfit(f"it left two files of the name {path.name!a}") from error
    with os.fdopen(file, "wb") as stream:
        while size:
            data = archive.read(min(size, CHUNK))
            if not data:
                raise Unfit("its files are cut short")
            stream.write(data)
            size -= len(data)
