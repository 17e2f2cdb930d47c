"""What a source gave, before it is typed, and the errors that sources share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from backend.contracts.declared import DeclaredTable
from backend.contracts.errors import DataError


class SourceColumn(NamedTuple):
    """One column as its source gave it; ``are_numerals`` are numbers that stand as text."""

    name: str
    cells: pa.ChunkedArray
    are_numerals: bool = False


Extract = list[SourceColumn]


def refused(table: str, fact: str, *, code: str, cure: str) -> DataError:
    """The error of a declared table."""
    return DataError(f"sources.toml, {table}: {fact.rstrip('.')}. {cure}", code=code)


def too_many_rows(table: str, declared: DeclaredTable) -> DataError:
    """The error of a table that is larger than it may be."""
    return refused(
        table,
        f"the table has more than {declared.most_rows:,} rows, and a part of it is not judged",
        code="too-many-rows",
        cure="Narrow the query, or raise most_rows.",
    )


def failed_query(table: str, told: str) -> DataError:
    """The error of a query that its database does not take."""
    fact = f"the query failed ({first_line(told)})"
    return refused(table, fact, code="query-failed", cure="Mend the query.")


def writing_query(table: str) -> DataError:
    """The error of a query that does anything but read."""
    fact = "the query is not one SELECT, and sources are only read"
    return refused(table, fact, code="query-writes", cure="Write one SELECT.")


def no_file(table: str, place: str, reason: str) -> DataError:
    """The error of a database file, or a folder, that cannot be opened."""
    return refused(
        table,
        f"{place} cannot be read ({reason})",
        code="unreadable-source",
        cure="Check that it is there, whole, and that nobody holds it open for writing.",
    )


def first_line(told: str, longest: int = 300) -> str:
    """What a library says, in one line and without its own full stop."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return (lines[0] if lines else "no reason was given")[:longest].rstrip(".")


def refuse_headers(table: str, names: Iterable[str]) -> None:
    """Refuse columns that are none, nameless or named alike.

    Raises:
        DataError: ``empty-header`` or ``duplicate-header``.
    """
    names = list(names)
    cure = "Name each column: SELECT … AS name."
    if not names or any(not name.strip() for name in names):
        raise refused(table, "a column has no name", code="empty-header", cure=cure)
    repeated = next((name for name in names if names.count(name) > 1), None)
    if repeated is not None:
        fact = f"two columns are named {repeated!r}"
        raise refused(table, fact, code="duplicate-header", cure=cure)
