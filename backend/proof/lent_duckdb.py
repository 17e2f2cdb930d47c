"""DuckDB for readings over small tables: opened once, lent to one proof after the other.

Rules of this file: what is lent is in nobody else's hands, and is lent again only if it still
answers; nothing that a proof registers stays.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

import duckdb

from backend.proof.sql import open_duckdb


class _Opened(NamedTuple):
    connection: duckdb.DuckDBPyConnection
    held: ExitStack
    """Closes the connection."""


_IDLE: deque[_Opened] = deque()
"""Of this process; as many as proofs went on at once."""


@contextmanager
def lend_duckdb() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of nothing that reaches nothing: to open one takes longer than to read a rule."""
    lent = _take()
    try:
        yield lent.connection
    finally:
        if _answers(lent.connection):
            _IDLE.append(lent)
        else:
            lent.held.close()


def _take() -> _Opened:
    try:
        return _IDLE.pop()
    except IndexError:
        held = ExitStack()
        return _Opened(held.enter_context(open_duckdb()), held)


def _answers(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether it is of use yet: after a fault of its own, DuckDB refuses whatever it is asked."""
    try:
        return connection.execute("SELECT 1").fetchone() == (1,)
    except duckdb.Error:
        return False
