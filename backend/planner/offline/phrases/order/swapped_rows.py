"""Phrases for two columns that rise together: nobody with a higher salary may have a lower rate."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.rules.language.terms import Cell, Value
from backend.rules.order_swaps import OrderSwaps
from backend.rules.overlapping_intervals import same_key
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()


class Standing(NamedTuple):
    """How a row stands to another one in a column."""

    column: Cell
    is_greater: bool


class Another(NamedTuple):
    """The row that a row is compared with, and the key of both, as ``same_key`` tells it."""

    rows: RowSet
    key: tuple[str, ...] = ()
    standing: Standing | None = None


phrase.words("_ranked_higher", "higher | greater | larger | bigger | later | longer | more")
phrase.words("_ranked_lower", "lower | smaller | less | earlier | shorter | fewer")
phrase.words(
    "_holds_swapped",
    "have | has | having | with | get | gets | show | shows | pay | pays | paying | earn | earns",
)
phrase.words(
    "_holding",
    "with | having | that has | that have | who has | which has | that pays | who pays | earning | who earns",
)
phrase.words(
    "_while",
    "and | but | yet | yet _holds_swapped | but _holds_swapped | and _holds_swapped | while having | and yet | and at the same time | but at the same time",
)
phrase.words(
    "_go_with",
    "go with | go along with | go together with | come with | go hand in hand with | mean",
)
phrase.words("_goes_with_swapped", "goes with | goes along with | comes with | means")
phrase.words("_one_compared", "another | any other | some other | others | other")
phrase.words(
    "_person_compared",
    "somebody | someone | anybody | anyone | another one | any | (another|any other|some other) person",
)
phrase.words(
    "_whoever_has",
    "whoever has | whoever pays | whoever earns | everybody with | everyone with | somebody with | someone with | anybody with | anyone with",
)
phrase.words("_is_not_to", "_must_not | may never | must never | can never | should never")
phrase.words("_nobody_swapped", "nobody | no one | no-one | no person")

for _words, _is_greater in (("_ranked_higher", True), ("_ranked_lower", False)):

    @phrase("standing", f"[a|an|the] {_words} <cell>")
    def standing(cell: Any, is_greater: bool = _is_greater) -> Standing | None:
        """A higher salary."""
        return Standing(cell, is_greater) if isinstance(cell, Cell) else None

    @phrase("cell_of_a_row", f"<cell> (is|be) {_words} than")
    def cell_against(cell: Any, is_greater: bool = _is_greater) -> Standing | None:
        """The rate is lower than."""
        return Standing(cell, is_greater) if isinstance(cell, Cell) else None


@phrase("key_of_both", "<cell>", "<and_cells>")
def key_of_both(found: Value | Subjects) -> tuple[str, ...] | None:
    """If two rows have the same city and street."""
    return same_key(found)


@phrase("another_row_of_it", "_one_compared [<noun>] [<same_key>] [_holding <standing>]", cost=0.02)
@phrase(
    "another_row_of_it", "_person_compared [else] [<same_key>] [_holding <standing>]", cost=0.02
)
def another_row(*parts: Any) -> Another | None:
    """Another order of the same customer with a lower price."""
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    key = next((part for part in parts if type(part) is tuple), ())
    theirs = next((part for part in parts if isinstance(part, Standing)), None)
    return Another(rows, key, theirs) if rows.where is None else None


def swap(*parts: Any) -> Statement | None:
    """A rule from the two standings of the flagged row, the rows and the key, in any order."""
    others = [part for part in parts if isinstance(part, Another)]
    stands = {part for part in parts if isinstance(part, Standing)}
    theirs = [each.standing for each in others if each.standing is not None]
    stands |= {each._replace(is_greater=not each.is_greater) for each in theirs}
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    told = [part for part in parts if type(part) is tuple] + [each.key for each in others]
    keys = {key[1:] for key in told if key}
    above = [each.column for each in stands if each.is_greater]
    below = [each.column for each in stands if not each.is_greater]
    if len(above) != 1 or len(below) != 1 or len(keys) > 1:
        return None
    table = rows.table or above[0].table or below[0].table
    names = (above[0].column, below[0].column, *next(iter(keys), ()))
    if len({*names}) < len(names) or any(each.rows.table not in ("", table) for each in others):
        return None
    found = OrderSwaps(table=table, where=rows.where, above=names[0], below=names[1], by=names[2:])
    return Statement(rule=found)


@phrase(
    "stmt",
    "no <rows> _holding <standing> (may|must|can|should) _holds_swapped <standing> [than <another_row_of_it>]",
    "_nobody_swapped _holding <standing> (may|must|can|should) _holds_swapped <standing> [than <another_row_of_it>]",
    "<same_key> [,] no <rows> _holding <standing> (may|must|can|should) _holds_swapped <standing> [than <another_row_of_it>]",
    "<same_key> [,] _nobody_swapped _holding <standing> (may|must|can|should) _holds_swapped <standing> [than <another_row_of_it>]",
    "<rows> _holding <standing> _is_not_to _holds_swapped <standing> [than <another_row_of_it>]",
    "<same_key> [,] <rows> _holding <standing> _is_not_to _holds_swapped <standing> [than <another_row_of_it>]",
    "[<same_key> [,]] _whoever_has <standing> _is_not_to _holds_swapped <standing> [than <another_row_of_it>]",
    "(is|are) there [any|a|an] (<rows>|_person_compared) _holding <standing> _while <standing> than <another_row_of_it>",
    "no <rows> (may|must|can|should) _holds_swapped <standing> _while <standing> than <another_row_of_it>",
    "[<same_key> [,]] _nobody_swapped (may|must|can|should) _holds_swapped <standing> _while <standing> than <another_row_of_it>",
    "<same_key> [,] no <rows> (may|must|can|should) _holds_swapped <standing> _while <standing> than <another_row_of_it>",
    "[<same_key> [,]] <rows> _is_not_to _holds_swapped <standing> _while <standing> than <another_row_of_it>",
    "[<same_key> [,]] _flag <rows> _holding <standing> _while <standing> than <another_row_of_it>",
    "_flag <rows> _holding <standing> than <another_row_of_it> _while <standing>",
    "(of|for|among) [any|every|each] two <rows> <same_key> [,] the one _holding <standing> _is_not_to _holds_swapped <standing>",
    "if [any] two <rows> (have|share) (the same|one|a) <key_of_both> [,] the one _holding <standing> _is_not_to _holds_swapped <standing>",
    "[<same_key> [,]] <standing> _is_not_to _go_with <standing>",
    "<standing> _is_not_to _go_with <standing> <same_key>",
    "[<same_key> [,]] no <standing> (may|must|can|should) _go_with <standing>",
    "[<same_key> [,]] <standing> never _goes_with_swapped <standing>",
)
def swapped(*parts: Any) -> Statement | None:
    """Within a state, nobody with a higher salary may have a lower rate."""
    return swap(*parts)


@phrase(
    "stmt",
    "_flag <rows> whose <cell_of_a_row> [that of] <another_row_of_it>",
    "_flag <rows> _holding <standing> than <another_row_of_it>",
)
def swapped_with(rows: RowSet, mine: Standing, other: Another) -> Statement | None:
    """Flag people whose rate is lower than that of another person with a lower salary."""
    return swap(rows, mine, other) if other.standing is not None else None


phrase.words(
    "_both_of_a_pair",
    "both (people|persons|rows|of them|of the two|members|sides|records|entries) | both",
)
phrase.words("_of_such_pairs", "(of|in) (every|each|any|all|all the) such (pair|pairs)")


@phrase("remark", "_do_flag _both_of_a_pair _of_such_pairs", cost=0.02)
@phrase("remark", "_do_flag both (people|persons)", cost=0.02)
def both_of_a_pair() -> Modifier:
    """Flag both people of every such pair."""
    return Modifier(kind="keep-all")
