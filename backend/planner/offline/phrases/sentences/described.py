"""Phrases for how a text is made: what stands before a sign, numbers between dots, check digits."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.contents import has_class
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()
_ANY = "(?s:.*)"
_SOME = "{1,}"


# Before and after a sign ----------------------------------------------------------------------


@phrase("placed_class", "<char_class>")
@phrase("listed_class", "<char_class>")
def of_class(regex: str) -> str:
    """A digit, a letter."""
    return regex


@phrase("placed_class", "character", "characters", "char", "chars", "something", cost=0.05)
def any_character() -> str:
    """Any character."""
    return "(?s:.)"


for _words, _signs in (
    ("at least|no fewer than|a minimum of", "{%d,}"), ("exactly|", "{%d}"),
    ("at most|no more than|up to", "{0,%d}"),
):  # fmt: skip
    for _word in _words.split("|"):

        @phrase("so_many", f"{_word} <number> <placed_class>".strip())
        def so_many(count: Constant, regex: str, signs: str = _signs) -> tuple[str, str] | None:
            """At least one character: the class and how often."""
            return (regex, signs % count.value) if isinstance(count.value, int) else None


@phrase("so_many", "[a|an|some] <placed_class>")
def some(regex: str) -> tuple[str, str]:
    """A letter."""
    return (regex, _SOME)


@phrase("placed", "<so_many> before <part>")
def placed_before(many: tuple[str, str], part: str) -> Predicate:
    """At least one character before the @: before the first one, and there is one."""
    free = "" if many[0] == "(?s:.)" else _free_of(part)
    regex = _apart_from(many[0], part) + _so_often(many, free)
    return _form(How.PATTERN, f"{free}{regex}{re.escape(part)}{_ANY}")


@phrase("placed", "<so_many> after <part>")
def placed_after(many: tuple[str, str], part: str) -> Predicate:
    """At least two letters after the last dot, and there is one."""
    free = "" if many[0] == "(?s:.)" else _free_of(part)
    before = free if many[1] == _SOME else ""
    regex = before + _apart_from(many[0], part) + _so_often(many, "")
    return _form(How.PATTERN, f"{_ANY}{re.escape(part)}{regex}{free}")


def _so_often(many: tuple[str, str], free: str) -> str:
    """How often a class is there; some of it may stand anywhere on that side of the sign."""
    is_any = many[1] == _SOME and many[0] != "(?s:.)"
    return free if is_any else many[1]


def _free_of(part: str) -> str:
    """Any text without a sign; of a longer part, any text."""
    return f"[^{re.escape(part)}]*" if len(part) == 1 else _ANY


def _apart_from(regex: str, part: str) -> str:
    """One of a class; "any character" is any but the sign that it stands beside."""
    return f"[^{re.escape(part)}]" if regex == "(?s:.)" and len(part) == 1 else regex


@phrase("verb", "(have|has|contain|contains) <placed>")
@phrase("feature_of_text", "<placed>")
def with_placed(told: Predicate) -> Predicate:
    """Has at least one character before the @."""
    return told


@phrase(
    "stmt",
    "in [every|each|all] <cell> [values] there _must be <placed>",
    "there _must be <placed> in [every|each|all] <cell> [value]",
    cost=0.02,
)
def placed_in(*parts: Any) -> Statement:
    """In mail there must be at least one character before the @."""
    subject = next(part for part in parts if not hasattr(part, "how"))
    told = next(part for part in parts if hasattr(part, "how"))
    return rule(about(told, subject), subject=subject)


@phrase("feature", "<cell> (on file|on record|in place)", cost=0.02)
def on_file(subject: Value) -> Predicate:
    """Has an e-mail on file."""
    return not_(Missing.model_validate({"of": subject}))


# Numbers between dots -------------------------------------------------------------------------


@phrase(
    "adj",
    "[made of|made up of|written as] <number> numbers (from|between) <number> (to|and) <number> (separated|joined|divided) by dots",
    "<number> dot-separated numbers (from|between) <number> (to|and) <number>",
)
@phrase(
    "verb",
    "(consist|consists) of <number> numbers (from|between) <number> (to|and) <number> (separated|joined) by dots",
)
def dotted_numbers(count: Constant, low: Constant, high: Constant) -> Predicate | None:
    """Four numbers from 0 to 255 separated by dots: an IPv4 address."""
    numbers = (count.value, low.value, high.value)
    return _form(How.FORMAT, "ipv4") if numbers == (4, 0, 255) else None


@phrase(
    "verb", "(look|looks) like <bare>", "(have|has) [the] (form|format|shape) <bare>", cost=0.05
)
@phrase("adj", "[of] [the] (form|format|shape) <bare>", "written (like|as) <bare>", cost=0.05)
def like_a_template(template: Constant) -> Predicate | None:
    """Look like name@domain.tld: words in place of the parts of an e-mail address."""
    is_mail = re.fullmatch(
        r"(name|user|someone|local|me|you|x|username|mailbox)@(domain|host|example|server|y|site)"
        r"\.(tld|com|org|net|ext|z|xx|domain)",
        str(template.value).lower(),
    )
    return _form(How.FORMAT, "email") if is_mail else None


# Kinds of characters --------------------------------------------------------------------------


@phrase("class_list", "[a|an] <listed_class> (or|nor) [a|an] <listed_class>")
def class_list(*found: str) -> tuple[str, ...]:
    """Digits or letters."""
    return found


@phrase("class_list", "<listed_class> , <listed_class> (or|, or) <listed_class>")
def class_list_of_three(*found: str) -> tuple[str, ...]:
    """Digits, letters or spaces."""
    return found


for _name, _regex in (
    ("underscore", "_"), ("space", " "), ("blank", " "), ("hyphen", "-"), ("dash", "-"),
    ("comma", ","), ("dot", r"\."), ("slash", "/"), ("apostrophe", "'"),
):  # fmt: skip
    _plural = f"{_name}es" if _name.endswith(("sh", "ss")) else f"{_name}s"
    phrase("listed_class", _plural, f"{_name} characters")(lambda regex=_regex: regex)


@phrase("verb", "(contain|contains|have|has|include|includes) [any|either] <class_list>")
def has_any_class(found: tuple[str, ...]) -> Predicate:
    """Contains digits or underscores."""
    return any_of(*(has_class(regex) for regex in found))


@phrase("verb", "(contain|contains|have|has|include|includes) no <class_list>")
@phrase("adj", "free of <class_list>")
def has_no_class_of(found: tuple[str, ...]) -> Predicate:
    """Contains no digits or underscores."""
    return all_of(*(not_(has_class(regex)) for regex in found))


# Blanks on one side ---------------------------------------------------------------------------

for _words, _how in (("leading", How.STARTS), ("trailing", How.ENDS)):
    _blanks = f"{_words} (spaces|blanks|whitespace|space|blank)"
    phrase("verb", f"(have|has|contain|contains) [any|a] {_blanks}")(
        lambda how=_how: _form(how, " ")
    )
    phrase("nothing_of", _blanks)(lambda how=_how: _form(how, " "))
    phrase("verb", f"(have|has|contain|contains) no {_blanks}")(
        lambda how=_how: not_(_form(how, " "))
    )


# Check digits ---------------------------------------------------------------------------------


@phrase(
    "verb",
    "(pass|passes) [its|their|the] check (digit|digits|sum)",
    "(pass|passes) [its|their|the] (checksum|check-digit) [test|validation|check]",
    "(have|has|carry|carries) [a|the] (correct|valid|right|proper) check (digit|digits|sum)",
    "(have|has) (correct|valid|right|proper) check (digits|sums)",
)
def passes_check() -> Predicate:
    """Has a correct check digit: of the format that the column is named after."""
    return _form(How.FORMAT, "own")


# Read as ----------------------------------------------------------------------------------------

phrase.words(
    "_read_as", "parsed as | read as | interpreted as | loaded as | decoded as | converted to"
)


@phrase("vp", "can be _read_as [_valid] <format>")
@phrase("adj", "(parseable|parsable|readable|convertible|loadable) (as|to|into) [_valid] <format>")
@phrase("verb", "(parse|parses) as [_valid] <format>", "be _read_as [_valid] <format>")
def readable(name: str) -> Predicate:
    """Can be parsed as JSON."""
    return _form(How.FORMAT, name)


@phrase("vp", "can not be _read_as [_valid] <format>", "(do|does) not parse as [_valid] <format>")
def unreadable(name: str) -> Predicate:
    """Cannot be parsed as JSON."""
    return not_(readable(name))


@phrase("feature", "[_valid] <format> (in|as) [its|the|their] <cell>", cost=0.05)
def format_in(name: str, subject: Value) -> Predicate:
    """Every branch needs a valid postcode in zip."""
    return about(_form(How.FORMAT, name), subject)


# The networks that a format is made of ------------------------------------------------------------

_PRIVATE = frozenset({"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"})


@phrase(
    "adj",
    r"[_valid] <format> \( <bare> (,|and|or|, and|, or) <bare> (,|and|or|, and|, or) <bare> \)",
    "[_valid] <format> , (i.e.|that is) [,] <bare> (,|and|or|, and|, or) <bare> (,|and|or|, and|, or) <bare>",
)
def with_networks(name: str, *networks: Constant) -> Predicate | None:
    """A private address (10.0.0.0/8, …): the ranges must be those of the standard."""
    told = frozenset(str(network.value) for network in networks)
    return _form(How.FORMAT, name) if name == "private_ipv4" and told == _PRIVATE else None


@phrase(
    "stmt",
    "<cell> (format|pattern|form|layout) (:|is|must be|should be) <adj>",
    "(format|pattern|form|layout) (of|for) <cell> (:|is|must be|should be) <adj>",
    cost=0.05,
)
def format_of_column(subject: Value, told: Predicate) -> Statement | None:
    """SKU format: two capital letters, a dash, three digits."""
    return rule(about(told, subject), subject=subject) if isinstance(told, Matches) else None
