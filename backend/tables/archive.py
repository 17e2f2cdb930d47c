"""The zip archive that a workbook is, opened only where all that it unpacks to is bounded.

A few kilobytes can unpack to terabytes. What an archive says of a part's size is not believed
where the packed bytes could hold more. Terms are those of the ZIP file format specification
(APPNOTE.TXT); its parts are stored or deflated alone (ECMA-376, part 2).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from backend.contracts.errors import DataError

MOST_BYTES = 1 << 30
"""All parts together: a sheet of a million rows and twenty columns holds less."""

# Deflate packs no closer than 258 bytes into two bits (RFC 1951).
_CLOSEST = 1032
_PIECE = 1 << 20
_LENGTHS_AT, _HEADER_BYTES = 26, 30


def open_archive(content: bytes, *, file: str) -> zipfile.ZipFile:
    """The archive of a file's bytes.

    Raises:
        DataError: ``workbook-too-large``.
        zipfile.BadZipFile, struct.error, zlib.error: this is no archive of a workbook.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    total = 0
    for part in archive.infolist():
        total += _unpacked_size(content, part)
        if total > MOST_BYTES:
            raise DataError(
                f"{file}: unpacked, the workbook holds more than {MOST_BYTES >> 20:,} MB. "
                "Save its sheets as CSV files.",
                code="workbook-too-large",
            )
    return archive


def _unpacked_size(content: bytes, part: zipfile.ZipInfo) -> int:
    """As the archive says; where that cannot be relied on, as found, as far as it matters."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"{part.filename} is packed in another way")
    if part.compress_type == zipfile.ZIP_STORED or part.file_size > MOST_BYTES:
        return max(part.file_size, part.compress_size)
    if part.compress_size * _CLOSEST <= MOST_BYTES // 64:
        return max(part.file_size, part.compress_size)
    return _inflated_size(content, part)


def _inflated_size(content: bytes, part: zipfile.ZipInfo) -> int:
    at = part.header_offset
    names = sum(struct.unpack_from("<HH", content, at + _LENGTHS_AT))
    start = at + _HEADER_BYTES + names
    packed: bytes | memoryview = memoryview(content)[start : start + part.compress_size]
    inflate, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    while packed and not inflate.eof and size <= MOST_BYTES:
        size += len(inflate.decompress(packed, _PIECE))
        packed = inflate.unconsumed_tail
    return size
