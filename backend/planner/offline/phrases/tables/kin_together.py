"""Phrases for a row and the one it leads to, told side by side: a customer and their support rep must
live in the same country. Also what rows have on different days, and numbers that rise together.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.running_numbers import in_step
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.kin_rows import in_common
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words("_its_own_one", "its | their | his | her | his or her | the")

# A row and the one it leads to --------------------------------------------------------------------------


@phrase(
    "stmt",
    "[_each|a|an] <noun> and _its_own_one (<kin>|<leads_to>) _must _in_common [the] same <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "[_each|a|an] <noun> and _its_own_one (<kin>|<leads_to>) _has_in_common [the] same <cell>",
    cost=0.1,
)
def both_in_same(rows: RowSet, key: Cell, column: Any) -> Statement | None:
    """A customer and their support rep must live in the same country."""
    is_plain = rows.where is None and bool(rows.table) and isinstance(column, Cell)
    told = in_common(column, key) if is_plain and key.table in ("", rows.table) else None
    return None if told is None else rule(told, rows.table)


# None without its owner ---------------------------------------------------------------------------------


@phrase("stmt", "no <noun> (without|lacking) (its|their|an|a|any) <noun>", cost=0.03)
@phrase(
    "stmt",
    "no <noun> (may|can|must|should) (exist|be there|be) without (its|their|an|a|any) [existing] <noun>",
    cost=0.03,
)
def none_without_owner(rows: RowSet, owner: RowSet) -> Statement | None:
    """No order line without its order."""
    is_plain = rows.where is None and owner.where is None and not (rows.each or owner.each)
    is_clear = is_plain and "" not in (rows.table, owner.table) and rows.table != owner.table
    return rule(exists(owner), rows.table) if is_clear else None


# On so many different days ------------------------------------------------------------------------------

phrase.words("_various", "different | distinct | separate | various")


@phrase(
    "stmt",
    "[_each] <noun> (_must have|has|have|needs|need) <noun> (on|in|for|from|with|at|by|of|under) <count_bound> _various <cell>",
    cost=0.04,
)
def on_different(rows: RowSet, others: RowSet, bound: Predicate, of: Any) -> Statement | None:
    """Each customer has invoices on at least seven different dates."""
    is_plain = rows.where is None and others.where is None and isinstance(of, Cell)
    if not is_plain or "" in (rows.table, others.table) or rows.table == others.table:
        return None
    cell = Cell(table=others.table, column=of.column)
    count = Aggregate(measure=Measure.DISTINCT, of=cell, table=others.table, keys=(("", ""),))
    return rule(about(bound, count), rows.table)


# Rows of one group that are alike -----------------------------------------------------------------------


@phrase(
    "stmt",
    "(every|each|all|all the) <noun> (of|in|on|at|from|with) (a|an|one|the same|any one|any|each|every) <cell> (_must have|has|have|must share|share|shares) the same <cell>",
    cost=0.03,
)
def alike_in_group(rows: RowSet, key: Any, of: Any) -> Statement | None:
    """Every track of an album has the same media type."""
    is_told = isinstance(key, Cell) and isinstance(of, Cell) and rows.where is None
    if (
        not is_told
        or key.column == of.column
        or not rows.table
        or {key.table, of.table} - {"", rows.table}
    ):
        return None
    told = InconsistentValues(table=rows.table, key=(key.column,), values=(of.column,))
    return Statement(rule=told)


# Numbers that rise together -----------------------------------------------------------------------------

for _words, _sign in (("later|higher|larger|greater", ">"), ("earlier|lower|smaller", "<")):

    @phrase(
        "stmt",
        f"<noun> with [a|an] (later|higher|larger|greater) <cell> (have|has|_must have) [a|an] ({_words}) <cell>",
        cost=0.05,
    )
    @phrase(
        "stmt",
        f"[a|an] (later|higher|larger|greater) <cell> (means|goes with|comes with|_must go with|_must come with|_must mean) [a|an] ({_words}) <cell>",
        cost=0.05,
    )
    def rise_together(*parts: Any, sign: str = _sign) -> Statement | None:
        """Orders with a later order date have a higher number."""
        *rows, order, of = parts
        told = in_step(order, of, sign) if all(each.where is None for each in rows) else None
        if told is None:
            return None
        fresh = told.rule.model_copy(update={"table": rows[0].table}) if rows else told.rule
        return told.model_copy(update={"rule": fresh, "remarks": (remark("no-ties"),)})
