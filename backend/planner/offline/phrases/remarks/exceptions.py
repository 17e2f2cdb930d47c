"""Phrases for exceptions: this does not apply to, other than those with, without having, only for."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Missing,
    Not,
    Predicate,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    both,
    not_,
    one_of,
)

phrase = Phrases()

# A sentence behind the rule ---------------------------------------------------------------------

phrase.words(
    "_the_rule",
    "this | this rule | the rule | that | that rule | this limit | the limit | this check | the check | it | this "
    "requirement | the requirement | this bound | this condition",
)
phrase.words(
    "_not_of",
    "(does|do) not (apply|hold|count|matter) (to|for|in|on|with) | (does|do) not (concern|affect|cover|include|bind) | "
    "(is|are) not (meant|required|needed|necessary|binding) for | (must|should|shall) not be (applied to|applied for|"
    "checked for) | (is|are) not applied to | (is|are) not checked for | (is|are) (waived|lifted|suspended) for",
)
phrase.words(
    "_only_of",
    "(applies|holds|counts|is valid|is meant) only (to|for|in|on|with) | only (applies|holds|counts) (to|for|in|on|with) | "
    "is only (valid|meant|checked) for | only (concerns|affects|covers) | (concerns|affects|covers) only",
)
phrase.words(
    "_the_exception",
    "[the|an|our] [only|one|single] exception (is|are|:) | [the|our] [only] exceptions (are|:) | [the|an|our] [only|one] "
    "exception to (this|this rule|it) (is|:)",
)
phrase.words(
    "_be_exempt",
    "_be (exempt|exempted|excluded|excepted|released|free) from (this|this rule|the rule|it|that|this check|this "
    "requirement) | _be [an|the] [only] (exception|exceptions) | _be not (affected|concerned|covered|bound) [by (this|it|"
    "this rule|the rule)] | _be allowed to deviate | need not (fulfil|meet|satisfy|obey|follow) (this|it|this rule) | "
    "do not have to (fulfil|meet|satisfy|obey|follow) (this|it|this rule)",
)


@phrase("remark", "[but] _the_rule _not_of <rows>", "_the_exception <rows>", cost=0.02)
@phrase("remark", "[but] <rows> _be_exempt", cost=0.02)
def not_of_these(rows: RowSet) -> Modifier | None:
    """This does not apply to cancelled bookings."""
    return None if rows.where is None else _spared(rows.where)


@phrase(
    "remark",
    "[but] _the_rule (does not|do not) (apply|hold|count|matter) (if|when|where|whenever|while) <clauses>",
    "[but] not (if|when|where) <clauses>",
    cost=0.02,
)
def not_when(condition: Predicate) -> Modifier:
    """This does not apply when the status is Cancelled."""
    return _spared(condition)


def _spared(condition: Predicate) -> Modifier:
    return remark("left-out", condition=condition, texts=("limits", "of-this"))


phrase.words(
    "_judge_only",
    "(check|test|judge|look at|consider) (only|just) | (only|just) (check|test|judge|look at|consider)",
)
phrase.words(
    "_look_at_these", "check | check it for | check this for | check only | test | look at"
)


@phrase("remark", "[but] _judge_only [it|this] [for|in] <rows>", cost=0.02)
@phrase("remark", "[but] _look_at_these <rows> (only|alone)", cost=0.02)
@phrase(
    "remark", "_look_at_these [the] (rows|records|lines|entries|cases) where <clauses>", cost=0.02
)
@phrase("remark", "[but] _the_rule _only_of <rows>", cost=0.02)
@phrase(
    "remark",
    "[but] _the_rule (applies|holds|counts|is valid|is meant) (to|for|in|on|with) <rows> (only|alone)",
    cost=0.02,
)
def only_of_these(rows: RowSet | Predicate) -> Modifier | None:
    """This applies to cancelled bookings only."""
    where = rows.where if isinstance(rows, RowSet) else rows
    return None if where is None else remark("only", condition=where, texts=("of-this",))


# Within the rule --------------------------------------------------------------------------------

phrase.words(
    "_but_for",
    "except | except for | excepting | excluding | other than | apart from | not for | save | save for | but not for | "
    "with the exception of | exception :",
)


@phrase("stmt", r"<stmt> \( _but_for [where|when|with] <told_value> \)", cost=0.02)
@phrase("stmt", "<stmt> , _but_for [where|when|with] <told_value>", cost=0.05)
def but_for_value(told: Statement, condition: Predicate) -> Statement | None:
    """total >= 50 (except status Cancelled)."""
    return narrowed(told, RowSet(where=Unless(part=condition)))


@phrase("told_value", "<cell> [is|=|:|of] (<text>|<bare>|<number>|<or_list>)")
def told_value(of: Cell, found: Constant | tuple[Constant, ...]) -> Predicate | None:
    """Status Cancelled: a column and a value of it, or several."""
    return one_of(of, found if isinstance(found, tuple) else (found,))


@phrase("told_value", "<cell> [is|=|:|of] <adjective>")
def told_adjective(of: Cell, found: Predicate) -> Predicate | None:
    """Status Cancelled, as the data know it."""
    if not isinstance(found, Compare) or not isinstance(found.left, Cell):
        return None
    return found if found.left.column == of.column else None


phrase.words("_those", "those | the ones | ones | these | the rows | rows")
phrase.words(
    "_all_other_than",
    "other than | except | except for | apart from | with the exception of | save",
)


@phrase(
    "rows",
    "<rows> _all_other_than _those <rel>",
    "<rows> , _all_other_than _those <rel> ,",
    cost=0.02,
)
@phrase("rows", r"<rows> \( _all_other_than _those <rel> \)", cost=0.02)
def but_those(rows: RowSet, condition: Predicate) -> RowSet:
    """Bookings other than those with status Cancelled."""
    inner = condition.part if isinstance(condition, Not) else condition
    is_presence = isinstance(inner, Missing)
    return rows.that(not_(condition) if is_presence else Unless(part=condition))


@phrase("rows", "<rows> , _all_other_than [the] <adjective> (ones|one) ,", cost=0.02)
@phrase("rows", "<rows> , _all_other_than <noun> ,", cost=0.05)
def but_such_ones(rows: RowSet, other: Predicate | RowSet) -> RowSet | None:
    """Tickets, other than refunded ones, which …"""
    condition = other.where if isinstance(other, RowSet) else other
    if isinstance(other, RowSet) and other.table not in ("", rows.table):
        return None
    return None if condition is None else rows.that(Unless(part=condition))


phrase.words(
    "_not_having", "[,] without (having|showing|carrying|holding|bearing|being in|being of)"
)


def _is_either(told: Predicate) -> bool:
    """A price below 5 or more than 3 bags: what it must not be without may be of the last alone."""
    cells = [
        {each.column for each in walk(part) if isinstance(each, Cell)}
        for part in (told.parts if isinstance(told, AnyOf) else ())
    ]
    return any(each != cells[0] for each in cells)


@phrase("stmt", "which <rows> <rowvp> _not_having <told_value> [?]", cost=0.02)
@phrase("stmt", "no <rows> _may <rowvp> _not_having <told_value>", cost=0.02)
@phrase("stmt", "<rows> _must_not <rowvp> _not_having <told_value>", cost=0.02)
def none_without(rows: RowSet, told: Predicate, condition: Predicate) -> Statement | None:
    """No booking may have a total below 50 without having the status Cancelled."""
    if _is_either(told):
        return None
    return rule(not_(told), rows.table, both(rows.where, Unless(part=condition)))


@phrase("stmt", "which <rows> <rowvp> _not_having [a|an|any] <cell> [?]", cost=0.02)
@phrase("stmt", "no <rows> _may <rowvp> _not_having [a|an|any] <cell>", cost=0.02)
@phrase("stmt", "<rows> _must_not <rowvp> _not_having [a|an|any] <cell>", cost=0.02)
def none_lacking(rows: RowSet, told: Predicate, of: Cell) -> Statement | None:
    """No ticket may have a price below 5 without having a voucher."""
    if _is_either(told):
        return None
    return rule(not_(told), rows.table, both(rows.where, Missing(of=of)))


@phrase("stmt", "_flag <rows> _not_having <told_value>", cost=0.02)
@phrase("stmt", "(are|is) there [any] <rows> _not_having <told_value> [?]", cost=0.02)
def flag_without(rows: RowSet, condition: Predicate) -> Statement | None:
    """Flag bookings with a total below 50 without having the status Cancelled."""
    if rows.where is None:
        return None
    return none_without(RowSet(table=rows.table), rows.where, condition)


@phrase("stmt", "_flag <rows> _not_having [a|an|any] <cell>", cost=0.02)
@phrase("stmt", "(are|is) there [any] <rows> _not_having [a|an|any] <cell> [?]", cost=0.02)
def flag_lacking(rows: RowSet, of: Cell) -> Statement | None:
    """Flag tickets with a price below 5 without having a voucher."""
    return None if rows.where is None else none_lacking(RowSet(table=rows.table), rows.where, of)


phrase.words(
    "_let_only",
    "(is|are) (only|just) (allowed|permitted|accepted|possible|acceptable|valid|ok|okay|fine|tolerated|admitted) | (is|are) "
    "(allowed|permitted|accepted|possible|acceptable|valid|ok|okay|fine|tolerated|admitted) (only|just|exclusively) | "
    "(may|can|should|must) only (occur|appear|exist|be found|be used|be there|be allowed|happen) | (may|can|should|must) "
    "(occur|appear|exist|be found|be used|be there|happen) only",
)


@phrase("stmt", "<such_value> _let_only (for|in|with|on|among|within) <rows>", cost=0.02)
def only_for_these(found: SuchValue, rows: RowSet) -> Statement | None:
    """Totals below 50 are only allowed for bookings with status Cancelled."""
    if rows.where is None:
        return None
    return rule(
        not_(about(found.told, found.of)), rows.table, Unless(part=rows.where), subject=found.of
    )


@phrase("stmt", "<such_value> _let_only (if|when|where|whenever) <clauses>", cost=0.02)
def only_if(found: SuchValue, condition: Predicate) -> Statement | None:
    """Totals below 50 are allowed only if the status is Cancelled."""
    return only_for_these(found, RowSet(where=condition))
