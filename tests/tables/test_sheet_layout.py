"""Merged and hidden cells of workbooks that openpyxl writes, and of XML that others write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from backend.contracts.errors import DataError
from backend.tables.sheet_layout import Layout, layout_of


def book(change: Callable[[Worksheet], object]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in (["id", "name", "price"], [1, "a", 2.5], [2, "b", 3.5], [3, "c", 4.5]):
        sheet.append(row)
    change(sheet)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def rewritten(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with the XML of its first sheet changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name.endswith("sheet1.xml") else part)
    return changed.getvalue()


def hide_rows(sheet: Worksheet) -> None:
    for row in (2, 4, 900):
        sheet.row_dimensions[row].hidden = True


def hide_columns(sheet: Worksheet) -> None:
    sheet.column_dimensions.group("B", "XFD", hidden=True)


def merge(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")


def hide_sheets(sheet: Worksheet) -> None:
    book = sheet.parent
    assert book is not None
    for name, state in (("Old", "hidden"), ("Older", "veryHidden"), ("New", "visible")):
        book.create_sheet(name).sheet_state = state


CASES = {
    "plain": (book(lambda sheet: None), Layout()),
    "merged": (book(merge), Layout(merged=2)),
    "rows-to-the-last-cell": (book(hide_rows), Layout(hidden_rows=2)),
    "columns-to-the-last-cell": (book(hide_columns), Layout(hidden_columns=2)),
    "sheets": (book(hide_sheets), Layout(hidden_sheets=2)),
    "text-that-says-hidden": (
        book(lambda sheet: sheet.append(['<row r="1" hidden="1"/>', "x", 1])), Layout()
    ),
    "prefixed-and-single-quoted": (
        rewritten(
            book(hide_rows),
            lambda xml: xml.replace(b'hidden="1"', b"hidden = 'true'"),
        ),
        Layout(hidden_rows=2),
    ),
    "an-encoding-that-hides-the-last-cell": (
        rewritten(book(hide_rows), lambda xml: xml.decode().encode("utf-16")),
        Layout(hidden_rows=3),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "layout"), CASES.values(), ids=CASES)
def test_layout(content: bytes, layout: Layout) -> None:
    assert layout_of(content, file="a.xlsx") == layout


def test_what_is_no_workbook_is_told() -> None:
    with pytest.raises(DataError) as told:
        layout_of(b"PK no", file="a.xlsx")

    assert told.value.code == "not-a-workbook"
