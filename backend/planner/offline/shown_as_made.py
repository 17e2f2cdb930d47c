"""Examples of a text that other columns make: , e.g. EU-17; (EU-17).

They add nothing where the rule makes that very text of values that its columns have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.shown_in_brackets import OPENINGS, shown_behind, told_behind
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, Made, Value
from backend.rules.rule import Rule

_WHOLE = "0|[1-9][0-9]*"


_Told = tuple[int, Callable[[Rule], bool]]


def examples_shown(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> _Told | None:
    """Where examples end that are announced there, of a form or of what columns make."""
    of_form, told = shown_behind(tokens, at), told_behind(tokens, at)
    text = None if told is None else _in_one_piece(tokens, *told)
    if told is None or text is None:
        return of_form
    is_so = of_form[1] if of_form else _is_never
    return told[1], lambda rule: is_so(rule) or _makes(rule, text, lexicon)


def made_in_brackets(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, otherwise: _Told | None
) -> _Told | None:
    """Where a bracket ends that holds one example of what columns make, or tells otherwise."""
    end = next((far for far in range(at, len(tokens)) if tokens[far].text == ")"), None)
    lows = tuple(token.low for token in tokens[at : at + 2])
    opening = next((each for each in OPENINGS if lows[: len(each)] == each), ())
    text = None if end is None else _in_one_piece(tokens, at + len(opening), end)
    if end is None or text is None or (otherwise and otherwise[0] != end + 1):
        return otherwise
    is_so = otherwise[1] if otherwise else _is_never
    return end + 1, lambda rule: is_so(rule) or _makes(rule, text, lexicon)


def _in_one_piece(tokens: Sequence[Token], start: int, end: int) -> str | None:
    inner = tokens[start:end]
    is_one = all(left.end == right.start for left, right in pairwise(inner))
    return "".join(token.text for token in inner) if inner and is_one else None


def _is_never(_: Rule) -> bool:
    return False


def _makes(rule: Rule, text: str, lexicon: Lexicon) -> bool:
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, Made):
        return False
    parts = [_part(each, lexicon) for each in rule.must.parts]
    if rule.where is not None or rule.must.how != "is" or None in parts:
        return False
    return re.fullmatch("".join(f"(?:{part})" for part in parts), text) is not None


def _part(value: Value, lexicon: Lexicon) -> str | None:
    """The pattern of what a part may be; None where that is not known."""
    if isinstance(value, Constant):
        return re.escape(str(value.value))
    table = lexicon.tables.get(value.table) if isinstance(value, Cell) else None
    column = table.column(value.column) if table and isinstance(value, Cell) else None
    if column is None:
        return None
    if column.type == ColumnType.INTEGER:
        return _WHOLE
    return "|".join(map(re.escape, column.values)) or None
