"""Phrases for the row of the table that a row leads to: its boss, the visit that it follows up on.

Each way to call such a row is a ``kin``: the key that leads there. What is said of it stands in
every frame: of a value ("the grade of the boss"), of the row itself ("the boss must exist"), and
of a value that both have in common.
"""

from __future__ import annotations

from backend.planner.offline.kin_words import is_told_as_verb
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.keys.keys import through
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.same_columns import SAME_COLUMN
from backend.rules.language.terms import Cell, Exists, Lookup, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, compare, not_

phrase = Phrases()

Told = tuple[str, str]
"""What is said of a kin: a sign (or "exists"), and the column that it is said of."""

phrase.words("_pronoun", "they | it | he | she | he or she | she or he | the row")
phrase.words("_relates", "that | which | whom | who")
phrase.words(
    "_stands_there", "in | under | behind | given in | named in | given by | named by | recorded in"
)


# Who is meant -----------------------------------------------------------------------------------


@phrase("key_row", "[its|their|his|her] <superior>", cost=0.05)
@phrase("key_row", "<superior> [_relates] _pronoun <kin_verb>")
@phrase("key_row", "(its|their|his|her) own <superior>", cost=0.05)
def superior(key: Cell, *verb: Cell) -> Cell | None:
    """The manager they report to."""
    return None if verb and verb[0] != key else key


@phrase("key_row", "<noun> [_relates] _pronoun [is|are|was|were|has been] <kin_verb>", cost=0.02)
@phrase("key_row", "<noun> _stands_there [column] <cell>", cost=0.1)
@phrase(
    "key_row", "(other|previous|second|original) <noun> [_relates] _pronoun <kin_verb>", cost=0.05
)
def kin_noun(rows: RowSet, key: Value) -> Cell | None:
    """The visit it follows up on; the employee in SupportRepId."""
    is_plain = bool(rows.table) and rows.where is None and not rows.each
    return key if is_plain and isinstance(key, Cell) and not key.table else None


phrase("kin", "<key_row>")(lambda key: key)


@phrase("kin", "<cell>", cost=0.15)
@phrase("kin", "<cell> (row|record|entry)", cost=0.05)
def kin_by_column(key: Value) -> Cell | None:
    """The boss, where a column of that name leads to one; a "follow-up of" names the row itself."""
    is_own = isinstance(key, Cell) and not key.table
    return key if isinstance(key, Cell) and is_own and not is_told_as_verb(key.column) else None


# A value of it ----------------------------------------------------------------------------------


@phrase("expr", "<cell> of [the] <kin>", cost=0.15)
@phrase("operand", "<cell> of [the] <kin>", cost=0.15)
@phrase("operand", "<cell> (that|which) <kin> (has|had|have|holds|shows)", cost=0.15)
def of_kin(column: Value, key: Cell) -> Value | None:
    """The grade of the boss."""
    is_own = isinstance(column, Cell) and not column.table
    return through(column, key) if isinstance(column, Cell) and is_own else None


@phrase("expr", "<kin> 's <cell>", cost=0.15)
@phrase("operand", "<kin> 's <cell>", cost=0.15)
def kins_cell(key: Cell, column: Value) -> Value | None:
    """The boss's grade."""
    return of_kin(column, key)


@phrase("same_there", "(that|one|those) of [the] <kin>", cost=0.05)
@phrase("same_there", "<key_row> 's [own]", cost=0.05)
def same_of_kin(key: Cell) -> Value:
    """That of their boss."""
    return Lookup(table="", column=SAME_COLUMN, keys=((key.column, ""),))


for _words, _way in (("after|later than|past", 1), ("before|earlier than|ahead of", -1)):

    @phrase("moment", f"<span> ({_words}) <of_kin>", cost=0.02)
    def away_from_kin(span: Span, of: Value, way: int = _way) -> Value | None:
        """28 days after the discharge of the visit it follows up on."""
        return shifted(of, span, way)


phrase("of_kin", "<cell> of [the] <kin>")(lambda column, key: of_kin(column, key))
phrase("of_kin", "<kin> 's <cell>")(lambda key, column: of_kin(column, key))

_THAN = {
    "more|higher|a higher|a larger|a greater|better|later": ">",
    "less|lower|a lower|a smaller|fewer|earlier": "<",
}
for _words, _sign in _THAN.items():

    @phrase(
        "rowvp",
        f"(have|get|make|receive|be paid|has|had) ({_words}) <cell> than [the] <kin>",
        cost=0.05,
    )
    def has_beside(column: Value, key: Cell, sign: str = _sign) -> Predicate | None:
        """Have a higher grade than the boss."""
        told = of_kin(column, key)
        return None if told is None else compare(column, sign, told)


# Something in common ----------------------------------------------------------------------------

phrase.words(
    "_in_common",
    "be in | be at | be for | be from | be of | be on | be with | have | share | come from | belong to | sit in "
    "| work in | work at | live in | be made for | be made by | be assigned to | concern | be about | refer to "
    "| go to | use",
)
phrase.words(
    "_has_in_common",
    "is in | is at | is for | is from | is of | is on | has | shares | comes from | belongs to | sits in | "
    "works in | works at | lives in | sit in | have | share | work in | are in | are at | are for | are from | "
    "are of | come from | belong to | live in | concerns | refers to | goes to | uses",
)


