"""Phrases for a share that is asked for or worked out first, and then judged.

What share of the rentals is cancelled? More than 8% is too many. Check the share of late parcels: it
must not exceed 5%.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.answers import opposite
from backend.rules.language.terms import Predicate, Value
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()

phrase.words(
    "_share_sought",
    "what (share|percentage|proportion|part|fraction|percent) | how (large|big|high) a "
    "(share|percentage|proportion|part|fraction)",
)
phrase.words(
    "_that_share",
    "it | this | that | [the|this|that] (share|percentage|proportion|fraction|result|answer|figure)",
)
phrase.words("_then_judged", "? | . | : | ; | , | – | , and | . then | ? well ,")
phrase.words("_share_be", "be | stay | remain | lie | come to | amount to")
phrase.words(
    "_share_too_large",
    "_too_many | (is|are|would be) (too high|too large|too big|too great) | _is_failure",
)
phrase.words(
    "_share_too_small", "_too_few | (is|are|would be) (too low|too small|too little) | _is_failure"
)


@phrase("share_told", "_share_sought of [all] <rows> <rowvp>")
@phrase("share_told", "_share_sought of [all] <rows> (have|has) <feature>")
def share_asked(rows: RowSet, told: Predicate) -> Value | None:
    """What share of the rentals is cancelled."""
    return None if rows.each else share(rows, told)


phrase("share_told", "_compute <share_metric>", "what is <share_metric>")(lambda metric: metric)


@phrase("share_judged", "_that_share _must [_share_be] <share_bound>")
def must(bound: Predicate) -> Predicate:
    """It must stay below 40 percent."""
    return bound


@phrase("share_judged", "_that_share _must_not [_share_be] <share_bound>", cost=0.02)
def must_not(bound: Predicate) -> Predicate:
    """It must not be above 5%."""
    return not_(bound)


for _verb, _sign in (
    ("_must_not (exceed|go over|go above|pass)", "<="), ("_must exceed", ">"),
    ("_must_not (fall|drop|go|sink) below", ">="),
):  # fmt: skip
    phrase("share_judged", f"_that_share {_verb} <percent>")(
        lambda part, sign=_sign: compare(IT, sign, number(part))
    )


phrase.words("_anything", "anything | everything | a share [of] | all that is")


@phrase(
    "share_judged",
    "[_anything] <share_bound> (is|are|would be) (fine|acceptable|ok|okay|all right)",
)
def still_fine(bound: Predicate) -> Predicate | None:
    """Up to 5% is fine."""
    return bound if opposite(bound, "<=", ">=") else None


@phrase("share_judged", "[_anything] <share_bound> _share_too_large")
def too_large(bound: Predicate) -> Predicate | None:
    """More than 8% is too many."""
    return opposite(bound, ">", ">=")


@phrase("share_judged", "[_anything] <share_bound> _share_too_small")
def too_small(bound: Predicate) -> Predicate | None:
    """Less than half is too few."""
    return opposite(bound, "<", "<=")


@phrase("stmt", "<share_told> _then_judged <share_judged>", cost=0.03)
def share_judged(metric: Value, bound: Predicate) -> Statement:
    """What share of rentals is cancelled? It must stay below 40 percent."""
    return statement(about(bound, metric))
