"""A marked copy of a real workbook: what was there stays, what offends is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from backend.contracts.errors import DataError
from backend.outputs.annotated_book import Mark, annotate_book
from tests.outputs.reported_runs import HOSTILE

NAMES = ("sku", "price", "note")
PINK = "FFFFC7CE"


def make() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "prices"
    for row in [
        NAMES,
        ["007", 1.5, "a"],
        ["008", None, "b"],
        ["009", "=B2*2", "c"],
        ["010", 4, "d"],
    ]:
        sheet.append(list(row))
    sheet["B2"].font, sheet["B2"].number_format = Font(bold=True, name="Courier"), "0.00 €"
    sheet["B2"].border = Border(left=Side("thin"))
    sheet["C2"].fill = PatternFill("solid", start_color="FF00FF00")
    sheet["C2"].alignment = Alignment(wrap_text=True)
    sheet["C3"].comment = Comment("mine", "Ann")
    sheet["C4"] = CellRichText("c ", TextBlock(InlineFont(b=True), "bold"))
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].width = 33
    sheet.auto_filter.ref = "A1:C5"
    sheet.auto_filter.add_filter_column(0, ["007"])
    sheet.freeze_panes = "B2"
    validation = DataValidation(type="list", formula1='"a,b"')
    validation.add("C2:C5")
    sheet.add_data_validation(validation)
    rule = CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill("solid"))
    sheet.conditional_formatting.add("B2:B5", rule)
    other = book.create_sheet("other")
    other["A1"], other["A2"] = "=prices!B2", "text"
    other.sheet_state = "hidden"
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def annotate(
    content: bytes, *marks: Mark, names: Sequence[str] = NAMES
) -> tuple[Workbook, list[str]]:
    stream = io.BytesIO()
    told = annotate_book(stream, content, {"prices": names}, marks)
    return load_workbook(io.BytesIO(stream.getvalue()), rich_text=True), told


def mark(line: int, *columns: str, says: str = "CHK-1 told") -> Mark:
    return Mark("prices", line, columns, says)


def marked(sheet: Any) -> dict[str, str]:
    """The filled cells and their comments."""
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {
        cell.coordinate: cell.comment.text for cell in cells if cell.fill.start_color.rgb == PINK
    }


def test_offending_cells_are_filled_and_commented() -> None:
    book, _ = annotate(saved(make()), mark(2, "price"), mark(3, "price", "note", says="CHK-2"))
    assert marked(book["prices"]) == {
        "B2": "CHK-1 told",
        "B3": "CHK-2",
        "C3": "mine\n\nCHK-2",
    }
    assert book["prices"]["B2"].comment.author == "agent"
    assert book["prices"]["C3"].comment.author == "Ann"


@pytest.mark.parametrize("columns", [(), ("gone",)], ids=["none", "not there"])
def test_rule_about_the_row_marks_its_first_cell(columns: tuple[str, ...]) -> None:
    book, _ = annotate(saved(make()), mark(4, *columns))
    assert marked(book["prices"]) == {"A4": "CHK-1 told"}


def test_checks_of_one_cell_are_one_comment() -> None:
    marks = (
        mark(2, "sku", says="CHK-1"),
        mark(2, "sku", says="CHK-2"),
        mark(2, "sku", says="CHK-1"),
    )
    book, _ = annotate(saved(make()), *marks)
    assert marked(book["prices"]) == {"A2": "CHK-1\n\nCHK-2"}


def look(cell: Any) -> tuple[object, ...]:
    style = (cell.font, cell.border, cell.alignment, cell.number_format, cell.protection)
    return (type(cell.value), str(cell.value), cell.data_type, *map(repr, style))


def test_all_else_stays_as_it_is() -> None:
    content = saved(make())
    before = load_workbook(io.BytesIO(content), rich_text=True)
    after, told = annotate(content, mark(2, "price"), mark(4, "price"))

    assert after.sheetnames == before.sheetnames
    assert after["other"].sheet_state == "hidden"
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                twin = after[sheet.title][cell.coordinate]
                assert look(twin) == look(cell)
                is_marked = twin.coordinate in marked(after[sheet.title])
                assert is_marked or repr(twin.fill) == repr(cell.fill)
    assert after["prices"]["B4"].value == "=B2*2"
    assert told == [
        "The formulas of the copy show values once a spreadsheet program has opened it."
    ]
    assert after.calculation.fullCalcOnLoad


def test_filters_hidden_rows_and_views_stay() -> None:
    book, _ = annotate(saved(make()), mark(3, "price"))
    sheet = book["prices"]

    assert sheet.row_dimensions[3].hidden
    assert not sheet.row_dimensions[2].hidden
    assert sheet.auto_filter.ref == "A1:C5"
    assert sheet.auto_filter.filterColumn[0].filters.filter == ["007"]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].width == 33
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["C2:C5"]
    assert len(sheet.conditional_formatting) == 1


def test_header_below_blank_rows_and_with_gaps_is_found() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "prices"
    for column, name in ((2, "sku"), (4, 2024), (5, "  ")):
        sheet.cell(3, column, name)
    sheet.cell(4, 2, "x")
    found, _ = annotate(saved(book), mark(4, "2024"), mark(4), names=("sku", "2024"))
    assert marked(found["prices"]) == {"B4": "CHK-1 told", "D4": "CHK-1 told"}


def test_of_merged_cells_the_one_that_shows_is_marked() -> None:
    book = make()
    book["prices"].merge_cells("A4:B5")
    found, _ = annotate(saved(book), mark(5, "price"))
    assert marked(found["prices"]) == {"A4": "CHK-1 told"}
    assert str(found["prices"].merged_cells) == "A4:B5"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_a_comment(text: str) -> None:
    book, _ = annotate(saved(make()), mark(2, "sku", says=f"CHK {text}"))
    assert list(marked(book["prices"])) == ["A2"]
    assert book["prices"]["A2"].value == "007"


def test_endless_comment_is_cut_to_what_excel_holds() -> None:
    marks = [mark(2, "sku", says=f"{at} {'x' * 10_000}") for at in range(5)]
    book, _ = annotate(saved(make()), *marks)
    assert len(marked(book["prices"])["A2"]) == 32_767


def test_chart_is_carried() -> None:
    book = make()
    chart = BarChart()
    chart.add_data(Reference(book["prices"], min_col=2, min_row=1, max_row=5))
    book["prices"].add_chart(chart, "F2")
    found, told = annotate(saved(book), mark(2, "sku"))
    assert len(found["prices"]._charts) == 1
    assert not [sentence for sentence in told if "charts" in sentence]


def test_what_the_copy_cannot_carry_is_told() -> None:
    stream = io.BytesIO(saved(make()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/slicers/slicer1.xml", "<slicers/>")
    _, told = annotate(stream.getvalue(), mark(2, "sku"))
    assert "1 of the parts in xl/slicers could not be carried into the copy." in told


NO_WORKBOOK = {"nothing": b"", "torn": b"PK\x03\x04 torn", "half": saved(Workbook())[:500]}


@pytest.mark.parametrize("content", NO_WORKBOOK.values(), ids=NO_WORKBOOK)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(DataError) as refused:
        annotate(content, mark(2, "sku"))
    assert refused.value.code == "not-a-workbook"


def test_sheet_that_is_not_there_is_refused() -> None:
    with pytest.raises(DataError, match="would not have the sheet 'prices'"):
        annotate(saved(Workbook()), mark(2, "sku"))
