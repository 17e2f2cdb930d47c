"""Phrases for values that must be seen in a column: each of these answers, a 9 by somebody.

The values may have a noun before them that says no more than that they are values; the rows among
which they are looked for are those of the table.
"""

from __future__ import annotations

from backend.planner.offline.phrases.values.value_sets import numbers_between
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_duties import is_most_common
from backend.rules.metric_group_values import every_one
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    all_of,
    compare,
    number,
)

phrase = Phrases()
Options = tuple[Constant, ...]

phrase.words(
    "_numbers_such",
    "answers | scores | marks | options | grades | ratings | letters | words | names | categories | kinds | "
    "types | classes | levels | states | statuses | choices | keys | texts | entries | colours | colors | sizes",
)
phrase.words(
    "_number_such",
    "answer | score | mark | option | grade | rating | letter | word | name | category | kind | type | class | "
    "level | state | status | choice | key | text | entry | value | code | number | figure",
)
phrase.words(
    "_must_be_seen",
    "_must [all|each|both] (_turn_up|come up|be there|be represented|be given|be chosen|be seen|be in use|be "
    "mentioned|be covered|be taken|be _jotted_in) | _must have (come up|occurred|appeared|turned up|shown up) | "
    "_must have been (used|seen|chosen|given|there|taken|picked)",
)
phrase.words(
    "_seen_once",
    "[at least] once | at least one time | somewhere | at some point | at least by one",
)
phrase.words("_seen_in", "in | as | among | under | for | within")

# Each of these ----------------------------------------------------------------------------------


@phrase("every_told", "<every_value>", "<every_such>", cost=0.02)
@phrase("every_such", "(each|all|every one) of <every_value>")
@phrase("every_such", "_each _number_such (of|out of|in|among) <every_value>")
def every_told(found: Options) -> Options:
    """Each of the answers 1, 2 and 3."""
    return found


@phrase(
    "every_such",
    "_each [_number_such|whole number|integer] (from|between) <number> (to|and|through|up to) <number>",
)
@phrase("every_such", "all _numbers_such (from|between) <number> (to|and|through|up to) <number>")
def every_number(first: Constant, last: Constant) -> Options | None:
    """Every answer from 1 to 5."""
    return numbers_between(first, last)


phrase.words(
    "_is_seen_there",
    "occurs | occur | appears | appear | comes up | come up | turns up | turn up | shows up | show up | is used | are used | "
    "is present | are present | is found | are found | is there | are there",
)
phrase.words("_seen_at_least", "at least once | at least one time | somewhere | at some point")


@phrase("stmt", "<every_such> _is_seen_there [_seen_at_least] _seen_in <cell>", cost=0.06)
@phrase("stmt", "<every_such> _is_seen_there _seen_in <cell> [_seen_at_least]", cost=0.06)
@phrase(
    "stmt",
    "<every_value> (all|each|both) _is_seen_there [_seen_at_least] _seen_in <cell>",
    cost=0.06,
)
@phrase(
    "stmt",
    "<every_value> (all|each|both) _is_seen_there _seen_in <cell> [_seen_at_least]",
    cost=0.06,
)
@phrase("stmt", "both <every_value> _is_seen_there [_seen_at_least] _seen_in <cell>", cost=0.06)
@phrase("stmt", "<every_told> _must_be_seen [_seen_once] _seen_in <cell>", cost=0.06)
@phrase("stmt", "<every_told> _must_be_seen _seen_in <cell> [_seen_once]", cost=0.06)
def each_in_column(wanted: Options, of: Value) -> Statement | None:
    """Each of the answers 1, 2 and 3 has to occur at least once in wave2."""
    return statement(every_one(of, wanted)) if isinstance(of, Cell) else None


@phrase("stmt", "(in|for|among) <cell> [,] <every_told> _must_be_seen [_seen_once]", cost=0.06)
@phrase("stmt", "<cell> _must _holds <every_such> [_seen_once]", cost=0.06)
def in_column_each(of: Value, wanted: Options) -> Statement | None:
    """In wave2 each of the answers 1, 2 and 3 must occur."""
    return each_in_column(wanted, of)


@phrase(
    "stmt",
    "(each|all|every one) of [the] <cell> [values] <every_value> _must_be_seen [_seen_once] "
    "[(among|in|for) [all|the] <noun>]",
    "<cell> [values] <every_value> _must_be_seen [_seen_once] (among|in|for) [all|the] <noun>",
    r"[_each] <cell> [values] \( (<every_value>|<comma_list>) \) _must_be_seen [_seen_once] "
    "[(among|in|for|by|with) [all|the|at least one|some] <noun>]",
    cost=0.06,
)
def each_among_rows(of: Value, wanted: Options, *rows: RowSet) -> Statement | None:
    """Each of the statuses open and closed must occur at least once among the loans."""
    is_plain = all(each.where is None and each.table for each in rows)
    if not isinstance(of, Cell) or not is_plain or len(set(wanted)) < 2:
        return None
    tables = {each.table for each in rows}
    if of.table and tables - {of.table}:
        return None
    own = of.model_copy(update={"table": tables.pop()}) if tables else of
    return statement(every_one(own, wanted), (), own.table)


