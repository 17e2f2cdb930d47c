"""Phrases for lists of values, and for single values."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Constant,
    Parameter,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    compare,
    not_,
    one_of,
)

phrase = Phrases()


# Values and lists -----------------------------------------------------------------------------


@phrase("option", "<text>", "<bare>", "<number>", "<parameter>", "<negative>", "<positive>")
def option(value: Constant | Parameter) -> Constant | None:
    """One value of a list."""
    return value if isinstance(value, Constant) else None


@phrase("options", "<option>", "<many_options>", "<options> , <many_options>")
@phrase("options", "<options> (,|/|;) <option>", r"<options> \| <option>", cost=0.0)
def options(*parts: Any) -> tuple[Constant, ...]:
    """Values with commas."""
    found: tuple[Constant, ...] = ()
    for part in parts:
        found += part if isinstance(part, tuple) and not isinstance(part, Constant) else (part,)
    return found


@phrase("or_list", "[either] <options> [,] or <option>", r"\( <or_list> \)")
@phrase("and_list", "<options> [,] and <option>", r"\( <and_list> \)")
@phrase("any_list", "<or_list>", "<and_list>", "<comma_list>")
def listed(*parts: Any) -> tuple[Constant, ...]:
    """A, B or C."""
    return options(*parts)


@phrase(
    "comma_list",
    "<options> , <option>",
    "<options> / <option>",
    r"<options> \| <option>",
    r"\( <comma_list> \)",
    ": <comma_list>",
    ": <or_list>",
    ": <and_list>",
    "{ <comma_list> }",
    "<number> , <number> , <number>",
    cost=0.05,
)
def comma_list(*parts: Any) -> tuple[Constant, ...]:
    """A, B, C."""
    return options(*parts)


@phrase("adj", "<or_list>", cost=0.1)
@phrase("adj", "<comma_list>", cost=0.2)
@phrase(
    "adj",
    "(one of|in|among|any of|either of|either|one among|one out of|limited to|restricted to) [following] [values|list|set|options|codes] [of] <any_list>",
)
@phrase(
    "verb",
    "(have|has|take|takes|hold|holds) [only] [one of] [following] [values] <or_list>",
    "(contain|contains) only [one of] [following] [values] <or_list>",
    "(contain|contains) (one of|only) [following] (values|codes) [:] <any_list>",
    cost=0.2,
)
@phrase("adj", "(one of|in|among|any of) : <any_list>")
def member(found: tuple[Constant, ...]) -> Predicate:
    """One of a list."""
    return one_of(IT, found)


@phrase(
    "allowed",
    "(allowed|permitted|valid|possible|accepted|legal|acceptable|admissible) (values|options|codes|entries) (for|of|in) <cell> _be [only] [:] <any_list>",
    "only (allowed|permitted|valid|possible|accepted) (values|options|codes) (for|of|in) <cell> _be [:] <any_list>",
    "<cell> (allows|accepts|permits|takes|admits) [only] [:] [the values] <any_list>",
    "<cell> (can|may|must|should) only (be|take|have|contain|hold|say|read|show|state|list) [the values] [:] <any_list>",
    "(allowed|permitted|valid|accepted) <cell> (values|options|codes) _be [:] <any_list>",
    "<cell> : <any_list>",
    "<cell> in <any_list>",
    "only <cell> [values] _be [:] <any_list>",
)
def allowed(of: Value, options_: tuple[Constant, ...]) -> Predicate:
    """Allowed values for a column."""
    return one_of(of, options_)


@phrase(
    "allowed",
    "<cell> not in <any_list>",
    "(forbidden|disallowed|invalid|prohibited) (values|options|codes) (for|of|in) <cell> _be [:] <any_list>",
)
def forbidden(of: Value, options_: tuple[Constant, ...]) -> Predicate:
    """Forbidden values of a column."""
    return not_(one_of(of, options_))


@phrase("adj", "only <or_list>", cost=0.1)
def only(found: tuple[Constant, ...]) -> Predicate:
    """Only one of a list."""
    return one_of(IT, found)


@phrase(
    "adj", "neither <option> nor <option>", "(none|not one|not any|not in|none one) of <any_list>"
)
def no_member(*parts: Any) -> Predicate:
    """None of a list."""
    return not_(one_of(IT, options(*parts)))


@phrase("adj", "(_ne|anything except|everything except) (<text>|<bare>)", cost=0.05)
def other_than(right: Constant) -> Predicate:
    """Anything but one value."""
    return compare(IT, "!=", right)


@phrase("adj", "_eq (<text>|<bare>)", cost=0.05)
def equal_to(right: Constant) -> Predicate:
    """Equal to a value."""
    return compare(IT, "==", right)


@phrase("adj", "(_ne|anything except|none of) (<or_list>|<and_list>)", cost=0.05)
def other_than_all(found: tuple[Constant, ...]) -> Predicate:
    """Anything but some values."""
    return not_(one_of(IT, found))


@phrase("adj", "<text>", "<bare>", "<number>", "[exactly] <amount>", "<parameter>", cost=0.2)
@phrase("adj", "<formula>", "always <formula>", cost=0.1)
@phrase(
    "adj",
    "(for|set to|always|exactly|spelled|written|marked|marked as|called|labelled|still|already) (<text>|<bare>|<number>)",
    cost=0.3,
)
def value(right: Value) -> Predicate | None:
    """Just the value; a date layout is no value."""
    from backend.planner.offline.phrases.formats.layouts import layout_of

    if isinstance(right, Constant) and right.unquoted and layout_of(str(right.value)):
        return None
    return compare(IT, "==", right)
