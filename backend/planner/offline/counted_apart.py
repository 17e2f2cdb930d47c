"""What is counted, called different: more than four different products, three different sources.

The rows of a table that its own key tells apart are different anyway, and so are distinct values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.keys import names_rows_of
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_APART = frozenset({"different", "distinct", "separate", "individual", "unique"})


def all_counted_apart(
    tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon
) -> Iterator[tuple[int, int, Callable[[Rule], bool]]]:
    """Each such word of a sentence, and whether a rule says the same without it."""
    for at in range(len(tokens) - 1):
        told = counted_apart(tokens, at, found, lexicon)
        if told is not None:
            yield at, *told


def counted_apart(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where such a word ends, between a number and what is counted."""
    if at == 0 or tokens[at].low not in _APART:
        return None
    before = tokens[at - 1]
    if before.shape != Shape.NUMBER and before.low not in NUMBER_WORDS:
        return None
    behind = [leaf for leaf in found if leaf.start == at + 1]
    tables = {str(leaf.meaning) for leaf in behind if leaf.symbol == "table"}
    if len(tables) == 1:
        (table,) = tables
        return (at + 1, lambda rule: _counts(rule, table)) if _tells_apart(table, lexicon) else None
    named = [leaf.meaning for leaf in behind if is_surely_column(leaf)]
    cells = {meaning.column for meaning in named if isinstance(meaning, Cell)}
    return (at + 1, lambda rule: _counts_values(rule, cells)) if len(cells) == 1 else None


def _tells_apart(name: str, lexicon: Lexicon) -> bool:
    """Whether the table has a key of its own that no two rows share."""
    table = lexicon.tables.get(name)
    return table is not None and any(
        column.unique and names_rows_of(column.name, table) for column in table.columns
    )


def _counted(rule: Rule) -> list[Aggregate]:
    return [part for part in walk(rule) if isinstance(part, Aggregate)]


def _counts(rule: Rule, table: str) -> bool:
    """Whether it counts rows of this table, and measures nothing else."""
    counted = _counted(rule)
    return bool(counted) and all(
        part.measure == Measure.COUNT and part.table == table and part.of is None
        for part in counted
    )


def _counts_values(rule: Rule, columns: set[str]) -> bool:
    """Whether it counts the distinct values of this column, and measures nothing else."""
    counted = _counted(rule)
    return bool(counted) and all(
        part.measure == Measure.DISTINCT
        and isinstance(part.of, Cell)
        and {part.of.column} == columns
        for part in counted
    )
