"""Flagged rows as they left a run: read for a page, and laid out as a workbook.

Cells are text, as the file spells them. The file was written with its formulas disarmed
(`backend.outputs.flagged`); a workbook's cells are texts by type besides.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import csv as arrow_csv

from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo

SHEET_ROWS = 1_048_575
"""Rows that a sheet of Excel holds beside its header."""
_CELL = 32_767
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Flagged(NamedTuple):
    """All flagged rows of one run; ``trouble`` tells why there are none."""

    path: Path
    rows: pa.Table
    trouble: str = ""


def read_flagged(workspace: Workspace, memo: FileMemo, flagged_path: str) -> Flagged:
    """Read a file of flagged rows; ``flagged_path`` is relative to the workspace's base."""
    path = workspace.base / flagged_path
    if not path.resolve().is_relative_to(workspace.artifacts.resolve()):
        told = f"{flagged_path} is no file of flagged rows; it is not opened."
        return Flagged(path, pa.table({}), told)
    return memo.read(path, "flagged rows", lambda: _read(path, flagged_path))


def write_workbook(rows: pa.Table) -> bytes:
    """The rows as a workbook, on as many sheets as they need."""
    from openpyxl import Workbook  # slow to import, and few visitors want one

    book = Workbook(write_only=True)
    for start in range(0, max(1, rows.num_rows), SHEET_ROWS):
        sheet = book.create_sheet(f"flagged {start // SHEET_ROWS + 1}" if start else "flagged")
        sheet.freeze_panes = "A2"
        sheet.append([_text_cell(sheet, name) for name in rows.column_names])
        part = rows.slice(start, SHEET_ROWS)
        for batch in part.to_batches(max_chunksize=10_000):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                sheet.append([_text_cell(sheet, cell) for cell in cells])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _text_cell(sheet: Any, text: str | None) -> object:
    from openpyxl.cell import WriteOnlyCell

    if not text:
        return None
    clean = _NO_XML.sub("\ufffd", text)
    cell = WriteOnlyCell(sheet, clean if len(clean) <= _CELL else clean[: _CELL - 1] + "…")
    cell.data_type = "s"
    return cell


def _read(path: Path, told: str) -> Flagged:
    nothing = pa.table({})
    try:
        return Flagged(path, _parse(path))
    except FileNotFoundError:
        return Flagged(path, nothing, f"{told} is not there any more. Run the check again.")
    except (OSError, ValueError, StopIteration) as error:
        fact = f"{told} is no table of flagged rows ({(str(error) or 'it is empty')[:200]})."
        return Flagged(path, nothing, f"{fact} Run the check again.")


def _parse(path: Path) -> pa.Table:
    with path.open(encoding="utf-8", newline="") as stream:
        names = next(csv.reader(stream))
    fields = [f"f{number}" for number in range(len(names))]
    rows = arrow_csv.read_csv(
        path,
        read_options=arrow_csv.ReadOptions(column_names=fields),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(fields, pa.string()), strings_can_be_null=False
        ),
    )
    return rows.slice(1).rename_columns(_unlike(names))


def _unlike(names: list[str]) -> list[str]:
    """The names, those that come again with a number: a table on the page needs unlike ones."""
    found: list[str] = []
    for name in names:
        again = sum(each == name for each in names[: len(found)])
        found.append(f"{name} ({again + 1})" if again else name)
    return found
