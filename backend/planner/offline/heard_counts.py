"""What was heard of every row, and is told of how many there are, or of some rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.row_nouns import taken_for_rows
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    OneOf,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.missing_dates import MissingDates
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.outliers import Outliers
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.rule import Rule
from backend.rules.running_totals import RunningTotals
from backend.rules.sequence_gaps import SequenceGaps

_OF_SETS = (
    Duplicates, MissingDates, MovingOutliers, Outliers, OutlyingPeriods, OverlappingIntervals,
    RunningTotals, SequenceGaps, FailingMetrics,
)  # fmt: skip
_DONE_TO_SOME = frozenset({
    "sold", "lent", "booked", "ordered", "rented", "bought", "shipped", "invoiced", "billed",
    "reserved", "delivered", "purchased", "hired", "borrowed", "traded", "charged", "used",
})  # fmt: skip
_EACH = frozenset({"each", "every"})


def refuse_counts_as_values(node: Node, rule: Rule) -> None:
    """Pass a reading in which no amount is bounded that already chose the rows.

    Raises:
        Unclear: in "days below 200 visitors must be at most two" the two are days.
    """
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return
    if not any(_is_bare_bound(part) for part in node.walk()):
        return
    if _bounded(rule.must) & _bounded(rule.where) and not _is_range(rule.where, rule.must):
        raise Unclear(
            "it is not clear whether such rows are counted: say 'the number of … is at most …'"
        )


def _is_bare_bound(part: Node) -> bool:
    """Rows must be at most two: no column is named, nor pointed back to."""
    symbols = [each.symbol for each in part.children]
    return part.symbol in ("stmt", "rows") and "rows" in symbols and "worth" in symbols


def _is_range(where: Predicate, must: Predicate) -> bool:
    """Parcels above 600 grams must be below 5000."""
    if not isinstance(where, Compare) or not isinstance(must, Compare):
        return False
    least, most = where.right, must.right
    numbers = isinstance(least, Constant) and isinstance(most, Constant)
    if not numbers or where.sign not in (">", ">=") or must.sign not in ("<", "<="):
        return False
    return float(str(least.value)) < float(str(most.value))  # type: ignore[union-attr]


def _bounded(told: Predicate) -> set[Cell]:
    found = [part for part in walk(told) if isinstance(part, Compare)]
    return {
        part.left
        for part in found
        if isinstance(part.left, Cell) and isinstance(part.right, Constant)
    }


def refuse_rows_as_groups(node: Node, rule: Rule) -> None:
    """Pass a reading in which what holds within one of a kind holds of its rows together.

    Raises:
        Misfit: "within an order the line numbers count up" tells of the lines of each order.
    """
    if not isinstance(rule, _OF_SETS) or _groups(rule):
        return
    for part in node.walk():
        first, *behind = [each.symbol for each in part.children] or [""]
        if part.symbol == "stmt" and first in ("=within", "=inside") and behind[:1] == ["rows"]:
            raise Misfit("it is told within one of them; name the column that tells which")


def _groups(rule: Rule) -> bool:
    return bool(getattr(rule, "by", ())) or (isinstance(rule, Duplicates) and len(rule.key) > 1)


def refuse_numbers_of_owners(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a rule that asks no key which leads to a row to be a number besides.

    Raises:
        Unclear: "each order must have a line number 1" means no line of the order 1.
    """
    words = {token.low for token in tokens}
    for part in walk(rule):
        if not isinstance(part, Exists | Aggregate) or part.where is None:
            continue
        keys = {there for _, there in part.keys if there.lower() not in words}
        asked = {_held(each) for each in walk(part.where)} & keys
        if asked:
            name = next(iter(asked))
            raise Unclear(
                f"{name} is what leads to the rows of {part.table}; name the column that is meant"
            )


def _held(part: object) -> str:
    """The column that is held against a number or text."""
    if isinstance(part, OneOf) and isinstance(part.of, Cell):
        return part.of.column
    if isinstance(part, Compare) and isinstance(part.right, Constant):
        return part.left.column if isinstance(part.left, Cell) else ""
    return ""


