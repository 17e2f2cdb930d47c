"""Numbers that are told like counts: in a table of runs, "each run has one operator" is a value.

What is measured "per run" has one row to be measured there; it may be over all runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.rows import NUMERIC
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Not,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_KINDS = frozenset({"different", "distinct", "value", "values", "kind", "kinds", "same", "rows"})
_SINGLE = frozenset({"one", "1", "single", "most", "exactly", "more", "two", "several", "least"})
_TYPICAL = (Measure.MEAN, Measure.MEDIAN)
_ENDS = (Measure.MAXIMUM, Measure.MINIMUM)
_OF_CELLS = frozenset({
    "filled", "empty", "missing", "blank", "null", "present", "absent", "given", "known", "unknown",
    "recorded", "entered", "value", "values",
})  # fmt: skip


def refuse_amounts_as_counts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that does not count what a cell says how many there are of.

    Raises:
        Misfit: how many different values, or filled cells, were counted of a column of numbers; or
            a text was held against a number that counts.
    """
    words = {token.low for token in tokens}
    _refuse_numbered_columns(node, rule, context, tokens)
    _refuse_numbers_of_texts(node, rule, context, tokens)
    if isinstance(rule, InconsistentValues):
        _refuse_several_amounts(rule, context, words)
    if isinstance(rule, FailingMetrics):
        _refuse_rows_called_as_amounts(node, rule, context, tokens)
        _refuse_filled_amounts(rule, context, words)
        _refuse_rows_of_single_ones(rule, context)
        _refuse_measures_of_one(rule, context, tokens)
    if not words & _OF_CELLS:
        _refuse_amounts_of_zero(node, rule, context)


def _refuse_rows_called_as_amounts(
    node: Node, rule: FailingMetrics, context: Context, tokens: Sequence[Token]
) -> None:
    """At least two rooms, in a table of room nights with a column of rooms: not so many rows."""
    measured = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    if not any(part.measure == Measure.COUNT for part in measured):
        return
    for part in node.walk():
        if part.children or part.symbol not in ("keynoun", "table"):
            continue
        named = tuple(stem(token.low) for token in tokens[part.start : part.end])
        for column in context.tables[rule.table].columns[1:]:
            if stems_of(column.name) == named != stems_of(rule.table) and not column.unique:
                raise Misfit(f"say whether different values of {column.name} or rows are counted")


def _refuse_numbers_of_texts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """The number of flavours, where a flavour is a text: how many different ones there are.

    Three flavours are so many different ones; three beds may be a number that the column holds.
    """
    for part in node.walk():
        named = part.children[-1] if part.symbol == "bare_kinds" else part
        cell = named.meaning if isinstance(named.meaning, Cell) else None
        if cell is None or part.symbol not in ("cell", "bare_kinds"):
            continue
        column = context.column(cell.table or rule.table, cell.column)
        words = [token.low for token in tokens[named.start : named.end]]
        is_plural = stem(words[-1]) != words[-1]
        is_text = column is not None and column.type == ColumnType.TEXT and not column.date_format
        is_label = column is not None and column.unique
        if named is not part and (is_label or not (is_text and is_plural)):
            raise Misfit(f"say whether the different values of {cell.column} are counted")
        if named is part and words[:2] == ["number", "of"] and is_plural and is_text:
            raise Misfit(f"{cell.column} holds texts; say 'the number of different {cell.column}'")


def _refuse_numbered_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Exactly one icd is no cell that holds a 1; nor is one line the line with the number 1."""
    for part in node.walk():
        if part.symbol != "feature" or len(part.children) < 2:
            continue
        number, named = part.children[-2:]
        if number.symbol == "adj" and named.symbol == "cell":
            _refuse_single_amounts(named, number, rule, context, tokens)
        cell = named.meaning if isinstance(named.meaning, Cell) else None
        if number.symbol != "number" or cell is None or named.symbol != "column":
            continue
        column = context.column(cell.table or rule.table, cell.column)
        if column is not None and not _is_number_of_things(column, number, tokens, context, rule):
            raise Misfit(
                f"{column.name} tells of no number of things; say whether its different values are "
                "counted, or its rows"
            )
        _refuse_several_rows(node, rule, context, tokens)


def _refuse_single_amounts(
    named: Node, told: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Each entry has exactly one amount: it is not the amount that is one."""
    cell = named.meaning if isinstance(named.meaning, Cell) else None
    column = None if cell is None else context.column(cell.table or rule.table, cell.column)
    words = {token.low for token in tokens[told.start : told.end]}
    is_one = tokens[told.end - 1].low == "one" and words <= {"exactly", "just", "precisely", "one"}
    if column is not None and is_one and not _is_how_many(column):
        raise Misfit(f"'one {column.name}' tells of no cell that holds a 1; say what is counted")


def _is_number_of_things(
    column: Column, number: Node, tokens: Sequence[Token], context: Context, rule: Rule
) -> bool:
    """Whether a cell says how many there are: no identifier, and no amount of which one has one."""
    is_of_rows = column.unique and column == context.tables[rule.table].columns[0]
    is_one = tokens[number.start].low in ("one", "1") and not _is_how_many(column)
    is_identifier = is_of_rows or stems_of(column.name)[-1:] in {(word,) for word in ID_WORDS}
    return column.reads_as in NUMERIC and not (is_one or is_identifier)


