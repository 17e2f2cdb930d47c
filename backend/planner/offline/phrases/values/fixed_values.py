"""Phrases for a value that another one fixes: one tutor per class, no shelf with two categories.

Codd (1971) calls it a functional dependency. What a key has is a ``fixed_vp`` where it is one
value, and a ``mixed_vp`` where there are several.
"""

from __future__ import annotations

from backend.rules.inconsistent_values import InconsistentValues, one_value, one_value_of_rows
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_placed_at", "in | on | at | of | from | under | with")
phrase.words("_at_key", "_placed_at [the same|one|any]")
phrase.words(
    "_all_have", "[_must] (are|be|is|come|sit|lie|stand|belong) all (of|in|at|on|from|under|to)"
)
phrase.words(
    "_looks_after",
    "look after | looks after | handle | handles | serve | serves | manage | manages | teach | teaches | work for | "
    "works for | supervise | supervises | run | runs | head | heads",
)
phrase.words("_for_all_rows", "(for|in|among|across|on) all")

phrase.words(
    "_comes_in",
    "have | has | had | hold | holds | carry | carries | contain | contains | come from | comes from | come with | "
    "comes with | come in | comes in | come under | comes under | go with | goes with | belong to | belongs to | "
    "map to | maps to | occur with | occurs with | appear with | appears with | show up with | shows up with | "
    "turn up with | turns up with | (be|is|are) (entered|listed|recorded|found|filed|sold|bought|stored|kept|"
    "registered|used|given|booked|assigned|linked|connected|seen|shown|stated) (under|with|in|to|for|at|by) | "
    "show | shows | use | uses | share | shares | keep | keeps | cover | covers | deal in | deals in | sit in | "
    "sits in | deliver | delivers | supply | supplies | provide | provides | sell | sells | stock | stocks | be tied to | is tied to | are tied to | be on | is on | are on | be of | is of | are of | be in | "
    "is in | are in | be at | is at | are at | stand for | stands for | point to | points to | stick to | sticks to",
)
phrase.words(
    "_one_fixed",
    "_one | one and the same | the same one | one single | a single | only a single | just a single | only ever "
    "one | always the same | always one | always one and the same | equal | identical | the very same | a fixed | one common | "
    "a common | no more than one | not more than one | at most one | exactly one",
)
phrase.words(
    "_mixed",
    "_several | several different | more than one | two different | two or more | differing | changing | "
    "various | unlike | more than a single | two or more different | a second | another",
)
phrase.words(
    "_none_more",
    "only | alone | , no more | , not more | , and no more | and no other | , no other | , never two | , not two "
    "| and never two | at a time | throughout | each",
)


# One value ------------------------------------------------------------------------------------


@phrase("fixed_vp", "(_comes_in|_looks_after) _one_fixed <cell> [_none_more]", cost=0.02)
@phrase(
    "fixed_vp",
    "(determine|determines|fix|fixes|decide|decides|imply|implies|dictate|dictates) <cell>",
)
def one_fixed(value: Cell) -> Cell:
    """Comes with one and the same email."""
    return value


@phrase(
    "fixed_vp", "_comes_in <noun> (with|in|from|of|under|at|on|for) _one_fixed <cell> [_none_more]"
)
@phrase("mixed_vp", "_comes_in <noun> (with|in|from|of|under|at|on|for) _mixed <cell>")
def mixed_rows(rows: RowSet, value: Cell) -> Cell | None:
    """Has orders with different country codes."""
    return value if rows.where is None and not rows.each else None


@phrase("mixed_vp", "_comes_in _mixed <cell>")
@phrase(
    "mixed_vp", "(mix|mixes|combine|combines|blend|blends) [different|several|more than one] <cell>"
)
@phrase("mixed_vp", "(switch|switches|change|changes) between [different|several] <cell>")
@phrase("mixed_vp", "(differ|differs|vary|varies|disagree|disagrees) in [its|their|the] <cell>")
def mixed(value: Cell) -> Cell:
    """Comes with several different emails."""
    return value


phrase.words("_which_does", "that | which | who")


