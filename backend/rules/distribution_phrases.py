"""The English of how values are distributed: skewness, entropy, ties, duplicates counted."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_bounds import Bounds, allows, plain_bounds
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, compare, number

phrase = Phrases()
Told = tuple[str, str, Cell]


def _rule(measure: str, of: Value, told: Predicate, by: tuple[Value, ...] = ()) -> Statement | None:
    from backend.rules.odd_distributions import OddDistributions

    bounds: Bounds | None = plain_bounds(told)
    keys = [cell for cell in by if isinstance(cell, Cell)]
    if not isinstance(of, Cell) or not bounds or len(keys) < len(by) or of in keys:
        return None
    found = OddDistributions.model_validate(
        {
            "table": of.table,
            "column": of.column,
            "measure": measure,
            "bounds": bounds,
            "by": tuple(key.column for key in keys),
        }
    )
    return Statement(rule=found)


# The shape of a column ------------------------------------------------------------------------

_SHAPES = {
    "skewness": ("(skewness|skew) of <cell>", "<cell> (skewness|skew)"),
    "kurtosis": ("[excess] kurtosis of <cell>", "<cell> [excess] kurtosis"),
    "bits": (
        "[shannon] entropy of <cell> in bits", "[shannon] entropy \\( [in] bits \\) of <cell>",
        "[shannon] entropy of <cell> \\( [in] bits \\)", "[shannon] entropy of <cell>",
        "entropy in bits of <cell>",
    ),
    "nats": (
        "[shannon] entropy of <cell> in nats", "[shannon] entropy \\( [in] nats \\) of <cell>",
        "[shannon] entropy of <cell> \\( [in] nats \\)", "[shannon] entropy of <cell>",
        "entropy in nats of <cell>",
    ),
    "singles": (
        "number of <cell> [values] that occur (once|only once|exactly once)",
        "number of values (in|of) <cell> that occur (once|only once|exactly once)",
    ),
    "repeated": (
        "number of [distinct] <cell> [values] that occur (more than once|several times|twice or more)",
        "number of [distinct] values (in|of) <cell> that occur (more than once|several times)",
    ),
    "copies": (
        "number of _row that share their <cell> [with another _row]",
        "number of _row whose <cell> (occurs|appears) _again",
    ),
}  # fmt: skip
for _measure, _patterns in _SHAPES.items():
    phrase("shape", *_patterns)(
        lambda of, measure=_measure: ("shape", measure, of) if isinstance(of, Cell) else None
    )
phrase.words(
    "_again", "more than once | twice | twice or more | several times | repeatedly | again"
)
_SHARES = {
    "singles_share": ("_share of <cell> values that occur (once|only once|exactly once)",),
    "copies_of_rows": (
        "_share of _row that share their <cell> [with another _row]",
        "_share of _row whose <cell> (occurs|appears) _again",
    ),
}
for _measure, _patterns in _SHARES.items():
    phrase("shape_share", *_patterns)(
        lambda of, measure=_measure: ("shape", measure, of) if isinstance(of, Cell) else None
    )


@phrase("stmt", "<shape> <duty>", "<shape> _be <adj>")
@phrase("stmt", "<shape> <adj>", "<shape_share> <duty>", cost=0.2)
@phrase("stmt", "<shape_share> _must (be|stay|remain|lie|be kept) <share_bound>")
def shaped(found: Told, told: Predicate) -> Statement | None:
    """The skewness of waiting must be below 1."""
    return _rule(found[1], found[2], told)


@phrase("stmt", "<shape> <sign> <operand>", "<shape_share> <sign> <operand>", cost=0.02)
def shape_sign(found: Told, sign: str, bound: Value) -> Statement | None:
    """Kurtosis of waiting <= 3"""
    return _rule(found[1], found[2], compare(IT, sign, bound))


@phrase(
    "stmt",
    "<by_group> [,] <shape> <duty>",
    "<shape> <by_group> <duty>",
    "<shape> <duty> <by_group>",
)
def shaped_per_group(*parts: Any) -> Statement | None:
    """Per station, the skewness of waiting must be below 1."""
    found = next(part for part in parts if isinstance(part, tuple) and part[0] == "shape")
    by = next(part for part in parts if isinstance(part, tuple) and part[0] != "shape")
    told = next(part for part in parts if not isinstance(part, tuple))
    return _rule(found[1], found[2], told, by)


# Ties -----------------------------------------------------------------------------------------

phrase.words("_one_single", "one single | a single | a unique | one clear | a clear | exactly one | "
             "only one | one unique | one | single | unique | clear")  # fmt: skip


@phrase(
    "stmt",
    "there (must|should|has to|have to) be _one_single _most_common <cell> [value]",
    "there (must|should|has to|have to) be _one_single _most_common (value|one) (in|of|for) <cell>",
    "<cell> _must have _one_single _most_common value",
    "<cell> _must have _one_single mode",
    "_most_common <cell> [value] _must be (unique|unambiguous)",
    "there (must|may|should) be no (tie|ties) (for|as to|in|among) _most_common <cell> [value|values]",
    "no (tie|ties) (for|as to|in|among) _most_common <cell> [value|values]",
)
def no_tie(of: Value) -> Statement | None:
    """There has to be one single most common colour."""
    return _rule("modes", of, compare(IT, "==", number(1)))


@phrase(
    "remark",
    "a tie [for (first place|the first place|the top|the lead)] is (a failure|wrong|an error|not allowed|not ok|a fault|not acceptable)",
    "a tie (fails|is to be flagged|breaks the rule)",
    "ties (fail|are not allowed|are wrong|are errors|are failures)",
    "no ties [allowed]",
)
def tie_fails() -> Modifier:
    """A tie is a failure: what such a rule says."""
    return Modifier(kind="tie-fails")


@phrase(
    "stmt",
    "<option> _must be (more common|more frequent|more popular) than any other <cell> [value]",
    "<option> _must occur more often than any other <cell> [value]",
    cost=0.05,
)
def beats_all(value: Value, of: Value) -> Statement | None:
    """Red must be more common than any other colour: the most frequent one, without a tie."""
    from backend.rules.metric_duties import is_most_common

    return is_most_common(value, of)


@phrase(
    "stmt",
    "there (must|should) be more <adjective> <noun> than [<noun> for] (any|every|each) other <cell>",
    "there (must|should) be more <adjective> <noun> than <noun> (of|with|in|from) (any|every|each) other <cell>",
    cost=0.05,
)
def more_than_others(told: Any, rows: RowSet, *more: Any) -> Statement | None:
    """There must be more red balls than balls of any other colour."""
    from backend.rules.metric_duties import is_most_common

    of = more[-1]
    left, wanted = getattr(told, "left", None), getattr(told, "right", None)
    is_same = isinstance(left, Cell) and isinstance(of, Cell) and left.column == of.column
    is_plain = isinstance(wanted, Constant) and rows.where is None and not rows.each
    return is_most_common(wanted, of) if is_same and is_plain and wanted is not None else None


# The share of each value ----------------------------------------------------------------------

phrase.words("_makes_up", "make up | makes up | account for | accounts for | take | takes | take up | have | "
             "get | gets | receive | receives | cover | hold | represent | (occur|appear|come up|turn up|be "
             "used|be found|stand|show up) in")  # fmt: skip


@phrase(
    "stmt",
    "no [single] [value of|number of] <cell> [value] _may _makes_up <share_bound> of [all|the] <rows>",
    "no [single] <cell> [value] _must _makes_up <share_bound> of [all|the] <rows>",
    cost=0.04,
)
def no_share(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """No colour may make up more than half of the rows."""
    is_outer = getattr(bound, "sign", "") in (">", "<", ">=")
    if not is_outer or rows.where is not None or rows.each:
        return None
    sign = {">": "<=", "<": ">=", ">=": "<"}[bound.sign]  # type: ignore[union-attr]
    return _rule("each_share", of, compare(IT, sign, bound.right))  # type: ignore[union-attr]


@phrase(
    "stmt",
    "(each|every) <cell> [value] _must _makes_up <share_bound> of [all|the] <rows>",
    "each of the <cell> [values] _must _makes_up <share_bound> of [all|the] <rows>",
    cost=0.04,
)
def each_share(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each colour must make up at least 10% of the rows."""
    return None if rows.where is not None or rows.each else _rule("each_share", of, bound)


