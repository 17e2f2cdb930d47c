"""Phrases for intervals that overlap, told by a verb, a noun or an adjective, in every frame.

Bookings that have overlapping periods; a booking whose period overlaps that of another one; no
overlaps per room; a guest's stays run from one day to another, they must not overlap.
"""

from __future__ import annotations

from backend.planner.offline.phrases.dates.overlaps import OTHER_ROW, Parts, kind_of, overlaps
from backend.rules.language.terms import Cell, Value
from backend.rules.overlapping_intervals import interval, same_key
from backend.rules.phrasing import Phrases, RowSet

phrase = Phrases()

# From one end to the other ----------------------------------------------------------------------

phrase.words(
    "_as_told",
    "[as] (defined|given|told|delimited|bounded|described|determined) | (that|which) (is|are) (defined|given|told|made up)",
)
phrase.words("_from_then", "(running|lasting|going|starting|beginning) (from|with|at|on|in)")
phrase("interval", "from <cell> (until|till) <cell>", "_as_told by <cell> (and|to) <cell>")(
    interval
)
phrase("interval", "_from_then <cell> (to|until|till) <cell>")(interval)
phrase("interval", "_from_then <cell> and (ending|finishing) (with|at|on|in) <cell>")(interval)
phrase("interval", "(that|which) (run|runs|go|goes|last|lasts) from <cell> (to|until|till) <cell>")(
    interval
)

phrase.words(
    "_that_are_done_by",
    "(held|made|booked|taken|owned|used|filled|run|entered|placed|rented|done|kept|occupied|worked) by | "
    "(given|assigned|sold|lent|rented|leased|belonging|linked) to | that belong to | that concern",
)
phrase("same_key", "_that_are_done_by (one|the same|a single|any one|one and the same) <cell>")(
    same_key
)

# Whose periods ----------------------------------------------------------------------------------


def _plain(parts: Parts) -> Parts | None:
    """The parts, where rows are not narrowed, as "another booking" is."""
    is_plain = all(part.where is None for part in parts if isinstance(part, RowSet))
    return parts if is_plain else None


@phrase("spanned", "_periods of [any|all] [two] <noun>", "<noun> 's _periods", "<noun> ' _periods")
def periods_of(rows: RowSet) -> Parts:
    """The periods of any two bookings; a booking's period."""
    return (rows,)


@phrase("spanned", "<noun> _periods", cost=0.05)
def row_periods(rows: RowSet) -> Parts | None:
    """Booking periods."""
    return (rows,) if rows.table else None


@phrase("spanned", "[_each] <cell> 's <noun>", cost=0.1)
@phrase("spanned", "[_each] <cell> 's <noun> _periods", cost=0.1)
def spans_of_group(key: Value, *rows: RowSet) -> Parts | None:
    """A guest's booking periods."""
    is_named = isinstance(key, Cell) and bool(rows) and all(row.table for row in rows)
    return (("key", key.column), *rows) if isinstance(key, Cell) and is_named else None


@phrase("spanned", "<cell> (periods|intervals|ranges)", cost=0.12)
def periods_of_cell(of: Value) -> Parts | None:
    """The price periods: each row has one, whatever it is for."""
    return () if isinstance(of, Cell) and not of.table else None


# Another one ------------------------------------------------------------------------------------

phrase.words(
    "_any_other",
    "another | any other | some other | one other | other | any of the other | the other",
)
phrase.words(
    "_its_like",
    "another | another one | any other | any other one | others | any others | one another | each other | the others | "
    "those of others",
)
phrase.words("_that_of", "that of | those of | _periods of | the one of")


@phrase("other_span", "[with] [_that_of] _its_like", "[with] _any_other (_periods|<noun> _periods)")
@phrase("other_span", "[with] [_that_of] _any_other <noun>", "[with] _any_other <noun> 's _periods")
def other_span(*rows: RowSet) -> Parts | None:
    """With that of another booking: of any, so that no rows are meant alone."""
    return None if _plain(rows) is None else ((OTHER_ROW,) if rows else ())


