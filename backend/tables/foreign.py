"""Files that are called a table and are something else, told apart by how they begin.

Signatures are those of the formats' own specifications. What only looks odd is read as it is.
"""

from __future__ import annotations

import re

from backend.contracts.errors import DataError

_BINARY = {
    b"\x1f\x8b": "a gzip archive",
    b"PK\x03\x04": "a zip archive or a workbook",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"PAR1": "a Parquet file",
    b"ARROW1": "an Arrow file",
    b"Obj\x01": "an Avro file",
    b"SQLite format 3\x00": "an SQLite database",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a workbook of Excel 97",
    b"%PDF-": "a PDF document",
    b"\x89PNG\r\n": "a picture",
    b"{\\rtf": "an RTF document",
}
_WORKBOOKS = (_BINARY[b"PK\x03\x04"], _BINARY[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
"""What a workbook may be, with a password or without."""
_TEXT = {
    re.compile(rb"(<!doctype\s+html|<html[\s>])", re.I): "a web page",
    re.compile(rb"<\?xml\s"): "an XML document",
    re.compile(rb"\[\s*\{\s*\"[^\"\n]*\"\s*:|\{\s*\"[^\"\n]*\"\s*:"): "JSON",
}
_POINTER = b"version https://git-lfs.github.com/spec/"
_MARKS = (b"\n<<<<<<< ", b"\n=======", b"\n>>>>>>> ")
_SEPARATOR = re.compile(rb"sep=(.)\r?\n", re.I)
_HEAD = 512


def refuse_foreign(content: bytes, *, file: str) -> None:
    """Refuse what is no text of a table.

    Raises:
        DataError: ``not-a-table-file`` or ``unresolved-merge``.
    """
    head = _head(content)
    kind = _kind(content[:_HEAD], head)
    if kind:
        raise _no_table(f"{file}: this is {kind}, whatever its name says. {_cure(kind)}")
    _refuse_pointer(head, file)
    separator = _SEPARATOR.match(head)
    if separator:
        told = separator[0].strip().decode("latin-1")
        fact = f"{file}, line 1: {told!r} is a note to spreadsheet programs and no header."
        raise _no_table(f"{fact} Delete the line; the delimiter is found without it.")
    if all(mark in content for mark in _MARKS):
        line = content[: content.index(_MARKS[0]) + 1].count(b"\n") + 1
        raise DataError(
            f"{file}, line {line}: a merge was left unresolved. Decide it, and delete the marks.",
            code="unresolved-merge",
        )


def refuse_no_workbook(content: bytes, *, file: str) -> None:
    """Refuse what can be told to be no workbook without opening it.

    Raises:
        DataError: ``not-a-workbook`` or ``not-a-table-file``.
    """
    head = _head(content)
    kind = _kind(content[:_HEAD], head)
    if kind and kind not in _WORKBOOKS:
        fact = f"{file}: this is {kind} and no Excel workbook, whatever its name says."
        raise DataError(f"{fact} Save the table as .xlsx or CSV.", code="not-a-workbook")
    _refuse_pointer(head, file)


def _head(content: bytes) -> bytes:
    return content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()


def _refuse_pointer(head: bytes, file: str) -> None:
    if head.startswith(_POINTER):
        fact = f"{file}: this is a pointer of Git LFS, not the file itself."
        raise _no_table(f"{fact} Fetch it: git lfs pull.")


def _kind(start: bytes, head: bytes) -> str:
    for signature, kind in _BINARY.items():
        if start.startswith(signature):
            return kind
    return next((kind for form, kind in _TEXT.items() if form.match(head)), "")


def _cure(kind: str) -> str:
    if kind == "a Parquet file":
        return "Declare it in data/sources.toml, or save it as CSV."
    if "archive" in kind:
        return "Unpack it, or give a workbook the ending .xlsx."
    return "Save the table as CSV with a header line."


def _no_table(message: str) -> DataError:
    return DataError(message, code="not-a-table-file")
