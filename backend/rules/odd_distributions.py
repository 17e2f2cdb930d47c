"""Columns whose values are distributed otherwise than they should be."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, any_of, call, listed, literal, mapping
from backend.codegen.page import Body
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain
from backend.rules import odd_distributions_sql
from backend.rules.distribution_phrases import phrase
from backend.rules.filled_rows import filled
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.emit_values import exact
from backend.rules.language.normality import jarque_bera
from backend.rules.language.periods import Period, dated, periods, say_judged
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads
from backend.rules.metric_bounds import Bounds, opposite, say_bounds
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class OddDistributions(Rule):
    """A ``measure`` of how the filled cells of ``column`` are distributed keeps to ``bounds``.

    ``skewness`` is the adjusted Fisher-Pearson coefficient G1, ``kurtosis`` the excess kurtosis
    G2 (both without bias, Joanes and Gill 1998). ``bits`` and ``nats`` are Shannon's entropy of
    the values (Shannon 1948) to the base 2 or e. ``normality`` is the p-value of the test of Jarque
    and Bera (1980). ``modes`` counts the most frequent values: two where two tie. ``singles`` are
    values that occur once, ``repeated`` values that occur more than once, ``copies`` rows that
    share their value; ``_share`` is their share of the filled cells, ``_of_rows`` of all rows.
    ``each_share`` is the share of rows that each value has: each value out of bounds is one
    failing record, within each group ``by`` where there are groups. All other measures give one
    record for the table, or for each group; shares are of the group's rows. What is undefined, as
    the skewness of fewer than 3 or of equal numbers, is nothing to test; a cell that is no number
    makes a measure of numbers fail.
    """

    kind: Literal["odd_distributions"] = "odd_distributions"
    column: str
    measure: Literal[
        "skewness", "kurtosis", "bits", "nats", "modes", "singles", "singles_share", "repeated",
        "copies", "copies_share", "copies_of_rows", "singles_of_rows", "each_share", "normality",
    ]  # fmt: skip
    bounds: Bounds
    by: tuple[str, ...] = ()
    per: tuple[Period, ...] = ()
    """Groups by the calendar, of ``each_share``: a date that is none makes its values fail."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of what makes the groups."""
        return (*self.by, *(period.label for period in self.per))

    def own_columns(self) -> tuple[str, ...]:
        """The values and their groups."""
        return tuple(dict.fromkeys([self.column, *self.by, *self.date_columns()]))

    def date_columns(self) -> tuple[str, ...]:
        """Columns whose dates tell the periods."""
        return tuple(period.column for period in self.per)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.column,) if self.measure in _OF_NUMBERS else ()

    def is_rounded(self) -> bool:
        """Whether the measure is compared to nine decimals: counts and shares are exact."""
        return self.measure in (*_OF_NUMBERS, "bits", "nats")


_OF_NUMBERS = ("skewness", "kurtosis", "normality")
_ENTROPY = (
    "(lambda shares: -(shares * shares.transform({log})).sum())"
    "({values}.value_counts(normalize=True))"
)
_CODE = {
    "skewness": "{values}.skew()",
    "kurtosis": "{values}.kurt()",
    "normality": "{test}({values}.tolist())",
    "bits": _ENTROPY.replace("{log}", '"log2"'),
    "nats": _ENTROPY.replace("{log}", '"log"'),
    "modes": "{values}.mode().size",
    "singles": "({values}.value_counts() == 1).sum()",
    "singles_share": "({values}.value_counts() == 1).sum() / {values}.size",
    "repeated": "({values}.value_counts() > 1).sum()",
    "copies": "{values}.duplicated(keep=False).sum()",
    "copies_share": "{values}.duplicated(keep=False).mean()",
}
_CODE |= {f"{each}_of_rows": f"{_CODE[each]} / {{rows}}" for each in ("copies", "singles")}
NAMES = {
    "skewness": "skewness of {}", "kurtosis": "excess kurtosis of {}",
    "normality": "p-value of a Jarque-Bera test that {} is normally distributed",
    "bits": "entropy of {} in bits", "nats": "entropy of {} in nats",
    "modes": "number of most frequent values of {}",
    "singles": "number of {} values that occur once",
    "singles_share": "share of {} cells whose value occurs once",
    "repeated": "number of {} values that occur more than once",
    "copies": "number of rows that share their {} with another row",
    "copies_share": "share of filled {} cells whose value occurs more than once",
    "copies_of_rows": "share of rows that share their {} with another row",
    "each_share": "share of rows that each {} has",
    "singles_of_rows": "share of rows whose {} no other row has",
}  # fmt: skip