@phrase(
    "stmt",
    "(each|every) <cell> [value] (may|can) [only] _makes_up <share_bound> of [all|the] <rows>",
    cost=0.04,
)
def each_share_may(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each colour may make up at most 50% of the rows."""
    return each_share(of, bound, rows) if allows(bound) else None


# So many duplicates ---------------------------------------------------------------------------


@phrase(
    "stmt",
    "<share_bound> of [all|the] _row (may|can|must|should) share [a|their|its|the same] <cell> [with another _row|with other _row]",
    "<share_bound> of [all|the] _row (may|can) have [a] (duplicate|duplicated|repeated|non-unique) <cell>",
    cost=0.02,
)
def share_of_copies(bound: Predicate, of: Value) -> Statement | None:
    """At most 1% of the rows may share their email with another row."""
    return _rule("copies_of_rows", of, bound) if allows(bound) else None


@phrase(
    "stmt",
    "<count_bound> _row (may|can|must|should) share [a|their|its|the same] <cell> (with another _row|with other _row)",
    "<count_bound> _row (may|can) have [a] (duplicate|duplicated|repeated|non-unique) <cell>",
    cost=0.02,
)
def count_of_copies(bound: Predicate, of: Value) -> Statement | None:
    """At most 3 rows may share their email with another row."""
    return _rule("copies", of, bound) if allows(bound) else None


@phrase(
    "stmt",
    "<count_bound> <cell> [values] (may|can) occur (more than once|several times|twice or more|repeatedly)",
    cost=0.02,
)
def count_of_repeated(bound: Predicate, of: Value) -> Statement | None:
    """At most 3 emails may occur more than once."""
    return _rule("repeated", of, bound) if allows(bound) else None


for _measure in ("copies", "repeated"):

    @phrase(
        "stmt",
        "<count_bound> (duplicate|duplicated|repeated) <cell> [values] [(are|is) (allowed|permitted|tolerated)]",
        "there (may|can|must|should) be <count_bound> (duplicate|duplicated|repeated) <cell> [values]",
        "there (may|can|must|should) be <count_bound> duplicates (in|of) <cell>",
        "<count_bound> duplicates (in|of) <cell>",
        "<cell> (may|must) (have|contain) <count_bound> duplicates",
    )
    def so_many_duplicates(*parts: Any, measure: str = _measure) -> Statement | None:
        """At most 3 duplicate emails: rows, or values? Both are readings."""
        of = next(part for part in parts if isinstance(part, Cell))
        bound = next(part for part in parts if not isinstance(part, Cell))
        return _rule(measure, of, bound)


for _measure in ("copies_share", "surplus"):

    @phrase(
        "stmt",
        "<share_bound> (duplicate|duplicated|repeated) <cell> [values] [(are|is) (allowed|permitted|tolerated)]",
        "<share_bound> duplicates (in|of|are allowed in) <cell>",
        "<share_bound> of [the|all] <cell> [values] (may|can) be (duplicates|duplicated|repeated|duplicate)",
        "<cell> (may|must) (have|contain) <share_bound> duplicates",
    )
    def share_of_duplicates(*parts: Any, measure: str = _measure) -> Statement | None:
        """At most 1% duplicates in email: all rows that share one, or all but the first?"""
        of = next(part for part in parts if isinstance(part, Cell))
        bound = next(part for part in parts if not isinstance(part, Cell))
        return _rule(measure, of, bound) if measure != "surplus" else surplus_share(bound, of)


@phrase(
    "stmt",
    "<share_bound> of [the|all] <cell> [values] (may|can) (repeat an earlier one|be repeats of an earlier one|be surplus copies|be redundant copies)",
)
def surplus_share(bound: Predicate, of: Value) -> Statement | None:
    """At most 1% of the emails may repeat an earlier one: of the filled cells, all but the firsts."""
    from backend.rules.language.terms import Arithmetic
    from backend.rules.metric_phrases import statement
    from backend.rules.metric_shares import share_distinct
    from backend.rules.phrasing import about

    if not isinstance(of, Cell):
        return None
    rest = Arithmetic(sign="-", left=number(1), right=share_distinct(of))
    return statement(about(bound, rest)) if allows(bound) else None
