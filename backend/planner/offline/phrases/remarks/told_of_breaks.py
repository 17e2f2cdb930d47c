"""Phrases for a last sentence that tells in the rule's own terms which rows break it.

Rows that do not follow on from the row before break a rule that looks back at it; rows for which
there is no such row one that looks for it; rows of the towns that have none one that counts theirs.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

# Rows that do not follow on ---------------------------------------------------------------------

phrase.words(
    "_follows", "follow | follows | continue | continues | connect | connects | link | links"
)
phrase.words(
    "_on_from_it",
    "on | on from it | from it | it | on from (the|its) (row|one|line|record) before [it] | (the|its) (row|one|line|record) "
    "before [it] | on from (the|its) (previous|preceding) (row|one|line|record) | (the|its) (previous|preceding) "
    "(row|one|line|record) | from (the|its) (row|one) before [it] | to (the|its) (row|one) before [it]",
)
phrase.words(
    "_breaks_series",
    "(break|breaks|broke|interrupt|interrupts|disturb|disturbs|violate|violates) (the|this|that|its|their) "
    "(sequence|series|order|run|rhythm|interval|chain|pattern|progression|step)",
)


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> _that do not _follows _on_from_it [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that does not _follows _on_from_it [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that _breaks_series [.]",
    "<hint> _stop _do_flag [_all_the] <noun> where (the|this|that) (sequence|series|order|run|chain|pattern) "
    "(is broken|breaks|is interrupted) [.]",
    "<hint> _stop _do_flag [_all_the] <noun> (after|behind|following) (the|a|any|every|each) (jump|gap|break|drop) [.]",
    cost=0.05,
)
def not_following(told: Statement, found: RowSet) -> Statement | None:
    """Flag the rows that do not follow on from the row before."""
    looks_back = isinstance(told.rule, BrokenRows) and any(
        isinstance(part, Previous) for part in walk(told.rule)
    )
    return told if looks_back and found.where is None else None


phrase.words(
    "_less_than_so",
    "lower than | less than | smaller than | below | under | cheaper than | earlier than | before | fewer than",
)
phrase.words(
    "_more_than_so",
    "higher than | more than | greater than | larger than | above | over | later than | after",
)
phrase.words(
    "_the_row_ahead",
    "(the|its) (one|row|line|record|value|entry) before [it] | (the|its) (previous|preceding|last) (one|row|line|record|value|entry) | "
    "before | in the (row|line|record) before | in the (previous|preceding) (row|line|record|one)",
)

for _words, _wanted in (("_less_than_so", ">="), ("_more_than_so", "<=")):

    @phrase(
        "hint",
        f"<hint> _stop _do_flag [_all_the] <noun> (where|in which|for which) (it|they|<cell>) (is|are|was|lies) {_words} _the_row_ahead [.]",
        cost=0.02,
    )
    def where_it_is_beyond(
        told: Statement, found: RowSet, *of: Value, wanted: str = _wanted
    ) -> Statement | None:
        """It never goes down. Flag the row where it is lower than the one before."""
        must = told.rule.must if isinstance(told.rule, BrokenRows) else None
        if not isinstance(must, Compare) or not isinstance(must.right, Previous):
            return None
        is_of_it = must.right.of == must.left and {*of} <= {must.left}
        return told if is_of_it and must.sign == wanted and found.where is None else None


# Rows for which there is none -------------------------------------------------------------------

phrase.words(
    "_there_is_none",
    "(for which|for whom|where) there (is|exists) (no such|no matching|no corresponding|no such a) (row|record|one|entry|"
    "line|counterpart) | (for which|for whom|where) there is (none|no counterpart|no match|no such one) | (for which|where) "
    "(none|no such row|no counterpart|no match|nothing) (exists|is found|is there|can be found) | (without|lacking) [a|any|such "
    "a] (counterpart|match|matching row|partner|equal|twin|such a row|corresponding row) | (that|which) (have|has) no "
    "(counterpart|match|matching row|such row|partner|twin|equal) [there|in it] | (that|which) (are|is) (not found|not|"
    "missing|not present|not contained|absent|not listed|not to be found) [there|in it|in the other|in the other table|in that table]"
    " | (that|which) (are|is) (missing|not found|not present|absent) | not found there | missing there | (that|which) "
    "(cannot|can not) be (found|matched) [there|in it] | where (it|this|that) (points|leads|refers) nowhere | (that|which) "
    "(point|points|lead|leads|refer|refers) nowhere | (pointing|leading) nowhere | with no (match|counterpart|partner)",
)


@phrase("offenders", "[_all_the] (<noun>|those|ones|the ones) _there_is_none", cost=0.05)
@phrase("offenders", "[_all_the] <cell> _there_is_none", cost=0.1)
def with_no_such_row(*told: Value | RowSet) -> Modifier | None:
    """Flag the rows for which there is no such row."""
    rows = [each for each in told if isinstance(each, RowSet)]
    if any(each.where is not None for each in rows):
        return None
    cells = tuple(each for each in told if not isinstance(each, RowSet))
    return remark("has-none", texts=tuple(each.table for each in rows), values=cells)


# Rows of groups that have none ------------------------------------------------------------------

phrase.words(
    "_has_none_told",
    "(that|which|who) (have|has|had|got|get|gets) none | with none | without (one|any|it|such a row) | lacking (one|any) | "
    "(that|which|who) (do not|does not|don't|did not) have (one|any|it) | (that|which) lack (one|it) | (that|which|who) "
    "(have|has) no such (row|record|entry|one)",
)
phrase.words("_every_row", "all | all of the | every | the | any")
phrase.words(
    "_such_groups",
    "those | the ones | these | groups | any group | such groups | ones | the groups",
)


@phrase("hint", "<hint> _stop _show [_every_row] <noun> (of|in|for|from) <cell> _has_none_told [.]")
@phrase(
    "hint", "<hint> _stop _show [_every_row] <noun> (of|in|for|from) any <cell> _has_none_told [.]"
)
@phrase(
    "hint",
    "<hint> _stop _show [_every_row] <noun> (of|in|for|from) _such_groups _has_none_told [.]",
)
def rows_of_groups_without(
    told: Statement, rows: RowSet, of: Value | None = None
) -> Statement | None:
    """Flag all rows of the towns that have none: each must have at least one."""
    is_plain = rows.where is None and (of is None or isinstance(of, Cell))
    if not is_plain or not _wants_one(told):
        return None
    groups = getattr(told.rule, "by", ()) if of is None else ()
    keys = tuple(Cell(table=told.rule.table, column=each) for each in groups)
    shown = remark("flag-groups", values=keys or (of,))
    return told.model_copy(update={"remarks": (*told.remarks, shown)})


def _wants_one(told: Statement) -> bool:
    """Whether a group must have at least one row of some sort."""
    must = told.rule.must if isinstance(told.rule, FailingMetrics) else None
    if not isinstance(must, Compare) or not isinstance(must.right, Constant):
        return False
    is_count = isinstance(must.left, Aggregate) and must.left.measure == Measure.COUNT
    return is_count and (must.sign, must.right.value) in ((">=", 1), (">", 0))
