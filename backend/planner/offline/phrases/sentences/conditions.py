"""Phrases for what holds if, unless, only if, or if and only if something else does."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.equivalence import folded
from backend.planner.offline.phrases.sentences.rules import implication, narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Predicate, Unless, Value
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    not_,
)

phrase = Phrases()

phrase.words(
    "_iff",
    "if and only if | exactly when | exactly if | precisely when | precisely if | just when | "
    "when and only when | iff | whenever and only when",
)
phrase.words(
    "_vice_versa",
    "vice versa | vice-versa | and vice versa | and vice-versa | and the other way round | and "
    "the other way around | the other way round | and conversely | conversely | and the reverse | "
    "and only then | but only then | or the other way round | and the converse holds",
)
phrase.words("_stop_short", ", | ; | . | : | – | -")
phrase.words(
    "_else", "otherwise | else | if not | or else | in all other cases | in any other case"
)


def plain(statement: Statement) -> BrokenRows | None:
    """The statement's rule, if it is a condition on all rows."""
    told = statement.rule
    is_plain = isinstance(told, BrokenRows) and told.where is None
    return told if is_plain and isinstance(told, BrokenRows) else None


# Both ways ------------------------------------------------------------------------------------


@phrase("stmt", "<stmt> _iff <condition>", "_iff <condition> [,] [then] <stmt>")
def both_ways(*parts: Any) -> Statement | None:
    """A if and only if B."""
    statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    told = plain(statement)
    if told is None:
        return None
    either = any_of(all_of(told.must, condition), all_of(not_(told.must), not_(condition)))
    return statement.model_copy(update={"rule": told.model_copy(update={"must": either})})


@phrase(
    "stmt",
    "_if <clauses> [,|:] [then] <stmt> [_stop_short] _vice_versa",
    "_if <clauses> [,|:] [then] <stmt> (too|as well) [_stop_short] _vice_versa",
)
def and_vice_versa(condition: Predicate, statement: Statement) -> Statement | None:
    """If A then B, and the other way round."""
    return both_ways(told_of(condition, statement), condition)


@phrase("stmt", "<stmt> _if <clauses> [_stop_short] _vice_versa")
def vice_versa_after(statement: Statement, condition: Predicate) -> Statement | None:
    """B if A, and vice versa."""
    return both_ways(statement, condition)


@phrase("stmt", "<clause> [,] if <clause> [,] and only if it is", cost=0.05)
def if_and_only_if(first: Predicate, second: Predicate) -> Statement | None:
    """A if B and only if it is."""
    return both_ways(rule(first), second)


@phrase("stmt", "<stmt> (too|as well)", cost=0.02)
def too(statement: Statement) -> Statement:
    """… as well: nothing new."""
    return statement


def told_of(condition: Predicate, statement: Statement) -> Statement:
    """The consequence, its "it" filled with what the condition is about."""
    whole = implication(condition, statement)
    if whole is None or not isinstance(whole.rule, BrokenRows) or plain(statement) is None:
        return statement  # one with a condition of its own would lose that
    return whole.model_copy(update={"rule": whole.rule.model_copy(update={"where": None})})


phrase.words(
    "_is_let", "may | can | shall | is allowed to | are allowed to | is permitted to | is to"
)

# One way only ---------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<expr> _is_let be <adj> only (if|when|where|once) <condition>",
    "<expr> _is_let <verb> only (if|when|where|once) <condition>",
    "only (if|when|where|once) <condition> (may|can) <expr> be <adj>",
    "only (if|when|where|once) <condition> (may|can) <expr> <verb>",
    "<expr> (may|can) only be <adj> (if|when|where|once) <condition>",
    "<expr> (may|can) only <verb> (if|when|where|once) <condition>",
)
def only_if(*parts: Any) -> Statement:
    """A may be filled only if B: where it is, B must be so; what "must only if" asks is not plain."""
    values = [part for part in parts if not hasattr(part, "part") and _is_value(part)]
    subject = values[0]
    first, second = (part for part in parts if part is not subject)
    told, condition = (second, first) if parts[0] is not subject else (first, second)
    return rule(condition, where=about(told, subject), subject=subject)


_DUTY = "(must|should|has to|have to|needs to|need to)"


@phrase(
    "stmt",
    f"<expr> {_DUTY} be <adj> only (if|when|where|once) <condition>",
    f"<expr> {_DUTY} <verb> only (if|when|where|once) <condition>",
)
def duty_only_if(subject: Value, told: Predicate, condition: Predicate) -> Statement:
    """A must be filled only if B: nowhere else may it be …"""
    return only_if(subject, told, condition)


