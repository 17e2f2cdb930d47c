"""Phrases for what rows have and do."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.held_values import is_one_of_its_values, stands_in
from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    How,
    It,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Today,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()

phrase.widen("_string", "word | text | prefix | suffix | string | letters | letter | phrase")


# Features: what rows have ---------------------------------------------------------------------


@phrase(
    "feature",
    "[any] <expr> <adj>",
    "<expr> that <vp>",
    "<expr> (of|equal to) <operand>",
    "<expr> set to <operand>",
)
def feature(subject: Value, told: Any) -> Predicate | None:
    """A column that is so; a tracking number is a column and not one that holds numbers."""
    if isinstance(told, Matches) and told.how == How.FORMAT and told.text == "number":
        return None
    if isinstance(told, Compare | OneOf | Missing) or _has_hole(told):
        condition: Predicate = about(told, subject)
        return condition
    return compare(subject, "==", told)


def _has_hole(told: Any) -> bool:
    from backend.contracts.contract import Contract
    from backend.rules.language.walk import walk

    return isinstance(told, Contract) and any(isinstance(part, It) for part in walk(told))


@phrase("feature", "[any] <expr> <verb>", "<expr> _that <vp>", cost=0.05)
def verb_feature(subject: Value, told: Predicate) -> Predicate:
    """A column that does something."""
    return about(told, subject)


@phrase("feature", "<adj> <cell>", cost=0.15)
def adjective_feature(told: Predicate, subject: Value) -> Predicate | None:
    """A negative price; so many tracks are counted, their key is not measured."""
    is_amount = isinstance(told, Compare) and (told.sign not in ("==", "!=") or _is_number(told))
    if is_amount and isinstance(subject, Cell) and is_key(subject.column):
        return None
    if isinstance(told, Compare) and told.sign == "==" and _is_plain_word(told.right):
        return is_one_of_its_values(subject, (told.right,))  # type: ignore[arg-type]
    return about(_counting(told), subject)


def _is_plain_word(right: Value) -> bool:
    return isinstance(right, Constant) and right.unquoted and right.reads == Reads.TEXT


def _counting(told: Predicate) -> Predicate:
    """One door: a number before its noun counts, and is no text such as "1"."""
    if not isinstance(told, Compare) or told.sign != "==" or not _is_number(told):
        return told
    return told.model_copy(update={"right": told.right.model_copy(update={"unquoted": True})})


def _is_number(told: Compare) -> bool:
    return isinstance(told.right, Constant) and told.right.reads == Reads.NUMBER


@phrase(
    "feature",
    "<cell> <text>",
    "<cell> <bare>",
    "<cell> <number>",
    "<text> <cell>",
    "<cell> <amount>",
)
def value_feature(*parts: Value) -> Predicate:
    """Status paid."""
    if isinstance(parts[0], Cell):
        return compare(parts[0], "==", parts[1])
    return _counting(compare(parts[1], "==", parts[0]))


@phrase("feature", "<cell> of <adj>", cost=0.05)
def feature_of(subject: Value, told: Predicate) -> Predicate:
    """A score of at least 15."""
    return about(told, subject)


@phrase(
    "feature",
    "<cell> [of] <or_list>",
    "<cell> (in|among) <any_list>",
    "<cell> <comma_list>",
    cost=0.05,
)
def list_feature(cell: Value, options: tuple[Constant, ...]) -> Predicate:
    """Status paid or open."""
    return one_of(cell, options)


@phrase(
    "feature",
    "[any] (valid|known|given|recorded)? <cell>",
    "[any|some|its|their] <cell>",
    "(known|recorded|filled|given|non-empty) <cell>",
    "[any] <cell> (set|given|filled in|filled|recorded)",
    cost=0.3,
)
def presence(subject: Value) -> Predicate:
    """A column that is filled."""
    return not_(Missing(of=subject))


@phrase("feature", "<feature> but <feature>", cost=0.15)
def feature_but(left: Predicate, right: Predicate) -> Predicate:
    """A price but no fee."""
    return all_of(left, right)


@phrase("feature", "<feature> and <feature>", cost=0.15)
def two_features(left: Predicate, right: Predicate) -> Predicate | None:
    """A price above 10 and a fee of 3; "an empty price and fee" speaks of both at once.

    Of "a price or a fee and a name" it is not clear what belongs together.
    """
    if isinstance(left, AnyOf) or isinstance(right, AnyOf):
        return None
    return None if _is_presence(right) and not _is_presence(left) else all_of(left, right)


def _is_presence(told: Predicate) -> bool:
    return isinstance(told, Not) and isinstance(told.part, Missing)


@phrase("feature", "<cell> <sign> (<text>|<bare>|<sum>)")
def sign_feature(subject: Value, sign: str, right: Value) -> Predicate:
    """Score > 20."""
    return compare(subject, sign, right)


@phrase("feature", "<subjects> (filled|given|set|filled in|recorded)")
@phrase("feature", "<subjects>", cost=0.3)
def presence_many(subjects: Subjects) -> Predicate:
    """Columns that are filled."""
    return about_all(not_(Missing(of=IT)), subjects)


@phrase(
    "feature",
    "no <cell>",
    "(neither|no) <cell> (value|set|given)",
    "(missing|empty|blank) <cell>",
    "nothing in <cell>",
)
def absence(subject: Value) -> Predicate:
    """A column that is empty."""
    return Missing(of=subject)


@phrase(
    "feature", "neither <cell> nor <cell> [either]", "no <cell> (or|nor|and no) <cell> [either]"
)
def absences(left: Value, right: Value) -> Predicate:
    """Both empty."""
    return all_of(Missing(of=left), Missing(of=right))


for _head, _sign in (
    ("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly", "=="), ("only", "=="),
):  # fmt: skip
    phrase("feature", f"{_head} <number> [matching|corresponding] <rows>")(
        lambda count, rows, sign=_sign: count_of(rows, sign, count)
    )
phrase("feature", "<number> <rows>", cost=0.2)(lambda count, rows: count_of(rows, "==", count))
phrase("feature", "<number> or more <rows>")(lambda count, rows: count_of(rows, ">=", count))


def count_of(rows: RowSet, sign: str, count: Value) -> Predicate | None:
    """How many rows of another table belong to this one."""
    if not rows.table:
        return None
    if sign == ">=" and isinstance(count, Constant) and count.value == 1:
        return exists(rows)
    aggregate = Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=OWN_KEY)
    return compare(aggregate, sign, count)


@phrase("feature", "[any|some|at least one|a matching|a corresponding|matching] <rows>", cost=0.4)
def any_rows(found: RowSet) -> Predicate | None:
    """At least one row of another table."""
    return exists(found) if found.table else None


@phrase("feature", "no <rows>", "not (a single|one|any) <rows>", "not a single <rows>", cost=0.1)
def no_rows(found: RowSet) -> Predicate | None:
    """No row of another table."""
    return not_(exists(found)) if found.table else None


@phrase("feature", "<text> in [its|their|the] <cell>", cost=0.0)
def stands_there(text: Constant, subject: Value) -> Predicate:
    """'XX' in country."""
    return stands_in(subject, str(text.value))


@phrase(
    "feature",
    "_string <text> in [its|their|the] <cell>",
    "[_string] <text> (inside|within) [its|their|the] <cell>",
    "[_string] <text> (anywhere|somewhere) in <cell>",
)
def text_in(text: Constant, subject: Value) -> Predicate:
    """The prefix 'Mr.' in Name."""
    return Matches(of=subject, how=How.CONTAINS, text=str(text.value))


@phrase("feature", "<sign_mark> (in|inside|within) [its|their|the] <cell>")
def sign_in(mark: str, subject: Value) -> Predicate:
    """A space in the name."""
    return Matches(of=subject, how=How.CONTAINS, text=mark)


@phrase("rel", "<cell> <adj>", "(that|which|who) (was|were) <cell> <adj>", cost=0.35)
@phrase("rowvp", "_be <cell> <adj>", cost=0.35)
@phrase("rowvp", "(be|been) <cell> <adj>", cost=0.35)
def participle_of(subject: Value, told: Predicate) -> Predicate | None:
    """Created before 2020: a column named by what was done; no login is first_name in capitals."""
    is_case = isinstance(told, Compare) and isinstance(told.right, Apply)
    return None if is_case else about(told, subject)


@phrase(
    "rel",
    "(not|never) <cell> <adj>",
    "(that|which|who) (was|were) (not|never) <cell> <adj>",
    cost=0.35,
)
@phrase("rowvp", "_be (not|never) <cell> <adj>", cost=0.35)
def not_participle_of(subject: Value, told: Predicate) -> Predicate:
    """That were not created before 2020."""
    return not_(about(told, subject))


@phrase("rowvp", "(have been|has been|had been) <cell> <adj>", cost=0.35)
def done(subject: Value, told: Predicate) -> Predicate | None:
    """Have been paid in 2024; "have been paid by now" asks whether they have been paid at all."""
    is_by_now = isinstance(told, Compare) and isinstance(told.right, Today) and "<" in told.sign
    return None if is_by_now else participle_of(subject, told)


@phrase(
    "rel",
    "(that|which|who) [have|has|had|were|was] never [been] <table> [anything|something]",
    "[that|which|whom] (nobody|no one) [has|have|had] [ever] <table>",
    "never <table>",
    cost=0.2,
)
def never_done(table: str) -> Predicate:
    """Customers who never ordered: no row of another table."""
    return not_(exists(RowSet(table=table)))
