"""Phrases for codes that stand in an official list: it holds one of the two-letter state codes."""

from __future__ import annotations

from backend.planner.offline.own_formats import EXISTING
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.form import Listed
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import Constant, How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about

phrase = Phrases()

phrase.words(
    "_from_the_list",
    "official | known | existing | recognised | recognized | actual | genuine | current",
)


@phrase(
    "verb",
    "(hold|holds|carry|carries|has|have|show|shows) one of _from_the_list <format>",
    "(hold|holds|carry|carries) [_from_the_list] <format>",
    cost=0.02,
)
@phrase("adj", "one of _from_the_list <format>", cost=0.02)
def one_of_list(name: str) -> Predicate | None:
    """Holds one of the official two-letter codes of the 50 US states."""
    return _form(How.FORMAT, name) if isinstance(FORMATS[name].form, Listed) else None


# What there is no such thing of ------------------------------------------------------------------

phrase.words("_not_in_being", "(do|does) not [really|actually] exist | (are|is) not real")


@phrase("stmt", "_flag [_each] <cell> (that|which) _not_in_being [_in_its_list]", cost=-0.6)
def none_there_is(of: Value) -> Statement:
    """Flag time zones that do not exist: those of no list, and never those that are missing."""
    return rule(about(_form(How.FORMAT, EXISTING), of), subject=of)


phrase.words("_in_its_list", "in the [official] IANA [time zone|tz|zone] (database|list|registry)")


@phrase("verb", "(belong|belongs) to the [<number>] <format>", cost=0.02)
@phrase("adj", "(among|one of) the <number> <format>", cost=0.02)
def among_the_listed(*parts: Constant | str) -> Predicate | None:
    """Belongs to the seven continents: to as many as there are."""
    name = next(part for part in parts if isinstance(part, str))
    form = FORMATS[name].form
    told = [part.value for part in parts if isinstance(part, Constant)]
    if not isinstance(form, Listed) or (told and (name, *told) != ("continent", 7)):
        return None
    return _form(How.FORMAT, name)
