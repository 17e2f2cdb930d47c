"""Phrases for what rows share with their owner, and for how many rows an owner may have.

A room is the same in stays and guests; stays with another room than their guest has; the latest
day per guest in stays; it must never happen that a guest has no stay.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.measures import related_count
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.features import count_of
from backend.planner.offline.phrases.sentences.kept_of_rows import their_measure
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.planner.offline.phrases.tables.children_measured import counted_of
from backend.planner.offline.same_columns import SAME_COLUMN
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
)

phrase = Phrases()

# The same in both tables --------------------------------------------------------------------------

phrase.words("_through_both", "in | between | across | over | in both | across both | between both")
_ALIKE = (
    "(agree|match|coincide|correspond|be the same|be identical|be equal|be consistent|"
    "be in agreement|always agree)"
)


@phrase("stmt", f"<cell> _must {_ALIKE} _through_both <table> and [in] <table>", cost=0.5)
def same_in_both(of: Value, left: str, right: str) -> Statement | None:
    """The room must be the same in stays and guests: a row's, and that of the row it leads to."""
    if not isinstance(of, Cell) or left == right or of.table not in ("", left, right):
        return None
    mine, theirs = (of.model_copy(update={"table": table}) for table in (left, right))
    return rule(compare(mine, "==", theirs))


@phrase(
    "stmt", "<cell> _must_not (differ|be different) _through_both <table> and [in] <table>", cost=0.5
)  # fmt: skip
def not_unlike_in_both(of: Value, left: str, right: str) -> Statement | None:
    """The room must not differ between stays and guests."""
    return same_in_both(of, left, right)


phrase.words("_has_of_its_own", "has | have | had | shows | carries | holds | is given")


@phrase(
    "feature",
    "(another|a different|different|a differing|other) <cell> (than|from) (its|their|his|her|the) <table> [_has_of_its_own]",
    cost=0.05,
)
def unlike_owner(of: Value, owner: str) -> Predicate | None:
    """With another room than their guest has."""
    if not isinstance(of, Cell) or of.table == owner:
        return None
    return not_(compare(of, "==", Cell(table=owner, column=SAME_COLUMN)))


@phrase(
    "feature", "the same <cell> as (its|their|his|her) <table> [_has_of_its_own]", cost=0.05
)  # fmt: skip
def like_owner(of: Value, owner: str) -> Predicate | None:
    """Have the same room as their guest."""
    told = unlike_owner(of, owner)
    return None if told is None else not_(told)


@phrase(
    "same_there",
    "(that|one) _given (for|of|on|under|with) <whose_row> (in|by|from) <table>",
)
def given_there(owner: str, table: str) -> Value | None:
    """The one recorded for the guest in the guests table."""
    return Cell(table=table, column=SAME_COLUMN) if owner == table else None


# Asked of the rows of an owner --------------------------------------------------------------------


@phrase("stmt", "(is|are) <cell> <adj> (for|in|on|of|with) any <rows> ? _it_must_not", cost=0.02)
def asked_of_any(of: Value, told: Predicate, rows: RowSet) -> Statement | None:
    """Is the fee under 80 for any stay whose guest is a member? It must not be."""
    if rows.each or not isinstance(of, Cell) or of.table not in ("", rows.table):
        return None
    return rule(not_(about(told, of)), rows.table, rows.where, subject=of)


@phrase("stmt", "it (must|should|may|can) (not|never) (be|happen|occur) that <rows> <rowvp>")
@phrase(
    "stmt", "it (must|should|may|can) (not|never) (be|happen|occur) that <rows> (has|have) <feature>"
)  # fmt: skip
def never_that(rows: RowSet, told: Predicate) -> Statement | None:
    """It should never happen that a guest has no stay."""
    return None if rows.each or not rows.table else rule(not_(told), rows.table, rows.where)


@phrase("rowvp", "_do not have _a_single <rows>", "(has|have) not _a_single <rows>", cost=0.05)
def has_not_one(rows: RowSet) -> Predicate | None:
    """Guests who do not have a single stay."""
    return not_(exists(rows)) if rows.table and not rows.each else None


# So many of them ----------------------------------------------------------------------------------

phrase.words(
    "_at_the_most",
    "a maximum of | at most | a total of | no more than | not more than | a limit of | up to | max",
)


@phrase(
    "stmt",
    "<rows> _must be (limited|restricted|confined) to [_at_the_most] <number> <rows> [each|at most|per <noun>]",
    cost=0.05,
)
def limited_to(owner: RowSet, most: Constant, rows: RowSet, *per: RowSet) -> Statement | None:
    """Guests are limited to a maximum of four stays each."""
    is_clear = owner.table and rows.table not in ("", owner.table) and not rows.each
    if not is_clear or any(each.table != owner.table or each.where is not None for each in per):
        return None
    told = count_of(rows, "<=", most)
    return None if told is None else rule(told, owner.table, owner.where)


_EACH_ROW = "(for|to) (every|each) <noun> [,] there _must be"


@phrase(
    "stmt", f"{_EACH_ROW} <count_bound> <rows> (with|having|for|that have|that has) the same <keys>"
)
def rows_of_key(owner: RowSet, bound: Predicate, rows: RowSet, keys: Keys) -> Statement | None:
    """For every row in guests, there has to be at least one row in stays with the same guest_id."""
    pairs = tuple((key.column, key.column) for key in keys if isinstance(key, Cell))
    is_clear = owner.table and rows.table not in ("", owner.table) and not rows.each
    if not is_clear or len(pairs) < len(keys):
        return None
    number = Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=pairs)
    return rule(about(bound, number), owner.table, owner.where)