@phrase("rowvp", "_in_common [the] same <cell> as [the] <kin>", cost=0.05)
@phrase("rowvp", "_has_in_common [the] same <cell> as [the] <kin>", cost=0.05)
def in_common(column: Value, key: Cell) -> Predicate | None:
    """Sit in the same office as their manager."""
    told = of_kin(column, key)
    return None if told is None else compare(column, "==", told)


@phrase("rowvp", "_in_common (another|a different) <cell> than [the] <kin>", cost=0.05)
@phrase("rowvp", "_has_in_common (another|a different) <cell> than [the] <kin>", cost=0.05)
def unlike(column: Value, key: Cell) -> Predicate | None:
    """Sit in another office than their manager."""
    told = in_common(column, key)
    return None if told is None else not_(told)


phrase.words(
    "_having_in_common",
    "living in | working in | working at | sitting in | having | sharing | being in | coming from | belonging to | based in | located in | with | using",
)


@phrase("rel", "_having_in_common [the] same <cell> as [the] <kin>", cost=0.05)
def sharing(column: Value, key: Cell) -> Predicate | None:
    """Living in the same city as their boss."""
    return in_common(column, key)


@phrase("rel", "_having_in_common (another|a different) <cell> (than|from) [the] <kin>", cost=0.05)
def not_sharing(column: Value, key: Cell) -> Predicate | None:
    """Living in another city than their boss."""
    return unlike(column, key)


# What it must be like ---------------------------------------------------------------------------


@phrase("kin_vp", "_in_common [the] same <cell>", "_in_common [the] same <cell> [as well]")
@phrase("kin_vp", "have [the] same <cell>")
def kin_same(column: Value) -> Told | None:
    """Be for the same flat."""
    return ("==", column.column) if isinstance(column, Cell) and not column.table else None


@phrase("kin_vp", "exist", "exist in [the|this|our] (list|table|file|data|sheet)", "really exist")
@phrase("kin_vp", "be (in|on) [the|this|our] (list|table|file|data|sheet|books)", cost=0.02)
def kin_exists() -> Told:
    """Exist."""
    return ("exists", "")


@phrase("kin_vp", "exist as [a|an|one of the] <cell>")
def kin_exists_as(column: Value) -> Told | None:
    """Exist as a SKU."""
    return ("exists", column.column) if isinstance(column, Cell) and not column.table else None


for _words, _sign in (
    ("higher|larger|greater|bigger|later|newer", ">"), ("lower|smaller|earlier|older", "<"),
):  # fmt: skip

    @phrase("kin_vp", f"have [a|an] ({_words}) <cell>")
    def kin_beside(column: Value, sign: str = _sign) -> Told | None:
        """Have a higher grade."""
        is_own = isinstance(column, Cell) and not column.table
        return (sign, column.column) if isinstance(column, Cell) and is_own else None


phrase("kin_vps", "<kin_vp>")(lambda told: (told,))
phrase("kin_vps", "<kin_vps> (and|, and|and also|and must|and must also) <kin_vp>")(
    lambda before, told: (*before, told)
)


def said_of_kin(key: Cell, told: tuple[Told, ...]) -> Predicate | None:
    """All that is said of the row that a key leads to."""
    found: list[Predicate] = []
    for sign, column in told:
        if sign == "exists":
            found.append(Exists(table="", keys=((key.column, column),)))
            continue
        value = through(Cell(table="", column=column), key)
        if value is None:
            return None
        found.append(compare(value, sign, Cell(table="", column=column)))
    return all_of(*found)


@phrase("stmt", "[_each|a|an|the] <kin> _must <kin_vps>", cost=0.1)
def kin_duty(key: Cell, told: tuple[Told, ...]) -> Statement | None:
    """The boss must have a higher grade."""
    is_bare = all(sign == "exists" and not column for sign, column in told)
    must = None if is_bare else said_of_kin(key, told)
    return None if must is None else rule(must)


phrase.words(
    "_that_one", "that one | that other one | the other one | the other | that other | this one"
)
phrase.words(
    "_some_another", "another | another one | something else | another <noun> | a different one"
)


@phrase(
    "stmt",
    "_if <noun> (is|was|has been|are|were) <kin_verb> _some_another [,] [then] _that_one [<noun>] _must <kin_vps>",
    "_if <noun> (is|was|has been|are|were) <kin_verb> _some_another [,] [then] (that|the other|the|this) <noun> _must <kin_vps>",
    cost=0.05,
)
def led_to_another(rows: RowSet, key: Cell, *told: object) -> Statement | None:
    """If an item is replaced by another, that other one must exist as a SKU."""
    said = told[-1]
    others = [part for part in told[:-1] if isinstance(part, RowSet)]
    if not isinstance(said, tuple) or rows.each or any(each.table != rows.table for each in others):
        return None
    must = said_of_kin(key, said)
    return None if must is None else rule(must, rows.table, rows.where)


# Such a one ---------------------------------------------------------------------------------------


@phrase("rowvp", "<kin_verb> [to] [a|an|some|one of the] <rows>", cost=-0.45)
@phrase("rowvp", "(be|is|are) <kin_verb> [a|an|some|one of the] <rows>", cost=-0.45)
@phrase("rowvp", "<kin_verb> (a|an|the|one|some) <one_noun>", cost=-0.45)
def leads_to_such(key: Cell, rows: RowSet) -> Predicate | None:
    """Report to somebody whose title is Chief."""
    is_such = rows.where is not None and not rows.each
    return Exists(table=rows.table, keys=((key.column, ""),), where=rows.where) if is_such else None
