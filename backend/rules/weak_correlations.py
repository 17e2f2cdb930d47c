"""Pairs of columns whose correlation is out of bounds."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, any_of, call, listed, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import weak_correlations_sql
from backend.rules.filled_rows import filled
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Predicate, Reads, Value
from backend.rules.metric_bounds import Bounds, opposite, plain_bounds, say_bounds
from backend.rules.phrasing import IT, Phrases, Statement, Subjects, compare, number
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class WeakCorrelations(Rule):
    """The correlation of two columns, over the rows that have both, keeps to ``bounds``.

    Pearson's product-moment coefficient (Pearson 1895), or Spearman's: the same of the ranks,
    those of equal values averaged (Spearman 1904). With ``size`` only its absolute value counts.
    A constant column has no correlation, so there is nothing to test. One that breaks a bound is
    one failing record; cells that are no numbers make it fail, since it cannot be told.
    """

    kind: Literal["weak_correlations"] = "weak_correlations"
    left: str
    right: str
    ranks: bool = False
    size: bool = False
    bounds: Bounds

    def own_columns(self) -> tuple[str, ...]:
        """The two columns."""
        return (self.left, self.right)

    def number_columns(self) -> tuple[str, ...]:
        """Both must hold numbers."""
        return (self.left, self.right)


def emit(rule: WeakCorrelations, facts: Facts) -> Functions:
    """``scope`` computes the coefficient; ``check`` judges it."""
    scope = body_for(rule)
    rows = filled(rule, over(scope, rule.table, facts), rule.own_columns())
    left, right = (_numbers(column, rule, rows) for column in rule.own_columns())
    strays = scope.let("strays", (left.call("isna") | right.call("isna")).call("sum"))
    columns = mapping(
        [("correlation", listed([_coefficient(rule, left, right)])), (_STRAYS, listed([strays]))]
    )
    metrics = scope.let("metrics", call("pd.DataFrame", columns))
    is_told = metrics.item(literal("correlation")).call("notna")
    scope.give(metrics.item(is_told | metrics.item(literal(_STRAYS)).compare(">", literal(0))))
    body = body_for(rule)
    metrics = body.scoped_table("metrics", "scope(tables)")
    body.give(metrics.item(_broken(rule, metrics)))
    return Functions(check=body, scope=scope, scope_doc="The coefficient.")


_STRAYS = "unreadable rows"


def _numbers(column: str, rule: WeakCorrelations, rows: Rows) -> Code:
    found = rows.value(Cell(table=rule.table, column=column), Reads.NUMBER)
    return rows.body.let(column, found.call("astype", literal("float64")))


def _coefficient(rule: WeakCorrelations, left: Code, right: Code) -> Code:
    if rule.ranks:
        left, right = left.call("rank"), right.call("rank")
        return left.call("corr", right)
    vary = f"min({left.text}.nunique(), {right.text}.nunique()) > 1"
    return Code(f'{left.call("corr", right).text} if {vary} else float("nan")')


def _broken(rule: WeakCorrelations, metrics: Code) -> Code:
    found = metrics.item(literal("correlation")).call("round", literal(9))
    found = found.call("abs") if rule.size else found
    tests = [found.compare(opposite(sign), literal(bound)) for sign, bound in rule.bounds]
    return any_of([*tests, metrics.item(literal(_STRAYS)).compare(">", literal(0))])


def say_rule(rule: WeakCorrelations) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    method = "Spearman's rank correlation" if rule.ranks else "Pearson's correlation"
    size = "The absolute value of " if rule.size else ""
    columns = f"{rule.left} and {rule.right} of {rule.table}"
    return f"{size}{method} of {columns}{where} is {say_bounds(rule.bounds)}."


# English -------------------------------------------------------------------------------------

phrase = Phrases()


@phrase("method", "correlation [coefficient]", "(pearson|linear) correlation [coefficient]")
@phrase("method", "pearson 's correlation [coefficient]", "pearson coefficient")
@phrase(
    "method",
    r"correlation [coefficient] \( [linear|by] (pearson|pearson 's r|pearson 's|linear) \)",
    "correlation [coefficient] (after|according to|by) pearson",
    "pearson 's r",
)
def pearson() -> str:
    """The correlation, unless another is named."""
    return "pearson"


@phrase(
    "method",
    "(spearman|rank|spearman rank) correlation [coefficient]",
    "spearman 's [rank] correlation [coefficient]",
    r"[rank] correlation [coefficient] \( (spearman|spearman 's rho|by rank|rank|by spearman) \)",
    "[rank] correlation [coefficient] (after|according to|by) spearman",
)
def spearman() -> str:
    """The correlation of the ranks."""
    return "spearman"


@phrase(
    "correlated",
    "<method> (between|of) <cell> and <cell>",
    "<method> of <cell> (with|to) <cell>",
    "<method> <cell> / <cell>",
)
def correlated(method: str, left: Value, right: Value) -> tuple[str, Cell, Cell, bool] | None:
    """The correlation between weight and price."""
    is_pair = isinstance(left, Cell) and isinstance(right, Cell) and left != right
    return (method, left, right, False) if is_pair else None  # type: ignore[return-value]


@phrase("correlated", "absolute [value of] [the] <correlated>", "size of [the] <correlated>")
def absolute(found: tuple[str, Cell, Cell, bool]) -> tuple[str, Cell, Cell, bool]:
    """The absolute correlation between weight and price."""
    return (*found[:3], True)


@phrase("stmt", "<correlated> <duty>", "<correlated> _be <adj>")
@phrase("stmt", "<correlated> [:|-] <adj>", cost=0.2)
def bounded(found: tuple[str, Cell, Cell, bool], told: Predicate) -> Statement | None:
    """The correlation between weight and price must be at least 0.5."""
    bounds = plain_bounds(told)
    method, left, right, size = found
    if not bounds or len({left.table, right.table} - {""}) > 1:
        return None
    if any(abs(bound) > 1 for _, bound in bounds):
        return None
    rule = WeakCorrelations.model_validate(
        {
            "table": left.table or right.table,
            "left": left.column,
            "right": right.column,
            "ranks": method == "spearman",
            "size": size,
            "bounds": bounds,
        }
    )
    return Statement(rule=rule)


for _word, _sign in (("positively", ">"), ("negatively", "<")):

    @phrase("stmt", f"<and_cells> (are|_must be) {_word} correlated")
    def of_sign(pair: Subjects, sign: str = _sign) -> Statement | None:
        """Weight and price must be positively correlated."""
        found = correlated("pearson", *pair.items) if len(pair.items) == 2 else None
        return None if found is None else bounded(found, compare(IT, sign, number(0)))


@phrase("stmt", "<correlated> <sign> <operand>", cost=0.02)
def signed(found: tuple[str, Cell, Cell, bool], sign: str, bound: Value) -> Statement | None:
    """Correlation of weight and price >= 0.5"""
    return bounded(found, compare(IT, sign, bound))


KIND = Kind(
    phrases=phrase,
    spec=WeakCorrelations,
    summary="Pairs of columns whose correlation is out of bounds: one failing record for the pair.",
    emit=emit,
    lower=weak_correlations_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The correlation between weight and price must be at least 0.5.",
            {"parcels": (("weight", "price"), (1, 9), (2, 7), (3, 8), (4, None), (None, 1))},
            1,
            "pearson",
        ),
    ),
)
