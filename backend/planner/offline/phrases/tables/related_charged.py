"""Phrases for a value that rows take over from the row they lead to: charge the price of its track.

The column is called alike in both tables; where it is not, it is not clear what is charged.
"""

from __future__ import annotations

from backend.planner.offline.same_columns import SAME_COLUMN
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, compare, not_

phrase = Phrases()

phrase.words(
    "_takes_over",
    "charge | charges | carry | carries | bear | bears | show | shows | use | uses | quote | quotes | state | states | repeat | "
    "repeats | have | has | list | lists | apply | applies | take over | takes over | bill | bills | follow | follows | contain | contains",
)
phrase.words("_exactly_so", "exactly | precisely | just | always")


def _beside(sign: str, there: Value) -> Predicate | None:
    """The column of the row at hand held against the same one of the other row."""
    if not isinstance(there, Cell) or not there.table or not there.column:
        return None
    other = Cell(table=there.table, column=SAME_COLUMN)
    return compare(Cell(table="", column=there.column), sign, other)


@phrase("rowvp", "_takes_over [_exactly_so] <cell_elsewhere>", cost=0.05)
def takes_over(there: Value) -> Predicate | None:
    """Charge exactly the price that the tracks table has for its track."""
    return _beside("==", there)


@phrase("rowvp", "_do not _takes_over [_exactly_so] <cell_elsewhere>", cost=0.05)
def takes_not_over(there: Value) -> Predicate | None:
    """Do not charge the price of their track."""
    told = _beside("==", there)
    return None if told is None else not_(told)


for _words, _sign in (
    ("more", ">"), ("less", "<"), ("(something else|anything else|anything other|something other)", "!="),
    ("(no more|not more|at most as much)", "<="), ("(no less|not less|at least as much)", ">="),
):  # fmt: skip

    @phrase("rowvp", f"_takes_over {_words} (than|as) <cell_elsewhere>", cost=0.05)
    @phrase("rowvp", f"be _put_there [at|for|with] {_words} (than|as) <cell_elsewhere>", cost=0.05)
    @phrase("rel", f"_put_there (at|for|with) {_words} (than|as) <cell_elsewhere>", cost=0.05)
    def takes_more(there: Value, sign: str = _sign) -> Predicate | None:
        """Charge more than the price of their track."""
        return _beside(sign, there)


for _words, _sign in (
    ("(another|a different|a deviating)", "!="), ("(a higher|a larger|a greater)", ">"), ("(a lower|a smaller)", "<"),
):  # fmt: skip

    @phrase("rowvp", f"_takes_over {_words} <column> than <whose_row> [has|have]", cost=0.05)
    @phrase(
        "rowvp",
        f"_takes_over {_words} <column> than <table> (has|lists|gives|shows) [for it|for them]",
        cost=0.05,
    )
    @phrase("rowvp", f"_takes_over {_words} <column> than that of <whose_row>", cost=0.05)
    def takes_another(of: Cell, table: str, sign: str = _sign) -> Predicate | None:
        """Charge another price than their track has."""
        return _beside(sign, Cell(table=table, column=of.column))


@phrase("cell_elsewhere", "<cell>")
def cell_elsewhere(there: Value) -> Value | None:
    """The price that the tracks table has for its track."""
    is_there = isinstance(there, Cell) and bool(there.table) and bool(there.column)
    return there if is_there else None


# Rows by what they were sold at -----------------------------------------------------------------

for _words, _sign in (
    ("(another|a different|a deviating)", "!="),
    ("[a|an] (higher|larger|greater|later|bigger)", ">"),
    ("[a|an] (lower|smaller|earlier)", "<"),
):

    @phrase("rel", f"_with {_words} <column> than <whose_row> [has|have]", cost=0.05)
    @phrase(
        "rel",
        f"_put_there (at|for|with|under) {_words} <column> than <whose_row> [has|have]",
        cost=0.05,
    )
    def with_another(of: Cell, table: str, sign: str = _sign) -> Predicate | None:
        """With a higher price than their track."""
        return _beside(sign, Cell(table=table, column=of.column))

    @phrase("rel", f"_put_there (at|for|with|under) {_words} <column> than <operand>", cost=0.1)
    @phrase(
        "rowvp", f"be _put_there (at|for|with|under) {_words} <column> than <operand>", cost=0.1
    )
    def put_at_another(of: Cell, bound: Value, sign: str = _sign) -> Predicate | None:
        """Sold at a higher price than the price of the track."""
        return compare(of, sign, bound)


@phrase("column", "(list|regular|standard|normal) <column>", cost=0.1)
def list_price(of: Cell) -> Cell | None:
    """The list price: the price of what is listed, where no header tells of another one."""
    return of if stems_of(of.column)[-1:] == ("price",) else None
