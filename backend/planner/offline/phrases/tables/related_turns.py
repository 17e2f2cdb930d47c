"""Phrases for one thing twice at once: out before the previous hire of it has ended.

What starts before an earlier one is over overlaps it, and is the later of the two.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import Span
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.values.spans import within_after, within_of
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.overlapping_intervals import END, OverlappingIntervals, no_overlap
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words(
    "_sets_in",
    "start | starts | started | begin | begins | began | starting | beginning | is started | is begun | go out | goes out | "
    "commence | commences | set in | sets in",
)
phrase.words(
    "_the_prior",
    "the previous | the last | the preceding | the prior | the earlier | an earlier | a previous | its previous | any earlier | "
    "another | an other | the one before | a preceding",
)
phrase.words(
    "_of_one_same",
    "of the same | of that | of the very same | for the same | of this | for that | of one and the same | with the same",
)
phrase.words(
    "_came_to_end",
    "has ended | ended | ends | is over | was over | has finished | finished | is finished | is closed | was closed | has closed | "
    "has come back | came back | is back | was back | has been returned | was returned | is returned | has been brought back | "
    "is done | has been completed | is completed | has stopped | stopped | has run out",
)
phrase.words(
    "_still_going",
    "is still running | is still going on | is running | is still on | is still open | has not ended | has not ended yet | "
    "still runs | still lasts | is not over | is not over yet | is still under way | is under way | is not finished | lasts | is on",
)


def _in_turn(keys: Keys, rows: RowSet, flag: str) -> Statement | None:
    names = tuple(key.column for key in keys if isinstance(key, Cell))
    is_plain = rows.where is None and len(names) == len(keys)
    return no_overlap(("key", *names), rows, flag=flag) if is_plain else None


# Before the previous one is over ----------------------------------------------------------------


@phrase("before_prior", "_sets_in before _the_prior <noun> _of_one_same <keys> _came_to_end")
@phrase(
    "before_prior",
    "_sets_in before <keys> 's (previous|last|preceding|earlier) <noun> _came_to_end",
)
@phrase("before_prior", "_sets_in while _the_prior <noun> _of_one_same <keys> _still_going")
@phrase("before_prior", "_sets_in before [the] end of _the_prior <noun> _of_one_same <keys>")
def before_prior(*parts: Any) -> tuple[RowSet, Keys] | None:
    """Start before the previous hire of the same bike has ended."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    keys = next(part for part in parts if not isinstance(part, RowSet))
    return (rows, keys) if rows.where is None else None


@phrase("before_prior", "_sets_in before _the_prior (one|ones) _of_one_same <keys> _came_to_end")
@phrase("before_prior", "_sets_in while _the_prior (one|ones) _of_one_same <keys> _still_going")
def before_prior_one(keys: Keys) -> tuple[RowSet, Keys]:
    """Start before the previous one of the same bike has ended."""
    return RowSet(), keys


@phrase(
    "after_prior",
    "_sets_in (after|once|when|as soon as) _the_prior <noun> _of_one_same <keys> _came_to_end",
)
@phrase("after_prior", "_sets_in after the end of _the_prior <noun> _of_one_same <keys>")
def after_prior(rows: RowSet, keys: Keys) -> tuple[RowSet, Keys] | None:
    """Start after the previous hire of the same bike has ended."""
    return before_prior(rows, keys)


def _later(rows: RowSet, found: tuple[RowSet, Keys]) -> Statement | None:
    others, keys = found
    is_same = others.table in ("", rows.table)
    return _in_turn(keys, rows, "later") if is_same else None


@phrase("stmt", "<rows> _must_not <before_prior>", cost=0.02)
@phrase("stmt", "no <rows> _may <before_prior>", cost=0.02)
@phrase("stmt", "_flag [_each|any|all] <noun> (that|which) <before_prior>", cost=0.02)
@phrase("stmt", "_flag [_each|any|all] <noun> <before_prior>", cost=0.05)
@phrase("stmt", "(is|are) there [any|a|an] <noun> (that|which) <before_prior> [?]", cost=0.02)
@phrase("stmt", "(does|do|did) [any|a|an] <noun> <before_prior> [?]", cost=0.02)
def must_not_before(rows: RowSet, found: tuple[RowSet, Keys]) -> Statement | None:
    """A hire must not start before the previous hire of the same bike has ended."""
    return _later(rows, found)


@phrase("stmt", "<rows> _must <after_prior>", cost=0.02)
@phrase("stmt", "<rows> (may|can|must|should) only <after_prior>", cost=0.02)
def must_be_after(rows: RowSet, found: tuple[RowSet, Keys]) -> Statement | None:
    """A hire may only start after the previous hire of the same bike has ended."""
    return _later(rows, found)


@phrase(
    "hint", "<hint> _stop _flag [_each|any|all] <noun> (that|which) <before_prior> [.]", cost=0.02
)
def show_later(statement: Statement, rows: RowSet, found: tuple[RowSet, Keys]) -> Statement | None:
    """Flag a hire that starts before the previous one has ended: of the same things, the later."""
    fresh = _later(rows, found)
    if fresh is None or statement.rule.where is not None:
        return None
    told, later = statement.rule, fresh.rule
    are_turns = isinstance(told, OverlappingIntervals) and isinstance(later, OverlappingIntervals)
    if not are_turns or getattr(told, "by", ()) != getattr(later, "by", ()):
        return None
    return fresh.model_copy(update={"remarks": statement.remarks})