def refuse_one_row_as_every(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which each of some owners has its value in every row.

    Raises:
        Unclear: "each order must have a line number 1" asks for one such line in each order.
    """
    if not isinstance(rule, BrokenRows) or not any(taken_for_rows(node, tokens)):
        return
    words = [token.low for token in tokens]
    is_exact = isinstance(rule.must, Compare) and rule.must.sign == "=="
    is_number = is_exact and isinstance(getattr(rule.must, "right", None), Constant)
    if is_number and words[0] in _EACH and _has_a(words):
        raise Unclear(
            "it is not clear whether one such row is asked for, or whether every row must be so: "
            "say 'every row', or 'For each … there must be a row with …'"
        )


def _has_a(words: Sequence[str]) -> bool:
    pairs = pairwise(words)
    return any(one in ("have", "has") and two in ("a", "an") for one, two in pairs)


def refuse_lost_deeds(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no participle behind the rows' own noun is without weight.

    Raises:
        Unclear: "the average estimate of the lots sold" is not that of all lots.
    """
    for part in node.walk():
        symbols = [each.symbol for each in part.children]
        if part.symbol != "cell" or "_taking_part" not in symbols or "table" not in symbols:
            continue
        deed = next(each for each in part.children if each.symbol == "_taking_part")
        owner = next(each for each in part.children if each.symbol == "table")
        done = _DONE_TO_SOME & {token.low for token in tokens[deed.start : deed.end]}
        if done and owner.meaning == rule.table and not _is_looked_up(rule):
            word = next(iter(done))
            raise Unclear(
                f"which {tokens[owner.start].text} were {word} is not told by a column of that "
                "name; say which column must be filled, or what it holds"
            )


def _is_looked_up(rule: Rule) -> bool:
    return any(isinstance(part, Lookup) for part in walk(rule))


def refuse_shared_own(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a rule about what is the same in all rows of a key that nothing has for itself.

    Raises:
        Unclear: "each city has its own manager" tells of no manager in two cities as well.
    """
    if not isinstance(rule, InconsistentValues):
        return
    words = [token.low for token in tokens]
    for place, own in pairwise(words):
        if own == "own" and place in ("its", "an", "their", "his", "her", "has", "have"):
            raise Unclear(
                "it is not clear whether no two may share it: say 'All rows with the same … have "
                "the same …', and the same the other way round where that is meant"
            )


def refuse_makers_as_groups(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which rows that must be by someone are not counted for each of them.

    Raises:
        Unclear: "exactly three orders must be by customers in Japan" counts them together.
    """
    for part in node.walk():
        symbols = [each.symbol for each in part.children]
        if "=be" not in symbols or "by_group" not in symbols:
            continue
        group = part.children[symbols.index("by_group")]
        if group.start and tokens[group.start - 1].low == "be" and not _is_of_each(group, tokens):
            raise Unclear("it is not clear whether they are counted for each of them; say 'per …'")


def _is_of_each(group: Node, tokens: Sequence[Token]) -> bool:
    return bool(_EACH & {token.low for token in tokens[group.start : group.end]})


def refuse_letters_as_pieces(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which letters whose case is told are no further piece of a form.

    Raises:
        Misfit: in "six hexadecimal digits, letters in any case" there are no other letters.
    """
    for part in node.walk():
        told = [token.low for token in tokens[max(0, part.start - 1) : part.start + 3]]
        if part.symbol == "remark" and told[-2:] == ["any", "case"] and told[0] == "letters":
            raise Misfit("what is said of the letters' case is no piece of the form")


def refuse_endings_and_values(node: Node) -> None:
    """Pass a reading in which the second of two endings is no value by itself.

    Raises:
        Misfit: "a number ending in 0 or 5" is not a number ending in 0, or 5.
    """
    for part in node.walk():
        if part.symbol != "adj" or [each.symbol for each in part.children] != ["adj", "=or", "adj"]:
            continue
        one, _, other = part.children
        is_ending = {"=ending", "=finishing"} & {each.symbol for each in one.children}
        is_value = [each.symbol for each in other.children] in (["number"], ["text"], ["bare"])
        if is_ending and is_value:
            raise Misfit("it is not clear whether the second is an ending, too")
