"""Phrases for ages on the day of an event: 17 or older when the licence was issued."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Constant, Elapsed, Predicate, Value
from backend.rules.phrasing import Phrases, compare

phrase = Phrases()

phrase.widen("_then_when", "when | as | at the time | on the day | the day | on the date")
phrase.words("_came_by", "got | received | obtained | took | had | acquired | gained")
phrase.words("_of_theirs", "its | their | his | her")


@phrase("event_day", "_whoever [_happened_to|_came_by] [_of_theirs] <cell>")
@phrase("event_day", "[_of_theirs] <cell> [_happened_to given|_happened_to made]")
def event_day(day: Cell) -> Cell:
    """They got their licence."""
    return day


@phrase("event_day", "[_of_theirs] <cell> _happened_to <cell>")
def event_of(of: Cell, done: Cell) -> Cell | None:
    """Their licence was issued: both words are of one header."""
    return done if of == done else None


@phrase("how_old", "<old> _then_when <event_day>")
def old_then(age: Value, day: Cell) -> Value | None:
    """17 years old when they got their licence."""
    return age.model_copy(update={"end": day}) if isinstance(age, Elapsed) else None


for _symbol, _over, _not_over in (("older", ">", "<="), ("younger", "<", ">=")):
    for _no, _sign in (("", _over), ("(not|no) ", _not_over)):

        @phrase("aged", f"{_no}<{_symbol}> than <number> [_years] _then_when <event_day>")
        def than_then(
            age: Value, bound: Constant, day: Cell, sign: str = _sign
        ) -> Predicate | None:
            """Younger than 17 when their licence was issued."""
            at = old_then(age, day)
            return None if at is None else compare(at, sign, bound)


@phrase("aged", "<number> [_years] or <older> _then_when <event_day>")
def or_older_then(bound: Constant, age: Value, day: Cell) -> Predicate | None:
    """17 or older when they got their licence."""
    at = old_then(age, day)
    return None if at is None else compare(at, ">=", bound)
