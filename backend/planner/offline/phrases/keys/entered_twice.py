"""Phrases for what may be one thing entered twice: by what it has in common with another."""

from __future__ import annotations

from backend.planner.offline.phrases.tables.twins import Twins
from backend.rules.duplicate_phrases import unique_among
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_perhaps_doubled",
    "[that|which|who|whom] (we|somebody|someone|they) (may|might|could|probably|possibly|seem to) [have] [been] "
    "(entered|recorded|registered|listed|typed in|booked|keyed in|enter|record|register) (twice|double|two times|more than once) | "
    "[that|which|who] (may|might|could|seem to|appear to) (be|have been) (entered|recorded|registered|listed|typed in|"
    "booked|keyed in|here|in) (twice|double|two times|more than once) | "
    "[that|which|who] (may|might|could|seem to) be (duplicates|doubles|double entries|in here twice|in the list twice|in twice)",
)
phrase.words(
    "_that_is_those",
    "(i.e.|that is|that is to say|namely|meaning|which means|in other words) [,] [all|any] (those|the ones|everybody|"
    "everyone|such) | (i.e.|that is|that is to say|namely|meaning|in other words) [,] [all|any] [the|those] <noun>",
)
phrase.words(
    "_likely_doubles",
    "(possible|probable|likely|suspected|potential) (duplicates|doubles|double entries|duplicate entries|duplicate _row)",
)


@phrase(
    "stmt",
    "_flag [all|any|those] <rows> _perhaps_doubled [,|:|-|–|;] _that_is_those (who|that|which) <twin_vp>",
)
@phrase(
    "stmt",
    "_flag [all|any|those] <rows> _perhaps_doubled [,|:|-|–|;] _that_it_is <rows> (who|that|which) <twin_vp>",
)
@phrase(
    "stmt",
    "_flag [all|any] _likely_doubles [,|:|-|–|;] _that_it_is <rows> (who|that|which) <twin_vp>",
)
def perhaps_doubled(rows: RowSet, *told: RowSet | Twins) -> Statement | None:
    """Patients we may have entered twice, i.e. those who have name and birth date in common with another."""
    *again, found = told
    is_plain = not rows.each and rows.where is None and all(each == rows for each in again)
    if not is_plain or not isinstance(found, Twins) or found.others.table not in ("", rows.table):
        return None
    return unique_among(rows, found.key)


phrase.words(
    "_that_it_is",
    "(i.e.|that is|that is to say|namely|meaning|which means|in other words) [,] [all|any] [the|those]",
)


@phrase(
    "stmt",
    "_flag [all|any] (those|the ones|everybody|everyone) (who|that|which) <twin_vp>",
    cost=0.2,
)
def flag_those(found: Twins) -> Statement | None:
    """Flag all those who have the name in common with another patient."""
    return unique_among(found.others, found.key) if found.others.table else None
