"""The quick way into delimited files: UTF-8 without a quote, one even line for each record.

What is read here is read as `backend.tables.delimited` reads it record by record; whatever is odd
is left to it.
"""

from __future__ import annotations

import codecs
import csv

from backend.tables.delimiter import SAMPLE_CHARACTERS, SAMPLE_RECORDS, find_delimiter, is_blank
from backend.tables.grid import Grid
from backend.tables.headers import named_columns
from backend.tables.unquoted import split_unquoted

_LONGEST_LETTER = 4


def read_plain(content: bytes, *, file: str) -> Grid | None:
    """The grid of a plain file; None if the careful reader must look.

    Raises:
        DataError: ``empty-header`` or ``duplicate-header``.
    """
    start = mark_length(content)
    end = trimmed_end(content)
    if not is_plain(content, start):
        return None
    delimiter = find_delimiter(sample_of(content, start, end))
    parting = delimiter or native_delimiter(file)
    below, header = header_of(content, start, end, parting)
    if is_blank(header) or below >= end:
        return None
    columns = split_unquoted(content, below, end, delimiter=parting, width=len(header))
    if columns is None:
        return None
    kept = named_columns(
        header, columns, place=f"{file}, line 1", label=lambda at: f"column {at + 1}"
    )
    return Grid(
        names=tuple(header[at] for at in kept),
        columns=tuple(columns[at] for at in kept),
        lines=None,
        encoding="utf-8-sig" if start else "utf-8",
        delimiter=delimiter,
    )


def mark_length(content: bytes) -> int:
    """The bytes of the byte order mark of UTF-8, if one is there."""
    return len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0


def native_delimiter(file: str) -> str:
    """What parts the fields of a file in which nothing else seems to."""
    return "\t" if file.lower().endswith(".tsv") else ","


def is_plain(content: bytes, start: int = 0) -> bool:
    """Whether the bytes from here on are UTF-8 without a quote or a NUL byte."""
    if content.find(b'"', start) >= 0 or content.find(b"\0", start) >= 0:
        return False
    if content.isascii():
        return True
    try:
        codecs.utf_8_decode(memoryview(content)[start:], "strict", True)
    except UnicodeDecodeError:
        return False
    return True


def trimmed_end(content: bytes) -> int:
    """Where the last line ends: blank lines at the end are no rows."""
    end = len(content)
    while end and content[end - 1] in b"\r\n":
        end -= 1
    return end


def sample_of(content: bytes, start: int, end: int) -> str:
    """So much of the text that the delimiter is found as in the whole."""
    lines = content[start : min(end, start + SAMPLE_CHARACTERS)].split(b"\n", SAMPLE_RECORDS + 1)
    if len(lines) > SAMPLE_RECORDS + 1:
        return b"\n".join(lines[: SAMPLE_RECORDS + 1]).decode()
    piece = content[start : min(end, start + _LONGEST_LETTER * (SAMPLE_CHARACTERS + 1))]
    return piece.decode("utf-8", "ignore")[: SAMPLE_CHARACTERS + 1]


def header_of(content: bytes, start: int, end: int, delimiter: str) -> tuple[int, list[str]]:
    """Where the second line begins, and the fields of the first."""
    found = (content.find(each, start, end) for each in (b"\n", b"\r"))
    stop = min((at for at in found if at >= 0), default=end)
    line = content[start:stop].decode()
    below = stop + (2 if content.startswith(b"\r\n", stop) else 1)
    return below, next(csv.reader([line], delimiter=delimiter, strict=True), [])
