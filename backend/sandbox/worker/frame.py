"""The one result frame of a program: two lengths, a JSON header, a body.

The body is raw 64-bit row numbers, or records as one line of JSON each: lines are read one by one,
so that no result can take many times its own size on the side that reads it. Where a program may
return any value, the header's ``kind`` tells which it is, or that the body is one JSON text.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

LENGTHS = struct.Struct("<IQ")
LARGEST_HEADER = 1024 * 1024
LARGEST_RECORD = 1024 * 1024
LARGEST_VALUE = 4 * 1024 * 1024
DEEPEST_VALUE = 50
ENTRY = struct.Struct("<dQ")
"""Before each answer of several: the seconds that its program took, and the bytes of its frame."""
ALONE = ENTRY.pack(0.0, 0)
"""The answer for a program that has to be run alone."""
LARGEST_TOGETHER = 1024 * 1024
"""The largest frame of a program that is run with others."""


class Frame(NamedTuple):
    """What a program gave back: rows as little-endian int64, records as JSON lines, or a value."""

    header: dict[str, Any]
    body: bytes


class BadFrame(ValueError):
    """The bytes are not exactly one frame."""


def encode(frame: Frame) -> bytes:
    """The bytes of a frame."""
    header = json.dumps(frame.header, allow_nan=False).encode()
    return LENGTHS.pack(len(header), len(frame.body)) + header + frame.body


def decode(data: bytes) -> Frame:
    """The frame that these bytes are.

    Raises:
        BadFrame: bytes are missing or left over, or the header is not a JSON object.
    """
    if len(data) < LENGTHS.size:
        raise BadFrame("it gave no result")
    header_size, body_size = LENGTHS.unpack_from(data)
    if header_size > LARGEST_HEADER:
        raise BadFrame("its result has a header that is too large")
    if len(data) != LENGTHS.size + header_size + body_size:
        raise BadFrame("its result is cut short or has bytes left over")
    body = LENGTHS.size + header_size
    return Frame(read_object(data[LENGTHS.size : body]), data[body:])


class Entry(NamedTuple):
    """One answer of several; without data, its program has to be run alone."""

    seconds: float
    data: bytes


def entry(data: bytes, seconds: float) -> bytes:
    """The bytes of an answer among several."""
    return ENTRY.pack(seconds, len(data)) + data


def entries(data: bytes) -> Iterator[Entry]:
    """The answers that these bytes begin with, as far as they can be answers."""
    start = 0
    while start + ENTRY.size <= len(data):
        seconds, size = ENTRY.unpack_from(data, start)
        start += ENTRY.size
        is_whole = size <= min(LARGEST_TOGETHER, len(data) - start)
        if not is_whole or not 0 <= seconds < math.inf:
            return
        yield Entry(seconds, data[start : start + size])
        start += size


def read_object(data: bytes) -> dict[str, Any]:
    """The JSON object that these bytes are.

    Raises:
        BadFrame: they are something else.
    """
    try:
        value = json.loads(data, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadFrame("its result is not JSON") from error
    if not isinstance(value, dict):
        raise BadFrame("its result is not a JSON object")
    return value


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
