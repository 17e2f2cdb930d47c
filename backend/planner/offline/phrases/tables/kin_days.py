"""Phrases for days beside another row's day, for a range of days, and for the day of a row.

"Six to ten days after the order date" is a range; "28 days after the discharge of the visit it
follows up on" is a span from a day that is looked up.
"""

from __future__ import annotations

from backend.planner.offline.ordering import SINCE
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.tables.happened import is_moment_told
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Not,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, about, all_of, compare

phrase = Phrases()

Range = tuple[str, int, int, str]

# How many days ----------------------------------------------------------------------------------

phrase.words(
    "_least_days",
    "at least | no fewer than | no less than | not fewer than | not less than | minimum | min | no sooner than | a minimum of",
)
phrase.words(
    "_most_days",
    "at most | no more than | not more than | maximum | max | not later than | no later than | a maximum of | up to",
)


@phrase(
    "days_range",
    "<number> (to|-|–|—|until|through) <span>",
    "from <number> (to|until|through) <span>",
    cost=0.02,
)
@phrase("days_range", "_least_days <number> (and|but|,|, but) _most_days <span>", cost=0.02)
@phrase("days_range", "_least_days <span> (and|but|,|, but) _most_days <span>", cost=0.02)
@phrase(
    "days_range",
    "<number> at least and <span> at most",
    "<span> at least and <span> at most",
    cost=0.02,
)
def days_range(low: Constant | Span, high: Span) -> Range | None:
    """Six to ten days."""
    if isinstance(low, tuple):
        least = low[0] if low[1] == high[1] else None
    else:
        least = low.value if isinstance(low.value, int) else None
    if least is None or isinstance(least, bool) or not 0 <= least < high[0]:
        return None
    return ("range", least, *high)


@phrase("days_range", "<number> or <span>", cost=0.02)
def days_either(low: Constant, high: Span) -> Range | None:
    """Six or seven days: the one or the next."""
    return (
        days_range(low, high) if isinstance(low.value, int) and low.value + 1 == high[0] else None
    )


@phrase("far_days_range", "(between|from) <number> (and|to) <span>", cost=0.02)
def far_days_range(low: Constant, high: Span) -> Range | None:
    """Between six and ten days."""
    return days_range(low, high)


# From which day ---------------------------------------------------------------------------------

phrase("far_day", "<of_kin>")(lambda value: value)


@phrase("far_day", "<related>", cost=0.05)
def far_measured(value: Value) -> Value | None:
    """The latest arrival of its legs."""
    return value if getattr(value, "type", "") == "aggregate" else None


phrase.words("_days_on", "after | later than | past | following | from")
phrase.words("_days_back", "before | prior to | ahead of | earlier than")


@phrase("adj", "<days_range> _days_on <cell>", "<days_range> _days_on <far_day>", cost=0.02)
@phrase("adj", "<far_days_range> _days_on <far_day>", cost=0.02)
def so_long_after(span: Range, of: Value) -> Predicate | None:
    """Six to ten days after the order date."""
    _, low, high, unit = span
    near, far = shifted(of, (low, unit), 1), shifted(of, (high, unit), 1)
    if near is None or far is None:
        return None
    return all_of(compare(IT, ">=", near if low else of), compare(IT, "<=", far))


@phrase("adj", "<days_range> _days_back <cell>", "<days_range> _days_back <far_day>", cost=0.02)
@phrase("adj", "<far_days_range> _days_back <far_day>", cost=0.02)
def so_long_before(span: Range, of: Value) -> Predicate | None:
    """Six to ten days before the event."""
    _, low, high, unit = span
    near, far = shifted(of, (low, unit), -1), shifted(of, (high, unit), -1)
    if near is None or far is None:
        return None
    return all_of(compare(IT, "<=", near if low else of), compare(IT, ">=", far))


_SIGNS = {"_ge": ">=", "_gt": ">", "_le": "<=", "_lt": "<", "exactly": "==", "precisely": "=="}
_FLIPPED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "==": "=="}
for _head, _sign in _SIGNS.items():

    @phrase("adj", f"{_head} <span> _days_on <far_day>", cost=0.02)
    def span_after(span: Span, of: Value, sign: str = _sign) -> Predicate | None:
        """At most 28 days after the discharge of the visit it follows up on."""
        bound = shifted(of, span, 1)
        return None if bound is None else compare(IT, sign, bound)

    @phrase("adj", f"{_head} <span> _days_back <far_day>", cost=0.02)
    def span_before(span: Span, of: Value, sign: str = _FLIPPED[_sign]) -> Predicate | None:
        """At least 7 days before the first leg departs."""
        bound = shifted(of, span, -1)
        return None if bound is None else compare(IT, sign, bound)


@phrase("adj", "within <span> of <far_day>", cost=0.02)
def within_of(span: Span, of: Value) -> Predicate | None:
    """Within two days of the last arrival: before it or after it."""
    least, most = shifted(of, span, -1), shifted(of, span, 1)
    if least is None or most is None:
        return None
    return all_of(compare(IT, ">=", least), compare(IT, "<=", most))


@phrase("adj", "within <span> (after|from|following) <far_day>", cost=0.02)
def within_after(span: Span, of: Value) -> Predicate | None:
    """Within two days after the last leg has arrived."""
    bound = shifted(of, span, 1)
    return None if bound is None else all_of(compare(IT, ">=", of), compare(IT, "<=", bound))


# The day of a row -------------------------------------------------------------------------------

phrase.words(
    "_came_about",
    "placed | made | issued | booked | created | recorded | entered | taken | written | received | held | "
    "dated | filed | opened | registered | submitted",
)


@phrase("rel", "[that|which] (was|were|is|are|has been|have been) _came_about <adj>", cost=0.3)
@phrase("rel", "_came_about <adj>", cost=0.4)
@phrase("rowvp", "(be|been) _came_about <adj>", cost=0.35)
@phrase("rowvp", "(was|were|is|are) _came_about <adj>", cost=0.4)
def came_about(told: Predicate) -> Predicate | None:
    """Placed on a Sunday: by the one date that is that of the row."""
    is_told = is_moment_told(told) or _is_of_weekdays(told)
    return about(told, Cell(table="", column=SINCE)) if is_told else None


def _is_of_weekdays(told: Predicate) -> bool:
    if isinstance(told, All | Any):
        return all(map(_is_of_weekdays, told.parts))
    if isinstance(told, Not):
        return _is_of_weekdays(told.part)
    of = told.left if isinstance(told, Compare) else getattr(told, "of", None)
    is_weekday = isinstance(of, Apply) and of.of == IT and of.function == Function.WEEKDAY
    return is_weekday and isinstance(told, Compare | OneOf)