@phrase(
    "stmt",
    f"<expr> {_DUTY} be <adj> only (if|when|where|once) <condition>",
    f"<expr> {_DUTY} <verb> only (if|when|where|once) <condition>",
)
def duty_in_case(subject: Value, told: Predicate, condition: Predicate) -> Statement:
    """… or nowhere else it must: which of the two, the sentence does not tell."""
    return rule(about(told, subject), where=condition, subject=subject)


def _is_value(part: Any) -> bool:
    from backend.rules.language.terms import Cell, Lookup

    return isinstance(part, Cell | Lookup) or getattr(part, "type", "") in (
        "arithmetic", "apply", "it", "aggregate", "previous", "elapsed", "shifted",
    )  # fmt: skip


@phrase("stmt", "<clause> only (if|when|where) <condition>", cost=0.3)
def is_only_if(told: Predicate, condition: Predicate) -> Statement:
    """A is filled only if B."""
    return rule(condition, where=told)


# Otherwise ------------------------------------------------------------------------------------


def _certainly(condition: Predicate) -> Predicate:
    """True where the condition certainly is: the rows that "otherwise" does not speak of."""
    return Unless(part=Unless(part=condition))


def in_two_cases(condition: Predicate, then: Statement, other: Statement) -> Statement | None:
    """One duty where the condition holds, another one in all other rows."""
    first, second = narrowed(then, RowSet(where=condition)), plain(other)
    if first is None or not isinstance(first.rule, BrokenRows) or second is None:
        return None
    otherwise = any_of(_certainly(condition), second.must)
    must = all_of(folded(first.rule), otherwise)
    fresh = first.rule.model_copy(update={"must": must, "where": None})
    return then.model_copy(update={"rule": fresh})


@phrase("stmt", "_if <clauses> [,|:] [then] <stmt> [_stop_short] [and] _else [,|:] [then] <stmt>")
def if_then_else(condition: Predicate, then: Statement, other: Statement) -> Statement | None:
    """If A then B, otherwise C; an "it" of C is what B is about."""
    told = told_of(condition, then)
    if told.subject is not None:
        other = about(other, told.subject)
    return in_two_cases(condition, told, other)


@phrase(
    "stmt",
    "<expr> <duty> _if <clauses> [_stop_short] [and|but] [it] <duty> otherwise",
    "<expr> <duty> _if <clauses> [_stop_short] [and|but] _else [it] <duty>",
)
@phrase("stmt", "<expr> _must be <adj> _if <clauses> [_stop_short] [and|but] <adj> otherwise")
@phrase("stmt", "<expr> _must be <adj> _if <clauses> [_stop_short] [and|but] _else <adj>")
def if_else_after(subject: Value, then: Predicate, condition: Predicate, other: Predicate) -> Any:
    """B if A, and C otherwise."""
    first, second = rule(about(then, subject), subject=subject), rule(about(other, subject))
    return in_two_cases(condition, first, second)


@phrase("stmt", "<expr> <duty> unless <clauses> [,] in which case [it] <duty>")
def unless_in_which_case(
    subject: Value, usual: Predicate, condition: Predicate, then: Predicate
) -> Statement | None:
    """B unless A, in which case C."""
    first, second = rule(about(then, subject), subject=subject), rule(about(usual, subject))
    return in_two_cases(condition, first, second)


# Said short -----------------------------------------------------------------------------------


@phrase("stmt", "<expr> _must be <adj> _if <expr> _be")
def if_so(subject: Value, told: Predicate, other: Value) -> Statement:
    """A must be filled whenever B is."""
    return rule(about(told, subject), where=about(told, other), subject=subject)


@phrase("stmt", "<expr> _must be <adj> _if <expr> _be not")
def if_not(subject: Value, told: Predicate, other: Value) -> Statement:
    """A must be filled if B is not."""
    return rule(about(told, subject), where=not_(about(told, other)), subject=subject)


@phrase("stmt", "(in|for|at) <adjective> [,] <stmt>", "for <adjective> <rows> [,] <stmt>", cost=0.2)
@phrase("stmt", "<stmt> (in|for|at) <adjective>", cost=0.2)
def in_value(*parts: Any) -> Statement | None:
    """In the ICU, A must be filled: a value that only one column has."""
    statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement | RowSet))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    is_measure = isinstance(statement.rule, FailingMetrics)
    chosen = rows if is_measure else RowSet(where=rows.where)
    return narrowed(statement, chosen.that(condition))


@phrase("stmt", "<stmt> [,] _if (it|they) <rowvp>", cost=0.05)
def if_it(statement: Statement, told: Predicate) -> Statement | None:
    """Customers need a phone if they have no e-mail."""
    return None if statement.subject is not None else narrowed(statement, RowSet(where=told))
