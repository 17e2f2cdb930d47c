"""Values that are not as frequent as they should be."""

from __future__ import annotations

import math
from typing import Any, Literal

from backend.codegen.code import Code, call, literal, mapping
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import unexpected_shares_sql
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Constant, Reads, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for

BENFORD = tuple((str(digit), math.log10(1 + 1 / digit)) for digit in range(1, 10))
"""How often each first digit occurs: P(d) = log10(1 + 1/d) (Benford 1938)."""


class UnexpectedShares(Rule):
    """The values of ``column`` have these ``shares`` (value, share from 0 to 1) of its filled cells.

    With ``level`` they may differ as chance has it: Pearson's chi-square test of goodness of fit
    (Pearson 1900), failing where the p-value is below the level; the one failing record is the
    test. With ``tolerance`` each share may be so far off, and each value that is farther is one
    failing record. A value without a share fails either way. With ``first_digits`` the values are
    the first digits but 0 that the cells are written with; cells without one do not count.
    """

    kind: Literal["unexpected_shares"] = "unexpected_shares"
    column: str
    shares: tuple[tuple[str, float], ...]
    level: float | None = None
    tolerance: float = 0.0
    first_digits: bool = False

    def own_columns(self) -> tuple[str, ...]:
        """The column with the values."""
        return (self.column,)

    def number_columns(self) -> tuple[str, ...]:
        """The column, where digits of numbers are told."""
        return (self.column,) if self.first_digits else ()


def emit(rule: UnexpectedShares, facts: Facts) -> Functions:
    """``scope`` counts the values, one row each; ``check`` gives what is not as expected."""
    scope = body_for(rule)
    rows = over(scope, rule.table, facts)
    if rule.where is not None:
        counted = scope.let("counted", rows.frame.item(holds(rule.where, rows)))
        rows = rows.of(rule.table, counted)
    text = rows.value(Cell(table=rule.table, column=rule.column), Reads.TEXT)
    if rows.fact(rule.table, rule.column).type in NUMERIC:
        text = text.call("str.removesuffix", literal(".0"))
    if rule.first_digits:
        text = text.call("str.extract", literal("([1-9])"), expand=literal(False))
    counts = scope.let("counts", text.call("value_counts").call("rename", literal("rows")))
    wanted = mapping((value, literal(share)) for value, share in rule.shares)
    shares = scope.let("shares", wanted)
    expected = call("pd.Series", shares, name=literal("share wanted"))
    both = call("pd.concat", Code(f"[{counts.text}, {expected.text}]"), axis=literal(1))
    filled_in = both.call("fillna", literal(0)).call("rename_axis", literal(rule.column))
    named = scope.let("values", filled_in.call("reset_index"))
    scope.give(Code(f"{named.text} if len({counts.text}) else {named.text}.iloc[:0]"))
    body = body_for(rule)
    values = body.scoped_table("values", "scope(tables)")
    (_give_far if rule.level is None else _give_test)(rule, values, body)
    return Functions(check=body, scope=scope, scope_doc="How often each value occurs.")


def _give_far(rule: UnexpectedShares, values: Code, body: Body) -> None:
    rows, wanted = values.item(literal("rows")), values.item(literal("share wanted"))
    share = body.let("share", rows.combine("/", rows.call("sum")))
    apart = share.combine("-", wanted).call("abs").call("round", literal(9))
    is_far = apart.compare(">", literal(rule.tolerance)) | wanted.compare("==", literal(0))
    body.give(values.call("assign", share=share).item(is_far))


def _give_test(rule: UnexpectedShares, values: Code, body: Body) -> None:
    """The p-value is below the level where the statistic is above its critical value."""
    rows, wanted = values.item(literal("rows")), values.item(literal("share wanted"))
    expected = body.let("expected", wanted.combine("*", rows.call("sum")))
    apart = body.let("apart", rows.combine("-", expected).call("pow", literal(2)))
    statistic = body.let("statistic", apart.combine("/", expected).call("sum"))
    critical = critical_value(len(rule.shares) - 1, rule.level or 0.0)
    frame = mapping([("chi-square", Code(f"[{statistic.text}]")), ("limit", literal([critical]))])
    test = body.let("test", call("pd.DataFrame", frame))
    is_unlikely = test.item(literal("chi-square")).compare(">", test.item(literal("limit")))
    body.give(test.item(is_unlikely))


