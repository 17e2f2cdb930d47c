"""Phrases for spans between dates: within 3 days of, at least a year before, 30 days ago."""

from __future__ import annotations

from backend.planner.offline.ordering import SINCE
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Apply as _Apply
from backend.rules.language.terms import Cell, Constant, Elapsed, Function, Predicate, Today, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    number,
)

phrase = Phrases()

_SIGNS = {"_ge": ">=", "_gt": ">", "_le": "<=", "_lt": "<", "exactly": "==", "precisely": "=="}
_FLIPPED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "==": "=="}


def _compared(sign: str, of: Value, span: Span, direction: int) -> Predicate | None:
    bound = shifted(of, span, direction)
    wanted = sign if direction > 0 else _FLIPPED[sign]
    return None if bound is None else compare(IT, wanted, bound)


@phrase("span_between", "between <number> and <span>", "from <number> to <span>")
def span_range(low: Constant, high: Span) -> tuple[float, Span] | None:
    """Between 7 and 30 days."""
    value = low.value
    return (float(value), high) if isinstance(value, int | float) and value <= high[0] else None


# Before and after a column --------------------------------------------------------------------

for _head, _sign in _SIGNS.items():
    phrase("adj", f"{_head} <span> (after|later than|past|from) <cell>")(
        lambda span, of, sign=_sign: _compared(sign, of, span, 1)
    )
    phrase("adj", f"{_head} <span> (before|earlier than|prior to|ahead of) <cell>")(
        lambda span, of, sign=_sign: _compared(sign, of, span, -1)
    )
    phrase("adj", f"{_head} <span> (ago|old|in the past)")(
        lambda span, sign=_sign: _compared(sign, Today(), span, -1)
    )
    phrase("adj", f"{_head} <span> (in the future|ahead|from now|from today|after today)")(
        lambda span, sign=_sign: _compared(sign, Today(), span, 1)
    )
    phrase("span_bound", f"{_head} <span>")(lambda span, sign=_sign: (sign, span))


@phrase("adj", "<span> (after|later than) <cell>")
def after(span: Span, of: Value) -> Predicate | None:
    """Just so long after."""
    return _compared("==", of, span, 1)


@phrase("adj", "<span> (before|earlier than) <cell>")
def before(span: Span, of: Value) -> Predicate | None:
    """Just so long before."""
    return _compared("==", of, span, -1)


@phrase("deed_done", "(being|having been|getting) <column>", "<column>")
def deed_done(of: Value) -> Value:
    """Being ordered, ordering: what is done within so long of it comes after it."""
    return of


@phrase(
    "adj",
    "within <span> after <cell>",
    "within <span> from <cell>",
    "within <span> following <cell>",
    "within <span> of <deed_done>",
)
@phrase("verb", "(follow|follows) <cell> within <span>", cost=0.05)
def within_after(*parts: object) -> Predicate | None:
    """From the day itself to so long after."""
    span, of = sorted(parts, key=lambda part: not isinstance(part, tuple))
    return _between(of, span, (0, 1))


@phrase("adj", "within <span> before <cell>", "within <span> prior to <cell>")
def within_before(span: Span, of: Value) -> Predicate | None:
    """From so long before to the day itself."""
    return _between(of, span, (-1, 0))


@phrase("adj", "within <span> of <cell>", "within ± <span> of <cell>")
@phrase("adj", "(at most|no more than|not more than) <span> (away from|apart from) <cell>")
def within_of(span: Span, of: Value) -> Predicate | None:
    """From so long before to so long after."""
    return _between(of, span, (-1, 1))


def _between(of: object, span: object, directions: tuple[int, int]) -> Predicate | None:
    low, high = (of if side == 0 else shifted(of, span, side) for side in directions)  # type: ignore[arg-type]
    if low is None or high is None:
        return None
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))  # type: ignore[arg-type]


# Between two columns --------------------------------------------------------------------------


@phrase(
    "stmt",
    "there (must|should|may) be <span_bound> between <cell> and <cell>",
    "<span_bound> (must|should|may) (lie|pass|be) between <cell> and <cell>",
)
def span_between(bound: tuple[str, Span], start: Value, end: Value) -> Statement | None:
    """There must be at most 4 days between A and B."""
    condition = _spanned(bound, start, end)
    return None if condition is None else rule(condition)


