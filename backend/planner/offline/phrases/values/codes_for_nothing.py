"""Phrases for a value that stands for nothing and is to be flagged, and for columns of two codes."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, one_of

phrase = Phrases()

phrase.widen(
    "_nothing",
    "[that] it was not (determined|measured|recorded|known|given|asked|stated|taken|observed|reported|entered|collected) | "
    "not (determined|measured|reported|stated|asked|observed|collected|applicable) | a missing measurement | a missing entry",
)
phrase.words(
    "_no_real_value",
    "(a|the|our) (cap|placeholder|default|dummy|marker|filler|sentinel|default value|dummy value|error code) [, (and not|not) "
    "(a|the) (real|true|actual) (value|measurement|amount|number)] | not (a|the) (real|true|actual) (value|measurement|amount)",
)
phrase.words(
    "_flag_those",
    "_flag (these|those|such|the|all such|all these|all those|all) _row [(that|which) have it|with it|with that value] | "
    "_flag (it|them)",
)


@phrase("marker_told", "<number>", "<text>", "<negative>")
def marker_told(marker: Constant) -> Constant:
    """0, -1 or "?"."""
    return marker


phrase.words("_these_of_it", "these | those | such | the | all such | all these | all those")


@phrase(
    "stmt",
    "[a|an|the] <cell> [of|=] <marker_told> _means _nothing (;|,|.|:) [so|and] _flag_those",
    "[a|an|the] <cell> [of|=] <marker_told> is [only|just] _no_real_value (;|,|.|:) [so|and] _flag_those",
    cost=0.05,
)
@phrase(
    "stmt",
    "[a|an|the] <cell> [of|=] <marker_told> _means _nothing (;|,|.|:) [so|and] _flag _these_of_it <noun>",
    "[a|an|the] <cell> [of|=] <marker_told> is [only|just] _no_real_value (;|,|.|:) [so|and] _flag _these_of_it <noun>",
    cost=0.05,
)
def flag_marked(of: Value, marker: Constant, *rows: RowSet) -> Statement | None:
    """A depth of 0 means it was not measured; flag these rows."""
    if any(each.where is not None for each in rows):
        return None
    return rule(compare(of, "!=", marker), subject=of) if isinstance(of, Cell) else None


# Two codes --------------------------------------------------------------------------------------


@phrase(
    "adj",
    "binary [,|:] [coded [as|with]|with [the] values|that is|i.e.|either] <any_list>",
    r"binary \( <any_list> \)",
    "[all] <or_list> (fields|flags|columns|values|indicators)",
    cost=0.02,
)
def of_two_codes(options: tuple[Constant, ...]) -> Predicate | None:
    """Binary, coded 0 and 1."""
    return one_of(IT, options) if len(options) == 2 else None


@phrase(
    "adj",
    "<number> / <number> (flag|field|column|indicator|variable|value|code|dummy|marker)",
    cost=0.0,
)
@phrase("adj", "<number> / <number>", cost=0.2)
def of_two_numbers(one: Constant, other: Constant) -> Predicate | None:
    """A 0/1 flag."""
    return one_of(IT, (one, other)) if {one.value, other.value} == {0, 1} else None


@phrase("adj", "(coded|encoded) [as|with|by] <any_list>", cost=0.02)
def coded(options: tuple[Constant, ...]) -> Predicate:
    """Coded 0 or 1."""
    return one_of(IT, options)


# What a case means ------------------------------------------------------------------------------


@phrase("stmt", "[a|an|the] <feature> (means|implies) [that] <stmt>", cost=0.1)
@phrase("stmt", "[a|an|the] <feature> _means_idly [then] <stmt>", cost=0.1)
def case_means(condition: Predicate, told: Statement) -> Statement | None:
    """A fee of 0 means the state must be free."""
    return narrowed(told, RowSet(where=condition))


# A share of gaps --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _be (missing|empty|blank|null) in some <noun> [,] but [only] in <share_bound> of (them|these|the <noun>)",
    "<cell> _may be (missing|empty|blank|null) in some <noun> [,] but [only] in <share_bound> of (them|these|the <noun>)",
    cost=0.05,
)
def few_gaps(of: Value, *parts: Any) -> Statement | None:
    """The depth is missing in some rows, but in no more than 5% of them."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    bound = next(part for part in parts if not isinstance(part, RowSet))
    if any(each.where is not None for each in rows) or len({each.table for each in rows}) > 1:
        return None
    return statement(about(bound, share(RowSet(table=rows[0].table), Missing(of=of))))


@phrase("share_metric", "[the] (share|proportion|percentage|fraction) of <valuenoun>", cost=0.05)
def share_of_kind(told: Predicate) -> Value:
    """The share of women."""
    return share(RowSet(), told)
