"""Whether a placed rule fits the schema: its columns are there and hold what it calls for."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.groups_of_two_tables import require_common_groups
from backend.planner.offline.headers_measured import refuse_headers_as_rows
from backend.planner.offline.interval_words import BACK, ENDS, LENT, STARTS
from backend.planner.offline.measures_of_columns import require_plain_measures
from backend.planner.offline.number_intervals import number_interval
from backend.planner.offline.same_columns import is_told_as
from backend.planner.offline.single_rows import are_single_rows
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Measure,
    Predicate,
    Previous,
    Term,
)
from backend.rules.language.walk import parts, rewrite, walk
from backend.rules.overlapping_intervals import END, START
from backend.rules.rule import Rule

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_TEXTS = (ColumnType.TEXT,)


def require_fit(rule: Rule, context: Context) -> None:
    """Pass a rule whose columns are there and of the type that it calls for; else Misfit."""
    for table, column in rule.reads():
        if context.column(table, column) is None:
            raise Misfit(f"{table} has no column {column!r}")
    _require_types(rule, context)
    if isinstance(rule, FailingMetrics):
        require_common_groups(rule, context)
        _require_measures(rule, context)
    elif isinstance(rule, BrokenRows):
        require_plain_measures(rule, context)
    elif isinstance(rule, InconsistentValues):
        for name in rule.values:
            _require_no_name_of_rows(Cell(table=rule.table, column=name))
        if rule.key == rule.values and _column(rule, rule.key[0], context).reads_as not in _TEXTS:
            raise Misfit(f"{rule.key[0]} holds no texts that could be spelled in several ways")


def _require_types(rule: Rule, context: Context) -> None:
    for column in rule.date_columns():
        if not _is_date(_column(rule, column, context)):
            raise Misfit(f"{column} does not hold dates")
    for column in rule.number_columns():
        if not _is_number(_column(rule, column, context)):
            raise Misfit(f"{column} does not hold numbers")
    for found in (_column(rule, column, context) for column in rule.ranked_columns()):
        if not (_is_date(found) or _is_number(found)):
            raise Misfit(f"{found.name} holds neither dates nor numbers")
    ordered = [_column(rule, column, context) for column in rule.ordered_columns()]
    if ordered and not (all(map(_is_date, ordered)) or all(map(_is_number, ordered))):
        names = " and ".join(column.name for column in ordered)
        raise Misfit(f"{names} hold neither dates nor numbers")


def _column(rule: Rule, name: str, context: Context) -> Column:
    found = context.column(rule.table, name)
    assert found is not None
    if found.day_or_month_first:
        raise Misfit(f"in {name} day and month cannot be told apart; write its dates as YYYY-MM-DD")
    return found


def _is_date(column: Column) -> bool:
    return column.reads_as == ColumnType.DATE and column.date_format is not None


def _is_number(column: Column) -> bool:
    return column.reads_as in _NUMBERS


def require_alike(here: str, mine: str, there: str, theirs: str, context: Context) -> None:
    """Pass two columns whose values can be the same.

    Raises:
        Misfit: one holds dates and the other does not, or the values of one column are parts of
            the other's texts.
    """
    left, right = context.column(mine, here), context.column(theirs, there)
    if left is None or right is None:
        return
    if _is_date(left) != _is_date(right):
        raise Misfit(f"{here} of {mine} and {there} of {theirs} hold different things")
    if mine == theirs and _stands_inside(left, right):
        raise Misfit(f"{there} seems to contain {here} rather than to be one")
    is_open = (mine != theirs or not right.unique) and not is_told_as(there, theirs, context)
    if is_open and left.unique and here != there and context.column(mine, there):
        raise Misfit(f"{mine} has a {there} of its own; it is not clear that {here} refers to it")


def _stands_inside(part: Column, whole: Column) -> bool:
    """Whether the values of a column are rather parts of the other's texts than one of them."""
    if whole.reads_as not in _TEXTS or part.reads_as in _NUMBERS:
        return whole.reads_as in _TEXTS
    wholes = {text.casefold() for text in whole.values}
    values = {text.casefold() for text in part.values}
    return not wholes & values and any(value in text for value in values for text in wholes)


