"""Dates as owners write them: 2024/03/01, 15.03.2024, 1-Mar-2024, 20240301.

Where day and month cannot be told apart, as in 03/04/2024, the date is read by neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from backend.planner.offline.chart import Leaf, Node
from backend.planner.offline.context import Unclear
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import MONTHS
from backend.rules.language.terms import Constant, Reads

_YEAR, _PART, _SEP = r"(?P<year>(?:19|20)\d{2})", r"\d{1,2}", r"(?P<sep>[-/.])"
_TIME = r"(?:[T ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?(?![\w:])"
_FORMS = tuple(
    re.compile(form + _TIME)
    for form in (
        rf"{_YEAR}{_SEP}(?P<month>{_PART}|[A-Za-z]{{3,9}})(?P=sep)(?P<day>{_PART})",
        rf"(?P<day>{_PART}){_SEP}(?P<month>{_PART}|[A-Za-z]{{3,9}})(?P=sep){_YEAR}",
    )
)
_BEFORE = frozenset("([,:;")
_SHOWN_BEHIND = frozenset({"like", "as", "example", "e.g.", "style", "format", "form", "layout"})
_FIRST, _LAST = 19000101, 20991231


class Written(NamedTuple):
    """A date of the sentence: the days that it may be, the time of day, and its length."""

    days: tuple[date, ...]
    time: str
    length: int

    @property
    def constant(self) -> Constant:
        """The first of the days, in ISO 8601."""
        day = self.days[0].isoformat()
        if self.time:
            return Constant(value=f"{day} {self.time}", reads=Reads.TIME)
        return Constant(value=day, reads=Reads.DATE)


def date_leaves(sentence: str, tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """The date that begins at a place, if it is written otherwise than in ISO 8601."""
    first = tokens[start]
    is_number = first.shape not in (Shape.DATE, Shape.QUOTED) and first.text[:1].isdigit()
    if not is_number or _is_other(tokens, start):
        return
    found = written_date(sentence[first.start :])
    ends = {tokens[at].end: at + 1 for at in range(start, len(tokens))}
    if found is not None and first.start + found.length in ends:
        end = ends[first.start + found.length]
        yield Leaf("date", start, end, found.constant, 0.0, "date")


def _is_other(tokens: Sequence[Token], start: int) -> bool:
    """Whether a number goes on with what is before it, or shows how dates are written."""
    if start == 0:
        return False
    before = tokens[start - 1]
    is_glued = before.end == tokens[start].start and before.text not in _BEFORE
    return is_glued or before.low in _SHOWN_BEHIND


def written_date(text: str) -> Written | None:
    """The date with which a text begins.

    >>> written_date("15/03/2024, or later").constant.value
    '2024-03-15'
    >>> [day.isoformat() for day in written_date("03/04/2024").days]
    ['2024-04-03', '2024-03-04']
    >>> written_date("31/02/2024") is None
    True
    """
    for form in _FORMS:
        found = form.match(text)
        if found is not None:
            days = tuple(dict.fromkeys(_days(found)))
            return Written(days, found["time"] or "", found.end()) if days else None
    return None


def _days(found: re.Match[str]) -> Iterator[date]:
    year, day, month = int(found["year"]), int(found["day"]), found["month"]
    if not month.isdigit():
        orders = [(MONTHS.get(month.lower(), 0), day)]
    elif found.start("year") == 0:
        orders = [(int(month), day)]
    else:
        orders = [(int(month), day), (day, int(month))]
    for number, of_month in orders:
        try:
            yield date(year, number, of_month)
        except ValueError:
            continue


def refuse_unclear_days(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading each of whose dates is one day.

    Raises:
        Unclear: 03/04/2024 is in March or in April.
    """
    for part in node.walk():
        if part.symbol != "date" or part.children:
            continue
        said = tokens[part.start : part.end]
        text = "".join(token.text for token in said)
        found = written_date(text)
        if found is not None and len(found.days) > 1:
            both = " or ".join(sorted(day.isoformat() for day in found.days))
            raise Unclear(f"in {text} day and month cannot be told apart; write {both}")


def dated_number(value: Constant) -> Constant | None:
    """A number like 20240301 as the day that it writes out."""
    number = value.value
    if value.unit or isinstance(number, bool) or not isinstance(number, int):
        return None
    if not _FIRST <= number <= _LAST:
        return None
    try:
        day = date(number // 10000, number // 100 % 100, number % 100)
    except ValueError:
        return None
    return Constant(value=day.isoformat(), reads=Reads.DATE)
