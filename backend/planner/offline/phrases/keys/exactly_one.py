"""Phrases for groups that have one and only one row of a kind, or just so many; no other number is right.

Each hall has precisely one press; flag halls that have no press or more than one; no hall may have
zero presses, and none may have several.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import denied
from backend.planner.offline.phrases.measures.group_claims import (
    Many,
    holds,
    is_outer,
    many,
    of_groups,
)
from backend.rules.language.terms import Constant, Predicate
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, number

phrase = Phrases()

# Just so many -----------------------------------------------------------------------------------

phrase.words(
    "_one_alone",
    "one and only one | one , and only one , | one and no more than one | one and just one",
)
phrase.words(
    "_just_this_many",
    "exactly | precisely | no more and no (less|fewer) than | no (less|fewer) and no more than",
)
phrase.words(
    "_just_this_many", "neither more nor (less|fewer) than | neither (less|fewer) nor more than"
)


@phrase("just_many", "_one_alone <kind_of_rows>")
def just_one(rows: RowSet) -> Many | None:
    """One and only one press."""
    return many(compare(IT, "==", number(1)), rows)


@phrase("just_many", "_just_this_many <number> <kind_of_rows>")
def just_so_many(total: Constant, rows: RowSet) -> Many | None:
    """Precisely one press."""
    return many(compare(IT, "==", total), rows)


@phrase("kind_of_rows", "<rows>")
def kind_of_rows(rows: RowSet) -> RowSet:
    """Presses."""
    return rows


@phrase("kind_of_rows", "_row <rel> (in|of) [table|file|sheet] <table>")
def rows_of_kind_in(told: Predicate, table: str) -> RowSet:
    """Row with the kind press in machines."""
    return RowSet(table=table, where=told)


# Another number ---------------------------------------------------------------------------------

phrase.words(
    "_several_of_them",
    "(several|multiple|many|two or more|more than one|more than 1) [of them|ones]",
)
phrase.words("_none_of_it", "no | zero | not any | not a single | 0")
phrase.words(
    "_more_or_fewer",
    "(more|fewer|less) or (more|fewer|less) than | (other than|not exactly|not precisely|anything but)",
)


@phrase("off_many", "_none_of_it <rows> or [has|have|with] _several_of_them [<noun>]")
@phrase("off_many", "_none_of_it or [has|have|with] _several_of_them <rows>")
@phrase("off_many", "(either|both) _none_of_it <rows> or [has|have|with] _several_of_them [<noun>]")
def none_or_several(rows: RowSet, again: RowSet | None = None) -> Many | None:
    """No press or more than one."""
    is_same = again is None or (again.where is None and again.table in ("", rows.table))
    return many(compare(IT, "!=", number(1)), rows) if is_same else None


@phrase("off_many", "_more_or_fewer <number> <rows>", "_more_or_fewer one and only one <rows>")
def another_number(*parts: Any) -> Many | None:
    """More or less than one press."""
    total = next((part for part in parts if isinstance(part, Constant)), number(1))
    return many(compare(IT, "!=", total), parts[-1])


@phrase("off_without", "without [a|an|any] <rows> or with _several_of_them [<noun>]")
@phrase("off_without", "with no <rows> or with _several_of_them [<noun>]", "with <off_many>")
@phrase("off_without", "(that|which) (has|have) <off_many>", "having <off_many>")
@phrase("off_without", "that (does|do) not have <just_many>", "without <just_many>", cost=0.02)
def without_or_with_several(found: RowSet | Many, again: RowSet | None = None) -> Many | None:
    """Without a press or with several."""
    if isinstance(found, RowSet):
        return none_or_several(found, again)
    bound = found.bound.model_copy(update={"sign": "!="})
    return found._replace(bound=bound)


@phrase("many", "(zero|0) <rows>", cost=0.05)
def many_zero(rows: RowSet) -> Many | None:
    """Zero presses."""
    return many(compare(IT, "==", number(0)), rows)


# Frames -----------------------------------------------------------------------------------------


def _each(by: Keys, told: Many) -> Statement | None:
    claim = holds(told)
    return None if claim is None else of_groups(by, claim)


@phrase("stmt", "<each_group> [_must] _has_many <just_many> [, _neither_more_nor_fewer]", cost=0.02)
@phrase("stmt", "<keys> _must _has_many <just_many>", cost=0.1)
@phrase("stmt", "there [_must] _be <just_many> <by_group>", cost=0.02)
@phrase("stmt", "there (must|should|has to) be <just_many> <by_group>", cost=0.02)
@phrase("stmt", "<just_many> [_must be|is] [there|required|allowed] <by_group>", cost=0.05)
@phrase("stmt", "<by_group> [,|:] [there _must be] <just_many>", cost=0.02)
@phrase("stmt", "<by_group> [,] there (is|are) <just_many>", cost=0.02)
def each_has_just_this_many(*parts: Any) -> Statement | None:
    """Each hall has one and only one press; a hall without any has 0."""
    told = next(part for part in parts if isinstance(part, Many))
    return _each(next(part for part in parts if part is not told), told)


@phrase("stmt", "_flag [_each|all] <keys> <off_without>", cost=0.02)
@phrase("stmt", "(is|are) there [any|a|an] <keys> <off_without> [?]", cost=0.02)
@phrase("stmt", "there _must be no <keys> <off_without>", cost=0.02)
@phrase("stmt", "no <keys> (_may|is|are|may be|must be) <off_without>", cost=0.05)
@phrase("stmt", "no <keys> [_may] _has_many <off_many>", cost=0.02)
@phrase("stmt", "(<each_group>|<keys>) (_must_not|never|_do not) _has_many <off_many>", cost=0.02)
@phrase("stmt", "_sounded _once (any|a|an|one|some) <keys> _has_many <off_many>", cost=0.02)
def none_has_off(by: Keys, told: Many) -> Statement | None:
    """Flag halls that have no press or more than one."""
    right = told.bound.model_copy(update={"sign": "=="})
    return _each(by, told._replace(bound=right))


@phrase(
    "stmt",
    "no <keys> _may _has_many _none_of_it <rows> [,] (and|nor) no <keys> _may _has_many _several_of_them [<noun>]",
    "no <keys> _may _has_many _none_of_it <rows> [,] (and|nor) none [of them] _may _has_many _several_of_them [<noun>]",
    "no <keys> _may _has_many _several_of_them <rows> [,] (and|nor) no <keys> _may _has_many (none|no|zero) [<noun>]",
    cost=0.02,
)
def neither_none_nor_several(by: Keys, rows: RowSet, *more: Any) -> Statement | None:
    """No hall may have zero presses, and no hall may have more than one."""
    again = [part for part in more if isinstance(part, RowSet)]
    keys = [part for part in more if isinstance(part, tuple)]
    told = none_or_several(rows, *again)
    return none_has_off(by, told) if told is not None and all(key == by for key in keys) else None


# Without any ------------------------------------------------------------------------------------


@phrase("stmt", "_flag [_each|all] <keys> without [a|an|any|a single] <rows>", cost=0.2)
@phrase("stmt", "(is|are) there [any|a|an] <keys> without [a|an|any|a single] <rows> [?]", cost=0.2)
@phrase("stmt", "no <keys> (may|must|should|can) be without [a|an|any] <rows>", cost=0.2)
def none_without(by: Keys, rows: RowSet) -> Statement | None:
    """Is there a hall without a press? Of all its rows, some are such."""
    told = many(compare(IT, ">=", number(1)), rows)
    return None if told is None or rows.where is None else _each(by, told)


@phrase(
    "stmt",
    "there _must_not be <many> (<by_group>|<same_group>)",
    "(<by_group>|<same_group>) [,] there _must_not be <many>",
    cost=0.05,
)
@phrase(
    "stmt", "<many> _must_not (exist|be there|occur|be found) (<by_group>|<same_group>)", cost=0.05
)
def not_so_many_in_each(*parts: Any) -> Statement | None:
    """There must never be more than two machines in the same hall."""
    told = next(part for part in parts if isinstance(part, Many))
    claim = holds(told)
    if claim is None or not is_outer(claim):
        return None
    return of_groups(next(part for part in parts if part is not told), denied(claim))
