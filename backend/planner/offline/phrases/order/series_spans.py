"""Phrases for months and years between two dates, and for values that must not stay the same."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.order.order import framed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.spans import _spanned
from backend.rules.language.terms import Cell, Predicate, Previous, Value
from backend.rules.metric_phrases import share, statement, times
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()

# Between two dates --------------------------------------------------------------------------------

Bound = tuple[str, Span]
phrase.words(
    "_go_by", "lie | pass | be | elapse | go by | have passed | have gone by | have elapsed"
)


def _between(bound: Bound, start: Value, end: Value) -> Predicate | None:
    """Days are counted; months and years move the first date, for they have no one length."""
    sign, span = bound
    if span[1] not in ("months", "years"):
        return _spanned(bound, start, end)
    moved = shifted(start, span, 1)
    return None if moved is None or start == end else compare(end, sign, moved)


def _order(parts: tuple[Any, ...]) -> tuple[Bound, Value, Value]:
    start, end = (part for part in parts if isinstance(part, Cell))
    return next(part for part in parts if isinstance(part, tuple)), start, end


@phrase(
    "stmt", "_from <cell> _and_to <cell> [,] [there] (must|should) _go_by <span_bound>", cost=0.1
)
@phrase("stmt", "_from <cell> _and_to <cell> [,] <span_bound> (must|should) _go_by", cost=0.1)
@phrase("stmt", "<span_bound> (must|should) _go_by _from <cell> _and_to <cell>", cost=0.1)
@phrase("stmt", "there (must|should) _go_by <span_bound> _from <cell> _and_to <cell>", cost=0.1)
def must_pass(*parts: Any) -> Statement | None:
    """Between the birth and the hire there must lie at least 18 years."""
    told = _between(*_order(parts))
    return None if told is None else rule(told)


@phrase(
    "stmt", "_from <cell> _and_to <cell> [,] [there] (may|can) [only] _go_by <span_bound>", cost=0.1
)
@phrase("stmt", "_from <cell> _and_to <cell> [,] <span_bound> (may|can) [only] _go_by", cost=0.1)
@phrase("stmt", "<span_bound> (may|can) [only] _go_by _from <cell> _and_to <cell>", cost=0.1)
@phrase("stmt", "there (may|can) [only] _go_by <span_bound> _from <cell> _and_to <cell>", cost=0.1)
def may_pass(*parts: Any) -> Statement | None:
    """From the first to the last day at most 30 days may pass."""
    bound, start, end = _order(parts)
    return must_pass(bound, start, end) if bound[0] in ("<", "<=") else None


# Not the same again -------------------------------------------------------------------------------

phrase.words(
    "_in_two_rows_running",
    "in two rows in a row | twice in a row | in two rows running | in two consecutive rows | in two successive rows | in neighbouring rows | in two neighbouring rows",
)
phrase.words("_same_again", "the same | equal | identical | unchanged | as it was | as it is")


@phrase("stmt", "<cell> _must_not (stay|remain|be) _same_again (<steps>|<sorted>)", cost=0.05)
@phrase("stmt", "<cell> _must_not (stay|remain|be) _same_again _in_two_rows_running", cost=0.05)
@phrase("stmt", "(<steps>|<sorted>) [,] <cell> _must_not (stay|remain|be) _same_again", cost=0.05)
@phrase("stmt", "<cell> _must_not (repeat|repeat itself) _in_two_rows_running", cost=0.05)
def not_the_same(*parts: Any) -> Statement | None:
    """The level must not stay the same from one hour to the next."""
    of = next(part for part in parts if isinstance(part, Cell))
    frames = [part for part in parts if isinstance(part, tuple)]
    told = rule(compare(of, "!=", Previous(of=of)), subject=of)
    return framed(told, frames[0]) if frames else told


@phrase("stmt", "_one_after_other _row _must_not have the same <cell>", cost=0.05)
@phrase("stmt", "two (neighbouring|adjacent) _row _must_not have the same <cell>", cost=0.05)
@phrase(
    "stmt",
    "no two (consecutive|successive|neighbouring|adjacent) _row (may|must|should|can) have the same <cell>",
    cost=0.02,
)
def neighbours_differ(of: Value) -> Statement | None:
    """Two neighbouring rows must not have the same level."""
    return not_the_same(of) if isinstance(of, Cell) else None


# Sorted -------------------------------------------------------------------------------------------

_UP = "from (low|small) to (high|large|big)|(lowest|smallest) to (highest|largest)|upwards"
_DOWN = "from (high|large|big) to (low|small)|(highest|largest) to (lowest|smallest)|downwards"
for _words, _sign in ((_UP, ">="), (_DOWN, "<=")):
    phrase("sorting", f"({_words})")(lambda sign=_sign: (sign, False))
for _words, _sign in (("from old to new", ">="), ("from new to old", "<=")):
    phrase("sorting", _words)(lambda sign=_sign: (sign, True))


# From one to the next -----------------------------------------------------------------------------

phrase(
    "rowref",
    "(between|from) two (<noun>|_row)",
    "between two (consecutive|successive|neighbouring) (<noun>|_row)",
    "<noun> by <noun>",
    cost=0.05,
)(lambda *rows: True if all(each.where is None for each in rows) else None)
phrase("move", "(jump|shoot|leap|climb|go|move) (up|upwards)")(lambda: "up")
phrase("move", "(jump|go|move|slip) (down|downwards)")(lambda: "down")
phrase("moved", "(jumped|jumps|shot|leapt|climbed|climbs|went|goes|moved|moves) (up|upwards)")(
    lambda: "up"
)
phrase("moved", "(jumped|jumps|went|goes|moved|moves|slipped) (down|downwards)")(lambda: "down")

for _words, _factor in (
    ("twice|double|two times", 2),
    ("three times|thrice|triple", 3),
    ("half", 0.5),
):

    @phrase(
        "adj",
        f"(at most|no more than|not more than|up to) ({_words}) [as (high|large|many|much|big)] as <row_before>",
        f"(at most|no more than|not more than|up to) ({_words}) [as (high|large|many|much|big)] [as] (on|in|at|that of) <row_before>",
        cost=0.05,
    )
    def most_times(before: Value, factor: float = _factor) -> Predicate:
        """At most twice as high as on the day before."""
        return compare(IT, "<=", times(factor, before))


# A part of all rows -------------------------------------------------------------------------------

phrase.words(
    "_stays_at", "stay | remain | stay at | lie | be kept | be | win | keep to | stay at or"
)


@phrase(
    "stmt", "<valued> _must_not (reach|come to|get to) <percent> of [all] [the] <rows>", cost=0.05
)
def part_unreached(told: Predicate, part: float, rows: RowSet) -> Statement | None:
    """Choice b must not reach a third of all votes."""
    if rows.where is not None or rows.each:
        return None
    return statement(compare(share(rows, told), "<", number(part)))


@phrase(
    "stmt", "(is|does|do) <valued> [always] [_stays_at] <share_bound> of [all] [the] <rows> [?]"
)
def part_asked(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Is choice b below a third of all votes?"""
    if rows.where is not None or rows.each:
        return None
    return statement(about(bound, share(rows, told)))
