"""Balances that are not the sum of all movements so far."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, literal
from backend.contracts.plan import Grain
from backend.contracts.schema import ColumnType
from backend.rules import running_totals_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.say import say, say_number
from backend.rules.language.terms import Cell, Reads, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class RunningTotals(Rule):
    """``total`` is the sum of ``amount`` of this row and all rows before it, within each ``by``.

    Rows are taken in the order of ``order_by`` (else of the file); rows of one place keep the
    file's order. Each row whose total differs is flagged, so that one wrong amount shows in every
    row after it; a cell that is no number is flagged as well, and adds nothing. ``tolerance`` is
    how far a total may be off.
    """

    kind: Literal["running_totals"] = "running_totals"
    total: str
    amount: str
    by: tuple[str, ...] = ()
    order_by: str | None = None
    tolerance: float = 0.0

    def own_columns(self) -> tuple[str, ...]:
        """The two numbers, the groups and the order."""
        order = (self.order_by,) if self.order_by is not None else ()
        return (self.total, self.amount, *self.by, *order)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.total, self.amount)


def emit(rule: RunningTotals, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have everything; ``check`` adds up and compares."""
    scope = filled_rows(rule, facts, rule.own_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    total, amount = (
        body.let(name, rows.value(Cell(table=rule.table, column=name), Reads.NUMBER))
        for name in (rule.total, rule.amount)
    )
    moved = amount
    if rule.order_by is not None:
        moved = amount.attribute("loc").item(body.let("order", _order(rule.order_by, rows)))
    if rule.by:
        moved = moved.call("groupby", rows.groups(rule.by))
    running = body.let("running", moved.call("cumsum"))
    apart = body.let("apart", total.combine("-", running).call("abs").call("round", literal(9)))
    strays = total.call("isna") | amount.call("isna")
    body.give(rows.frame.item(apart.compare(">", literal(rule.tolerance or 0)) | strays))
    return Functions(check=body, scope=scope)


def _order(column: str, rows: Rows) -> Code:
    """The index of the rows in order."""
    fact = rows.fact(rows.table, column)
    is_number = ColumnType.DATE not in (fact.type, fact.mostly) and (
        fact.type in NUMERIC or fact.mostly in NUMERIC
    )
    reads = Reads.NUMBER if is_number else Reads.TEXT if fact.date_format is None else Reads.TIME
    placed = rows.value(Cell(table=rows.table, column=column), reads)
    return placed.call("sort_values", kind=literal("stable")).attribute("index")


def say_rule(rule: RunningTotals) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f" within each {' and '.join(rule.by)}" if rule.by else ""
    order = f"in the order of {rule.order_by}" if rule.order_by else "in file order"
    off = f" to within {say_number(rule.tolerance)}" if rule.tolerance else ""
    return (
        f"{rule.total} of {rule.table}{where} is{off} the sum of {rule.amount} up to and with this row, "
        f"{order}{within}; flag each row where it is not."
    )


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_running",
    "running total | running sum | cumulative sum | cumulative total | running balance | "
    "cumulated sum | cumulated | accumulated sum",
)
phrase.words("_sums_up", "be | equal | match | is | equals | must be | must equal | should be | "
             "should equal | has to be | must always be | must match")  # fmt: skip


@phrase(
    "run_statement",
    "<cell> _sums_up [the] _running of <cell>",
    "<cell> _sums_up [the] sum of all <cell> (up to|until) (and including this|this|and with this|that|the current) _row",
    "<cell> _sums_up [the] sum of <cell> so far",
    "<cell> _sums_up [the] cumulative <cell>",
)
def run_statement(total: Value, amount: Value) -> tuple[str, Cell, Cell] | None:
    """The balance must be the running total of amount."""
    is_pair = isinstance(total, Cell) and isinstance(amount, Cell) and total != amount
    return ("run", total, amount) if is_pair else None  # type: ignore[return-value]


@phrase("stmt", "<run_statement> [,] <frame>", "<frame> [,|:] <run_statement>")
@phrase("stmt", "<within> [,] <run_statement> [,] <sorted>")
@phrase("stmt", "<run_statement> <within> by <cell>", "<run_statement> by <cell>", cost=0.05)
@phrase("stmt", "<within> by <cell> [,] <run_statement>", cost=0.05)
def running(*parts: object) -> Statement | None:
    """Within each account, ordered by day, the balance must be the running total of amount."""
    tuples = [part for part in parts if isinstance(part, tuple)]
    _, total, amount = next(part for part in tuples if part[0] == "run")
    frames = dict(item for part in tuples if part[0] != "run" for item in part)
    order = [*frames.get("order", ()), *(part for part in parts if isinstance(part, Cell))]
    cells = [*frames.get("by", ()), *order]
    if not all(isinstance(cell, Cell) for cell in cells) or len(order) > 1:
        return None
    names = {cell.column for cell in cells}
    if names & {total.column, amount.column} or total.table != amount.table:
        return None
    found = RunningTotals(
        table=total.table,
        total=total.column,
        amount=amount.column,
        by=tuple(cell.column for cell in frames.get("by", ())),
        order_by=order[0].column if order else None,
    )
    return Statement(rule=found)


KIND = Kind(
    phrases=phrase,
    spec=RunningTotals,
    summary="Balances that are not the sum of all movements so far; each such row is flagged.",
    emit=emit,
    lower=running_totals_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "Within each account, ordered by day, balance must be the running total of amount.",
            {
                "postings": (
                    ("account", "day", "amount", "balance"),
                    ("a", "2024-01-02", -3, 7),
                    ("a", "2024-01-01", 10, 10),
                    ("a", "2024-01-03", 5, 13),
                    ("b", "2024-01-01", 2, 2),
                    ("b", "2024-01-02", 1, None),
                )
            },
            (2,),
            "per_account",
        ),
    ),
)
