"""Phrases for blanks, whole words and kinds of signs in a text, and for what defines a format."""

from __future__ import annotations

import re
from collections.abc import Callable

from backend.planner.offline.phrases.formats.contents import has_double_blanks, has_no_class
from backend.planner.offline.phrases.formats.texts import _form, lower, untrimmed, upper
from backend.planner.offline.phrases.remarks.glosses import _as_written, options_of
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import IT, Phrases, Statement, about, any_of, not_, one_of

phrase = Phrases()

# Blanks -------------------------------------------------------------------------------------------

phrase.words(
    "_blank_sign", "space | spaces | blank | blanks | whitespace | blank space | blank spaces"
)
phrase.words(
    "_on_either_end",
    "in front or behind | in front or at the end | before or after [it] | at (either|any) end | at the ends | "
    "at the beginning or [at] the end | at the start or [at] the end | at the front or [at] the back | at the "
    "edges | around it | outside | in front and behind | at the beginning and [at] the end | at the start and "
    "[at] the end | at both ends | in front nor behind | before and after | in front of it or behind it",
)
phrase.words(
    "_double",
    "double | doubled | consecutive | multiple | repeated | two (successive|consecutive|adjacent)",
)


@phrase(
    "blank_fault",
    "(leading or trailing|leading and trailing|outer|surrounding|trailing or leading) _blank_sign",
)
@phrase("blank_fault", "_blank_sign _on_either_end")
def outer_blanks() -> Predicate:
    """A blank in front or behind."""
    return untrimmed()


@phrase(
    "blank_fault", "_double _blank_sign [inside|within|in between|in it|in the middle|anywhere]"
)
@phrase(
    "blank_fault",
    "two _blank_sign (in a row|next to each other|one after the other|side by side|together)",
)
def double_blanks() -> Predicate:
    """Double blanks inside."""
    return has_double_blanks()


@phrase("blank_faults", "[a|any] <blank_fault>")
def one_fault(told: Predicate) -> Predicate:
    """Double blanks."""
    return told


@phrase("blank_faults", "<blank_faults> (or|,|nor|, or|and|, and) [no|any|a] <blank_fault>")
def more_faults(told: Predicate, other: Predicate) -> Predicate:
    """A blank in front or behind, or double blanks."""
    return any_of(told, other)


@phrase("adj", "no <blank_faults>", "without <blank_faults>", "free of <blank_faults>", cost=0.02)
@phrase("verb", "(have|has|contain|contains|show|shows) no <blank_faults>", cost=0.02)
def no_blank_fault(told: Predicate) -> Predicate:
    """No blank in front or behind, no double blanks inside."""
    return not_(told)


@phrase("verb", "(have|has|contain|contains|show|shows) <blank_faults>", cost=0.02)
def blank_fault(told: Predicate) -> Predicate:
    """Has a blank in front or behind."""
    return told


@phrase(
    "stmt",
    "<cell> (-|–|:|,) no <blank_faults>",
    "<cell> (-|–|:|,) without <blank_faults>",
    cost=0.0,
)
def cell_without_fault(of: Value, told: Predicate) -> Statement:
    """Trainer: no blank in front or behind."""
    return rule(not_(about(told, of)), subject=of)


# Whole words --------------------------------------------------------------------------------------

phrase.words(
    "_as_whole_word", "as a (whole|full|separate|complete) word | as a word of its own | as a word"
)


@phrase(
    "verb",
    "(contain|contains|include|includes|have|has|mention|mentions) [the word] <any_text> _as_whole_word",
    cost=0.0,
)
@phrase(
    "verb",
    "(contain|contains|include|includes|have|has|mention|mentions) [the] (whole|full|separate) word <any_text>",
    cost=0.0,
)
@phrase("adj", "with <any_text> _as_whole_word", cost=0.0)
def whole_word(text: Constant) -> Predicate | None:
    """Contains 'Light' as a whole word: no letter, digit or underscore stands beside it."""
    written = str(text.value)
    if re.fullmatch(r"\w+(?:[ -]\w+)*", written) is None:
        return None
    word = re.escape(written).replace(r"\ ", " ").replace(r"\-", "-")
    return _form(How.PATTERN, rf"(?s:.*\W)?{word}(?s:\W.*)?")


