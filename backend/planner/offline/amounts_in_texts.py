"""Numbers that a column of text holds with what they count: 24 patients, 98%, 112 min.

Where every value of a column is a number with one and the same word or sign behind it, a bound by
such an amount becomes a pattern of the numbers that keep it, so that a cell of another form breaks
a rule that calls for one. A denial is turned into the opposite bound first. What equals an amount
is the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.clock_texts import denied
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.digits_in_groups import plain_number
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import UNITS, converted, unit_named
from backend.planner.offline.words import stem
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Not,
    Predicate,
    Reads,
    Term,
)
from backend.rules.language.walk import T, rewrite, walk

_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?(?P<gap> ?)(?P<word>%|[^\W\d_]+)")
_DECIMALS = r"(\.[0-9]+)?"
_SAID = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
_COST = 0.1


class _Form(NamedTuple):
    """What stands behind each number of a column, and between the two."""

    gap: str
    word: str


def amount_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Ten patients: a number and what the numbers of some column of text count."""
    if at + 1 >= len(tokens) or tokens[at].shape != Shape.NUMBER:
        return
    word, text = tokens[at + 1].low, tokens[at].text.replace(",", "")
    if tokens[at + 1].shape != Shape.WORD or unit_named(word) or not text.isdigit():
        return
    forms = (_form(named.column) for named in lexicon.columns)
    if any(form is not None and stem(form.word.lower()) == stem(word) for form in forms):
        amount = Constant(value=int(text), reads=Reads.NUMBER, unit=word)
        yield Leaf("amount", at, at + 2, amount, _COST, "number")


def with_amounts_in_texts(rule: T, context: Context) -> T:
    """The rule with each comparison of such a column with an amount as a pattern.

    Raises:
        Misfit: an amount of what no other column counts is held against something else.
    """

    def change(part: Term) -> Term | None:
        if isinstance(part, Not) and isinstance(part.part, Compare):
            held = _held(part.part, context)
            return None if held is None else _pattern(_opposite(part.part), *held)
        held = _held(part, context) if isinstance(part, Compare) else None
        return _pattern(part, *held) if held is not None and isinstance(part, Compare) else None

    fresh = rewrite(rule, change)
    for part in walk(fresh):
        if isinstance(part, Constant) and part.unit and part.unit not in UNITS:
            raise Misfit(f"it is not clear which column counts {part.unit!r} here")
    return fresh


def _opposite(part: Compare) -> Compare:
    found = denied(part)
    assert isinstance(found, Compare)
    return found


def _held(part: Compare, context: Context) -> tuple[Cell, _Form, int] | None:
    """The column of text, what its numbers count, and the number that they are held against."""
    if not isinstance(part.left, Cell) or not isinstance(part.right, Constant):
        return None
    column = context.column(part.left.table, part.left.column)
    form = None if column is None else _form(column)
    is_bound = part.sign in _SAID and part.right.unit and part.right.reads == Reads.NUMBER
    if form is None or not is_bound:
        return None
    number = _in_unit(float(part.right.value), part.right.unit, form.word)
    if number is None or number < 0 or number != int(number):
        raise Misfit(f"{part.left.column} counts {form.word!r}; write a whole number of them")
    return part.left, form, int(number)


def _form(column: Column) -> _Form | None:
    values = [value.strip() for value in column.values if value.strip()]
    if column.type != ColumnType.TEXT or column.date_format is not None or not values:
        return None
    found = {each and (each["gap"], each["word"]) for each in map(_AMOUNT.fullmatch, values)}
    only = found.pop() if len(found) == 1 else None
    return _Form(*only) if only else None


def _in_unit(number: float, unit: str, word: str) -> float | None:
    """The number as the column counts; None where it counts something else."""
    own = unit_named(word)
    if own is not None and unit in UNITS:
        return converted(number, unit, own)
    return number if stem(unit) == stem(word.lower()) else None


def _pattern(part: Compare, of: Cell, form: _Form, number: int) -> Predicate:
    choices = "|".join(_choices(part.sign, number))
    if not choices:
        raise Misfit(f"no number of {form.word!r} is less than 0")
    behind = form.gap + ("%" if form.word == "%" else re.escape(form.word))
    says = f"{_SAID[part.sign]} {number}{form.gap}{form.word}"
    return Matches(of=of, how=How.PATTERN, text=f"0*({choices}){behind}", says=says)


def _choices(sign: str, number: int) -> Iterator[str]:
    """Whole numbers with whatever decimals, and the number itself with those that it may have."""
    if sign in (">", ">="):
        yield plain_number(str(number + (sign == ">")), "") + _DECIMALS
        if sign == ">":
            yield rf"{number}\.[0-9]*[1-9][0-9]*"
    if sign in ("<", "<=") and number:
        yield plain_number("0", str(number - 1)) + _DECIMALS
    if sign == "<=":
        yield rf"{number}(\.0+)?"
