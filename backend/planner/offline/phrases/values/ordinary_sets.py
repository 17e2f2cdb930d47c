"""Phrases for rules about all values of a column as people put them: doubles, kinds, counts.

Are there any duplicates in the code? At most four distinct values; the value that occurs most
often; are there more than 5 of them?
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import claim, denied, is_bound, is_wish
from backend.planner.offline.phrases.measures.most_frequent import _most_common
from backend.rules.duplicate_phrases import no_copies, unique, unique_among, unique_within
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Measure,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
)

phrase = Phrases()
phrase.widen("_ge", "min | min .")
phrase.widen("_le", "max | max .")
phrase("measure", "min .")(lambda: Measure.MINIMUM)
phrase("measure", "max .")(lambda: Measure.MAXIMUM)
phrase.words(
    "_stand_twice",
    "repeat | be repeated | be duplicated | (occur|appear|come up|turn up|be used|be listed|be entered|be given) "
    "(twice|more than once|several times|repeatedly|again)",
)
phrase.words(
    "_stands_twice",
    "is repeated | is duplicated | (occurs|appears|comes up|turns up|is used|is listed|is entered|is found|exists) "
    "(twice|more than once|several times|repeatedly|again|multiple times)",
)
phrase.words("_stand_there", "appear | occur | exist | be used | be listed | be entered | come up")
phrase.words(
    "_twins", "duplicates | repeats | repetitions | (duplicate|duplicated|repeated) values"
)

# Doubles ----------------------------------------------------------------------------------------


@phrase("key", "<cell> / <cell> (pair|combination|tuple)")
@phrase("key", "(combinations|pairs|tuples) [of] <and_cells>")
def pair_of(*found: Any) -> Subjects | None:
    """A code/day pair; combinations of code and day."""
    items = found if len(found) > 1 else found[0].items
    return Subjects(items=items) if len(set(items)) == len(items) else None


@phrase(
    "stmt",
    "(is|are) there [any] _twins (in|of|for|among) <key> [?]",
    "_sounded _once there (is|are) [any] _twins (in|of|for|among) <key>",
    "(does|do) <key> (contain|have|hold|include) [any] _twins [?]",
    "<key> _must_not (contain|have|hold|include) [any] _twins",
    "[the same] <key> _must_not _stand_twice",
    "no <key> (may|must|should|can) _stand_twice",
    "_each <key> _must be unique (across|over|throughout|among) (<table>|the whole table)",
    "[_each] <key> (may|can) [only] _stand_there _only_once in [the] <table> (table|file|sheet)",
    cost=0.02,
)
def no_doubles(found: Any, *tables: str) -> Statement | None:
    """Are there any duplicates in the code?"""
    return unique_among(RowSet(table="".join(tables)), found)


@phrase("stmt", "[_each] <key> (may|can) [only] _stand_there _only_once in the table")
def once_in_the_table(found: Any) -> Statement | None:
    """A code may appear only once in the table."""
    return unique(found)


@phrase("stmt", "_each <key> _must be unique (across|over|among) [all|the] <rows>", cost=0.02)
@phrase("stmt", "_flag [_all_the] <rows> (where|in which|for which) <key> _stands_twice", cost=0.02)
def doubles_among(*parts: Any) -> Statement | None:
    """Every code should be unique across rentals."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    return None if rows.each else unique_among(*parts)


@phrase(
    "stmt",
    "(per|for each|for every|within each|within every) <cell> [,] [_each] <cell> (may|can) [only] _stand_there [only|just] once",
    "(per|for each|for every|within each|within every) <cell> [,] [_each] <cell> _must only _stand_there once",
    "[the same] <cell> _must_not be (combined|paired|listed|used|entered) with [the] same <cell> (twice|more than once|again)",
    cost=0.02,
)
def once_within(one: Value, other: Value) -> Statement | None:
    """Per member, a tool may only appear once."""
    return unique_within(one, other)


