"""Phrases for the set of the values in use: exactly these, none missing; all from among these."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.value_sets import Options, exactly_these
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, Statement, one_of

phrase = Phrases()

phrase.widen("_that_occur", "in use | in the _whole | on file | in use here")
phrase.widen(
    "_each_of_them",
    "with none [of them] (missing|left out|absent) | with none missing and none (extra|added) | none [of them] missing | "
    "none missing [,|and|, and] none (extra|added|more|besides|too many) | nothing missing [,] and nothing (extra|added|more|else) | "
    "no more and no less | neither more nor fewer | all of them and (no others|no other|nothing else) | "
    "all (two|three|four|five|six) and (no others|no other|nothing else) | and each of them at least once",
)
phrase.words(
    "_are_all_from",
    "be [all] [a] subset of [the (set|values|list)] | come from | be taken from | be drawn from | be chosen from | stem from | be from among",
)
phrase.words(
    "_are_from_now",
    "are [all] [a] subset of [the (set|values|list)] | come from | are taken from | are drawn from | are chosen from | are from among",
)


@phrase(
    "stmt",
    "[whole|entire|full] set of [distinct|different] <cell> [values] _that_occur (_must (be|equal)|is|are) [exactly] [:] "
    "<whole_set> [[,] _each_of_them]",
    "[whole|entire|full] set of [distinct|different] <cell> [values] (_must (be|equal)|is|are) [exactly] [:] <whole_set> [,] "
    "_each_of_them",
    "[distinct|different] <cell> [values] (_must be|are) <whole_set> [,] _each_of_them",
    "<cell> (_must _has_kinds|_has_kinds) [exactly|only] [the values] <whole_set> [only] [,] _each_of_them",
    cost=0.05,
)
def set_in_use(of: Value, wanted: Options) -> Statement | None:
    """The set of colours in use must be exactly red and blue, none missing and none extra."""
    return exactly_these(of, wanted)


@phrase(
    "stmt",
    "[all] <cell> [values] [_that_occur] (_must [all|each] _are_all_from|[all] _are_from_now) [:] (<or_list>|<and_list>|<whole_set>)",
    cost=0.1,
)
def all_from_these(of: Value, *wanted: Any) -> Statement | None:
    """The languages in use must all come from en, de and fr."""
    options = tuple(
        each for part in wanted for each in (part if isinstance(part, tuple) else (part,))
    )
    is_list = all(isinstance(each, Constant) for each in options) and len(options) > 1
    return rule(one_of(of, options), subject=of) if is_list and isinstance(of, Cell) else None
