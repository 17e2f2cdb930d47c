"""Phrases for what rows do: have, lack, refer to other rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.language.terms import (
    Apply,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    Missing,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Subjects,
    about,
    all_of,
    any_of,
    not_,
)

phrase = Phrases()


# What rows do ---------------------------------------------------------------------------------


@phrase(
    "rowvp",
    "(have|has|had|carry|carries|show|shows|own|owns) <feature>",
    "(look after|looks after|support|supports|supervise|supervises|care for|cares for|attend to|attends to|be responsible for|is responsible for|are responsible for|take care of|takes care of|manage|manages|serve|serves|handle|handles) <feature>",
)
def have(condition: Predicate) -> Predicate:
    """Rows have a feature."""
    return condition


_CASES = (Function.LOWER, Function.UPPER, Function.TITLE)


@phrase("rowvp", "(contain|contains|include|includes) <feature>")
def contain(condition: Predicate) -> Predicate | None:
    """Rows contain a feature; "contain the name in lower case" may be said of a text."""
    right = condition.right if isinstance(condition, Compare) else None
    return None if isinstance(right, Apply) and right.function in _CASES else condition


@phrase(
    "rowvp",
    "_do not (have|carry|show) <feature>",
    "_do not have any <feature>",
    "never (had|have) <feature>",
    "(have|has) never had <feature>",
    "not have <feature>",
)
def have_not(condition: Predicate) -> Predicate:
    """Rows lack a feature."""
    return not_(condition)


@phrase("rowvp", "(lack|lacks|miss|misses) [any|the|their|its] <cell>")
def lack(subject: Value) -> Predicate:
    """Rows lack a value."""
    return Missing(of=subject)


@phrase("rowvp", "(lack|lacks|lacked|miss|misses) [either] [a|an|any|the|their|its] <or_cells>")
@phrase("rel", "(lacking|missing) [either] [a|an|any|the|their|its] <or_cells>")
def lack_one(subjects: Subjects) -> Predicate:
    """Rows lack one value or another."""
    return any_of(*(Missing(of=each) for each in subjects.items))


@phrase("rel", "(lacking|missing) [any|the|their|its] <and_cells>", cost=0.02)
def lack_all(subjects: Subjects) -> Predicate:
    """Rows that lack all of several values."""
    return all_of(*(Missing(of=each) for each in subjects.items))


@phrase(
    "rowvp",
    "_be (in|present in|found in|listed in|known in|part of|contained in|registered in) <rows>",
    "(appear|appears|exist|exists|occur|occurs) in <rows>",
    cost=0.2,
)
def in_table(other: RowSet) -> Predicate | None:
    """Rows that are in another table."""
    return exists(other) if other.table else None


@phrase(
    "rowvp",
    "_be (not|never) (in|present in|found in|listed in|known in|part of|contained in) <rows>",
    "_be (missing|absent) (from|in) <rows>",
    "_do not (appear|exist|occur) in <rows>",
    "never (appear|appears|occur) in <rows>",
    cost=0.2,
)
def not_in_table(other: RowSet) -> Predicate | None:
    """Rows that are not in another table."""
    return not_(exists(other)) if other.table else None


@phrase("rowvp", "<acting> <adj>")
def acting(subject: Value, told: Predicate) -> Predicate:
    """Parcels weigh at most 30 kg."""
    return about(told, subject)


@phrase("rowvp", "_be (in|from|at|of) <adjective>", cost=0.1)
@phrase("rowvp", "_be <flag_word>", "_be <adjective>")
def flag(condition: Predicate) -> Predicate:
    """People who are active."""
    return condition


@phrase("rowvp", "_be not <flag_word>", "_be not <adjective>")
def not_flag(condition: Predicate) -> Predicate:
    """People who are not active."""
    return not_(condition)


@phrase("rowvp", "<rowvp> and <rowvp>", cost=0.1)
def rowvp_and(left: Predicate, right: Predicate) -> Predicate:
    """Two features."""
    return all_of(left, right)


@phrase("rowvp", "<rowvp> or <rowvp>", cost=0.1)
def rowvp_or(left: Predicate, right: Predicate) -> Predicate:
    """One of two features."""
    return any_of(left, right)


phrase.words(
    "_refers",
    "pointing to | referring to | refer to | refers to | point to | points to | referencing "
    "| reference | references | belonging to | belong to | belongs to | linked to | "
    "assigned to | placed by | made by | attached to | related to | link to | for | of | by",
)


@phrase(
    "participle",
    "_refers [any] <rows> that (is|are|do|does) not (in|exist in|appear in|present in|found in|listed in|exist) <rows>",
    cost=0.05,
)
def refers_to_unknown(named: RowSet, other: RowSet) -> Predicate | None:
    """Pointing to a customer that is not in the customer table."""
    return not_(exists(other)) if other.table and named.table == other.table else None


@phrase(
    "participle",
    "_refers [any] [unknown|missing|non-existing|nonexistent|non-existent|deleted|invalid] <cell> that (is|are|do|does) not (in|exist in|appear in|present in|found in|listed in) <rows>",
    cost=0.05,
)
def refers_to_missing_key(key: Value, other: RowSet) -> Predicate | None:
    """Pointing to a customer id that is not in the customer table."""
    if not isinstance(key, Cell) or not other.table:
        return None
    return not_(Exists(table=other.table, keys=((key.column, ""),), where=other.where))


@phrase(
    "participle",
    "_refers [any] (unknown|missing|non-existing|nonexistent|non-existent|invalid|nonexisting) <rows>",
    "_refers <rows> (that|which|who) _do not exist",
    "_refers no (existing|known) <rows>",
)
@phrase("rel", "_with [any] (unknown|non-existing|nonexistent|non-existent) <rows>", cost=0.05)
def refers_to_nothing(other: RowSet) -> Predicate | None:
    """Pointing to an unknown customer."""
    return not_(exists(other)) if other.table else None


@phrase("participle", "in <rows>", cost=0.7)
def lies_in(other: RowSet) -> Predicate | None:
    """Orders in open shops; "rows in shops" are the rows of that table."""
    return None if other.where is None else refers_to(other)


@phrase("participle", "(of|from|by|to) <rows>", cost=0.7)
@phrase(
    "participle",
    "_refers [any] [existing|known|valid] <rows>",
    "that _refers [existing|known|valid] <rows>",
    cost=0.25,
)
def refers_to(other: RowSet) -> Predicate | None:
    """Orders of customers in the USA; of each customer would make groups."""
    return exists(other) if other.table and not other.each else None


@phrase("rowvp", "_refers [any|one of the] [existing|known|valid|real] <rows>", cost=0.1)
def row_refers(other: RowSet) -> Predicate | None:
    """Orders belong to a known customer; of lines for every order there are some of each."""
    return exists(other) if other.table and not other.each else None


@phrase(
    "participle",
    "(in|from|with|of|for|to) <adjective>",
    "(in|from|for) <cell> <adjective>",
    cost=0.2,
)
def in_value(*parts: Any) -> Predicate:
    """Customers in Brazil."""
    condition: Predicate = parts[-1]
    return condition


@phrase(
    "adjectives",
    "<adjective> (,|and|or|, and|, or) <adjective>",
    "<adjectives> (,|and|or|, and|, or) <adjective>",
)
def several_values(left: object, right: Predicate) -> Predicate | None:
    """USA, Canada and Brazil: values of one column."""
    found = _options_of(left) + _options_of(right)
    cells = {part.left for part in (left, right) if isinstance(part, Compare)} | {
        part.of for part in (left, right) if isinstance(part, OneOf)
    }
    return OneOf(of=cells.pop(), options=found) if len(cells) == 1 else None


def _options_of(part: Any) -> tuple[Constant, ...]:
    if isinstance(part, OneOf):
        return part.options
    return (part.right,) if isinstance(part, Compare) and isinstance(part.right, Constant) else ()


@phrase(
    "participle",
    "(in|from|with|of|for) <adjectives>",
    "(in|from|for) [either] <adjectives>",
    cost=0.2,
)
def in_values(condition: Predicate) -> Predicate:
    """Customers in USA, Canada and Brazil."""
    return condition