@phrase("other_span", "<other_span> <same_key>", cost=0.01)
def other_of_same(before: Parts, key: Parts) -> Parts | None:
    """That of another booking of the same room."""
    return None if any(kind_of(part) == "key" for part in before) else (*before, key)


phrase.words("_stretches", "_periods | dates | times | durations | days")

# That they overlap ------------------------------------------------------------------------------


@phrase("overlap_told", "_overlap <other_span>", "_overlap , <interval>", "_overlap , <interval> ,")
@phrase(
    "overlap_told", "_overlap <other_span> <interval>", r"_overlap <other_span> \( <interval> \)"
)
@phrase("overlap_told", "(have|share) [any] (_overlapping _stretches|overlaps|an overlap)")
@phrase(
    "overlap_told", "(have|share) [any] (_overlapping _stretches|overlaps|an overlap) <interval>"
)
@phrase("overlap_told", r"(have|share) [any] (_overlapping _stretches|overlaps) \( <interval> \)")
@phrase("overlap_told", "have _periods <interval> that _overlap", "have _periods that _overlap")
@phrase("overlap_told", r"have _periods \( <interval> \) that _overlap")
def overlap_so(*parts: Parts) -> Parts:
    """Overlap that of another booking; have overlapping periods (from start to end)."""
    return _spread(parts)


@phrase("with_overlap", "with _overlapping _stretches", "with [any] (overlaps|an overlap|overlap)")
@phrase("with_overlap", "with _overlapping _stretches <interval>", "with overlaps <interval>")
@phrase("with_overlap", r"with _overlapping _stretches \( <interval> \)")
@phrase("with_overlap", "with _periods <interval> (that|which) _overlap")
@phrase("with_overlap", r"with _periods \( <interval> \) (that|which) _overlap")
@phrase("with_overlap", "whose _periods _overlap", "whose _periods <interval> _overlap")
@phrase("with_overlap", r"whose _periods \( <interval> \) _overlap")
def with_overlap(*parts: Parts) -> Parts:
    """With periods (from start to end) that overlap."""
    return parts


@phrase("with_overlap", "whose _periods (_laps|_overlap) <other_span>")
@phrase("with_overlap", "whose _periods (_laps|_overlap) <other_span> <interval>")
@phrase("with_overlap", "whose _periods <interval> [,] (_laps|_overlap) <other_span>")
@phrase("with_overlap", r"whose _periods \( <interval> \) (_laps|_overlap) <other_span>")
def with_other_span(*parts: Parts) -> Parts:
    """Whose period overlaps that of another booking of the same room."""
    return _spread(parts)


# Frames -----------------------------------------------------------------------------------------


@phrase("no_overlap", "_flag [any|all|every|each] <spanned> <with_overlap>")
@phrase("no_overlap", "no [two] <spanned> [_may be|_may exist] <with_overlap>")
@phrase("no_overlap", "(is|are) there [any|two|a] <spanned> <with_overlap> [?]")
@phrase("no_overlap", "there (must|may|should|can) be no [two] <spanned> <with_overlap>")
@phrase("no_overlap", "no [two] <spanned> (_may|have|has) <overlap_told>")
def overlap_of(first: Parts, more: Parts) -> Parts:
    """Flag bookings whose period overlaps that of another one."""
    return overlaps(first, more)


