"""What an exported check needs beside its program: its tables read, its rows written.

Rules of this file: it becomes part of scripts that stand alone, so it uses the standard library
and pandas, and nothing of this project. Cells are read as the agent reads them: only an empty
cell is missing, and a column is a number only where the snapshot said so and every value still
is one.
"""

import argparse
import csv
import datetime as dt
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd


class Source(NamedTuple):
    """Where a table lies, and which of its columns are numbers."""

    file: str
    sheet: str
    encoding: str
    delimiter: str
    integers: Sequence[str]
    numbers: Sequence[str]


def run_script(
    check: Callable[..., pd.DataFrame],
    scope: Callable[..., pd.DataFrame] | None,
    *,
    sources: Mapping[str, Source],
    flagged_table: str,
    by_rows: bool,
    parameters: Mapping[str, Any],
    data: str,
) -> int:
    """Run the check over a folder; gives 0, 1 where rows are flagged, 2 with nothing to test."""
    options = _read_options(data, "as_of" in parameters)
    given = {**parameters, **({"as_of": options.as_of} if "as_of" in parameters else {})}
    tables = {name: read_table(options.data, source) for name, source in sources.items()}
    tested = len(tables[flagged_table] if scope is None else scope(tables, **given))
    flagged = check(tables, **given)
    _write(flagged, flagged_table, by_rows, options.out)
    print(f"{len(flagged)} flagged, {tested} tested", file=sys.stderr)
    return 2 if not tested else 1 if len(flagged) else 0


def read_table(folder: Path, source: Source) -> pd.DataFrame:
    """One table, typed."""
    path = folder / source.file
    rows = _sheet_rows(path, source.sheet) if source.sheet else _file_rows(path, source)
    header, *body = rows
    if len(header) > 1:
        body = [row for row in body if any(cell.strip() for cell in row)]
    else:
        body = [row or [""] for row in body]
    cells = zip(*body, strict=True) if body else [() for _ in header]
    columns = {
        name: _typed([cell or None for cell in column], name, source)
        for name, column in zip(header, cells, strict=True)
        if name.strip()
    }
    return pd.DataFrame(columns)


def _read_options(data: str, has_as_of: bool) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the rows that break the rule, as CSV.")
    parser.add_argument("--data", type=Path, default=Path(data), help="the folder of the tables")
    parser.add_argument("--out", type=Path, help="write to this file instead of stdout")
    if has_as_of:
        today = dt.date.today().isoformat()
        parser.add_argument("--as-of", default=today, help="the day that counts as today")
    return parser.parse_args()


def _file_rows(path: Path, source: Source) -> list[list[str]]:
    with path.open(encoding=source.encoding, newline="") as stream:
        text = stream.read().rstrip("\r\n")
    delimiter = source.delimiter or ("\t" if path.suffix.lower() == ".tsv" else ",")
    csv.field_size_limit(sys.maxsize)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    first = next(place for place, row in enumerate(rows) if any(cell.strip() for cell in row))
    return rows[first:]


def _sheet_rows(path: Path, sheet: str) -> list[list[str]]:
    engine: Any = "calamine" if find_spec("python_calamine") else "openpyxl"
    frame = pd.read_excel(
        path, sheet_name=sheet, header=None, dtype=object, na_filter=False, engine=engine
    )
    columns = [[_spelled(cell) for cell in frame[place]] for place in frame]
    rows = [list(row) for row in zip(*filter(any, columns), strict=True)]
    filled = [place for place, row in enumerate(rows) if any(row)]
    return rows[filled[0] : filled[-1] + 1]


def _spelled(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) <= 2**53 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    return str(cell)


def _typed(cells: list[str | None], name: str, source: Source) -> pd.Series:
    try:
        if name in source.integers:
            kind = "Int64" if None in cells else "int64"
            return pd.Series([None if cell is None else int(cell) for cell in cells], dtype=kind)
        if name in source.numbers:
            numbers = [None if cell is None else float(cell) for cell in cells]
            return pd.Series(numbers, dtype="float64")
    except ValueError:
        pass  # no longer all numbers: programs take text as well
    return pd.Series(cells, dtype="str")


def _write(flagged: pd.DataFrame, table: str, by_rows: bool, out: Path | None) -> None:
    frame = flagged.copy()
    frame.insert(0, "_row", frame.index if by_rows else "", allow_duplicates=True)
    frame.insert(0, "_table", table, allow_duplicates=True)
    frame.to_csv(out or sys.stdout, index=False)
