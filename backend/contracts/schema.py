"""What the tables look like: names, types, and the facts a planner may use."""

from __future__ import annotations

from enum import StrEnum

from backend.contracts.contract import Contract


class ColumnType(StrEnum):
    """How a column is typed: a number or a date only if every value that is there is one."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


class Column(Contract):
    """One column as its header spells it, with the facts of its cells.

    ``type`` is what all non-empty cells are; ``mostly`` what at least half of them are where
    ``type`` is text (a number column with a few bad cells). ``date_format`` is a strptime
    pattern, or ``ISO8601``, for dates and mostly-dates; ``day_first`` tells that day and month
    could not be told apart. Booleans and dates are kept as the text of the file.
    """

    name: str
    type: ColumnType
    mostly: ColumnType | None = None
    date_format: str | None = None
    day_or_month_first: bool = False
    missing: int = 0
    unique: bool = False
    values: tuple[str, ...] = ()
    """All distinct values as text where there are at most 200 of them, sorted; else empty."""

    @property
    def reads_as(self) -> ColumnType:
        """The type that a rule may assume, bad cells aside."""
        return self.mostly or self.type


class FileStat(Contract):
    """The fast path of change detection: what ``os.stat`` says of a file."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    seen_ns: int
    """When the stat was taken, by the wall clock."""


class TableSnapshot(Contract):
    """One table as it was last read.

    ``file`` is relative to the data folder, ``sources.toml`` for a table that is declared there,
    and empty for the table of the files; ``sheet`` names a workbook's sheet. ``fingerprint``
    (``xxh3:…``) covers the content and how it was read. Rows are counted without the header.
    """

    table: str
    file: str
    sheet: str | None = None
    fingerprint: str
    content_hash: str
    stat: FileStat
    rows: int
    columns: tuple[Column, ...]
    encoding: str = ""
    delimiter: str = ""
    sha256: str = ""
    """``sha256:…`` of the file's bytes, for receipts."""
    even_lines: bool = True
    """Data row r stands on line r + 2 of the file (or sheet)."""
    origin: str = ""
    """The kind of source of a table that is no file: ``postgresql``, ``parquet``, …"""
    key: tuple[str, ...] = ()
    """The columns that name a row of such a table for a person."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """The headers, in the file's order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        """The column of this exact name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)


class TableProblem(Contract):
    """A file that could not be read as a table; it costs only the checks that read it."""

    table: str
    file: str
    code: str
    message: str


class Schema(Contract):
    """All tables of a workspace, and the files that are none."""

    tables: dict[str, TableSnapshot] = {}
    problems: dict[str, TableProblem] = {}

    @property
    def lasting(self) -> Schema:
        """All but the table of the files, which every run lists anew."""
        tables = {name: table for name, table in self.tables.items() if table.file}
        return Schema(tables=tables, problems=self.problems)
