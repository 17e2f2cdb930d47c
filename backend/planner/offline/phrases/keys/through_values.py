"""Phrases for groups that must have a row for each of several values: observed in 2007, 2008 and 2009."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, number

phrase = Phrases()
Through = tuple[str, Cell, tuple[Constant, ...]]
"""``through``, the column, and the values of which each must be there."""

phrase.words(
    "_on_the_records",
    "observed | recorded | seen | listed | reported | registered | documented | represented | surveyed | sampled | "
    "present | found | on record | noted | logged | covered | in the data",
)
phrase.words(
    "_is_met_there",
    "_must (be|have been) _on_the_records | _must (occur|appear|show up|turn up|come up|exist) | "
    "_must have (occurred|appeared|turned up)",
)
phrase.words("_met_at", "in | on | at | for | from | during | under | with | within")
phrase.words(
    "_each_single_one", "each of | every one of | all of | both | all | each one of | both of"
)


@phrase("values_before", "<adjective>", "<values_before> , <adjective>")
def values_before(*told: object) -> Through | None:
    """2007, 2008: values of one column, none of them twice."""
    last = told[-1]
    if not isinstance(last, Compare) or last.sign != "==" or not isinstance(last.left, Cell):
        return None
    if not isinstance(last.right, Constant):
        return None
    _, of, before = told[0] if isinstance(told[0], tuple) else ("through", last.left, ())
    is_new = of == last.left and last.right not in before
    return ("through", of, (*before, last.right)) if is_new else None


@phrase("values_before", "<values_before> , <number>", cost=0.02)
def numbers_before(before: Through, last: Constant) -> Through | None:
    """2007, 2008, of which the first tells the column."""
    _, of, found = before
    is_new = found[0].reads == last.reads and last not in found
    return ("through", of, (*found, last)) if is_new else None


@phrase("through", "[both] <values_before> [,] and [_met_at] <adjective>")
def through(before: Through, last: Predicate) -> Through | None:
    """2007, 2008 and 2009."""
    return values_before(before, last)


@phrase("through", "[both] <values_before> [,] and <number>", cost=0.02)
def through_numbers(before: Through, last: Constant) -> Through | None:
    """2007, 2008 and 2009, of which the first tells the column."""
    return numbers_before(before, last)


@phrase(
    "through", "[the] <cell> <every_value>", "_each_single_one [the|these] <cell> <every_value>"
)
@phrase("through", "_each_single_one [the|these] <cell> [:] <comma_list>", cost=0.05)
def through_named(of: Value, found: tuple[Constant, ...]) -> Through | None:
    """The years 2007, 2008 and 2009."""
    is_several = len(set(found)) == len(found) > 1
    return ("through", of, found) if is_several and isinstance(of, Cell) else None


@phrase("stmt", "<each_group> _is_met_there _met_at <through>", cost=0.05)
@phrase("stmt", "<each_group> _must _holds <noun> _met_at <through>", cost=0.05)
@phrase(
    "stmt",
    "<each_group> _must _holds (a|an|one|at least one|some) <noun> _met_at <through>",
    cost=0.05,
)
def each_through(by: Keys, *told: object) -> Statement | None:
    """Each species must have been observed in 2007, 2008 and 2009."""
    rows = next((each for each in told if isinstance(each, RowSet)), RowSet())
    found = next((each for each in told if isinstance(each, tuple)), None)
    if found is None or found[1] in by or rows.where is not None or rows.each:
        return None
    _, of, values = found
    wanted = (rows.that(compare(of, "==", each)) for each in values)
    bound = compare(IT, ">=", number(1))
    return per_group(by, all_of(*(about(bound, count(each)) for each in wanted)), rows.table)
