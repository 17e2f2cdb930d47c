"""Phrases for a cell that holds a list: each label is red or blue (labels are separated by commas)."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.split_texts import Options, part_words
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.split_parts import SplitCell, parts_are, parts_are_not, so_many_parts
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_bounds import plain_bounds
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()
Parted = tuple[str, str, Cell | None]
"""``parted`` with the sign, and the column of which the sentence says so."""

# What stands between the parts ------------------------------------------------------------------

phrase.widen(
    "_split_at", "split up at | split into parts at | joined by | listed with | parted with"
)
phrase.words(
    "_listed_things",
    "list | lists | values | entries | items | parts | elements | names | they | these | the parts | the values | the "
    "names | the items | the entries | the elements | several",
)


@phrase(
    "between_parts", "_split_at [a|an|the] <split_mark>", "with [a] <split_mark> between [them]"
)
@phrase("between_parts", "[a|an|the] <glued_mark> [_listed_things]")
def between_parts(mark: str) -> Parted:
    """Separated by commas."""
    return ("parted", mark, None)


@phrase(
    "between_parts",
    "<glued_mark> [list of] <cell>",
    "(<cell>|<noun>) (are|is) _split_at <split_mark>",
)
@phrase("between_parts", "_listed_things (are|is) _split_at <split_mark>")
def between_those(*parts: Any) -> Parted:
    """The labels are separated by commas."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    return ("parted", next(part for part in parts if isinstance(part, str)), of)


phrase(
    "parted",
    r"\( [which are|that are|as] <between_parts> [in <cell>] \)",
    "[,|;|.|:|–|-] [which are|that are] <between_parts> [in <cell>]",
)(lambda told, *cell: _of(told, *cell))
phrase(
    "parted_ahead",
    "(after splitting|split|splitting) [it|<cell>] (at|by|on|into parts at) [the] <split_mark> (,|;|:|and)",
)(lambda *parts: between_those(*parts))


def _of(told: Parted, *cell: Any) -> Parted | None:
    named = [each for each in (told[2], *cell) if isinstance(each, Cell)]
    return None if len({*named}) > 1 else (*told[:2], named[0] if named else None)


def _split(of: Any, told: Parted) -> SplitCell | None:
    """The column, which must be the one of whose parts the sign is told."""
    is_same = told[2] is None or told[2] == of
    return SplitCell(of, told[1]) if isinstance(of, Cell) and is_same else None


# Which parts there may be -----------------------------------------------------------------------


@phrase(
    "allowed_parts",
    "<part_words>",
    "[the] [words|values|labels] <parts_before> [,] and <part_word>",
)
def allowed_parts(*found: Any) -> Options:
    """Red, home and blue."""
    return part_words(*found)


phrase.words(
    "_may_only_hold",
    "(may|can|must|should) (only|just) (contain|hold|list|include|have|consist of|name|use) | "
    "(may|can|must|should) (contain|hold|list|include|have|consist of|name|use) (only|just|nothing but|no other than|nothing other than) | "
    "(contains|holds|lists|includes|has) (only|just|nothing but|nothing other than) | "
    "only (contains|holds|lists|includes|has|may contain|may hold|may list|may include)",
)
phrase.words(
    "_each_of_them_lists",
    "each [one|part|entry|item|element|value] [of them] | every (one|part|entry|item|element|value) [of them] | "
    "all [of them|parts|entries|items|elements|values] | its (parts|entries|items|elements|values)",
)
phrase.words(
    "_may_come_up",
    "(may|can|should|must) (occur|appear|be used|be listed|stand|turn up|show up|come up) | (occur|appear|are used|stand)",
)
phrase.words(
    "_are_allowed", "(are|is) (allowed|permitted|valid|accepted|possible) [in it|there|in the list]"
)


def _each_is(of: Any, told: Parted, options: Options) -> Statement | None:
    split = _split(of, told)
    found = None if split is None else parts_are(split, options)
    return None if found is None else rule(found, subject=of)


@phrase("is_list", "<cell> (is|_must be|holds|contains|has) [a|an] <between_parts>")
@phrase(
    "is_list", "<cell> (is|_must be|holds|contains|has) [a|an] _listed_things [,] <between_parts>"
)
@phrase("is_list", "<cell> , [a|an] <between_parts>", "<cell> <parted>")
def is_list(of: Value, told: Parted) -> tuple[Cell, Parted] | None:
    """The labels are a comma-separated list."""
    return (of, told) if isinstance(of, Cell) and told[2] in (None, of) else None


