"""Phrases for how many rows may lack a value, or be an exception, told behind the rule."""

from __future__ import annotations

from backend.planner.offline.allowed_gaps import COUNT, SHARE
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Predicate
from backend.rules.metric_bounds import allows, is_plain_number, plain_bounds
from backend.rules.phrasing import IT, Modifier, Phrases, compare, number

phrase = Phrases()
phrase.words(
    "_of_the_rows",
    "of them | of the rows | of all rows | of the values | of these | rows | values | cells | row | value | cell",
)
phrase.words("_an_exception", "exception | exceptions | violation | violations | outliers")


def _limit(bound: Predicate, *, is_share: bool) -> str:
    """The number as a check's settings say it."""
    bounds = plain_bounds(bound)
    [(_, limit)] = bounds if bounds and len(bounds) == 1 else ((">", 0.0),)
    return f"{100 * limit:g}%" if is_share else f"{limit:g}"


def _remark(bound: Predicate, what: str, *, is_gap: bool) -> Modifier | None:
    if not allows(bound) or (not is_gap and getattr(bound, "sign", "") != "<="):
        return None
    told = {"condition": bound} if is_gap else {}
    return remark("may-lack", texts=(what, _limit(bound, is_share=what == SHARE)), **told)


for _what, _bound in ((SHARE, "<share_bound>"), (COUNT, "<count_bound>")):

    @phrase("remark", f"[but] {_bound} [_of_the_rows] (may|can) be _blank", cost=0.02)
    def may_be_blank(bound: Predicate, what: str = _what) -> Modifier | None:
        """Up to 10% may be missing."""
        return _remark(bound, what, is_gap=True)

    @phrase("remark", f"[but] {_bound} [of] _an_exception _be _fine", cost=0.02)
    def exceptions_fine(bound: Predicate, what: str = _what) -> Modifier | None:
        """At most two exceptions are fine."""
        return _remark(bound, what, is_gap=False)


@phrase("remark", "[but] <number> _an_exception _be _fine", cost=0.02)
def so_many_fine(total: Constant) -> Modifier | None:
    """Two exceptions are fine."""
    if not is_plain_number(total):
        return None
    return _remark(compare(IT, "<=", total), COUNT, is_gap=False)


@phrase("remark", "[but] <percent> [of] _an_exception _be _fine", cost=0.02)
def such_share_fine(part: float) -> Modifier | None:
    """10% exceptions are fine."""
    return _remark(compare(IT, "<=", number(part)), SHARE, is_gap=False)
