"""Phrases for named forms as people tell them: prime, a palindrome, a JSON object with a key."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.own_formats import DIGITS
from backend.planner.offline.phrases.formats.texts import _form, lower, upper
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.form import Listed
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, all_of, not_

phrase = Phrases()

# Lists that somebody keeps ------------------------------------------------------------------------

phrase.words(
    "_officially",
    "officially assigned | officially (recognised|recognized|valid|listed) | official | assigned | existing | "
    "currently assigned | recognised | recognized",
)


@phrase("adj", "_officially <format>", cost=0.0)
def assigned(name: str) -> Predicate | None:
    """An officially assigned country code: a format that is a list."""
    is_list = isinstance(FORMATS[name].form, Listed)
    return _form(How.FORMAT, name) if is_list else None


phrase.words(
    "_all_capitals",
    "[all|written|given] [in] (capitals|capital letters|upper case|uppercase|block capitals|upper-case letters)",
)
phrase.words(
    "_all_small", "[all|written|given] [in] (small letters|lower case|lowercase|lower-case letters)"
)


@phrase("adj", "[_valid] <format> [,] _all_capitals", cost=-0.5)
def in_capitals(name: str) -> Predicate:
    """A Roman numeral in capitals."""
    return all_of(_form(How.FORMAT, name), upper())


@phrase("adj", "[_valid] <format> [,] _all_small", cost=-0.5)
def in_small(name: str) -> Predicate:
    """A UUID in small letters."""
    return all_of(_form(How.FORMAT, name), lower())


# Numbers and words that are odd ---------------------------------------------------------------------


@phrase("adj", "prime", cost=0.3)
@phrase("adj", "divisible by 1 and itself (only|alone)", "divisible only by 1 and itself")
def prime() -> Predicate:
    """Prime."""
    return _form(How.FORMAT, "prime")


phrase.words(
    "_backwards",
    "same backwards as forwards | same backward as forward | same forwards and backwards | same forward and "
    "backward | same backwards and forwards | same backward and forward | same from behind as from the front | "
    "same in both directions | same from both ends | same from left to right and from right to left | same "
    "when reversed | same in reverse | same from front to back as from back to front | same backwards | same "
    "backward | same (when|if) (read|spelled|spelt|written) (backwards|backward|in reverse|from behind|from right to left) | "
    "same read backwards | same from right to left",
)


@phrase(
    "verb",
    "(read|reads|run|runs|stay|stays|remain|remains|is spelled|be spelled|are spelled) _backwards",
)
@phrase(
    "adj",
    "_backwards",
    "(spelled|spelt) _backwards",
    "(equal|identical) to (its [own] (reverse|reversal|mirror image)|itself (reversed|backwards))",
    cost=0.02,
)
def palindrome() -> Predicate:
    """Reads the same backwards as forwards."""
    return _form(How.FORMAT, "palindrome")


phrase.words(
    "_case_is_nothing",
    "(capitals|case|letter case|capital letters) (do not matter|does not matter|do not count|is ignored|are "
    "ignored|aside|makes no difference|make no difference) | ignoring case | ignoring capitals | capitals or not | "
    "regardless of case | in either case | upper or lower case | whatever the case | ignoring [the] (letter case|upper "
    "and lower case|upper or lower case|capitalisation|capitalization) | (upper and lower case|capitals and small "
    "letters|upper and lower case letters) (count|are|are taken|are treated|counting|count as|are treated as|being) "
    "[as] [the] (same|equal|alike) | upper and lower case (do not matter|make no difference) | no matter the case",
)
for _head in ("adj", "verb"):

    @phrase(
        _head, rf"<{_head}> \( _case_is_nothing \)", f"<{_head}> [,|;] _case_is_nothing", cost=0.0
    )
    def palindrome_any_case(told: Predicate) -> Predicate | None:
        """Reads the same backwards as forwards (capitals do not matter)."""
        if told != palindrome():
            return None
        return _form(How.FORMAT, "palindrome_any_case")


# Digits that differ ---------------------------------------------------------------------------------

phrase.words(
    "_all_differ",
    "[all] different | [all] distinct | [all] different from (each other|one another) | pairwise different | "
    "mutually different | unlike each other | all unequal",
)
phrase.words(
    "_must_be_or_is",
    "must [all] be | should [all] be | have to be | need to be | are [all] | has to be | shall be",
)


@phrase(
    "digits_of", "[all] [the] digits (of|in) [every|each|a|an|any] <cell>", "[all] <cell> 's digits"
)
@phrase("digits_of", "[all] digits of [every|each|a|an] <rows> 's <cell>")
def digits_of(*parts: Any) -> tuple[Value, int]:
    """The digits of a code."""
    return parts[-1], 0


@phrase("digits_of", "all [of] [the] <number> digits (of|in) [every|each|a|an|any] <cell>")
@phrase("digits_of", "[the] <number> digits (of|in) [every|each|a|an|any] <cell>")
@phrase(
    "digits_of", "[all] [the] <number> digits (of|in) [every|each|a|an] <rows> 's <cell>", cost=0.05
)
def so_many_digits_of(*parts: Any) -> tuple[Value, int] | None:
    """All four digits of a code."""
    count = next(part.value for part in parts if isinstance(part, Constant))
    cell = next(part for part in parts if isinstance(part, Cell))
    return (cell, count) if isinstance(count, int) and 1 < count < 11 else None


def _apart(found: tuple[Value, int]) -> Predicate:
    of, count = found
    return Matches(of=of, how=How.FORMAT, text=f"{DIGITS}{count}" if count else "distinct_digits")


@phrase("stmt", "<digits_of> _must_be_or_is _all_differ", cost=0.02)
@phrase(
    "stmt", "<digits_of> (must|should|have to) [all] differ", "<digits_of> [all] differ", cost=0.02
)
def digits_differ(found: tuple[Value, int]) -> Statement:
    """All four digits of a code must be different."""
    return rule(_apart(found), subject=found[0])


@phrase("stmt", "<cell> : [all] <number> digits [must be|are] _all_differ", cost=0.02)
def cell_digits_differ(of: Value, count: Constant) -> Statement | None:
    """Code: all four digits different."""
    found = so_many_digits_of(of, count)
    return None if found is None else digits_differ(found)


@phrase("stmt", "<cell> : [all] digits [must be|are] _all_differ", cost=0.02)
def cell_digits_all_differ(of: Value) -> Statement:
    """Code: all digits different."""
    return digits_differ((of, 0))


phrase.words(
    "_two_times", "twice | more than once | repeatedly | several times | a second time | two times"
)


@phrase(
    "verb",
    "(repeat|repeats) (any|a) digit",
    "(contain|contains|have|has|use|uses) (a|any) digit _two_times",
    "(contain|contains|have|has) [any] (repeated|repeating|duplicate|equal) digits",
    cost=0.02,
)
def repeats_digit() -> Predicate:
    """Contains a digit twice."""
    return not_(_form(How.FORMAT, "distinct_digits"))


@phrase(
    "verb",
    "(contain|contains|have|has|use|uses) no digit _two_times",
    "(contain|contains|have|has) no (repeated|repeating|duplicate|equal) digits",
    "not repeat (any|a) digit",
    cost=0.0,
)
def repeats_none() -> Predicate:
    """Contains no digit twice."""
    return not_(repeats_digit())


@phrase(
    "stmt",
    "no digit _may (occur|appear|be used|come|show up) _two_times in [the same|one|any|a|an] <cell>",
    cost=0.02,
)
@phrase(
    "stmt",
    "no digit _may (occur|appear|be used|come) _two_times (in|within) [the same|one|any|a|an] <cell>",
    cost=0.02,
)
@phrase("stmt", "<cell> : no digit _may (occur|appear|be used|come) _two_times", cost=0.0)
@phrase("stmt", "<cell> : no digit (occurs|appears|is used|comes) _two_times", cost=0.0)
@phrase("stmt", "<cell> : no digit _two_times", "<cell> : no repeated digits", cost=0.0)
def no_digit_two_times(of: Value) -> Statement:
    """No digit may occur twice in a PIN."""
    return digits_differ((of, 0))


# The keys of a JSON object ----------------------------------------------------------------------------

phrase.words("_key_word", "key | field | property | member | attribute | entry")


@phrase(
    "json_key",
    "[a|the|its] _key_word [named|called|with the name] <any_text>",
    "[a|an|the] <text> _key_word",
)
def json_key(name: Constant) -> str:
    """A key named vlan."""
    return str(name.value)


@phrase(
    "adj",
    "[_valid] <format> (with|that has|which has|that contains|containing|that holds|having) <json_key>",
    cost=-0.2,
)
@phrase("adj", "[_valid] <format> in which <json_key> (is present|occurs|exists)", cost=-0.2)
def object_with(name: str, key: str) -> Predicate | None:
    """A JSON object with a key named vlan."""
    return keyed(key) if name in ("json", "json_object") else None


def keyed(key: str) -> Predicate:
    """A JSON object that has a key."""
    return _form(How.FORMAT, f"json_key {key}")


@phrase(
    "adj",
    "[_valid] <format> (with|that has|which has|containing) _key_words <any_text> and <any_text>",
    cost=-0.2,
)
@phrase(
    "adj",
    "[_valid] <format> (with|that has|which has|containing) both _key_words <any_text> and <any_text>",
    cost=-0.2,
)
def object_with_two(name: str, one: Constant, other: Constant) -> Predicate | None:
    """A JSON object with the keys a and b."""
    if name not in ("json", "json_object"):
        return None
    return all_of(keyed(str(one.value)), keyed(str(other.value)))


phrase.words("_key_words", "keys | fields | properties | members | attributes")


@phrase(
    "verb",
    "(have|has|contain|contains|hold|holds) [a|the|its] key [named|called] <any_text> [in its JSON]",
    cost=0.3,
)
def has_key(name: Constant) -> Predicate:
    """Has a key named vlan."""
    return keyed(str(name.value))