@phrase("stmt", "_each <cell> [_must] [always|only] <fixed_vp>", cost=0.05)
@phrase(
    "stmt",
    "(a|an|one|any one|any given|the same) <cell> [_must] [always|only] <fixed_vp>",
    cost=0.05,
)
@phrase("stmt", "<cell> [_must] [always|only] <fixed_vp>", cost=0.1)
@phrase("stmt", "no <cell> [_may|ever] <mixed_vp>", cost=0.05)
@phrase(
    "stmt",
    "[_each|a|an|any|one|one and] [the same] <cell> (_must_not|never|_do not) <mixed_vp>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [_each|any] <cell> [_which_does] <mixed_vp>",
    cost=0.05,
)
@phrase("stmt", "_flag [all|every|each|any] <noun> whose <cell> <mixed_vp>", cost=0.05)
@phrase("stmt", "(_flag|_sounded) which <cell> <mixed_vp>", cost=0.05)
@phrase("stmt", "which <cell> <mixed_vp> [?] [none|(none|nothing) (should|must|may)]", cost=0.05)
@phrase("stmt", "(is|are) there [any|a|an] <cell> [_which_does] <mixed_vp> [?]", cost=0.05)
@phrase("stmt", "(do|does|did|has|have|can|could) any <cell> <mixed_vp> [?]", cost=0.05)
@phrase("stmt", "_sounded _once (any|a|an|one|some|the same) <cell> <mixed_vp>", cost=0.05)
def key_first(*parts: object) -> Statement | None:
    """A customer ID always goes with one and the same email."""
    cells = [part for part in parts if isinstance(part, Cell)]
    rows = [part for part in parts if isinstance(part, RowSet)]
    if rows:
        return fixed_of_rows(rows[0], *cells)
    return one_value(*cells)


@phrase("stmt", "_flag (all rows of|all _row of any) <cell> [_which_does] <mixed_vp>", cost=0.05)
@phrase(
    "stmt",
    "_flag [all] <noun> (of|with|in|on|for|from|under) (any|a|each|every|those|the same) <cell> _which_does <mixed_vp>",
    "_flag [all] <noun> (of|for|under) (any|a|an|each|every) <cell> with (_several|more than one|differing|various) <cell>",
    cost=0.05,
)
def rows_of_keys(*parts: object) -> Statement | None:
    """Flag all orders of a customer who has several emails: also those without one."""
    told = key_first(*parts)
    if told is None or not isinstance(told.rule, InconsistentValues):
        return told
    return told.model_copy(update={"rule": told.rule.model_copy(update={"whole": True})})


@phrase("stmt", "_flag <cell> _dealt (under|in|with|at|from|to|on|for) _mixed <cell>", cost=0.05)
def dealt_in(key: Cell, value: Cell) -> Statement | None:
    """Flag brands bought under two or more supplier codes."""
    return one_value(key, value)


phrase.words(
    "_dealt",
    "entered | listed | recorded | found | filed | sold | bought | stored | kept | registered | used | given | booked | "
    "assigned | linked | seen | shown | stated | taught | made | shipped | written | appearing | occurring | spread",
)


# The value first --------------------------------------------------------------------------------

phrase.words(
    "_never_varies",
    "(never|_do not|_must_not) (vary|varies|change|changes|differ|differs|switch|switches) | "
    "[_must] (stay|stays|remain|remains|be|is|are) [always|the] (same|constant|identical|unchanged|equal|fixed|"
    "consistent|uniform) | [_must] (stay|stays|remain|remains|be|is|are) always the same | [_must] agree | agrees | "
    "(is|are) always identical",
)
phrase.words(
    "_inside_one",
    "(within|in|inside|for|across|per|over|among|throughout|on|under|at|of) [all [the] _row of]",
)
phrase.words(
    "_of_key",
    "each | every | the same | one | a | an | any | any one | any given | a given | one and the same",
)