@phrase("stmt", "<is_list> [,|;|:|.] (that|which|and|it) _may_only_hold <allowed_parts>", cost=0.05)
@phrase("stmt", "<is_list> [,|;|:|.] _may_only_hold <allowed_parts>", cost=0.05)
@phrase("stmt", "<is_list> [,|;|:|.] [and] only <allowed_parts> _are_allowed", cost=0.05)
@phrase(
    "stmt",
    "<is_list> (in|of|for) which only <allowed_parts> (may|can|must) (occur|appear|be used|stand|be found|show up)",
    "<is_list> (in|of|for) which only <allowed_parts> _are_allowed",
    cost=0.05,
)
@phrase(
    "stmt",
    "<is_list> [,] (in which|where|with) only <allowed_parts> (_are_allowed|_may_come_up)",
    cost=0.05,
)
@phrase("stmt", "<is_list> [,|;|:|.] _each_of_them_lists _must be <allowed_parts>", cost=0.05)
@phrase(
    "stmt",
    "<is_list> (of|from|made of|out of|drawn from|chosen from) [only] <allowed_parts> [only]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<is_list> [,|;|:|.] (allowed|permitted|possible|valid) (are|is) [only] <allowed_parts>",
    cost=0.05,
)
def list_holds(found: tuple[Cell, Parted], options: Options) -> Statement | None:
    """The labels are a comma-separated list that may only contain red, home and blue."""
    return _each_is(*found, options)


@phrase("stmt", "_each <cell> [<parted>] _must be <allowed_parts> [<parted>]", cost=0.05)
@phrase("stmt", "<cell> _may_only_hold <allowed_parts> <parted>", cost=0.05)
@phrase("stmt", "<parted_ahead> _each <cell> _must be <allowed_parts>", cost=0.05)
@phrase("stmt", "only <allowed_parts> _are_allowed (in|as|for) <cell> <parted>", cost=0.05)
@phrase(
    "stmt",
    "_flag <noun> (with|having|that have|that has) [a|an|any] <cell> other than <allowed_parts> <parted>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <noun> (with|having|that have|that has) [a|an|any] <cell> that is not <allowed_parts> <parted>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <noun> (where|in which|whose) <cell> (contain|contains|hold|holds|list|lists|include|includes) (anything|something|anything else|a value) (other than|but|than) <allowed_parts> <parted>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_each (part|entry|item|element|value|word|name) (in|of) <cell> <parted> (_must be|is) <allowed_parts>",
    "_each (part|entry|item|element|value|word|name) (in|of) <cell> (_must be|is) <allowed_parts> <parted>",
    cost=0.04,
)
def each_part_is(*parts: Any) -> Statement | None:
    """Each label must be red, home or blue (labels are separated by commas)."""
    of = next(part for part in parts if isinstance(part, Cell))
    told = [part for part in parts if isinstance(part, tuple) and part[:1] == ("parted",)]
    options = next(p for p in parts if isinstance(p, tuple) and p[:1] != ("parted",))
    return _each_is(of, told[0], options) if len(told) == 1 else None


@phrase("stmt", "no <cell> _may be <part_words> <parted>", cost=0.05)
@phrase("stmt", "<cell> _must_not (contain|hold|list|include) <part_words> <parted>", cost=0.05)
@phrase(
    "stmt",
    "_flag <noun> (where|in which|whose) <cell> (contain|contains|hold|holds|list|lists|include|includes) <part_words> <parted>",
    cost=0.05,
)
def no_part_is(*parts: Any) -> Statement | None:
    """No label may be red; labels are separated by commas."""
    of = next(part for part in parts if isinstance(part, Cell))
    told = next(p for p in parts if isinstance(p, tuple) and p[:1] == ("parted",))
    options = next(p for p in parts if isinstance(p, tuple) and p[:1] != ("parted",))
    split = _split(of, told)
    found = None if split is None else parts_are_not(split, options)
    return None if found is None else rule(found, subject=of)


# A part that must be there ------------------------------------------------------------------------


