"""Phrases for ages on the day of another row: riders are 10 or older on the day their ride starts.

Asked of the owner, it is a duty of each of its rows: the day is theirs.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Elapsed, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_on_the_day_when",
    "when | on the day | on the date | on the day when | on the day that | on the day on which | at the time | at "
    "the time when | at the moment | by the time | the day",
)
phrase.words("_someone_s", "their | his | her | its | his or her | the | a | any")


@phrase("day_of_rows", "_on_the_day_when _someone_s <noun> [is|was|has|are|were|has been] <acting>")
def day_of_rows(rows: RowSet, day: Cell) -> Cell | None:
    """On the day their ride starts."""
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    return day.model_copy(update={"table": rows.table}) if is_plain else None


@phrase("day_of_rows", "(on|at|as of) <column>", cost=0.1)
def day_named(day: Cell) -> Cell:
    """On starts_on."""
    return day


for _head, _sign in (("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<")):

    @phrase("old_then", f"{_head} <number> [_years] [<old>] <day_of_rows>", cost=0.02)
    def so_old_then(
        bound: Constant, *parts: Value, sign: str = _sign
    ) -> tuple[Elapsed, str, Constant, Cell] | None:
        """At least 10 years old on the day their ride starts."""
        *age, day = parts
        if not age or not isinstance(age[0], Elapsed) or not isinstance(day, Cell):
            return None
        return age[0], sign, bound, day


@phrase("old_then", "<number> [_years] or <older> <day_of_rows>", cost=0.02)
def or_older(bound: Constant, age: Value, day: Cell) -> tuple[Elapsed, str, Constant, Cell] | None:
    """10 or older on the day their ride starts."""
    return (age, ">=", bound, day) if isinstance(age, Elapsed) else None


@phrase("old_then", "<younger> than <number> [_years] <day_of_rows>", cost=0.02)
def younger_then(
    age: Value, bound: Constant, day: Cell
) -> tuple[Elapsed, str, Constant, Cell] | None:
    """Younger than 10 on the day their ride starts."""
    return (age, "<", bound, day) if isinstance(age, Elapsed) else None


def _aged(owner: RowSet, told: tuple[Elapsed, str, Constant, Cell]) -> Predicate | None:
    age, sign, bound, day = told
    start = age.start
    is_plain = bool(owner.table) and owner.where is None and day.table != owner.table
    if not is_plain or not isinstance(start, Cell):
        return None
    born = start.model_copy(update={"table": owner.table})
    return compare(age.model_copy(update={"start": born, "end": day}), sign, bound)


@phrase("stmt", "[_each] <noun> _must be <old_then>", cost=0.02)
def must_be_old(owner: RowSet, told: tuple[Elapsed, str, Constant, Cell]) -> Statement | None:
    """Riders must be at least 10 years old on the day their ride starts."""
    found = _aged(owner, told)
    return None if found is None else rule(found, told[3].table)


@phrase("stmt", "no <noun> _may be <old_then>", "<noun> _must_not be <old_then>", cost=0.02)
def must_not_be_old(owner: RowSet, told: tuple[Elapsed, str, Constant, Cell]) -> Statement | None:
    """No rider may be younger than 10 when their ride starts."""
    found = _aged(owner, told)
    return None if found is None else rule(not_(found), told[3].table)