# Measured per owner -------------------------------------------------------------------------------


@phrase(
    "parent_measure",
    "<measure> [of] <cell> (per|for each|for every|of each|of every) <noun> (in|from|over|across) <rows>",
)
def measure_per_owner(measure: Measure, of: Value, owner: RowSet, rows: RowSet) -> Any:
    """The latest day per guest in stays."""
    value = their_measure(measure, of, rows)
    is_clear = owner.table not in ("", rows.table) and owner.where is None
    return (owner, value) if value is not None and is_clear else None


phrase.words(
    "_kept_for",
    "recorded for | listed for | stored for | given for | known for | booked for | entered for | registered for | "
    "noted for | we have for | found for | documented for | on record for",
)


@phrase(
    "related",
    "<measure> [of] <cell> _kept_for (the|that|this|its) <table> (in|from|over|across) <rows>",
    cost=0.02,
)
def measure_kept_for(measure: Measure, of: Value, owner: str, rows: RowSet) -> Value | None:
    """The latest day recorded for the guest in stays."""
    return None if owner == rows.table else their_measure(measure, of, rows)


@phrase(
    "related",
    "<measure> [of] <cell> (that|which) (the|that|this) <table> has (in|from) <rows>",
    "<measure> [of] <cell> (the|that|this) <table> has (in|from) <rows>",
    cost=0.02,
)
def measure_it_has(measure: Measure, of: Value, owner: str, rows: RowSet) -> Value | None:
    """The most recent day that the guest has in the stays table."""
    return measure_kept_for(measure, of, owner, rows)


@phrase("related", "(its|their|his|her) <measure> <cell> (in|from) <rows>", cost=0.02)
@phrase("related", "date of (its|their|his|her) <measure> <cell> (in|from) <rows>", cost=0.02)
def their_own_measure(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """Their most recent day in stays."""
    return their_measure(measure, of, rows)


@phrase("related", "(its|their|his|her) (number|count) of <rows>", cost=0.02)
def their_number_of(rows: RowSet) -> Value | None:
    """Their number of stays."""
    return None if rows.each else related_count(rows)


@phrase(
    "related",
    "(number|count) of <rows> (of|for|with) (that|the|this|each) <table> in <table>",
    cost=-0.05,
)
def number_in_table(rows: RowSet, owner: str, table: str) -> Value | None:
    """The number of stays of that guest in stays."""
    is_clear = rows.table == table and owner != table and not rows.each
    return related_count(rows) if is_clear else None


@phrase("related", "(actual|real|true|current) <related>", cost=0.01)
@phrase("their_total", "(actual|real|true|current) <their_total>", cost=0.01)
def actual(value: Value) -> Value:
    """The actual number of stays they have."""
    return value


@phrase("verb", "(equal|equals|match|matches|agree with|agrees with) <counted_out>", cost=0.02)
def equals_counted_out(value: Value) -> Predicate:
    """Equals how many stays the guest has in the stays table."""
    return compare(IT, "==", value)


@phrase("worked_per_owner", "(if|when) (we|you|one) (count|counts) [all] <rows> per <noun>")
def counted_per_owner(rows: RowSet, owner: RowSet) -> tuple[RowSet, Value] | None:
    """If we count the stays per guest."""
    return counted_of(rows, owner) if owner.where is None else None


@phrase(
    "stmt",
    "<worked_per_owner> [,] [then] (we|one|you) _must (get|arrive at|find) [exactly] <operand>",
    cost=0.05,
)
def we_must_get(told: tuple[RowSet, Value], wanted: Value) -> Statement:
    """If we count the stays per guest, we should get exactly the stay_count in guests."""
    owner, value = told
    return rule(compare(wanted, "==", value), owner.table, owner.where)


# Which rows it is about ---------------------------------------------------------------------------

phrase.words(
    "_need_a_check",
    "(need to|needs to|must|should|have to|has to|are to) be (checked|looked at|tested|verified|considered|examined) | "
    "(matter|count|are relevant|are of interest|are checked) [here]",
)


@phrase("stmt", "only <rows> _need_a_check (.|:|;|,) <stmt>", cost=0.02)
@phrase("stmt", "<stmt> . only <rows> _need_a_check", cost=0.02)
def only_these_checked(*parts: Any) -> Statement | None:
    """Only paid stays need to be checked. Their guest_id must exist in guests."""
    told = next(part for part in parts if isinstance(part, Statement))
    rows = next(part for part in parts if isinstance(part, RowSet))
    return None if rows.where is None or rows.each else narrowed(told, rows)


@phrase(
    "remark",
    "[but] _the_rule only (applies|holds|counts|matters) (if|when|where|whenever|once) <clauses>",
    "[but] _the_rule (applies|holds|counts|matters) only (if|when|where|whenever|once) <clauses>",
    "[but] _the_rule is only (checked|applied|needed|required) (if|when|where|whenever) <clauses>",
    cost=0.02,
)
def only_when(condition: Predicate) -> Modifier:
    """This only applies if left_on is filled in."""
    return remark("only", condition=condition, texts=("of-this",))
