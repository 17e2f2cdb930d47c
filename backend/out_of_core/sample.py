"""The rows of each table on which a program and its rule's SQL are held against one another.

Of the judged table: runs of neighbours evenly spread, flagged rows evenly spread, and rows that
share a cell with these. Of any other: rows that share a cell with the judged ones, and neighbours.
The same tables and flagged rows give the same sample.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from backend.contracts.plan import ColumnRead
from backend.out_of_core.reading import registered
from backend.out_of_core.size import MIB
from backend.out_of_core.stream import TableStream
from backend.proof.case import sample_blocks
from backend.rules.language.rows import Facts
from backend.rules.lowering import ROW

SHARES = 4
"""A fourth of a sample are flagged rows, a fourth neighbours, and half what belongs to them."""
TABLE = "looked_at"
MOST_BYTES = 8 * MIB
"""Of one table's sample: where rows are wide, it has fewer."""
LEAST_ROWS = 100


@dataclass(frozen=True)
class Sampler:
    """Draws samples of at most ``most`` rows from each table."""

    streams: Mapping[str, TableStream]
    facts: Facts
    judged: str
    most: int
    connection: duckdb.DuckDBPyConnection

    def draw(self, flagged: Sequence[int]) -> dict[str, pa.Table]:
        """Of every table its sample, in the order of the file."""
        judged = self.streams[self.judged]
        seen = _spread(flagged, self._most(judged) // SHARES) | self._neighbours(judged)
        seen |= set(self._matching(self.judged, judged.take(sorted(seen))))
        found = {self.judged: self._taken(judged, seen)}
        for name, stream in self.streams.items():
            if name != self.judged:
                rows = self._neighbours(stream) | set(self._matching(name, found[self.judged]))
                found[name] = self._taken(stream, rows)
        return found

    def _taken(self, stream: TableStream, rows: set[int]) -> pa.Table:
        most = self._most(stream)
        return stream.take(range(stream.rows) if stream.rows <= most else sorted(rows))

    def _most(self, stream: TableStream) -> int:
        return max(LEAST_ROWS, stream.rows_in(MOST_BYTES, self.most))

    def _neighbours(self, stream: TableStream) -> set[int]:
        most = self._most(stream)
        if stream.rows <= most:
            return set(range(stream.rows))
        blocks = sample_blocks(stream.rows, max(10, most // SHARES))
        return {row for start, stop in blocks for row in range(start, stop)}

    def _matching(self, name: str, judged: pa.Table) -> list[int]:
        """Rows with cells of the judged sample, those of the most telling columns first."""
        stream = self.streams[name]
        if stream.rows <= self._most(stream):
            return []
        wanted = {
            read.column: cells
            for read in self._reads(name)
            if len(cells := self._cells_like(stream, read.column, judged))
        }
        if not wanted:
            return []
        return self._rows_with(stream.of(list(wanted)), wanted, self._most(stream) // 2)

    def _rows_with(
        self, stream: TableStream, wanted: Mapping[str, pa.Array], most: int
    ) -> list[int]:
        sets = {f"wanted_{n}": pa.table({"cell": cells}) for n, cells in enumerate(wanted.values())}
        points = " + ".join(
            f"CASE WHEN {_quoted(column)} IN (SELECT cell FROM wanted_{n}) THEN {len(cells)} "
            "ELSE 0 END"
            for n, (column, cells) in enumerate(wanted.items())
        )
        query = (
            f'SELECT "{ROW}" FROM (SELECT "{ROW}", {points} AS points FROM {TABLE}) '
            f'WHERE points > 0 ORDER BY points DESC, "{ROW}" LIMIT {most}'
        )
        with registered(self.connection, {TABLE: stream, **sets}):
            return [row[0] for row in self.connection.execute(query).fetchall()]

    def _cells_like(self, stream: TableStream, column: str, judged: pa.Table) -> pa.Array:
        """The cells of the judged column of this name, or of all columns of its type."""
        kind = stream.kind(column)
        there = {read.column for read in self._reads(self.judged)} & set(judged.column_names)
        names = [column] if column in there else sorted(there)
        found = [judged.column(name) for name in names if judged.schema.field(name).type == kind]
        if not found:
            return pa.array([], kind)
        cells = pa.chunked_array([chunk for each in found for chunk in each.chunks], kind)
        return cells.unique().drop_null()

    def _reads(self, table: str) -> Iterator[ColumnRead]:
        there = set(self.streams[table].column_names)
        return (
            read for read in self.facts.values() if read.table == table and read.column in there
        )


def _spread(rows: Sequence[int], most: int) -> set[int]:
    """The first, the last, and evenly spread ones between them."""
    if len(rows) <= most:
        return set(rows)
    return {rows[round(place * (len(rows) - 1) / (most - 1))] for place in range(most)}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
