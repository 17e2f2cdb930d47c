"""How many owners there are: customers with payments are counted once, however many they made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.owner_possessives import owner_columns
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Reads,
    Term,
    Unless,
)
from backend.rules.language.walk import columns_read, rewrite, walk
from backend.rules.phrasing import all_of, any_of, not_
from backend.rules.rule import Rule

_DENIED = frozenset({
    "no", "not", "without", "never", "none", "only", "nor", "neither", "n't", "lack", "lacks",
    "missing", "cannot", "nothing",
})  # fmt: skip
_COUNTS = (Measure.COUNT, Measure.DISTINCT)


def with_counted_owners(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, counting those who are named and not their rows.

    Raises:
        Misfit: a share of owners would be one of rows; or who has no such row is not told by rows.
    """
    if not isinstance(rule, FailingMetrics) or rule.table not in context.tables or rule.groups:
        return rule
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    found = {
        each: None
        for leaf in _counted(node, rule.table)
        for each in _keys(leaf, rule, context, tokens)
    }
    if not found or not measures or any(part.keys or part.by for part in measures):
        return rule
    if all(part.measure not in (Measure.COUNT, Measure.SHARE) for part in measures):
        return rule
    [key, *others] = found
    if others or any(part.measure != Measure.COUNT for part in measures):
        raise Misfit(
            f"one {key} may have several rows; say whether rows are counted, or each {key} once"
        )
    if _DENIED & {*_words_beside_bounds(node, tokens)}:
        raise Misfit(
            f"one {key} may have rows of either sort; say what all rows of one {key} must be"
        )

    def change(part: Term) -> Term | None:
        if not isinstance(part, Aggregate):
            return None
        of = Cell(table=rule.table, column=key)
        return part.model_copy(update={"measure": Measure.DISTINCT, "of": of})

    return rule.model_copy(update={"must": rewrite(rule.must, change)})


def _counted(node: Node, table: str) -> Iterator[Node]:
    """The nouns that were taken for the rows of a table."""
    for part in node.walk():
        is_name = part.symbol == "table" and part.meaning == table
        if not part.children and (part.symbol == "keynoun" or is_name):
            yield part


def _keys(leaf: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> list[str]:
    noun = tuple(stem(token.low) for token in tokens[leaf.start : leaf.end])
    return owner_columns(context.tables[rule.table], noun)


def _words_beside_bounds(node: Node, tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a sentence but those of its numbers: "no more than 5" denies nothing."""
    bounds = {"count_bound", "share_bound"}
    told = {
        at for part in node.walk() if part.symbol in bounds for at in range(part.start, part.end)
    }
    yield from (token.low for at, token in enumerate(tokens) if at not in told)


def with_spared_groups(rule: Rule) -> Rule:
    """The rule without a judgment of groups that its words leave out.

    Such a group has no row that counts, and "at least 4" would be asked of it all the same.
    """
    if not isinstance(rule, FailingMetrics) or not rule.by:
        return rule
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    chosen = {_of_groups(part, rule.by) for part in measures}
    if len(chosen) != 1 or chosen == {()} or any(part.measure not in _COUNTS for part in measures):
        return rule
    [told] = chosen

    def change(part: Term) -> Term | None:
        if not isinstance(part, Aggregate):
            return None
        kept = [each for each in _parts(part.where) if each not in told]
        return part.model_copy(update={"where": all_of(*kept) if kept else None})

    spared = Aggregate(measure=Measure.COUNT, table=rule.table, where=_turned(told))
    one = Constant(value=1, reads=Reads.NUMBER)
    is_spared = Compare(left=spared, sign=">=", right=one, reads=Reads.NUMBER)
    return rule.model_copy(update={"must": any_of(is_spared, rewrite(rule.must, change))})


def _turned(told: tuple[Predicate, ...]) -> Predicate:
    """What is true of the groups that are left out."""
    return any_of(*(each.part if isinstance(each, Unless) else not_(each) for each in told))


def _of_groups(part: Aggregate, by: tuple[str, ...]) -> tuple[Predicate, ...]:
    """The conditions that a group meets with all of its rows, or with none."""
    return tuple(each for each in _parts(part.where) if _is_of_groups(each, part.table, by))


def _is_of_groups(told: Predicate, table: str, by: tuple[str, ...]) -> bool:
    read = {*columns_read(told, table)}
    return bool(read) and read <= {(table, column) for column in by}


def _parts(told: Predicate | None) -> tuple[Predicate, ...]:
    if told is None:
        return ()
    return told.parts if isinstance(told, All) else (told,)
