"""The expansion of phrases into plain productions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.contracts.errors import PlanError
from backend.planner.offline.moods import indicative
from backend.rules.phrasing import Builder, Phrase


class Production(NamedTuple):
    """``head`` is made of ``symbols``; ``taken`` are the positions the builder gets.

    A symbol that begins with ``=`` is a word of the sentence; others are heads or lexical.
    """

    head: str
    symbols: tuple[str, ...]
    taken: tuple[int, ...]
    build: Builder
    cost: float


def productions(phrases: Iterable[Phrase]) -> list[Production]:
    """Every plain production of the phrases, without repeats; duties are also said as facts."""
    found: dict[tuple[object, ...], Production] = {}
    facts: list[Production] = []
    for phrase in phrases:
        for symbols in expand(phrase.pattern):
            made = _production(phrase, symbols, phrase.cost)
            found[made.head, made.symbols, made.build] = made
            if phrase.head == "stmt":
                told = indicative(symbols)
                facts += [_production(phrase, each, phrase.cost + _AS_FACT) for each in told]
    for fact in facts:
        found.setdefault((fact.head, fact.symbols, fact.build), fact)
    return list(found.values())


def _production(phrase: Phrase, symbols: tuple[str, ...], cost: float) -> Production:
    taken = tuple(n for n, symbol in enumerate(symbols) if symbol[0] == "<")
    bare = tuple([symbol[1:-1] if symbol[0] == "<" else symbol for symbol in symbols])
    return Production(phrase.head, bare, taken, phrase.build, cost)


_AS_FACT = 0.3
"""What it costs to take a fact for a duty."""
_LEXEMES = re.compile(r"\s*(\\[()\[\]|]|[\[\]()|]|<[a-z_]+>|<[>=]?|>=?|[^\s\[\]()|<>\\]+)")


def expand(pattern: str) -> list[tuple[str, ...]]:
    """All symbol sequences that a pattern stands for.

    Raises:
        PlanError: the pattern's brackets do not match.
    """
    lexemes = _LEXEMES.findall(_grouped(pattern))
    sequences, rest = _alternatives(lexemes)
    if rest:
        raise PlanError(f"Phrase {pattern!r}: brackets do not match.", code="bad-phrase")
    return [sequence for sequence in dict.fromkeys(sequences) if sequence]


def _grouped(pattern: str) -> str:
    """``one|other word`` outside brackets joins single words: ``(one|other) word``."""
    depth, words = 0, []
    for word in pattern.split(" "):
        bare = word.replace("\\(", "").replace("\\)", "")
        words.append(
            f"({word})" if depth == 0 and "|" in word and not set("[]()") & set(bare) else word
        )
        depth += sum(bare.count(mark) for mark in "([") - sum(bare.count(mark) for mark in ")]")
    return " ".join(words)


def _alternatives(lexemes: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Sequences separated by ``|``, up to the closing bracket."""
    found: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while lexemes:
        lexeme, *lexemes = lexemes
        if lexeme in (")", "]"):
            return found + current, lexemes
        if lexeme == "|":
            found, current = found + current, [()]
            continue
        options: list[tuple[str, ...]] = [(_symbol(lexeme),)]
        if lexeme in ("(", "["):
            options, lexemes = _alternatives(lexemes)
            options = [*options, ()] if lexeme == "[" else options
        current = [head + tail for head in current for tail in options]
    return found + current, lexemes


def _symbol(lexeme: str) -> str:
    if re.fullmatch(r"<[a-z_]+>|_[a-z_]+", lexeme):
        return lexeme
    return f"={lexeme.lower().removeprefix(chr(92))}"


def literal_words(rules: Iterable[Production]) -> Iterator[str]:
    """Every word that some production spells out, once."""
    symbols: set[str] = set().union(*(rule.symbols for rule in rules))
    yield from (symbol[1:] for symbol in symbols if symbol[0] == "=")
