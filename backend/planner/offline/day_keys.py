"""Two tables of the same days, one of them by a finer grain, and what only counts their rows.

A table of days and one of their hours are matched by the day; a header of both that numbers the
rows from 1 on tells nothing of which row belongs to which.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType, TableSnapshot

_NEARLY_ALL = 0.9
"""So many different days there are to a row of a table of days, a few entered twice."""
_SHARED = 0.5


def only_counts(here: Column, there: Column) -> bool:
    """Whether a column of two tables counts the rows of each: 1, 2, 3 up to the last."""
    columns = (here, there)
    are_whole = all(each.unique and each.type == ColumnType.INTEGER for each in columns)
    return are_whole and all(_counts(each) for each in columns)


def count_alone(
    pairs: Sequence[tuple[str, str]], mine: TableSnapshot, theirs: TableSnapshot
) -> bool:
    """Whether what two tables share by these names only counts the rows of each."""
    columns = [(mine.column(here), theirs.column(there)) for here, there in pairs]
    return all(
        here is not None and there is not None and here.name == there.name
        and only_counts(here, there)
        for here, there in columns
    )  # fmt: skip


def _counts(column: Column) -> bool:
    numbers = {int(float(value)) for value in column.values}
    return bool(numbers) and numbers == set(range(1, len(numbers) + 1))


def shared_day(mine: TableSnapshot, theirs: TableSnapshot) -> list[tuple[str, str]]:
    """The one date of both tables, where one of them has a row a day and holds the other's days."""
    here, there = (_dates(each) for each in (mine, theirs))
    if len(here) != 1 or len(there) != 1 or here[0].name != there[0].name:
        return []
    [own], [other] = here, there
    if own.type != other.type or own.date_format != other.date_format:
        return []
    is_daily = _is_of_days(own, other, mine) or _is_of_days(other, own, theirs)
    return [(own.name, other.name)] if is_daily else []


def _dates(table: TableSnapshot) -> list[Column]:
    return [column for column in table.columns if column.type == ColumnType.DATE]


def _is_of_days(daily: Column, finer: Column, table: TableSnapshot) -> bool:
    """Whether a table has a row a day, and most of the other's days."""
    if not daily.values or not finer.values or len(daily.values) < _NEARLY_ALL * table.rows:
        return False
    shared = {*daily.values} & {*finer.values}
    return len(shared) > _SHARED * len(finer.values)
