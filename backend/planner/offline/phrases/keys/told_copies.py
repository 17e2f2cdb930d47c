"""Phrases for rows that agree in every column, or in all but some; and for seeing all that collide."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.duplicate_phrases import no_copies, no_copies_but
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()

# Whole rows -------------------------------------------------------------------------------------------

phrase.words(
    "_are_copies_in",
    "agree | agrees | coincide | coincides | match | matches | (are|is) the same | (are|is) (alike|equal|identical) | "
    "do not differ | does not differ | are duplicates | are copies | is a (duplicate|copy)",
)
phrase.words(
    "_all_fields",
    "(everything|every column|all columns|each column|all fields|every field|all cells|every cell|all values|all their values|every value|all other columns|every other column|all else|everything else)",
)
phrase.words(
    "_with_other",
    "(with|to|as|of) (another|some other|any other|a different|one another|each other) [<noun>|one] | with (one another|each other) | with each other",
)
phrase.words(
    "_apart_from",
    "except | except for | but | but for | apart from | other than | save for | bar | excluding | besides",
)


@phrase(
    "stmt",
    "_flag <rows> (that|which|who) _are_copies_in (in|on) _all_fields [,] _apart_from [for] <ignored> [_with_other]",
    cost=0.04,
)
@phrase(
    "stmt",
    "_flag <rows> (that|which|who) _are_copies_in [_with_other] (in|on) _all_fields [,] _apart_from [for] <ignored>",
    cost=0.04,
)
@phrase(
    "stmt",
    "no two <rows> _may (agree|coincide|match|be the same|be alike|be equal|be identical) (in|on) _all_fields [,] _apart_from [for] <ignored>",
    cost=0.04,
)
@phrase(
    "stmt",
    "_flag <rows> (that|which|who) (equals|equal|repeats|repeat|duplicates|duplicate) (another|some other|any other) [<noun>|one] (in|on) _all_fields [,] _apart_from [for] <ignored>",
    cost=0.04,
)
@phrase(
    "stmt",
    "no two <rows> _may differ (only in|in nothing but|in no column but|in nothing except) <ignored>",
    cost=0.04,
)
@phrase(
    "stmt",
    "_flag <rows> (that|which|who) differ (from another <noun>|from each other|from one another) (only in|in nothing but) <ignored>",
    cost=0.04,
)
def alike_but(rows: RowSet, *parts: Any) -> Statement | None:
    """Flag objects that agree in everything except the number with another object."""
    others = [part for part in parts if isinstance(part, RowSet)]
    cells = next(part for part in parts if isinstance(part, tuple))
    if any(each.where is not None or each.table not in ("", rows.table) for each in others):
        return None
    return no_copies_but(rows, cells)


phrase.words(
    "_recorded_twice",
    "(are|is|were|was|have been|has been) (recorded|entered|listed|there|contained|found|stored|kept|registered|in [the] (table|list|file)) (more than once|twice|several times|two or more times|multiple times|repeatedly) | (occur|occurs|appear|appears|come up|turn up|exist|exists) (more than once|twice|several times|repeatedly)",
)
phrase.words(
    "_with_equal",
    "with (identical|equal|the same|exactly the same) (values|entries|cells|content|contents) (in|across|for|throughout) _all_fields | (identical|equal|alike|the same) (in|across) _all_fields | identically in _all_fields | with _all_fields (identical|equal|the same|alike)",
)


@phrase("stmt", "_flag <rows> (that|which|who) _recorded_twice [,] _with_equal", cost=0.04)
@phrase(
    "stmt",
    "_flag <rows> (that|which|who) _are_copies_in [_with_other] (in|on) _all_fields",
    cost=0.06,
)
@phrase(
    "stmt",
    "_flag <rows> (that|which|who) _are_copies_in (in|on) _all_fields _with_other",
    cost=0.06,
)
@phrase(
    "stmt",
    "no <rows> _may (be|occur|appear) (recorded|entered|listed|there) (more than once|twice|several times) [,] _with_equal",
    cost=0.04,
)
def recorded_twice(rows: RowSet, *_: object) -> Statement | None:
    """Find persons that are recorded more than once with identical values in every column."""
    return None if rows.each else no_copies(rows)


# All that collide -----------------------------------------------------------------------------------------


@phrase(
    "offenders",
    "(all|both|all of them|all [the] (<noun>|rows|lines|entries|ones)|any|everything|those|whatever) (_that|which) "
    "(collide|collides|clash|clashes|coincide|coincides|conflict|conflicts|are doubled|are double|are repeated|occur more than once|occur twice|are duplicates|repeat|share one|agree)",
    "(all|both) colliding (ones|rows|<noun>)",
    "both", "all copies", "every copy", "all of them", "both of them",
    cost=0.05,
)  # fmt: skip
def all_that_collide(*rows: RowSet) -> Modifier | None:
    """Show all that collide."""
    return remark("keep-all") if all(each.where is None for each in rows) else None


phrase("remark", "all copies", "every copy", "both copies", "show both", "list both", cost=0.1)(
    lambda: remark("keep-all")
)


@phrase(
    "remark",
    "_do_flag [the] first [one|row|copy|occurrence|<noun>] (too|as well|also|likewise)",
    "[the] first [one|row|copy|occurrence|<noun>] (is|counts as) (wrong|an error) (too|as well|also|likewise)",
    "[the] first [one|row|copy|occurrence|<noun>] (is|must be|should be) flagged (too|as well|also|likewise)",
    "including the first [one|row|copy|occurrence]",
    cost=0.05,
)
def first_as_well(*rows: RowSet) -> Modifier | None:
    """Flag the first one as well."""
    return remark("keep-all") if all(each.where is None for each in rows) else None


@phrase(
    "offenders",
    "[_all_the] (_row|<noun>) _of_group (such a|such|that|this|any such|those|these|(a|an|any|each|every) (repeated|duplicated|doubled|duplicate)) <and_cells>",
    cost=0.05,
)
def of_such_groups(*parts: Any) -> Modifier | None:
    """All rows of such a form and subject."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    keys = next(part for part in parts if isinstance(part, Subjects))
    cells = tuple(cell for cell in keys.items if isinstance(cell, Cell))
    is_plain = all(each.where is None for each in rows) and len(cells) == len(keys.items)
    return remark("flag-groups", values=cells) if is_plain else None
