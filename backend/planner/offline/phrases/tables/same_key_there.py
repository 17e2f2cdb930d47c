"""Phrases for a value of another table by a key that is named: the price of the same SKU in products."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.planner.offline.same_columns import SAME_COLUMN
from backend.rules.language.terms import Cell, Lookup, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_of_that_key",
    "(of|for|given for|listed for|stated for|shown for|recorded for|set for|on file for|kept for) (the same|same|that|this|its|the|this very)",
)
phrase.words("_in_the_table", "in | of | from | within | according to")

phrase.words(
    "_told_there_for",
    "(has|gives|shows|states|lists|holds|records|carries|names|contains|knows) (for|under|with) (the same|that|this|the very same|its|"
    "their|his|her|the)",
)

for _head in ("expr", "factor"):

    @phrase(
        _head,
        "<column> _of_that_key <column> _in_the_table <table>",
        "<column> _of_that_key <column> _in_the_table <table> (table|file|list|sheet)",
        "<column> _in_the_table <table> (for|with|of) (the same|same|that|this|its) <column>",
        "<column> [(that|which)] <table> _told_there_for <column>",
        cost=0.05,
    )
    def value_there(of: Cell, *parts: object) -> Value | None:
        """The list price of the same SKU in products."""
        key = next(part for part in parts if isinstance(part, Cell))
        table = next(part for part in parts if isinstance(part, str))
        if of.table not in ("", table) or of.column == key.column:
            return None
        return Lookup(table=table, column=of.column, keys=((key.column, key.column),))


@phrase("same_there", "(that|one|the one) (that|which) <table> _told_there_for <column>")
@phrase("same_there", "(that|one|the one) <table> _told_there_for <column>", cost=0.02)
@phrase(
    "same_there",
    "(that|one|the one) in <table> (for|with|under) (the same|its|that|this|their) <column>",
)
def same_value_there(table: str, key: Cell) -> Value:
    """The one that products has for its SKU."""
    return Lookup(table=table, column=SAME_COLUMN, keys=((key.column, key.column),))


@phrase("adj", "<column> _of_that_key <column> _in_the_table <table>", cost=0.02)
@phrase("adj", "<column> (that|which) <table> _told_there_for <column>", cost=0.02)
@phrase("adj", "<column> <table> _told_there_for <column>", cost=0.02)
def is_value_there(of: Cell, *parts: object) -> Predicate | None:
    """Is the list price of the same SKU in products; is the price that products has for that SKU."""
    found = value_there(of, *parts)
    return None if found is None else compare(IT, "==", found)


# Keys that must be there ------------------------------------------------------------------------

phrase.words(
    "_not_held",
    "[that|which] (we do not have|we do not know|does not exist|do not exist|is not known|is not listed|is "
    "missing|are missing|is not|cannot be found|can not be found|is unknown|does not appear|does not occur) in",
)
phrase.words(
    "_held",
    "(that|which) (exist|exists|appear|appears|occur|occurs|are|is|are listed|is listed|are known|are found|we have) in",
)


@phrase("rel", "(for|with|of) [a|an|any] <cell> _not_held <target>", cost=0.05)
def with_key_not_there(subject: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """Orders for a SKU that we do not have in products."""
    told = refers(subject, found)
    return None if told is None else not_(told)


@phrase(
    "stmt",
    "only <cell> _held <target> (may|can|must|should) be (used|entered|ordered|given|recorded|listed) [in <table>]",
    "only <cell> _held <target> (is|are) (allowed|permitted|valid) [in <table>]",
    cost=0.05,
)
def only_keys_there(subject: Value, found: tuple[RowSet, str], *table: str) -> Statement | None:
    """Only SKUs that exist in products may be used in orders."""
    told = refers(subject, found)
    return None if told is None else rule(told, "".join(table))


@phrase(
    "stmt",
    "for (every|each) <noun> there (must|should|has to) be <so_many_rows>",
    "(every|each) <noun> must (occur|appear|be) in <so_many_rows>",
    cost=0.05,
)
def for_each_row(rows: RowSet, told: Predicate) -> Statement | None:
    """For every product there must be at least one order."""
    return rule(told, rows.table) if rows.table and rows.where is None else None
