"""Phrases for what the rows of a group hold: two sizes per aisle, no mixing, a male and a female."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.group_claims import of_groups
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.all_occur import Counted
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()

# Kinds in a group -------------------------------------------------------------------------------


@phrase("stmt", "<different_cells> <by_group>", "<by_group> [,|:] <different_cells>", cost=0.08)
def kinds_per_group(*parts: Any) -> Statement | None:
    """At least two different sizes per aisle."""
    by = next(part for part in parts if isinstance(part, tuple))
    told = next(part for part in parts if not isinstance(part, tuple))
    return of_groups(by, statement(told))


phrase.words("_mixes", "mix | combine | mix up | have mixed | contain mixed | hold mixed")
phrase.words("_mixed_up", "be mixed | mix | be mixed up | be combined")


@phrase("stmt", "no <cell> _may _mixes [different] <cell>", "no <cell> mixes [different] <cell>")
@phrase("stmt", "_each <cell> _must_not _mixes [different] <cell>", cost=0.02)
def no_mixing(key: Value, of: Value) -> Statement | None:
    """No aisle may mix sizes."""
    return _rule(key, of)


@phrase(
    "stmt", "<cell> _must_not _mixed_up (within|in|inside|on|at|per) (a|an|one|the same|any) <cell>"
)
@phrase("stmt", "[different] <cell> _must_not _mixed_up (within|in|on|at) (a|an|one|any) <cell>")
def not_mixed(of: Value, key: Value) -> Statement | None:
    """Sizes must not be mixed within an aisle."""
    return _rule(key, of)


# Rows of several kinds in a group ---------------------------------------------------------------


@phrase("stmt", "<each_group> _must _holds <counted_sorts>", cost=0.06)
@phrase("stmt", "<each_group> _holds <counted_sorts>", cost=0.3)
@phrase("stmt", "<by_group> [,] there (must|should) be <counted_sorts>", cost=0.06)
def group_holds_sorts(by: Keys, found: Counted) -> Statement | None:
    """Each island must have at least one male and one female."""
    tables = {_table(rows) for _, rows in found[1]}
    if len(tables) != 1:
        return None
    table = tables.pop()
    told = [
        about(bound, count(rows.model_copy(update={"table": table}))) for bound, rows in found[1]
    ]
    return per_group(by, all_of(*told), table)


def _table(rows: RowSet) -> str:
    where = rows.where
    cell = where.left if isinstance(where, Compare) else None
    return cell.table if isinstance(cell, Cell) else rows.table


@phrase("stmt", "no <keys> [_may be] without [a|any|a single|some] <rows>", cost=0.2)
@phrase("stmt", "no <keys> _may (lack|be without|miss) [any|all] <rows>", cost=0.2)
def none_without(by: Keys, rows: RowSet) -> Statement | None:
    """No island without Adelie penguins: a group has one of them at least."""
    if rows.where is None or rows.each:
        return None
    return per_group(by, compare(count(rows), ">=", number(1)), rows.table)


@phrase("stmt", "<adjective> _must have [at least one|some|a|any] <rows>", cost=0.2)
@phrase("stmt", "there _must be [at least one|some|a] <rows> (on|in|at) <adjective>", cost=0.1)
def place_has(*parts: Any) -> Statement | None:
    """Biscoe must have Gentoo penguins."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    where = next(part for part in parts if not isinstance(part, RowSet))
    if rows.where is None or rows.each or not isinstance(where, Compare):
        return None
    return statement(compare(count(rows.that(where)), ">=", number(1)), (), rows.table)


# So many of one kind ----------------------------------------------------------------------------


@phrase(
    "stmt", "no <keys> (_may have|has|have) (two|several|multiple|two or more) <rows>", cost=0.1
)
@phrase("stmt", "no <keys> (_may have|has|have) more than one <rows>", cost=-0.4)
def not_two_of_kind(by: Keys, rows: RowSet) -> Statement | None:
    """No agent has two open tickets."""
    if rows.where is None or rows.each:
        return None
    return per_group(by, compare(count(rows), "<=", number(1)), rows.table)


# A value of one column for each of another ------------------------------------------------------

phrase.words(
    "_calls_for",
    "means | is | stands for | goes with | = | implies | requires | needs | must be | belongs to | comes with | "
    "must have | must go with | has | :",
)
phrase.words(
    "_go_together",
    "go together | belong together | must match | must fit | must go together | match | fit",
)


@phrase("case_side", "<cell> <option>", cost=0.05)
def case_side(of: Value, wanted: Constant) -> Compare | None:
    """Grade 1."""
    return compare(of, "==", wanted) if isinstance(of, Cell) else None


@phrase("case_told", "<case_side> _calls_for <case_side>")
def case_told(left: Compare, right: Compare) -> tuple[Compare, Compare] | None:
    """Grade 1 means size S."""
    return None if left.left == right.left else (left, right)


@phrase("case_told", "<case_side> _calls_for <adjective>", cost=0.1)
def case_by_value(left: Compare, right: Predicate) -> tuple[Compare, Compare] | None:
    """Grade 1 means S."""
    if not isinstance(right, Compare) or right.sign != "==" or right.left == left.left:
        return None
    return left, right


@phrase("cases_told", "<case_told> (,|;|and|, and) <case_told>")
@phrase("cases_told", "<cases_told> (,|;|and|, and) <case_told>")
def cases_told(*parts: Any) -> tuple[Any, ...] | None:
    """Grade 1 means S, grade 2 means M."""
    first = parts[0] if isinstance(parts[0][0], tuple) else (parts[0],)
    found = (*first, parts[1])
    pairs = {(_column(left), _column(right)) for left, right in found}
    is_plain = len(pairs) == 1 and len({left.right for left, _ in found}) == len(found)
    return found if is_plain else None


def _column(told: Compare) -> str:
    return told.left.column if isinstance(told.left, Cell) else ""


@phrase("stmt", "<cases_told>", cost=0.1)
@phrase("stmt", "<pair_of_cells> _go_together (:|;|–|-|.) <cases_told>", cost=0.05)
def all_cases(*parts: Any) -> Statement | None:
    """Grade and size go together: grade 1 means S, grade 2 means M."""
    found = parts[-1]
    if len(parts) > 1 and {_name(part) for part in parts[0]} != {
        _column(side) for side in found[0]
    }:
        return None
    return rule(all_of(*(any_of(not_(left), right) for left, right in found)))


def _name(of: Value) -> str:
    return of.column if isinstance(of, Cell) else "?"


@phrase(
    "stmt",
    "<cell> <option> [_may occur|may be used|occurs] only (with|for|at|in|on) <cell> <option>",
    cost=0.1,
)
@phrase(
    "stmt",
    "<cell> <option> [_may occur|may be used|occurs] only (with|for|at|in|on) <cell> (<or_list>|<and_list>)",
    cost=0.1,
)
def only_with_value(of: Value, value: Constant, other: Value, wanted: Any) -> Statement | None:
    """Size S only with grade 1."""
    if of == other or not isinstance(of, Cell) or not isinstance(other, Cell):
        return None
    options = wanted if isinstance(wanted, tuple) else (wanted,)
    return rule(one_of(other, options), where=compare(of, "==", value))


@phrase(
    "stmt",
    "_each <cell> _may (be used|be held|be owned|be taken) by (one|a single|only one) <cell> [only|at most]",
)
def used_by_one(key: Value, of: Value) -> Statement | None:
    """Each voucher may be used by one person only."""
    return _rule(key, of)
