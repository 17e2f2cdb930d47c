"""Rows of an owner that are compared with each other: within each owner, not over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import pairs_of_keys
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Aggregate, All, Exists, Predicate, Previous, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.missing_dates import MissingDates
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.outliers import Outliers
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.phrasing import all_of
from backend.rules.rule import Rule
from backend.rules.running_totals import RunningTotals
from backend.rules.sequence_gaps import SequenceGaps

_OF = frozenset({"of", "for", "by", "with", "from", "in", "on", "at", "within", "under"})
_ONE = frozenset({"a", "an", "any", "one", "each", "every", "single", "same"})
_ADJECTIVES = 2
"""So many words may stand between the article and the owner."""

_GROUPED = (
    MissingDates, MovingOutliers, Outliers, OutlyingPeriods, OverlappingIntervals, RunningTotals,
    SequenceGaps,
)  # fmt: skip


def within_one_owner(rule: Rule, tokens: Sequence[Token]) -> Rule:
    """The rule, comparing the rows of one owner with each other where its words tell of one.

    "No two visits of a patient have the same date" is told of each patient; which patients there
    are narrows nothing, save where they are of some kind.
    """
    for owner in _owners(rule, tokens):
        found = grouped_by(rule, owner.keys[0][0])
        if found is rule:
            continue
        where = found.where if owner.where is not None else _without(found.where, owner)
        rule = found.model_copy(update={"where": where})
    return rule


def refuse_rows_as_contents(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which the noun of a table's rows is no word for what a column holds.

    Raises:
        Misfit: in "no two readings of a meter have the same day", "readings of a meter" were taken
            for the values of the column meter_id.
    """
    nouns = {stems_of(table)[-1:] for table in context.tables}
    for part in node.walk():
        first = part.children[0] if part.symbol == "cell" and part.children else None
        if first is None or first.symbol != "_what_it_holds":
            continue
        word = tokens[first.start].low
        if (stem(word),) in nouns:
            raise Misfit(f"{word!r} are rows, and not what a column holds")


def is_told_by_key(table: str, rule: Rule, context: Context, tokens: Sequence[Token]) -> bool:
    """Whether the sentence speaks of a row of a table, and the rule of the key that leads to it.

    What is measured of each owner is told of the owners' table, which may have some without rows.
    """
    if isinstance(rule, FailingMetrics) or not _is_one(table, _words(tokens)):
        return False
    pairs = pairs_of_keys(context.tables[rule.table], context.tables[table])
    return any((rule.table, here) in {*rule.reads()} for here, _ in pairs)


def _owners(rule: Rule, tokens: Sequence[Token]) -> list[Exists]:
    """The single owners of which the words tell, among those that narrow the rule's rows."""
    parts = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    words = _words(tokens)
    return [
        part
        for part in parts
        if isinstance(part, Exists) and len(part.keys) == 1 and _is_one(part.table, words)
    ]


def _words(tokens: Sequence[Token]) -> list[str]:
    """The words, without an article before "same" or "one"."""
    lows = [token.low for token in tokens]
    return [
        word
        for word, behind in zip(lows, [*lows[1:], ""], strict=True)
        if word != "the" or behind not in _ONE
    ]


def _is_one(table: str, words: list[str]) -> bool:
    noun = stems_of(table)[-1:]
    for at, word in enumerate(words):
        if (stem(word),) != noun:
            continue
        before = words[max(0, at - _ADJECTIVES - 3) : at]
        if "per" in before[-_ADJECTIVES:]:
            return True
        for place, one in pairwise(before):
            if place in _OF and one in _ONE:
                return True
    return False


def grouped_by(rule: Rule, key: str) -> Rule:
    """The rule with its rows compared within a key; the same one where it compares none."""
    if isinstance(rule, Duplicates):
        fits = bool(rule.columns) and key not in rule.columns
        return rule.model_copy(update={"columns": (key, *rule.columns)}) if fits else rule
    if isinstance(rule, InconsistentValues):
        fits = key not in rule.own_columns()
        return rule.model_copy(update={"key": (key, *rule.key)}) if fits else rule
    if isinstance(rule, _GROUPED):
        return rule if key in rule.by else rule.model_copy(update={"by": (key, *rule.by)})
    return _before_in(rule, key) if isinstance(rule, BrokenRows) else rule


def _before_in(rule: BrokenRows, key: str) -> BrokenRows:
    """The row before is that of the same owner."""

    def change(part: Term) -> Term | None:
        if isinstance(part, Aggregate) and part.table == rule.table and key not in part.by:
            raise Misfit(f"it is not clear whether all rows of {rule.table} are measured together")
        if isinstance(part, Previous) and key not in part.by:
            return part.model_copy(update={"by": (key, *part.by)})
        return None

    if not any(isinstance(part, Previous | Aggregate) for part in walk(rule.must)):
        return rule
    must = rewrite(rule.must, change)
    return rule if must == rule.must else rule.model_copy(update={"must": must})


def _without(where: Predicate | None, owner: Exists) -> Predicate | None:
    kept = [part for part in (where.parts if isinstance(where, All) else ()) if part != owner]
    return all_of(*kept) if kept else None
