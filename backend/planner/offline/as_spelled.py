"""Remarks on a value as it is written: exactly this spelling; valuable (true), behind its column.

They add nothing to a rule that holds a column against just that text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, OneOf, Reads
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

Told = tuple[int, Callable[[Rule], bool]]

_EXACTLY = tuple(
    tuple(f"{before} {told}".split())
    for before, told in product(
        ("", "in", "with", "spelled", "written", "spelt", "and in", "please", "just"),
        (
            "exactly this spelling", "precisely this spelling", "this exact spelling",
            "exactly that spelling", "in exactly this spelling", "in this exact spelling",
            "exactly this way", "exactly like this", "exactly like that", "exactly as here",
            "exactly as written", "exactly as written here", "exactly in this spelling",
            "exactly this word", "exactly these words", "precisely like this", "just like this",
            "exactly this text", "exactly as spelled here", "in exactly this way",
        ),
    )
)  # fmt: skip
_LENGTHS = sorted({len(words) for words in _EXACTLY}, reverse=True)
_YES_OR_NO = frozenset({"true", "false", "yes", "no", "y", "n", "1", "0", "t", "f"})


def as_spelled(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where such a remark ends, and whether a rule says it anyway."""
    here = [token.low for token in tokens[at : at + _LENGTHS[0]]]
    length = next((each for each in _LENGTHS if tuple(here[:each]) in _EXACTLY), 0)
    said = {word for token in tokens for word in token.text.split()}
    return (at + length, lambda rule: _holds_as_written(rule, said)) if length else None


def flag_in_brackets(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Told | None:
    """What a column of yes and no holds, behind what it is called: valuable (true)."""
    words = [token.low for token in tokens[at : at + 2]]
    if len(words) < 2 or words[0] not in _YES_OR_NO or words[1] != ")" or at < 2:
        return None
    called = stem(tokens[at - 2].low)
    if tokens[at - 2].low not in lexicon.header_words:
        return None
    is_denied = {"not", "no"} & {token.low for token in tokens[max(0, at - 5) : at - 2]}
    return None if is_denied else (at + 2, lambda rule: _is_flag(rule, called, words[0]))


def _is_flag(rule: Rule, called: str, value: str) -> bool:
    held = [
        part
        for part in walk(rule)
        if isinstance(part, Compare) and isinstance(part.left, Cell)
        if called in stems_of(part.left.column)
    ]
    return bool(held) and all(_text(part.right) == value for part in held)


def _text(value: object) -> str:
    return str(value.value).lower() if isinstance(value, Constant) else ""


def _holds_as_written(rule: Rule, said: set[str]) -> bool:
    """Whether each text that a rule holds a column against stands so in the sentence."""
    texts = [*_held(rule)]
    return bool(texts) and all({*text.split()} <= said for text in texts)


def _held(rule: Rule) -> Iterator[str]:
    for part in walk(rule):
        if isinstance(part, Compare | OneOf) and not part.ignore_case:
            options = part.options if isinstance(part, OneOf) else (part.right,)
            texts = (each for each in options if isinstance(each, Constant))
            yield from (str(each.value) for each in texts if each.reads == Reads.TEXT)
