"""Phrases for the most frequent value: found most often, in more rows than any other."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.metric_duties import is_most_common, most_common
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.widen(
    "_most_common",
    "most frequent | most common | commonest | most widespread | most often found | most often seen | most "
    "frequently used | most frequently found | leading | predominant | dominant",
)
phrase.words(
    "_seen_most",
    "(found|seen|used|given|chosen|recorded|entered|listed|named|picked|occurring|met|reported|appearing|that "
    "occurs|that appears|that is found|that is used|with the most rows|with most rows) [most often|most "
    "frequently|most|the most]",
)
phrase.words("_among_all", "among | in | of | over | across | for")
phrase.words(
    "_than_any_other",
    "than any other [one|value|<cell>|type|kind|class|category|status|code] | than every other [one|value] | "
    "than each other [one|value] | than anything else | than all [the] others",
)


@phrase(
    "stmt",
    "<cell> _seen_most [_among_all [all|the] <rows>] (_must be|_be) <option>",
    "<option> (_must be|_be) <cell> _seen_most [_among_all [all|the] <rows>]",
    cost=0.04,
)
def seen_most(*parts: object) -> Statement | None:
    """The class found most often among the samples must be safety."""
    return _most_common(parts)


@phrase(
    "stmt",
    "more <rows> _must have <cell> <option> _than_any_other",
    "more <rows> (have|has|show|carry|are in|are of|are with) <cell> [of|=] <option> _than_any_other",
    "<cell> (is|must be) <option> (in|for|on) more <rows> _than_any_other",
    "<option> (is|must be) <cell> (used|given|found|recorded) in more <rows> _than_any_other",
    "<option> (is|must be) used as <cell> in more <rows> _than_any_other",
    cost=0.04,
)
def more_than_any_other(*parts: object) -> Statement | None:
    """More samples have class safety than any other class."""
    return _most_common(parts)


def _most_common(parts: tuple[object, ...]) -> Statement | None:
    """A rule about the mode; rows that are chosen by something else are declined."""
    cells = [part for part in parts if isinstance(part, Cell)]
    values = [part for part in parts if isinstance(part, Constant)]
    rows = [part for part in parts if isinstance(part, RowSet)]
    if len(values) != 1 or len(set(cells)) != 1 or any(each.where is not None for each in rows):
        return None
    told: Value = values[0]
    return is_most_common(told, cells[0])


@phrase(
    "stmt",
    "<cell> (with|in|of|having) [the] most (<noun>|_row) (<duty>|<vp>)",
    "<cell> (that|which) (has|have|holds|shows|occurs in|appears in|is found in) [the] most (<noun>|_row) (<duty>|<vp>)",
    "<cell> (that|which|where) most (<noun>|_row) (are in|are from|belong to|have|are|live in|stand in|are of) (<duty>|<vp>)",
    cost=0.05,
)
def with_the_most(of: Cell, *parts: Any) -> Statement | None:
    """The region with the most stores must be East or West."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    if any(each.where is not None for each in rows):
        return None
    return most_common(of, parts[-1])
