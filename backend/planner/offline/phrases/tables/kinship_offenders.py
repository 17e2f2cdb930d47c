"""Phrases for a sentence that asks for what goes beyond the limit, and sums that each group must have.

A last sentence adds nothing, but must speak of the same side: "the customers above that" of a rule
with an upper limit.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import denied
from backend.planner.offline.phrases.measures.group_claims import has_metric, of_groups
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Not, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

# Beyond the limit -------------------------------------------------------------------------------

phrase.words(
    "_that_limit",
    "that | this | it | the limit | this limit | that limit | the bound | this number | that number | this amount | that amount | "
    "this sum | that sum | this figure | that figure | the threshold | this value | that value | this mark | the maximum | the minimum",
)
phrase.words("_who_is", "(that|which|who) (is|are|was|were|go|goes|went|come|comes|came|lie|lies)")
phrase.words(
    "_above_it",
    "[_who_is] (above|over|beyond|higher than) _that_limit | (exceeding|topping|surpassing) _that_limit | "
    "(that|which|who) (exceed|exceeds|exceeded|surpass|surpasses|top|tops) _that_limit | (that|which|who|with) (have|has|had) more | "
    "with more | with more than (that|this)",
)
phrase.words(
    "_below_it",
    "[_who_is] (below|under|beneath|lower than) _that_limit | (that|which|who) (have|has|had) (less|fewer) | with (less|fewer) | "
    "with (less|fewer) than (that|this) | (that|which|who) (do|does|did) not reach _that_limit | (missing|falling short of) _that_limit",
)

_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _sign_of(must: Predicate | None) -> str:
    """How its subject must lie to the limit; nothing where that is not one comparison."""
    if isinstance(must, Not) and isinstance(must.part, Compare):
        return _DENIED.get(must.part.sign, "")
    return must.sign if isinstance(must, Compare) else ""


for _words, _signs in (("_above_it", ("<", "<=")), ("_below_it", (">", ">="))):

    @phrase("hint", f"<hint> _stop _do_show [_all_the] <noun> {_words} [.]", cost=0.05)
    @phrase("hint", f"<hint> _stop _do_show [_all_the] (ones|those) {_words} [.]", cost=0.05)
    def beyond_it(
        statement: Statement, *found: RowSet, signs: tuple[str, ...] = _signs
    ) -> Statement | None:
        """Flag the customers above that."""
        told = statement.rule
        must = told.must if isinstance(told, BrokenRows | FailingMetrics) else None
        is_same = _sign_of(must) in signs
        is_plain = all(each.where is None and each.table in ("", told.table) for each in found)
        return statement if is_same and is_plain else None


# All rows of a group ----------------------------------------------------------------------------

phrase.words(
    "_if_not_so",
    "otherwise | or else | else | if not | if it does not | if they do not | where not",
)


@phrase(
    "remark",
    "[_if_not_so] [,] _do_flag all [of] <rows> (of|with|for) [the|this|that|such a] <cell> [concerned|affected|in question]",
    "[_if_not_so] [,] _do_flag all [of] <rows> (of|with|for) [the|this|that|such a] <cell> in <table>",
    cost=0.05,
)
def all_rows_of_it(rows: RowSet, of: Value, *table: str) -> Modifier | None:
    """Otherwise flag all rows of the title in its table."""
    is_plain = rows.where is None and isinstance(of, Cell) and rows.table in ("", *table)
    return remark("flag-groups", values=(of,)) if is_plain else None


# What those of one group come to ----------------------------------------------------------------

phrase.words(
    "_figures_of",
    "values | figures | amounts | shares | numbers | entries | parts | percentages | percents",
)
phrase.words(
    "_of_any_one",
    "(of|in|on|for|under|within|per) [a|an|one|any|any one|each|every|the same|one and the same]",
)
phrase.words(
    "_come_in_all",
    "[all] [together] (add up to|sum to|sum up to|total|amount to|come to|make|make up|yield|give) [exactly]",
)


def _group_total(of: Value, by: Keys, bound: Predicate) -> Statement | None:
    if not isinstance(of, Cell) or of in by:
        return None
    told = has_metric(Aggregate(measure=Measure.SUM, of=of, table=""), bound)
    return None if told is None else of_groups(by, told)


@phrase(
    "stmt",
    "[all] <cell> [_figures_of] _of_any_one <keys> _must _come_in_all <adj> [_altogether]",
    cost=0.1,
)
def group_must_total(of: Value, by: Keys, bound: Predicate) -> Statement | None:
    """The shares of a title must add up to 100."""
    return _group_total(of, by, bound)


@phrase("stmt", "<by_group> [,] [all] <cell> [_figures_of] _must _come_in_all <adj>", cost=0.1)
def total_of_each(by: Keys, of: Value, bound: Predicate) -> Statement | None:
    """Per title the shares must add up to 100."""
    return _group_total(of, by, bound)


@phrase("stmt", "<by_group> [,] [all] <cell> [_figures_of] _must_not _come_in_all <adj>", cost=0.1)
def no_total_of_each(by: Keys, of: Value, bound: Predicate) -> Statement | None:
    """Per title the shares must not add up to more than 100."""
    return group_must_not_total(of, by, bound)


@phrase(
    "stmt",
    "[all] <cell> [_figures_of] _of_any_one <keys> _must_not _come_in_all <adj> [_altogether]",
    cost=0.1,
)
def group_must_not_total(of: Value, by: Keys, bound: Predicate) -> Statement | None:
    """The shares of a title must not add up to more than 100."""
    told = _group_total(of, by, bound)
    is_clear = told is not None and getattr(bound, "sign", "") in ("<", ">", ">=")
    return denied(told) if is_clear and told is not None else None
