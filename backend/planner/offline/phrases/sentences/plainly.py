"""Phrases as they come first to mind: held by two, used for one, same this and same that."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.keys.together import must_differ, must_match
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.duplicate_phrases import unique_among
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    How,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_counts import so_many_values
from backend.rules.metric_groups import Keys, no_group
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()


# Whose it is ----------------------------------------------------------------------------------

phrase.words(
    "_held_by",
    "held by | shared by | used by | carried by | owned by | taken by | given to | assigned to | issued "
    "to | used for | valid for | used on | used in | attached to | printed on | found on | found in | "
    "linked to | registered to | registered for | written on | reused by | reused for | common to",
)
phrase.words(
    "_two_of", "two | 2 | more than one | several | multiple | two different | many | two or more"
)
phrase.words(
    "_one_of_it", "exactly one | only one | just one | one | a single | at most one | one single"
)


@phrase(
    "stmt",
    "no <key> [value] _be _held_by _two_of <rows>",
    "no <key> [value] _may be _held_by _two_of <rows>",
    "<key> _must_not be _held_by _two_of <rows>",
    "_each <key> _must be _held_by _one_of_it <rows>",
    "_each <key> _be _held_by _one_of_it <rows>",
    "_each <key> (belongs to|identifies|stands for|names|denotes) _one_of_it <rows>",
    "_each <key> _must (belong to|identify) _one_of_it <rows>",
    "(is|are) [any] <key> _held_by _two_of <rows> [?]",
    "_flag [_each] <key> _held_by _two_of <rows>",
    "_two_of <rows> _must_not (have|share|carry|use) [the] (same|one) <key>",
    "_two_of <rows> never (have|share|carry|use) [the] (same|one) <key>",
    "_flag _two_of <rows> (with|sharing|that share) [the] (same|one) <key>",
    "_flag (identical|equal|double) <rows> (:|,|-|i.e.|, i.e.|, that is ,|by|in terms of) <same_key>",
    "_flag duplicate <rows> (:|,|-|i.e.|, i.e.|, that is ,|by|on|in terms of) <same_key>",
    "_flag <rows> (with|having|that have|that share) <same_key> [(as another _row|as another one|twice)]",
    cost=0.04,
)
def held_by_one(*parts: object) -> Statement | None:
    """No licence number is held by two doctors."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    found = next(part for part in parts if not isinstance(part, RowSet))
    return unique_among(rows.model_copy(update={"each": False}), found)


@phrase("same_key", "same <cell> and [same] <cell>", "same <cell> , [same] <cell>", cost=0.02)
@phrase("same_key", "same <cell> , [same] <cell> [,] and [same] <cell>", cost=0.02)
def same_key(*cells: Cell) -> Subjects | None:
    """Same turbine and same time."""
    return Subjects(items=cells) if len(set(cells)) == len(cells) else None


@phrase(
    "stmt",
    "(one|a|any|each|every) <cell> (should|must|may|can) have (one|a single|only one|just one) <cell> [only]",
    "(one|a|any|each|every) <cell> (has|carries) (only|just|exactly) one <cell>",
    "(one|a|any|each|every) <cell> _must not have (more than one|several|two|different) <cell>",
    "(one|each|every) <cell> , (one|a single|only one) <cell>",
    cost=0.05,
)
def one_has_one(key: Value, value: Value) -> Statement | None:
    """One brewery id should have one city only."""
    if not isinstance(key, Cell) or not isinstance(value, Cell) or key == value:
        return None
    if key.table and value.table and key.table != value.table:
        return None
    found = InconsistentValues(
        table=key.table or value.table, key=(key.column,), values=(value.column,)
    )
    return Statement(rule=found)


# What we do not have --------------------------------------------------------------------------

phrase.words(
    "_we_lack",
    "we do not have | we do not know | we do not find | we can not find | we have no record of | is "
    "unknown to us | we lack | we do not hold | can not be found | is not known | are not known | is not "
    "there | is not found | are not found | is nowhere to be found | we have never heard of",
)