def amounts(table: str, context: Context) -> Cell:
    """The one column of a table that holds amounts: numbers that are no key.

    Raises:
        Misfit: there is none, or several.
    """
    columns = context.tables[table].columns if table in context.tables else ()
    found = [
        column.name
        for column in columns
        if _is_number(column) and not _is_key(column, is_first=column == columns[0])
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear which column of {table} is meant; name it")
    refuse_headers_as_rows(table, found[0], context)
    context.assume(f"The amounts of {table} are its {found[0]}.")
    return Cell(table=table, column=found[0])


_PLACES = frozenset({"seq", "sequence", "position", "rank", "index", "idx", "year"})
"""What numbers rows or dates them: no amount."""


def _is_key(column: Column, *, is_first: bool) -> bool:
    words = stems_of(column.name)
    return column.type == ColumnType.INTEGER and (
        (column.unique and is_first) or bool({*words[-1:]} & (ID_WORDS | _PLACES))
    )


def with_interval(rule: Rule, table: str, context: Context) -> Rule:
    """The rule with the start and end of its intervals, where the sentence does not name them.

    Raises:
        Misfit: the table has no one column of dates for each.
    """
    if START not in repr(rule) and END not in repr(rule):
        return rule
    names = dict(zip((START, END), _columns_of(rule, table, context), strict=True))
    context.assume(f"The intervals of {table} run from {names[START]} to {names[END]}.")
    fields = {
        name: names[told] for name in ("start", "end") if (told := getattr(rule, name, "")) in names
    }

    def change(part: Term) -> Term | None:
        if isinstance(part, Cell) and part.column in names:
            return part.model_copy(update={"column": names[part.column]})
        if isinstance(part, Previous) and part.order_by in names:
            of = change(part.of) or part.of
            return part.model_copy(update={"of": of, "order_by": names[part.order_by]})
        return None

    return rewrite(rule, change).model_copy(update=fields)


def _columns_of(rule: Rule, table: str, context: Context) -> tuple[str, str]:
    """Bands of numbers are compared with each other where no dates are."""
    if isinstance(rule, BrokenRows) and not any(map(_is_date, context.tables[table].columns)):
        return number_interval(table, context)
    return interval_columns(table, context)


def interval_columns(table: str, context: Context) -> tuple[str, str]:
    """The columns with the first and the last day of a table's intervals; one of each or Misfit."""
    return day_of_interval(START, table, context), day_of_interval(END, table, context)


def day_of_interval(end: str, table: str, context: Context) -> str:
    """The one column with the first or the last day of a table's rows."""
    return _one_date(table, (STARTS, LENT) if end == START else (ENDS, BACK), context)


def _one_date(table: str, words: tuple[frozenset[str], ...], context: Context) -> str:
    columns = context.tables[table].columns if table in context.tables else ()
    told = {column.name: {*stems_of(column.name)} for column in columns if _is_date(column)}
    found = next(filter(None, ([n for n in told if some & told[n]] for some in words)), [])
    if len(found) != 1:
        raise Misfit(f"it is not clear from which to which column the intervals of {table} run")
    return found[0]


# Measures ------------------------------------------------------------------------------------


def _require_measures(rule: FailingMetrics, context: Context) -> None:
    found = [term for term in walk(rule.must) if isinstance(term, Aggregate)]
    if next(_loose_cells(rule.must), None) is not None:
        raise Misfit("a measure of many rows is compared with a column of single rows")
    if any(term.keys for term in found):
        raise Misfit("a measure over related rows is no measure of the whole table")
    if any(isinstance(part, Lookup) for term in found if term.of for part in walk(term.of)):
        raise Misfit("a looked-up cell counts once per row that leads to it; measure its table")
    _refuse_measured_measures(found)
    has_top = any(term.measure == Measure.TOP for term in found)
    if has_top and (rule.groups or len(set(found)) > 1):
        raise Misfit("the most frequent value is told of a whole table, and on its own")
    if rule.groups:
        _require_groups(rule, found, context)
    for part in walk(rule.must):
        if isinstance(part, Compare):
            _require_possible_share(part)


def _refuse_measured_measures(found: list[Aggregate]) -> None:
    """The average total fee: of each what? Only rows that lead to others have a total each."""
    inner = [part for term in found if term.of is not None for part in walk(term.of)]
    if any(isinstance(part, Aggregate) and not (part.keys or part.by) for part in inner):
        raise Misfit("a measure of all rows is one number; say over which groups it is measured")


def _require_groups(rule: FailingMetrics, found: list[Aggregate], context: Context) -> None:
    if are_single_rows(rule, found, context):
        raise Misfit(f"each {rule.by[0]} is one {rule.table} row, so there is nothing to measure")
    for term in found:
        if term.measure == Measure.COUNT and isinstance(term.of, Cell):
            _require_no_name_of_rows(term.of)


def _require_no_name_of_rows(cell: Cell) -> None:
    """ "Each patient has a visit" counts visits, not the cells of a column ``visit``."""
    bare = tuple(word for word in stems_of(cell.column) if word not in ID_WORDS)
    if bare == stems_of(cell.table):
        raise Misfit(f"{cell.column} names the rows of {cell.table}, so they are counted")


def _loose_cells(term: Term) -> Iterator[Cell | Lookup]:
    """Cells outside of any measure."""
    if isinstance(term, Cell | Lookup):
        yield term
    if not isinstance(term, Aggregate):
        for part in parts(term):
            yield from _loose_cells(part)


def _require_possible_share(term: Compare) -> None:
    left, right = term.left, term.right
    is_share = isinstance(left, Aggregate) and left.measure == Measure.SHARE
    if is_share and isinstance(right, Constant) and not 0 <= float(right.value) <= 1:
        raise Misfit("a share lies between 0% and 100%")


# Groups that have no rows --------------------------------------------------------------------


def with_empty_groups(rule: FailingMetrics, context: Context) -> Rule:
    """Counts per key of a table that lists all keys, also without rows, as a rule about its rows.

    "Each customer_id must have an order" means a key without any, too.
    """
    counts = [term for term in walk(rule.must) if isinstance(term, Aggregate)]
    is_count = all(term.measure == Measure.COUNT and term.of is None for term in counts)
    if len(rule.by) != 1 or rule.per or not is_count:
        return rule
    parents = [
        name
        for name, snapshot in context.tables.items()
        if name != rule.table and (column := snapshot.column(rule.by[0])) and column.unique
    ]
    if len(parents) != 1:
        return rule
    key = rule.by[0]
    context.assume(f"Each {key} is one of {parents[0]}, with or without {rule.table} rows.")

    def counted(part: Term) -> Term | None:
        if not isinstance(part, Aggregate):
            return None
        return part.model_copy(update={"keys": ((key, key),)})

    must: Predicate = rewrite(rule.must, counted)
    return BrokenRows(table=parents[0], must=_as_existence(must))


def _as_existence(must: Predicate) -> Predicate:
    """At least one row: that there is one."""
    match must:
        case Compare(left=Aggregate() as found, sign=">=", right=Constant(value=1)) if found.keys:
            return Exists(table=found.table, keys=found.keys, where=found.where)
        case _:
            return must
