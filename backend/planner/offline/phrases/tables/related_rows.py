"""Phrases for rows of one table that another table has as well, told by the columns they share.

With the same SKU and price in the other list; compared by their id.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import tells_apart
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.same_columns import SAME_COLUMN
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Exists, Lookup, Predicate, Value
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

# With the same values there ---------------------------------------------------------------------

phrase.words(
    "_comes_up_there",
    "occur | occurs | appear | appears | exist | exists | turn up | turns up | be | is | are | be found | is found | are found | "
    "be listed | is listed | are listed | be present | is present | are present | be contained | are contained | recur | recurs",
)
phrase.words(
    "_in_likeness",
    "with the same | with exactly the same | with an identical | with equal | with identical | with the very same",
)
phrase.words("_in_that", "in | in the | in table | in the table | among")


def _with_same(found: tuple[str, tuple[str, ...]], table: str) -> Predicate:
    return Exists(table=table, keys=tuple((name, name) for name in found[1]))


def _same_one(found: tuple[str, tuple[str, ...]], table: str) -> Predicate | None:
    """The same row there: of an amount alone it is not told which row that would be."""
    is_told = any(tells_apart(name) or stems_of(name)[-1:] in _CALLED for name in found[1])
    return _with_same(found, table) if is_told else None


_CALLED = tuple((word,) for word in ("name", "title", "label", "email"))
"""What tells things apart by its header, though it is no number."""


@phrase("rowvp", "_comes_up_there [also|too] _in_likeness <fields> _in_that <table>", cost=0.02)
def turns_up(found: tuple[str, tuple[str, ...]], table: str) -> Predicate | None:
    """Occur with the same SKU, label and price in the other list."""
    return _same_one(found, table)


@phrase("rowvp", "_comes_up_there [also] _in_that <table> _in_likeness <fields>", cost=0.02)
def turns_up_there(table: str, found: tuple[str, tuple[str, ...]]) -> Predicate | None:
    """Occur in the other list with the same SKU, label and price."""
    return _same_one(found, table)


@phrase("rowvp", "_do not _comes_up_there [also] _in_that <table> _in_likeness <fields>", cost=0.02)
def turns_not_up_there(table: str, found: tuple[str, tuple[str, ...]]) -> Predicate | None:
    """Do not occur in the other list with the same SKU."""
    told = _same_one(found, table)
    return None if told is None else not_(told)


phrase.words(
    "_is_not_there",
    "missing | absent | not found | not listed | not present | not contained | not there",
)


@phrase("rowvp", "(is|are|be) _is_not_there [from|in] <table> _in_likeness <fields>", cost=0.02)
def is_missing(table: str, found: tuple[str, tuple[str, ...]]) -> Predicate | None:
    """Are missing from the other list with the same SKU and price."""
    told = _same_one(found, table)
    return None if told is None else not_(told)


@phrase(
    "rowvp",
    "(is|are) not (found|listed|present|contained) _in_likeness <fields> _in_that <table>",
    "_do not _comes_up_there [also] _in_likeness <fields> _in_that <table>",
    "(never) _comes_up_there _in_likeness <fields> _in_that <table>",
    cost=0.02,
)
@phrase("rel", "_is_not_there _in_likeness <fields> _in_that <table>", cost=0.02)
def is_not_there(found: tuple[str, tuple[str, ...]], table: str) -> Predicate | None:
    """Are not found with the same SKU and price in the other list."""
    told = _same_one(found, table)
    return None if told is None else not_(told)


@phrase(
    "rel",
    "(for which|of which|where) <table> (has|holds|contains|lists|knows|shows) no [matching] _row _in_likeness <fields>",
    "(for which|of which|where) there is no [matching] _row _in_likeness <fields> _in_that <table>",
    cost=-0.3,
)
def of_which_none_there(*parts: Any) -> Predicate:
    """For which the other list has no row with the same SKU."""
    table = next(part for part in parts if isinstance(part, str))
    return not_(_with_same(next(part for part in parts if isinstance(part, tuple)), table))


# Written as there -------------------------------------------------------------------------------

phrase.words(
    "_set_down",
    "written | spelled | spelt | given | entered | recorded | typed | put | stated | shown",
)


@phrase("adj", "_set_down [exactly|precisely] (as|like) [it is|they are] in <table>", cost=0.02)
@phrase("adj", "_set_down the same [way] (as|like) in <table>", cost=0.02)
@phrase("adj", "_set_down the same way in <table>", cost=0.05)
def as_written_there(table: str) -> Predicate:
    """Written exactly as in the other table."""
    return compare(IT, "==", Cell(table=table, column=SAME_COLUMN))


@phrase(
    "adj", "_set_down (differently|otherwise|in another way) [than|from|as] in <table>", cost=0.02
)
def written_otherwise(table: str) -> Predicate:
    """Written differently than in the other table."""
    return not_(as_written_there(table))


# Compared by a key ------------------------------------------------------------------------------

phrase.words(
    "_put_beside",
    "compare | match | check | hold | join | put | line up | look at | compare the rows of | match the rows of | set",
)
phrase.words(
    "_beside_it",
    "with | to | against | and | beside | next to | with the rows of | with those of | and those of",
)
phrase.words(
    "_by_the_key",
    "by | on | via | using | over | through | by the same | over the same | on the same | by their | on their | by matching | "
    "row by row by | with the same | for the same | by means of | along",
)
phrase.words(
    "_then_on",
    "and | and then | . | , | ; | : | . then | , then | ; then | , and | then",
)


@phrase(
    "tables_by_key",
    "_put_beside [all] [the] <table> _beside_it [the] <table> _by_the_key [column|field] <column>",
)
@phrase(
    "tables_by_key",
    "_by_the_key [column|field] <column> [,] _put_beside <table> _beside_it <table>",
)
def tables_by_key(*parts: Any) -> tuple[str, str, str] | None:
    """Compare the old list with the new one by code."""
    here, there = (part for part in parts if isinstance(part, str))
    key = next(part for part in parts if isinstance(part, Cell))
    return None if here == there else (here, there, key.column)


def _side_by_side(of: Cell, sign: str, tables: tuple[str, str, str]) -> Statement | None:
    here, there, key = tables
    if of.table not in ("", here) or of.column == key:
        return None
    other = Lookup(table=there, column=of.column, keys=((key, key),))
    return rule(compare(Cell(table=here, column=of.column), sign, other), here)


_NOT_SAME = (
    "differs|differ|deviates|deviate|is different|are different|is not the same|are not the same|is not equal|"
    "does not match|do not match|does not agree|do not agree|is not identical|has changed|have changed|is another one|"
    "does not correspond|is not _set_down [exactly] as in <table>|is not _set_down [exactly] the same [way]|"
    "is _set_down (differently|otherwise) [in <table>]|differs from <table>|differs from the one in <table>|"
    "differs from that in <table>|differs in <table>|is different in <table>|is not the same in <table>|"
    "is not the same as in <table>|is not (that|the one) in <table>|is not as in <table>|differs between the two|"
    "differs between them|does not match <table>|does not match the one in <table>|does not match that in <table>|"
    "is not equal to the one in <table>|is different from the one in <table>|is different from that in <table>"
)
for _sign, _words in (
    ("==", _NOT_SAME),
    ("<=", "is higher|is larger|is greater|is higher there|is (higher|larger|greater|more) than in <table>|is above that in <table>"),
    (">=", "is lower|is smaller|is less|is (lower|smaller|less) than in <table>|is below that in <table>"),
):  # fmt: skip

    @phrase(
        "stmt",
        f"<tables_by_key> _then_on _flag [_each|any|all] <noun> (whose|where [the]|for which) <column> ({_words})",
        cost=-0.1,
    )
    def flag_differing(
        tables: tuple[str, str, str], rows: RowSet, of: Cell, *named: str, sign: str = _sign
    ) -> Statement | None:
        """Compare A with B by code and flag the rows whose price differs."""
        is_plain = rows.where is None and not rows.each and rows.table in ("", tables[0])
        is_other = all(name == tables[1] for name in named)
        return _side_by_side(of, sign, tables) if is_plain and is_other else None


@phrase(
    "stmt",
    "<tables_by_key> _then_on _flag [_each|any|all] <noun> with (another|a different|a deviating|different) <column> [than in <table>|in <table>]",
    cost=-0.1,
)
def flag_with_other(
    tables: tuple[str, str, str], rows: RowSet, of: Cell, *named: str
) -> Statement | None:
    """Compare A with B by code and flag the rows with another price."""
    return flag_differing(tables, rows, of, *named, sign="==")


# Which rows belong together ---------------------------------------------------------------------


@phrase(
    "remark",
    "(match|join|pair|compare) [the] [rows|records|them] (by|on|via|over|using) [their] <cell>",
    "[the] [rows|records|two tables|both tables] (belong together|are matched|are joined|are paired|are linked|match) (by|on|via|over|through) [their] <cell>",
    "<cell> (tells|says|shows) which rows belong together",
    "<cell> is the key [of both|in both]",
    cost=0.05,
)
def belong_together(key: Value) -> Modifier | None:
    """Match rows by code: it must be the key that the rule follows."""
    return Modifier(kind="by-same-key", values=(key,)) if isinstance(key, Cell) else None


# Rows of groups with too few or too many --------------------------------------------------------

for _words, _signs in (("_has_fewer", (">", ">=")), ("_has_more", ("<", "<="))):

    @phrase(
        "remark",
        rf"_show_all <rows> (of|in|with|on|at|from|by) [a|an|any|every|each|such] <column> \( <column> \) {_words}",
        cost=-0.5,
    )
    def rows_of_such_groups(
        rows: RowSet, called: Cell, of: Cell, signs: tuple[str, ...] = _signs
    ) -> Modifier | None:
        """Flag all goods of product lines (line) with fewer."""
        is_plain = rows.where is None and called.column == of.column
        return remark("flag-groups", values=(of,), texts=signs) if is_plain else None
