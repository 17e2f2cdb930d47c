"""A value in brackets that a word before it stands for: a shop that is not open (open is no).

It adds nothing where the rows that the rule flags, keeps to or wants have just that value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, Lookup, Predicate
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OPPOSITES = {"yes": "no", "y": "n", "true": "false", "1": "0", "t": "f"}
_OPPOSITES |= {no: yes for yes, no in _OPPOSITES.items()}
_IS = frozenset({"is", "=", "=="})


def values_in_brackets(
    tokens: Sequence[Token], found: Sequence[Leaf]
) -> Iterator[tuple[int, int, Callable[[Rule], bool]]]:
    """Each bracket that tells a column's value, and whether a rule is about that value anyway."""
    for at in range(2, len(tokens) - 4):
        inner = [leaf for leaf in found if leaf.start == at + 1 and is_surely_column(leaf)]
        if tokens[at].text != "(" or not inner:
            continue
        end = max(leaf.end for leaf in inner)
        closes = tokens[end + 2].text == ")" if end + 2 < len(tokens) else False
        is_value = closes and tokens[end + 1].shape in (Shape.WORD, Shape.NUMBER, Shape.QUOTED)
        if is_value and tokens[end].low in _IS:
            columns = {leaf.meaning.column for leaf in inner if isinstance(leaf.meaning, Cell)}
            is_duty = bool(_DUTIES & {token.low for token in tokens[:at]})
            yield at, end + 3, _check(columns, tokens[end + 1].low, is_duty=is_duty)


_DUTIES = frozenset({"must", "should", "shall", "has", "have", "needs", "need", "ought"})
"""Before a value that is wanted; what is flagged has it not."""


def _check(columns: set[str], value: str, *, is_duty: bool) -> Callable[[Rule], bool]:
    return lambda rule: (
        isinstance(rule, BrokenRows)
        and (_is_of(rule, columns, value) or (is_duty and _is_wanted(rule, columns, value)))
    )


def _is_wanted(rule: BrokenRows, columns: set[str], value: str) -> bool:
    """Customers must be inactive (active = 0)."""
    asked = list(_held(rule.must, columns))
    wanted = ([("==", value)], [("!=", _OPPOSITES.get(value))])
    return asked in wanted and not (rule.where is not None and [*_held(rule.where, columns)])


def _is_of(rule: BrokenRows, columns: set[str], value: str) -> bool:
    kept = [] if rule.where is None else list(_held(rule.where, columns))
    asked = list(_held(rule.must, columns))
    told = {value, _OPPOSITES.get(value, value)}
    flags = (("!=", value), ("==", _OPPOSITES.get(value)))
    is_flagged = len(asked) == 1 and asked[0] in flags and asked[0][1] in told
    wanted = ([("==", value)], [("!=", _OPPOSITES.get(value))])
    return is_flagged or (kept in wanted and not asked)


def _held(told: Predicate, columns: set[str]) -> Iterator[tuple[str, str]]:
    """The values that these columns are held against, here or in a row that is looked up."""
    for part in walk(told):
        if not isinstance(part, Compare) or not isinstance(part.right, Constant):
            continue
        if isinstance(part.left, Cell | Lookup) and part.left.column in columns:
            yield part.sign, str(part.right.value).lower()
