"""Phrases for a column that tells another one in other values: grade is mark as a number: A is 5, B 4."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.cases_named import Told, Tolds, by_cases
from backend.rules.language.terms import Cell, Constant, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, compare

phrase = Phrases()

phrase.widen(
    "_case_sign",
    "stands for | counts as | counts | gives | becomes | corresponds to | translates to | maps to | is worth | equals | "
    "scores | comes out as | turns into",
)
phrase.widen(
    "_is_given_by",
    "is derived from | is taken from | is computed from | is worked out from | comes from | "
    "results from | is read off | is looked up from | is based on",
)
phrase.words(
    "_merely_that",
    "just | only | simply | merely | nothing but | basically | always | no more than",
)
phrase.words(
    "_in_other_values",
    "(as|in|written as|turned into|converted to|expressed as|translated into|expressed in|coded as|put into) "
    "[a|an|plain] (number|numbers|figure|figures|points|digit|digits|score|scores|code|codes|word|words|letter|letters|"
    "rank|ranks|short)",
)
phrase.words(
    "_tells_in_short",
    "is [_merely_that] [(the numeric|the numerical|a numeric|the short) (form|code|version|value) of]",
)


@phrase("mapped", "<case_value> (for|as|to) <option>", cost=0.05)
def value_for(where: Predicate, value: Constant) -> Told:
    """Ex stands for 5, Gd for 4."""
    return Told(where, compare(IT, "==", value))


@phrase("mapped_cases", "<named_case> (,|;|, and|and|; and) <mapped>")
@phrase("mapped_cases", "<mapped_cases> (,|;|, and|and|; and) <mapped>")
def mapped_cases(*parts: Told | Tolds) -> Tolds | None:
    """Of one column, another value each time."""
    told = tuple(each for part in parts for each in ((part,) if isinstance(part, Told) else part))
    columns = {getattr(each.where, "left", each.where) for each in told}
    once = len({each.where for each in told}) == len(told)
    return told if len(columns) == 1 and once else None


@phrase(
    "stmt",
    "<cell> _tells_in_short <cell> [_in_other_values] (:|,|–|;|.) (<named_cases>|<mapped_cases>)",
    "<cell> (_is_given_by|_tells_in_short) <cell> (:|,|–|;|.) <mapped_cases>",
    "<cell> (:|–|->) <mapped_cases>",
    cost=-0.1,
)
def told_otherwise(*parts: Cell | Tolds) -> Statement | None:
    """The score is just the grade as a number: Ex stands for 5, Gd for 4 and Po for 1."""
    cells = [part for part in parts if isinstance(part, Cell)]
    cases = next(part for part in parts if not isinstance(part, Cell))
    key = getattr(cases[0].where, "left", None)
    is_named = len(cells) == 1 or (isinstance(key, Cell) and key.column == cells[1].column)
    return by_cases(*parts) if is_named else None
