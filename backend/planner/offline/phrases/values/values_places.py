"""Phrases for rows that are only where they belong: Gentoo penguins on Biscoe only, branches in KS.

A place is a value that is told without its column, or the column with its value: on the island
Biscoe. What is said of a value by itself is said of the rows that have it: a POST never returns
HTML.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Constant, OneOf, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_, one_of

phrase = Phrases()
Options = tuple[Constant, ...]

phrase.words(
    "_met_there",
    "found | located | based | situated | seen | kept | stored | sold | made | observed | spotted | sighted | caught | "
    "grown | met | produced",
)
phrase.words(
    "_dwell",
    "live | lives | lie | lies | occur | occurs | exist | exists | sit | sits | stand | stands | breed | breeds | "
    "appear | appears | work | works | be | be _met_there | is _met_there | are _met_there | was _met_there | were "
    "_met_there | lived | occurred | appeared",
)
phrase.words("_dwells", "_dwell | is | are | was | were")
phrase.words("_there_at", "in | on | at | from | within | inside")
phrase.words(
    "_only_there", "only | alone | exclusively | and nowhere else | , nowhere else | and only there"
)
phrase.widen("_just", "only | exclusively | solely | just | nowhere but")

# Where it is ------------------------------------------------------------------------------------


@phrase("place", "<adjective>", "<adjectives>")
def place(told: Predicate) -> Predicate:
    """Biscoe; KS, MI and NE."""
    return told


@phrase("place", "<cell> <option>", "<cell> (<or_list>|<and_list>)", cost=0.05)
def place_of_column(of: Cell, told: Any) -> Predicate | None:
    """The island Biscoe; the states KS and MI."""
    if not isinstance(of, Cell):
        return None
    return one_of(of, told if isinstance(told, tuple) else (told,))


@phrase("named_column", r"\( [column|see|see column|in column|in the column] <cell> \)")
@phrase("named_column", r"\( [column|see] <cell> (column|field) \)", ", see [column] <cell>")
def named_column(of: Value) -> Cell | None:
    """In brackets: column state."""
    return of if isinstance(of, Cell) else None


phrase("place_list", "<or_list>", "<and_list>")(lambda found: found)

# Nowhere else -----------------------------------------------------------------------------------


@phrase("ends_in_only", "<rows> [_must] [always] _dwells _there_at <place> _only_there", cost=0.1)
@phrase("stmt", "<rows> [_must|_may] _just _dwells _there_at <place>", cost=0.1)
@phrase("stmt", "<rows> [_must|_may] _dwells _just _there_at <place>", cost=0.1)
@phrase("stmt", "<rows> [_must|_may] (be|is|are|was|were) _just _met_there _there_at <place>")
def only_there(rows: RowSet, where: Predicate) -> Statement | None:
    """Gentoo penguins are found on the island Biscoe only."""
    return None if rows.where is not None and rows.each else rule(where, rows.table, rows.where)


@phrase(
    "stmt", "<noun> [_must] _dwells _there_at <place_list> _only_there <named_column>", cost=0.1
)
@phrase("stmt", "<noun> [_must|_may] _dwells _just _there_at <place_list> <named_column>", cost=0.1)
@phrase("stmt", "we [only] have <noun> _just _there_at <place_list> <named_column>", cost=0.1)
@phrase("stmt", "we only have <noun> _there_at <place_list> <named_column>", cost=0.1)
def only_in_list(rows: RowSet, found: Options, of: Cell) -> Statement | None:
    """Our branches are in KS, MI and NE only (column state)."""
    return None if rows.where is not None else rule(one_of(of, found), rows.table, subject=of)


@phrase("stmt", "we only have <rows> _there_at <place>", "we have <rows> _just _there_at <place>")
def we_only_have(rows: RowSet, where: Predicate) -> Statement | None:
    """We only have branches in KS, MI and NE."""
    return only_there(rows, where)


@phrase("rowvp", "_dwell _there_at <place>", cost=0.15)
def dwelling(where: Predicate) -> Predicate:
    """Lives on Biscoe."""
    return where


@phrase("stmt", "<rows> (_be|_dwells) never _there_at <place>", cost=0.1)
@phrase("stmt", "<rows> never _dwell _there_at <place>", cost=0.1)
@phrase("stmt", "<rows> (be|is|are|was|were) never _met_there _there_at <place>", cost=0.1)
def never_there(rows: RowSet, where: Predicate) -> Statement:
    """Gentoo penguins are never on Dream."""
    return rule(not_(where), rows.table, rows.where)


@phrase("stmt", "only <adjective> (has|have|holds|may have) <rows>", cost=0.2)
def only_it_has(where: Predicate, rows: RowSet) -> Statement | None:
    """Only Biscoe has Gentoo penguins."""
    is_narrowed = rows.where is not None and not rows.each
    return rule(where, rows.table, rows.where) if is_narrowed else None


# A value as its rows ----------------------------------------------------------------------------


@phrase("value_rows", "<valueone>", cost=0.1)
def value_rows(told: Compare) -> RowSet | None:
    """Hello: the rows that have it."""
    return RowSet(table=told.left.table, where=told) if isinstance(told.left, Cell) else None


@phrase("stmt", "[a|an] <value_rows> always <rowvp>", "[a|an] <value_rows> _must always <rowvp>")
def value_always(rows: RowSet, told: Predicate) -> Statement:
    """Hello always has a sweetness of 1."""
    return rule(told, rows.table, rows.where)


@phrase("stmt", "[a|an] <value_rows> (never|_must_not) <rowvp>", cost=0.05)
@phrase("stmt", "[a|an] <value_rows> _be never <adjective>", cost=0.05)
@phrase("stmt", "no <value_rows> _may <rowvp>", cost=0.05)
def value_never(rows: RowSet, told: Predicate) -> Statement:
    """A refund never has a fee above 0."""
    return rule(not_(told), rows.table, rows.where)


@phrase("stmt", "only <value_rows> _may <rowvp>", "only [a|an] <value_rows> <rowvp>", cost=0.05)
def only_value(rows: RowSet, told: Predicate) -> Statement | None:
    """Only hello may have a sweetness of 1."""
    return None if rows.where is None else rule(rows.where, rows.table, told)


# The list and no more ---------------------------------------------------------------------------


@phrase("ends_in_only", "<cell> [values] (is|are) (<or_list>|<and_list>) only", cost=0.1)
@phrase(
    "ends_in_only",
    "(answers|values|entries|codes|options) (in|for|of|under) <cell> (is|are|may be|must be|can be) [either] (<or_list>|<and_list>) only",
    cost=0.05,
)
def listed_only(of: Value, found: Options) -> Statement:
    """The flavours are A, B and C only."""
    return rule(one_of(of, found), subject=of)


@phrase(
    "stmt",
    "no [other] _number_such (other than|but|except|besides|apart from) (<or_list>|<and_list>) "
    "(is possible|is allowed|is permitted|is valid|may occur|may appear|must occur|can occur) (in|for|as) <cell>",
    cost=0.05,
)
def no_other_answer(found: Options, of: Value) -> Statement:
    """No answer other than 1, 2 or 3 is possible in wave1."""
    return rule(one_of(of, found), subject=of)


# All but one ------------------------------------------------------------------------------------

phrase.words("_but_in", "but | except | except for | other than | apart from | besides | save")
phrase.words(
    "_bear_something",
    "(carry|have|hold|contain|bring|send|show|bear) [any] (data|content|contents|anything|something|a value|values)",
)


@phrase("every_other", "(in|for|with|at) _each <cell> _but_in <option>")
@phrase("every_other", "(in|for|with|at) _each <cell> _but_in (<or_list>|<and_list>)")
def every_other(of: Value, told: Any) -> Predicate | None:
    """For every status but 200."""
    options = told if isinstance(told, tuple) else (told,)
    return not_(one_of(of, options)) if isinstance(of, Cell) else None


@phrase("stmt", "<every_other> [,|:] <cell> <duty>", "<every_other> [,|:] <cell> <vp>", cost=0.05)
def in_every_other(where: Predicate, of: Value, told: Predicate) -> Statement:
    """For every status but 200, bytes must be 0."""
    return rule(about(told, of), where=where)


@phrase(
    "stmt",
    "only <rows> _may _bear_something [,|;|:|–] so <cell> <duty> (for|with|at|in) (every|any|each|all) other <cell>",
    cost=0.02,
)
@phrase(
    "stmt",
    "only <rows> _may _bear_something [,|;|:|–] <cell> <duty> (for|with|at|in) (every|any|each|all) other <cell>",
    cost=0.02,
)
def zero_for_others(rows: RowSet, of: Value, told: Predicate, key: Value) -> Statement | None:
    """Only answers with status 200 may carry data, so bytes must be 0 for every other status."""
    if rows.where is None or _column_of(rows.where) != _name(key):
        return None
    return rule(about(told, of), rows.table, not_(rows.where))


def _column_of(where: Predicate) -> str:
    if isinstance(where, Compare) and where.sign == "==":
        return _name(where.left)
    return _name(where.of) if isinstance(where, OneOf) else ""


def _name(of: object) -> str:
    return of.column if isinstance(of, Cell) else "?"


@phrase("stmt", "<cell> _but_in <option> means <number> <cell>", cost=0.1)
def other_means(key: Value, value: Constant, wanted: Constant, of: Value) -> Statement:
    """A status other than 200 means 0 bytes."""
    return rule(compare(of, "==", wanted), where=not_(compare(key, "==", value)))
