"""The head of an Arrow stream of one batch whose buffers lie where they are told to lie.

Arrow's own writer lays buffers close together. Its messages are taken here as it makes them, and
the places in the one of the batch are filled in anew: they are numbers of a fixed width in its
FlatBuffer ("Encapsulated message format" and "RecordBatch message" of Arrow's columnar format).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

_PREFIX = struct.Struct("<Ii")
"""Of a message: four bytes of ones, and how long its metadata is, with what fills it up."""
_MESSAGE_HEADER, _MESSAGE_BODY_LENGTH = 2, 3
_BATCH_LENGTH, _BATCH_NODES, _BATCH_BUFFERS = 0, 1, 2
END_OF_STREAM = _PREFIX.pack(0xFFFFFFFF, 0)


class Batch(NamedTuple):
    """Where a batch lies: nulls of each column, and start and length of each buffer in its body."""

    rows: int
    nulls: Sequence[int]
    buffers: Sequence[tuple[int, int]]
    body: int


def schema_message(schema: pa.Schema, room: int = 0) -> bytes | None:
    """The message of a schema, filled up to ``room`` bytes; None where it does not fit."""
    message = bytes(schema.serialize())
    return _filled_up(message, room or len(message))


def batch_message(schema: pa.Schema, batch: Batch, room: int = 0) -> bytes | None:
    """The message of a batch, without its body, filled up to ``room`` bytes; None if too long."""
    one_row = [pa.nulls(1, field.type) for field in schema]  # no field may be left out as nothing
    made = bytes(pa.record_batch(one_row, schema=schema.remove_metadata()).serialize())
    metadata = bytearray(made[_PREFIX.size : _PREFIX.size + _PREFIX.unpack_from(made)[1]])
    _fill_in(metadata, batch)
    message = _PREFIX.pack(0xFFFFFFFF, len(metadata)) + metadata
    return _filled_up(message, room or len(message))


def message_length(head: bytes, at: int) -> int:
    """How long the message is that begins there, without its body."""
    return int(_PREFIX.size + _PREFIX.unpack_from(head, at)[1])


def _filled_up(message: bytes, room: int) -> bytes | None:
    if len(message) > room:
        return None
    return (_PREFIX.pack(0xFFFFFFFF, room - _PREFIX.size) + message[_PREFIX.size :]).ljust(
        room, b"\0"
    )


def _fill_in(metadata: bytearray, batch: Batch) -> None:
    message = _pointed(metadata, 0)
    found = _pointed(metadata, _field(metadata, message, _MESSAGE_HEADER))
    struct.pack_into("<q", metadata, _field(metadata, message, _MESSAGE_BODY_LENGTH), batch.body)
    struct.pack_into("<q", metadata, _field(metadata, found, _BATCH_LENGTH), batch.rows)
    nodes = [(batch.rows, nulls) for nulls in batch.nulls]
    _fill_vector(metadata, _field(metadata, found, _BATCH_NODES), nodes)
    _fill_vector(metadata, _field(metadata, found, _BATCH_BUFFERS), batch.buffers)


def _fill_vector(metadata: bytearray, at: int, pairs: Sequence[tuple[int, int]]) -> None:
    """Write pairs of 64-bit numbers over those of a vector of as many."""
    vector = _pointed(metadata, at)
    (count,) = struct.unpack_from("<I", metadata, vector)
    if count != len(pairs):
        raise ValueError(f"{len(pairs)} places for the {count} of a batch")
    flat = [number for pair in pairs for number in pair]
    struct.pack_into(f"<{len(flat)}q", metadata, vector + 4, *flat)


def _pointed(metadata: bytearray, at: int) -> int:
    """What an offset points to."""
    return at + int(struct.unpack_from("<I", metadata, at)[0])


def _field(metadata: bytearray, table: int, number: int) -> int:
    """Where a field of a table stands.

    Raises:
        ValueError: it was left out.
    """
    fields = table - struct.unpack_from("<i", metadata, table)[0]
    (place,) = struct.unpack_from("<H", metadata, fields + 4 + 2 * number)
    if not place:
        raise ValueError(f"field {number} of a message of Arrow is not there")
    return int(table + place)