def emit(rule: OddDistributions, facts: Facts) -> Functions:
    """``scope`` computes the measures, one row each; ``check`` judges them."""
    if rule.per and rule.measure != "each_share":
        raise PlanError(
            f"{rule.table}: the {_label(rule)} of {rule.column} is not told per period. Ask for "
            "the share of each value, or for groups by a column.",
            code="no-periods",
        )
    scope = (_shares if rule.measure == "each_share" else _measures)(rule, facts)
    body = body_for(rule)
    metrics = body.scoped_table("metrics", "scope(tables)")
    found = metrics.item(literal(_label(rule)))
    if rule.is_rounded():
        found = found.call("round", literal(9))
    tests = [found.compare(opposite(sign), _bound(rule, bound)) for sign, bound in rule.bounds]
    if rule.number_columns() or rule.per:
        tests.append(metrics.item(literal(_STRAYS)).compare(">", literal(0)))
    body.give(metrics.item(any_of(tests)))
    return Functions(check=body, scope=scope, scope_doc="The measures.")


def _bound(rule: OddDistributions, bound: float) -> Code:
    """A number that something is counted to is a whole one."""
    is_count = rule.measure in _COUNTS and bound == int(bound)
    return exact(int(bound) if is_count else bound)


_COUNTS = ("modes", "singles", "repeated", "copies")
_STRAYS = "unreadable cells"


def _label(rule: OddDistributions) -> str:
    return rule.measure.replace("_", " ")


def _measures(rule: OddDistributions, facts: Facts) -> Body:
    scope = body_for(rule)
    every = over(scope, rule.table, facts)
    rows = filled(rule, every, rule.own_columns())
    total = every.frame if rule.where is None else every.frame.item(holds(rule.where, every))
    values = scope.let("values", _values(rule, rows))
    measures = {_label(rule): _CODE[rule.measure]}
    if rule.measure == "normality":
        test = scope.use(jarque_bera).text
        measures = {_label(rule): _CODE[rule.measure].replace("{test}", test)}
    if rule.number_columns():
        measures[_STRAYS] = "{values}.isna().sum()"
    if not rule.by:
        cells = [
            (name, listed([Code(code.format(values=values.text, rows=call("len", total).text))]))
            for name, code in measures.items()
        ]
        frame = scope.let("metrics", call("pd.DataFrame", mapping(cells)))
        is_told = listed([call("len", values).compare(">", literal(0))])
        scope.give(_told(rule, frame) if rule.number_columns() else frame.item(is_told))
        return scope
    groups = scope.let("groups", values.call("groupby", rows.groups(rule.by)))
    if is_of_rows := rule.measure.endswith("_of_rows"):
        measures[_label(rule)] = _CODE[rule.measure.removesuffix("_of_rows")]
    cells = [
        (name, groups.call("agg", Code(f"lambda each: {code.format(values='each')}")))
        for name, code in measures.items()
    ]
    if is_of_rows:
        sizes = total.call("groupby", literal(list(rule.by))).call("size")
        cells = [
            (name, copies.call("astype", literal("float64")).combine("/", sizes))
            for name, copies in cells
        ]
    found = call("pd.DataFrame", mapping(cells)).call("reset_index")
    if is_of_rows:
        found = found.call("dropna")  # groups without a value have nothing to count
    scope.give(_told(rule, scope.let("metrics", found)) if rule.number_columns() else found)
    return scope


def _values(rule: OddDistributions, rows: Rows) -> Code:
    cell = Cell(table=rule.table, column=rule.column)
    if rule.number_columns():
        return rows.value(cell, Reads.NUMBER).call("astype", literal("float64"))
    return rows.value(cell, Reads.TEXT)


