"""Headers whose words are spelled wrongly or run together with a letter: jounral_title, jissue.

They are found by the word as people write it, where no header has it and one alone is so near.
A letter in front must stand before other headers too: border is no order, nor is estate a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.planner.offline.named_columns import NamedColumn

_BEGINNINGS = frozenset({
    "bl", "br", "ch", "cl", "cr", "dr", "dw", "fl", "fr", "gh", "gl", "gn", "gr", "kl", "kn", "kr",
    "ph", "pl", "pn", "pr", "ps", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sw",
    "th", "tr", "ts", "tw", "wh", "wr",
})  # fmt: skip
"""Consonants that words begin with: jv and bp are none, so that one letter stands in front."""
_OTHERS = 2
_SHORTEST = 5
"""Shorter words are too like other words."""


def holding(
    roots: Sequence[str], words: Sequence[str], columns: Sequence[NamedColumn]
) -> list[NamedColumn]:
    """The columns whose headers hold all of these roots; else those that misspell the words."""
    return [named for named in columns if {*roots} <= {*named.roots}] or misspelled(words, columns)


def misspelled(words: Sequence[str], columns: Iterable[NamedColumn]) -> list[NamedColumn]:
    """The columns whose headers hold each of these words, or what is meant for it.

    A word may be as it is, if another one of them is not.
    """
    every = [*columns]
    return [named for named in every if _holds(named, words, every)]


def _holds(named: NamedColumn, words: Sequence[str], columns: Sequence[NamedColumn]) -> bool:
    return all(
        word in named.stems
        or any(
            is_meant_for(part, word)
            and (len(part) == len(word) or _is_in_front(at, named, columns))
            for at, part in enumerate(named.stems)
        )
        for word in words
    )


def _is_in_front(at: int, named: NamedColumn, columns: Sequence[NamedColumn]) -> bool:
    """Whether no word begins like this header, or like two others with its letter: jvolumn."""
    if _is_no_beginning(named.stems[at][:2]):
        return True
    lead, letter = named.stems[:at], named.stems[at][0]
    alike = (
        each.stems[at]
        for each in columns
        if each.table == named.table and each.stems[:at] == lead and len(each.stems) > at
    )
    found = {part for part in alike if part[0] == letter and _is_no_beginning(part[:2])}
    return len(found) >= _OTHERS


def _is_no_beginning(letters: str) -> bool:
    is_word = len(letters) > 1 and letters.isalpha()
    return is_word and not set(letters) & set("aeiouy") and letters not in _BEGINNINGS


def is_told_for(header: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a word that the header lacks is meant for one that it has."""
    lacking = [word for word in words if word not in header]
    return any(is_meant_for(part, word) for word in lacking for part in header)


def is_meant_for(part: str, word: str) -> bool:
    """Whether a word of a header is this one, spelled wrongly or behind one letter more.

    >>> is_meant_for("jounral", "journal"), is_meant_for("jvolumn", "volume")
    (True, True)
    >>> is_meant_for("county", "country"), is_meant_for("rate", "date")
    (False, False)
    """
    if len(word) < _SHORTEST:
        return False
    return _is_turned(part, word) or (
        len(part) == len(word) + 1 and _is_or_ends_off(part[1:], word)
    )


def _is_or_ends_off(part: str, word: str) -> bool:
    return part == word or (len(word) > _SHORTEST and part[:-1] == word[:-1])


def _is_turned(part: str, word: str) -> bool:
    """Whether two neighbouring letters inside have changed places."""
    off = [at for at, pair in enumerate(zip(part, word, strict=False)) if pair[0] != pair[1]]
    if len(part) != len(word) or len(word) <= _SHORTEST or len(off) != 2:
        return False
    first, second = off
    return (
        second == first + 1
        and first > 0
        and part[first : second + 1] == word[first : second + 1][::-1]
    )
