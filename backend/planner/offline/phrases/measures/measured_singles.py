"""Phrases for a part of the rows whose value no other row has."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.portions import Portion
from backend.rules.distribution_phrases import _rule
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

# A value of one's own -----------------------------------------------------------------------------

phrase.words("_nobody_else", "no other | no second | not any other | no further")
phrase.words(
    "_has_it_too", "has | have | uses | use | shares | share | carries | carry | got | holds"
)
phrase.words(
    "_of_own",
    "of (their|its|his|her) [very] own | all to (itself|themselves) | to (itself|themselves) | for (itself|themselves) alone",
)


@phrase("own_cell", "<cell> (that|which) _nobody_else (<noun>|_row|one) _has_it_too [too|as well]")
@phrase(
    "own_cell",
    "<cell> (that|which) (nobody else|no one else|nothing else) _has_it_too [too|as well]",
)
@phrase(
    "own_cell",
    "<cell> (that|which) _be (not|never) shared [with (another|any other) (<noun>|_row|one)]",
)
@phrase("own_cell", "<cell> _of_own")
@phrase("own_cell", "<cell> not shared with (another|any other) (<noun>|_row|one)")
@phrase(
    "own_cell",
    "<cell> (that|which) (occurs|appears|is used|is there|exists) (only once|just once|exactly once) [in the _table]",
)
def own_cell(of: Value, *rows: RowSet) -> Cell | None:
    """A member number that no other locker has."""
    is_plain = all(each.where is None and not each.each for each in rows)
    return of if isinstance(of, Cell) and is_plain else None


def _singles(found: Portion, of: Cell) -> Statement | None:
    """The share is of all rows, be their value filled or not."""
    rows = found.rows
    is_plain = rows.where is None and not rows.each and of.table in ("", rows.table or of.table)
    return _rule("singles_of_rows", of, found.bound) if is_plain else None


phrase.words("_have_own", "have | has | carry | carries | use | show | hold | get | bear")


@phrase("stmt", "<portion> (must|should) _have_own <own_cell>", cost=0.05)
@phrase("stmt", "<portion> (have|has) <own_cell>", cost=0.1)
def so_many_have_own(found: Portion, of: Cell) -> Statement | None:
    """At least 70% of the lockers must have a member number that no other locker has."""
    return _singles(found, of)


@phrase("stmt", "<portion> (may|can) [only] _have_own <own_cell>", cost=0.05)
def may_have_own(found: Portion, of: Cell) -> Statement | None:
    """At most 10% of the lockers may have a member number of their own."""
    return _singles(found, of) if allows(found.bound) else None


# Shared with another ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<portion> (may|can) [only] share [a|their|its|the] <cell> [with (another|any other) (<noun>|_row|one)]",
    cost=0.1,
)
def may_share(found: Portion, of: Value, *rows: RowSet) -> Statement | None:
    """Fewer than 30% of the lockers may share their member number with another locker."""
    is_plain = found.rows.where is None and all(each.where is None for each in rows)
    is_cell = isinstance(of, Cell) and allows(found.bound) and is_plain
    return _rule("copies_of_rows", of, found.bound) if is_cell else None


# Values that occur once ---------------------------------------------------------------------------

phrase.widen(
    "_once_only",
    "occur (only once|just once|exactly once|once) | appear (only once|just once|exactly once|once) | be (used|found|there) (only once|just once|exactly once)",
)


@phrase("stmt", "<share_bound> [of] [all] [the] <cell> values (must|should) _once_only", cost=0.05)
@phrase(
    "stmt",
    "<share_bound> [of] [all] [the] values (of|in|under|for) <cell> (must|should) _once_only",
    cost=0.05,
)
@phrase("stmt", "<share_bound> [of] <cell> (must|should) _once_only", cost=0.1)
def so_many_once(bound: Predicate, of: Value) -> Statement | None:
    """At least 70% of the member numbers must occur only once."""
    return _rule("singles_share", of, bound) if isinstance(of, Cell) else None


@phrase("stmt", "<cell> _must be unique _for_so_many <portion>", cost=0.1)
@phrase("stmt", "_for_so_many <portion> [,] <cell> _must be unique", cost=0.1)
def unique_in_so_many(*parts: Any) -> Statement | None:
    """In at least 70% of the rows, the member number must be unique."""
    found = next(part for part in parts if isinstance(part, Portion))
    of = next(part for part in parts if isinstance(part, Cell))
    return _singles(found, of)


phrase.words("_for_so_many", "in | for | on | with | among")
