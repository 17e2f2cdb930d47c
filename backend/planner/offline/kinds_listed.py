"""What kind of values a list in brackets holds: southern states (GA, AL), states without tax (SD).

The words around the column's name add nothing to a rule that chooses the rows of just the listed
values. They may name nothing of the tables, nor a number, nor the values that are not listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, NUMBER_WORDS, ORDINALS, stem
from backend.rules.language.terms import Cell, Compare, Constant, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_Kinds = tuple[int, int, Callable[[Rule], bool], tuple[tuple[int, int], ...]]
_PARTS = frozenset({",", "and", "or", "/", "&"})
_OTHERS = frozenset({"remaining", "else", "except", "but", "excluding", "unlike", "outside"})
_OF_KIND = frozenset({"without", "with", "in", "of", "on", "at", "near", "that", "which"})
_CALLS = _OF_KIND | {"the", "a", "an", "no", "have", "has", "is", "are", "our"}
_LONGEST = 6
_NEAR = 0.9
"""What a name costs at the most, where the column holds what is listed."""


def kinds_listed(
    tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon
) -> Iterator[_Kinds]:
    """The words for every kind whose values stand in brackets, and whether a rule holds those."""
    for at in range(1, len(tokens)):
        listed, _ = _listed(tokens, at)
        if not listed:
            continue
        for noun in range(at - 1, max(at - 2 - _LONGEST, -1), -1):
            column = _column_of(tokens, noun, listed, found, lexicon)
            spans = _around(tokens, noun, at, found, lexicon) if column else None
            if spans:
                (start, end), *others = spans
                yield start, end, _holder_of(column, listed), (*others,)
                break


def _listed(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    """The values in the brackets that open here, and where these end."""
    end = next((far for far in range(at, len(tokens)) if tokens[far].text == ")"), at)
    if tokens[at].text != "(" or end < at + 2:
        return [], at
    values: list[list[Token]] = [[]]
    for token in tokens[at + 1 : end]:
        values = [*values, []] if token.low in _PARTS else [*values[:-1], [*values[-1], token]]
    values = [each for each in values if each]
    plain = all(
        token.shape in (Shape.WORD, Shape.QUOTED) and token.low not in FUNCTION_WORDS
        for each in values
        for token in each
    )
    return ([" ".join(token.text for token in each) for each in values], end) if plain else ([], at)


def _column_of(
    tokens: Sequence[Token],
    noun: int,
    listed: Sequence[str],
    found: Sequence[Leaf],
    lexicon: Lexicon,
) -> str:
    """The column that a word names, where it holds some of the values."""
    cells = {
        leaf.meaning.column
        for leaf in found
        if leaf.start == noun and leaf.end == noun + 1
        if leaf.symbol == "column" and leaf.cost <= _NEAR
        if isinstance(leaf.meaning, Cell)
    }
    holders = {column for text in listed for _, column, _ in lexicon.values.get(text.lower(), ())}
    return next(iter(cells)) if len(cells) == 1 and cells <= holders else ""


def _around(
    tokens: Sequence[Token], noun: int, at: int, found: Sequence[Leaf], lexicon: Lexicon
) -> list[tuple[int, int]] | None:
    """The words before and behind the column's name that say which kind is listed."""
    first = noun
    while first > 0 and noun - first < 2 and _calls(tokens, first - 1, found, lexicon):
        first -= 1
    behind = range(noun + 1, at)
    if behind and (
        tokens[behind[0]].low not in _OF_KIND
        or not all(
            _calls(tokens, place, found, lexicon) or tokens[place].low in _CALLS for place in behind
        )
    ):
        return None
    spans = [(first, noun)] if first < noun else []
    return [*spans, (noun + 1, at)] if behind else spans or None


def _calls(tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon) -> bool:
    """Whether a word only says of which kind something is."""
    token = tokens[at]
    barred = FUNCTION_WORDS | NUMBER_WORDS.keys() | ORDINALS.keys() | _OTHERS
    named = any(
        leaf.start <= at < leaf.end and (is_surely_column(leaf) or leaf.symbol == "value")
        for leaf in found
    )
    named = named or token.low in lexicon.values or stem(token.low) in lexicon.values
    plain = token.shape == Shape.WORD and token.low.replace("-", "").isalpha()
    return plain and token.low not in barred and stem(token.low) not in barred and not named


def _holder_of(column: str, listed: Sequence[str]) -> Callable[[Rule], bool]:
    wanted = {text.lower() for text in listed}

    def holds(rule: Rule) -> bool:
        held = [_held(part, column) for part in walk(rule)]
        return any({text.lower() for text in each} == wanted for each in held)

    return holds


def _held(part: object, column: str) -> set[str]:
    """The values that a condition holds a column to."""
    match part:
        case Compare(left=Cell(column=name), right=Constant(value=value)) if name == column:
            return {str(value)}
        case OneOf(of=Cell(column=name), options=options) if name == column:
            return {str(each.value) for each in options}
        case _:
            return set()