def _told(rule: OddDistributions, metrics: Code) -> Code:
    """The metrics without those that are undefined."""
    is_told = metrics.item(literal(_label(rule))).call("notna")
    return metrics.item(is_told | metrics.item(literal(_STRAYS)).compare(">", literal(0)))


def _shares(rule: OddDistributions, facts: Facts) -> Body:
    """How often each value occurs, of all rows that count, empty ones too."""
    scope = body_for(rule)
    rows = over(scope, rule.table, facts)
    frame = rows.frame
    if rule.where is not None:
        frame = scope.let("counted", frame.item(holds(rule.where, rows)))
    if rule.per:
        rows = rows.of(rule.table, frame)
        spans = mapping((each.label, periods(each, rows)) for each in rule.per)
        frame = scope.let("in periods", Code(f"{frame.text}.assign(**{spans.text})"))
    names = literal([*rule.groups, rule.column])
    counts = scope.let("counts", frame.call("value_counts", names))
    columns = [("rows", counts), (_label(rule), counts.combine("/", _sizes(rule, frame, counts)))]
    if rule.per:
        no_date = any_of([dated(each, rows).call("isna") for each in rule.per])
        strays = frame.item(no_date).call("value_counts", names)
        index = counts.attribute("index")
        columns.append((_STRAYS, strays.call("reindex", index, fill_value=literal(0))))
    scope.give(call("pd.DataFrame", mapping(columns)).call("reset_index"))
    return scope


def _sizes(rule: OddDistributions, frame: Code, counts: Code) -> Code:
    """How many rows there are, or for each value how many its group has."""
    if not rule.groups:
        return call("len", frame)
    sizes = frame.call("groupby", literal(list(rule.groups))).call("size")
    groups = counts.attribute("index").call("droplevel", literal(rule.column))
    return sizes.call("reindex", groups).call("to_numpy")


def say_rule(rule: OddDistributions) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f"Within each {' and '.join(rule.groups)} of" if rule.groups else "Over"
    judged = f" {say_judged(rule.per)}" if rule.per else ""
    told = NAMES[rule.measure].format(rule.column)
    return f"{within} {rule.table}{where}, the {told} is {say_bounds(rule.bounds)}.{judged}"


KIND = Kind(
    phrases=phrase,
    spec=OddDistributions,
    summary="Columns whose values are distributed otherwise than they should be: one record each.",
    emit=emit,
    lower=odd_distributions_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The skewness of waiting must be between -1 and 1.",
            {"calls": (("waiting",), (1,), (2,), (2,), (3,), (40,), (None,))},
            1,
            "skewness",
        ),
        Example(
            "waiting must be normally distributed by a Jarque-Bera test.",
            {"calls": (("waiting",), (1,), (2,), (2,), (3,), (2,), (1,), (3,), (2,), (90,))},
            1,
            "normality",
        ),
        Example(
            "The entropy of colour in bits must be at least 1.",
            {"balls": (("colour",), ("red",), ("red",), ("red",), ("blue",))},
            1,
            "entropy",
        ),
        Example(
            "There must be one single most common colour.",
            {"balls": (("colour",), ("red",), ("blue",), ("red",), ("blue",), ("green",))},
            1,
            "tie",
        ),
        Example(
            "No colour may make up more than 50% of the rows.",
            {"balls": (("colour",), ("red",), ("red",), ("red",), ("blue",), (None,))},
            1,
            "largest_share",
        ),
        Example(
            "Within each box, no colour may make up more than 50% of the rows.",
            {
                "balls": (
                    ("box", "colour"),
                    (1, "red"),
                    (1, "red"),
                    (1, "blue"),
                    (2, "red"),
                    (2, None),
                )
            },
            1,
            "share_within_groups",
        ),
        Example(
            "At most 10% of the rows may share their email with another row.",
            {"users": (("email",), ("a",), ("a",), ("b",), ("c",), (None,))},
            1,
            "copies",
        ),
    ),
)
