"""Phrases for texts that are one thing or another, or hold a thing: a web address, a time alone."""

from __future__ import annotations

import re

from backend.planner.offline.equivalence import fits
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()

# One thing, or two others -------------------------------------------------------------------------


@phrase("said_both", "<said_part> and <said_part>", "both <said_part> and <said_part>", cost=0.02)
def said_both(one: Predicate, other: Predicate) -> Predicate:
    """Start with b and end with t."""
    return all_of(one, other)


@phrase("duty", "_must either <said_part> [,] or <said_part>", cost=0.05)
@phrase("duty", "_must [either] <said_part> , or [else] [both] <said_both>", cost=0.05)
@phrase("duty", "_must [either] <said_part> or [else] both <said_both>", cost=0.05)
@phrase("duty", "_must either [both] <said_both> , or [else] <said_part>", cost=0.05)
@phrase("duty", "_must [both] <said_both> , or else <said_part>", cost=0.05)
@phrase("vp", "either <verb> [,] or <verb>", cost=0.1)
def one_or_other(one: Predicate, other: Predicate) -> Predicate:
    """Must either contain an a, or start with b and end with t."""
    return any_of(one, other)


@phrase("vp", "[either] <verb> , or <verb> and <verb>", cost=0.1)
def one_or_two(one: Predicate, second: Predicate, third: Predicate) -> Predicate:
    """Either contains an a, or starts with b and ends with t."""
    return any_of(one, all_of(second, third))


# In this form -------------------------------------------------------------------------------------

phrase.words("_in_that_form", "in [the] (form|format|shape|layout|pattern|notation|style) [of]")


@phrase("stmt", "<cell> [:|,|-|–] [always|all] _in_that_form <layout>", cost=0.1)
@phrase("stmt", "(is|are) <cell> [always|all] _in_that_form <layout> [?]", cost=0.1)
def cell_in_form(of: Value, pattern: str) -> Statement:
    """Paid_on in the form MM/DD/YYYY."""
    return rule(about(_form(How.FORMAT, f"date {pattern}"), of), subject=of)


phrase.words(
    "_put_down_like",
    "[written|spelled|spelt|typed|given|entered|put down|stored|noted] [exactly|just|always] (like|in style of|as in)",
)
phrase.words("_form_of_it", "form | format | pattern | shape | structure | layout | style")


@phrase(
    "verb",
    "(have|has|follow|follows|match|matches) _form_of_it [of|like] <example> (:|,|;|-|–) [i.e.|that is] <adj>",
    cost=0.0,
)
@phrase("adj", "(of|in) _form_of_it [of|like] <example> (:|,|;|-|–) [i.e.|that is] <adj>", cost=0.0)
@phrase(
    "adj", "_put_down_like <example> (:|,|;|-|–) [i.e.|that is|i.e. ,|that is ,] <adj>", cost=0.0
)
@phrase("adj", r"_put_down_like <example> [,] \( [i.e.|that is] <adj> \)", cost=0.0)
def form_shown_and_told(shown: Constant, told: Predicate) -> Predicate | None:
    """Has the form AB-1234: two capital letters, a dash and four digits."""
    is_form = isinstance(told, Matches) and told.how in (How.PATTERN, How.FORMAT)
    return told if is_form and fits(told, shown) else None


# A time alone -------------------------------------------------------------------------------------

phrase.words(
    "_no_date_there",
    "[,] (with no|without [a|any]|and no|but no|not with [a|any]) (date|day|dates) [(in front of|before|ahead of|"
    "around|beside|in) it|in front|at all|there]",
)


@phrase("time_shown", "[a|the] <clock> (a.m.|a.m|p.m.|p.m)", cost=-0.1)
def dotted_time(_: object) -> str:
    """9:32 a.m."""
    return r"(1[0-2]|0?[1-9]):[0-5][0-9] [ap]\.m\."


@phrase("other_time", "[a|the] <clock>", cost=0.3)
def other_time(_: object) -> str:
    """14:30, beside a time of twelve hours."""
    return "(2[0-3]|[01]?[0-9]):[0-5][0-9]"


@phrase("times_shown", "<time_shown>", cost=0.0)
@phrase("times_shown", "<time_shown> (or|and) <time_shown>", cost=-0.5)
@phrase("times_shown", "<time_shown> (or|and) <other_time>", cost=-0.3)
@phrase("times_shown", "<other_time> (or|and) <time_shown>", cost=-0.3)
def times_shown(*found: str) -> str:
    """9:32 a.m. or 10:30 p.m."""
    kinds = tuple(dict.fromkeys(found))
    return f"({'|'.join(kinds)})" if len(kinds) > 1 else kinds[0]


@phrase(
    "adj",
    "(time|time of day|clock time) [only|alone|and nothing else] [,] _such_as <times_shown> [_no_date_there]",
    "(only|just|plain|simple|ordinary|normal|bare|nothing but) (time|time of day|clock time) [,] _such_as <times_shown> [_no_date_there]",
    r"(time|time of day) [only|alone] \( _such_as <times_shown> \) [_no_date_there]",
    cost=-0.3,
)
def time_alone(regex: str) -> Predicate:
    """A time only, such as 9:32 a.m., with no date in front of it."""
    return _form(How.PATTERN, regex)


# A web address in it ------------------------------------------------------------------------------

phrase.words(
    "_web_address",
    "web address | url | URL | link | web link | hyperlink | website address | http address",
)
phrase.words(
    "_beginning_with",
    "(beginning|starting) (with|in|by) | that (begins|starts) with | which (begins|starts) with",
)


@phrase("scheme", "<any_text>", cost=0.0)
def scheme(text: Constant) -> str | None:
    """https://: how a web address begins."""
    written = str(text.value)
    return re.escape(written) if re.fullmatch(r"(https?|ftp)://[\w.]*", written) else None


@phrase("schemes", "<scheme>", "[either] <scheme> or [with] <scheme>")
def schemes(*found: str) -> str:
    """http:// or https://."""
    return f"({'|'.join(found)})"


@phrase(
    "verb",
    "(contain|contains|include|includes|hold|holds|mention|mentions|have|has) [at least one] _web_address _beginning_with <schemes>",
    cost=0.0,
)
def holds_address(regex: str) -> Predicate:
    """Contains a web address beginning with http:// or https://."""
    return _form(How.PATTERN, rf"(?s:.*){regex}[^\s](?s:.*)")


@phrase(
    "verb",
    "(contain|contains|include|includes|hold|holds|mention|mentions|have|has) [a|an|any] _web_address [,] (that is|i.e.|meaning) [,] <schemes>",
    cost=0.0,
)
def holds_scheme(regex: str) -> Predicate:
    """Contains a link, that is http:// or https://."""
    return _form(How.PATTERN, rf"(?s:.*){regex}(?s:.*)")


@phrase("adj", "[_valid] <format> _beginning_with <schemes>", cost=-0.1)
def address_with(name: str, regex: str) -> Predicate | None:
    """A web address beginning with https://."""
    if name not in ("url", "web_url", "uri"):
        return None
    return all_of(_form(How.FORMAT, name), _form(How.PATTERN, rf"{regex}(?s:.*)"))


@phrase("duty", "_must_not (start|begin) with <scheme> but with <scheme>", cost=0.0)
def not_so_but_so(one: str, other: str) -> Predicate:
    """Must not begin with http:// but with https://."""
    taboo = not_(_form(How.PATTERN, rf"{one}(?s:.*)"))
    return all_of(taboo, _form(How.PATTERN, rf"{other}(?s:.*)"))
