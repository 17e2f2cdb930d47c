"""Phrases for rules over distributions as they are restated."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from backend.planner.offline.restated.rules import told
from backend.planner.offline.restated.terms import NOTHING, Fields, fields, united
from backend.rules.language.terms import Cell, Constant, Predicate
from backend.rules.metric_bounds import SAID, Bounds
from backend.rules.mixed_types import NAMED, OTHERS, TYPES, MixedTypes
from backend.rules.odd_distributions import NAMES, OddDistributions
from backend.rules.outliers import WAYS, Outliers
from backend.rules.phrasing import Phrases, Statement
from backend.rules.repeated_rows import RepeatedRows
from backend.rules.unexpected_shares import BENFORD, UnexpectedShares
from backend.rules.weak_correlations import WeakCorrelations

phrase = Phrases()

for _sign, _said in SAID.items():

    @phrase("bound", f"{_said} <quantity>")
    def bound(number: Constant, sign: Any = _sign) -> Bounds:
        """At least 1."""
        return ((sign, float(number.value)),)


@phrase("bounds", "<bound>", "<bound> and <bound>")
def bounds(*told: Bounds) -> Bounds:
    """At least 1 and less than 5."""
    return tuple(each for some in told for each in some)


# Distributions --------------------------------------------------------------------------------

for _measure, _said in NAMES.items():

    @phrase("spread", _said.format("<column>"))
    def spread(column: Cell, measure: Any = _measure) -> Fields:
        """Skewness of waiting."""
        return fields(measure=measure, column=column.column)


@phrase("stmt", "<over> , the <spread> is <bounds> [_judged]")
def odd_distributions(over: Fields, spread: Fields, bounds: Bounds) -> Statement:
    """Over calls, the skewness of waiting is at least -1 and at most 1."""
    return told(OddDistributions(bounds=bounds, **(over | spread).named))


for _way, _said in WAYS.items():
    _width = _said.replace("{0:g}", "<number>").replace("(", r"\(").replace(")", r"\)")

    @phrase("stmt", f"<column_of> lies within {_width} [<by>] ; flag each row that does not")
    def outliers(of: Fields, factor: Constant, by: Fields = NOTHING, way: Any = _way) -> Statement:
        """level of readings lies within 3 sample standard deviations of the mean; …."""
        return told(Outliers(way=way, factor=float(factor.value), **(of | by).named))


@phrase("repeating", "equal another row")
def copies() -> Fields:
    """Equal another row."""
    return fields(measure="copies")


@phrase("repeating", "repeat an earlier row")
def surplus() -> Fields:
    """Repeat an earlier row."""
    return fields(measure="surplus")


@phrase("so_many", "the share of rows")
def share() -> Fields:
    """The share of rows."""
    return fields(is_share=True)


@phrase("so_many", "the number of rows")
def count() -> Fields:
    """The number of rows."""
    return NOTHING


@phrase("stmt", "<over> , <so_many> that <repeating> in <alike> is <bounds>")
def repeated_rows(*parts: Any) -> Statement:
    """Over votes, the share of rows that equal another row in all columns is at most 0.25."""
    options = united(parts)
    options.pop("per", None)
    return told(RepeatedRows(bounds=parts[-1], **options))


@phrase("share_of_value", "<text> <quantity> %")
def share_of_value(value: Constant, percent: Constant) -> tuple[tuple[str, float], ...]:
    """'L' 50%."""
    return ((str(value.value), float(percent.value) / 100),)


@phrase("shares", "<share_of_value>", "<share_of_value> , <shares>")
def shares(*told: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """'L' 50%, 'R' 50%."""
    return tuple(each for some in told for each in some)


@phrase("level", r", as far as a chi-square test can tell \( p-value at least <number> \)")
def level(number: Constant) -> Fields:
    """As far as a chi-square test can tell (p-value at least 0.05)."""
    return fields(level=float(number.value))


@phrase("level", "; each value that differs is reported")
def exactly() -> Fields:
    """Each value that differs is reported."""
    return NOTHING


@phrase(
    "level",
    ", give or take <number> percentage points ; each value that differs is reported",
)
def give_or_take(points: Constant) -> Fields:
    """Give or take 10 percentage points; each value that differs is reported."""
    return fields(tolerance=float(points.value) / 100)


@phrase("cells_of", "<column> cells of <table>", "<column> cells of <table> <where>")
def cells_of(column: Cell, table: str, where: Predicate | None = None) -> Fields:
    """side cells of draws."""
    return fields(column=column.column, table=table, where=where)


@phrase("stmt", "of the filled <cells_of> , the shares are <shares> <level>")
def unexpected_shares(
    of: Fields, shares: tuple[tuple[str, float], ...], level: Fields
) -> Statement:
    """Of the filled side cells of draws, the shares are 'L' 50%, 'R' 50%, …."""
    return told(UnexpectedShares(shares=shares, **(of | level).named))


@phrase(
    "stmt",
    "the first digits of <column_of> are distributed as benford 's law has it <level>",
)
def benford(of: Fields, level: Fields) -> Statement:
    """The first digits of amount of claims are distributed as Benford's law has it, …."""
    return told(UnexpectedShares(shares=BENFORD, first_digits=True, **(of | level).named))


@phrase("correlation", "pearson 's correlation of <column> and")
def pearson(left: Cell) -> Fields:
    """Pearson's correlation of price and."""
    return fields(left=left.column)


@phrase("correlation", "spearman 's rank correlation of <column> and")
def spearman(left: Cell) -> Fields:
    """Spearman's rank correlation of price and."""
    return fields(left=left.column, ranks=True)


@phrase("correlation", "the absolute value of <correlation>")
def size(of: Fields) -> Fields:
    """The absolute value of Pearson's correlation of price and."""
    return of | fields(size=True)


@phrase("stmt", "<correlation> <column_of> is <bounds>")
def weak_correlations(left: Fields, right: Fields, bounds: Bounds) -> Statement:
    """Pearson's correlation of price and area of flats is at least 0.5."""
    options = united([left, right])
    return told(WeakCorrelations(right=options.pop("column"), bounds=bounds, **options))


# Types ----------------------------------------------------------------------------------------

for _types in (each for size in (2, 3, 4) for each in combinations(TYPES, size)):
    *_most, _last = [NAMED[each] for each in _types]
    _others = "" if _types == TYPES else rf"\( {OTHERS['text' in _types]} \)"

    @phrase("types_named", f"{' , '.join(_most)} or {_last} {_others}".strip())
    def types_named(apart: Any = _types) -> Fields:
        """Numbers or texts (texts are all that is none of the others)."""
        return fields(apart=() if apart == TYPES else apart)


@phrase(
    "stmt",
    "[each of] <listed> of <table> [<where>] holds values of one type , as they are written : "
    "<types_named> ; flag each row whose type is not the most frequent , or of equally frequent "
    "ones the first named",
)
def mixed_types(columns: tuple[str, ...], table: str, *parts: Any) -> Statement:
    """due of bills holds values of one type, as they are written: dates or texts (…); flag …."""
    where = next((part for part in parts if not isinstance(part, Fields)), None)
    return told(MixedTypes(table=table, columns=columns, where=where, **united(parts)))
