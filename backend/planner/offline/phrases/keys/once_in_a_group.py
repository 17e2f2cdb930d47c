"""Phrases for what happens once in each group, for one value in each, and for the rows of a value told by number."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.told_dependencies import one_value_in_each
from backend.planner.offline.phrases.measures.tallies import so_in_share
from backend.rules.duplicate_phrases import unique
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_duties import is_most_common
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, compare, number

phrase = Phrases()

# Once in each group -------------------------------------------------------------------------------

phrase.words(
    "_in_every_one",
    "per | for (each|every|any|any one|one and the same|the same|a single) | (within|in|on|at|inside) (each|every|any|any one|one|one and the same|the same|a "
    "single)",
)


@phrase("group_scope", "_in_every_one <and_cells>", "_in_every_one <cell>")
@phrase("group_scope", "_in_every_one (combination|pair) of <and_cells>")
def group_scope(found: Value | Subjects) -> Subjects | None:
    """Per hotel and night."""
    items = found.items if isinstance(found, Subjects) else (found,)
    return Subjects(items=items) if all(isinstance(item, Cell) for item in items) else None


@phrase("stmt", "<group_scope> [,|:] <stmt>", "<stmt> <group_scope>", cost=0.12)
def once_in_each(*parts: Any) -> Statement | None:
    """Per hotel and night, each room may appear only once."""
    told = next(part for part in parts if isinstance(part, Statement))
    scope = next(part for part in parts if isinstance(part, Subjects))
    rule = told.rule
    columns = tuple(item.column for item in scope.items if isinstance(item, Cell))
    if not isinstance(rule, Duplicates) or not rule.columns or set(columns) & set(rule.columns):
        return None
    fresh = rule.model_copy(update={"columns": (*columns, *rule.columns)})
    return told.model_copy(update={"rule": fresh})


@phrase("stmt", "(each|every) <key> _comes_up (once|one time)", cost=0.06)
@phrase(
    "stmt",
    "[_each|a] <key> (may|can) be (used|given|given out|issued|taken) (once|one time) [only]",
    cost=0.06,
)
@phrase(
    "stmt",
    "[_each|a] <key> (may|can) only be (used|given|given out|issued|taken) (once|one time)",
    cost=0.06,
)
def comes_up_once(found: object) -> Statement | None:
    """A voucher may be used once."""
    return unique(found)


# One value in each group --------------------------------------------------------------------------

phrase.words(
    "_may_be_in",
    "(may|can|must|should) (be in|be at|be on|stay in|use|take|get|occupy|hold|be given)",
)
phrase.words(
    "_one_at_the_most",
    "only one | just one | no more than one | at most one | a single | not more than one",
)
phrase.words(
    "_on_any_one",
    "(on|in|at|for|during) (any one|one|the same|any|each|every|a single|one and the same) | per | a | each",
)


@phrase(
    "stmt", "[a|an|_each] <cell> _may_be_in _one_at_the_most <cell> _on_any_one <cell>", cost=0.06
)
@phrase("stmt", "[a|an|_each] <cell> _may_be_in only <number> <cell> _on_any_one <cell>", cost=0.06)
def one_in_each(*parts: Any) -> Statement | None:
    """A guest can be in only one room per night."""
    count = [part for part in parts if isinstance(part, Constant)]
    if any(each.value != 1 for each in count):
        return None
    key, values, other = (part for part in parts if not isinstance(part, Constant))
    return one_value_in_each(key, values, other)


@phrase(
    "stmt",
    "_in_every_one <cell> [,] [a|an|_each] <cell> _may_be_in _one_at_the_most <cell>",
    cost=0.06,
)
@phrase("stmt", "_in_every_one <cell> [,] _each <cell> has _one_at_the_most <cell>", cost=0.06)
@phrase("stmt", "_in_every_one <cell> [,] _each <cell> has one <cell> at [the] most", cost=0.06)
def in_each_first(other: Value, key: Value, values: Value) -> Statement | None:
    """On any one night, a guest may be in only one room."""
    return one_value_in_each(key, values, other)


# Rows of a value told by number ---------------------------------------------------------------------


@phrase("noun", "<cell> <number> <noun>", cost=0.35)
def by_number(of: Value, value: Constant, found: RowSet) -> RowSet | None:
    """Grade 3 crates."""
    is_plain = isinstance(of, Cell) and not value.unit
    return found.that(compare(of, "==", value)) if is_plain else None


@phrase("stmt", "is <cell> <option> [the] _most_common <cell> [?]", cost=0.03)
@phrase("stmt", "<cell> <option> _must be [the] _most_common <cell>", cost=0.03)
@phrase("stmt", "is <cell> <option> [the] <top_of> [?]", cost=0.03)
@phrase("stmt", "<cell> <option> _must be [the] <top_of>", cost=0.03)
def called_most_common(of: Value, value: Value, again: Value) -> Statement | None:
    """Is grade 1 the most common grade?"""
    return is_most_common(value, of) if of == again else None


# A plain share of rows ------------------------------------------------------------------------------


@phrase("nine_in_ten", "<percent> of [all] [the]", cost=0.02)
def so_many_percent(part: float) -> Predicate:
    """95% of the readings are so: that many or more."""
    return compare(IT, ">=", number(part))


@phrase("stmt", "<expr> <duty> (in|for|on) <nine_in_ten> <rows>", cost=0.07)
def in_so_many(of: Value, told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Temp must lie between 3 and 5 in 95% of the readings."""
    return so_in_share(of, told, bound, rows)


@phrase(
    "stmt",
    "[the] <cell> (of|in|for|on) (<nine_in_ten>|<share_bound> of [all]) <rows> <duty>",
    cost=0.07,
)
def so_many_have_it(of: Value, bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """The pulse of 95% of the patients must lie between 50 and 100."""
    return so_in_share(of, told, bound, rows)
