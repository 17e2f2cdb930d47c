"""The weekday of a date, as the name of a day: it is Sunday, and it is neither 7 nor at most 5.

A phrase that tells a day by its name takes the weekday of what it is told of. Where that is a
weekday already, as a name, the two are one.
"""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Apply, Function, Term, Value
from backend.rules.language.walk import T, rewrite, walk


def weekday_named(of: Value) -> Value:
    """The weekday of a date as a name, until it is settled."""
    return _weekday(_weekday(of))


def with_plain_weekdays(term: T) -> T:
    """The term, in which the weekday of a weekday's name is that weekday.

    Raises:
        Misfit: the name of a weekday is held against something that is no weekday.
    """
    plain = rewrite(term, _plain)
    if any(_inner(part) is not None for part in walk(plain)):
        raise Misfit("a weekday is told by its name: say that it must be Monday, or not Sunday")
    return plain


def _plain(part: Term) -> Term | None:
    named = _inner(part)
    of = None if named is None else _inner(named)
    return None if of is None else _weekday(of.of)


def _inner(part: Term) -> Apply | None:
    """The weekday of which this is the weekday."""
    is_weekday = isinstance(part, Apply) and part.function == Function.WEEKDAY
    of = part.of if is_weekday and isinstance(part, Apply) else None
    return of if isinstance(of, Apply) and of.function == Function.WEEKDAY else None


def _weekday(of: Value) -> Apply:
    return Apply(function=Function.WEEKDAY, of=of)
