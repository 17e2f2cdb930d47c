"""Units and scales that a sentence tells of a column, and that the column itself denies.

Distance_km is not given in metres, and what is at most 0.5 in every row is no percentage: a number
in the told unit would be held against cells of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import UNITS, unit_named, unit_of_header
from backend.planner.offline.words import parts_of, root
from backend.rules.language.terms import Arithmetic, Cell, Compare, Constant
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_FRACTIONS = frozenset({"fraction", "fractions", "proportion", "proportions"})
_PERCENTS = frozenset({"percent", "percents", "percentage", "percentages"})
_LEADS = frozenset({"in", "as", "is", "are"})
_ARTICLES = frozenset({"a", "the"})
_TOLD = frozenset({
    "measured", "given", "stored", "expressed", "recorded", "reported", "quoted", "stated", "kept",
    "written", "noted", "entered", "held",
})  # fmt: skip


def refuse_scales_denied(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule whose columns are measured as the sentence says that they are.

    Raises:
        Misfit: "discount is given in percent and must be below 20" was held against fractions; or
            "4-door vans must be at most 5000" was read as 4 - doors.
    """
    _refuse_joined_numbers(rule, tokens)
    told = {*_scales_told(tokens)}
    units = {*_units_told(tokens)}
    if not told and not units:
        return
    for part in walk(rule):
        if not isinstance(part, Compare) or not isinstance(part.left, Cell):
            continue
        bound = part.right.value if isinstance(part.right, Constant) else None
        if isinstance(bound, int | float):
            _refuse_unit(part.left, units)
            _refuse_scale(part.left, abs(bound), told, context)


def _refuse_unit(cell: Cell, units: set[str]) -> None:
    own = unit_of_header(cell.column)
    if own is None and len(cell.column) > 1:
        own = unit_named(cell.column)
    others = [unit for unit in units if own in UNITS and UNITS[unit] != UNITS[own or ""]]
    if others:
        raise Misfit(f"{cell.column} is in {own!r}, and the sentence says {min(others)!r}")


def _refuse_scale(cell: Cell, bound: float, told: set[str], context: Context) -> None:
    if bound > 1 and told & _FRACTIONS:
        raise Misfit(f"no fraction is {bound:g}; write the number as {cell.column} has it")
    column = context.column(cell.table, cell.column)
    values = () if column is None else column.values
    if bound > 1 and told & _PERCENTS and values and all(map(_is_share, values)):
        raise Misfit(f"{cell.column} holds no number above 1: is it in percent, or a fraction?")


def _is_share(value: str) -> bool:
    try:
        return -1 <= float(value) <= 1
    except ValueError:
        return False


def _scales_told(tokens: Sequence[Token]) -> Iterator[str]:
    """Is a fraction, in percent: the noun of a scale, and no number of them."""
    for at, token in enumerate(tokens):
        if at > 0 and token.low in _FRACTIONS | _PERCENTS:
            before = at - 1 - (tokens[at - 1].low in _ARTICLES)
            if before >= 0 and tokens[before].low in _LEADS:
                yield token.low


def _units_told(tokens: Sequence[Token]) -> Iterator[str]:
    """Given in metres."""
    for verb, link, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        unit = unit_named(noun.low) if noun.shape == Shape.WORD else None
        if verb.low in _TOLD and link.low == "in" and unit is not None:
            yield unit


def _refuse_joined_numbers(rule: Rule, tokens: Sequence[Token]) -> None:
    """Four-door vans: no difference of four and the doors."""
    for part in walk(rule):
        is_less = isinstance(part, Arithmetic) and part.sign == "-"
        if not is_less or not isinstance(part, Arithmetic) or not isinstance(part.right, Cell):
            continue
        words = {root(word) for word in parts_of(part.right.column)}
        for number, sign, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
            is_joined = number.end == sign.start and sign.end == noun.start and sign.text == "-"
            if is_joined and number.shape == Shape.NUMBER and root(noun.low) in words:
                joined = f"{number.text}-{noun.text}"
                full = f"{number.text} - {part.right.column}"
                raise Misfit(f"{joined!r} may tell the rows; write {full!r}")