@phrase(
    "stmt",
    "[only|just|exactly|at most|no more than] one <cell> (per|for [each|every|one|the same]) <cell> [_none_more]",
    cost=0.3,
)
@phrase("stmt", "<cell> _never_varies _inside_one _of_key <cell>", cost=0.05)
@phrase(
    "stmt",
    "(do|does) <cell> [always] (stay|remain|be) the same _inside_one _of_key <cell> [?]",
    cost=0.02,
)
@phrase(
    "stmt",
    "(is|are) <cell> [always] (the same|constant|identical|consistent) _inside_one _of_key <cell> [?]",
    cost=0.02,
)
@phrase("stmt", "<cell> (of|for|in|on) _of_key <cell> _never_varies", cost=0.05)
@phrase(
    "stmt",
    "<cell> (follows from|is a matter of|hangs on|is set by|is given by|is implied by) <cell> [alone]",
    cost=0.05,
)
def value_first(value: Cell, key: Cell) -> Statement | None:
    """The subject never varies within a teacher ID."""
    return one_value(key, value)


@phrase("stmt", "_inside_one _of_key <cell> [,] <cell> _never_varies", cost=0.05)
@phrase(
    "stmt",
    "_inside_one _of_key <cell> [,] (there is|there must be|we have|we find) _one_fixed <cell> [_none_more]",
    cost=0.05,
)
@phrase(
    "stmt",
    "_inside_one _of_key <cell> [,] all <cell> [_must] (agree|match|be the same|be equal|are the same|are equal)",
    cost=0.05,
)
def key_before(key: Cell, value: Cell) -> Statement | None:
    """Within a teacher ID the subject never varies."""
    return one_value(key, value)


# Rows of one key ----------------------------------------------------------------------------------

phrase.words(
    "_all_have",
    "[_must] [all|both|always] (have|share|show|carry|use|be of|are of|be in|are in|be from|are from|come from|belong to|go to|lie in|sit in|agree on|agree in|match in|be on|are on|be at|are at) [all] [of]",
)
phrase.words(
    "_same_key",
    "(with|on|of|in|under|at|from|for|sharing|having|who are in|that are in|which are in|that share|who share|who have|that have|that belong to|"
    "belonging to|standing on|sitting on|lying on|that are on|which are on|who have|going to) (the same|one|a|any one|one and the same|identical|equal|an equal)",
)


@phrase("stmt", "[all] <noun> _same_key <cell> _all_have _one_fixed <cell>", cost=0.05)
@phrase("stmt", "[all|any] [two] <noun> _same_key <cell> _all_have <cell> in common", cost=0.05)
@phrase(
    "stmt",
    "[all|any] [two] <noun> _same_key <cell> (never|_must_not|_do not) (differ|disagree|vary) in [their|the] <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "[all|any] [two] <noun> _same_key <cell> [_must] (agree|match) (in|on) [their|the] <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(do|does) [all] <noun> _same_key <cell> [always|all] (have|share|use|show) (the same|one|one and the same|a single) <cell> [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <noun> _same_key <cell> (but|and|yet) [with|having|under|in|of] [a|_mixed] (different|unlike|differing|another) <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "no two <noun> _same_key <cell> _may (have|show|carry|use|be in|be of) (different|unlike|differing) <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "[all] <noun> _same_key <cell> [_must|all|always] (share|shares) [a|an|their] <cell>",
    cost=0.05,
)
def fixed_of_rows(rows: RowSet, key: Cell, value: Cell) -> Statement | None:
    """Products on one shelf are all of one category."""
    return None if rows.each else one_value_of_rows(rows, key, value)


@phrase(
    "stmt",
    "(is|are) <cell> (the same|identical|equal) _for_all_rows <noun> _placed_at _of_key <cell> [?]",
    cost=0.02,
)
@phrase(
    "stmt",
    "<cell> [_must] _be (the same|identical|equal) _for_all_rows <noun> _placed_at _of_key <cell>",
    cost=0.05,
)
def value_for_all(value: Cell, rows: RowSet, key: Cell) -> Statement | None:
    """The grade year is identical for all pupils of a class code."""
    return fixed_of_rows(rows, key, value)


phrase.words(
    "_every_row_there", "everyone | everybody | everything | all _row | all of them | all those"
)


@phrase(
    "stmt",
    "_every_row_there _at_key <cell> _all_have _one_fixed <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_every_row_there _at_key <cell> (is|are|must be) _placed_at _one_fixed <cell>",
    cost=0.05,
)
def fixed_for_everyone(key: Cell, value: Cell) -> Statement | None:
    """Everyone in a class code is in the same grade year."""
    return one_value(key, value)
