"""Phrases for copies by what they share, and for keys asked after: films that occur twice with one name and year."""

from __future__ import annotations

from backend.rules.duplicate_phrases import no_copies, unique_among
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_crop_up_copies",
    "occur | occurs | appear | appears | come up | turn up | are there | are listed",
)
phrase.words(
    "_as_copies",
    "[real|true|obvious|likely] (duplicates|copies) [of (each other|one another)]",
)
phrase.words("_are_taken_for", "are | count as | are considered [as|to be] | are treated as")
phrase.words(
    "_with_equal_copies",
    "with the same | under the same | with one and the same | with equal | with identical | by | going by | judged by | "
    "judging by | according to",
)


@phrase(
    "stmt",
    "_flag [all|any] <noun> _that _crop_up_copies _repeatedly _with_equal_copies (<cell>|<and_cells>)",
    "<noun> (with|of|sharing|that share|that have|having) the same (<cell>|<and_cells>) _are_taken_for _as_copies",
    cost=0.05,
)
@phrase(
    "stmt",
    "(do|does) any <noun> _crop_up_copies _repeatedly _with_equal_copies (<cell>|<and_cells>) [?]",
    "no <noun> _may _crop_up_copies _repeatedly _with_equal_copies (<cell>|<and_cells>)",
    cost=0.05,
)
def shared_by_copies(rows: RowSet, key: Value) -> Statement | None:
    """Flag films that occur more than once with the same name and year."""
    return unique_among(rows, key)


# Whole rows -------------------------------------------------------------------------------------

phrase.words("_to_the_last", "full | complete | exact | perfect | identical | total | true")


@phrase(
    "stmt",
    "_flag [all|any] _to_the_last duplicates [of <noun>]",
    "(are|is) there [any] [_to_the_last] (duplicate|duplicated|identical|repeated) _row [?]",
    "(does|do) <table> (contain|have) [any] [_to_the_last] (duplicate|duplicated|identical|repeated) _row [?]",
    cost=0.05,
)
def whole_copies(*parts: object) -> Statement:
    """Flag exact duplicates; are there any duplicate rows?"""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    table = next((part for part in parts if isinstance(part, str)), "")
    return no_copies(rows or RowSet(table=table))


# A key asked after ------------------------------------------------------------------------------

phrase.words(
    "_is_put_with",
    "used (with|for|by|under|in) | listed (with|under|for|in) | given [with] | recorded (with|under|for|in) | "
    "found (with|in|under) | paired with | combined with | linked to | assigned [to] | connected with | "
    "associated with | stored with | shown with | entered with",
)


@phrase("stmt", "(is|are) any <cell> _is_put_with _several <cell> [?]", cost=0.05)
@phrase("stmt", "(is|are) there [any] <cell> _is_put_with _several <cell> [?]", cost=0.05)
@phrase("stmt", "no <cell> (_may|_must) be _is_put_with _several <cell>", cost=0.05)
@phrase("stmt", "_each <cell> (is|must be|may be) _is_put_with [only] _one <cell>", cost=0.1)
def put_with_one(key: Value, values: Value) -> Statement | None:
    """Is any postcode used with more than one town?"""
    return _rule(key, values)


phrase.words("_their_head", "codes | keys | ids | names | numbers | values | groups | ones")


@phrase(
    "remark",
    "_show [_all_of_them] _row of (such|these|those|the affected) _their_head",
    cost=0.05,
)
def rows_of_such() -> Modifier:
    """List all rows of such codes."""
    return Modifier(kind="flag-groups")


@phrase(
    "remark",
    "_show [_all_of_them] _row of [_such_one] _their_head (with|having|that have|which have) _many_of <cell>",
    cost=0.05,
)
def rows_of_mixed(told: Value) -> Modifier:
    """List the rows of codes with several towns: the towns are what must agree."""
    return Modifier(kind="flag-groups", values=(told,), texts=("of-values",))


# Shortly ----------------------------------------------------------------------------------------

phrase.words(
    "_so_equal",
    "must have | have | has | must get | get | mean | means | imply | implies | need | must mean",
)


@phrase(
    "stmt",
    "same (<and_cells>|<cell>) (:|,|implies|so|-|–|->|=>) [the|also the] same (<cell>|<and_cells>)",
    "equal (<and_cells>|<cell>) _so_equal equal (<cell>|<and_cells>)",
    "the same (<and_cells>|<cell>) (implies|must mean) the same (<cell>|<and_cells>)",
    cost=0.1,
)
def same_means_same(key: Value, values: Value) -> Statement | None:
    """Same city and street: same postcode."""
    return _rule(key, values)


@phrase(
    "stmt",
    "(within|in|inside) (one|a|the same|each|every) <cell> [,] (equal|the same) <cell> _so_equal (equal|the same) <cell>",
    cost=0.05,
)
def same_within(group: Value, key: Value, values: Value) -> Statement | None:
    """Within one state, equal salaries must have equal rates."""
    return _rule(Subjects(items=(group, key)), values) if group != key else None


@phrase(
    "stmt", "(a|an|each|every|any|one) <cell> _has (one|a single) <cell> (only|alone)", cost=0.05
)
def has_one_only(key: Value, values: Value) -> Statement | None:
    """An address lies in one town only."""
    return _rule(key, values)
