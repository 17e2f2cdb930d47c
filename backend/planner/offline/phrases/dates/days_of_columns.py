"""Phrases for so many days after a column as another column tells: more than loan_days days after lent_on."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Elapsed, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, all_of, compare

phrase = Phrases()

phrase.words("_counted_days", "day | days | calendar days")
phrase.words("_days_from_then", "after | from | past | later than | following | behind")
phrase.words("_days_ahead_of", "before | prior to | ahead of")

for _head, _sign in (
    ("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly|just", "=="),
):  # fmt: skip

    @phrase("adj", f"({_head}) <cell> _counted_days _days_from_then <cell>", cost=0.02)
    def days_after(amount: Value, start: Value, sign: str = _sign) -> Predicate | None:
        """More than loan_days days after lent_on."""
        return _held(amount, start, IT, sign)

    @phrase("adj", f"({_head}) <cell> _counted_days _days_ahead_of <cell>", cost=0.02)
    def days_before(amount: Value, end: Value, sign: str = _sign) -> Predicate | None:
        """At least notice_days days before the start."""
        return _held(amount, IT, end, sign)


@phrase("adj", "<cell> _counted_days _days_from_then <cell>", cost=0.1)
def days_just_after(amount: Value, start: Value) -> Predicate | None:
    """Loan_days days after lent_on."""
    return _held(amount, start, IT, "==")


@phrase("adj", "within <cell> _counted_days (after|from) <cell>", cost=0.02)
def within_days(amount: Value, start: Value) -> Predicate | None:
    """Within loan_days days after lent_on: no later than that, and no earlier than then."""
    latest = _held(amount, start, IT, "<=")
    return None if latest is None else all_of(compare(IT, ">=", start), latest)


@phrase("adj", "within <cell> _counted_days of <cell>", cost=0.02)
def within_days_of(amount: Value, day: Value) -> Predicate | None:
    """Within loan_days days of lent_on: before it as well as after it."""
    behind, ahead = _held(amount, day, IT, "<="), _held(amount, IT, day, "<=")
    return None if behind is None or ahead is None else all_of(ahead, behind)


def _held(amount: Value, start: Value, end: Value, sign: str) -> Predicate | None:
    cells = [part for part in (amount, start, end) if isinstance(part, Cell)]
    if len({cell.column for cell in cells}) < 2:
        return None
    return compare(Elapsed(unit="days", start=start, end=end), sign, amount)


# Where a column is looked up --------------------------------------------------------------------

phrase.words(
    "_is_looked_up_in",
    "comes from | is taken from | is found in | is that of | is the one of | stands in | is in | is given in | is stored in | is listed in | "
    "is looked up in | belongs to | is kept in | is read from",
)
phrase.words(
    "_found_by_way_of",
    "found through | found via | found over | through | via | over | reached through | reached via | by way of | linked through | linked via | "
    "which is found through | which is found via | which is reached via",
)


@phrase("hint", "<hint> _stop <cell> _is_looked_up_in <noun> [.]", cost=0.05)
@phrase(
    "hint", "<hint> _stop <cell> _is_looked_up_in <noun> [,] _found_by_way_of <noun> [.]", cost=0.02
)
@phrase("hint", r"<hint> \( <cell> (of|from|in) <noun> , _found_by_way_of <noun> \) [.]", cost=0.02)
def told_where_it_stands(statement: Statement, of: Any, *tables: RowSet) -> Statement | None:
    """The loan_days come from the title, found through the copies: where the rule reads them anyway."""
    is_plain = all(each.table and each.where is None for each in tables)
    read = {part.column for part in walk(statement.rule) if isinstance(part, Cell)}
    if not isinstance(of, Cell) or not is_plain or of.column not in read:
        return None
    return statement if of.table in ("", tables[0].table) else None