def critical_value(freedom: int, level: float) -> float:
    """The chi-square statistic that is exceeded with this probability, to 12 digits.

    Args:
        freedom: the degrees of freedom, at least 1.
        level: the probability, between 0 and 1.
    """
    low, high = 0.0, 1.0
    while _tail(high, freedom) > level:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle, freedom) > level else (low, middle)
    return float(f"{high:.12g}")


def _tail(statistic: float, freedom: int) -> float:
    """P(chi-square > statistic): a finite sum (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5)."""
    half = statistic / 2
    if freedom % 2 == 0:
        terms = [half**k / math.factorial(k) for k in range(freedom // 2)]
        return math.exp(-half) * sum(terms)
    terms = [half ** (k - 0.5) / math.gamma(k + 0.5) for k in range(1, (freedom + 1) // 2)]
    return math.erfc(math.sqrt(half)) + math.exp(-half) * sum(terms)


def say_rule(rule: UnexpectedShares) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    shares = ", ".join(f"'{value}' {100 * share:g}%" for value, share in rule.shares)
    if rule.shares == BENFORD and rule.first_digits and rule.level is not None:
        return (
            f"The first digits of {rule.column} of {rule.table}{where} are distributed as Benford's "
            f"law has it, as far as a chi-square test can tell (p-value at least {rule.level:g})."
        )
    told = f"Of the filled {rule.column} cells of {rule.table}{where}, the shares are {shares}"
    if rule.level is not None:
        return f"{told}, as far as a chi-square test can tell (p-value at least {rule.level:g})."
    give = f", give or take {100 * rule.tolerance:g} percentage points" if rule.tolerance else ""
    return f"{told}{give}; each value that differs is reported."


# English -------------------------------------------------------------------------------------

phrase = Phrases()
Share = tuple[str, tuple[tuple[str, float], ...]]
phrase.words("_shares_of", "shares of | proportions of | distribution of | split of | frequencies of | "
             "percentages of | relative frequencies of")  # fmt: skip


@phrase("share_pair", "<option> [=|:|at|with|to|makes up|is] <percent>", "<percent> <option>")
@phrase("share_pair", "<percent> [for|of] <option>", "<option> \\( <percent> \\)")
def share_pair(*parts: Any) -> Share | None:
    """A 50%."""
    part = next(part for part in parts if isinstance(part, float))
    option = next(part for part in parts if isinstance(part, Constant))
    return ("share", ((str(option.value), part),))


@phrase("share_list", "<share_pair> (and|,|, and|/|;) <share_pair>")
@phrase("share_list", "<share_list> (and|,|, and|/|;) <share_pair>")
def share_list(left: Share, right: Share) -> Share | None:
    """A 50% and B 50%."""
    pairs = (*left[1], *right[1])
    return ("share", pairs) if len({value for value, _ in pairs}) == len(pairs) else None


@phrase(
    "even_list",
    "<option> and <option> (each|both) (make up|makes up|have|be|account for) <percent>",
)
@phrase("even_list", "<any_list> each (make up|makes up|have|be|account for) <percent>")
def even_list(*parts: Any) -> Share | None:
    """A and B each make up 50%."""
    *options, part = parts
    found = options[0] if isinstance(options[0], tuple) else tuple(options)
    return ("share", tuple((str(option.value), part) for option in found))


phrase.words(
    "_chi",
    "[a|the] chi-square [goodness of fit|goodness-of-fit] test | [a|the] chi-squared test | chi-square | "
    "[a|the] chi square test | [a|the] chi squared test | [a|the] χ² test",
)


@phrase(
    "chi_level",
    "p-value (must be|should be|is|of|has to be) (at least|no less than|above|greater than|>=|over) <number>",
)
@phrase("chi_level", "p (>=|>|at least|above) <number>", "p - value (at least|above|>=|>) <number>")
@phrase("chi_level", "p-value (at least|above|>=|>|over|of at least|of more than) <number>")
def chi_level(level: Constant) -> tuple[str, float] | None:
    """The p-value must be at least 0.05."""
    found = float(level.value)
    return ("level", found) if 0 < found < 1 else None


@phrase(
    "chi_level",
    "at [a|the] <percent> [significance] level [of significance]",
    "at [a|the] significance level of <percent>",
)
@phrase("chi_level", "at [a|the] significance level of <number>", "at [a|the] level of <number>")
def significance(level: Any) -> tuple[str, float] | None:
    """At the 5% level."""
    found = float(level.value if isinstance(level, Constant) else level)
    return ("level", found) if 0 < found < 1 else None


@phrase(
    "stmt",
    "_shares_of <cell> _must be [:] <share_list> [,] (by|according to|using|with|in) _chi [,] [with|and|at] <chi_level>",
    "_shares_of <cell> _must be [:] <share_list> [,] \\( _chi [,] <chi_level> \\)",
    "[check] (with|by|in) _chi that [the] <cell> <even_list> [of the _row] (,|;) [the|with] <chi_level>",
    "[check] (with|by|in) _chi that _shares_of <cell> are <share_list> (,|;) [the|with] <chi_level>",
    "<cell> _must be (split|distributed) [as|into|:] <share_list> [,] (by|according to|using|with) _chi [,] [with|and|at] <chi_level>",
    "[a] _chi of <cell> against <share_list> _must (have|give|yield|return) [a] <chi_level>",
    "[a] _chi of <cell> (with|for|on) [the] [expected] [shares] <share_list> _must (have|give|yield|return|show) [a] <chi_level>",
    "_shares_of <cell> _must (match|follow|equal|fit|agree with) [:] [the] [shares] <share_list> [,] (by|according to|using|with|in) _chi [,] [with|and|at] <chi_level>",
    "_shares_of <cell> _must (match|follow|equal|fit|agree with) [:] [the] [shares] <share_list> [,] (by|according to|using|with|in) _chi \\( <chi_level> \\)",
    "_shares_of <cell> _must be [:] <share_list> [,] (by|according to|using|with|in) _chi \\( <chi_level> \\)",
    "<cell> _must (match|follow|fit) [the] [shares|distribution] [:] <share_list> [,] (by|according to|using|with|in) _chi [,] [with|and|at] <chi_level>",
    "<cell> _must (match|follow|fit) [the] [shares|distribution] [:] <share_list> [,] (by|according to|using|with|in) _chi \\( <chi_level> \\)",
    "<cell> _must be (split|distributed) [as|into|:] <share_list> [,] (by|according to|using|with) _chi \\( <chi_level> \\)",
)
def tested(of: Value, shares: Share, level: tuple[str, float]) -> Statement | None:
    """The shares of side must be A 50% and B 50% by a chi-square test at the 5% level."""
    return _rule(of, shares, level=level[1])


@phrase(
    "stmt",
    "_shares_of <cell> _must be [:] <share_list> [,] (give or take|plus or minus|±|within|+/-|with a tolerance of) <percent> [points|percentage points]",
    "_shares_of <cell> _must be [:] <share_list> [,] (give or take|plus or minus|within) <number> (percentage points|points)",
    "<cell> _must be (split|distributed) [as|into|:] <share_list> [,] (give or take|plus or minus|within) <percent> [points|percentage points]",
    "<cell> _must be (split|distributed) [as|into|:] <share_list> [,] (give or take|plus or minus|within) <number> (percentage points|points)",
)
def tolerated(of: Value, shares: Share, apart: Any) -> Statement | None:
    """The shares of side must be A 50% and B 50%, give or take 5 percentage points."""
    tolerance = float(apart.value) / 100 if isinstance(apart, Constant) else float(apart)
    return _rule(of, shares, tolerance=round(tolerance, 9))


@phrase("stmt", "_shares_of <cell> _must be exactly [:] <share_list>")
def exact(of: Value, shares: Share) -> Statement | None:
    """The shares of side must be exactly A 50% and B 50%."""
    return _rule(of, shares)


def _rule(of: Value, shares: Share, **fields: float) -> Statement | None:
    is_whole = round(sum(share for _, share in shares[1]), 6) == 1
    if not isinstance(of, Cell) or not is_whole or any(share <= 0 for _, share in shares[1]):
        return None
    found = UnexpectedShares.model_validate(
        {"table": of.table, "column": of.column, "shares": shares[1], **fields}
    )
    return Statement(rule=found)


KIND = Kind(
    phrases=phrase,
    spec=UnexpectedShares,
    summary="Values that are not as frequent as they should be: one record a value, or the test.",
    emit=emit,
    lower=unexpected_shares_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The shares of side must be L 50% and R 50%, give or take 10 percentage points.",
            {"draws": (("side",), ("L",), ("L",), ("L",), ("R",), (None,))},
            2,
            "tolerance",
        ),
        Example(
            "The shares of side must be L 50% and R 50% by a chi-square test at the 5% level.",
            {"draws": (("side",), ("L",), ("L",), ("L",), ("R",), (None,))},
            0,
            "chi_square",
        ),
        Example(
            "amount must follow Benford's law.",
            {"claims": (("amount",), *((900 + n,) for n in range(9)))},
            1,
            "benford",
        ),
    ),
)
