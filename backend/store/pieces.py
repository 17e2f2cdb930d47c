"""The entries of a JSON file that this room wrote, as the bytes in which they stand there.

Rules of this file: nothing is parsed; bytes are only taken from a file that stands as it stood when
it was read, and only where each entry begins where `json_text` would let it begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backend.store.text import json_text, to_bytes

Part = bytes | memoryview
_BEGINS = re.compile(rb'\n(?=  ")')
_OPENS, _BETWEEN, _CLOSES = b"{\n", b",\n", b"\n}\n"
_SECOND = b"\n    },\n    "
"""Where the second object of a list begins: no text holds a line break."""
_RESULT, _AFTER_RESULT = b'\n        "result": {\n', b'\n        },\n        "program": {\n'
"""Where the result of an execution entry begins and ends, which has a program."""
_OF_A_LIST = len(b'  "": [\n    ')
"""Where the first of a list under an empty key begins."""
_OF_A_RESULT = slice(len(b'  "": [\n    {\n      "": {\n'), -len(b"\n      }\n    }\n  ]"))
"""The one member of an object that is a member of the first of such a list."""


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


def read_pieces(path: Path, standing: Standing | None, keys: Sequence[str]) -> dict[str, bytes]:
    """The entries of a file by key, which were read from it as ``keys``; none where in doubt."""
    if standing is None or not keys or standing_of(path) != standing:
        return {}
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    found = split_pieces(data)
    if len(found) != len(keys):
        return {}
    pieces = dict(zip(keys, found, strict=True))
    is_right = all(_is_of(key, piece) for key, piece in pieces.items())
    return dict(pieces) if is_right else {}


def split_pieces(data: bytes) -> list[bytes]:
    """The entries of a file; none where it is not laid out as this room does."""
    starts = [found.end() for found in _BEGINS.finditer(data)]
    if not starts or starts[0] != len(_OPENS) or not data.endswith(_CLOSES):
        return []
    ends = [start - len(_BETWEEN) for start in starts[1:]] + [len(data) - len(_CLOSES)]
    return [data[start:end] for start, end in zip(starts, ends, strict=True)]


def cut_pieces(data: bytes, lengths: Sequence[int]) -> list[bytes]:
    """The entries of a file, which have these lengths; none where these are not its entries'."""
    pieces, start = [], len(_OPENS)
    for length in lengths:
        pieces.append(data[start : start + length])
        start += length + len(_BETWEEN)
    is_whole = start - len(_BETWEEN) + len(_CLOSES) == len(data)
    return pieces if is_whole and data.endswith(_CLOSES) else []


def write_piece(key: str, value: object) -> bytes:
    """An entry as it stands in a file."""
    return to_bytes(json_text({key: value}))[len(_OPENS) : -len(_CLOSES)]


def with_second(piece: bytes, value: object) -> tuple[Part, Part] | None:
    """The entry, a list of two objects, with this in place of the second; None where in doubt.

    It is given as what stays and what comes after it.
    """
    second = piece.find(_SECOND)
    if second < 0 or piece.find(_SECOND, second + 1) >= 0:
        return None
    stays = memoryview(piece)[: second + len(_SECOND)]
    return stays, write_piece("", [value])[_OF_A_LIST:]


def with_result(piece: bytes, value: object) -> tuple[Part, Part, Part] | None:
    """The entry of a check that has a program, with this for what it came to; None where in doubt.

    It is given as what stays, what comes, and what stays.
    """
    begins = piece.rfind(_RESULT) + 1
    ends = piece.find(_AFTER_RESULT, begins)
    if not 0 < piece.rfind(_SECOND) < begins < ends:
        return None
    result = write_piece("", [{"": {"result": value}}])[_OF_A_RESULT]
    whole = memoryview(piece)
    return whole[:begins], result, whole[ends + len(b"\n        }") :]


def joined(pieces: Iterable[tuple[Part, ...]]) -> Iterator[Part]:
    """The file that these entries make, each of them in one part or several; at least one."""
    yield _OPENS
    for place, parts in enumerate(pieces):
        if place:
            yield _BETWEEN
        yield from parts
    yield _CLOSES


def _is_of(key: str, piece: bytes) -> bool:
    return piece.startswith(write_piece(key, 0)[:-1])