def _refuse_several_rows(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Each delta has at least one reject, where several rows are of one delta."""
    for part in node.walk():
        if part.symbol != "noun" or part.end - part.start != 1:
            continue
        noun = (stem(tokens[part.start].low),)
        for each in context.tables[rule.table].columns:
            if not each.unique and _noun(each) == noun:
                raise Misfit(f"one {each.name} has several rows; say what is added up or counted")


def _refuse_several_amounts(rule: InconsistentValues, context: Context, words: set[str]) -> None:
    """Each run has one operator, where each run has one row, which says how many there are."""
    if len(rule.key) != 1 or len(rule.values) != 1 or words & _OF_KINDS:
        return
    key, told = (_column(rule.table, each, context) for each in (*rule.key, *rule.values))
    if key is None or told is None or not words & _SINGLE:
        return
    if _is_how_many(told) and key.unique:
        raise Misfit(f"each {key.name} has one row, whose {told.name} is a number and no count")
    if _is_how_many(told):
        raise Misfit(
            f"{told.name} is a number; say whether its different values per {key.name} are "
            "counted, or what it adds up to"
        )
    if told.missing and "exactly" in words and not words & {"most", "more", "than"}:
        raise Misfit(f"some rows have no {told.name}; say whether a {key.name} may have none")


def _refuse_filled_amounts(rule: FailingMetrics, context: Context, words: set[str]) -> None:
    """Each run has at least one operator: how many rows say so is not how many operators."""
    if not rule.by or words & (_OF_KINDS | _OF_CELLS):
        return
    for part in walk(rule.must):
        if not isinstance(part, Aggregate) or part.measure not in (Measure.COUNT, Measure.DISTINCT):
            continue
        told = [*_present(part.where), *([part.of] if part.measure == Measure.DISTINCT else [])]
        for cell in told:
            column = _column(rule.table, cell.column, context) if isinstance(cell, Cell) else None
            if column is not None and _is_how_many(column) and column.name not in rule.by:
                raise Misfit(
                    f"{column.name} is a number, and how many rows have one is not how many there "
                    f"are; say '{column.name} must be …', or 'the sum of {column.name} per …'"
                )


def _present(told: Predicate | None) -> Iterator[Cell]:
    """Cells that have to be filled."""
    for part in () if told is None else walk(told):
        if isinstance(part, Missing) and isinstance(part.of, Cell):
            yield part.of


def _refuse_rows_of_single_ones(rule: FailingMetrics, context: Context) -> None:
    """Every file has two hashes, where every file has one row with two columns of hashes."""
    columns = context.tables[rule.table].columns if rule.table in context.tables else ()
    is_key = bool(columns) and rule.by == (columns[0].name,) and columns[0].unique
    must = rule.must
    if not is_key or rule.per or not isinstance(must, Compare):
        return
    counted, number = must.left, must.right
    is_count = isinstance(counted, Aggregate) and counted.measure == Measure.COUNT
    is_plain = is_count and isinstance(counted, Aggregate) and counted.where is None
    if not is_plain or not isinstance(number, Constant) or not isinstance(number.value, int):
        return
    if must.sign in ("==", ">=") and number.value > 1:
        raise Misfit(f"each {rule.by[0]} has one row; say what is counted instead of rows")


def _refuse_amounts_of_zero(node: Node, rule: Rule, context: Context) -> None:
    """Batches with rejects, where rejects may be 0 or empty."""
    for part in node.walk():
        if part.symbol not in ("rel", "feature") or rule.table not in context.tables:
            continue
        told = part.meaning
        cell = told.part.of if isinstance(told, Not) and isinstance(told.part, Missing) else None
        cell = told.of if isinstance(told, Missing) else cell
        column = _column(rule.table, cell.column, context) if isinstance(cell, Cell) else None
        if column is not None and column.missing and _may_be_zero(column):
            raise Misfit(f"{column.name} may be 0 or empty; say '{column.name} is above 0'")


def _may_be_zero(column: Column) -> bool:
    return _is_how_many(column) and any(value.strip("-+.0") == "" for value in column.values)


def _refuse_measures_of_one(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """The average per run, where each run is one row, may be that of all of them."""
    if not isinstance(rule, FailingMetrics) or rule.per or rule.table not in context.tables:
        return
    key = context.tables[rule.table].columns[0]
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    if not key.unique or rule.by not in ((), (key.name,)):
        return
    if not measures or any(_is_of_groups(part) for part in measures) or not _is_per(key, tokens):
        return
    raise Misfit(
        f"each {key.name} has one row; say 'over all rows' if they are measured together, or what "
        "the cell of every row must be"
    )


def _is_of_groups(part: Aggregate) -> bool:
    return part.measure not in (*_TYPICAL, *_ENDS) or bool(part.by or part.keys)


def _noun(key: Column) -> tuple[str, ...]:
    return tuple(word for word in stems_of(key.name) if word not in ID_WORDS)


def _is_per(key: Column, tokens: Sequence[Token]) -> bool:
    """Whether it is said "per run", and not "within each run"."""
    noun = stems_of(key.name)
    for at, token in enumerate(tokens[:-1]):
        behind = stems_of(tokens[at + 1].text)
        if token.low == "per" and behind and behind[-1] in (*noun[-1:], *_noun(key)[-1:]):
            return True
    return False


def _is_how_many(column: Column) -> bool:
    """Rejects, operators: a header in the plural over numbers."""
    last = column.name.lower().replace("-", "_").split("_")[-1]
    return column.reads_as in NUMERIC and stem(last) != last


def _column(table: str, name: str, context: Context) -> Column | None:
    return context.column(table, name)
