"""Phrases for what a rule says once more in other words: a key that is used only once, the full scale.

Each must agree with the rule beside it; what does not agree is no reading.
"""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicate_phrases import unique_among
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Measure,
    Predicate,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_bounds import demands
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare

phrase = Phrases()

_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})

# A key of its own ---------------------------------------------------------------------------------


@phrase("stmt", "<rows> _has_own (a|an|one) <cell> of (its|their|his|her) own", cost=0.05)
def one_of_its_own(rows: RowSet, of: Value) -> Statement | None:
    """Each boat carries a number of its own."""
    return unique_among(of, rows) if isinstance(of, Cell) else None


phrase.words(
    "_used_alone",
    "[which|that|it] [is|may be|must be|are|and is] (used|given|issued|assigned|taken) _once_only | "
    "[which|that|it] [is|must be|may be|are] never (reused|repeated|used twice|used again|shared|given twice) | "
    "(that|which) no other <noun> (has|uses|carries|shares) [too|as well] | no other <noun> (has|uses|carries) (it|the same|the same one)",
)


@phrase(
    "hint", "<hint> _stop _used_alone [.]", "<hint> (that|which) no other <noun> has [.]", cost=0.05
)
def used_alone(told: Statement, *rows: RowSet) -> Statement | None:
    """Every boat has its own number, used only once."""
    is_plain = all(each.where is None for each in rows)
    return told if is_plain and isinstance(told.rule, Duplicates) else None


# Not later than the row before ------------------------------------------------------------------

for _words, _signs in (
    ("later|higher|larger|greater|bigger|more|newer|above it", (">",)),
    ("earlier|lower|smaller|less|older|below it", ("<",)),
    ("equal|the same", ("==",)),
):

    @phrase(
        "hint",
        f"<hint> _stop _do_flag [_all_the] (<noun>|_row) _that (is|are|does|do) not ({_words}) [.]",
        cost=0.05,
    )
    def not_so_beside_before(
        told: Statement, *rows: RowSet, signs: tuple[str, ...] = _signs
    ) -> Statement | None:
        """Must be later than in the row before. Flag the row that is not later."""
        must = told.rule.must if isinstance(told.rule, BrokenRows) else None
        looks_back = any(isinstance(part, Previous) for part in walk(told.rule))
        is_same = isinstance(must, Compare) and must.sign in signs and looks_back
        return told if is_same and all(each.where is None for each in rows) else None


# The full scale ---------------------------------------------------------------------------------

phrase.words(
    "_full_scale",
    "the (full|whole|entire|complete) (scale|range|spectrum) [of (values|scores|marks)]",
)
phrase.words(
    "_all_of_us",
    "[our|the|all|all our] (customers|clients|people|guests|readers|raters|reviewers|buyers)",
)
phrase.words(
    "_scale_is_used",
    "_full_scale (must be|has to be|is|should be|is to be) (used|covered|exhausted) | "
    "(we|they|_all_of_us) (use|must use|should use|cover|really use) _full_scale",
)


@phrase("hint", "_scale_is_used (:|;|-|–|.|, so|, that is) <hint>", cost=0.05)
def full_scale(told: Statement) -> Statement | None:
    """Our clients use the full scale: the lowest mark must be 1 and the highest 6."""
    measures = {part.measure for part in walk(told.rule) if isinstance(part, Aggregate)}
    whole = {Measure.MINIMUM, Measure.MAXIMUM}
    if not isinstance(told.rule, FailingMetrics) or told.rule.where is not None:
        return None
    is_whole = measures == whole or (measures == {Measure.COUNT} and _is_of_each(told.rule.must))
    return told if is_whole else None


def _is_of_each(must: Predicate) -> bool:
    """Each of several values at least once: no number of rows, and of no single value."""
    parts = must.parts if isinstance(must, All) else ()
    return len(parts) > 1 and all(
        isinstance(part, Compare) and part.sign in (">", ">=") for part in parts
    )


# From so many -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "there _must be <noun> (from|of|for|by) <count_bound> [different|distinct] <keys>",
    "(we|you) (need|want|expect) <noun> (from|of|for|by) <count_bound> [different|distinct] <keys>",
    cost=0.1,
)
def from_so_many(rows: RowSet, bound: Predicate, by: Keys) -> Statement | None:
    """There should be readings from at least 3 stations."""
    of = by[0] if len(by) == 1 else None
    if rows.where is not None or rows.each or not isinstance(of, Cell) or not demands(bound):
        return None
    if of.column.lower().rstrip("s") in _UNITS:
        return None  # orders of at least 3 months: they may be as old, or last as long
    return statement(about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table=rows.table)))


# A summary ---------------------------------------------------------------------------------------

phrase.words(
    "_condensed",
    "[a|an|the] (summary|digest|rollup|roll-up|aggregate|aggregation|condensed version|summarised version|summary table)",
)


phrase.words(
    "_has_fewer_told", "_must (have|hold|contain) (fewer|less) (rows|records|entries|lines) than"
)


@phrase(
    "stmt",
    "<table> (is|holds) _condensed [of <table>] (and|, so it|; it|, it|, and|, and it|and so it) _has_fewer_told <table>",
    "as _condensed [of <table>] [,] <table> _has_fewer_told <table>",
    cost=0.05,
)
def condensed(*tables: str) -> Statement | None:
    """A table is a summary and must have fewer rows than another."""
    mine, theirs = dict.fromkeys(tables), tables[-1]
    left = next((each for each in mine if each != theirs), None)
    if left is None or len(mine) != 2:
        return None
    told = compare(count(RowSet(table=left)), "<", count(RowSet(table=theirs)))
    return statement(told, table=left)