@phrase("rel", "whose <cell> _we_lack (in|among) <target>", cost=0.02)
def lacking_key(of: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """Whose doctor we do not have in the table of doctors."""
    told = refers(of, found)
    return None if told is None else not_(told)


@phrase("rel", "(in|of|at|on|from) <cell> (<bare>|<text>|<number>)", cost=0.1)
def of_place(of: Value, value: Value) -> Predicate:
    """Visits in ward A."""
    return compare(of, "==", value)


@phrase(
    "rel",
    "(made|done|placed|dated|recorded|booked|entered|issued|paid|sent|from|of) in <year>",
    cost=0.2,
)
@phrase("rel", "(dated|from|of) <year>", cost=0.2)
@phrase("rel", "in [the year] <year>", cost=0.3)
def of_year(year: Constant) -> Predicate:
    """Payments made in 2004: their one date tells."""
    at = Apply(function=Function.YEAR, of=Cell(table="", column=WHEN))
    return compare(at, "==", year)


@phrase("year", "<number>")
def year(told: Constant) -> Constant | None:
    """2004."""
    is_year = isinstance(told.value, int) and 1800 <= told.value <= 2200
    return told if is_year else None


@phrase("stmt", "(was|were|is|are|has|have|had) any <rows> [?]", cost=0.1)
def was_any(found: RowSet) -> Statement | None:
    """Was any loan returned before it was lent?"""
    return None if found.where is None else rule(not_(found.where), found.table)


@phrase("rowvp", "_points_to _existing <noun>", cost=0.1)
def points_to_existing(found: RowSet) -> Predicate | None:
    """Belongs to a registered member."""
    return exists(found) if found.table and found.where is None else None


@phrase(
    "verb", "(contain|contains|include|includes) <any_text> (but|and) not <any_text>", cost=-0.2
)
@phrase("verb", "(contain|contains) <any_text> but _do not contain <any_text>", cost=0.05)
def contains_but_not(text: Constant, other: Constant) -> Predicate:
    """Contains Ale but not Pale."""
    found, unwanted = (
        Matches(of=IT, how=How.CONTAINS, text=str(part.value)) for part in (text, other)
    )
    return all_of(found, not_(unwanted))


@phrase("factor", "- <cell>", "minus <cell>", cost=0.1)
def minus(of: Value) -> Value:
    """-credit_line."""
    return Arithmetic(sign="-", left=number(0), right=of)


phrase.words(
    "_who_has",
    "who have | who has | that have | that has | which have | which has | who hold | that hold | who own "
    "| who made | who placed | that made | that placed | who took | owning | holding",
)


@phrase("stmt", "_flag [all|any|every|each] <keys> _who_has <count_bound> <rows>", cost=0.06)
def keys_with_so_many(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """List holders who have more than one account."""
    return no_group(by, bound, rows)


# Said short -----------------------------------------------------------------------------------


@phrase(
    "remark",
    "(blank|blanks|empty|empties|null|nulls|missing|none) (ok|okay|fine|allowed|permitted|accepted|ignored|possible)",
)
def blanks_ok() -> Modifier:
    """Blank ok."""
    return remark("empty-fine")


@phrase(
    "stmt", "<cell> <adj> in <count_bound> _row", "<cell> : <adj> in <count_bound> _row", cost=0.05
)
def so_in_few(of: Value, told: Predicate, bound: Predicate) -> Statement | None:
    """Doctor missing in max 1 row."""
    return so_many_values(bound, of, told) if isinstance(of, Cell) else None


@phrase("stmt", "<number> <rows>", "exactly <number> <rows>", cost=0.3)
def so_many_rows(total: Constant, rows: RowSet) -> Statement | None:
    """4 turbines."""
    if rows.each or rows.where is not None or not rows.table:
        return None
    return statement(about(compare(IT, "==", total), count(rows)))


@phrase("must_do", "_must be (there|present|around|in there)", cost=0.05)
def must_be_there() -> Predicate:
    """Has to be there."""
    return not_(Missing(of=IT))


@phrase("stmt", "(do|does|can|could|is|are) <all_subjects> ever <said_alike> [?]", cost=0.05)
def ever_alike(found: Subjects, is_alike: str) -> Statement | None:
    """Do A and B ever agree? They should not."""
    return must_differ(found) if is_alike == "alike" else must_match(found)


phrase("said_alike", "_agree", "[be] _alike")(lambda: "alike")
phrase("said_alike", "_disagree", "[be] _unlike")(lambda: "unlike")


@phrase(
    "stmt",
    "[any] <adj> <cell> [values] _be [such] (nonsense|rubbish|an error|a mistake|a defect) and _must be _looked_at",
    "[any] <adj> <cell> [values] _be [such] _wrong and _must be _looked_at",
    "[any] <adj> <cell> [values] _must be _looked_at",
    "[any] <cell> <adj> _must be _looked_at",
    cost=0.1,
)
def such_nonsense(*parts: Any) -> Statement:
    """A negative wind is such nonsense and must be flagged."""
    told, of = parts if not isinstance(parts[0], Cell) else parts[::-1]
    return rule(not_(about(told, of)), subject=of)
