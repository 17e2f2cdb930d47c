"""Phrases for several claims about one column in one sentence: be so, begin so, and end so."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()

# Lists of claims ----------------------------------------------------------------------------------


@phrase("said_part", "be <adj>", "<verb>")
def said_part(told: Predicate) -> Predicate:
    """Be thirteen digits; begin with 978."""
    return told


@phrase("denied_part", "not <verb>", "not be <adj>", "never <verb>", "never be <adj>")
def denied_part(told: Predicate) -> Predicate:
    """Not contain a blank."""
    return not_(told)


@phrase("said_parts", "<said_part> , <said_part>", "<said_parts> , <said_part>")
def said_parts(left: Predicate, right: Predicate) -> Predicate:
    """Be thirteen digits, begin with 978."""
    return all_of(left, right)


@phrase(
    "duty",
    "_must <said_parts> [,] and (<said_part>|<denied_part>)",
    "_must <said_part> , and (<said_part>|<denied_part>)",
    cost=0.05,
)
@phrase("duty", "_must <said_parts> [,] (but|and) [also] (<said_part>|<denied_part>)", cost=0.05)
def several_duties(left: Predicate, right: Predicate) -> Predicate:
    """Must be thirteen digits, begin with 978 or 979, and end in 5."""
    return all_of(left, right)


phrase.words(
    "_no_such_value",
    "none of them | none of these | none | no one of them | no such value | not one of them | not a single one",
)


@phrase("duty", "<duty> [,] (and|but) _no_such_value _may <verb>", cost=0.05)
@phrase("duty", "<duty> [,] (and|but) _no_such_value _may be <adj>", cost=0.05)
@phrase("vp", "<vp> [,] (and|but) _no_such_value _may be <adj>", cost=0.05)
@phrase("vp", "<vp> [,] (and|but) _no_such_value _may <verb>", cost=0.05)
def and_none(told: Predicate, taboo: Predicate) -> Predicate:
    """Must start with https:// and none of them may contain a space."""
    return all_of(told, not_(taboo))


@phrase("stmt", "no <expr> _may <said_part> or <said_part>", cost=0.1)
@phrase("stmt", "no <expr> _may <said_part> , <said_part> or <said_part>", cost=0.1)
def no_value_may(subject: Value, *told: Predicate) -> Statement:
    """No address may contain a blank or end with a dot."""
    return rule(all_of(*(not_(about(part, subject)) for part in told)), subject=subject)


phrase.words("_it_also", "it | they | each | each of them | all of them | every one of them | all")


@phrase("duty", "<duty> [,] (and|but) _it_also <duty>", "<duty> ; _it_also <duty>", cost=0.1)
def and_it(told: Predicate, other: Predicate) -> Predicate:
    """Must have five digits and it must not begin with 0."""
    return all_of(told, other)


@phrase("stmt", "<expr> (is|are) either <adj> or <verb>", cost=0.1)
@phrase("stmt", "<expr> _must either be <adj> or <verb>", "<expr> _must be either <adj> or <verb>")
@phrase("stmt", "<expr> [either] <verb> or (is|are) <adj>", cost=0.3)
def either_or(subject: Value, one: Predicate, other: Predicate) -> Statement:
    """Is either a whole number or ends in .5."""
    return rule(about(any_of(one, other), subject), subject=subject)


# Where it is given --------------------------------------------------------------------------------

phrase.words(
    "_that_is_there",
    "(that|which) (is|are|was|were) (given|filled|filled in|there|known|present|recorded|stated|entered|not "
    "empty|not blank|on file|available|set|not missing|specified|provided)",
)


@phrase("stmt", "_each <expr> _that_is_there <duty>", "<expr> _that_is_there <duty>", cost=0.02)
@phrase("stmt", "_each <expr> _that_is_there <vp>", "<expr> _that_is_there <vp>", cost=0.3)
@phrase(
    "stmt", "_each <expr> , (if|when|where) (given|filled|filled in|present|there) , <vp>", cost=0.3
)
@phrase("stmt", "<expr> , (if|when|where) (given|filled|filled in|present|there) , <vp>", cost=0.3)
def where_given(subject: Value, told: Predicate) -> Statement | None:
    """Every IBAN that is given must be valid."""
    if any(isinstance(part, Missing) for part in walk(told)):
        return None
    return rule(about(told, subject), where=not_(Missing(of=subject)), subject=subject)


for _words, _how in (
    ("(starting|beginning) (with|in)", How.STARTS),
    ("ending (with|in)", How.ENDS),
    ("containing", How.CONTAINS),
):

    @phrase("of_such_text", f"{_words} [an|a|the] (<text_value>|<sign_mark>)")
    def of_such_text(text: Constant | str, how: How = _how) -> Predicate:
        """IBANs starting with DE: the gerund stands for "that start with"."""
        return _form(how, text if isinstance(text, str) else str(text.value))


@phrase("of_such_text", "[those] (that|which) <verb>")
def of_those_that(chosen: Predicate) -> Predicate | None:
    """German IBANs (those that start with DE)."""
    return chosen if _is_of_text(chosen) else None


# Of those that … --------------------------------------------------------------------------------


@phrase(
    "stmt", "_each <cell> (that|which) <verb> <duty>", "<cell> (that|which) <verb> <duty>", cost=0.1
)
@phrase("stmt", "(a|an|any) <cell> (that|which) <verb> <duty>", cost=0.1)
@phrase("stmt", "(a|an|any) <cell> (that|which) <verb> <vp>", cost=0.3)
@phrase("stmt", "(a|an|any) <cell> (that|which) _be <adj> <duty>", cost=0.15)
@phrase(
    "stmt",
    "[_each|a|an|any] <cell> <of_such_text> <duty>",
    r"[_each|a|an|any] [_coined] <cell> \( <of_such_text> \) <duty>",
    cost=0.1,
)
@phrase(
    "stmt",
    "[_each|a|an|any] <cell> <of_such_text> <vp>",
    r"[_each|a|an|any] [_coined] <cell> \( <of_such_text> \) <vp>",
    cost=0.3,
)
def of_such_values(subject: Value, chosen: Predicate, told: Predicate) -> Statement | None:
    """An IBAN that starts with DE must have 22 characters."""
    if not isinstance(subject, Cell) or not (_is_of_text(chosen) and _is_of_text(told)):
        return None
    return rule(about(told, subject), where=about(chosen, subject), subject=subject)


@phrase("stmt", "_flag [_each] <cell> <of_such_text> (that|which) <vp>", cost=0.1)
def wrong_such_values(subject: Value, chosen: Predicate, told: Predicate) -> Statement | None:
    """Flag IBANs starting with DE that do not have 22 characters."""
    return of_such_values(subject, chosen, not_(told))


def _is_of_text(told: Predicate) -> bool:
    """Whether a phrase speaks of how a value is written, not of the rows that it names."""
    match told:
        case All() | Any():
            return all(map(_is_of_text, told.parts))
        case Not():
            return _is_of_text(told.part)
        case Compare():
            return told.left == LENGTH
        case _:
            return isinstance(told, Matches)
