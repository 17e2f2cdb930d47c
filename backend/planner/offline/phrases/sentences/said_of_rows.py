"""Phrases for conditions on rows in everyday words: status says closed, no reason unless cancelled."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.conditions import in_two_cases
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Constant, Missing, Predicate, Unless, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

phrase.widen(
    "_iff", "if , and only if , | if and only if , | if – and only if – | exactly then when"
)
phrase.widen(
    "_it_must_not",
    "they should not | none should | there should be none | they may not | none of them should | nobody should",
)
phrase.words("_needs", "call for | calls for | demand | demands | ask for | asks for")
phrase.words("_states", "say | says | state | states | show | shows | read | reads | give | gives")
phrase.words("_at_rows", "on | for | in | at | with | to | of")
phrase.widen(
    "_is_a_fault",
    "error | an error | wrong | mistake | a mistake | fault | not allowed | not ok | not okay | bad | invalid | "
    "flag | flag it | report | alarm | violation | to be flagged | must be flagged | forbidden | never | no go",
)

# What a cell says -----------------------------------------------------------------------------------


@phrase("verb", "_states (<text>|<bare>|<number>)", cost=0.1)
def says(value: Constant) -> Predicate:
    """Status says closed."""
    return compare(IT, "==", value)


# That it is there, or not -----------------------------------------------------------------------------


@phrase("stmt", "there (must|should|has to|needs to|ought to) be <cell> _at_rows <rows>", cost=0.05)
def there_must_be(of: Value, rows: RowSet) -> Statement | None:
    """There must be a reason on every cancelled order."""
    is_of_some = rows.each or rows.where is not None
    return rule(not_(Missing(of=of)), rows.table, rows.where, of) if is_of_some else None


@phrase("stmt", "no <cell> [,] unless <clauses>", "no <cell> [,] unless <noun> <rowvp>", cost=0.05)
def none_unless(of: Value, *told: Any) -> Statement | None:
    """No reason unless the order was cancelled."""
    rows = told[0] if isinstance(told[0], RowSet) else RowSet()
    if rows.where is not None:
        return None
    return rule(Missing(of=of), rows.table, Unless(part=told[-1]), of)


@phrase("stmt", "[any|a|an] <cell> _at_rows <rows> _be _wrong", cost=0.15)
def value_on_rows_wrong(of: Value, rows: RowSet) -> Statement | None:
    """A reason on an order that is not cancelled is wrong."""
    return None if rows.where is None else rule(Missing(of=of), rows.table, rows.where, of)


@phrase(
    "stmt",
    "<rows> _be (incomplete|not complete|unfinished) (without|unless (it has|they have)) <feature>",
    "<rows> without <cell> _be (incomplete|not complete|unfinished)",
    cost=0.05,
)
def incomplete_without(rows: RowSet, told: Any) -> Statement | None:
    """A revoked permit is not complete without a reason."""
    needed = not_(Missing(of=told)) if isinstance(told, Cell) else told
    return None if isinstance(needed, Missing) else rule(needed, rows.table, rows.where)


@phrase("stmt", "<feature> (:|=|–|_arrow) _is_a_fault", cost=0.1)
@phrase("stmt", "<clauses> (:|–|_arrow) _is_a_fault", cost=0.1)
def is_a_fault(told: Predicate) -> Statement:
    """Status cancelled but no reason: error."""
    return rule(not_(told))


phrase.words(
    "_put_in",
    "noted | entered | recorded | gave | given | stated | put in | filled in | named | wrote down | typed in | "
    "supplied | told us",
)


@phrase(
    "rel",
    "(for whom|for which|where|on which|in which) (nobody|no one|no-one) [has|had|ever] _put_in [a|an|any] <cell>",
    cost=0.05,
)
def nobody_put_in(of: Value) -> Predicate:
    """Drivers for whom nobody noted a reason."""
    return Missing(of=of)


@phrase(
    "rowvp",
    "(have|has|had|show|shows) [a|an|any] (date|value|entry|something|text|number) (in|under|for) <cell> [column|field]",
    cost=0.05,
)
def has_something_in(of: Value) -> Predicate:
    """Have a date in the column of the day they left."""
    return not_(Missing(of=of))


phrase("rowvp", "(hold|holds|score|scores|own|owns|earn|earns|get|gets) <feature>", cost=0.1)(
    lambda told: None if isinstance(told, Missing) else told
)
phrase("rowvp", "(are|is|was|were) charged <feature>", cost=0.1)(
    lambda told: None if isinstance(told, Missing) else told
)


@phrase("participle", "(in|of|on|at|under) <adjective> <cell>", cost=0.1)
def in_its_sort(told: Predicate, of: Value) -> Predicate | None:
    """In the platinum loyalty tier: a value, and the column that holds it."""
    if not isinstance(told, Compare) or not isinstance(told.left, Cell):
        return None
    return told if isinstance(of, Cell) and told.left.column == of.column else None


# Not both -----------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<rows> _must_not both <rowvp> and <rowvp>",
    "<rows> _must_not <rowvp> and <rowvp> (at the same time|at once|together|simultaneously)",
    "<rows> _must_not be both <adjective> and <rowvp>",
    "<rows> (never|do not|does not) both <rowvp> and <rowvp>",
    "<rows> _must_not be <adjective> and <rowvp> (at the same time|at once|together|simultaneously)",
    cost=0.05,
)
def not_both(rows: RowSet, one: Predicate, other: Predicate) -> Statement:
    """An order can't be both cancelled and have a delivery date."""
    return rule(not_(all_of(one, other)), rows.table, rows.where)


# One thing here, another there ------------------------------------------------------------------------


@phrase(
    "stmt",
    "<expr> (_be|_must be) <adj> _at_rows <rows> [,] (and|but) <adj> _at_rows _the_others",
    "<expr> (_be|_must be) <adj> _at_rows <rows> [,] (and|but) <adj> (otherwise|elsewhere)",
    cost=0.05,
)
def here_and_there(of: Value, told: Predicate, rows: RowSet, other: Predicate) -> Statement | None:
    """The total is 0 on cancelled orders and positive on all others."""
    if rows.where is None:
        return None
    first = rule(about(told, of), rows.table, None, of)
    return in_two_cases(rows.where, first, rule(about(other, of)))


# Asked, with what is wanted ---------------------------------------------------------------------------


@phrase(
    "stmt", "(do|does|did) [any] <rows> [still|ever|sometimes] <rowvp> ? _it_must_not", cost=0.05
)
def asked_of_rows(rows: RowSet, told: Predicate) -> Statement | None:
    """Do cancelled orders have a delivery date? They should not; of "every order" it is at odds."""
    return None if rows.each else rule(not_(told), rows.table, rows.where)


# Words that the brackets explain ----------------------------------------------------------------------


@phrase("rows", r"[_each] _coined <noun> \( <clauses> \)", cost=0.1)
@phrase("rows", r"[_each] _coined <noun> \( <short> \)", cost=0.15)
def coined(rows: RowSet, told: Predicate) -> RowSet:
    """Long rentals (days over 30): a word of no column, which the brackets say in full."""
    return rows.that(told)
