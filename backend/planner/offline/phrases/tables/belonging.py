"""Phrases for what belongs to one alone: an email of one guest only, no code used by two."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import row_taboo
from backend.rules.duplicate_phrases import unique_among
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell, Constant, Predicate
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, group_count, no_group
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()
phrase.words(
    "_belongs",
    "belong to | belongs to | be of | be used by | is used by | be held by | be owned by | be registered "
    "to | be assigned to | is assigned to | be given to | be shared by | be taken by | be linked to | "
    "is held by | is owned by | be registered by | be with | be registered for",
)
phrase.words(
    "_of_a_single",
    "one | one single | a single | only one | just one | exactly one | at most one | no more than one | "
    "not more than one",
)
phrase.words(
    "_more_than_one",
    "more than one | more than 1 | two | two or more | several | 2 or more | multiple",
)
phrase.words("_and_no_more", "only | alone | and no other | at most | at a time")
phrase.words("_an_address", "address | addresses | number | value | code")


@phrase("held", "<cell>", "<cell> _an_address", cost=0.02)
def held(of: Cell) -> Cell:
    """An email, or an email address."""
    return of


# Of rows ----------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "[_each] <held> (may|must|should|can) [only] _belongs _of_a_single <noun> [_and_no_more]",
)
@phrase("stmt", "[_each] <held> (may|must|should|can) only _belongs _of_a_single <noun>")
@phrase(
    "stmt", "[_each] <held> _belongs (only one|just one|exactly one|at most one) <noun>", cost=0.3
)
@phrase("stmt", "no <held> _may _belongs _more_than_one <noun>")
@phrase("stmt", "[_each] <held> _must_not _belongs _more_than_one <noun>")
@phrase(
    "stmt",
    "no <held> (used by|shared by|held by|owned by|with|of) _more_than_one <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "no <held> [is|are] (used by|shared by|held by|owned by) _more_than_one <noun>",
    cost=0.05,
)
def of_one_row(of: Cell, rows: RowSet) -> Statement | None:
    """An email may belong to one guest only: guests are rows here, each of which has it alone."""
    if not rows.table or rows.each or of.table not in ("", rows.table):
        return None
    return unique_among(rows, of)


@phrase(
    "stmt",
    "[_each] <held> (may|must|should|can) [only] _belongs _of_a_single <cell> [_and_no_more]",
    cost=0.1,
)
@phrase("stmt", "[_each] <held> (may|must|should|can) only _belongs _of_a_single <cell>", cost=0.1)
@phrase("stmt", "no <held> _may _belongs _more_than_one <cell>", cost=0.1)
@phrase("stmt", "[_each] <held> _must_not _belongs _more_than_one <cell>", cost=0.1)
@phrase(
    "stmt", "no <held> (used by|shared by|held by|owned by|with) _more_than_one <cell>", cost=0.15
)
def of_one_value(of: Cell, whose: Cell) -> Statement | None:
    """A number belongs to one customer only: rows of several orders may show both."""
    tables = {of.table, whose.table} - {""}
    if of.column == whose.column or len(tables) > 1:
        return None
    table = "".join(tables)
    found = InconsistentValues(table=table, key=(of.column,), values=(whose.column,))
    return Statement(rule=found)


# By so many -------------------------------------------------------------------------------------


@phrase("stmt", "<each_group> (may|can) [only] be used by <count_bound> <rows>", cost=0.05)
@phrase("stmt", "<keys> (may|can) [only] be used by <count_bound> <rows>", cost=0.05)
def used_by(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each code may be used by at most 5 orders; by at most one: that is a matter of rows."""
    return group_count(by, bound, rows) if allows(bound) and not _is_one(bound) else None


@phrase("stmt", "<each_group> _must be used by <count_bound> <rows>", cost=0.05)
@phrase("stmt", "<keys> _must be used by <count_bound> <rows>", cost=0.05)
def must_be_used_by(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each code must be used by at least 2 orders."""
    return None if _is_one(bound) else group_count(by, bound, rows)


@phrase("stmt", "no <keys> _may be used by <count_bound> <rows>", cost=0.05)
@phrase("stmt", "<each_group> _must_not be used by <count_bound> <rows>", cost=0.05)
@phrase("stmt", "<keys> _must_not be used by <count_bound> <rows>", cost=0.05)
def not_used_by(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """No code may be used by more than 5 orders."""
    return None if _is_one(bound) else no_group(by, bound, rows)


def _is_one(bound: Predicate) -> bool:
    right = getattr(bound, "right", None)
    sign = getattr(bound, "sign", "")
    return isinstance(right, Constant) and (sign, right.value) in _ONE


_ONE = ((">", 1), (">=", 2), ("<=", 1), ("<", 2))


# Never done -------------------------------------------------------------------------------------

phrase.words(
    "_must_be_none",
    "there should be none | there must be none | there should not be any | there must not be any | "
    "there should never be any | none is allowed | none are allowed | there may be none",
)


@phrase(
    "rowvp", "(have|has|had) never [been] <event> [anything]", "never <event> [anything]", cost=0.05
)
@phrase("rowvp", "(was|were|is|are) never <event>", "never have [been] <event>", cost=0.05)
@phrase("rowvp", "(have|has|had) not <event> (anything|once|yet|ever)", cost=0.05)
@phrase("rowvp", "did not <event> (anything|once|ever)", cost=0.05)
def never_done(table: str) -> Predicate:
    """Never booked: no row of bookings is theirs."""
    return not_(exists(RowSet(table=table)))


@phrase("stmt", "which <rows> <rowvp> ? _must_be_none", cost=0.02)
@phrase("stmt", "which <rows> <rel> ? _must_be_none", cost=0.1)
def which_are_so(found: RowSet, told: Predicate) -> Statement:
    """Which guests never booked? There should be none."""
    return row_taboo(found, told)
