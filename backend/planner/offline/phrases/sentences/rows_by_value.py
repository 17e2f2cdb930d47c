"""Phrases for rows by the value that they have in a column: in a band outside A and B, in any but C."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Cell,
    Constant,
    How,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, RowSet, about, compare, not_, one_of

phrase = Phrases()

phrase.words(
    "_kept_so",
    "paid | picked up | stored | kept | billed | booked | taken | returned | shipped | sent | delivered "
    "| bought | sold | made | placed | recorded | held | given | rated | graded | classed | filed | "
    "listed | registered | settled | priced | employed | hired | taught | spoken | built | collected | "
    "charged | invoiced | entered | marked | born | dated | lying | standing | sitting",
)
phrase.words(
    "_by_which", "in | at | on | of | under | from | to | by | into | for | through | via | with"
)


@phrase(
    "rel",
    "[_kept_so] _by_which (a|an|any|some|another|the) <cell> <adj>",
    "_kept_so _by_which <cell> <adj>",
    cost=0.15,
)
def in_such(of: Cell, told: Predicate) -> Predicate | None:
    """In a salary band outside A and B; "without" is told elsewhere."""
    return None if isinstance(told, Missing) else about(told, of)


@phrase(
    "rel",
    "[_kept_so] _by_which (a|an|any|another|some) [other] <cell> (but|than|except) "
    "(<or_list>|<and_list>|<option>)",
    cost=0.1,
)
def in_another(of: Cell, found: Any) -> Predicate:
    """In any currency but EUR."""
    return not_(one_of(of, found if isinstance(found, tuple) else (found,)))


@phrase("rel", "[_kept_so] (by|via|through|using) [a|an] <state>", cost=0.2)
@phrase("rowvp", "_be _kept_so (by|via|through|using|with) [a|an] <state>", cost=0.1)
def by_a_value(state: tuple[str, Cell, Constant]) -> Predicate:
    """Payments by coupon, made via the app: a value that one column alone holds."""
    return compare(state[1], "==", state[2])


@phrase("rel", "[_kept_so] _by_which <cell> <or_list>", cost=0.1)
@phrase("rowvp", "_be [_kept_so] _by_which <cell> (<or_list>|<option>)", cost=0.1)
def in_one_of(of: Cell, found: Any) -> Predicate:
    """Is in salary band A or B."""
    return one_of(of, found if isinstance(found, tuple) else (found,))


@phrase("rowvp", "_be [_kept_so] _by_which (a|an|any|some|the) <cell> <adj>", cost=0.15)
def is_in_such(of: Cell, told: Predicate) -> Predicate | None:
    """Is in a salary band outside A and B."""
    return in_such(of, told)


@phrase(
    "rowvp",
    "(belong|belongs|fall|falls|go|goes|sit|sits|be|is|are) (to|in|into|under) (one of|either of|any of) <cell> "
    "[:] (<any_list>|<or_list>|<and_list>)",
    cost=0.05,
)
def belongs_to_one(of: Cell, found: tuple[Constant, ...]) -> Predicate:
    """Belongs to one of the categories A, B and C."""
    return one_of(of, found)


# On no island other than -------------------------------------------------------------------------

phrase.words(
    "_is_met",
    "_be [_kept_so] | live | lives | occur | occurs | work | works | stay | stays | come | comes | belong | belongs | "
    "go | goes | lie | lies | breed | breeds | (is|are|be) (found|seen|observed|met|located|grown|caught)",
)


@phrase(
    "rowvp",
    "_is_met _by_which no [other] <cell> (other than|but|except|than|besides) (<or_list>|<option>)",
    "_is_met (nowhere|nowhere else) (but|except|other than|than) _by_which [the] <cell> (<or_list>|<option>)",
    cost=0.05,
)
def in_no_other(of: Cell, found: Any) -> Predicate:
    """Gulls are found on no coast other than the west."""
    return one_of(of, found if isinstance(found, tuple) else (found,))


# Invoices starting with C ------------------------------------------------------------------------

for _words, _how in (
    ("starting with|beginning with|that start with|that begin with|which start with|which begin with", How.STARTS),
    ("ending in|ending with|that end in|that end with|which end in|which end with", How.ENDS),
):  # fmt: skip

    @phrase("rows", f"[all] <cell> ({_words}) [an|a|the] <text_value>", cost=0.3)
    def rows_by_code(of: Value, text: Constant, how: How = _how) -> RowSet | None:
        """Invoices starting with C must have a negative amount: the rows with such a number."""
        if not isinstance(of, Cell) or _is_year(text):
            return None
        return RowSet(table=of.table, where=Matches(of=of, how=how, text=str(text.value)))


def _is_year(text: Constant) -> bool:
    """Contracts ending in 2021 may do so in that year."""
    told = str(text.value)
    return len(told) == 4 and told.isdigit() and 1800 <= int(told) <= 2199