@phrase("stmt", "<cell> _must (contain|hold|list|include|name) <part_word> <parted>", cost=0.05)
@phrase(
    "stmt",
    "<part_word> _must be (among|one of|listed among|listed in|listed under|included in) <cell> <parted>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <noun> (where|in which|whose) <cell> (do|does) not (contain|hold|list|include|name) <part_word> <parted>",
    cost=0.05,
)
def some_part_is(*parts: Any) -> Statement | None:
    """English must be among the languages, which are separated by commas."""
    of = next(part for part in parts if isinstance(part, Cell))
    word = next(part for part in parts if isinstance(part, Constant))
    told = next(part for part in parts if isinstance(part, tuple))
    split = _split(of, told)
    none = None if split is None else parts_are_not(split, (word,))
    return None if none is None else rule(not_(none), subject=of)


# How many parts there are -------------------------------------------------------------------------

phrase.words(
    "_lists_so_many",
    "has | have | hold | holds | contain | contains | list | lists | name | names | include | includes",
)
phrase.words(
    "_items_held",
    "parts | entries | items | elements | values | words | names | texts | things | part | entry | item | element | value | people | persons",
)


def _so_many(of: Any, bound: Predicate, told: Parted) -> Statement | None:
    split, bounds = _split(of, told), plain_bounds(bound)
    if split is None or not bounds or any(not limit.is_integer() for _, limit in bounds):
        return None
    lows = [int(limit) + (sign == ">") for sign, limit in bounds if sign in (">", ">=", "==")]
    highs = [int(limit) - (sign == "<") for sign, limit in bounds if sign in ("<", "<=", "==")]
    found = so_many_parts(split, max(lows, default=1), min(highs) if highs else None)
    return None if found is None else rule(found, subject=of)


@phrase(
    "stmt", "<cell> [_must] _lists_so_many <count_bound> (_items_held|<noun>) <parted>", cost=0.05
)
@phrase(
    "stmt", "<is_list> [,|;|:|.] (of|with|that has|having) <count_bound> _items_held", cost=0.05
)
@phrase(
    "stmt",
    "<cell> (may|can) (have|hold|contain|list|name|include) <count_bound> (_items_held|<noun>) <parted>",
    cost=0.05,
)
def lists_so_many(*parts: Any) -> Statement | None:
    """The cast lists at most two names, separated by semicolons."""
    if isinstance(parts[0], tuple):
        return _so_many(parts[0][0], parts[1], parts[0][1])
    return _so_many(parts[0], parts[1], parts[-1])


@phrase("stmt", "_each <noun> [_must] _lists_so_many <count_bound> <cell> <parted>", cost=0.05)
@phrase("stmt", "_each <noun> (needs|requires) <count_bound> <cell> <parted>", cost=0.05)
@phrase(
    "stmt",
    "_each <noun> (may|can) (have|hold|contain|list|name|include) <count_bound> <cell> <parted>",
    cost=0.05,
)
def has_so_many(rows: RowSet, bound: Predicate, of: Value, told: Parted) -> Statement | None:
    """Each film has at most three labels (separated by commas); one that needs some has a cell."""
    is_upper = all(sign in ("<", "<=") for sign, _ in plain_bounds(bound) or ((">", 0.0),))
    return _so_many(of, bound, told) if rows.where is None and is_upper else None


@phrase(
    "stmt",
    "no <noun> _may (have|hold|contain|list|name|include) <count_bound> <cell> <parted>",
    "_flag [_each|any|all] <noun> (with|having|that have|that has|listing|that list|naming) <count_bound> <cell> <parted>",
    "(which|do|are there) [any] <noun> (with|have|having) <count_bound> <cell> <parted> [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> _must_not (have|hold|contain|list|name|include) <count_bound> (_items_held|<noun>) <parted>",
    cost=0.05,
)
def has_no_more(first: Any, bound: Predicate, *rest: Any) -> Statement | None:
    """No film may have more than two labels; labels are separated by commas."""
    if isinstance(first, RowSet) and first.where is not None:
        return None
    bounds = plain_bounds(not_(bound)) or ((">", 0.0),)
    is_upper = all(sign in ("<", "<=") for sign, _ in bounds)
    of = rest[0] if isinstance(first, RowSet) else first
    return _so_many(of, not_(bound), rest[-1]) if is_upper else None
