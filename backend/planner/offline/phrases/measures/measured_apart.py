"""Phrases that hold a measure of some rows against that of others, each behind its own preposition.

The mean must be higher on rows with workingday 0 than on rows with workingday 1; lower where it
rains than where it does not.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.two_groups import measure_against_that
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Cell, Compare, Constant, Measure, OneOf, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, compare, not_

phrase = Phrases()

phrase.words("_among_some", "of | for | in | on | among | with | at | during")
phrase.words("_paying", "earning | making | getting | paying")
phrase.words("_wherever_so", "where | when | if | whenever")


@phrase("some_apart", "_among_some <rows>")
def rows_apart(rows: RowSet) -> RowSet | None:
    """On rows with workingday 0."""
    return None if rows.each or rows.where is None else rows


@phrase("some_apart", "_among_some <cell> <option>", cost=0.1)
def with_value(of: Value, value: Constant) -> RowSet:
    """In lot A."""
    return RowSet(where=compare(of, "==", value))


@phrase("some_apart", "_wherever_so <clauses>")
def where_apart(told: Predicate) -> RowSet:
    """Where workingday is 0."""
    return RowSet(where=told)


@phrase("some_apart", "_among_some <adjective>", cost=0.15)
@phrase("some_apart", "_among_some (those|the ones|the rows|ones) <rel>", cost=0.1)
@phrase("some_apart", "_among_some (those|ones) _paying <adjective>", cost=0.1)
def such_apart(told: Predicate) -> RowSet:
    """Among those with a card."""
    return RowSet(where=told)


@phrase("some_apart", "_among_some <noun> _paying <adjective>", cost=0.15)
def paid_apart(rows: RowSet, told: Predicate) -> RowSet | None:
    """Of people earning >50K, which one column alone holds."""
    return RowSet(table=rows.table, where=told) if rows.where is None else None


_REST = "the rest"


@phrase(
    "rest_apart",
    "_among_some [all] [the] (others|rest)",
    "_among_some (all|the|all the) (other|remaining|rest of the) <noun>",
    "_among_some other <noun>",
    "_among_some (all|the|all the) other (days|months|weeks|years|hours)",
    "_among_some other (days|months|weeks|years|hours)",
    "otherwise",
    "elsewhere",
)
def rest_apart(*rows: RowSet) -> RowSet | None:
    """On all other days: wherever the first group is not."""
    is_plain = all(each.where is None and not each.each for each in rows)
    return RowSet(table=_REST) if is_plain else None


@phrase("rest_apart", "_among_some [all|the|all the] other <cell>", cost=0.1)
def other_values(of: Value) -> RowSet | None:
    """In all other countries: of another value of the column that tells the first group."""
    return RowSet(table=_REST, where=compare(of, "==", of)) if isinstance(of, Cell) else None


phrase("apart_from_it", "<some_apart>")(lambda rows: rows)
phrase("apart_from_it", "<rest_apart>")(lambda rows: rows)
phrase.words("_that_figure", "that | those | the one | the figure | its mean | its average")


@phrase("figure_again", "[the] <measure> [of] <cell>")
def figure_again(kind: Measure, of: Value) -> tuple[Measure, Value]:
    """The average age, said once more."""
    return kind, of


@phrase(
    "stmt",
    "<measure> [of] <cell> _must be <a_higher> <some_apart> than [that|the one] <apart_from_it>",
    "<measure> [of] <cell> _be <a_higher> <some_apart> than <apart_from_it>",
    "<measure> [of] <cell> <some_apart> _must be <higher_than> [_that_figure|<figure_again>] <apart_from_it>",
    "<some_apart> [,] <measure> [of] <cell> _must be <higher_than> [_that_figure] <apart_from_it>",
    "<some_apart> [,] <measure> [of] <cell> _be <higher_than> [_that_figure] <apart_from_it>",
    cost=0.02,
)
def higher_on_some(*parts: object) -> Statement | None:
    """The mean count has to be higher on rows with workingday 0 than on rows with workingday 1."""
    rows, others = (part for part in parts if isinstance(part, RowSet))
    kind = next(part for part in parts if isinstance(part, Measure))
    sign = next(part for part in parts if part in ("<", ">"))
    of = next(part for part in parts if not isinstance(part, RowSet | Measure | str | tuple))
    if any(isinstance(part, tuple) and part != (kind, of) for part in parts):
        return None
    return _apart(kind, of, rows, str(sign), others)  # type: ignore[arg-type]


@phrase(
    "stmt",
    "<measure> [of] <cell> <some_apart> _must be <higher_than> that <some_apart> [,] and that <some_apart> [_must be] "
    "<higher_than> that <some_apart>",
    "<measure> [of] <cell> <some_apart> <higher_than> that <some_apart> [,] and that <some_apart> "
    "<higher_than> that <some_apart>",
    cost=0.02,
)
def one_above_another(
    kind: Measure, of: Value, first: RowSet, sign: str, second: RowSet, *rest: object
) -> Statement | None:
    """The mean fare of deck 1 must be above that of deck 2, and that of deck 2 above that of 3."""
    again, down, third = rest
    if again != second or down != sign or not isinstance(third, RowSet):
        return None
    pairs = (_apart(kind, of, first, sign, second), _apart(kind, of, second, sign, third))
    rules = [each.rule for each in pairs if each is not None]
    told = [each for each in rules if isinstance(each, FailingMetrics)]
    if len(told) < 2 or first == third:
        return None
    both = all_of(*(each.must for each in told))
    return Statement(rule=told[0].model_copy(update={"must": both}))


def _apart(kind: Measure, of: Value, rows: RowSet, sign: str, others: RowSet) -> Statement | None:
    if others.table == _REST and rows.where is not None:
        named = others.where.left if isinstance(others.where, Compare) else None
        if isinstance(named, Cell) and not _is_told_by(named, rows.where):
            return None
        others = RowSet(where=not_(rows.where))
    if rows.where is None or others.where is None or _columns(rows.where) != _columns(others.where):
        return None
    if isinstance(of, Cell) and of.column in _columns(rows.where):
        return None
    table = rows.table or others.table
    if others.table not in ("", table):
        return None
    first = rows.model_copy(update={"table": table})
    return measure_against_that(kind, of, first, sign, others.model_copy(update={"table": table}))


def _is_told_by(named: Cell, told: Predicate) -> bool:
    """Whether a group is told by one column, and by its values alone."""
    return _columns(told) == {named.column} and isinstance(told, Compare | OneOf)


def _columns(told: Predicate) -> set[str]:
    """The columns by which a group is told."""
    return {part.column for part in walk(told) if isinstance(part, Cell)}
