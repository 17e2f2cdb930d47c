"""Phrases for which values a column holds as a whole: these and no others, each of them."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_group_values import every_one
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    all_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()
Options = tuple[Constant, ...]
_MOST_NUMBERS = 40

phrase.words(
    "_turn_up", "appear | occur | exist | be used | be present | show up | be found | turn up"
)
phrase.words(
    "_no_others_of_it",
    "and nothing else | , nothing else | and no other [value|values] | , no other [value|values] | "
    "and no more | , no more | - nothing else | ; nothing else",
)
phrase.words(
    "_these_alone",
    "and no others | , no others | and only those | and only these | , only these | , only those",
)
phrase.words("_no_more", "_no_others_of_it | _these_alone")


# These and no others --------------------------------------------------------------------------


@phrase("adj", "<or_list> _no_more", "<and_list> _no_more", "<comma_list> _no_more", cost=0.05)
def listed_only(found: Options) -> Predicate:
    """A, B, C and nothing else."""
    return one_of(IT, found)


@phrase("allowed", "<cell> [:|=] <and_list> _no_more", "<cell> [:|=] <or_list> _no_more", cost=0.02)
@phrase(
    "allowed",
    "<cell> [only] _keeps [only|just] [_values_such] <any_list> _no_more",
    "<cell> only _keeps [_values_such] <any_list>",
    "<cell> [must|may|can|should] _keeps (only|just|nothing but) [_values_such] <any_list>",
    "only [the values] <any_list> (are|is) (allowed|permitted|valid|legal|accepted|possible) (in|for|as) [a] <cell>",
    "only [the values] <any_list> (may|can|should|must) _turn_up (in|as|for) <cell>",
)
def hold_only(*parts: object) -> Predicate | None:
    """A column only contains the values 1 and 2."""
    of = next(part for part in parts if isinstance(part, Cell))
    options = next(part for part in parts if isinstance(part, tuple))
    return one_of(of, options)


@phrase(
    "stmt",
    "no <cell> [value] (other than|but|except|besides|apart from) <any_list> _may _turn_up",
    "no <cell> [value] (other than|but|except|besides|apart from) <any_list> (is|are) "
    "(allowed|permitted|valid|accepted)",
    "no (value|values|code|codes|entry|entries) (other than|but|except|besides) <any_list> "
    "_may _turn_up in <cell>",
    "nothing (other than|but|except|besides) <any_list> _may _turn_up in <cell>",
)
def no_other(*parts: object) -> Statement | None:
    """No flavour other than A and B may appear."""
    of = next(part for part in parts if isinstance(part, Cell))
    options = next(part for part in parts if isinstance(part, tuple))
    return rule(one_of(of, options), subject=of)


# Each of them ---------------------------------------------------------------------------------

phrase.words("_at_least_once", "[at least] once | at least one time | somewhere | in the data")
phrase.words(
    "_keeps",
    "contains | contain | has | have | holds | hold | takes | take | uses | use | knows | know | allows",
)
phrase.words("_values_such", "values | value | codes | entries | values : | codes :")
phrase.words("_dash", "- | – | — | : | ,")


@phrase(
    "stmt",
    "[all] [<number>] <cell> [values] _dash <every_value> [-|–|—|,] _must [all|each] "
    "_turn_up [_at_least_once]",
    "[all] [<number>] <cell> [values] \\( <every_value> \\) _must [all|each] "
    "_turn_up [_at_least_once]",
    "<cell> [values] <every_value> _must [all|each] _turn_up [_at_least_once]",
    cost=0.05,
)
def each_turns_up(*parts: object) -> Statement | None:
    """All three flavours - A, B and C - must occur at least once."""
    of = next(part for part in parts if isinstance(part, Cell))
    wanted = next(part for part in parts if isinstance(part, tuple) and not isinstance(part, Cell))
    told = next((part for part in parts if isinstance(part, Constant)), None)
    return (
        None if told is not None and told.value != len(wanted) else statement(every_one(of, wanted))
    )


@phrase(
    "stmt",
    "<every_value> _must [all|each|both] _turn_up [_at_least_once] (in|as|among|under) <cell> [values]",
    "<every_value> (all|each|both) _must _turn_up [_at_least_once] (in|as|among|under) <cell> [values]",
    "(each|all|every one) of <every_value> _must _turn_up [_at_least_once] (in|as|among) <cell>",
    "(each|all|every one) of <every_value> _must be (among|amongst|one of) <cell> [values]",
    cost=0.05,
)
def each_in_column(wanted: Options, of: Value) -> Statement | None:
    """A, B and C must each occur in flavour."""
    return statement(every_one(of, wanted)) if isinstance(of, Cell) else None


phrase.widen(
    "_numbers_such", "numbers | values | whole numbers | integers | figures | digits | codes"
)
phrase.words("_occurs_once_at_least", "_turn_up [_at_least_once] | be there [at least once]")


def numbers_between(first: Constant, last: Constant) -> Options | None:
    """The whole numbers from one to another, if they are few."""
    low, high = first.value, last.value
    if not isinstance(low, int) or not isinstance(high, int) or first.unit or last.unit:
        return None
    if not low < high <= low + _MOST_NUMBERS:
        return None
    return tuple(first.model_copy(update={"value": each}) for each in range(low, high + 1))


@phrase("every_value", "_numbers_such <every_value>", cost=0.05)
def values_told(found: Options) -> Options:
    """The values 1, 2 and 3."""
    return found


@phrase("every_number", "[from] <number> (to|through|up to) <number>")
@phrase("every_number", "between <number> and <number>")
def every_number(first: Constant, last: Constant) -> Options | None:
    """From 1 to 5."""
    return numbers_between(first, last)


@phrase(
    "stmt",
    "(all|each|every one|each one|every) [of] [the] [<number>] _numbers_such <every_number> _must _occurs_once_at_least (in|as|among) <cell>",
    "(all|each|every) [of] [the] [<number>] <cell> [values] <every_number> _must _occurs_once_at_least",
    "<cell> _must (contain|show|have|include|hold|cover|take) (all|each|every one|each one) [of] [the] [<number>] [_numbers_such] (<every_number>|<every_value>) [_at_least_once]",
    "every <cell> [value] <every_number> _must _occurs_once_at_least",
    cost=0.05,
)
def each_number_occurs(*parts: object) -> Statement | None:
    """All numbers from 1 to 5 must occur in points."""
    wanted = next(part for part in parts if isinstance(part, tuple) and not isinstance(part, Cell))
    return each_turns_up(*(part for part in parts if part is not wanted), wanted)


@phrase("whole_set", "<every_value>", "<comma_list>", "{ <comma_list> }")
def whole_set(found: Options) -> Options:
    """A, B and C as a set."""
    return found


@phrase(
    "stmt",
    "set of [distinct|different] <cell> [values] _must (be|equal) [exactly] [:] <whole_set>",
    "set of [distinct|different] <cell> [values] (is|equals) [exactly] [:] <whole_set>",
    "(distinct|different) <cell> [values] _must be exactly [:] <whole_set>",
    "(distinct|different) <cell> [values] (are|is) exactly [:] <whole_set>",
    "(distinct|different) values (of|in) <cell> (_must be|are|is) exactly [:] <whole_set>",
    "<cell> _must (take|contain|have|hold) exactly [values] [:] <whole_set>",
    "<cell> (takes|contains|has|holds) exactly [the values] [:] <whole_set>",
    cost=0.05,
)
def exactly_these(of: Value, wanted: Options) -> Statement | None:
    """The set of flavours must be exactly A, B and C: each occurs, and no other."""
    if not isinstance(of, Cell) or len(set(wanted)) < 2:
        return None
    others = all_of(not_(Missing(of=of)), not_(one_of(of, wanted)))
    none_other = compare(count(RowSet(table=of.table, where=others)), "==", number(0))
    return statement(all_of(every_one(of, wanted), none_other))
