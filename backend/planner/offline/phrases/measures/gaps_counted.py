"""Phrases for how many rows may lack a value: missing in at most one row, not null for 80% of the rows."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()


def _gaps(of: Value, rows: RowSet, bound: Predicate) -> Statement | None:
    if not isinstance(of, Cell) or rows.each:
        return None
    return statement(about(bound, count(rows.that(Missing(of=of)))))


@phrase("stmt", "<cell> _must_not be _blank (in|for|on|at) (_gt|_ge) <number> <rows>", cost=0.05)
def not_in_more_than(of: Value, total: Constant, rows: RowSet) -> Statement | None:
    """The fee must not be missing in more than one row."""
    return _gaps(of, rows, compare(IT, "<=", total))


@phrase("stmt", "<cell> (may|can) [only] be _blank (in|for|on|at) <count_bound> <rows>", cost=0.05)
def in_so_many(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """The fee may be missing in at most two rows."""
    return _gaps(of, rows, bound) if allows(bound) else None


@phrase("stmt", "(is|are) <cell> _blank (in|for|on|at) <count_bound> <rows> [?]", cost=0.1)
def asked_of_gaps(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """Is the fee missing in more than two rows? What is asked for is wrong."""
    sign = getattr(bound, "sign", "")
    return _gaps(of, rows, not_(bound)) if sign == ">" else None


@phrase(
    "stmt",
    "<cell> [_be|_must be] _declared_filled (for|in) [_ge] <percent> of [all|the] <rows>",
    "<cell> [_be|_must be] (filled|filled in|given|present|there|known) (for|in) _ge <percent> of [all|the] <rows>",
    cost=0.1,
)
def filled_for(of: Value, part: float, rows: RowSet) -> Statement | None:
    """Price not null for 80% of the rows: for as many at least."""
    if not isinstance(of, Cell) or rows.each:
        return None
    return statement(compare(share(rows, not_(Missing(of=of))), ">=", number(part)))


_PARTS = {"quarters": 4, "thirds": 3, "fifths": 5, "tenths": 10, "sixths": 6, "eighths": 8}
for _word, _whole in _PARTS.items():

    @phrase("percent", f"<number> {_word}", cost=0.05)
    def so_many_parts(times: Constant, whole: int = _whole) -> float | None:
        """3 quarters."""
        told = times.value
        return told / whole if isinstance(told, int) and 0 < told < whole else None


phrase.words(
    "_admitted_there",
    "allowed | permitted | accepted | possible | valid | expected | acceptable | legal",
)


@phrase(
    "stmt",
    "only [_values_of_it|_what_it_holds] (_admitted_there (in|for|as|under)|(in|for|as|under)) <cell> are [:] <any_list>",
    "(_admitted_there|_the_only_ones) (_values_of_it|_what_it_holds) (in|for|of|as|under) <cell> are [only] [:] <any_list>",
    cost=0.1,
)
def only_these(of: Value, *listed: Any) -> Statement | None:
    """The only answers allowed in q3 are yes, no and maybe."""
    options = tuple(
        each for part in listed for each in (part if isinstance(part, tuple) else (part,))
    )
    is_list = len(options) > 1 and all(isinstance(each, Constant) for each in options)
    return rule(one_of(of, options), subject=of) if is_list and isinstance(of, Cell) else None