# Twice at once ----------------------------------------------------------------------------------

phrase.words(
    "_at_once",
    "at once | at the same time | at a time | simultaneously | at one time | at one and the same time | in parallel | concurrently",
)
phrase.words(
    "_is_taken",
    "out | in use | used | lent | lent out | rented | rented out | hired | hired out | let | let out | on hire | on loan | booked | "
    "taken | reserved | occupied | issued | given out | handed out | checked out | loaned | borrowed | assigned | away | on the road",
)
phrase.words(
    "_two_at_a_time",
    "twice | two times | more than once | several times | doubly | to two people | by two people | to two customers",
)


@phrase(
    "stmt",
    "[_each|the same|one and the same] <keys> _must_not be _is_taken _two_at_a_time _at_once",
    "no <keys> _may be _is_taken _two_at_a_time _at_once",
    "[_each|the same|one and the same] <keys> _must_not be _two_at_a_time _is_taken _at_once",
    "[_each] <keys> (may|can) only be _is_taken once _at_once",
    cost=0.02,
)
def not_twice_at_once(keys: Keys) -> Statement | None:
    """A bike cannot be out twice at once."""
    return _in_turn(keys, RowSet(), "all")


@phrase(
    "stmt",
    "[_each] <keys> _must_not (be on|be in|have|be part of|run) (two|several|more than one|multiple|two different) <noun> _at_once",
    "no <keys> _may (be on|be in|have|be part of|run) (two|several|more than one|multiple|two different) <noun> _at_once",
    "[_each] <keys> (may|can) (only be on|only be in|only have|be on only|be in only|have only|be on at most|have at most) one <noun> _at_once",
    "[_each|a|an] <keys> (has|have) (only|at most|just|no more than|never more than) one <noun> (_at_once|at any time|at any one time|at any moment)",
    "no <keys> (has|have|_may have) more than one <noun> (at any time|at any one time|at any moment)",
    cost=0.02,
)
def not_on_two_at_once(keys: Keys, rows: RowSet) -> Statement | None:
    """No bike may be on two hires at the same time."""
    return _in_turn(keys, rows, "all") if rows.table else None


phrase.words(
    "_several_of_them_in_turn", "two | several | more than one | multiple | two different | 2"
)
phrase.words("_one_of_them_in_turn", "one | a single | one single")


@phrase(
    "stmt",
    "[_each|a|an] <keys> _must_not (be|work|be assigned|sit|stay|live|serve|play|be booked|run) [on|in|at|to|into|for] _several_of_them_in_turn <cell> (_at_once|at any time)",
    "no <keys> _may (be|work|be assigned|sit|stay|live|serve|play|be booked|run) [on|in|at|to|into|for] _several_of_them_in_turn <cell> (_at_once|at any time)",
    "[_each|a|an] <keys> (may|can) (be|only be|work|only work|be assigned) (on|in|at|to|for) [only|just|at most|no more than] _one_of_them_in_turn <cell> _at_once",
    "[_each|a|an] <keys> (may|can) (only be|be) _is_taken [to|by|for|with|at|in] [only|just|at most|no more than] _one_of_them_in_turn (<cell>|<noun>) _at_once",
    "[_each|a|an] <keys> _must_not be _is_taken [to|by|for|with|at|in] _several_of_them_in_turn (<cell>|<noun>) _at_once",
    cost=0.03,
)
def not_in_two_at_once(keys: Keys, other: Any) -> Statement | None:
    """An employee cannot be in two departments at the same time."""
    if isinstance(other, RowSet):
        return _in_turn(keys, RowSet(), "all") if other.where is None else None
    return None if other in keys else _in_turn(keys, RowSet(), "all")


# Back in time -----------------------------------------------------------------------------------

phrase.words(
    "_be_back",
    "be back | be back again | be in again | be brought back | be given back | be handed back | come back | be home | be returned | "
    "be back in | is back | are back | was back | were back | came back | comes back | is returned | is brought back",
)


@phrase("rowvp", "_be_back within <span> (after|from|following) <cell>", cost=0.02)
@phrase(
    "rowvp",
    "_be_back (no later than|at most|not later than|at the latest) <span> after <cell>",
    cost=0.02,
)
def back_after(span: Span, start: Value) -> Predicate | None:
    """Be back within 28 days after loaned_on."""
    told = within_after(span, start)
    return None if told is None else about(told, Cell(table="", column=END))


@phrase("rowvp", "_be_back within <span> of <cell>", cost=0.02)
def back_within(span: Span, start: Value) -> Predicate | None:
    """Be back within 28 days of loaned_on."""
    told = within_of(span, start)
    return None if told is None else about(told, Cell(table="", column=END))


@phrase(
    "remark",
    "<noun> (that|which|who) (have|has) no <cell> (yet|so far|as yet|at all) _be _is_alright",
    "<noun> (without|with no) [a|an|any] <cell> (yet|so far|as yet|at all) _be _is_alright",
    cost=0.05,
)
def none_yet_is_fine(rows: RowSet, of: Value) -> Modifier | None:
    """Loans that have no returned_on yet are fine."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("without-column-fine", values=(of,)) if is_plain else None
