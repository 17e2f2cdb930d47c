"""Phrases for values that stand in a column or are kept out of it: any country is fine except XX."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.held_values import is_one_of_its_values, stands_in
from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Reads, Value
from backend.rules.phrasing import Phrases, Statement, compare, not_, one_of

phrase = Phrases()

# Values that are listed -------------------------------------------------------------------------


phrase.words("_the_value", "[a|the] value [of]")


@phrase(
    "feature", "[_the_value] (<number>|<negative>) (in|under) [its|their|the] <cell>", cost=0.05
)
def number_in(value: Constant, of: Value) -> Predicate:
    """0 in the stock column: the number, not a digit of it."""
    return compare(of, "==", value.model_copy(update={"unquoted": True}))


@phrase("feature", "(<or_list>|<comma_list>) (in|under) [its|their|the] <cell>", cost=0.05)
def listed_in(found: tuple[Constant, ...], of: Value) -> Predicate:
    """'XX' or 'ZZ' in the country column: of quoted texts, its values tell whether they are parts."""
    is_quoted = all(each.reads == Reads.TEXT and not each.unquoted for each in found)
    return stands_in(of, *(str(each.value) for each in found)) if is_quoted else one_of(of, found)


phrase.words(
    "_texts_named",
    "words | word | terms | term | texts | text | strings | entries | entry | answers | answer | value | values | placeholders",
)


@phrase("banned", "<and_list>", "<or_list>", "<comma_list>", "<text>", "<bare>", "<number>")
@phrase("banned", "_texts_named (<and_list>|<or_list>|<comma_list>|<text>|<number>)", cost=0.02)
def banned(found: Any) -> tuple[Constant, ...]:
    """The values that may not stand there."""
    return (found,) if isinstance(found, Constant) else found


@phrase(
    "stmt",
    "<banned> _kept_out (in|as|for|under) [a|an|the] <cell>",
    "<cell> [:|,|-] <banned> _kept_out",
    "(in|for|as) <cell> [,] <banned> _kept_out",
    "(any|every|each) <cell> (but|except|other than|besides|apart from) <banned> _is_let_in",
    "(any|every|each) <cell> _is_let_in [,] (but|except|but not|other than|apart from) [for] <banned>",
    "<cell> [_must|may|can] be anything (but|except|other than) <banned>",
    "(anything|everything) (but|except|other than) <banned> _is_let_in (in|as|for|under) [a|an|the] <cell>",
    cost=0.15,
)
def none_of_these(*parts: Any) -> Statement | None:
    """Any country is fine except XX and ZZ."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    found = next(part for part in parts if part is not of)
    return None if of is None else rule(not_(is_one_of_its_values(of, found)), subject=of)


phrase.words(
    "_yet_not",
    "[,] but (not|never) | [,] but (may|can|must|should) (not|never) be | , never | , not",
)


@phrase("stmt", "<cell> _may_lack _yet_not <banned>", cost=0.1)
def empty_but_never(of: Value, found: tuple[Constant, ...]) -> Statement | None:
    """The note may be empty, but never 'none'."""
    return none_of_these(of, found)


@phrase(
    "stmt", "<cell> (may|can) be <banned> _yet_not (empty|blank|missing|null|left empty)", cost=0.1
)
def some_but_never_empty(of: Value, _: tuple[Constant, ...]) -> Statement:
    """The size may be N/A, but not empty."""
    return rule(not_(Missing(of=of)), subject=of)


phrase.words("_and_therefore", "so | and so | and therefore | therefore | thus | hence | and")


@phrase(
    "stmt",
    "<cell> [code|codes|value|values|entry|entries] <banned> (is|are) [just|only|merely] [a] _placeholders [,|;] "
    "_and_therefore [it|they] _must_not_be_there [(in|as|for) <cell>]",
    cost=0.1,
)
def placeholders_out(of: Value, found: tuple[Constant, ...], *again: Value) -> Statement | None:
    """The country codes XX and ZZ are placeholders, so they must not occur."""
    return none_of_these(of, found) if not again or again == (of,) else None


@phrase("such_value", "<cell> not <verb>", cost=0.1)
def not_doing(of: Cell, told: Predicate) -> SuchValue:
    """A code not starting with 400."""
    return SuchValue(of, not_(told))


phrase.words("_nothing_but", "(nothing|no value|no values) (but|other than|except|besides)")
phrase.words(
    "_whatever_but", "(anything|everything|whatever|any _worth) (but|other than|except|besides)"
)
phrase.words(
    "_worth", "value | answer | entry | code | option | other answer | other value | other entry"
)


@phrase(
    "stmt",
    "_nothing_but <banned> _is_let_in (in|as|for|under) [a|an|the] <cell>",
    "(in|as|for|under) <cell> [,] _nothing_but <banned> _is_let_in",
    "<cell> (_must|_may) _holds _nothing_but <banned>",
    "<cell> (_must|_may) be _nothing_but <banned>",
    "(in|as|for|under) <cell> [,] only <banned> _is_let_in",
    "<cell> [:|,|-] only <banned> _is_let_in",
    "_whatever_but <banned> (in|as|for|under) <cell> _be _wrong",
    "_whatever_but <banned> _kept_out (in|as|for|under) <cell>",
    "_whatever_but <banned> (in|as|for|under) <cell> _kept_out",
    "(in|as|for|under) <cell> [,] _whatever_but <banned> (_be _wrong|_kept_out)",
    cost=0.05,
)
def these_alone(*parts: Any) -> Statement | None:
    """Nothing but A or B is allowed in the status column."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    found = next(part for part in parts if part is not of)
    return None if of is None else rule(is_one_of_its_values(of, found), subject=of)
