"""Workbooks that have no single reading: damaged, hostile, or not calculated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from backend.contracts.verdict import Verdict
from backend.tables import archive
from tests.bad_input.place import ABOUT_T, FIRST, LAST, SHEET, BadPlace, book_parts, packed

GOOD = book_parts(["a", "b"], [1, "x"], [2, "y"])
XML = GOOD[SHEET]
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">%s]><l>&a40;</l>' % b"".join(
    b'<!ENTITY a%d "&a%d;&a%d;&a%d;">' % (n, n - 1, n - 1, n - 1) for n in range(1, 41)
)
FOREIGN = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
NONE = "the file is not an Excel workbook, is damaged, or asks for a password"


def with_part(name: str, content: bytes) -> bytes:
    return packed({**GOOD, name: content})


def without(name: str) -> bytes:
    return packed({part: content for part, content in GOOD.items() if part != name})


def with_sheet(old: bytes, new: bytes) -> bytes:
    assert old in XML
    return with_part(SHEET, XML.replace(old, new))


def book_of(change: Callable[[openpyxl.Workbook], object]) -> bytes:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, "x"]):
        book.worksheets[0].append(row)
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def hide(book: openpyxl.Workbook) -> None:
    book.create_chartsheet("C")
    book.worksheets[0].sheet_state = "hidden"


def encrypted() -> bytes:
    """The flag of a password in each header, which is all that a reader needs to know."""
    content = bytearray(packed(GOOD))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def understated() -> bytes:
    """A part of 3 GB whose size the archive gives as a few bytes."""
    saved = io.BytesIO()
    piece = b" " * (1 << 20)
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in GOOD.items():
            book.writestr(name, content)
        with book.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(1_100):
                part.write(piece)
    content = bytearray(saved.getvalue())
    size_at = content.rfind(b"xl/sharedStrings.xml") - 46 + 24
    content[size_at : size_at + 4] = (100).to_bytes(4, "little")
    return bytes(content)


BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "nothing": (lambda: b"", "not-a-workbook", NONE),
    "a CSV": (lambda: b"a,b\n1,2\n", "not-a-workbook", NONE),
    "a workbook of 1997": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
                           "not-a-workbook", NONE),
    "a web page": (lambda: b"<html><table><tr><td>1</td></tr></table>", "not-a-workbook",
                   "this is a web page and no Excel workbook"),
    "JSON": (lambda: b'{"error": "denied"}', "not-a-workbook", "this is JSON and no Excel"),
    "Parquet": (lambda: b"PAR1xxxx", "not-a-workbook", "this is a Parquet file and no Excel"),
    "a pointer of Git LFS": (
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
        "not-a-table-file", "Fetch it: git lfs pull."),
    "a zip of nothing": (lambda: packed({}), "not-a-workbook", NONE),
    "a zip of another thing": (lambda: packed({"a.txt": b"x"}), "not-a-workbook", NONE),
    "a text document": (lambda: packed({"word/document.xml": b"<a/>", "_rels/.rels": b"<a/>"}),
                        "not-a-workbook", NONE),
    "half a file": (lambda: packed(GOOD)[:2_000], "not-a-workbook", NONE),
    "no sheet's part": (lambda: without(SHEET), "not-a-workbook", NONE),
    "no book": (lambda: without(BOOK), "not-a-workbook", NONE),
    "no relations": (lambda: without(BOOK_RELATIONS), "not-a-workbook", NONE),
    "a sheet without relation": (lambda: with_part(BOOK, GOOD[BOOK].replace(b"r:id", b"r:di")),
                                 "not-a-workbook", NONE),
    "a relation out of the file": (
        lambda: with_part(BOOK_RELATIONS,
                          GOOD[BOOK_RELATIONS].replace(b"/xl/worksheets", b"/../../etc")),
        "not-a-workbook", NONE),
    "a book of no known letters": (
        lambda: with_part(BOOK, b'<?xml version="1.0" encoding="x-mine"?>' + GOOD[BOOK]),
        "not-a-workbook", NONE),
    "a book of many laughs": (lambda: with_part(BOOK, LAUGHS), "not-a-workbook", NONE),
    "a book nested deeply": (lambda: with_part(BOOK, b"<a>" * 200_000), "not-a-workbook", NONE),
    "a password": (encrypted, "not-a-workbook", NONE),
    "packed by LZMA": (lambda: packed(GOOD, compression=zipfile.ZIP_LZMA), "not-a-workbook", NONE),
    "an entity of another file": (
        lambda: with_part(SHEET, FOREIGN + XML.replace(b"<t>x</t>", b"<t>&a;</t>")),
        "not-a-workbook", NONE),
    "an empty sheet": (lambda: with_part(SHEET, b"<worksheet/>"), "empty-file",
                       "t.xlsx, sheet 'Sheet': the sheet is empty."),
    "no sheet is shown": (lambda: book_of(hide), "no-visible-sheet", "t.xlsx: no sheet is visible"),
    "a formula never calculated": (
        lambda: book_of(lambda book: book.worksheets[0].append([3, "=A2+1"])),
        "uncalculated-formula", "t.xlsx, sheet 'Sheet', cell B3: the formula has no value."),
    "a title over the header": (lambda: packed(book_parts(["Report"], ["a", "b"], [1, 2])),
                                "empty-header", "t.xlsx, sheet 'Sheet', row 1: column B holds"),
    "a merged header": (
        lambda: book_of(lambda book: (book.worksheets[0].merge_cells("A1:B1"))),
        "empty-header", "row 1: column B holds data but its header is empty"),
    "a header twice": (lambda: packed(book_parts(["a", "a"], [1, 2])), "duplicate-header",
                       "row 1: column A and column B are both named 'a'"),
    "a cell in the last corner": (lambda: with_sheet(b'r="B3"', b'r="XFD1048576"'),
                                  "sheet-too-large", "1048576 rows and 16384 columns"),
    "a corner in small letters": (lambda: with_sheet(b'r="B3"', b'r="xfd1048576"'),
                                  "sheet-too-large", "1048576 rows and 16384 columns"),
    "a row that no sheet has": (lambda: with_sheet(b'r="B3"', b'r="B4294967295"'),
                                "sheet-too-large", "4294967295 rows and 2 columns"),
    "a row number without cells' own": (
        lambda: with_part(SHEET, XML.replace(b'<row r="3"', b'<row r="4294967295"')
                          .replace(b'r="A3"', b"").replace(b'r="B3"', b"")),
        "sheet-too-large", "4294967295 rows"),
    "a row beyond all numbers": (lambda: with_sheet(b'r="B3"', b'r="B%s"' % (b"9" * 5_000)),
                                 "not-a-workbook", NONE),
    "a size that is none": (lambda: with_sheet(b'ref="A1:B3"', b'ref="?"'), "not-a-workbook", NONE),
    "a size that is not so": (understated, "workbook-too-large", "holds more than 1,024 MB"),
}  # fmt: skip


@pytest.mark.parametrize(("build", "code", "fact"), BAD.values(), ids=BAD)
def test_a_workbook_without_a_single_reading_costs_its_table(
    place: BadPlace, build: Callable[[], bytes], code: str, fact: str
) -> None:
    place.take_away()
    place.put("t.xlsx", build())
    told = place.told_by_run()
    assert told[0] == code
    assert told[1].startswith("T: t.xlsx")
    assert fact in told[1]


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_what_unpacks_without_end_is_refused_before_it_is_unpacked(
    place: BadPlace, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 4 << 20)
    place.take_away()
    place.put("t.xlsx", with_part(part, bytes(5 << 20)))
    code, reason = place.told_by_run()
    assert code == "workbook-too-large"
    assert reason.endswith("the workbook holds more than 4 MB. Save its sheets as CSV files.")


@pytest.mark.parametrize("at", range(0, len(XML), 37))
def test_a_sheet_that_breaks_off_is_no_shorter_table(at: int) -> None:
    from backend.contracts.schema import TableProblem
    from backend.tables.reading import read_tables

    (found,) = read_tables(with_part(SHEET, XML[:at]), file="t.xlsx")
    assert isinstance(found, TableProblem) or found.rows == 2


READ: dict[str, tuple[Callable[[], bytes], int]] = {
    "100,000 formatted rows": (
        lambda: with_sheet(
            b"</sheetData>",
            b"".join(b'<row r="%d" s="1"><c r="A%d" s="0"/></row>' % (n, n)
                     for n in range(5, 100_000)) + b"</sheetData>",
        ),
        2,
    ),
    "a link to another book": (
        lambda: book_of(lambda book: book.worksheets[0].append([3, "'[other.xlsx]S'!A1"])),
        2,
    ),
    "no size told": (lambda: with_sheet(b'<dimension ref="A1:B3" />', b""), 2),
    "another size told": (lambda: with_sheet(b'ref="A1:B3"', b'ref="A1:XFD1048576"'), 2),
    "a hidden sheet beside": (
        lambda: book_of(lambda book: setattr(book.create_sheet("H"), "sheet_state", "hidden")),
        1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("build", "rows"), READ.values(), ids=READ)
def test_what_only_looks_odd_is_read_whole(
    place: BadPlace, build: Callable[[], bytes], rows: int
) -> None:
    place.take_away()
    place.put("t.xlsx", build())
    (record,) = place.run()
    assert (record.verdict, record.tested) == (Verdict.PASS, rows)


def test_a_bad_sheet_leaves_the_others_their_tables(place: BadPlace) -> None:
    def add(book: openpyxl.Workbook) -> None:
        for title, rows in {"good": [["a"], [1]], "bad": [["a", "a"], [1, 2]], "none": []}.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)

    place.take_away()
    place.put("t.xlsx", book_of(add))
    about = [
        ABOUT_T | {"check_id": name, "target_table": f"t.{name}"}
        for name in ("Sheet", "good", "bad", "none")
    ]
    place.tiny.write_checks(FIRST, *about, LAST)
    codes = [record.code for record in place.run()]
    assert codes == ["", "", "duplicate-header", "empty-file"]
