"""How much memory a program needs for its tables, before it runs.

Nothing here loads DuckDB, and Arrow only for large tables: every check of every run is asked this.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from backend.contracts.errors import DataError
from backend.contracts.plan import Plan
from backend.contracts.program import Program, TableFile
from backend.executor.run import RunContext

if TYPE_CHECKING:
    import pyarrow as pa

TIMES = 3
"""So many times over a program may hold the columns that it reads: filtered, converted, as keys.
Seven programs were measured to need a fifth of the estimate to all of it (docs/engines.md)."""
MIB = 1 << 20


class Need(NamedTuple):
    """Bytes that a program may need, and the limit that they are compared with.

    ``least`` are the columns that it reads, once.
    """

    most: int
    least: int
    limit: int

    @property
    def is_met(self) -> bool:
        """Whether the program fits, whatever it does."""
        return self.most <= self.limit

    @property
    def is_hopeless(self) -> bool:
        """Whether the program cannot hold what it reads; else its limit stands guard."""
        return self.least > self.limit

    def __str__(self) -> str:
        most, limit = -(-self.most // MIB), self.limit // MIB
        return f"its tables need up to {most:,} MiB and a program has {limit:,}"


def need_of(program: Program, plan: Plan | None, context: RunContext, memory_mb: int = 0) -> Need:
    """The columns that are read several times over, and the judged rows as they are given once.

    Args:
        program: What would run.
        plan: Tells which columns are read; without it, all are.
        context: The tables, and the limit unless it is given.
        memory_mb: What a program may have in place of the limit of the settings.

    Raises:
        DataError: a table is no longer as it was read, or its cache is damaged.
    """
    limit = (memory_mb or limit_mb(context)) * MIB
    files = {name: context.files[name] for name in program.tables if name in context.files}
    whole = sum(file.path.stat().st_size for file in files.values())
    if (TIMES + 1) * whole <= limit:
        return Need((TIMES + 1) * whole, whole, limit)
    read = judged = 0
    for name, file in files.items():
        sizes = column_sizes(file)
        read += sum(sizes[column] for column in _read(plan, name, sizes))
        given = program.columns.get(name, tuple(sizes))
        judged += sum(sizes[column] for column in given) if name == program.table else 0
    return Need(TIMES * read + judged, read, limit)


def limit_mb(context: RunContext) -> int:
    """The MiB beyond which tables are judged out of core."""
    return context.settings.engine.memory_mb or context.limits.memory_mb


def column_sizes(file: TableFile) -> dict[str, int]:
    """The bytes of each column, told by the stream's own headers: no cell is read.

    Raises:
        DataError: ``damaged-cache``.
    """
    import pyarrow as pa  # small tables are not looked into

    table = open_mapped(file, pa.memory_map)
    return {name: table.column(name).get_total_buffer_size() for name in table.column_names}


def open_mapped(file: TableFile, mapped: object) -> pa.Table:
    """The table of a file that ``mapped(path)`` gives as a source of Arrow.

    Raises:
        DataError: ``damaged-cache``.
    """
    import pyarrow as pa

    try:
        return pa.ipc.open_stream(mapped(str(file.path))).read_all()  # type: ignore[operator]
    except (OSError, ValueError) as error:  # Arrow's errors of content are ValueErrors
        raise DataError(
            f"{file.table}: its cache file {file.path.name} cannot be read. "
            "The file is safe to delete; the next run writes it anew.",
            code="damaged-cache",
        ) from error


def _read(plan: Plan | None, table: str, there: Iterable[str]) -> list[str]:
    named = {read.column for read in plan.columns_read if read.table == table} if plan else set()
    return [column for column in there if not named or column in named]
