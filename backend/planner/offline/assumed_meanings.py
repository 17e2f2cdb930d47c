"""What a plan tells of readings that are likely, and not certain: short names, days both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context
from backend.planner.offline.misspelled_headers import is_told_for
from backend.planner.offline.neutral_nouns import shortens
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.well_known_short import is_meant
from backend.planner.offline.words import parts_of, root, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.say import say_value
from backend.rules.language.terms import All, Cell, Compare, Lookup, OneOf, Shifted
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SAYS_BOTH = frozenset({
    "side", "sides", "direction", "directions", "either", "both", "plus", "before", "after",
    "around", "earlier", "later",
})  # fmt: skip


def assumed_meanings(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> Iterator[str]:
    """What the plan of a reading tells its owner, each once."""
    yield from dict.fromkeys(_shortened(node, rule, context, tokens))
    if isinstance(rule, BrokenRows | FailingMetrics):
        yield from dict.fromkeys(_both_ways(rule, tokens))
    if isinstance(rule, BrokenRows):
        yield from dict.fromkeys(_unmet_values(rule, context, tokens))


# Names ---------------------------------------------------------------------------------------


def _shortened(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """Customer, for cstmr, which has lost its vowels; the date, for the invoice date of several."""
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell):
            continue
        words = [token.low for token in tokens[part.start : part.end]]
        header = part.meaning.column
        is_short = any(_has_lost_vowels(own, word) for own in _words(header) for word in words)
        is_short |= is_told_for(stems_of(header), [stem(word) for word in words])
        if is_short or _is_one_of_several(header, words, rule.table, context):
            yield f"{header} is read as the {' '.join(words)}."


def _words(header: str) -> list[str]:
    return [word.lower() for word in parts_of(header)]


def _has_lost_vowels(own: str, word: str) -> bool:
    if root(own) == root(word) or word.startswith(own) or is_meant(own, word):
        return False
    return any(shortens(own, each) for each in (word, root(word)))


def _is_one_of_several(header: str, words: Sequence[str], table: str, context: Context) -> bool:
    """Whether other headers of the table end with these words as well."""
    said = [root(word) for word in words]
    columns = context.tables[table].columns if table in context.tables else ()
    called = [[root(each) for each in _words(column.name)] for column in columns]
    alike = [each for each in called if each[-len(said) :] == said]
    return len(alike) > 1 and said not in alike and [*map(root, _words(header))] in alike


# Days ----------------------------------------------------------------------------------------


def _both_ways(rule: BrokenRows | FailingMetrics, tokens: Sequence[Token]) -> Iterator[str]:
    """Within 2 days of the order: so many days before it as well as behind it."""
    lows = {token.low for token in tokens}
    if "within" not in lows or lows & _SAYS_BOTH:
        return
    for both in walk(rule.must):
        joined = both.parts if isinstance(both, All) else ()
        parts = [part for part in joined if isinstance(part, Compare)]
        for first, last in permutations(parts, 2):
            apart = _apart(first, last)
            if apart is not None:
                amount, unit, day = apart
                yield (
                    f"'within {amount} {unit} of' is read both ways, before {day} as well as "
                    f"after it; write 'within {amount} {unit} after' if it can only come after."
                )


def _apart(first: Compare, last: Compare) -> tuple[int, str, str] | None:
    """By how much a date may lie before and after another one, and which that is."""
    low, high = first.right, last.right
    is_pair = isinstance(low, Shifted) and isinstance(high, Shifted)
    if not is_pair or not isinstance(low, Shifted) or not isinstance(high, Shifted):
        return None
    is_same = first.left == last.left and low.of == high.of and low.unit == high.unit
    is_even = low.amount == -high.amount < 0 and (first.sign, last.sign) == (">=", "<=")
    return (high.amount, high.unit, say_value(high.of)) if is_same and is_even else None


# Values --------------------------------------------------------------------------------------


def _unmet_values(rule: BrokenRows, context: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """If the tier is gold or bronze, where no row is bronze as yet."""
    quoted = {token.text.strip("'\"") for token in tokens if token.shape == Shape.QUOTED}
    for part in walk(rule.where) if rule.where is not None else ():
        of = part.of if isinstance(part, OneOf) else None
        if not isinstance(part, OneOf) or not isinstance(of, Cell | Lookup):
            continue
        column = context.column(of.table, of.column)
        values = set(column.values) if column is not None else set()
        told = [str(each.value) for each in part.options]
        unmet = [each for each in told if each not in values and each not in quoted]
        if column is not None and len(unmet) < len(told) and not {*told} - {*unmet} - values:
            yield from (f"No row's {of.column} is {each!r} in the data as it is." for each in unmet)