for _verb, _regex in (
    ("(start|starts|begin|begins|starting|beginning)", r"{}(?s:\W.*)?"), ("(end|ends|ending)", r"(?s:.*\W)?{}"),
):  # fmt: skip

    @phrase("verb", f"{_verb} with [the] [whole|full|separate] word <any_text>", cost=-0.4)
    def word_at_end(text: Constant, regex: str = _regex) -> Predicate | None:
        """Begins with the word 'The': "Them" begins with another one."""
        written = str(text.value)
        plain = re.fullmatch(r"\w+(?:[ -]\w+)*", written)
        word = re.escape(written).replace(r"\ ", " ").replace(r"\-", "-")
        return None if plain is None else _form(How.PATTERN, regex.format(word))


@phrase("rel", "with <any_text> _as_whole_word in [its|their|the] <cell>", cost=0.0)
def whole_word_in(text: Constant, of: Value) -> Predicate | None:
    """Any beer with 'Light' as a whole word in its style."""
    told = whole_word(text)
    return None if told is None else about(told, of)


# Letter case ----------------------------------------------------------------------------------------


@phrase(
    "adj",
    "in all lower case",
    "all in (lower case|small letters|lowercase)",
    "in all (small letters|lowercase)",
    "all small letters",
    "lower case throughout",
    cost=0.02,
)
def all_lower() -> Predicate:
    """All in lower case."""
    return lower()


@phrase(
    "adj",
    "in all upper case",
    "all in (upper case|capitals|uppercase|capital letters)",
    "in all (capitals|uppercase|capital letters)",
    "all capitals",
    "upper case throughout",
    cost=0.02,
)
def all_upper() -> Predicate:
    """All in capitals."""
    return upper()


@phrase("stmt", "<cell> (-|–) no <char_class>", cost=0.02)
def cell_without_class(of: Value, regex: str) -> Statement:
    """Host - no capital letters."""
    return rule(about(has_no_class(regex), of), subject=of)


@phrase("stmt", "<cell> (-|–) <adj>", cost=0.35)
def cell_dash(of: Value, told: Predicate) -> Statement | None:
    """Term - plain ASCII characters: of a form alone, for a dash may also be a minus."""
    is_form = isinstance(told, Matches) and told.how in (How.FORMAT, How.PATTERN)
    return rule(about(told, of), subject=of) if is_form else None


# Exactly so -----------------------------------------------------------------------------------------

phrase.words(
    "_just_like_that",
    "(written|spelled|spelt|typed|given|put) [exactly|precisely|just] (like that|like this|so|this way|that way|as "
    "shown|as here|as given|as listed|as above|as follows) | exactly (like that|so|as shown|as listed|as written) | in "
    "exactly this spelling | in this very spelling | spelled exactly as here",
)


@phrase(
    "adj", "(written|spelled|spelt|typed|given) exactly (as|like) (<or_list>|<any_list>)", cost=0.0
)
def exactly_as(options: tuple[Constant, ...]) -> Predicate:
    """Written exactly as wheat, maize or rye: capitals count."""
    return one_of(IT, tuple(each.model_copy(update={"unquoted": False}) for each in options))


@phrase("adj", "<adj> [,] _just_like_that", cost=0.02)
def just_like_that(told: Predicate) -> Predicate | None:
    """One of dog, cat and rabbit, written exactly like that."""
    return rewrite(told, _as_written) if options_of(told) else None


@phrase(
    "adj", "<adj> [,] _just_like_that [,] [all] in (lower case|small letters|lowercase)", cost=-0.4
)
@phrase(
    "adj", "<adj> [,] [all|always] [written] in (lower case|small letters|lowercase)", cost=-0.4
)
def exactly_in_lower(told: Predicate) -> Predicate | None:
    """Written exactly like that, in lower case: the listed values are so."""
    return _in_case(told, str.islower)


@phrase("adj", "<adj> [,] _just_like_that [,] [all] in (upper case|capitals|uppercase)", cost=-0.4)
@phrase("adj", "<adj> , [all|always] [written] in (upper case|capitals|uppercase)", cost=-0.4)
def exactly_in_upper(told: Predicate) -> Predicate | None:
    """Written exactly like that, in capitals."""
    return _in_case(told, str.isupper)


def _in_case(told: Predicate, is_so: Callable[[str], bool]) -> Predicate | None:
    options = options_of(told)
    fits = bool(options) and all(is_so(str(each.value)) for each in options)
    return rewrite(told, _as_written) if fits else None


@phrase("adj", "plain (number|numbers)", "(bare|pure|simple) (number|numbers)", cost=0.0)
def plain_number() -> Predicate:
    """A plain number."""
    return _form(How.FORMAT, "number")
