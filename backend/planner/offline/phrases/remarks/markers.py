"""Phrases for several texts that mean "missing": n/a and - are placeholders, an empty cell as well."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Reads
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

phrase.words(
    "_placeholders",
    "placeholder | placeholders | filler | fillers | dummy | dummies | stand-in | stand-ins | dummy value | "
    "dummy values | filler value | filler values | stopgaps",
)
phrase.words("_only_a", "just | only | mere | merely | nothing but")
phrase.words(
    "_for_nothing",
    "for (a missing|missing|an empty|empty|no) [one|value|values|entry|cell|<cell>] | for nothing | for none",
)
phrase.words(
    "_so_flag",
    "and (must|should|have to|has to|are to|is to) be flagged [too|as well] | and (are|is) flagged [too|as "
    "well] | and (are|is) not accepted | and (are|is) wrong [too|as well] | and do not count | and (count|counts) "
    "as missing | and (are|is) not allowed",
)


@phrase("marker", "-")
def dash() -> Constant:
    """A dash that means "missing"."""
    return Constant(value="-", reads=Reads.TEXT)


@phrase("marker", "(entry|text|value|word|code) <marker>", "<marker> [in <cell>]", cost=0.05)
def named_marker(told: Constant, *_: object) -> Constant:
    """The entry n/a."""
    return told


@phrase("markers", "<marker> (and|or|,|/|, and|, or) <marker>")
def two_markers(first: Constant, other: Constant) -> tuple[str, ...]:
    """N/a and -."""
    return str(first.value), str(other.value)


@phrase("markers", "<markers> (and|or|,|/|, and|, or) <marker>")
def more_markers(before: tuple[str, ...], other: Constant) -> tuple[str, ...]:
    """N/a, - and ?."""
    return (*before, str(other.value))


@phrase("markers", "<marker>", cost=0.1)
def one_marker(told: Constant) -> tuple[str, ...]:
    """A single one."""
    return (str(told.value),)


@phrase(
    "remark",
    "[both|text|texts|values|entries|words] <markers> [both|each|all] [also] _means _nothing",
    "[both|text|texts|values|entries|words] <markers> [both|each|all] [also] (count|counts|mean|means|are read|is read) [as] _nothing [too|as well]",
    "<markers> (and|or) [an] (empty|blank) (cell|cells|value|field) [both|each|all] _means _nothing",
    "[an] (empty|blank) (cell|cells|value|field) (and|or) <markers> [both|each|all] _means _nothing",
    "<markers> (=|: ) _nothing",
    "[values|texts|entries] <markers> (are|is) [_only_a] [a] _placeholders [_for_nothing] [_so_flag]",
    "(treat|read|count|take|regard) <markers> as _nothing",
    "[either] nothing [was|is] entered or [the] (entry|value|cell|text) (is|says|reads) <markers>",
    cost=0.06,
)
def markers_mean(*parts: Any) -> Modifier:
    """Entries n/a and - are placeholders for a missing one."""
    texts = next(part for part in parts if isinstance(part, tuple))
    return remark("marker", texts=texts)
