"""Numbers that should run without a gap."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, call, listed, literal, mapping
from backend.contracts.plan import Grain
from backend.contracts.schema import ColumnType
from backend.rules import sequence_gaps_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope
from backend.rules.sequence_phrases import phrase


class SequenceGaps(Rule):
    """``column`` counts on by one.

    ``way`` says how: row by row in file order (rows that do not follow their predecessor are
    flagged); ``complete`` within ``by`` (all rows of a group that misses or repeats a number
    are flagged); or ``between`` its smallest and largest number (each missing number is one
    failing record).
    """

    kind: Literal["sequence_gaps"] = "sequence_gaps"
    column: str
    way: Literal["in-order", "complete", "between"]
    by: tuple[str, ...] = ()
    start: int | None = None

    def own_columns(self) -> tuple[str, ...]:
        """The numbers and their groups."""
        return (self.column, *self.by)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.column,)


def emit(rule: SequenceGaps, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have a number."""
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    is_integer = rows.fact(rule.table, rule.column).type == ColumnType.INTEGER
    if is_integer and rule.way == "between":
        # Nothing tells of a cell that is no number here: let it be an error.
        number = body.let(rule.column, call("pd.to_numeric", rows.column(rule.column)))
    else:
        number = rows.value(Cell(table=rule.table, column=rule.column), Reads.NUMBER)
    if not is_integer:
        is_whole = number.call("mod", literal(1)).compare("==", literal(0))
        number = body.let(f"whole {rule.column}", number.call("where", is_whole))
    {"in-order": _in_order, "complete": _complete, "between": _between}[rule.way](
        rule, number, rows
    )
    return Functions(check=body, scope=filled_rows(rule, facts, rule.own_columns()))


def _in_order(rule: SequenceGaps, number: Code, rows: Rows) -> None:
    whole = rows.body.let("exact", number.call("convert_dtypes"))
    series = whole.call("groupby", rows.groups(rule.by)) if rule.by else whole
    before = rows.body.let("before", series.call("shift"))
    is_next = whole.compare("==", before.combine("+", literal(1)))
    follows = is_next.call("fillna", literal(False))
    if rule.start is None:
        follows = follows | before.call("isna")
    else:
        is_first = rows.body.let(
            "is first", _first_in_group(rule, rows) if rule.by else _first_row(rows)
        )
        follows = follows | (is_first & number.compare("==", literal(rule.start)))
        follows = follows | (~is_first & before.call("isna"))
    is_told = rows.body.let("follows", number.call("notna") & follows)
    rows.body.give(rows.frame.item(~is_told))


def _first_in_group(rule: SequenceGaps, rows: Rows) -> Code:
    position = rows.frame.call("groupby", literal(list(rule.by))).call("cumcount")
    return position.compare("==", literal(0))


def _first_row(rows: Rows) -> Code:
    index = rows.frame.attribute("index")
    return index.compare("==", index.call("min"))


_RUN_MEASURES = (("size", "size"), ("distinct", "nunique"), ("first", "min"), ("last", "max"))


def _complete(rule: SequenceGaps, number: Code, rows: Rows) -> None:
    one_group = call("pd.Series", literal(0), index=rows.frame.attribute("index"))
    runs = number.call("groupby", rows.groups(rule.by) if rule.by else one_group)
    groups = rows.body.let("runs", runs)
    size, distinct, first, last = (
        rows.body.let(label, groups.call("transform", literal(measure)))
        for label, measure in _RUN_MEASURES
    )
    is_gapless = last.compare(
        "==", first.combine("+", size).combine("-", literal(1))
    ) & distinct.compare("==", size)
    if rule.start is not None:
        is_gapless = first.compare("==", literal(rule.start)) & is_gapless
    rows.body.give(rows.frame.item(~is_gapless))


def _between(rule: SequenceGaps, number: Code, rows: Rows) -> None:
    """Each missing number, and each cell that is no whole number, is one record."""
    found = rows.body.let("found", number.call("dropna").call("astype", literal("int64")))
    lowest = call("min", found, default=literal(0))
    highest = call("max", found, default=literal(-1)).combine("+", literal(1))
    wanted = call("set", call("range", lowest, highest))
    missing = rows.body.let("missing", call("sorted", wanted.combine("-", call("set", found))))
    columns = mapping([(f"missing {rule.column}", missing)])
    if rows.fact(rule.table, rule.column).type == ColumnType.INTEGER:
        rows.body.give(call("pd.DataFrame", columns))
        return
    stray = rows.frame.attribute("loc").pick(number.call("isna"), literal(rule.column))
    strays = mapping([("no whole number", rows.body.let("strays", stray.call("tolist")))])
    frames = listed([call("pd.DataFrame", columns), call("pd.DataFrame", strays)])
    rows.body.give(call("pd.concat", frames))


def say_rule(rule: SequenceGaps) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f" within each {' and '.join(rule.by)}" if rule.by else ""
    if rule.way == "between":
        return (
            f"No whole number is missing from {rule.column} of {rule.table}{where} "
            "between its smallest and its largest; each missing number is reported."
        )
    start = f"starts at {rule.start} and " if rule.start is not None else ""
    if rule.way == "in-order":
        return (
            f"{rule.column} of {rule.table}{where} {start}grows by 1 from row to row in file "
            f"order{within}; flag each row that does not follow the one before."
        )
    return (
        f"{rule.column} of {rule.table}{where} {start}runs up by 1 without gaps or "
        f"repeats{within}; flag all rows of a run that does not."
    )


KIND = Kind(
    phrases=phrase,
    spec=SequenceGaps,
    summary="Numbers that should run without a gap.",
    emit=emit,
    lower=sequence_gaps_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS if rule.way == "between" else Grain.ROWS,
    examples=(
        Example(
            "Within each order_id the line_no values run from 1 without gaps or repeats.",
            {
                "lines": (
                    ("order_id", "line_no"),
                    (1, 2),
                    (1, 1),
                    (2, 1),
                    (2, 3),
                    (3, 1),
                    (3, 1),
                    (4, None),
                )
            },
            (2, 3, 4, 5),
            "per_group",
        ),
        Example(
            "No number may be missing from cheque_no between min and max.",
            {"cheques": (("cheque_no",), (1,), (5,), (2,), (None,))},
            2,
            "missing_numbers",
        ),
        Example(
            "cheque_no runs 1, 2, 3, ... without gaps in file order.",
            {"cheques": (("cheque_no",), (1,), (2,), (4,), (5,))},
            (2,),
            "file_order",
        ),
    ),
)
