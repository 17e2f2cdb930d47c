"""Clauses that call wrong what a closed list forbids anyway: a nickname or a full word is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.planner.offline.leave_subjects import Check, Sight
from backend.planner.offline.leave_words import BARRED
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.negation import simplified
from backend.rules.language.terms import Cell, Compare, Constant, OneOf
from backend.rules.rule import Rule

_IS_WRONG = re.compile(
    " (?:is|are|counts? as|would be)(?: also| just as| equally)? (?:wrong|an error|errors|a mistake"
    "|mistakes|not allowed|not accepted|not valid|not ok|not okay|invalid|no good|forbidden"
    "|unacceptable|incorrect)(?: too| as well| here)?$"
)
_LOW, _HIGH = (
    frozenset({"lower", "small", "lowercase"}),
    frozenset({"upper", "capital", "capitals"}),
)
_LONG = frozenset({"word", "words", "name", "names", "full", "long", "spelled-out"})
_SHORT = frozenset({
    "abbreviation", "abbreviations", "short", "initial", "initials", "code", "codes", "symbol",
    "symbols", "letter", "letters", "acronym", "acronyms",
})  # fmt: skip
_COUNTED = frozenset({"number", "numbers", "digit", "digits", "numeral", "numerals"})
_OTHERS = frozenset({
    "nickname", "nicknames", "typo", "typos", "spelling", "spellings", "misspelling", "case",
    "misspellings", "synonym", "synonyms", "translation", "translations", "variant", "variants",
    "plural", "plurals", "form", "forms", "text", "texts", "guess", "guesses", "invention",
    "inventions", "ditto", "lowercase", "uppercase",
})  # fmt: skip
_NOUNS = (_LONG - {"full", "long", "spelled-out"}) | (_SHORT - {"short"}) | _COUNTED | _OTHERS
_BEFORE = re.compile(r"(?:(?:an?|the|any|every) )?(?:[a-z-]+ ){0,2}[a-z-]+")
_LONGEST_ABBREVIATION = 3
_TELLING = ("adjective", "flag_word", "date", "column", "table", "keynoun", "valueone", "weekday")


def fault_at(sight: Sight, start: int, end: int) -> Check | None:
    """Whether a rule forbids by its list what the words between call wrong."""
    text = " ".join(token.low for token in sight.tokens[start:end])
    verdict = _IS_WRONG.search(text)
    if verdict is None or verdict.start() < 1:
        return None
    last = end - len(verdict.group().split())
    told = [*_named(text[: verdict.start()])]
    is_held = any(
        leaf.symbol in _TELLING and leaf.cost < 1.0 and leaf.start in range(start, last)
        for leaf in sight.found
    )
    if is_held or not told or not all(map(_is_of_texts, told)):
        return None
    words = frozenset(word for each in told for word in each.split())
    return lambda rule: _forbids(rule, words)


def _named(text: str) -> Iterator[str]:
    yield from (part for part in re.split(r" , or | , and | , | or | and | nor ", text) if part)


def _is_of_texts(told: str) -> bool:
    """A full word, small letters: a kind of text, and no row."""
    words = told.split()
    barred = (BARRED - {"alike", "double"}) & set(words)
    return bool(_BEFORE.fullmatch(told)) and words[-1] in _NOUNS and not barred


def _forbids(rule: Rule, words: frozenset[str]) -> bool:
    options = [*_options(rule)]
    return bool(options) and not any(_fits(option, words) for option in options)


def _options(rule: Rule) -> Iterator[str]:
    """The texts that a rule lets stand, letter by letter; none where it lets in others."""
    must = simplified(rule.must) if isinstance(rule, BrokenRows) else None
    told: tuple[object, ...] = ()
    if isinstance(must, OneOf) and isinstance(must.of, Cell) and not must.ignore_case:
        told = must.options
    elif isinstance(must, Compare) and must.sign == "==" and not must.ignore_case:
        told = (must.right,) if isinstance(must.left, Cell) else ()
    texts = [each.value for each in told if isinstance(each, Constant)]
    if len(texts) == len(told):
        yield from (each for each in texts if isinstance(each, str))


def _fits(option: str, words: frozenset[str]) -> bool:
    """Whether an option is itself of the kind that is called wrong."""
    cased = words & (_LOW | _HIGH)
    if words & _LOW and option != option.upper():
        return True
    if words & _HIGH and option != option.lower():
        return True
    if words & _COUNTED and any(sign.isdigit() for sign in option):
        return True
    if words & _LONG and len(option) > _LONGEST_ABBREVIATION:
        return True
    return bool(words & _SHORT) and not cased and len(option) <= _LONGEST_ABBREVIATION
