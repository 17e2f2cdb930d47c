"""Phrases for days told by what was done on them, and for the earliest and the latest day."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.calendar import weekend, workday
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.spans import _spanned
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import (
    Apply,
    Cell,
    Constant,
    Function,
    Predicate,
    Shifted,
    Value,
)
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

# Days by their deeds --------------------------------------------------------------------------

phrase.words("_a_day", "day | date | moment")
phrase.words("_whoever", "it | they | he | she | we | somebody | someone")
phrase.words("_happened_to", "was | were | is | are | has been | have been | had been | got")


@phrase("cell", "_a_day of [its|their|his|her] <column>", cost=0.4)
@phrase("cell", "_a_day [_whoever] _happened_to <column>")
@phrase("cell", "_a_day [on which|when|that] _whoever [_happened_to] <column>", cost=0.1)
def day_of(column: Cell) -> Value:
    """The day of purchase; the day it was purchased."""
    return column


@phrase("cell", "_a_day [on which|when|that] _whoever _happened_to <acting>", cost=0.05)
@phrase("operand", "(it|they) (was|were|is|are) <acting>", cost=0.1)
def day_it_was_done(column: Cell) -> Value:
    """The day it was placed, where a verb speaks of one day."""
    return column


@phrase("cell", "_a_day [on which|when|that] <noun> [_happened_to] <column>", cost=0.1)
def day_of_row(rows: RowSet, column: Cell) -> Value | None:
    """The day the order was paid."""
    is_its_own = column.table in ("", rows.table)
    return (
        column.model_copy(update={"table": rows.table}) if is_its_own and not rows.where else None
    )


@phrase("operand", "[its|their|his|her] <ordinal> <column>", cost=0.05)
@phrase("operand", "<noun> 's <ordinal> <column>", cost=0.05)
def nth_birthday(*parts: Any) -> Value | None:
    """Their 17th birthday."""
    years, born = parts[-2:]
    is_birth = isinstance(born, Cell) and {"birthdate", "birth"}.intersection(stems_of(born.column))
    return Shifted(of=born, amount=years, unit="years") if is_birth else None


# Earlier and later ----------------------------------------------------------------------------


@phrase("adj", "(ahead of|in advance of|sooner than|preceding) <operand>")
def ahead_of(right: Value) -> Predicate:
    """Ahead of the day of payment."""
    return compare(IT, "<", right)


@phrase("adj", "(subsequent to|following|behind) <operand>")
def following(right: Value) -> Predicate:
    """Following the day of payment."""
    return compare(IT, ">", right)


phrase.words(
    "_or_then_on",
    "or (later|after) [it|that|them] | or (any|a) later (day|date) | or thereafter | or afterwards",
)
phrase.words("_or_till_then", "or (earlier|before) [it|that|them] | or (any|an) earlier (day|date)")
phrase.words(
    "_very_day",
    "the same day as | the same date as | same day as | same date as | the day of | on the day of | on the same day as | on",
)


@phrase("adj", "[_very_day] <cell> at the earliest", "[_very_day] <moment> at the earliest")
@phrase(
    "adj",
    "_very_day <cell> _or_then_on",
    "<cell> _or_then_on",
    "_very_day <moment> _or_then_on",
    "<moment> _or_then_on",
)
def earliest(bound: Value) -> Predicate:
    """The day of payment at the earliest; the same day as the pickup or later."""
    return compare(IT, ">=", bound)


@phrase("adj", "[_very_day] <cell> at the latest", "[_very_day] <moment> at the latest")
@phrase(
    "adj",
    "_very_day <cell> _or_till_then",
    "<cell> _or_till_then",
    "_very_day <moment> _or_till_then",
    "<moment> _or_till_then",
)
def latest(bound: Value) -> Predicate:
    """The day of delivery at the latest."""
    return compare(IT, "<=", bound)


@phrase(
    "adj",
    "(before|earlier than) or on <operand>",
    "(before|earlier than) or on the day of <operand>",
)
def before_or_on(bound: Value) -> Predicate:
    """Before or on the day it was purchased."""
    return compare(IT, "<=", bound)


# So long after --------------------------------------------------------------------------------

phrase.words(
    "_at_latest",
    "at the latest | at most | at the most | at the very most | or (sooner|earlier|less) | tops",
)
phrase.words(
    "_at_earliest",
    "at the earliest | at least | at the least | at the very least | or (later|more)",
)
_AFTER = "(after|past|from|later than|following)"
_BEFORE = "(before|prior to|earlier than|ahead of)"


def _moved(of: Value, span: Span, sign: str, direction: int) -> Predicate | None:
    bound = shifted(of, span, direction)
    return None if bound is None else compare(IT, sign, bound)


for _told, _after, _before in (("_at_latest", "<=", ">="), ("_at_earliest", ">=", "<=")):
    phrase("adj", f"<span> {_AFTER} <cell> [,] {_told}", f"{_told} <span> {_AFTER} <cell>")(
        lambda span, of, sign=_after: _moved(of, span, sign, 1)
    )
    phrase("adj", f"<span> {_told} {_AFTER} <cell>")(
        lambda span, of, sign=_after: _moved(of, span, sign, 1)
    )
for _unit in ("day", "week", "month", "year"):
    for _words, _sign in (("or (more|longer)", 1), ("or (less|fewer)", -1)):

        @phrase(
            "least_span",
            f"<number> {_words} ({_unit}|{_unit}s)",
            f"<number> ({_unit}|{_unit}s) {_words}",
        )
        def least_span(
            count: Constant, unit: str = f"{_unit}s", sign: int = _sign
        ) -> tuple[int, Span] | None:
            """17 or more years."""
            return (sign, (count.value, unit)) if isinstance(count.value, int) else None


@phrase("adj", f"<least_span> {_AFTER} <cell>")
def least_after(told: tuple[int, Span], of: Value) -> Predicate | None:
    """17 or more years after the date of birth."""
    return _moved(of, told[1], ">=" if told[0] > 0 else "<=", 1)


@phrase("adj", f"<least_span> {_BEFORE} <cell>")
def least_before(told: tuple[int, Span], of: Value) -> Predicate | None:
    """Two or more days before the start."""
    return _moved(of, told[1], "<=" if told[0] > 0 else ">=", -1)


_DAYS = {"days": 1, "weeks": 7}


@phrase("span", r"<span> \( <span> \)", cost=0.02)
def span_said_again(span: Span, again: Span) -> Span | None:
    """Two weeks (14 days)."""
    known = span[1] in _DAYS and again[1] in _DAYS
    months = {"months": 1, "years": 12}
    if known and span[0] * _DAYS[span[1]] == again[0] * _DAYS[again[1]]:
        return span
    is_same = span[1] in months and again[1] in months
    return span if is_same and span[0] * months[span[1]] == again[0] * months[again[1]] else None


@phrase("stmt", "<cell> within <span> (after|from|following) <cell>", cost=0.1)
def done_within(of: Value, span: Span, start: Value) -> Statement | None:
    """Delivered within ten days after the ship date."""
    low, high = compare(IT, ">=", start), _moved(start, span, "<=", 1)
    return None if high is None else rule(about(all_of(low, high), of), subject=of)


_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


@phrase(
    "stmt",
    "_from <cell> _and_to <cell> [,] [there] (is|are|lie|pass|must be|may be) never <span_bound>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_from <cell> _and_to <cell> [,] [there] (must|may|should|can) not (be|lie|pass) <span_bound>",
    cost=0.05,
)
def never_between(start: Value, end: Value, bound: tuple[str, Span]) -> Statement | None:
    """Between A and B there are never more than 90 days."""
    sign = _OPPOSITE.get(bound[0])
    told = _spanned((sign, bound[1]), start, end) if sign else None
    return None if told is None else rule(told)


@phrase("rowvp", "_takes_long <span_bound> from <cell> (to|until|till) <cell>", cost=0.05)
@phrase("rowvp", "_takes_long <span_bound> between <cell> and <cell>", cost=0.05)
def takes_long(bound: tuple[str, Span], start: Value, end: Value) -> Predicate | None:
    """Take more than ten days from the ship date to the delivery."""
    return _spanned(bound, start, end)


phrase.words(
    "_takes_long",
    "take | takes | took | need | needs | needed | last | lasts | lasted | require | requires",
)
phrase("span_bound", "<span> (at most|at the most|at the latest|tops|or less|or fewer)")(
    lambda span: ("<=", span)
)
phrase("span_bound", "<span> (at least|at the least|or more|or longer)")(lambda span: (">=", span))


# Years and weekends ---------------------------------------------------------------------------


@phrase("adj", "(outside|outside of|not in|not within) [the] [calendar] year <number>", cost=0.05)
def outside_year(year: Constant) -> Predicate | None:
    """Outside the year 2026."""
    if not isinstance(year.value, int) or not 1000 <= year.value <= 9999:
        return None
    return not_(compare(Apply(function=Function.YEAR, of=IT), "==", year))


@phrase("adj", r"[on|at] _weekend \( <weekday_list> \)", r"[on|at] <weekday_list> \( _weekend \)")
def weekend_said_again(days: tuple[int, ...]) -> Predicate | None:
    """At the weekend (Saturday or Sunday)."""
    return weekend() if {*days} == {6, 7} else None


@phrase("adj", "[on] _workday only", "only [on] _workday")
@phrase("adj", r"[only] [on] _workday \( <weekday> (to|-|–|through|until) <weekday> \) [only]")
@phrase(
    "adj",
    "[only] [on|from] <weekday> (to|-|–|through|until) <weekday> [only] [,] (never|not) (on|at) _weekend",
)
def on_workdays(*days: int) -> Predicate | None:
    """Weekdays only; Monday to Friday, never at the weekend."""
    return workday() if days in ((), (1, 5)) else None
