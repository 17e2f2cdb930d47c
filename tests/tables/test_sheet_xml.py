"""What other programs than openpyxl write into a sheet's XML."""

from __future__ import annotations

import pytest

from backend.tables.sheet_xml import column_letters, look_into

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet(cells: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()


@pytest.mark.parametrize(
    ("cells", "lost"),
    [
        pytest.param('<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>', {(1, 1): "#N/A"}, id="e"),
        pytest.param("<row><c t='e'><v>#REF!</v></c></row>", {(0, 0): "#REF!"}, id="no places"),
        pytest.param(
            '<row><c><v>1</v></c></row><row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>',
            {(1, 1): "#REF!"},
            id="places counted",
        ),
        pytest.param(
            '<row r="1"><c r="A1"><v>12345678901234567</v></c></row>',
            {(0, 0): 12345678901234567},
            id="long integer",
        ),
        pytest.param(
            '<row r="1"><c r="A1" t="inlineStr"><is><t> \n</t></is></c></row>',
            {(0, 0): " \n"},
            id="blank text",
        ),
        pytest.param(
            '<row r="1"><c r="A1" t="e"><f>NA()</f><v>#N/A</v></c></row>',
            {(0, 0): "#N/A"},
            id="an error calculated",
        ),
        pytest.param(
            '<row r="1"><c r="A1" t="s"><v>1234567890123456</v></c></row>', {}, id="not a number"
        ),
        pytest.param('<row r="1"><c r="A1"><v>0.12345678901234567</v></c></row>', {}, id="decimal"),
    ],
)
def test_lost_cells(cells: str, lost: dict[tuple[int, int], str | int]) -> None:
    assert look_into(sheet(cells)).lost == lost


@pytest.mark.parametrize(
    ("cell", "is_uncalculated"),
    [
        pytest.param("<f>A1+1</f>", True, id="no value"),
        pytest.param("<f>A1+1</f><v/>", True, id="empty value"),
        pytest.param("<f>A1+1</f><v></v>", True, id="value of nothing"),
        pytest.param('<f t="shared" si="0"/>', True, id="shared formula"),
        pytest.param("<f>A1+1</f><v>2</v>", False, id="calculated"),
        pytest.param("<v>2</v>", False, id="no formula"),
    ],
)
def test_uncalculated_formulas(cell: str, is_uncalculated: bool) -> None:
    facts = look_into(sheet(f'<row r="1"><c r="C1">{cell}</c></row>'))
    assert facts.uncalculated == ((0, 2) if is_uncalculated else None)


def test_a_formula_may_give_empty_text() -> None:
    cell = '<c r="A1" t="str"><f>""</f><v></v></c>'
    assert look_into(sheet(f'<row r="1">{cell}</row>')).uncalculated is None


def test_prefixed_tags() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v>'
        '</x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )
    facts = look_into(xml.encode())
    assert (facts.lost, facts.uncalculated) == ({(0, 0): "#N/A"}, (0, 1))


def test_utf_16() -> None:
    xml = sheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>').decode().encode("utf-16")
    assert look_into(xml).lost == {(0, 0): "#N/A"}


@pytest.mark.parametrize(
    ("last", "is_too_large"),
    [("Z1048576", False), ("ZZ99999", False), ("ZZ1048576", True), ("XFD5000", True)],
)
def test_how_far_cells_may_lie(last: str, is_too_large: bool) -> None:
    row = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cells = f'<row r="{row}"><c r="{last}"><v>1</v></c></row>'
    assert look_into(sheet(cells)).is_too_large is is_too_large


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")]
)
def test_column_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters
