"""Bytes to text: byte order marks, UTF-8, UTF-16, UTF-32, Windows-1252, Latin-1."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from backend.contracts.errors import DataError

_MARKS = (
    # UTF-32's little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?|\n")


class Decoded(NamedTuple):
    """The text of a file without its byte order mark, and the encoding it was read in."""

    text: str
    encoding: str


def decode(content: bytes, *, file: str) -> Decoded:
    """The text of a delimited file.

    Raises:
        DataError: ``bad-encoding`` or ``nul-byte``, with the line.
    """
    decoded = _decode_marked(content, file) or _decode_unmarked(content, file)
    nul = decoded.text.find("\0")
    if nul >= 0:
        raise DataError(
            f"{file}, line {_line_after(decoded.text[:nul])}: the line holds a NUL byte. "
            "Save the file as UTF-8 text.",
            code="nul-byte",
        )
    return decoded


def _line_after(text: str) -> int:
    """The 1-based line on which a text ends, where CR, LF and CRLF each end a line."""
    return 1 + len(_LINE_END.findall(text))


def _decode_marked(content: bytes, file: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            named = "utf-8-sig" if encoding == "utf-8" else encoding
            return Decoded(_strictly(content[len(mark) :], encoding, file), named)
    return None


def _strictly(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_after(content[: error.start].decode(encoding))
        raise DataError(
            f"{file}, line {line}: the line is not {encoding.upper()}, which the byte order mark "
            "of the file announces. Save the file in one encoding.",
            code="bad-encoding",
        ) from error


def _decode_unmarked(content: bytes, file: str) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(content, error, file)
    try:
        return Decoded(content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), "latin-1")


def _refuse_broken_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> None:
    """Refuse what is UTF-8 but for a few bytes: read as Latin-1 its letters would be wrong."""
    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(lenient) - len(lenient.encode("ascii", "ignore"))
    if beyond_ascii - broken >= broken:
        line = _line_after(content[: error.start].decode("utf-8"))
        raise DataError(
            f"{file}, line {line}: the line is not UTF-8, as the rest of the file is. "
            "Save the file in one encoding.",
            code="bad-encoding",
        ) from error