@phrase(
    "stmt",
    "(is|are) there [any] _twins (in|of|for|among) <table> [table|file] [?]",
    "(does|do) <table> [table|file] (contain|have|hold|include) [any] _twins [?]",
    "<table> [table|file] _must_not (contain|have|hold|include) [any] _twins",
    cost=0.3,
)
def copies_of(table: str) -> Statement:
    """Are there any duplicates in the rentals table? Whole rows, told by nothing else."""
    return no_copies(RowSet(table=table))


# The mean -------------------------------------------------------------------------------------


@phrase("adj", "(somewhere|anywhere|always somewhere) <adj>", cost=0.02)
def somewhere(told: Predicate) -> Predicate | None:
    """Somewhere between 20 and 100; somewhere Kiel would be a part of a text."""
    is_value = isinstance(told, Compare) and told.sign in ("==", "!=")
    return told if is_bound(told) and not is_value else None


@phrase("stmt", "[all] <sum> _must average [out at] <adj>", cost=0.02)
def must_average(of: Value, told: Predicate) -> Statement | None:
    """The price must average between 20 and 100."""
    if isinstance(of, Constant):
        return None
    return claim(Aggregate(measure=Measure.MEAN, of=of, table=""), told)


@phrase("stmt", "(is|are) <metric> somewhere <adj> [?]", cost=0.02)
def asked_somewhere(metric: Value, told: Predicate) -> Statement | None:
    """Is the average price somewhere between 20 and 100?"""
    return claim(metric, told)


@phrase("stmt", "[taken|seen|measured] (over|across) the whole (table|file) [,] <stmt>", cost=0.05)
def over_the_whole(told: Statement) -> Statement | None:
    """Taken over the whole table, the price must average between 20 and 100."""
    found = told.rule
    return told if isinstance(found, FailingMetrics) and not (found.by or found.per) else None


# Kinds ------------------------------------------------------------------------------------------


def _kinds(of: Value, bound: Predicate) -> Statement | None:
    is_cell = isinstance(of, Cell)
    return claim(Aggregate(measure=Measure.DISTINCT, of=of, table=""), bound) if is_cell else None


def _beyond(bound: Predicate) -> bool:
    """Whether "must not" is plain with this bound: "not at most 4" is a riddle."""
    return isinstance(bound, Compare) and bound.sign in ("<", ">", ">=")


phrase.words("_have_in_it", "have | contain | hold | take | take on | show | include | use")
phrase.words("_stand_in_it", "_stand_there | be chosen | be found | be there | stand")


@phrase("stmt", "<cell> (may|can) [only] _have_in_it <count_bound> _of_each_other values")
def may_have_kinds(of: Value, bound: Predicate) -> Statement | None:
    """The colour may have at most four distinct values."""
    return _kinds(of, bound) if allows(bound) else None


@phrase("stmt", "<cell> _must_not _have_in_it <count_bound> _of_each_other values")
def must_not_have_kinds(of: Value, bound: Predicate) -> Statement | None:
    """The colour should not contain more than 4 unique values."""
    return _kinds(of, not_(bound)) if _beyond(bound) else None


@phrase("stmt", "<count_bound> _of_each_other <cell> [values] (are|is) (allowed|permitted)")
@phrase("stmt", "<count_bound> _of_each_other values (may|can) _stand_in_it (for|in|as) <cell>")
def kinds_allowed(bound: Predicate, of: Value) -> Statement | None:
    """No more than four distinct colours are allowed."""
    return _kinds(of, bound) if allows(bound) else None


@phrase("stmt", "<count_bound> _of_each_other values _must _stand_in_it (for|in|as) <cell>")
def kinds_there(bound: Predicate, of: Value) -> Statement | None:
    """At least 4 different values must be used for the colour."""
    return _kinds(of, bound)


@phrase("stmt", "<worked_out> _then_stop there (must|should|may) be <count_bound>", cost=0.02)
def counted_then(metric: Value, bound: Predicate) -> Statement | None:
    """Count the different colours. There should be 4 at most."""
    return claim(metric, bound)


