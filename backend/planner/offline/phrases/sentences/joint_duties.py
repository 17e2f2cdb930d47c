"""Phrases for several duties under one head: a condition before all, a verb that the first has.

If paid, A must be filled and B must be 0. A must be above 0, B at most 3 and C below 4.
"""

from __future__ import annotations

from functools import reduce

from backend.planner.offline.phrases.sentences.conditions import plain, told_of
from backend.planner.offline.phrases.sentences.rules import implication, narrowed, rule
from backend.rules.language.terms import Constant, OneOf, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, one_of

phrase = Phrases()

phrase.words("_joined_to", ", and | , | ; | ; and | and | , but | but | , while | while")

Duties = tuple[Statement, ...]
Gaps = tuple[tuple[Value, Predicate], ...]


# A verb that only the first has ---------------------------------------------------------------


@phrase("gaps", "<expr> <adj>", cost=0.05)
def gap(of: Value, told: Predicate) -> Gaps:
    """B at most 3."""
    return ((of, told),)


@phrase("gaps", "<expr> <adj> _joined_to <gaps>", cost=0.05)
def gaps(of: Value, told: Predicate, others: Gaps) -> Gaps:
    """B at most 3 and C below 4."""
    return ((of, told), *others)


@phrase("stmt", "<expr> _must be <adj> _joined_to <gaps>", cost=0.05)
def duties_of_each(of: Value, told: Predicate, others: Gaps) -> Statement | None:
    """Lat must be between -90 and 90 and lon between -180 and 180."""
    parts = ((of, told), *others)
    if len({each for each, _ in parts}) < len(parts):
        return None
    return rule(all_of(*(about(said, each) for each, said in parts)))


@phrase("only_these", "<cell> [only|just] <any_list> [only|alone]")
def only_these(of: Value, options: tuple[Constant, ...]) -> Gaps:
    """The child only Y and N."""
    return ((of, one_of(IT, options)),)


@phrase("only_these", "<only_these> _joined_to <only_these>")
def more_of_these(some: Gaps, others: Gaps) -> Gaps:
    """The child only Y and N and the grade only A and B."""
    return (*some, *others)


@phrase("stmt", "<allowed> [only] _joined_to <only_these>", cost=0.02)
def lists_of_each(told: Predicate, others: Gaps) -> Statement | None:
    """The status takes only S and M, the child only Y and N."""
    of = told.of if isinstance(told, OneOf) else None
    if of is None or of in {each for each, _ in others}:
        return None
    return rule(all_of(told, *(about(said, each) for each, said in others)))


@phrase("stmt", "<expr> (may|can) [only] be <adj> [only] _joined_to <gaps>", cost=0.1)
def choices_of_each(of: Value, told: Predicate, others: Gaps) -> Statement | None:
    """The sex can be M or F and the status S or M."""
    said = (told, *(each for _, each in others))
    return (
        duties_of_each(of, told, others) if all(isinstance(each, OneOf) for each in said) else None
    )


# A condition before all -----------------------------------------------------------------------


@phrase("duties", "<stmt> [,|;] and <stmt>")
def two_duties(one: Statement, other: Statement) -> Duties:
    """A must be filled and B must be 0."""
    return one, other


@phrase("duties", "<stmt> (,|;) <duties>")
def more_duties(one: Statement, others: Duties) -> Duties:
    """A must be filled, B must be 0 and C must be above 3."""
    return one, *others


@phrase("stmt", "_if <clauses> [,|:] [then] <duties>", cost=0.05)
@phrase("stmt", "[a|an|the] <feature> (means|implies) [that] <duties>", cost=0.05)
@phrase("stmt", "[a|an|the] <feature> _means_idly [then] <duties>", cost=0.05)
@phrase("stmt", "(in|for|at) <adjective> [,|:] <duties>", cost=0.2)
def duties_if(condition: Predicate, duties: Duties) -> Statement | None:
    """If A then B and C."""
    first, *others = duties
    told = told_of(condition, first)
    if told.subject is not None:
        others = [about(each, told.subject) for each in others]
    joint = _joint((told, *others))
    return None if joint is None else narrowed(joint, RowSet(where=condition))


@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] <duties>", cost=0.05)
def duties_if_rows(found: RowSet, told: Predicate, duties: Duties) -> Statement | None:
    """If an order is paid, A and B."""
    joint = _joint(duties)
    return None if joint is None else implication(found, told, joint)


@phrase("stmt", "(for|in|among) <rows> [,|:] <duties>", cost=0.1)
def duties_of_rows(found: RowSet, duties: Duties) -> Statement | None:
    """For paid orders, A and B."""
    joint = _joint(duties)
    return None if joint is None or joint.rule.table else narrowed(joint, found)


def _joint(duties: Duties) -> Statement | None:
    """One statement of several about the same rows; None where one of them is no plain condition."""
    rules = [told for told in map(plain, duties) if told is not None]
    if len(rules) < len(duties) or len({each.table for each in rules}) > 1:
        return None
    must = reduce(all_of, (each.must for each in rules))
    return duties[0].model_copy(update={"rule": rules[0].model_copy(update={"must": must})})
