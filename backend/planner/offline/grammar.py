"""Patterns as automata: each written word a spot, with the spots that may follow it.

The construction is Glushkov's (1961): it has no more spots than the pattern has words and symbols,
however many optional parts multiply into sequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from backend.contracts.errors import PlanError
from backend.planner.offline.moods import MODALS, with_facts
from backend.planner.offline.spots import Ending, Spot, reachable
from backend.rules.phrasing import Phrase

_AS_FACT = 0.3
"""What it costs to take a fact for a duty."""
_LEXEMES = re.compile(r"\s*(\\[()\[\]|]|[\[\]()|]|<[a-z_]+>|<[>=]?|>=?|[^\s\[\]()|<>\\]+)")
_SPELLED = re.compile(r"<[a-z_]+>|_[a-z_]+")
_PLAIN_OPENING = re.compile(r"(<[a-z_]+>|[^\s\[\]()|<>\\]+)(?: |$)")
_DUTY = re.compile(r"\b_?(?:must|may)|<duty>")
_ALTERNATIVES_APART = re.compile(r"[\])]\||\|[\[(]")


class _Part(NamedTuple):
    """A stretch of a pattern: where it begins and ends, and whether it may be left out."""

    firsts: list[Spot]
    lasts: list[Spot]
    may_lack: bool


def opening(phrase: Phrase) -> str | None:
    """The symbol with which a phrase begins; None where that takes more than a look."""
    found = _PLAIN_OPENING.match(phrase.pattern)
    if found is None or _ALTERNATIVES_APART.search(phrase.pattern):
        return None
    symbol = _symbol(found[1])
    return None if symbol in MODALS else symbol


@cache
def beginnings(phrase: Phrase) -> list[Spot]:
    """The spots with which a phrase begins; duties are also told as facts.

    Raises:
        PlanError: the pattern's brackets do not match.
    """
    lexemes = _LEXEMES.findall(_grouped(phrase.pattern))
    part, end = _alternatives(lexemes, 0)
    if end < len(lexemes) or any(lexemes.count(a) != lexemes.count(b) for a, b in ("()", "[]")):
        raise PlanError(f"Phrase {phrase.pattern!r}: brackets do not match.", code="bad-phrase")
    ending = Ending(phrase.head, phrase.build, phrase.cost)
    for spot in part.lasts:
        spot.ending = ending
    if phrase.head != "stmt":
        return part.firsts
    return with_facts(part.firsts, ending._replace(cost=phrase.cost + _AS_FACT))


def literal_words(phrases: Iterable[Phrase]) -> Iterator[str]:
    """Every word that some phrase spells out, also where a duty is told as a fact, once."""
    told = list(phrases)
    text = " ".join(phrase.pattern for phrase in told)
    symbols = {_symbol(lexeme) for lexeme in set(_LEXEMES.findall(text)) - set("([|])")}
    for phrase in told:
        if phrase.head == "stmt" and _DUTY.search(phrase.pattern):
            symbols.update(spot.symbol for spot in reachable(beginnings(phrase)))
    yield from (symbol[1:] for symbol in symbols if symbol[0] == "=")


def _grouped(pattern: str) -> str:
    """``one|other word`` outside brackets joins single words: ``(one|other) word``."""
    if "|" not in pattern:
        return pattern
    depth, words = 0, []
    for word in pattern.split(" "):
        bare = word.replace("\\(", "").replace("\\)", "")
        words.append(
            f"({word})" if depth == 0 and "|" in word and not set("[]()") & set(bare) else word
        )
        depth += sum(bare.count(mark) for mark in "([") - sum(bare.count(mark) for mark in ")]")
    return " ".join(words)


def _alternatives(lexemes: list[str], at: int) -> tuple[_Part, int]:
    """What stands from ``at`` on, separated by ``|``; and the place of the closing bracket."""
    firsts: list[Spot] = []
    lasts: list[Spot] = []
    may_lack = False
    current = _Part([], [], may_lack=True)
    while at < len(lexemes) and lexemes[at] not in (")", "]"):
        lexeme, at = lexemes[at], at + 1
        if lexeme == "|":
            firsts, lasts = firsts + current.firsts, lasts + current.lasts
            may_lack, current = may_lack or current.may_lack, _Part([], [], may_lack=True)
        elif lexeme in ("(", "["):
            inner, at = _alternatives(lexemes, at)
            at += 1
            current = _joined(current, inner._replace(may_lack=inner.may_lack or lexeme == "["))
        else:
            spot = Spot(_symbol(lexeme))
            current = _joined(current, _Part([spot], [spot], may_lack=False))
    firsts, lasts = firsts + current.firsts, lasts + current.lasts
    return _Part(firsts, lasts, may_lack or current.may_lack), at


def _joined(one: _Part, other: _Part) -> _Part:
    """One stretch and then the other."""
    for spot in one.lasts:
        spot.follow += other.firsts
    return _Part(
        one.firsts + other.firsts if one.may_lack else one.firsts,
        other.lasts + one.lasts if other.may_lack else other.lasts,
        one.may_lack and other.may_lack,
    )


def _symbol(lexeme: str) -> str:
    """``<cell>`` and ``_must`` name a part, ``=word`` a word of the sentence."""
    if _SPELLED.fullmatch(lexeme):
        return lexeme.strip("<>")
    return f"={lexeme.lower().removeprefix(chr(92))}"
