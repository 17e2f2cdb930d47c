"""Files of this room: whole at every moment, and what is remembered in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import xxhash
from pydantic import ValidationError

from backend.contracts.contract import Contract
from backend.contracts.errors import WorkspaceError

C = TypeVar("C", bound=Contract)
_PIECE = 1 << 20


def read_remembered(path: Path, kind: type[C]) -> C:
    """What a file remembers; nothing, where it cannot be read: all is looked at anew."""
    try:
        return kind.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return kind()


def remember(path: Path, value: Contract) -> None:
    """Write what is remembered.

    Raises:
        WorkspaceError: ``cannot-write``.
    """
    content = value.model_dump_json(indent=1).encode()
    replace(path, lambda draft: draft.write_bytes(content))


def replace(path: Path, write: Callable[[Path], object]) -> None:
    """Put what ``write`` writes in a file's place, synced; or leave it as it was.

    Raises:
        WorkspaceError: ``cannot-write``, and what ``write`` raises.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        fact = f"{path} could not be written ({error.strerror or error})."
        cure = "Free some space, or let the run write to that folder."
        raise WorkspaceError(f"{fact} {cure}", code="cannot-write") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def hash_file(path: Path) -> str:
    """The ``xxh3:…`` of a file's bytes; empty where it is not there.

    Raises:
        OSError: it cannot be read.
    """
    digest = xxhash.xxh3_128()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except FileNotFoundError:
        return ""
    return f"xxh3:{digest.hexdigest()}"


def mark_of(path: Path) -> str:
    """What the file system says of a file, which changes when somebody writes to it.

    Raises:
        OSError: it is not there.
    """
    found = path.stat()
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"
