"""Phrases for a sign and where it stands: an @ in it, a blank at either end, +1 in front."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.contents import has_class
from backend.planner.offline.phrases.formats.texts import _form, untrimmed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

for _name, _mark in (
    ("exclamation mark|exclamation point", "!"), ("apostrophe", "'"), ("asterisk", "*"),
    ("ampersand", "&"), ("underscore", "_"), ("equals sign", "="), ("at sign|at-sign|at symbol", "@"),
    ("hyphen|minus sign", "-"), ("full stop|period", "."), ("hash sign|hashtag|number sign", "#"),
    ("line break|newline", "\n"), ("forward slash", "/"), ("vertical bar", "|"),
):  # fmt: skip
    for _word in _name.split("|"):
        phrase("sign_mark", f"[any|one] {_word}")(lambda mark=_mark: mark)

phrase.words("_within", "in | inside | within | anywhere in | somewhere in")
phrase.words(
    "_in_the_text", "in it | inside | in them | inside it | anywhere in it | somewhere in it"
)
phrase.words(
    "_at_either_end",
    "at (the|its|their|either) (beginning|start|front) or [at] end | in front or behind | at either "
    "end | at one end | at both ends | at (the|its|their) end or [at] (beginning|start) | at the "
    "(beginning|start) or [at] the end | at the front or at the back | at the edges | on either side",
)
phrase.words("_blanks_of", "blank | blanks | space | spaces | whitespace | white space")


# What a text has within it ----------------------------------------------------------------------


@phrase("them_feature", "[any] <char_class> [_in_the_text]", cost=0.02)
def class_of_them(regex: str) -> Predicate:
    """A digit in it."""
    return has_class(regex)


@phrase("them_feature", "<sign_mark> _in_the_text", "<text> _in_the_text", cost=0.01)
def mark_of_them(mark: Any) -> Predicate:
    """An @ in it."""
    return _form(How.CONTAINS, str(mark.value) if isinstance(mark, Constant) else str(mark))


@phrase("them_feature", "[any] _blanks_of _at_either_end", cost=0.01)
def blank_at_an_end() -> Predicate:
    """A blank at the beginning or at the end."""
    return untrimmed()


@phrase("verb", "(have|has|contain|contains) [any] _blanks_of _at_either_end")
def blank_at_end() -> Predicate:
    """Has a blank at either end."""
    return untrimmed()


@phrase(
    "verb",
    "(have|has|contain|contains) no _blanks_of _at_either_end",
    "neither (begin|begins|start|starts) nor (end|ends) with [any] _blanks_of",
)
def no_blank_at_end() -> Predicate:
    """Has no blank at either end."""
    return not_(untrimmed())


@phrase("verb", "(begin|begins|start|starts) or (end|ends) with [any] _blanks_of")
def begins_or_ends_blank() -> Predicate:
    """Begins or ends with a blank."""
    return untrimmed()


@phrase("feature", "[any] <char_class> _within [its|their|his|her] <cell>", cost=-0.5)
def class_in(regex: str, subject: Value) -> Predicate:
    """A digit in their name."""
    return about(has_class(regex), subject)


@phrase("feature", "[any] _blanks_of _at_either_end of [its|their] <cell>", cost=0.02)
@phrase("feature", "[any] _blanks_of (around|before or after) [its|their] <cell>", cost=0.02)
def blank_around(subject: Value) -> Predicate:
    """A blank at either end of their name."""
    return about(untrimmed(), subject)


@phrase("verb", "(have|has) <them_feature>", cost=0.1)
def has_them_feature(told: Predicate) -> Predicate:
    """Has an @ in it."""
    return told


@phrase("stmt", "(every|each|all) <cell> [values] with <them_feature>", cost=0.1)
@phrase("stmt", "<cell> : always with <them_feature>", "<cell> always with <them_feature>")
def each_with(subject: Value, told: Predicate) -> Statement:
    """Every address with an @ in it: said of all, it is a duty."""
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "_flag <cell> [values] _that have <them_feature>", cost=0.05)
def flag_that_have(subject: Value, told: Predicate) -> Statement:
    """Flag names that have a digit in them."""
    return rule(not_(about(told, subject)), subject=subject)


# In front and behind ----------------------------------------------------------------------------

phrase.words(
    "_in_front",
    "in front of | before | at the start of | at the beginning of | at the front of | as prefix of | "
    "as the prefix of | leading",
)
phrase.words(
    "_behind", "behind | after | at the end of | as suffix of | as the suffix of | at the back of"
)


@phrase("text_affix", "<part>", "<sign_mark>")
def affix(found: Any) -> str:
    """A piece of text."""
    return str(found)


@phrase("text_affix", "+ <number>", cost=-0.05)
def dialled(number: Constant) -> str:
    """+1, as telephone numbers begin."""
    return f"+{number.value}"


for _place, _how in (("_in_front", How.STARTS), ("_behind", How.ENDS)):

    @phrase("stmt", f"<text_affix> {_place} (every|each|all|any) <cell>", cost=0.05)
    @phrase("stmt", f"there must be <text_affix> {_place} (every|each|all) <cell>", cost=0.05)
    def affixed(text: str, subject: Value, how: How = _how) -> Statement:
        """+1 in front of every phone."""
        return rule(about(_form(how, text), subject), subject=subject)

    @phrase("feature", f"<text_affix> {_place} [its|their] <cell>", cost=0.15)
    def affix_of(text: str, subject: Value, how: How = _how) -> Predicate:
        """A slash at the end of their code."""
        return about(_form(how, text), subject)


for _words, _how in (
    ("in front|at the front|at the beginning|at the start|as prefix|as a prefix", How.STARTS),
    ("behind|at the end|at the back|as suffix|as a suffix", How.ENDS),
):

    @phrase("them_feature", f"<text_affix> ({_words})", cost=0.05)
    def affix_of_them(text: str, how: How = _how) -> Predicate:
        """A dot at the end."""
        return _form(how, text)


@phrase("verb", "(be|is|are) (prefixed|preceded) (by|with) <text_affix>", cost=0.05)
@phrase("adj", "(prefixed|preceded) (by|with) <text_affix>", cost=0.05)
def prefixed(text: str) -> Predicate:
    """Prefixed with CH-."""
    return _form(How.STARTS, text)


@phrase("adj", "followed by <sign_mark> at the end", cost=0.05)
def suffixed(text: str) -> Predicate:
    """Followed by a dot at the end."""
    return _form(How.ENDS, text)
