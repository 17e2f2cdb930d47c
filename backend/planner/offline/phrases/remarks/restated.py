"""Phrases for a second sentence that says once more, of what the first is about, what is wrong.

It must agree with the rule: a higher value is the fault of an upper bound, another value that of a
list. What does not agree is no reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    Missing,
    Not,
    OneOf,
    Predicate,
)
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

# A fault told of "it" -------------------------------------------------------------------------

phrase.words(
    "_of_any_value",
    "values | value | numbers | anything | everything | whatever | any value | any number | every value "
    "| all values | any values | any numbers | each value | amounts | any amount | dates | any date",
)


@phrase(
    "fault",
    "_of_any_value <adj>",
    "_of_any_value _that <vp>",
    "<adj> (values|numbers|amounts|dates|entries)",
)
def fault(told: Predicate) -> Predicate:
    """Values above 3."""
    return told


@phrase("stmt", "_do_flag [_all_the] <fault>", "[_all_the] <fault> _be_shown", cost=0.05)
@phrase(
    "stmt", "[_all_the] <fault> _be (_wrong|_bad)", "[_all_the] <fault> _must_not (occur|exist)"
)
@phrase("stmt", "no <fault>", "no <fault> (is|are) (allowed|permitted|accepted|acceptable)")
def fault_of_it(told: Predicate) -> Statement:
    """Values above 3 must be flagged."""
    return rule(not_(told))


# A fault that only the rule tells -------------------------------------------------------------

_UP = "higher|larger|more|greater|bigger|above|over|later|longer|beyond|heavier|older|later"
_DOWN = "lower|smaller|less|fewer|below|under|earlier|shorter|lighter|younger"
for _head, _words in (("_up_word", _UP), ("_down_word", _DOWN)):
    phrase.words(_head, _words.replace("|", " | "))
phrase.words(
    "_these", "values | numbers | ones | amounts | dates | entries | figures | scores | cases"
)
for _head in ("_up_word", "_down_word"):
    phrase(
        f"{_head}_fault",
        f"(anything|everything|all|any|whatever is) {_head} [that|this|it|than that|than this]",
        f"[any|all] {_head} _these",
        f"{_head} than (that|this)",
    )(lambda: True)
phrase.words("_range", "range | interval | scale | limits | bounds | band")
phrase.words(
    "_outside_it",
    "(anything|everything|values|all values|any value|whatever is|numbers|all) outside [of] (it|this|that) "
    "| (anything|everything|values|all values|any value|whatever is|numbers|ones) outside [of] [this|that|"
    "these|those] _range | anything outside | (anything|everything|values) (out of|not in|not within) "
    "[this|that|these|those] _range",
)
phrase.words(
    "_beyond_it",
    "(outside|out of|beyond|not in|not within) [of] (it|this|that|these|those|this _range|that _range|these "
    "_range|those _range|these years|those years|that period|this period|these days|the _range|these values)",
)
phrase.words(
    "_told_wrong",
    "_be (_wrong|_bad) | _be_shown | _be too (many|much|long|late|high|few|little|low)",
)


def _hint(*faults: str) -> Iterator[str]:
    for told in faults:
        yield f"<hint> _stop {told} _told_wrong [.]"
        yield f"<hint> _and_stop {told} _told_wrong [.]"
        yield f"<hint> _stop _do_flag [_all_the] {told} [.]"


def _bounds(told: Statement) -> list[str]:
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    parts = must.parts if isinstance(must, All) else (must,)
    return [part.sign for part in parts if isinstance(part, Compare)]


for _head, _signs in (("_up_word", ("<", "<=")), ("_down_word", (">", ">="))):

    @phrase("hint", *_hint(f"{_head}_fault"), cost=0.05)
    def further(told: Statement, signs: tuple[str, ...] = _signs) -> Statement | None:
        """At most 3. Anything higher is an error."""
        signs_told = _bounds(told)
        return told if len(signs_told) == 1 and signs_told[0] in signs else None


@phrase("hint", *_hint("[a|an|any|every] <cell> _beyond_it"), cost=0.05)
def cell_outside(told: Statement, of: Any) -> Statement | None:
    """In the years 1970 to 1999. A date outside these years is wrong."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    parts = must.parts if isinstance(must, All) else ()
    bounded = [part.left for part in parts if isinstance(part, Compare)]
    is_of_it = all(isinstance(each, Cell) and each.column == of.column for each in bounded)
    return outside(told) if is_of_it else None


@phrase("hint", *_hint("_outside_it"), cost=0.05)
def outside(told: Statement) -> Statement | None:
    """Between 1 and 4. Values outside this range are errors."""
    signs = {sign[0] for sign in _bounds(told)}
    return told if signs == {"<", ">"} else None


