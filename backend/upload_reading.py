"""A file that somebody offers as a table: looked at, and brought into a form that is safe to keep.

Rules of this file: nothing in it is evaluated, and nothing of its name is used but letters, digits
and what the table is called; how large it may be is for the settings. Nothing here writes.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from backend.contracts.errors import DataError
from backend.contracts.schema import Column, TableProblem
from backend.planner.nearest import suggest
from backend.stages.label_sets import label_columns
from backend.tables.delimited import read_delimited
from backend.tables.reading import Reading, read_tables
from backend.tables.workbook import Workbook

ENDINGS = (".csv", ".xlsx")
SEED = 42
SHOWN_ROWS, INFERRED_ROWS = 20, 20_000
_LONGEST_CELL, _LONGEST_NAME = 200, 60
_MEBIBYTE = 2**20


class Offered(NamedTuple):
    """The bytes of a file and what its name makes of it."""

    data: bytes
    name: str
    """A table's name, made of the file's."""
    ending: str

    @property
    def file(self) -> str:
        """How the file is called from here on."""
        return self.name + self.ending


class Look(NamedTuple):
    """One table of a file, before it is kept."""

    table: str
    sheet: str | None
    rows: int
    columns: tuple[Column, ...]
    encoding: str
    delimiter: str
    first: tuple[tuple[str, ...], ...]
    """Cells of its first rows, as text."""
    target: str | None
    """The column that an exploration would most likely choose."""
    why: str
    """Why that column, or why none is told."""


def safe_name(written: str) -> str:
    """A table's name of what somebody called a file: ASCII letters, digits and ``_``.

    >>> safe_name("../../etc/Größe 2026 (final).csv"), safe_name("2026.xlsx"), safe_name("表.csv")
    ('Groe_2026_final', 'table_2026', 'table')
    """
    last = re.split(r"[/\\]", written)[-1]
    stem = re.sub(r"\.(csv|xlsx)$", "", last, flags=re.IGNORECASE)
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_")[:_LONGEST_NAME].strip("_")
    return name if name[:1].isalpha() else f"table_{name}".rstrip("_")


def read_offered(path: Path, *, called: str | None, most_mb: int) -> Offered:
    """The bytes of an offered file; ``called`` is its name, where the path has another.

    Raises:
        DataError: ``not-a-table-file``, ``too-large``, ``unreadable-file``.
    """
    written = called or path.name
    shown = written if written.isprintable() else ascii(written)[1:-1]
    ending = next((each for each in ENDINGS if written.lower().endswith(each)), "")
    if not ending:
        fact = f"{shown}: only files that end in .csv or .xlsx are taken."
        raise DataError(f"{fact} Save it as one of them.", code="not-a-table-file")
    try:
        with path.open("rb") as stream:
            data = stream.read(most_mb * _MEBIBYTE + 1)
    except OSError as error:
        fact = f"{shown}: the file cannot be read ({error.strerror})."
        raise DataError(f"{fact} Name one that is there.", code="unreadable-file") from error
    if len(data) > most_mb * _MEBIBYTE:
        fact = f"{shown}: the file is larger than {most_mb} MiB."
        cure = "Give a smaller one, or raise upload_mb of [dashboard] in settings.toml."
        raise DataError(f"{fact} {cure}", code="too-large")
    return Offered(data, safe_name(written), ending)


def look_at(offered: Offered) -> tuple[list[Look], list[TableProblem]]:
    """Every table of the file, and what in it is none."""
    looks: list[Look] = []
    problems: list[TableProblem] = []
    for reading in read_tables(offered.data, file=offered.file):
        if isinstance(reading, TableProblem):
            problems.append(reading)
        else:
            looks.append(_look(reading))
    return looks, problems


def choose_table(offered: Offered, sheet: str | None) -> Reading:
    """The one table of the file, or that of a sheet.

    Raises:
        DataError: it cannot be read, has no rows, or the sheet must be named.
    """
    found = [*read_tables(offered.data, file=offered.file)]
    readings = [each for each in found if isinstance(each, Reading)]
    if sheet is not None:
        readings = [each for each in readings if each.sheet == sheet]
    if len(readings) == 1 and readings[0].rows:
        return readings[0]
    if len(readings) == 1:
        fact = f"{offered.file}: the table has no rows. Give one with a row at least."
        raise DataError(fact, code="no-rows")
    problems = [each for each in found if isinstance(each, TableProblem)]
    if problems and not readings:
        raise DataError(problems[0].message, code=problems[0].code)
    sheets = [each.sheet or "" for each in found if isinstance(each, Reading)]
    fact = f"{offered.file} has {len(sheets)} tables" if sheet is None else f"no sheet {sheet!r}"
    cure = suggest(sheet or "", sheets, "Sheets")
    raise DataError(f"{offered.file}: {fact}. Name one sheet. {cure}", code="unknown-sheet")


def refuse_unknown_target(table: Reading, target: str | None) -> None:
    """Let a target be a column of the table, or several with commas between, or left open.

    Raises:
        DataError: ``unknown-column``.
    """
    names = [column.facts.name for column in table.columns]
    wanted = label_columns(target, names) if target is not None else ()
    unknown = [name for name in wanted if name not in names]
    if unknown:
        cure = suggest(unknown[0], names, "Columns")
        fact = f"{table.table}: the table has no column {unknown[0]!r}. {cure}"
        raise DataError(fact, code="unknown-column")


def write_sample(offered: Offered, sheet: str | None, rows: int) -> bytes:
    """So many rows of a table, drawn at random and in their order, as CSV in UTF-8.

    Every cell is spelled as the file spells it.
    """
    book = offered.ending == ".xlsx"
    if book:
        opened = Workbook(offered.data, file=offered.file)
        grid = opened.read(sheet if sheet is not None else opened.sheets[0])
    else:
        grid = read_delimited(offered.data, file=offered.file)
    whole = len(grid.columns[0])
    chosen = np.sort(np.random.default_rng(SEED).choice(whole, min(rows, whole), replace=False))
    columns = [column.take(pa.array(chosen)).to_pylist() for column in grid.columns]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(grid.names)
    writer.writerows(zip(*columns, strict=True))
    return stream.getvalue().encode()


def _look(reading: Reading) -> Look:
    target, why = _infer(reading)
    shown = [column.cells.slice(0, SHOWN_ROWS).to_pylist() for column in reading.columns]
    return Look(
        table=reading.table,
        sheet=reading.sheet,
        rows=reading.rows,
        columns=tuple(column.facts for column in reading.columns),
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        first=tuple(tuple(map(_text, row)) for row in zip(*shown, strict=True)),
        target=target,
        why=why,
    )


def _text(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…"


def _infer(reading: Reading) -> tuple[str | None, str]:
    """What the exploration's own eye says of the first rows."""
    try:
        from backend.stages.kit.eda.column_types import typed_column
        from backend.stages.kit.eda.target import find_target
    except ImportError:
        return None, "The libraries of exploration are not installed: run make ml."
    typed = {}
    for column in reading.columns:
        cells = column.cells.slice(0, INFERRED_ROWS).to_pandas()
        facts = column.facts
        told = {"type": facts.type.value, "date_format": facts.date_format}
        typed[facts.name] = typed_column(facts.name, cells, told)
    found = find_target(typed, None) if reading.rows else None
    if found is None:
        return None, "No column looks like a target."
    return found.name, found.reason