# One at least -----------------------------------------------------------------------------------

phrase.words(
    "_somebody",
    "somebody | someone | at least one person | at least somebody | at least someone | anybody | one of them",
)
phrase.words(
    "_chosen",
    "answered | given | chosen | entered | picked | put | put down | ticked | said | marked | written | scored | "
    "rated | selected | voted | reported | recorded | got | had",
)


@phrase(
    "stmt", "_somebody _must have [_chosen] [a|an] <option> (in|for|under|as) <cell>", cost=0.05
)
@phrase(
    "stmt", "at least one <noun> _must have [_chosen] <option> (in|for|under|as) <cell>", cost=0.05
)
def somebody_has(*parts: object) -> Statement | None:
    """Somebody must have answered 9 in wave1."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    of = next((part for part in parts if isinstance(part, Cell)), None)
    wanted = next((part for part in parts if isinstance(part, Constant)), None)
    if of is None or wanted is None or any(each.where is not None for each in rows):
        return None
    table = rows[0].table if rows else of.table
    return statement(_seen(of, wanted, table), (), table)


def _seen(of: Cell, wanted: Constant, table: str) -> Predicate:
    found = count(RowSet(table=table, where=compare(of, "==", wanted)))
    return compare(found, ">=", number(1))


# More often than any other ----------------------------------------------------------------------

phrase.words(
    "_comes_most",
    "(come up|occur|appear|turn up|be found|be used|be chosen|be given|be seen|be there|show up|be picked)",
)


@phrase(
    "stmt", "<option> _must _comes_most more often than (any|every|each) other <cell>", cost=0.04
)
def more_often(wanted: Constant, of: Value) -> Statement | None:
    """Hello has to come up more often than any other flavour."""
    return is_most_common(wanted, of) if isinstance(of, Cell) else None


@phrase("stmt", "is <option> [our|the] _most_common <cell> [?]", cost=0.04)
@phrase("stmt", "is <option> [our|the] _most_common <cell> ? _so_it_must", cost=0.02)
@phrase(
    "stmt",
    "is <option> [our|the] _most_common <cell> ? (it|this|that) (has to be|must be|should be)",
)
def asked_most_common(wanted: Constant, of: Value) -> Statement | None:
    """Is hello our most common flavour? It has to be."""
    return more_often(wanted, of)


# Not the same throughout ------------------------------------------------------------------------

phrase.widen(
    "_in_all_rows",
    "in (all|every|each) [the|of the] (_row|<noun>) | in every single _row | for (everyone|everybody|all) | "
    "everywhere | throughout | all the way down | from top to bottom | for (all|every|each) (_row|<noun>) | in the whole (table|column|file)",
)


@phrase(
    "stmt",
    "<cell> _must_not (be|have|hold|show) [one and] the same [value] _in_all_rows",
    cost=0.04,
)
@phrase("stmt", "<cell> _must_not have one [and the same|single] value _in_all_rows", cost=0.04)
def not_one_value(of: Value, *_: object) -> Statement | None:
    """The price level must not have the same value in all rows."""
    return _varieties(of, ">=", 2)


@phrase(
    "stmt", "<cell> _must (be|have|hold|show) [one and] the same [value] _in_all_rows", cost=0.3
)
@phrase("stmt", "<cell> _must have one [and the same|single] value _in_all_rows", cost=0.3)
def one_value(of: Value, *_: object) -> Statement | None:
    """The currency must be the same in all rows."""
    return _varieties(of, "<=", 1)


def _varieties(of: Value, sign: str, bound: int) -> Statement | None:
    if not isinstance(of, Cell):
        return None
    kinds = Aggregate(measure=Measure.DISTINCT, of=of, table=of.table)
    return statement(compare(kinds, sign, number(bound)))


# All kinds of a column in each group ------------------------------------------------------------


@phrase("stmt", "both <cell> _must_be_seen (in|at|on|for|under|among) <each_group>", cost=0.3)
def both_kinds_in(of: Value, by: Keys) -> Statement | None:
    """Both sexes must occur in each species."""
    return _kinds_per(by, of)


@phrase("stmt", "<each_group> (_must have|has|have|_must contain) both <cell>", cost=0.3)
def group_has_both(by: Keys, of: Value) -> Statement | None:
    """Every island has both sexes."""
    return _kinds_per(by, of)


def _kinds_per(by: Keys, of: Value) -> Statement | None:
    if not isinstance(of, Cell) or of in by:
        return None
    kinds = Aggregate(measure=Measure.DISTINCT, of=of, table="")
    return per_group(by, all_of(compare(kinds, ">=", number(2))))
