"""Which columns a table has, from its header row and what stands below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa

from backend.contracts.errors import DataError


def named_columns(
    header: Sequence[str],
    columns: Sequence[pa.Array],
    *,
    place: str,
    label: Callable[[int], str],
) -> list[int]:
    """The positions of the columns that have a name; nameless ones must be empty.

    ``place`` opens a message (``events.csv, line 1``), ``label`` spells a position
    (``column 3``).

    Raises:
        DataError: ``empty-header`` or ``duplicate-header``.
    """
    kept = [at for at, name in enumerate(header) if name.strip()]
    for at in sorted(set(range(len(columns))).difference(kept)):
        cells = columns[at]
        if cells.null_count < len(cells):
            raise DataError(
                f"{place}: {label(at)} holds data but its header is empty. Name the column.",
                code="empty-header",
            )
    if not kept:
        raise DataError(
            f"{place}: no column has a name. Write a header line with the column names.",
            code="empty-header",
        )
    _refuse_repeats(header, kept, place, label)
    return kept


def _refuse_repeats(
    header: Sequence[str], kept: Sequence[int], place: str, label: Callable[[int], str]
) -> None:
    first: dict[str, int] = {}
    for at in kept:
        earlier = first.setdefault(header[at], at)
        if earlier != at:
            raise DataError(
                f"{place}: {label(earlier)} and {label(at)} are both named {header[at]!r}. "
                "Give each column a name of its own.",
                code="duplicate-header",
            )
