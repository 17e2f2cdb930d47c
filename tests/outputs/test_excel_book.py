"""The workbook of flagged rows, opened again as a person's spreadsheet program would."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from backend.outputs.excel_book import FlaggedRows, Told, write_workbook
from backend.outputs.excel_cells import MOST_CHARACTERS, SheetNames, number_value
from backend.outputs.run_report import ReportedRun
from tests.outputs.reported_runs import HOSTILE, hostile, record

HEADER = ("_table", "_row", "_source")


def flagged(path: Path, names: Sequence[str], rows: Sequence[Sequence[str]]) -> FlaggedRows:
    numbered = [["t", str(at), f"t.csv:{at + 2}", *row] for at, row in enumerate(rows)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([[*HEADER, *names], *numbered])
    return FlaggedRows(path)


def book(
    run: ReportedRun, rows: Mapping[int, FlaggedRows], **options: Any
) -> tuple[Workbook, Told]:
    stream = io.BytesIO()
    told = write_workbook(stream, run, rows, **options)
    return load_workbook(stream), told


def values(sheet: Any) -> list[tuple[object, ...]]:
    return [*sheet.iter_rows(values_only=True)]


def test_each_check_with_rows_has_a_sheet_with_filters_and_a_frozen_header(tmp_path: Path) -> None:
    run = ReportedRun(
        (record("A", "PASS"), record("B", flagged=2, owner="b@x.org", tags=("t", "u")))
    )
    found, told = book(run, {1: flagged(tmp_path / "b", ["n"], [["1"], ["x"]])})

    assert found.sheetnames == ["Summary", "B"]
    assert values(found["B"]) == [
        (*HEADER, "n"),
        ("t", 0, "t.csv:2", 1),
        ("t", 1, "t.csv:3", "x"),
    ]
    for sheet, last in ((found["B"], "D3"), (found["Summary"], "L3")):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert sheet["A1"].font.bold
    assert told == Told((), True)


def test_summary_has_all_checks_the_gravest_first(tmp_path: Path) -> None:
    run = ReportedRun(
        (
            record("A", "ERROR", reason="why"),
            record("B", severity="high", owner="b@x.org", tags=("t", "u"), flagged=1),
        )
    )
    found, _ = book(run, {1: flagged(tmp_path / "b", ["n"], [["1"]])})
    header, first, second = values(found["Summary"])
    line = dict(zip(header, first, strict=True))

    assert line.pop("name") == "name of B"
    assert list(line.values()) == [
        *("B", "FAIL", "high", "b@x.org", "t, u", 10, 1, "FAIL: told", None, "B", None)
    ]
    assert dict(zip(header, second, strict=True))["reason"] == "why"


NUMBERS = {
    "12": 12, "-3": -3, "0": 0, "0.5": 0.5, "-1.25e-7": -1.25e-7, "1e10": 1e10,
    "999999999999999": 999999999999999, "9007199254740993": None, "007": None, "00": None,
    "+1": None, "1.": None, ".5": None, "1,5": None, " 1": None, "1_0": None, "\u0661": None,
    "nan": None, "inf": None, "1e999": None, "": None, "-": None, "2026-01-02": None,
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS, ids=repr)
def test_number_is_one_only_if_nothing_of_it_is_lost(text: str) -> None:
    assert number_value(text) == NUMBERS[text]


def test_column_of_texts_stays_one(tmp_path: Path) -> None:
    rows = flagged(tmp_path / "a", ["sku", "n"], [["229821", "5"], ["007", "bad"]])
    run = ReportedRun((record("A", flagged=2),))
    found, _ = book(run, {0: rows._replace(numbers={"t": (False, True)})})
    assert [row[3:] for row in values(found["A"])[1:]] == [("229821", 5), ("007", "bad")]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_a_text(text: str, tmp_path: Path) -> None:
    clean = text.encode("utf-8", "replace").decode()
    rows = flagged(tmp_path / "a", ["name", clean], [[clean, "#REF!"]])
    found, _ = book(ReportedRun((hostile(text),)), {0: rows})
    sheets = found.worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]

    assert len(sheets) == 2
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if re.match(r"[=+@\t\r-]\D", str(cell.value))]
    assert sheets[1]["E2"].value == "#REF!"
    shown = re.sub("[\0\x1b\x07]", "\ufffd", clean).replace("\r\n", "\n")
    assert (sheets[1]["D2"].value or "").removeprefix("'") == shown


def test_cell_that_excel_cannot_hold_is_cut_and_told(tmp_path: Path) -> None:
    rows = flagged(tmp_path / "a", ["x"], [["a" * (MOST_CHARACTERS + 1)], ["😀" * MOST_CHARACTERS]])
    found, told = book(ReportedRun((record("A", flagged=2),)), {0: rows})
    held = [str(found["A"][cell].value) for cell in ("D2", "D3")]

    assert held[0] == "a" * (MOST_CHARACTERS - 1) + "…"
    assert held[1] == "😀" * ((MOST_CHARACTERS - 1) // 2) + "…"
    assert not told.is_whole
    assert told.notes[0].startswith("A: 2 cells are longer than the 32,767 characters")


def test_rows_beyond_a_sheet_go_on_and_are_told(tmp_path: Path) -> None:
    rows = flagged(tmp_path / "a", ["n"], [[str(at)] for at in range(7)])
    run = ReportedRun((record("A" * 40, flagged=7), record("A" * 40, "PASS")))
    found, told = book(run, {0: rows}, sheet_rows=4)
    parts = found.worksheets[1:]

    assert [sheet.title for sheet in parts] == [
        "A" * 31,
        "A" * 24 + " part 2",
        "A" * 24 + " part 3",
    ]
    assert [[row[3] for row in values(sheet)[1:]] for sheet in parts] == [[0, 1, 2], [3, 4, 5], [6]]
    assert all(sheet.freeze_panes == "A2" for sheet in parts)
    assert told.notes == (
        f"{'A' * 40}: its 7 rows are more than a sheet holds; they are on 3 sheets.",
    )
    assert told.is_whole
    assert values(found["Summary"])[1][-1] == told.notes[0].partition(": ")[2]


def test_exactly_full_sheet_has_no_second(tmp_path: Path) -> None:
    rows = flagged(tmp_path / "a", ["n"], [["1"], ["2"], ["3"]])
    found, told = book(ReportedRun((record("A"),)), {0: rows}, sheet_rows=4)
    assert found.sheetnames == ["Summary", "A"]
    assert told.notes == ()


LOST = {
    "gone": (None, "are not there any more"),
    "not flagged rows": ("a,b\n1,2\n", "does not begin with the columns of flagged rows"),
    "torn": ("_table,_row,_source,n\nt,0,t.csv:2,1\nt,1\n", "line 3 has 2 cells"),
    "too few": ("_table,_row,_source,n\nt,0,t.csv:2,1\n", "3 rows were flagged, and 1 are in"),
}


@pytest.mark.parametrize(("content", "says"), LOST.values(), ids=LOST)
def test_rows_that_are_lost_are_told(content: str | None, says: str, tmp_path: Path) -> None:
    path = tmp_path / "flagged.csv"
    if content is not None:
        path.write_text(content)
    found, told = book(ReportedRun((record("A"),)), {0: FlaggedRows(path)})

    assert not told.is_whole
    assert says in " ".join(told.notes)
    assert says in str(values(found["Summary"])[1][-1])


def test_groups_stand_in_no_row(tmp_path: Path) -> None:
    path = tmp_path / "flagged.csv"
    path.write_text("_table,_row,_source,user_id,rows\nt,,,17,34\n")
    rows = FlaggedRows(path, {"t": (False, False)})
    found, _ = book(ReportedRun((record("A", flagged=1),)), {0: rows})
    assert values(found["A"])[1] == ("t", None, None, 17, 34)


NAMES = ["CHK-1", "chk-1", "a/b:c*d?e[f]g\\h", "a_b_c_d_e_f_g_h", "", "'", "History", "x" * 40,
         "x" * 40, "😀" * 20, "\0", "Summary", "a'", " a "]  # fmt: skip


def test_sheet_names_are_legal_and_unlike() -> None:
    names = SheetNames()
    taken = [names.take(name) for name in NAMES]

    assert taken[:4] == ["CHK-1", "chk-1 (2)", "a_b_c_d_e_f_g_h", "a_b_c_d_e_f_g_h (2)"]
    assert len({name.casefold() for name in taken}) == len(taken)
    assert not [name for name in taken if re.search(r"[\[\]:*?/\\\0]|^'|'$", name) or not name]
    assert max(len(name.encode("utf-16-le")) // 2 for name in taken) == 31
    assert "history" not in [name.casefold() for name in taken]