@phrase(
    "stmt", "there (must not|may not|should not|can not) be <span_bound> between <cell> and <cell>"
)
def no_span_between(bound: tuple[str, Span], start: Value, end: Value) -> Statement | None:
    """There must not be more than 4 days between A and B."""
    sign = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}.get(bound[0])
    return None if sign is None else span_between((sign, bound[1]), start, end)


def _spanned(bound: tuple[str, Span], start: Value, end: Value) -> Predicate | None:
    """Days and hours are counted; weeks are seven days; months and years have no one length."""
    sign, (amount, unit) = bound
    if unit in ("months", "years"):
        return None
    counted = "days" if unit == "weeks" else unit
    span = Elapsed.model_validate({"unit": counted, "start": start, "end": end})
    return compare(span, sign, number(amount * 7 if unit == "weeks" else amount))


phrase.words("_apart", "apart | away from each other | from each other")
phrase.widen("_lie", "be | lie")
for _head in ("_ge", "_gt", "_le", "_lt"):
    phrase("stmt", f"<all_subjects> _must [_lie] {_head} <span> _apart")(
        lambda pair, span, sign=_SIGNS[_head]: _apart(pair, sign, span, True)
    )
    phrase("stmt", f"<all_subjects> _must_not [_lie] {_head} <span> _apart")(
        lambda pair, span, sign=_SIGNS[_head]: _apart(pair, sign, span, False)
    )


def _apart(pair: Subjects, sign: str, span: Span, wanted: bool) -> Statement | None:
    if len(pair.items) != 2:
        return None
    told = _spanned((sign, span), *pair.items)
    if told is None:
        return None
    distance = _Apply(function=Function.ABSOLUTE, of=told.left)  # type: ignore[union-attr]
    opposite = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
    wanted_sign = sign if wanted else opposite[sign]
    return rule(told.model_copy(update={"left": distance, "sign": wanted_sign}))


# Ago ------------------------------------------------------------------------------------------


@phrase("adj", "not older than <span>", "no older than <span>")
def recent(span: Span) -> Predicate | None:
    """Not longer ago than this."""
    return _compared("<=", Today(), span, -1)


@phrase("adj", "(within|in|from) [the] (last|past|previous) <span>")
def of_the_last(span: Span) -> Predicate | None:
    """One of the last days: a later day is none of them either."""
    started = recent(span)
    return None if started is None else all_of(started, compare(IT, "<=", Today()))


@phrase("adj", "younger than <span>")
def younger(span: Span) -> Predicate | None:
    """Less long ago than this."""
    return _compared("<", Today(), span, -1)


@phrase("adj", "older than <span>")
def older(span: Span) -> Predicate | None:
    """Longer ago than this."""
    return _compared(">", Today(), span, -1)


@phrase("rowvp", "_be (not|no) older than <span>", cost=0.2)
@phrase("participle", "(not|no) older than <span>", cost=0.2)
def row_recent(span: Span) -> Predicate | None:
    """A row that is not older than a week, by the one column that can tell."""
    told = recent(span)
    return None if told is None else about(told, Cell(table="", column=SINCE))


@phrase("rowvp", "_be younger than <span>", cost=0.2)
@phrase("participle", "younger than <span>", cost=0.2)
def row_younger(span: Span) -> Predicate | None:
    """A row that is younger than a week."""
    told = younger(span)
    return None if told is None else about(told, Cell(table="", column=SINCE))


@phrase("rowvp", "_be older than <span>", "_be (more than|over) <span> old", cost=0.2)
@phrase("participle", "older than <span>", "(more than|over) <span> old", cost=0.2)
def row_older(span: Span) -> Predicate | None:
    """A row that is older than a week."""
    told = older(span)
    return None if told is None else about(told, Cell(table="", column=SINCE))


@phrase("adj", "(within|in) [the] next <span>")
def soon(span: Span) -> Predicate | None:
    """From the day of the run to so long after."""
    return _between(Today(), span, (0, 1))
