"""Phrases for keys of several columns, keys within one table, and the rows that keys lead to."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Exists, Lookup, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()


# Keys of several columns, and keys within one table -----------------------------------------------


@phrase(
    "joint_key", "(combination|pair|tuple) of <and_cells>", "(combination|pair|tuple) <and_cells>"
)
@phrase(
    "joint_key",
    r"(pair|combination|tuple) \( <cell_list> \)",
    "<and_cells> (together|taken together|combined|in combination)",
)
def joint_key(found: Any) -> tuple[Value, ...]:
    """The pair (order_id, line_no)."""
    items = found if isinstance(found, tuple) else found.items
    return ("joint", *items)


@phrase(
    "clause",
    "[_each] <joint_key> _exists_in <target>",
    cost=0.0,
)
def joint_exists(key: tuple[Any, ...], found: tuple[RowSet, str]) -> Predicate | None:
    """The pair exists in another table."""
    rows, column = found
    cells = [cell for cell in key[1:] if isinstance(cell, Cell)]
    if column or len(cells) < len(key) - 1 or any(cell.table == rows.table for cell in cells):
        return None
    return Exists(
        table=rows.table, keys=tuple((cell.column, "") for cell in cells), where=rows.where
    )


@phrase(
    "clause",
    "[_each] <joint_key> [_be] _missing_from <target>",
    "[_each] <joint_key> _do not exist in <target>",
)
def joint_missing(key: tuple[Any, ...], found: tuple[RowSet, str]) -> Predicate | None:
    """The pair is missing from another table."""
    told = joint_exists(key, found)
    return None if told is None else not_(told)


@phrase("stmt", "[_each] <joint_key> _must _exists_in <target>")
def joint_duty(key: tuple[Any, ...], found: tuple[RowSet, str]) -> Statement | None:
    """The pair must exist in another table."""
    told = joint_exists(key, found)
    return None if told is None else rule(told)


@phrase(
    "stmt",
    "[_each] <joint_key> _must_not _exists_in <target>",
    "no <joint_key> _may _exists_in <target>",
)
def joint_taboo(key: tuple[Any, ...], found: tuple[RowSet, str]) -> Statement | None:
    """The pair must not exist in another table."""
    told = joint_exists(key, found)
    return None if told is None else rule(not_(told))


@phrase(
    "own_target",
    "existing <cell> [value]",
    "(one of|among) [the] [existing|known] <cell> [values]",
    "(itself|themselves) (one of|among) [the] [existing|known] <cell> [values]",
    "(an|any) existing <cell> of [the] same table",
)
def own_target(cell: Value) -> Value:
    """A value that occurs in a column."""
    return cell


phrase.words(
    "_that_stand_in", "(that|which) (appear|occur|exist|are|stand|are listed|are found|show up) in"
)


@phrase(
    "own_target",
    "(one of|among|any of) [the] (<cell>|values|entries|ones|names|codes) _that_stand_in <cell> [column]",
    "[the] (values|entries) _that_stand_in <cell> [column]",
    cost=0.02,
)
def standing_there(*cells: Cell) -> Cell | None:
    """One of the values that appear in the code column."""
    return cells[-1] if len({cell.column for cell in cells}) == 1 else None


@phrase(
    "stmt",
    "[_each] <cell> _must _exists_in <own_target>",
    "[_each] <cell> _must be <own_target>",
    "[_each] <cell> (may|can) (only be|be only) <own_target>",
    "[_each] <cell> (may|can|must) only (hold|have|contain|take|take on) <own_target>",
)
@phrase("stmt", "[_each] <cell> _must _exists_in [column|the values of] <cell>", cost=0.4)
def refers_within(subject: Value, key: Value) -> Statement | None:
    """mentor_id must exist in member_id."""
    if not isinstance(subject, Cell) or not isinstance(key, Cell) or subject == key:
        return None
    told = Exists(table=key.table, keys=((subject.column, key.column),))
    return rule(told, subject.table)


# Another row that a key leads to ------------------------------------------------------------------


@phrase(
    "key_row", "[person|one|row|record|employee] [that|whom|who] (they|it|he or she) <cell> [to|by]"
)
@phrase("key_row", "(row|record|person|one) (given by|named in|named by|in|behind) <cell>")
@phrase("key_row", "(its|their|his or her|his|her) [own] <cell>")
def key_row(key: Value) -> Cell | None:
    """The person they report to."""
    return key if isinstance(key, Cell) and not key.table else None


def through(column: Cell, key: Cell) -> Value | None:
    """The column of the row that a key leads to."""
    if column == key:
        return None
    return Lookup(table="", column=column.column, keys=((key.column, ""),))


@phrase("expr", "<cell> of [the] <key_row>", cost=0.1)
@phrase("operand", "<cell> of [the] <key_row>", cost=0.1)
def of_key_row(column: Value, key: Cell) -> Value | None:
    """The hiring date of the person they report to."""
    return through(column, key) if isinstance(column, Cell) else None


@phrase("expr", "<key_row> 's <cell>", cost=0.1)
@phrase("operand", "<key_row> 's <cell>", cost=0.1)
def key_rows_cell(key: Cell, column: Value) -> Value | None:
    """Their manager's salary."""
    return through(column, key) if isinstance(column, Cell) else None


_THAN = {
    "(earlier|sooner) than": "<", "before": "<", "later than": ">", "after": ">",
    "on or after": ">=", "on or before": "<=", "no later than": "<=", "no earlier than": ">=",
}  # fmt: skip
for _words, _sign in _THAN.items():

    @phrase(
        "rel", f"[that|who|which] [were|was|are|is|have|has] <cell> {_words} <key_row>", cost=0.1
    )
    @phrase("rowvp", f"[be|been|have|have been] <cell> {_words} <key_row>", cost=0.1)
    def dated_against(column: Value, key: Cell, sign: str = _sign) -> Predicate | None:
        """Hired earlier than the person they report to."""
        told = through(column, key) if isinstance(column, Cell) else None
        return None if told is None else compare(column, sign, told)


@phrase("remark", "<cell> (vs|versus|against) [.] [the] <cell> of [the] <cell>", cost=0.05)
def compared_columns(mine: Value, theirs: Value, key: Value) -> Modifier | None:
    """HireDate vs. the HireDate of ReportsTo: what was compared, said once more."""
    if mine != theirs or not isinstance(key, Cell):
        return None
    return Modifier(kind="names-column", values=(mine,))


@phrase(
    "rel",
    "whose <rows> _do not exist",
    "whose <rows> (is|are) (unknown|missing|not known)",
    cost=0.05,
)
def whose_row_is_unknown(other: RowSet) -> Predicate | None:
    """Loans whose member does not exist."""
    return not_(exists(other)) if other.table else None


@phrase(
    "rowvp", "_to [an|a] (unknown|non-existing|nonexistent|non-existent|missing) <rows>", cost=0.05
)
def refers_to_unknown_row(other: RowSet) -> Predicate | None:
    """No loan may refer to an unknown member."""
    return not_(exists(other)) if other.table else None


phrase.words("_to", "refer to | refers to | point to | points to | belong to | belongs to | reference | "
             "link to | have | has")  # fmt: skip
