"""Rows that stand above another row in one column and below it in a second one."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, call, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import order_swaps_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_cells import has_time
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads
from backend.rules.phrasing import Phrases
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class OrderSwaps(Rule):
    """Of the rows that share ``by``, none has more in ``above`` and less in ``below`` than another.

    Such a pair of rows is a swap (Szlichta, Godfrey, Gryz, "Fundamentals of Order Dependencies",
    VLDB 2012); without one, the two columns rise together, as denial constraints ask (Chu, Ilyas,
    Papotti, "Discovering Denial Constraints", VLDB 2013). ``flag`` tells which row of a pair is
    flagged: the one with more in ``above``, or both. Rows that lack a cell of these columns are
    not compared; a filled cell that is no number (or date) is flagged.
    """

    kind: Literal["order_swaps"] = "order_swaps"
    above: str
    below: str
    by: tuple[str, ...] = ()
    flag: Literal["above", "both"] = "above"

    def own_columns(self) -> tuple[str, ...]:
        """The two columns and the key."""
        return (self.above, self.below, *self.by)

    def ranked_columns(self) -> tuple[str, ...]:
        """Columns that must hold dates or numbers, each for itself."""
        return (self.above, self.below)


def emit(rule: OrderSwaps, facts: Facts) -> Functions:
    """``scope`` keeps the rows with all cells; ``check`` compares each with those of its key."""
    scope = filled_rows(rule, facts, rule.own_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    above, below = (_cell(rule, name, rows) for name in (rule.above, rule.below))
    unreadable = above.call("isna") | below.call("isna")
    found = _swapped(rule, above, below, rows)
    if rule.flag == "both":
        found = found | _swapped(rule, below, above, rows)
    swapped = body.let("swapped", found)
    body.give(rows.frame.item(swapped | unreadable))
    return Functions(check=body, scope=scope)


def _swapped(rule: OrderSwaps, above: Code, below: Code, rows: Rows) -> Code:
    """Where a row with less in ``above`` has more in ``below``."""
    keys = {f"key {place}": rows.column(name) for place, name in enumerate(rule.by, 1)}
    columns = {**keys, "above": above, "below": below}
    compared = rows.body.let("compared", call("pd.DataFrame", mapping(columns.items())))
    places = literal([*keys, "above"])
    greatest = compared.call("groupby", places).item(literal("below")).call("max").call("dropna")
    greatest = rows.body.let("greatest at each", greatest)
    for step in ("cummax", "shift"):
        within = greatest.call("groupby", level=literal([*keys])) if keys else greatest
        greatest = within.call(step)
    before = rows.body.let("greatest before", greatest.call("rename", literal("before")))
    beside = rows.body.let("beside", compared.call("join", before, on=places))
    return beside.item(literal("below")).compare("<", beside.item(literal("before")))


def _cell(rule: OrderSwaps, column: str, rows: Rows) -> Code:
    fact = rows.fact(rule.table, column)
    numeric = fact.type in NUMERIC or fact.mostly in NUMERIC
    reads = Reads.NUMBER if numeric else Reads.TIME if has_time(fact) else Reads.DATE
    return rows.value(Cell(table=rule.table, column=column), reads)


def say_rule(rule: OrderSwaps) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    same = f" with the same {' and '.join(rule.by)}" if rule.by else ""
    which = f"the row with the greater {rule.above}" if rule.flag == "above" else "both rows"
    return (
        f"Of no two {rule.table} rows{where}{same} has one a greater {rule.above} and a smaller "
        f"{rule.below} than the other; flag {which}."
    )


KIND = Kind(
    phrases=Phrases(),
    spec=OrderSwaps,
    summary="Rows that stand above another row in one column and below it in a second one.",
    emit=emit,
    lower=order_swaps_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "Within a state, nobody with a higher salary may have a lower rate.",
            {
                "taxes": (
                    ("person_id", "state", "salary", "rate"),
                    (1, "AL", 40000, 3.5),
                    (2, "AL", 55000, 3.0),
                    (3, "AL", 60000, 4.0),
                    (4, "AK", 70000, 2.0),
                    (5, "AL", 65000, 3.5),
                    (6, None, 80000, 1.0),
                )
            },
            (1, 4),
            "per_key",
        ),
    ),
)