@phrase(
    "no_overlap",
    "(no|in no|for no) <cell> [_may|has|have] [have|hold] [any|two] _overlapping <spanned>",
)
@phrase(
    "no_overlap",
    "(in|for|at|on) no <cell> (may|must|should|can|do) [any] [two] <spanned> <overlap_told>",
)
@phrase(
    "no_overlap",
    "[_each] <cell> _must_not (have|hold|contain|get) [any|two] _overlapping <spanned>",
)
@phrase(
    "no_overlap",
    "_flag [_each] <cell> (with|having|that have|that has) [any|two] _overlapping <spanned>",
)
@phrase(
    "no_overlap", "(is|are) there [any|a] <cell> (with|having) [any|two] _overlapping <spanned> [?]"
)
def overlap_in_group(key: Value, *parts: Parts) -> Parts | None:
    """No room may have overlapping bookings."""
    rows = [part for found in parts for part in found if isinstance(part, RowSet)]
    is_named = isinstance(key, Cell) and len(rows) == 1 and bool(rows[0].table)
    return (("key", key.column), *_spread(parts)) if isinstance(key, Cell) and is_named else None


phrase.words(
    "_no_overlaps",
    "no (overlaps|overlap|overlapping|clashes) | not overlapping | without (overlaps|overlap|overlapping) | "
    "free of overlaps | never overlapping | (overlaps|overlap) (not allowed|forbidden|are not allowed|are forbidden)",
)


@phrase("no_overlap", "[the] _periods <interval> [:|,|;|-|–] _no_overlaps [allowed]")
@phrase("no_overlap", "<spanned> [:|,|;|-|–] _no_overlaps [allowed]")
@phrase("no_overlap", "<interval> [:|,|;|-|–] _no_overlaps [allowed]", cost=0.02)
@phrase("no_overlap", "<spanned> _must be (disjoint|non-overlapping|separate in time)")
@phrase("no_overlap", "<spanned> _must be (without overlaps|without any overlap)")
def without_overlaps(*parts: Parts) -> Parts:
    """Bookings: no overlaps."""
    return _spread(parts)


@phrase("no_overlap", "<spanned> [:|,|;|-|–] _no_overlaps [allowed] <same_key>")
@phrase("no_overlap", "<interval> [:|,|;|-|–] _no_overlaps [allowed] <same_key>", cost=0.02)
@phrase(
    "no_overlap", "_overlapping <spanned> [,] _not_tolerated", "_overlapping <spanned> _be _wrong"
)
@phrase("no_overlap", "_overlapping <spanned> [,] _not_tolerated <same_key>")
@phrase(
    "no_overlap",
    "no _overlapping <spanned> _tolerated",
    "no _overlapping <spanned> _tolerated <same_key>",
)
@phrase("no_overlap", "there _must be no (overlap|overlaps) (between|among|of|in) <spanned>")
@phrase("no_overlap", "<spanned> _must_not _overlap <other_span> <same_key>", cost=0.02)
def overlapping_spans(*parts: Parts) -> Parts:
    """Overlapping bookings are not allowed within one room."""
    return _spread(parts)


@phrase(
    "no_overlap", "<spanned> (run|runs|go|goes|last|lasts) <interval> _and_they _must_not _overlap"
)
@phrase(
    "no_overlap",
    "<spanned> (run|runs|go|goes|last|lasts) <interval> _and_they _must_not _overlap <other_span>",
)
def run_and_not_overlap(*parts: Parts) -> Parts:
    """A guest's bookings run from the first day to the last. They must not overlap."""
    return _spread(parts)


@phrase(
    "no_overlap", r"<no_overlap> [,] \( <interval> \)", "<no_overlap> [,] <interval>", cost=0.03
)
@phrase("no_overlap", "<no_overlap> [,] <same_key>", cost=0.03)
def told_behind(before: Parts, part: object) -> Parts | None:
    """… within one room, from start to end."""
    return None if kind_of(part) in map(kind_of, before) else (*before, part)


phrase.words(
    "_and_they",
    "(.|;|,) (they|these|those|these _periods|the _periods) | [,] and [they|these _periods|two of them]",
)


def _spread(parts: tuple[Parts, ...]) -> Parts:
    """One sequence of what was named, a key or an interval as one."""
    return tuple(
        each
        for part in parts
        for each in ((part,) if part[:1] in (("interval",), ("key",)) else part)
    )
