"""Phrases for a form that a text holds somewhere: a number in it, told as digits, dash and digits.

"Contains a digit, a dash and a letter" may be told in any order. Where the same kind of sign comes
twice with another between, only the order makes sense.
"""

from __future__ import annotations

from itertools import pairwise

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, any_of, not_

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]
_ANY = "(?s:.*)"

phrase.words(
    "_in_there", "in (it|them|there) | inside [of] (it|them) | within (it|them) | somewhere"
)


@phrase("held_form", "<pieces>")
def held_form(pieces: Pieces) -> Predicate | None:
    """Three digits, a dash, two digits, a dash and four digits."""
    kinds = [regex.partition("{")[0] for regex, kind in pieces if kind == "class"]
    is_turned = all(one[1] != other[1] for one, other in pairwise(pieces))
    if len(kinds) < 2 or len({*kinds}) == len(kinds) or not is_turned:
        return None
    return _form(How.PATTERN, f"{_ANY}{''.join(regex for regex, _ in pieces)}{_ANY}")


# Called by a name of its own, and then told -------------------------------------------------------

phrase.words(
    "_thing_named",
    "number | code | date | id | reference | key | address | amount | name | numbers | codes | dates | link | links | "
    "year | time | word | tag | label | price | unit | title | part | line | web | bank",
)


@phrase("thing_called", "_thing_named", "<bare>", cost=0.1)
@phrase("thing_called", "(<bare>|_thing_named) <thing_called>", cost=0.1)
def thing_called(*_: object) -> bool:
    """A ferry number: the form that is told says what it is."""
    return True


@phrase("called_form", r"[a|an|any] <thing_called> [_in_there] \( [i.e.|that is] <held_form> \)")
@phrase("called_form", r"[a|an|any] <thing_called> \( [i.e.|that is] <held_form> \) [_in_there]")
@phrase(
    "called_form",
    "[a|an|any] <thing_called> [_in_there] [,] (i.e.|that is|that are|written as|in the form|of the form) [,] <held_form>",
)
def called_form(_: bool, told: Predicate) -> Predicate:
    """A ferry number (two digits, dash, one digit)."""
    return told


@phrase("called_sign", r"[a|an|any] <thing_called> \( [i.e.] <or_list> \)")
@phrase("called_form", r"[a|an|any] <thing_called> _in_there \( [i.e.] <or_list> \)")
@phrase("called_form", r"[a|an|any] <thing_called> \( [i.e.] <or_list> \) _in_there")
def called_texts(_: bool, listed: tuple[Constant, ...]) -> Predicate:
    """A web link (http:// or https://) in it."""
    return any_of(*(_form(How.CONTAINS, str(each.value)) for each in listed))


@phrase("called_form", "<held_form> [_in_there]", cost=0.05)
def plain_form(told: Predicate) -> Predicate:
    """Three digits, a dash and four digits in them."""
    return told


@phrase("verb", "(have|has) <held_form>", cost=-0.25)
def is_of_form(told: Predicate) -> Predicate | None:
    """Has three digits, a dash and four digits: and no more, where no "in it" is said."""
    if not isinstance(told, Matches):
        return None
    return _form(How.PATTERN, told.text.removeprefix(_ANY).removesuffix(_ANY))


# What holds it ------------------------------------------------------------------------------------


@phrase("verb", "(contain|contains|include|includes) (<called_form>|<called_sign>)", cost=0.05)
@phrase("verb", "(have|has|hold|holds) <called_form> _in_there", cost=-0.65)
@phrase("them_feature", "<called_form>", cost=0.05)
def holds_form(told: Predicate) -> Predicate:
    """Contains three digits, a dash, two digits, a dash and four digits."""
    return told


@phrase("verb", "(contain|contains|include|includes) no (<called_form>|<called_sign>)", cost=0.05)
@phrase("verb", "(have|has) no <called_form> _in_there", cost=0.05)
def holds_no_form(told: Predicate) -> Predicate:
    """Contains no ferry number (two digits, dash, one digit)."""
    return not_(told)
