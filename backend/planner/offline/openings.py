"""What patterns begin with and which words they spell, read off without making their automata.

Of the thousands of patterns a sentence comes by a few: only those are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from backend.planner.offline.lexemes import MARKS, lexemes_of, symbol_of
from backend.planner.offline.moods import MODALS, in_both_persons
from backend.planner.offline.places import first_places, next_places
from backend.rules.phrasing import Phrase

_PLAIN = re.compile(r"(<[a-z_]+>|[^\s\[\]()|<>\\]+)(?: |$)")
_ALTERNATIVES_APART = re.compile(r"[\])]\||\|[\[(]")
_DUTY = re.compile(r"\b_?(?:must|may)")
_VERBS_OF_DUTY = MODALS - {"duty"}
_DENIALS = ("not", "never")


def openings(phrase: Phrase) -> tuple[str, ...] | None:
    """The symbols with which a phrase begins; None where its facts have others."""
    found = _PLAIN.match(phrase.pattern)
    if found is not None and not _ALTERNATIVES_APART.search(phrase.pattern):
        symbols: tuple[str, ...] = (symbol_of(found[1]),)
    else:
        lexemes = lexemes_of(phrase.pattern)
        places, _, _ = first_places(lexemes, 0)
        symbols = tuple({symbol_of(lexemes[at]): None for at in places})
    return None if phrase.head == "stmt" and not MODALS.isdisjoint(symbols) else symbols


def literal_words(phrases: Iterable[Phrase]) -> Iterator[str]:
    """Every word that some phrase spells out, also where a duty is told as a fact, once."""
    told = list(phrases)
    spelled = {word for phrase in told for word in phrase.pattern.split(" ")}
    lexemes = {lexeme for word in spelled for lexeme in lexemes_of(word)}
    symbols = {symbol_of(lexeme) for lexeme in lexemes - MARKS}
    for phrase in told:
        if phrase.head == "stmt" and _DUTY.search(phrase.pattern):
            symbols.update(_verbs_of_facts(lexemes_of(phrase.pattern)))
    yield from (symbol[1:] for symbol in symbols if symbol[0] == "=")


def _verbs_of_facts(lexemes: Sequence[str]) -> Iterator[str]:
    """Must match: match, matches; must not match: never matches."""
    for at, lexeme in enumerate(lexemes):
        if lexeme not in MARKS and symbol_of(lexeme) in _VERBS_OF_DUTY:
            for place in next_places(lexemes, at)[0]:
                is_denial = lexemes[place] in _DENIALS
                for verb in next_places(lexemes, place)[0] if is_denial else (place,):
                    yield from in_both_persons(symbol_of(lexemes[verb]))
