"""Phrases for a column that two tables share, held side by side for each key: the same in both tables.

The rows are those of the table that is named first; the other one is looked up by the key.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Lookup
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

phrase.words("_as_told_in", "in | of | from | according to | in the | on")
phrase.words(
    "_the_one_in",
    "as in | as that in | as the one in | as those in | that in | the one in | that of | the one of | as | in",
)
phrase.words("_and_there", "as in | and in | and | as")

# For each key -----------------------------------------------------------------------------------


@phrase(
    "key_told",
    "(for|of|per|by|under|with) (each|every|any|the same|one and the same|a|an|a given) <keys>",
)
@phrase("key_told", "(per|by) <keys>")
def key_told(keys: Keys) -> Keys | None:
    """For each SKU."""
    return keys if all(isinstance(key, Cell) for key in keys) else None


@phrase("cell_there", "<column> _as_told_in <table>", "<table> 's <column>")
def cell_there(*parts: Any) -> Cell:
    """The quantity in the count."""
    of = next(part for part in parts if isinstance(part, Cell))
    return Cell(table=next(part for part in parts if isinstance(part, str)), column=of.column)


def _beside(of: Cell, sign: str, other: str, keys: Keys) -> Statement | None:
    """The column in its own table held against the same in the other, by the key of both."""
    names = [key.column for key in keys if isinstance(key, Cell)]
    if other == of.table or len(names) < len(keys) or of.column in names:
        return None
    there = Lookup(table=other, column=of.column, keys=tuple((name, name) for name in names))
    return rule(compare(of, sign, there), of.table)


# What must be so --------------------------------------------------------------------------------

for _sign, _words in (
    ("==", "_must (be (the same|equal|identical|equal to|identical to|identical with|the same value)|equal|match|agree with|"
           "correspond to|coincide with|tally with)"),
    ("<=", "_must_not (be (higher|larger|greater|more|bigger|above) than|exceed|be above|be larger than)"),
    (">=", "_must_not (be (lower|smaller|less|fewer) than|fall below|be below)"),
    (">=", "_must be at least"), ("<=", "_must be at most"),
):  # fmt: skip

    @phrase(
        "stmt", f"<key_told> [,|:] <cell_there> {_words} [exactly] _the_one_in <table>", cost=0.03
    )
    def for_key(keys: Keys, of: Cell, other: str, sign: str = _sign) -> Statement | None:
        """For each SKU the quantity in the count must be the same as in the system."""
        return _beside(of, sign, other, keys)

    @phrase(
        "stmt", f"<cell_there> {_words} [exactly] _the_one_in <table> [,] <key_told>", cost=0.03
    )
    def by_key(of: Cell, other: str, keys: Keys, sign: str = _sign) -> Statement | None:
        """The quantity in the count must be the same as in the system, per SKU."""
        return _beside(of, sign, other, keys)


phrase.words(
    "_the_same_there", "the same | equal | identical | one and the same | exactly the same"
)


@phrase(
    "stmt",
    "(does|do) _each <keys> have _the_same_there <column> in <table> _and_there <table> [?]",
    "_each <keys> (_must have|has|have) _the_same_there <column> in [both] <table> _and_there <table>",
    cost=0.03,
)
def each_has_the_same(keys: Keys, of: Cell, here: str, other: str) -> Statement | None:
    """Every SKU must have the same quantity in the count as in the system."""
    return _beside(Cell(table=here, column=of.column), "==", other, keys)


@phrase(
    "stmt",
    "<column> <key_told> _must be _the_same_there in [both] <table> _and_there <table>",
    "(is|are) <column> <key_told> [always] _the_same_there in [both] <table> _and_there <table> [?]",
    "<column> <key_told> : _the_same_there in [both] <table> _and_there <table>",
    cost=0.03,
)
def same_for_key(of: Cell, keys: Keys, here: str, other: str) -> Statement | None:
    """The quantity of a SKU must be the same in the count and in the system."""
    return each_has_the_same(keys, of, here, other)


@phrase(
    "stmt",
    "(is|are) <column> [always] _the_same_there in [both] <table> _and_there <table> <key_told> [?]",
    cost=0.03,
)
def same_behind(of: Cell, here: str, other: str, keys: Keys) -> Statement | None:
    """The quantity is the same in the count and in the system for every SKU."""
    return each_has_the_same(keys, of, here, other)


# What must not be so ----------------------------------------------------------------------------

for _sign, _words in (
    ("==", "another|a different|a deviating|other|different"),
    ("<=", "a higher|a larger|a greater|a bigger|more|higher|larger"),
    (">=", "a lower|a smaller|less|fewer|a lesser|lower|smaller"),
):

    @phrase(
        "stmt", f"no <keys> _may have ({_words}) <column> in <table> than in <table>", cost=0.03
    )
    @phrase(
        "stmt",
        f"_flag [any|all|every|each] <keys> (with|having|that have|that has|which have) ({_words}) <column> in <table> than in <table>",
        f"(is|are) there [any|a|an] <keys> (with|having|that has|that have) ({_words}) <column> in <table> than in <table> [?]",
        cost=0.03,
    )
    def none_has_other(
        keys: Keys, of: Cell, here: str, other: str, sign: str = _sign
    ) -> Statement | None:
        """No SKU may have another quantity in the count than in the system."""
        return _beside(Cell(table=here, column=of.column), sign, other, keys)

    @phrase(
        "stmt",
        f"_flag [any|all|every|each] <keys> (of|for) which <table> (has|shows|gives|holds|lists) ({_words}) <column> than <table>",
        cost=0.03,
    )
    def of_which_other(
        keys: Keys, here: str, of: Cell, other: str, sign: str = _sign
    ) -> Statement | None:
        """Flag SKUs for which the count has another quantity than the system."""
        return none_has_other(keys, of, here, other, sign)


for _sign, _words in (
    ("==", "(differs|differ|deviates|deviate|is different|are different) from|is not|are not|(does|do) not (equal|match|agree with)|is not equal to|is unlike"),
    ("<=", "exceeds|exceed|is (higher|larger|greater|more) than|is above"),
    (">=", "is (lower|smaller|less) than|is below|falls below"),
):  # fmt: skip

    @phrase(
        "stmt",
        f"_flag [any|all|every|each] <keys> whose <cell_there> ({_words}) (that|the one|those|<column>) (in|of|from) <table>",
        f"_flag [any|all|every|each] <keys> (where|for which) <cell_there> ({_words}) (that|the one|those|<column>) (in|of|from) <table>",
        cost=0.03,
    )
    def whose_differs(keys: Keys, of: Cell, *there: Any, sign: str = _sign) -> Statement | None:
        """Flag SKUs whose quantity in the count differs from that in the system."""
        if any(isinstance(each, Cell) and each.column != of.column for each in there):
            return None
        return _beside(of, sign, there[-1], keys)


# By a key that goes behind ----------------------------------------------------------------------


@phrase("match_key", "(of|under|with) (each|every|any|the same) <fields>", cost=0.05)
def match_key_of(found: tuple[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """Both must agree on the quantity of each SKU."""
    return ("keys", found[1])
