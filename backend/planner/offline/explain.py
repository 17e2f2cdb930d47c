"""What to tell the author of a sentence that has no reading, or several."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from backend.contracts.check import Check
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.link import SKIPPED
from backend.planner.offline.readings import Parsed, Reading, grammar_words
from backend.planner.offline.tokens import Shape, Token
from backend.rules.catalog import kind_of, kinds

_LEXICAL = frozenset(
    {
        "column",
        "table",
        "keynoun",
        "adjective",
        "format",
        "text",
        "bare",
        "number",
        "ordinal",
        "month",
        "weekday",
        "date",
        "flag_word",
    }
)


def not_understood(check: Check, parsed: Parsed, tables: dict[str, TableSnapshot]) -> str:
    """Which words stayed without a part in the rule, and a phrasing that would compile."""
    place = f"{check.check_id}: "
    nearest = _nearest(check, tables)
    cure = f" A sentence that compiles: {nearest!r}." if nearest else ""
    unknown = _unknown_words(parsed.tokens, parsed.nodes)
    if unknown:
        listed = ", ".join(repr(word) for word in unknown[:10])
        return f"{place}the words {listed} are not understood.{cure}"
    if parsed.misfits:
        return f"{place}{parsed.misfits[0]}.{cure}"
    start, end = _longest(parsed.nodes)
    left = [token.text for token in (*parsed.tokens[:start], *parsed.tokens[end:])]
    left = [word for word in left if any(char.isalnum() for char in word)]
    listed = " ".join(left) if left else check.calculation_hint
    return f"{place}each word is known, but not how {listed!r} fits the rest.{cure}"


def _unknown_words(tokens: Sequence[Token], nodes: Sequence[Node]) -> list[str]:
    known: set[int] = set()
    for node in nodes:
        if not node.children and node.symbol in _LEXICAL and node.symbol != "bare":
            known.update(range(node.start, node.end))
    return [
        token.text
        for position, token in enumerate(tokens)
        if token.shape == Shape.WORD
        and position not in known
        and token.low not in grammar_words()
        and token.low not in SKIPPED
    ]


def _longest(nodes: Sequence[Node]) -> tuple[int, int]:
    whole = [node for node in nodes if node.symbol in ("hint", "stmt", "clause", "rows")]
    if not whole:
        return 0, 0
    longest = max(whole, key=lambda node: (node.end - node.start, -node.start))
    return longest.start, longest.end


def _nearest(check: Check, tables: dict[str, TableSnapshot]) -> str:
    """The catalog's example that shares most words, said about this check's table."""
    sentences = [example.sentence for kind in kinds().values() for example in kind.examples]
    words = set(check.calculation_hint.lower().split())

    def likeness(sentence: str) -> tuple[int, float]:
        shared = len(words & set(sentence.lower().split()))
        ratio = difflib.SequenceMatcher(None, check.calculation_hint, sentence).ratio()
        return shared, ratio

    return max(sentences, key=likeness, default="")


def ambiguous(check: Check, readings: Sequence[Reading]) -> str:
    """The readings side by side, in words made from the rules."""
    told = [kind_of(reading.rule).say(reading.rule) for reading in readings[:3]]
    numbered = " ".join(f"({number}) {text}" for number, text in enumerate(told, 1))
    return (
        f"{check.check_id}: the sentence can be read in {len(readings)} ways. {numbered} "
        "Say which one is meant, with exact column names or quotes."
    )
