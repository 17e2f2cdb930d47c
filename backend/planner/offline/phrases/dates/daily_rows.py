"""Phrases for a row on every day from one date to another: each meter needs one for each of them."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from backend.planner.offline.ordering import EACH_DAY
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Reads, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Modifier, Phrases, Statement, all_of, compare, number

phrase = Phrases()

_LONGEST = 3700


class Days(NamedTuple):
    """A first and a last day, both of which count."""

    first: Constant
    last: Constant
    many: int


@phrase("told_days", "(from|between) <moment> (to|until|till|through|and|up to) <moment>")
@phrase(
    "told_days", r"(from|between) <moment> (to|until|till|through|and|up to) <moment> [,] inclusive"
)
@phrase("told_days", "<moment> (to|-|–|through) <moment>", cost=0.1)
def told_days(first: Value, last: Value) -> Days | None:
    """From 2024-02-01 to 2024-02-08."""
    if not isinstance(first, Constant) or not isinstance(last, Constant):
        return None
    if first.reads != Reads.DATE or last.reads != Reads.DATE:
        return None
    begun, ended = (date.fromisoformat(str(each.value)) for each in (first, last))
    count = (ended - begun).days + 1
    return Days(first, last, count) if 1 < count <= _LONGEST else None


def _covered(days: Days, by: Keys = ()) -> Statement | None:
    """As many different days as there are in all."""
    cells = [key for key in by if isinstance(key, Cell)]
    if len(cells) < len(by):
        return None
    day = Cell(table="", column=EACH_DAY)
    within = all_of(compare(day, ">=", days.first), compare(day, "<=", days.last))
    found = Aggregate(measure=Measure.DISTINCT, of=day, table="", where=within)
    must = compare(found, "==", number(days.many))
    return per_group(by, must, "") if by else statement(must)


phrase.words("_any_day", "(each|every|all) (day|date|days|dates|calendar day|single day)")
phrase.words("_some_day_of_it", "[a|any|one|some] (day|days|date|dates)")
phrase.words("_go_without", "miss | lack | skip | be without | leave out | have no row for")
phrase.words(
    "_goes_without", "miss | misses | lack | lacks | skip | skips | leave out | leaves out"
)

_ON = "(on|for|in|at|per)"
_THERE_BE = "there (must|should|has to) be _some_rows"
_PRESENT = "_must [all] be (present|covered|there|represented|listed|included|recorded)"


# Rather than that every date lies outside of them.
@phrase(
    "stmt",
    *(
        pattern
        for told in (
            "no (day|date) <told_days> _may be (missing|absent|left out|skipped|without _some_rows)",
            "no (day|date) _may be (missing|absent|left out|skipped) <told_days>",
        )
        for pattern in (told, f"<by_group> [,] {told}", f"{told} <by_group>")
    ),
    cost=-1.0,
)
@phrase(
    "stmt",
    *(
        pattern
        for told in (
            f"{_THERE_BE} {_ON} _any_day <told_days>",
            f"_any_day <told_days> {_PRESENT}",
            "_any_day <told_days> _must have _some_rows",
        )
        for pattern in (told, f"<by_group> [,] {told}", f"{told} <by_group>")
    ),
    f"<each_group> _must (have|show|contain|list) _some_rows {_ON} _any_day <told_days>",
    f"<keys> _must (have|show|contain|list) _some_rows {_ON} _any_day <told_days>",
    "<each_group> _must cover _any_day <told_days>",
    "no <keys> _may _go_without _some_day_of_it <told_days>",
    "<each_group> _must_not _go_without _some_day_of_it <told_days>",
    "_flag [all _row of] [_each|all|any] <keys> (that|which) _goes_without _some_day_of_it <told_days>",
    "(is|are) there [any|a|an] <keys> (that|which) _goes_without _some_day_of_it <told_days> [?]",
    "(does|do) any <keys> _go_without _some_day_of_it <told_days> [?]",
    cost=0.04,
)
def every_day_there(*parts: Any) -> Statement | None:
    """Each meter must have a row for every day from 2024-02-01 to 2024-02-08."""
    days = next(part for part in parts if isinstance(part, Days))
    by = next((part for part in parts if type(part) is tuple), ())
    return _covered(days, by)


phrase.words("_each_such", "any | every | each | such | all | those")


@phrase(
    "remark",
    "_show [_all_of_them] _row of [_each_such] <cell> (that|which) _goes_without _some_day_of_it",
    "_show [_all_of_them] _row of [_each_such] <cell> with [a] missing (day|days)",
    cost=0.05,
)
def rows_of_gappy(cell: Value) -> Modifier:
    """Flag all rows of a meter that misses a day."""
    return Modifier(kind="flag-groups", values=(cell,))
