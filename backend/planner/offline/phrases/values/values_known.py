"""Phrases that tell which values there are: three kinds, A, B and C, and anything else is wrong."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, OneOf, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, one_of

phrase = Phrases()
Options = tuple[Constant, ...]

phrase.words(
    "_known_to_us",
    "[that] we (know|accept|have|use|allow|take|keep|offer|sell|give|support|recognise|recognize|want|see|record|list|run|teach|speak|store) | "
    "in use | known to us | (that|which) exist | known | used | in existence | available | on offer | "
    "(allowed|permitted|accepted|valid|possible|supported) | there (are|is) | that there (are|is)",
)

# What there is --------------------------------------------------------------------------------

phrase.words(
    "_there_are",
    "there are | there is | there exist | we (know|accept|have|use|allow|take|keep|offer|sell|give|"
    "support|recognise|recognize|distinguish|run|work with|deal with) | (the|our) (shop|school|firm|company|data|table|list|system) (has|knows|"
    "uses|offers|accepts) | you can (choose|have|pick) | we only (know|accept|have|use|allow|take|keep|"
    "offer|sell|give|support)",
)


@phrase("kinds_cell", "[different|distinct|possible|allowed|valid|permitted|accepted] <cell>")
@phrase(
    "kinds_cell",
    "(kinds|kind|types|type|sorts|sort|levels|values|options) of <cell>",
    "<cell> _kinds_of_value",
    cost=0.05,
)
def kinds_cell(of: Cell) -> Cell:
    """Kinds of fuel: the column."""
    return of


@phrase(
    "stmt",
    "_there_are [only|just|exactly] <number> [_known_to_us] <kinds_cell> [_known_to_us] _announces <full_list>",
    r"_there_are [only|just|exactly] <number> <kinds_cell> \( <any_list> \)",
    "(only|just|exactly) <number> <kinds_cell> (exist|are known|are allowed|are used|are in use|are "
    "accepted|are possible|are permitted|are valid|are available) _announces <full_list>",
    "[the|our] <number> <kinds_cell> [_known_to_us] (are|must be|should be|:|is) <full_list>",
    cost=0.05,
)
def so_many_kinds(count: Constant, of: Cell, found: Options) -> Statement | None:
    """There are three test types: A, B and C."""
    return _values_of(of, found) if count.value == len(found) else None


def _values_of(of: Cell, found: Options) -> Statement:
    return rule(one_of(of, found), subject=of)


@phrase(
    "stmt",
    "_there_are (only|just) <kinds_cell> [_known_to_us] [_announces] <full_list>",
    "_there_are (only|just) <full_list> (as|for) <kinds_cell>",
    "[only] <kinds_cell> _known_to_us _be [:] [only|just] <full_list>",
    "the only <kinds_cell> [_known_to_us] _be [:] <full_list>",
    "(allowed|valid|permitted|possible|accepted|legal|known|admissible) <cell> [_be] [:] <full_list>",
    "<cell> (list|values|options|set) [:|=] <full_list>",
    "<cell> (=|:) (<counted_values>|<or_list>|<comma_list>)",
    cost=0.08,
)
def kinds_are(*parts: object) -> Statement:
    """The payment methods in use are A and B."""
    of = next(part for part in parts if isinstance(part, Cell))
    options = next(part for part in parts if isinstance(part, tuple))
    return _values_of(of, options)


# A known one --------------------------------------------------------------------------------------

phrase.words(
    "_one_we_know",
    "[a|an|one of the|one of our] (known|valid|real|existing|proper|correct|recognised|recognized|allowed|permitted|accepted|"
    "legal|official|usual) (one|ones|value|values|entry|entries|option|options) | one [that|which] we (know|use|accept|have|"
    "allow|sell|offer) | one of ours | one of (those|the ones) we (know|use|accept|have|allow|sell|offer)",
)
phrase.words("_one_of_known", "[a|an|one of the] (known|valid|real|existing|proper|correct)")
phrase.words("_to_wit", "[:|,|–|-] (i.e.|that is|namely) | : | , | – | -")


@phrase("adj", "_one_we_know _to_wit <full_list>", cost=0.02)
@phrase("adj", r"_one_we_know \( [i.e.|that is|namely] <any_list> \)", cost=0.02)
def one_we_know(options: tuple[Constant, ...]) -> Predicate:
    """A known one: A, B or C."""
    return one_of(IT, options)


@phrase("stmt", "<cell> _must be _one_of_known <cell> _to_wit <full_list>", cost=0.02)
@phrase("stmt", r"<cell> _must be _one_of_known <cell> \( [i.e.|that is] <any_list> \)", cost=0.02)
def known_one_of_its(of: Value, again: Value, options: tuple[Constant, ...]) -> Statement | None:
    """The carrier must be a valid carrier: A, B or C."""
    return _values_of(of, options) if again == of and isinstance(of, Cell) else None


# Others are wrong -----------------------------------------------------------------------------

phrase.words(
    "_values_beyond",
    "[all|any] (others|other|other values|other value|other entries|other ones) | anything else | "
    "everything else | any other [value|entry|code|one|text] | all else | all other values | all the rest "
    "| something else | whatever else",
)
phrase.words(
    "_is_refused",
    "(is|are) [an|a] (error|errors|mistake|mistakes|wrong|invalid|not allowed|not permitted|not accepted|"
    "forbidden|rejected|unknown|not valid|no good|a typo|unacceptable|to be flagged|to be reported|"
    "incorrect|not known|not used|impossible|unknown to us) | (is|are) unknown [to us] and must be (flagged|reported) | must be (flagged|reported|rejected) | should be "
    "(flagged|reported|rejected) | gets flagged | get flagged | counts as an error | may not occur | must "
    "not occur | must not appear | should not occur | does not exist | do not exist",
)
phrase.words(
    "_counts_too",
    "exist | exists | are known | is known | are allowed | is allowed | are accepted | is accepted | are "
    "used | are possible | are valid | counts",
)
phrase.words("_comes_behind", ", | ; | . | : | - | – | — | , and | and | ; and | ! | , so | , but")


@phrase(
    "closing", "_values_beyond _is_refused", "flag (anything else|any other|all others|the rest)"
)
@phrase(
    "closing",
    "_no_others_of_it",
    "(nothing|none) (else|other) [is (allowed|permitted|accepted|valid|ok)]",
)
@phrase(
    "closing",
    "(there is|there are|we know|we have|we use|we accept) (no other|no others|no further|none other|"
    "no more|nothing else|no other values|no other ones|no other value)",
    "(no other value|no other values|no further values|nothing beyond (them|these|those|that)|no "
    "more) [_counts_too]",
    "(that|this) is (all|it|the whole list|the full list|the complete list)",
    "those are (all|the only ones|the only values)",
    "these are (all|the only ones|the only values)",
)
def closing() -> bool:
    """There are no others."""
    return True


@phrase(
    "others_closed",
    "_these_alone",
    "(no others|no other|none other|no other ones|no further ones) [_counts_too]",
)
def others_closed() -> bool:
    """No others: of the values, or of the rows."""
    return True


@phrase(
    "closing",
    "no (other|further|more) <cell> [exist|exists|are known|is known|are allowed|is allowed|are accepted|"
    "is accepted|are used|is used|are possible|are valid|is valid|are there|are there]",
    "(there is|there are|we know|we have|we use|we accept|we sell|we offer) no (other|further|more) <cell>",
    "(these|those) are the only <cell> [_known_to_us]",
)
def closing_of(of: Cell) -> Cell:
    """No further contract types are known."""
    return of


@phrase("hint", "<hint> _comes_behind <closing> [.|!]", cost=0.01)
@phrase("stmt", "<stmt> _comes_behind <closing>", cost=0.01)
def no_others(told: Statement, end: Any) -> Statement | None:
    """…, and there are no others: said of a rule that lists the values of a column."""
    of = _listed_by(told)
    return told if of is not None and end in (True, of) else None


@phrase("hint", "<hint> [_comes_behind] <others_closed> [.|!]", cost=0.01)
@phrase("stmt", "<stmt> [_comes_behind] <others_closed>", cost=0.01)
def only_these(told: Statement, end: bool) -> Statement | None:
    """…, and only those: a lone value of some rows may be meant for no others of the rows."""
    found = told.rule
    if (
        isinstance(found, BrokenRows)
        and found.where is not None
        and isinstance(found.must, Compare)
    ):
        return None
    return no_others(told, end)


def _listed_by(told: Statement) -> Value | None:
    found = told.rule
    if not isinstance(found, BrokenRows) or told.also:
        return None
    must = found.must
    if isinstance(must, Compare) and must.sign == "==" and isinstance(must.right, Constant):
        return must.left
    return must.of if isinstance(must, OneOf) else None


@phrase(
    "stmt",
    "(anything|any value|everything|whatever is|a value|values) (but|except|other than|besides|"
    "apart from|that is not|which is not) <announced> _is_refused [(in|for|as) [the] <cell>]",
    "(anything|any value|everything|a value|values) (but|except|other than|besides|apart from) "
    "<full_list> [for|in|as] <cell> _is_refused",
    "[any|a|every|all] <cell> (but|except|other than|besides|apart from|not in|not "
    "among) <announced> _is_refused",
    "<cell> : [flag] (anything|everything|all) (but|except|other than|besides|apart from) <announced> "
    "[_is_refused]",
    cost=0.05,
)
def others_wrong(*parts: object) -> Statement | None:
    """Anything but 3 or 5 doors is a mistake."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    options = next(part for part in parts if isinstance(part, tuple))
    return None if of is None else _values_of(of, options)


@phrase(
    "stmt",
    "(anything|any value|everything|values) outside [of] <announced> _is_refused (in|for|as) <cell>",
    "[any|a|every|all] <cell> outside [of] <announced> _is_refused",
    "<cell> : [flag] (anything|everything|all) outside [of] <announced>",
    cost=0.05,
)
def outside_wrong(*parts: object) -> Statement | None:
    """Any water outside A, B and C is wrong; outside two numbers may be outside a range."""
    options = next(part for part in parts if isinstance(part, tuple))
    if len(options) < 3 and all(not isinstance(each.value, str) for each in options):
        return None
    return others_wrong(*parts)
