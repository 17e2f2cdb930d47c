"""Phrases for what defines a format: a hashtag, that is a # and then only letters or digits."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.kinds import char_class_of
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.terms import How, Matches, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, all_of

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]

phrase.words(
    "_defined_as",
    "i.e. | that is | that is to say | in other words | meaning | namely | which is | which means | so",
)
_OF_SHAPE = (
    "hashtag",
    "uuid",
    "mac",
    "hex_colour",
    "md5",
    "sha1",
    "sha256",
    "semantic_version",
    "slug",
    "ipv4",
    "hex",
    "time_24h",
    "twitter_handle",
)


@phrase(
    "adj",
    "[_valid] <format> [,|:|;|-|–] _defined_as [,] [a|an] <pieces> [, at least one [of them]]",
    cost=-0.2,
)
@phrase("adj", r"[_valid] <format> \( [_defined_as] [,] [a|an] <pieces> \)", cost=-0.2)
@phrase(
    "adj", r"[_valid] <format> \( [_defined_as] [,] [a|an] <pieces> [,] _either_case \)", cost=-0.2
)
def defined(name: str, pieces: Pieces) -> Predicate | None:
    """A hashtag, that is a # and then letters: the format, as the sentence makes it out."""
    if name not in _OF_SHAPE and name not in IDENTIFIERS:
        return None
    if all(kind == "mark" for _, kind in pieces):
        return None
    made = _form(How.PATTERN, "".join(regex for regex, _ in pieces))
    return all_of(_form(How.FORMAT, name), made)


def _named_in(told: Predicate) -> bool:
    return any(isinstance(part, Matches) and part.text in _OF_SHAPE for part in walk(told))


@phrase("adj", r"<adj> \( [_defined_as] [,] [a|an] <pieces> \)", cost=0.0)
@phrase("adj", r"<adj> \( [_defined_as] [,] [a|an] <pieces> [,] _either_case \)", cost=0.0)
def defined_so(told: Predicate, pieces: Pieces) -> Predicate | None:
    """A UUID with its hyphens (8-4-4-4-12 hexadecimal digits)."""
    if not _named_in(told) or all(kind == "mark" for _, kind in pieces):
        return None
    return all_of(told, _form(How.PATTERN, "".join(regex for regex, _ in pieces)))


_OF_SIGNS = ("letters", "digits", "letters_digits", "ascii", "hex", "number", "whole_number")


@phrase("must_do", "_must hold [_valid] <format>", cost=0.1)
@phrase("must_do", "_must hold [_valid] <format> (that|which) <verb>", cost=0.02)
@phrase("must_do", "_must hold [_valid] <format> (that|which) (is|are) <adj>", cost=0.02)
def must_hold(name: str, *told: Predicate) -> Predicate | None:
    """Must hold a valid IPv4 address: what must not hold one may not contain any."""
    return None if name in _OF_SIGNS else format_that(name, *told)


@phrase("adj", "[_valid] <format> (that|which) <verb>", cost=0.05)
def format_that(name: str, *told: Predicate) -> Predicate:
    """An IPv4 address that belongs to 10.0.0.0/8."""
    return all_of(_form(How.FORMAT, name), *told)


@phrase(
    "pieces",
    "<pieces> (and|,|, and) then (only|just|nothing but) <kinds> [, at least one]",
    "<pieces> followed by (only|just|nothing but) <kinds> [, at least one]",
    cost=0.0,
)
def then_only(before: Pieces, found: tuple[str, ...]) -> Pieces:
    """A # and then only letters, digits or underscores."""
    return (*before, (f"{char_class_of(found)}+", "class"))
