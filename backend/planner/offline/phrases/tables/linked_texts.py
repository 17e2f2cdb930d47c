"""Phrases for one of several pieces within a text: 'Street' or 'Lane' in it, the title 'Dr.' or 'Prof.'.

A title is a word of its own: 'Dr' is not in 'Drew'.
"""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.forms_texts import whole_word
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Predicate, Reads, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()

Parts = tuple[str, ...]

# One of several pieces ----------------------------------------------------------------------------


def _contains(text: str) -> Predicate:
    return _form(How.CONTAINS, text)


phrase.words("_one_of_parts", "either | one of | any of | at least one of")


@phrase("them_feature", "[_one_of_parts] <or_parts> _in_the_text", cost=0.01)
def one_in_it(found: Parts) -> Predicate:
    """'Street' or 'Lane' in it."""
    return any_of(*map(_contains, found))


@phrase("them_feature", "[both] <and_parts> _in_the_text", cost=0.01)
def all_in_it(found: Parts) -> Predicate:
    """'Street' and 'Lane' in it."""
    return all_of(*map(_contains, found))


@phrase("verb", "(have|has) neither <part> nor <part> _in_the_text", cost=0.01)
@phrase("verb", "(have|has) (no|none of) <or_parts> _in_the_text", cost=0.01)
def none_in_it(*found: str | Parts) -> Predicate:
    """Has neither 'Street' nor 'Lane' in it."""
    texts = found[0] if isinstance(found[0], tuple) else found
    return all_of(*(not_(_contains(str(text))) for text in texts))


@phrase("or_texts", "<text> [,] or <text>", "<text> , <text> [,] or <text>")
@phrase("or_texts", "<text> , <text> , <text> [,] or <text>")
def or_texts(*found: Constant) -> Parts:
    """'Street', 'Road' or 'Lane'."""
    return tuple(str(text.value) for text in found)


@phrase(
    "feature",
    "[_one_of_parts] <or_texts> (inside|within|anywhere in|somewhere in) [its|their|his|her|the] <cell>",
)
def one_within(found: Parts, subject: Value) -> Predicate:
    """'Street' or 'Lane' anywhere in their address."""
    return any_of(*(about(_contains(text), subject) for text in found))


# Titles -------------------------------------------------------------------------------------------

phrase.words(
    "_a_title",
    "the title | the titles | a title | title | the salutation | salutation | the form of address | the honorific | "
    "one of the titles | either the title | the abbreviation | the abbreviations",
)
phrase.words(
    "_wears",
    "have | has | bear | bears | carry | carries | contain | contains | show | shows | use",
)


def _titled(text: str) -> Predicate | None:
    """The title as a word of its own; one with a full stop ends with it."""
    is_ended = re.fullmatch(r"\w[\w -]*\.", text) is not None
    return _contains(text) if is_ended else whole_word(Constant(value=text, reads=Reads.TEXT))


@phrase("titled", "_a_title <text>", "_a_title [:] [either] <or_texts>")
def titled(found: Constant | Parts) -> Predicate | None:
    """The title 'Dr.' or 'Prof.'."""
    texts = (str(found.value),) if isinstance(found, Constant) else found
    told = [_titled(text) for text in texts]
    known = [each for each in told if each is not None]
    return any_of(*known) if len(known) == len(told) else None


@phrase("verb", "_wears <titled> [_in_the_text]", cost=-0.3)
def bears_title(told: Predicate) -> Predicate:
    """Has the title 'Dr.' or 'Prof.'."""
    return told


@phrase("them_feature", "<titled> [_in_the_text]", cost=0.01)
def title_of_them(told: Predicate) -> Predicate:
    """With the title 'Dr.'."""
    return told


@phrase("feature", "<titled> (in|inside|within) [its|their|his|her|the] <cell>", cost=-0.3)
def title_within(told: Predicate, subject: Value) -> Predicate:
    """The title 'Dr.' in their name."""
    return about(told, subject)


# What rows with such a value are ------------------------------------------------------------------


@phrase("stmt", "(a|an|any|every|each) <such_value> _must <rowvp>", cost=0.15)
def such_rows_must(such: SuchValue, told: Predicate) -> Statement:
    """A name with the title 'Mrs.' must have sex female: the row whose name it is."""
    return rule(told, where=about(such.told, such.of), subject=such.of)


@phrase("stmt", "(a|an|any|every|each) <such_value> _must_not <rowvp>", cost=0.15)
@phrase("stmt", "(a|an|any|every|each) <such_value> _must not <rowvp>", cost=0.15)
def such_rows_must_not(such: SuchValue, told: Predicate) -> Statement:
    """A name with the title 'Mrs.' must not have sex male."""
    return rule(not_(told), where=about(such.told, such.of), subject=such.of)
