"""Phrases for the rows of groups that are too small or too large, which a rule's bound tells."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

_LOW, _HIGH = (">", ">="), ("<", "<=")
for _words, _sides in (
    ("(smaller|too small|rarer|such small)", _LOW),
    ("(larger|bigger|too large|such large)", _HIGH),
):

    @phrase(
        "remark",
        f"_show [_all_of_them] (_row|<noun>) (of|in|from) [any|every|all|the] {_words} <cell>",
        cost=0.05,
    )
    def rows_of_odd_groups(*parts: object, sides: tuple[str, ...] = _sides) -> Modifier | None:
        """Flag all rows of smaller regions."""
        cells = tuple(part for part in parts if isinstance(part, Cell))
        rows = [part for part in parts if isinstance(part, RowSet)]
        is_plain = all(each.where is None for each in rows)
        return Modifier(kind="sized-groups", values=cells, texts=sides) if is_plain else None


@phrase(
    "remark",
    "(otherwise|else|if not) [,] _show [_all_of_them] (his|her|its|their|these|those|that <cell> 's) _row",
    cost=0.05,
)
@phrase(
    "remark",
    "_show [_all_of_them] _row of [a|any|every|each|the] <cell> (otherwise|if not|where not|that does not|that do not)",
    cost=0.05,
)
def rows_otherwise(*cells: Value) -> Modifier | None:
    """Flag all rows of a walker otherwise."""
    return Modifier(kind="flag-groups", values=cells) if cells else None


for _words, _sides in (
    ("with (fewer|less|too few) [of them]|that have (fewer|less|too few) [of them]", _LOW),
    ("with (more|too many) [of them]|that have (more|too many) [of them]", _HIGH),
):

    @phrase("offenders", f"[_all_the] <noun> _of_group [_one_such] <cell> ({_words})", cost=-0.1)
    def of_odd_group(rows: RowSet, of: Value, sides: tuple[str, ...] = _sides) -> Modifier | None:
        """Customers of countries with fewer."""
        is_plain = rows.where is None and isinstance(of, Cell)
        return Modifier(kind="sized-groups", values=(of,), texts=sides) if is_plain else None


@phrase(
    "offenders",
    "[_all_the] <noun> _of_group [_one_such] <cell> (with|that have|which have) (only|just|only just) <number>",
    cost=-0.1,
)
def of_group_one_short(rows: RowSet, of: Value, left: Constant) -> Modifier | None:
    """Customers of countries with only one, where each must have two."""
    if rows.where is not None or not isinstance(of, Cell) or not isinstance(left.value, int):
        return None
    return Modifier(kind="sized-groups", values=(of,), texts=_LOW, number=left.value + 1)
