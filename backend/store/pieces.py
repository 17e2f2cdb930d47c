"""The entries of a JSON file that this room wrote, as the bytes in which they stand there.

Rules of this file: nothing is parsed; bytes are only taken from a file that stands as it stood when
it was read, and only where each entry begins where `json_text` would let it begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from backend.store.text import json_text, to_bytes

Piece = bytes | memoryview
_BEGINS = re.compile(rb'\n(?=  ")')
_OPENS, _BETWEEN, _CLOSES = b"{\n", b",\n", b"\n}\n"


class Standing(NamedTuple):
    """What tells a file from any other that takes its place."""

    inode: int
    size: int
    modified_ns: int


def standing_of(path: Path) -> Standing | None:
    """How a file stands; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Standing(found.st_ino, found.st_size, found.st_mtime_ns)


def read_pieces(path: Path, standing: Standing | None, keys: Sequence[str]) -> dict[str, Piece]:
    """The entries of a file by key, which were read from it as ``keys``; none where in doubt."""
    if standing is None or not keys or standing_of(path) != standing:
        return {}
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    starts = [found.end() for found in _BEGINS.finditer(data)]
    if len(starts) != len(keys) or starts[0] != len(_OPENS) or not data.endswith(_CLOSES):
        return {}
    ends = [start - len(_BETWEEN) for start in starts[1:]] + [len(data) - len(_CLOSES)]
    whole = memoryview(data)
    pieces = {key: whole[start:end] for key, start, end in zip(keys, starts, ends, strict=True)}
    is_right = all(_is_of(key, piece) for key, piece in pieces.items())
    return dict(pieces) if is_right else {}


def write_piece(key: str, value: object) -> bytes:
    """An entry as it stands in a file."""
    return to_bytes(json_text({key: value}))[len(_OPENS) : -len(_CLOSES)]


def write_pieces(stream: BinaryIO, pieces: Sequence[Piece]) -> None:
    """The file that these entries make; at least one."""
    stream.write(_OPENS)
    for place, piece in enumerate(pieces):
        stream.write(_BETWEEN if place else b"")
        stream.write(piece)
    stream.write(_CLOSES)


def _is_of(key: str, piece: memoryview) -> bool:
    opening = write_piece(key, 0)[:-1]
    return bytes(piece[: len(opening)]) == opening
