"""Phrases for what nobody wants: we never want to see a fee of 0; alert on any fee below 0.

These frames are of values and of rows alike.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue, none_of_them
from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about, any_of, not_

phrase = Phrases()

phrase.words(
    "_never_see",
    "we never want to see | we do not want to see | we never want | we do not want | i never want to "
    "see | i do not want to see | nobody wants to see | no one wants to see | we do not want to have | "
    "we never want to have | we must never see | we should never see | we must not see | we should not "
    "see | we must never have | we should never have | we must not have | we should not have | we do "
    "not accept | we never accept | we do not allow | we never allow | we do not tolerate | we never "
    "tolerate | we can not have | we can not accept | we refuse | we reject",
)
phrase.words(
    "_alert_on",
    "alert on | alert me on | alert us on | alert about | warn on | warn about | warn me about | warn us "
    "about | raise an alert on | raise an alert for | raise an alarm for | raise an error for | raise an "
    "error on | give an error for | fail on | fail for | complain about | stumble over | send an alert "
    "for | throw an error for | notify me of | notify us of | inform us of | inform me of | inform us "
    "about | inform me about",
)
phrase.words(
    "_makes_no_sense",
    "make no sense | makes no sense | do not make sense | does not make sense | (do|does) not exist | "
    "(can|may|must|should) not exist | have no place here | has no place here | are of no use | never "
    "(occur|occurs|exist|exists|happen|happens) | can not (occur|happen|be right|be true|be correct) | "
    "are nonsense | is nonsense",
)
phrase.words("_a_must", "required | needed | mandatory | obligatory | compulsory | is a must")


@phrase(
    "stmt",
    "_never_see [a|an|any] <such_value>",
    "_alert_on [a|an|any|every|each|all] <such_value>",
    "[a|an|any|all] <such_value> _makes_no_sense",
    "[a|an|any|every|each|all] <such_value> _must be _looked_at",
    cost=0.1,
)
def unwanted_values(such: SuchValue) -> Statement:
    """We never want to see a fee of 0."""
    return none_of_them(such)


@phrase("stmt", "_alert_on [a|an|any|every|each|all] <rows>", cost=0.05)
@phrase("stmt", "_never_see [a|an|any] <rows>", cost=0.05)
@phrase(
    "stmt",
    "[a|an|any|every|each|all] <rows> _makes_no_sense and (must|should|has to|have to|is to|are to) be _looked_at",
    cost=0.05,
)
def unwanted_rows(rows: RowSet) -> Statement | None:
    """Alert on any order without a date."""
    return None if rows.where is None else flag(rows)


@phrase(
    "stmt", "(verify|ensure|make sure|requirement|expectation|assert|expected) : <stmt>", cost=0.02
)
def to_be_verified(told: Statement) -> Statement:
    """Verify: the fee is above 0."""
    return told


phrase.widen("_flag", "find me | find us | dig out | pull up | pull out")


@phrase("stmt", "_if <clauses> [,|:] [then] [this|that|such] <noun> _be _wrong", cost=0.05)
def such_a_row_is_wrong(condition: Predicate, rows: RowSet) -> Statement | None:
    """Whenever the fee is 0, the order is wrong."""
    return None if rows.where is not None else rule(not_(condition), rows.table)


@phrase("remark", "(otherwise|or else|if not) [,] _do_flag [this|that|such] <noun>", cost=0.02)
def otherwise_flag(rows: RowSet) -> Modifier | None:
    """Otherwise flag the order, which is what a rule does."""
    return None if rows.where is not None else remark("flag-them")


@phrase("stmt", "<adj> <cell> _a_must", cost=0.2)
def such_is_needed(told: Predicate, of: Cell) -> Statement:
    """Positive fee required."""
    return rule(about(told, of), subject=of)


@phrase("adj", "<adj> [,] (let alone|much less|not to mention|never mind) <adj>", cost=0.1)
def let_alone(weak: Predicate, strong: Predicate) -> Predicate:
    """It cannot be zero, let alone negative: neither of the two."""
    return any_of(weak, strong)
