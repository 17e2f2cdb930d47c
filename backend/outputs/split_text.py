"""The rows of a delimited file, apart: good ones to one file, flagged ones to another.

Rules of this file: it reads bytes and writes to streams. A row leaves as the very bytes that it
came as, line end included, and the header with it; blank lines are no rows, and stay behind. In the
file of flagged rows each record has one more field, the ids of the checks that flagged it; nothing
else of it is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from backend.outputs.legal_text import disarm

FLAGGED_BY = "flagged_by"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Written(NamedTuple):
    """How many rows went where."""

    good: int
    bad: int


class Delimited(NamedTuple):
    """A delimited file: its bytes, how they are read, and the 1-based line of each row."""

    content: bytes
    encoding: str
    delimiter: str
    lines: Sequence[int]


def name_new_column(names: Sequence[str]) -> str:
    """``flagged_by``, with the first number that is free where a column has that name."""
    name, number = FLAGGED_BY, 1
    while name in names:
        number += 1
        name = f"{FLAGGED_BY}_{number}"
    return name


def split_text(
    good: BinaryIO,
    bad: BinaryIO,
    source: Delimited,
    flagged: Mapping[int, Sequence[str]],
    *,
    column: str = FLAGGED_BY,
) -> Written:
    """Write both files; ``flagged`` has the ids of checks by 0-based row."""
    # A byte order mark stays a character of the header.
    codec = "utf-8" if source.encoding == "utf-8-sig" else source.encoding
    lines = _LINE.findall(source.content.decode(codec))
    head, *rows = _records(lines, source.lines)
    good.write(head.encode(codec))
    bad.write(_with_field(head, column, source.delimiter, codec))
    for row, record in enumerate(rows):
        if row in flagged:
            ids = disarm(";".join(flagged[row]))
            bad.write(_with_field(record, ids, source.delimiter, codec))
        else:
            good.write(record.encode(codec))
    return Written(len(rows) - len(flagged), len(flagged))


def _records(lines: Sequence[str], starts: Sequence[int]) -> Iterator[str]:
    """The header with what stands before it, then each row, without blank lines that follow."""
    bounds = [0, *(int(start) - 1 for start in starts), len(lines)]
    for start, end in pairwise(bounds):
        last = end
        while last > start + 1 and not lines[last - 1].strip():
            last -= 1
        yield "".join(lines[start:last])


def _with_field(record: str, field: str, delimiter: str, codec: str) -> bytes:
    body = record.rstrip("\r\n")
    sign = delimiter or ","
    needs_quotes = any(each in field for each in (sign, '"', "\r", "\n")) or field != field.strip()
    told = '"' + field.replace('"', '""') + '"' if needs_quotes else field
    return (
        body.encode(codec)
        + (sign + told).encode(codec, "backslashreplace")
        + record[len(body) :].encode(codec)
    )