@phrase(
    "hint",
    *_hint("(any other|other|another|every other|all other) <cell> [values|value]"),
    "<hint> _stop _do_flag [_all_the] <noun> with (another|a different|any other|other) <cell> [.]",
    "<hint> _stop no other <cell> [values|value] (is|are) (allowed|permitted|accepted|valid) [.]",
    cost=0.05,
)
def another(told: Statement, *parts: Any) -> Statement | None:
    """Hello or mello. Any other flavour is an error."""
    cell = parts[-1]
    if isinstance(parts[0], RowSet) and parts[0].where is not None:
        return None
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if isinstance(must, OneOf):
        return told if must.of == cell else None
    is_value = isinstance(must, Compare) and must.sign == "==" and isinstance(must.right, Constant)
    return told if is_value and isinstance(must, Compare) and must.left == cell else None


@phrase("hint", "<hint> _stop _do_flag [_all_the] <noun> _that point nowhere [.]", cost=0.05)
@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> whose <cell> (does not|do not|is not|are not|doesn't) [.]",
    cost=0.05,
)
def not_so(told: Statement, found: RowSet, *cells: Cell) -> Statement | None:
    """An e-mail must contain an @. Flag customers whose e-mail does not."""
    is_same = not cells or cells == (told.subject,)
    return told if found.where is None and is_same and isinstance(told.rule, BrokenRows) else None


@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> (without|lacking) (any|one|it) [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that (have|has) none [.]",
    "<hint> _stop _do_flag [_all_the] <noun> _that do not have (any|one) [.]",
    cost=0.05,
)
def without_any(told: Statement, found: RowSet) -> Statement | None:
    """Each invoice has a line. List invoices without any."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    is_there = isinstance(must, Exists) and must.where is None
    return told if is_there and found.where is None else None


@phrase("hint", "<hint> _stop _do_flag [_all_the] (orphans|orphan rows|orphaned rows|strays) [.]")
def orphans(told: Statement) -> Statement | None:
    """Each song belongs to a disc of the discs table. Report orphans."""
    return without_any(told, RowSet())


phrase.words(
    "_twice_there",
    "[any|every|each|all] (repeated|duplicate|double) (value|values|number|numbers|code|codes|entry|"
    "entries|id|ids) | (anything|everything|whatever) that (occurs|appears) (twice|more than once)",
)


@phrase("hint", *_hint("_twice_there"), cost=0.05)
@phrase(
    "hint",
    "<hint> _stop _do_flag [_all_the] <noun> whose (number|code|value|id|key) (occurs|appears) (twice|more than once) [.]",
    cost=0.05,
)
def repeated(told: Statement, *rows: RowSet) -> Statement | None:
    """Must be unique. Any repeated number is an error."""
    return told if isinstance(told.rule, Duplicates) else None


# What the rest may do -------------------------------------------------------------------------


@phrase(
    "hint",
    "<hint> _stop (for|in|on|with) <rows> it (is|may be) _optional [.]",
    "<hint> _stop (for|in|on|with) <rows> it may be (missing|empty|blank|absent) [.]",
    "<hint> _stop <rows> (may|can) (lack|miss|go without) (one|it) [.]",
    "<hint> _stop <rows> (may|can) have none [.]",
    "<hint> _stop <rows> (need not|do not need to|do not have to) have (one|it) [.]",
    cost=0.05,
)
def optional_elsewhere(told: Statement, found: RowSet) -> Statement | None:
    """Business accounts need a phone. For private accounts it is optional."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Not) or not isinstance(must.part, Missing) or found.where is None:
        return None
    if are_others(found.where, getattr(told.rule, "where", None)):
        return told
    left_out = remark("left-out", condition=found.where)
    return told.model_copy(update={"remarks": (*told.remarks, left_out)})


def are_others(found: Predicate, where: Predicate | None) -> bool:
    """Whether rows are none of those that the rule is about: the private ones, not business."""
    if where is None:
        return False
    if found == not_(where) or where == not_(found):
        return True
    pair = (found, where)
    if not all(isinstance(part, Compare) and part.sign == "==" for part in pair):
        return False
    assert isinstance(found, Compare) and isinstance(where, Compare)
    if not isinstance(found.right, Constant) or not isinstance(where.right, Constant):
        return False
    values = [str(part.value).casefold() for part in (found.right, where.right)]
    return found.left == where.left and values[0] != values[1]


phrase.words("_optional", "optional | not needed | not required | not necessary | not mandatory")
