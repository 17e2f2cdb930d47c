"""Values that lie far from the others of their column."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, literal
from backend.contracts.plan import Grain
from backend.rules import outliers_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Constant, Reads, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class Outliers(Rule):
    """``column`` lies within ``factor`` spreads of the bulk of its values, within each ``by``.

    ``iqr``: from the first quartile minus, to the third quartile plus, so many interquartile
    ranges (Tukey 1977; quartiles by linear interpolation). ``mad``: so many median absolute
    deviations from the median (Hampel 1974), unscaled. ``deviations``: so many sample standard
    deviations from the mean. Values on the bound are inside; each row whose value lies beyond
    is flagged, and so is one whose cell is no number.
    """

    kind: Literal["outliers"] = "outliers"
    column: str
    way: Literal["iqr", "mad", "deviations"]
    factor: float
    by: tuple[str, ...] = ()

    def own_columns(self) -> tuple[str, ...]:
        """The numbers and their groups."""
        return (self.column, *self.by)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.column,)


def emit(rule: Outliers, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have a value; ``check`` gives those far off."""
    scope = filled_rows(rule, facts, rule.own_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    number = rows.value(Cell(table=rule.table, column=rule.column), Reads.NUMBER)
    is_far = {"iqr": _iqr, "mad": _mad, "deviations": _deviations}[rule.way](rule, number, rows)
    body.give(rows.frame.item(is_far | number.call("isna")))
    return Functions(check=body, scope=scope)


def _measure(series: Code, label: str, rule: Outliers, rows: Rows, *arguments: object) -> Code:
    codes = [literal(argument) for argument in arguments]
    if not rule.by:
        return series.call(label, *codes)
    groups = series.call("groupby", rows.groups(rule.by))
    return groups.call("transform", literal(label), *codes)


def _iqr(rule: Outliers, number: Code, rows: Rows) -> Code:
    low = rows.body.let("first quartile", _measure(number, "quantile", rule, rows, 0.25))
    high = rows.body.let("third quartile", _measure(number, "quantile", rule, rows, 0.75))
    reach = rows.body.let("reach", literal(rule.factor).combine("*", high.combine("-", low)))
    below = number.compare("<", low.combine("-", reach))
    return below | number.compare(">", high.combine("+", reach))


def _mad(rule: Outliers, number: Code, rows: Rows) -> Code:
    median = _measure(number, "median", rule, rows)
    distance = rows.body.let("distance", number.combine("-", median).call("abs"))
    spread = _measure(distance, "median", rule, rows)
    return distance.compare(">", literal(rule.factor).combine("*", spread))


def _deviations(rule: Outliers, number: Code, rows: Rows) -> Code:
    mean = _measure(number, "mean", rule, rows)
    distance = rows.body.let("distance", number.combine("-", mean).call("abs"))
    spread = _measure(number, "std", rule, rows)
    return distance.compare(">", literal(rule.factor).combine("*", spread))


WAYS = {
    "iqr": "{0:g} interquartile ranges of the first and third quartile",
    "mad": "{0:g} median absolute deviations (unscaled) of the median",
    "deviations": "{0:g} sample standard deviations of the mean",
}


def say_rule(rule: Outliers) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f", within each {' and '.join(rule.by)}" if rule.by else ""
    return (
        f"{rule.column} of {rule.table}{where} lies within "
        f"{WAYS[rule.way].format(rule.factor)}{within}; flag each row that does not."
    )


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words("_iqrs", "iqr | iqrs | interquartile range | interquartile ranges")
phrase.words("_mads", "mad | mads | median absolute deviations | median absolute deviation")
phrase.words(
    "_sds",
    "standard deviations | sample standard deviations | sigma | sigmas | standard deviation | sds",
)
phrase.words("_quartiles", "the quartiles | the first and third quartile | the quartile | quartiles | "
             "the nearest quartile | its quartiles")  # fmt: skip
phrase.words("_its_median", "the median | its median | the column median")


@phrase("outlier_rule", "<number> [times|×|*|x] [the] _iqrs [rule|method|criterion]")
@phrase("outlier_rule", "rule of <number> [times] [the] _iqrs", "_iqrs rule with [factor] <number>")
def by_iqr(factor: Constant) -> tuple[str, float]:
    """The rule of 1.5 interquartile ranges."""
    return ("iqr", float(factor.value))


@phrase(
    "outlier_rule",
    "_iqrs (rule|method|criterion|test)",
    "tukey (rule|method|criterion|fences|fence)",
    "tukey 's (rule|method|criterion|fences|fence)",
    "(boxplot|box-plot) (rule|method|criterion|whiskers)",
    "(rule|method) of Tukey",
)
def by_tukey() -> tuple[str, float]:
    """The IQR rule, without a factor: Tukey's own is 1.5."""
    return ("iqr", 1.5)


@phrase("outlier_rule", "<number> [times] [the] _mads [rule|method]")
def by_mad(factor: Constant) -> tuple[str, float]:
    """Three median absolute deviations."""
    return ("mad", float(factor.value))


@phrase("outlier_bound", "<number> [times] [the] _iqrs (from|of|beyond|outside) _quartiles")
def iqr_bound(factor: Constant) -> tuple[str, float]:
    """1.5 interquartile ranges from the quartiles."""
    return ("iqr", float(factor.value))


@phrase(
    "outlier_bound",
    "<number> [times] [the] _iqrs (above|beyond) the (third|upper) quartile or below the (first|lower) [quartile|one]",
    "<number> [times] [the] _iqrs (below|beyond) the (first|lower) quartile or above the (third|upper) [quartile|one]",
)
def iqr_both_sides(factor: Constant) -> tuple[str, float]:
    """1.5 interquartile ranges above the third quartile or below the first."""
    return ("iqr", float(factor.value))


@phrase(
    "stmt",
    "no outliers (using|by|under|according to) [the] <outlier_rule> (in|of|for) <cell>",
    "there (must|should|may) be no outliers (using|by|under|according to) [the] <outlier_rule> (in|of|for) <cell>",
)
def no_outliers(told: tuple[str, float], cell: Value) -> Statement | None:
    """No outliers by the IQR rule in price."""
    return _rule(cell, told)


@phrase("outlier_bound", "<number> [times] [the] _mads (from|of|off|away from) _its_median")
def mad_bound(factor: Constant) -> tuple[str, float]:
    """Three median absolute deviations from the median."""
    return ("mad", float(factor.value))


@phrase("sd_bound", "<number> _sds (from|of|off|away from) (the|its) (mean|average)")
def sd_bound(factor: Constant) -> tuple[str, float]:
    """Two standard deviations from the mean."""
    return ("deviations", float(factor.value))


@phrase(
    "outlier_group", "(of|for|within|in|per) (its|the|their|each|every) [own] <cell>", "per <cell>"
)
def outlier_group(cell: Value) -> Value:
    """Of its station."""
    return cell


@phrase(
    "stmt",
    "_flag (outliers|outlying values) (in|of) <cell> (using|by|with|according to|after) [the] <outlier_rule>",
    r"_flag (outliers|outlying values) (in|of) <cell> \( [by] [the] <outlier_rule> \)",
    r"<cell> (has|have|contains|contain|must have|should have|must contain|should contain) no outliers \( [by] [the] <outlier_rule> \)",
    r"there (must|should|may) be no outliers (in|of|for) <cell> \( [by] [the] <outlier_rule> \)",
    "_flag <cell> (outliers|values that are outliers) (using|by|with|according to) [the] <outlier_rule>",
    "<cell> _must_not (be an outlier|have outliers|contain outliers) (using|by|under|according to) [the] <outlier_rule>",
    "no <cell> (may|must|should|can) be an outlier (using|by|under|according to) [the] <outlier_rule>",
    "<cell> _must (be|lie|stay|fall) within <outlier_bound>",
    "<cell> (has|have|contains|contain|must have|should have) no outliers (using|by|under|according to) [the] <outlier_rule>",
    "<cell> (has|have|must have|should have) no (outliers|values) (beyond|more than|outside) <outlier_bound>",
    "_flag <cell> [values] [that are|that lie|lying] more than <outlier_bound>",
    "no <cell> (may|must|should|can) (be|lie) more than <outlier_bound>",
    "no <cell> [value] (is|are) an outlier (using|by|under|according to) [the] <outlier_rule>",
    "<cell> outliers (using|by|with|according to|after) [the] <outlier_rule> (are|is|must be|should be|have to be) [to be] (flagged|reported|listed|shown)",
    "_flag [_each] <cell> [value] that (is|are) an outlier (using|by|under|according to) [the] <outlier_rule>",
    "<cell> (has|have|must have|should have) no outliers (using|by|under|according to) [the] <outlier_rule>",
    "<cell> _must_not (be|lie) more than <outlier_bound>",
    "<cell> _must (contain|have|show) no outliers (using|by|under|according to) [the] <outlier_rule>",
    "<cell> _must be (free of|without) outliers (using|by|under|according to) [the] <outlier_rule>",
    "no outliers (in|of|for) <cell> (using|by|under|according to) [the] <outlier_rule>",
    "there (must|should|may) be no outliers (in|of|for) <cell> (using|by|under|according to) [the] <outlier_rule>",
    "there (must|should|may) be no <cell> outliers (using|by|under|according to) [the] <outlier_rule>",
    "no value [of|in] <cell> (may|must|should|can) be an outlier (using|by|under|according to) [the] <outlier_rule>",
)
@phrase("stmt", "_flag <cell> more than <outlier_bound>")
def far(cell: Value, told: tuple[str, float]) -> Statement | None:
    """No value may be an outlier by the rule of 1.5 interquartile ranges."""
    return _rule(cell, told)


@phrase(
    "stmt",
    "<cell> _must (contain|have|show) no outliers (using|by|under|according to) [the] <outlier_rule> <outlier_group>",
    "no outliers (in|of|for) <cell> (using|by|under|according to) [the] <outlier_rule> <outlier_group>",
    "<cell> _must (be|lie|stay|fall) within <outlier_bound> <outlier_group>",
    "<cell> _must (be|lie|stay|fall) within <sd_bound> <outlier_group>",
    "<cell> _must_not (be|lie) more than <outlier_bound> <outlier_group>",
    "<cell> _must_not (be|lie) more than <sd_bound> <outlier_group>",
    "_flag <cell> [values] [that are|that lie|lying] more than <sd_bound> <outlier_group>",
    "_flag <cell> [values] [that are|that lie|lying] more than <outlier_bound> <outlier_group>",
)
def far_in_group(cell: Value, told: tuple[str, float], group: Value) -> Statement | None:
    """Within two standard deviations of the mean of its station."""
    return _rule(cell, told, group)


phrase.words("_group_first", "(within|for|in|per) (each|every) | per | within the same")


@phrase(
    "stmt",
    "_group_first <cell> [,] <cell> _must (be|lie|stay|fall) within <sd_bound>",
    "_group_first <cell> [,] <cell> _must (be|lie|stay|fall) within <outlier_bound>",
    "_group_first <cell> [,] <cell> _must_not (be|lie) more than <sd_bound>",
    "_group_first <cell> [,] <cell> _must_not (be|lie) more than <outlier_bound>",
    "_group_first <cell> [,] no <cell> (may|must|should|can) (be|lie) more than <sd_bound>",
    "_group_first <cell> [,] no <cell> (may|must|should|can) (be|lie) more than <outlier_bound>",
    "_group_first <cell> [,] no <cell> (may|must|should|can) be an outlier (using|by|under|according to) [the] <outlier_rule>",
    "no <cell> (may|must|should|can) be an outlier (using|by|under|according to) [the] <outlier_rule> <outlier_group>",
)
def far_within(*parts: object) -> Statement | None:
    """Within each station, level must be within two standard deviations of the mean."""
    cells = [part for part in parts if isinstance(part, Cell)]
    told = next(part for part in parts if isinstance(part, tuple))
    is_after = not isinstance(parts[1], Cell)
    group, cell = cells[::-1] if is_after else cells
    return _rule(cell, (str(told[0]), float(told[1])), group)


def _rule(cell: Value, told: tuple[str, float], group: Value | None = None) -> Statement | None:
    if not isinstance(cell, Cell) or cell == group or told[1] <= 0:
        return None
    by = (group.column,) if isinstance(group, Cell) else ()
    found = Outliers.model_validate(
        {"table": cell.table, "column": cell.column, "way": told[0], "factor": told[1], "by": by}
    )
    return Statement(rule=found)


KIND = Kind(
    phrases=phrase,
    spec=Outliers,
    summary="Values that lie far from the others of their column.",
    emit=emit,
    lower=outliers_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "Flag outliers in level by the 1.5 IQR rule.",
            {"readings": (("level",), (1,), (2,), (3,), (4,), (100,), (None,))},
            (4,),
            "interquartile",
        ),
        Example(
            "level must lie within 3 median absolute deviations of the median.",
            {"readings": (("level",), (1,), (2,), (3,), (4,), (100,), (6,))},
            (4,),
            "median_deviation",
        ),
    ),
)
