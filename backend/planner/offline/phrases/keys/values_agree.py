"""Phrases for what several tell of the same thing: all sources give one departure time a flight.

Whoever tells it is a column of the rows; what they must agree on has one value for each of the
things that they speak of.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.told_dependencies import _has_one, one_to_one
from backend.planner.offline.phrases.remarks.told_offenders import of_several
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_within
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Cell, Missing, Value
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    all_of,
    any_of,
    not_,
)

phrase = Phrases()

phrase.words(
    "_tells",
    "give | report | state | show | list | name | quote | carry | have | use | tell | provide | deliver | send | "
    "record | note | enter | contain | agree on | agree about | agree in | agree as to | be unanimous about",
)
phrase.words("_one_alike", "the same | one and the same | identical | the very same | an identical")
phrase.words(
    "_unlike_ones", "different | differing | conflicting | contradictory | unlike | another"
)
phrase.words(
    "_fall_out",
    "disagree (on|about|over|in) | differ (on|in|about|as to) | contradict each other (on|in|about) | be at odds (on|over|about) "
    "| conflict (on|in|over)",
)
phrase.words(
    "_one_of_kind", "a | an | any | each | every | the same | one and the same | one | a given"
)
phrase.words("_spoken_of", "for | of | on | about | to")

# They agree -------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(all|all the|both|any two) <cell> _must [all] _tells _one_alike <cell> _spoken_of _one_of_kind <cell>",
    "[all|all the|both] <cell> _must [all] agree (on|about|as to) <cell> (of|for) _one_of_kind <cell>",
    "<cell> _must_not _fall_out <cell> (of|for) _one_of_kind <cell>",
    "no two <cell> _may _fall_out <cell> (of|for) _one_of_kind <cell>",
    "no two <cell> _may _tells _unlike_ones <cell> _spoken_of (the same|one and the same|one) <cell>",
    "<cell> _must_not _tells _unlike_ones <cell> _spoken_of (the same|one and the same|one) <cell>",
    cost=0.06,
)
def they_agree(teller: Value, of: Value, key: Value) -> Statement | None:
    """All sources must give the same departure time for a flight."""
    parts = (teller, of, key)
    if not all(isinstance(part, Cell) for part in parts) or len(set(map(_name, parts))) < 3:
        return None
    return _rule(key, of)


@phrase(
    "stmt",
    "(for|on) (one and the same|the same|each|every|any|one) <cell> [,] [all|all the|both] <cell> _must [all] "
    "_tells _one_alike <cell>",
    "(for|on) (one and the same|the same|each|every|any|one) <cell> [,] [all|all the|both] <cell> _must [all] "
    "agree (on|about) <cell>",
    cost=0.06,
)
def for_one_they_agree(key: Value, teller: Value, of: Value) -> Statement | None:
    """For one and the same flight all sources must give the same departure time."""
    return they_agree(teller, of, key)


def _name(part: Value) -> str:
    return part.column if isinstance(part, Cell) else ""


# Once for each ----------------------------------------------------------------------------------

phrase.words(
    "_deals_with",
    "reports | lists | gives | names | books | uses | takes | rates | answers | visits | orders | buys | sees | "
    "judges | enters | records | covers | tests | serves | reads | gets | contains | shows | mentions | counts",
)
phrase.words(
    "_report_on",
    "report | list | give | name | book | use | take | rate | answer | visit | order | buy | see | judge | enter | "
    "record | cover | test | serve | read | get | contain | show | mention | count",
)
phrase.words(
    "_no_oftener",
    "(at most|only|just|no more than|not more than) once | never twice | once at most",
)


@phrase("stmt", "_each <cell> _deals_with [_each] <cell> _no_oftener", cost=0.05)
@phrase("stmt", "_each <cell> (_must|may|can) _report_on [_each] <cell> _no_oftener", cost=0.05)
@phrase(
    "stmt", "(a|one) <cell> (may|can) _report_on (a|any|the same|one) <cell> _no_oftener", cost=0.05
)
@phrase(
    "stmt",
    "no <cell> _may _report_on (a|any|the same|one) <cell> (twice|more than once|two times|again|repeatedly)",
    cost=0.05,
)
@phrase(
    "stmt",
    "no <cell> _deals_with (a|any|the same|one) <cell> (twice|more than once|two times|again|repeatedly)",
    cost=0.05,
)
def once_each(left: Value, right: Value) -> Statement | None:
    """Each source reports each flight at most once."""
    is_plain = isinstance(left, Cell) and isinstance(right, Cell) and left != right
    return unique_within(left, right) if is_plain else None


# Several values of one key ----------------------------------------------------------------------

phrase.words(
    "_settles", "determines | fixes | decides | settles | implies | determine | fix | imply"
)
phrase.words(
    "_always_has",
    "always goes with | always comes with | always has | always belongs to | goes with | must always have | must have | must "
    "go with | must always go with | has | belongs to | always means | means | must mean | must always mean | comes with",
)


@phrase(
    "stmt", "<cell> [_must] _settles <and_cells>", "<cell> alone _settles <and_cells>", cost=0.04
)
@phrase("stmt", "[_each] <cell> _always_has (the same|one and the same) <and_cells>", cost=0.06)
@phrase("stmt", "the same <cell> [always] _always_has the same <and_cells>", cost=0.04)
def settles_several(key: Value, values: Subjects) -> Statement | None:
    """The zip determines the city and the state."""
    cells = [cell for cell in values.items if isinstance(cell, Cell)]
    if not isinstance(key, Cell) or len(cells) < len(values.items) or key in cells:
        return None
    told = (any_of(Missing(of=cell), _has_one(key, cell)) for cell in cells)
    return rule(all_of(*told), key.table, not_(Missing(of=key)))


phrase.words("_just_one", "one | exactly one | only one | a single | just one | one and only one")


@phrase("stmt", "_each <cell> _has _just_one <cell> and _just_one <cell>", cost=0.04)
@phrase(
    "stmt", "_each <cell> _has _just_one <cell> , _just_one <cell> and _just_one <cell>", cost=0.04
)
@phrase("stmt", "_each <cell> _must have _just_one <cell> and _just_one <cell>", cost=0.04)
def one_of_several(key: Value, *values: Value) -> Statement | None:
    """Each brewery is in one city and one state."""
    return settles_several(key, Subjects(items=values))


@phrase(
    "stmt",
    "[_each] <cell> _has _just_one <cell> [,] and [_each|one] <cell> [_has|to|with|in|by|for|under] _just_one <cell>",
    cost=0.04,
)
def both_ways(left: Value, of: Value, right: Value, other: Value) -> Statement | None:
    """A number belongs to one name, and a name to one number."""
    is_back = (left, of) == (other, right) and left != of
    return one_to_one(Subjects(items=(left, of))) if is_back else None


# The same in several columns --------------------------------------------------------------------

phrase.words("_of_same", "(in|of|on|at|with|from|by|under|for) (the same|one|a|one and the same)")
phrase.words(
    "_have_alike",
    "(have|share|show|carry|use|bear) the same | be alike in | agree in | be equal in | match in",
)
phrase.words(
    "_has_alike",
    "(have|share|show|carry|use|bear) the same | are alike in | agree in | are equal in | match in",
)


@phrase(
    "stmt", "no two <noun> _of_same <cell> (_may _have_alike|_has_alike) <and_cells>", cost=0.03
)
@phrase("stmt", "[any] two <noun> _of_same <cell> _must_not _have_alike <and_cells>", cost=0.03)
def not_alike_within(rows: RowSet, key: Value, of: Subjects) -> Statement | None:
    """No two crates of one aisle are alike in grade and size."""
    is_plain = rows.where is None and isinstance(key, Cell) and key not in of.items
    return unique_within(key, of) if is_plain else None


@phrase(
    "stmt",
    "<noun> (from|by|with|under) the same <cell> _must all have (different|distinct) <cell>",
    cost=0.04,
)
def different_within(rows: RowSet, key: Value, of: Value) -> Statement | None:
    """Movies from the same director must have different names."""
    is_plain = rows.where is None and isinstance(key, Cell) and isinstance(of, Cell) and key != of
    return unique_within(key, of) if is_plain else None


# Which rows are shown ---------------------------------------------------------------------------


@phrase(
    "offenders",
    "[_all_the] _row _of_group [_one_such] <cell> (with|having) (differing|different|conflicting|several|unlike) (ones|values|times|dates|names|amounts|prices|codes|entries)",
    "[_all_the] _row _of_group [_one_such] <cell> (_that|where) (has|have) several (ones|values|of them)",
    cost=0.05,
)
def of_unlike(*parts: object) -> Modifier | None:
    """All rows of a flight with differing ones."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    return of_several(*parts) if not rows else None


# One row each, and both ways ----------------------------------------------------------------------

phrase.words("_once_per", "per | for each | in each | for every | in every | a")


@phrase(
    "stmt",
    "[each|every] <cell> (has|_must have) [exactly|only|just|at most|no more than] one _row _once_per <cell>",
    cost=0.02,
)
def one_row_per(of: Value, within: Value) -> Statement | None:
    """Each meter has one row per year."""
    return unique_within(of, within)


@phrase(
    "stmt",
    "_each <cell> [always] (has|goes with|belongs to|comes with|stands for) _one <cell> [,] _vice_versa",
    cost=0.03,
)
def one_each_way(key: Value, of: Value) -> Statement | None:
    """Each country has one code, and vice versa."""
    return one_to_one(Subjects(items=(key, of)))