# So many are there ------------------------------------------------------------------------------

phrase.words("_there_should", "there (must|should) [be]")


@phrase("so_many_there", "<count_bound> _of_each_other <cell> [values]", cost=0.02)
@phrase("so_many_there", "<count_bound> _of_each_other values (in|of|for) <cell>")
def kinds_are_there(bound: Predicate, of: Value) -> Statement | None:
    """More than 4 different colours."""
    return _kinds(of, bound)


@phrase("so_many_there", "<count_bound> <rows> [in [the] (table|file|data)]", cost=0.05)
def rows_are_there(bound: Predicate, rows: RowSet) -> Statement | None:
    """More than 2 tools without a price; rows "in" another table are that table's own."""
    is_elsewhere = rows.where is not None and any(isinstance(p, Exists) for p in walk(rows.where))
    return None if rows.each or is_elsewhere else statement(about(bound, count(rows)))


@phrase("so_many_there", "<count_bound> (row|rows|record|records) in [the] <table> [table|file]")
def rows_of_table(bound: Predicate, table: str) -> Statement:
    """Five rows in the rentals table."""
    return statement(about(bound, count(RowSet(table=table))))


@phrase(
    "stmt",
    "(is|are|was|were) there <so_many_there> [?]",
    "do we have <so_many_there> [?]",
    cost=0.02,
)
def so_many_asked(told: Statement) -> Statement | None:
    """Are there at least five rows in rentals? "More than five" may be asked as a fault."""
    return told if is_wish(told) else None


@phrase("stmt", "(is|are|was|were) there <so_many_there> ? (_there_should|_would_be_right)")
def so_many_wanted(told: Statement) -> Statement:
    """Are there more than 4 rentals? There should be."""
    return told


phrase.words(
    "_not_to_be_so",
    "(that|this|it|there) (must|should|may) (not|never) (be|happen|be so) | (that|this|it) (would be|is) (wrong|an error)",
)


@phrase("stmt", "(is|are|was|were) there <so_many_there> ? _not_to_be_so")
@phrase("stmt", "_sounded _once there (is|are) <so_many_there>", cost=0.02)
def so_many_unwanted(told: Statement) -> Statement | None:
    """Are there more than 2 broken tools? That shouldn't happen."""
    return denied(told)


@phrase("stmt", "<number> <rows> at most (may|can) <rowvp>", cost=0.05)
@phrase("stmt", "<number> <rows> at most (may|can) (have|contain) <feature>", cost=0.05)
def so_many_at_most(total: Constant, rows: RowSet, told: Predicate) -> Statement | None:
    """Two tools at most can be broken."""
    return None if rows.each else statement(compare(count(rows.that(told)), "<=", total))


# The most frequent ------------------------------------------------------------------------------

phrase.words(
    "_occurs_most",
    "(occurs|appears|is found|is used|comes up|is there) (most often|most frequently|the most)",
)


@phrase("stmt", "_most_common [value of] <cell> (=|:|is) <option>")
@phrase("stmt", "_most_common <cell> (among|of|in|across) [all|the] <rows> (_must be|_be) <option>")
@phrase("stmt", "(value|entry|one) that _occurs_most (in|of|for|as) <cell> (_must be|_be) <option>")
@phrase(
    "stmt",
    "(of|among|out of) [all] [the] values (in|of|for) <cell> [,] <option> (_must be|_be) [the] _most_common [one|value]",
)
def occurs_most(*parts: object) -> Statement | None:
    """Most frequent colour = red."""
    return _most_common(parts)


@phrase("claim", "_most_common [value of] <cell> [value] <vp>", cost=0.02)
def mode_claimed(of: Value, told: Predicate) -> Statement | None:
    """(Warn me if) the most common colour is anything other than red."""
    return claim(Aggregate(measure=Measure.TOP, of=of, table=""), told)
