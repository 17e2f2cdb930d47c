"""The expansion of phrases into plain productions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.contracts.errors import PlanError
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
    """Every plain production of the phrases, without repeats."""
    found: dict[tuple[object, ...], Production] = {}
    for phrase in phrases:
        for symbols in expand(phrase.pattern):
            taken = tuple(n for n, symbol in enumerate(symbols) if symbol.startswith("<"))
            bare = tuple(symbol[1:-1] if symbol.startswith("<") else symbol for symbol in symbols)
            key = (phrase.head, bare, phrase.build)
            found[key] = Production(phrase.head, bare, taken, phrase.build, phrase.cost)
    return list(found.values())


_LEXEMES = re.compile(r"\s*(\\[()\[\]]|[\[\]()|]|<[a-z_]+>|<[>=]?|>=?|[^\s\[\]()|<>\\]+)")


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
    """Every word that some production spells out."""
    for rule in rules:
        yield from (symbol[1:] for symbol in rule.symbols if symbol.startswith("="))
