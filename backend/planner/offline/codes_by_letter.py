"""Words for codes of one letter that a header explains: women where gender is F, married persons.

Which letter is meant is sure where the column holds no other codes than those of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Misfit
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Reads
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_KINDS: dict[tuple[str, ...], dict[str, str]] = {
    stems_of("sex"): {
        "female": "f",
        "woman": "f",
        "women": "f",
        "male": "m",
        "man": "m",
        "men": "m",
    },
    stems_of("marital status"): {"married": "m", "divorced": "d", "widowed": "w"},
}
_ALL = {stems_of("sex"): frozenset("fmxudo"), stems_of("marital status"): frozenset("smdwxuo")}
"""The letters that such columns hold: others, unknown and so on besides."""


_PERSONS = frozenset({
    "person", "people", "owner", "keeper", "pilot", "driver", "rider", "doctor", "vet", "breeder",
    "buyer", "seller", "customer", "client", "tenant", "guest", "patient", "employee", "member",
    "student", "teacher", "author", "passenger", "user", "host", "handler", "trainer", "staff",
})  # fmt: skip


def told_by_letter(word: str, lexicon: Lexicon) -> Compare | None:
    """The condition that a word is for, where one column holds such letters alone."""
    found = [
        (named, letters[word])
        for named in lexicon.columns
        if word in (letters := _KINDS.get(named.stems, {}))
        and _are_letters(named.column.values, letters[word], _ALL[named.stems])
    ]
    if len(found) != 1 or any(stem(word) in named.stems for named in lexicon.columns):
        return None
    [(named, letter)] = found
    if word not in _ADJECTIVES and _may_be_of_another(named, lexicon):
        return None
    held = next(value for value in named.column.values if value.lower() == letter)
    return Compare(
        left=Cell(table=named.table, column=named.column.name),
        sign="==",
        right=Constant(value=held, reads=Reads.TEXT),
    )


_ADJECTIVES = frozenset({"female", "male", "married", "divorced", "widowed"})


def refuse_traits_of_others(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a female owner is no owner of a female dog.

    Raises:
        Misfit: the column tells the sex of the row, and the noun behind may be another person.
    """
    if _PERSONS & {*stems_of(rule.table)}:
        return
    told = {cell.column for cell in walk(rule) if isinstance(cell, Cell)}
    for token, behind in pairwise(tokens):
        is_trait = token.low in _ADJECTIVES and stem(behind.low) in _PERSONS
        if is_trait and any(stems_of(column) in _KINDS for column in told):
            raise Misfit(f"it is not clear whose {token.low} is told: the row's, or {behind.low}'s")


def _may_be_of_another(named: NamedColumn, lexicon: Lexicon) -> bool:
    """Whether women may be the owners of dogs, and the letter is that of each dog."""
    if _PERSONS & {*lexicon.table_stems[named.table]}:
        return False
    return any(
        _PERSONS & {*each.stems} for each in lexicon.columns if each.table == named.table
    )  # fmt: skip


def _are_letters(values: tuple[str, ...], letter: str, known: frozenset[str]) -> bool:
    lows = [value.lower() for value in values]
    return lows.count(letter) == 1 and len({*lows}) > 1 and {*lows} <= known
