"""What a sentence without a reading comes nearest to, for its author to take or to leave.

The search is one for the least errors (Lyon, *Syntax-directed least-errors analysis for
context-free languages*, 1974): every word may be passed over at a price, and one that names
nothing may stand for a column. What is found is only ever shown: no check runs by it until its
author has written it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Leaf, Node, Passing
from backend.planner.offline.context import Misfit
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.passed_over import may_be_passed
from backend.planner.offline.readings import all_leaves, chart
from backend.planner.offline.registers import grammar_words
from backend.planner.offline.settled import settled
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_MOST_CONSTITUENTS = 6_000
_MOST_TRIED = 40
"""How many whole readings are looked at."""
_FURTHEST = 8.0
"""What may be passed over at most, in prices."""

_PAUSE = 0.3
_PLAIN = 1.2
_UNKNOWN = 1.5
_LOOSE = 2.0
_JOINS = 2.5
_NAMED = 3.0
_TELLING = 5.0
_SENTENCE = 3.0
_ASIDE = 2.5
_COMMAND = 4.5
_STAND_IN = 2.0
"""Prices: a word that tells of the rule is dear, a sentence of which nothing is known is cheap."""

_STANDS_IN = "column that it may stand for"
_NAMING = frozenset({"column", "text", "bare", "or_list", "format", "month", "weekday"})
_PAUSES = frozenset({",", ".", ":", ";", "!", "?", "(", ")"})
_ENDINGS = frozenset({".", ":", ";", "!", "?"})

_COMMANDS = frozenset({"flag", "list", "show", "find", "report", "mark"})

_DENYING = frozenset({
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "except",
    "unless",
})  # fmt: skip
# Words by which a rule turns into another one.
_TELLS = frozenset({
    "only", "but", "or", "if", "when", "where", "at", "least", "most", "more", "less",
    "fewer", "than", "exactly", "between", "under", "over", "above", "below", "before", "after",
    "earlier", "later", "any", "some", "both", "either", "other", "another", "same", "different",
    "distinct", "is", "are", "do", "does", "did", "has", "have", "can", "must", "should", "shall",
    "first", "last", "next", "previous", "per", "within", "empty", "missing", "blank", "filled",
    "null", *_COMMANDS,
})  # fmt: skip
_JOINING = frozenset({"and", "for", "of", "in", "with", "by", "from", "to", "on", "under"})
_LOOSELY = frozenset({"all", "each", "every", "may", "might"})


class Near(NamedTuple):
    """A rule near to the sentence, and what was done to the sentence for it."""

    rule: Rule
    passed: frozenset[int]
    """The places of the words that are no part of it."""
    taken: tuple[tuple[int, str], ...]
    """The places of words that name nothing, with the columns that they are taken for."""
    cost: float


def nearest_readings(check: Check, lexicon: Lexicon, tokens: Sequence[Token]) -> list[Near]:
    """Unlike rules that the sentence comes near to, nearest first; none where all are far."""
    found = all_leaves(check.calculation_hint, list(tokens), lexicon)
    found += _stand_ins(tokens, found, lexicon)
    named = _named(tokens, found)
    passing = [
        *_words_passed(tokens, named),
        *_sentences_passed(tokens),
        *_asides_passed(tokens, named),
    ]
    wholes = chart().readings(
        found, len(tokens), "hint", passing, 1.0, limit=_MOST_CONSTITUENTS, most=_FURTHEST
    )
    near: list[Near] = []
    for node in islice(wholes, _MOST_TRIED):
        rule = _rule(node, check, lexicon.tables, tokens)
        if rule is not None and all(rule != other.rule for other in near):
            passed = frozenset(_passed(node, tokens))
            near.append(Near(rule, passed, tuple(_taken(node)), node.cost))
    return near


def _rule(
    node: Node, check: Check, tables: dict[str, TableSnapshot], tokens: Sequence[Token]
) -> Rule | None:
    try:
        return settled(node, check, tables, tokens).rule
    except (Misfit, CannotPlan):
        return None


def _passed(node: Node, tokens: Sequence[Token]) -> Iterator[int]:
    """The places of words that no leaf of the reading holds."""
    held = {at for leaf in node.walk() if not leaf.children for at in range(leaf.start, leaf.end)}
    for at, token in enumerate(tokens):
        if at not in held and token.low not in _PAUSES and not may_be_passed(tokens, at):
            yield at


def _taken(node: Node) -> Iterator[tuple[int, str]]:
    for leaf in node.walk():
        if leaf.part == _STANDS_IN and isinstance(leaf.meaning, Cell):
            yield leaf.start, leaf.meaning.column


def _named(tokens: Sequence[Token], found: Sequence[Leaf]) -> frozenset[int]:
    """The places of words that name a column or a value, and of what is written in signs."""
    naming = (leaf for leaf in found if leaf.symbol in _NAMING and leaf.cost < 1)
    written = (at for at, token in enumerate(tokens) if token.shape not in (Shape.WORD, Shape.SIGN))
    return frozenset(written) | {at for leaf in naming for at in range(leaf.start, leaf.end)}


def _words_passed(tokens: Sequence[Token], named: frozenset[int]) -> Iterator[Passing]:
    """Each word by itself, but for those that turn a rule into its opposite."""
    for at, token in enumerate(tokens):
        if token.low not in _DENYING:
            yield Passing(at, at + 1, _price(tokens, at, is_named=at in named))


def _price(tokens: Sequence[Token], at: int, *, is_named: bool) -> float:
    token = tokens[at]
    if may_be_passed(tokens, at):
        return 0.0
    if token.shape == Shape.SIGN:
        return _PAUSE if token.low in _PAUSES else _TELLING
    if token.shape != Shape.WORD or token.low in _TELLS or token.low in NUMBER_WORDS:
        return _TELLING
    if token.low in _JOINING:
        return _JOINS
    if token.low in _LOOSELY:
        return _LOOSE
    if is_named:
        return _NAMED
    return _PLAIN if token.low in grammar_words() else _UNKNOWN


def _sentences_passed(tokens: Sequence[Token]) -> Iterator[Passing]:
    """A sentence, or what stands before a colon, may be passed over as a whole."""
    start = 0
    for at, token in enumerate(tokens):
        if token.low in _ENDINGS or at + 1 == len(tokens):
            asks = tokens[start].low in _COMMANDS
            yield Passing(start, at + 1, _COMMAND if asks else _SENTENCE)
            start = at + 1


def _asides_passed(tokens: Sequence[Token], named: frozenset[int]) -> Iterator[Passing]:
    """What follows a comma and names nothing may be passed over as a whole."""
    for start, token in enumerate(tokens):
        if token.low == ",":
            ends = (at for at in range(start + 1, len(tokens)) if tokens[at].low in _PAUSES)
            end = next(ends, len(tokens))
            if named.isdisjoint(range(start, end)):
                yield Passing(start, end, _ASIDE)


def _stand_ins(tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon) -> Iterator[Leaf]:
    """A word that names nothing, as each column that it may stand for: dearer, the less alike.

    A word that the grammar knows may do so where a sentence begins: "Amount must be above 0".
    """
    columns = (leaf for leaf in found if leaf.symbol == "column")
    linked = {at for leaf in columns for at in range(leaf.start, leaf.end)} | _named(tokens, found)
    first = next((at for at in range(len(tokens)) if not may_be_passed(tokens, at)), 0)
    for at, token in enumerate(tokens):
        is_known = token.low in grammar_words()
        is_told = token.low in _TELLS | _DENYING or token.low in lexicon.values
        is_told = is_told or may_be_passed(tokens, at) or (is_known and at != first)
        if token.shape != Shape.WORD or at in linked or is_told:
            continue
        price = _STAND_IN + (_PLAIN if is_known else 0.0)
        for named in lexicon.columns:
            unlike = 1 - SequenceMatcher(None, token.low, named.column.name.lower()).ratio()
            cell = Cell(table="", column=named.column.name)
            yield Leaf("column", at, at + 1, cell, price + 2 * unlike, _STANDS_IN)
