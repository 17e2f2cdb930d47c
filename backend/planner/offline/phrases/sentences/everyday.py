"""Phrases of everyday speech for what rows have: anybody, if it is there, no more than a placeholder."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.value_sets import exactly_these
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Measure,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import distinct, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
)

phrase = Phrases()

# Anybody --------------------------------------------------------------------------------------


@phrase("stmt", "(do|does|did|has|have|is|are) (anybody|anyone|somebody|someone) <rowvp> [?]")
@phrase("stmt", "(do|does|did) (anybody|anyone|somebody|someone) (have|has) <feature> [?]")
@phrase("stmt", "is there (anybody|anyone|somebody|someone) (with|who has) <feature> [?]")
@phrase("stmt", "is there (anybody|anyone|somebody|someone) (who|that) <rowvp> [?]")
@phrase("stmt", "(anyone|anybody|everyone) (with|who has) <feature> _be _wrong", cost=0.05)
def anybody(told: Predicate) -> Statement:
    """Does anybody have a negative age?"""
    return rule(not_(told))


@phrase("rowvp", "<flag_word>", cost=0.3)
def did_so(told: Predicate) -> Predicate:
    """Survived."""
    return told


@phrase("stmt", "<feature> _be _wrong", cost=0.15)
@phrase("stmt", "<feature> _be [a|an] (placeholder|dummy value|filler|test value)", cost=0.1)
def feature_wrong(told: Predicate) -> Statement | None:
    """A gain of 99999 is wrong; "any order is wrong" speaks of rows."""
    is_held = isinstance(told, Not) and isinstance(told.part, Missing)
    return None if is_held else rule(not_(told))


@phrase("stmt", "[any] <rows> _be _wrong _if <clauses>", cost=0.05)
def rows_wrong_if(rows: RowSet, told: Predicate) -> Statement:
    """An order is wrong if its total is below 0."""
    return rule(not_(told), rows.table, rows.where)


@phrase("stmt", "(is|are) <expr> always <adj> [?]", cost=0.06)
def asked_always(subject: Value, told: Predicate) -> Statement:
    """Is the wait always at least 1?"""
    return rule(about(told, subject), subject=subject)


# If it is there -------------------------------------------------------------------------------

phrase.words(
    "_may_miss",
    "(may|can) be (empty|blank|missing|left out|left empty|left blank|omitted|absent|unknown) | is "
    "optional | need not be (given|filled|present|filled in)",
)
phrase.words(
    "_if_there",
    "if it is there | if it is (given|present|filled|filled in|known|set|recorded) | when it is "
    "(given|present|filled|filled in|known|set|recorded|there) | if there is one | if (given|present|"
    "filled|known|set) | when (given|present|filled|known|set) | where it is (given|known|filled)",
)


@phrase(
    "stmt",
    "<cell> _may_miss [,|;] [but] _if_there [,] it <duty>",
    "<cell> _may_miss [,|;] but otherwise [it] <duty>",
    "<cell> _may_miss [,|;] otherwise [it] <duty>",
    "<cell> _may_miss [,|;] but if not [,] it <duty>",
    cost=0.02,
)
def if_there(of: Value, told: Predicate) -> Statement:
    """An age may be missing, but if it is there it must be below 100."""
    return rule(about(told, of), subject=of)


@phrase(
    "stmt",
    "<cell> (is optional|may be empty|may be missing|may be left out|can be empty) [,|;|:] [but|and] <cell> (is not|may not|can not|must not|must not be|is required|is mandatory)",
    cost=0.02,
)
def one_is_optional(first: Value, second: Value) -> Statement | None:
    """The second line is optional, the first is not."""
    return None if first == second else rule(not_(Missing(of=second)), subject=second)


@phrase("rowvp", "<rowvp> (in total|altogether|overall|in all|in sum)", cost=0.05)
def in_total(told: Predicate) -> Predicate | None:
    """Have paid more than 1000 in total: a measure of their rows."""
    sums = [part for part in walk(told) if isinstance(part, Aggregate) and part.keys]
    return (
        told
        if sums and all(part.measure in (Measure.SUM, Measure.COUNT) for part in sums)
        else None
    )


@phrase("stmt", "<stmt> , (too|as well)", cost=0.02)
def as_well(statement: Statement) -> Statement:
    """…, too: nothing new."""
    return statement


@phrase(
    "participle",
    "(billed|shipped|sent|delivered|addressed|sold|posted) to (<adjective>|<adjectives>)",
    cost=0.2,
)
def sent_to(told: Predicate) -> Predicate:
    """Invoices billed to Germany."""
    return told


# Values ---------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (has|have|takes|take|must have|must take|contains|must contain) [exactly] <number> (distinct|different|unique) values (:|,|namely) <whole_set>",
    "<cell> (has|have|takes|take|must have|must take) [exactly] <number> (distinct|different|unique) values \\( <whole_set> \\)",
    cost=0.02,
)
def so_many_these(of: Value, total: Constant, wanted: tuple[Constant, ...]) -> Statement | None:
    """Pclass has exactly three distinct values: 1, 2 and 3."""
    return exactly_these(of, wanted) if total.value == len(set(wanted)) else None


@phrase("stmt", "<cell> [:|,] <count_bound> (distinct|different|unique) values", cost=0.02)
def kinds_of(of: Value, bound: Predicate) -> Statement | None:
    """Line: at most 7 distinct values."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


@phrase("stmt", "<cell> : no <adj> [values|numbers|entries|amounts]", cost=0.02)
def no_such(of: Value, told: Predicate) -> Statement | None:
    """amount: no negative values; "no digits" would say that there is none within a text."""
    is_of_letters = isinstance(told, Compare) and isinstance(told.right, Apply)
    if is_of_letters or any(isinstance(part, Matches) for part in walk(told)):
        return None
    return rule(not_(about(told, of)), subject=of)


_SHAPED = re.compile(r"(?![0-9]+\.[0-9]+$)[0-9]+([-/. :][0-9]+)+")
"""A number with a point, 0.05, shows no number of digits."""
_SHORT_DAY = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1([0-9]{2}|[0-9]{4})")
"""A day such as 4/15/95 may have two digits for the month another time."""


@phrase("verb", "(look|looks|read|reads) like (<bare>|<text>)", cost=0.3)
@phrase("adj", "(written|formatted|spelled|shaped) like (<bare>|<text>)", cost=0.3)
def shaped_like(shown: Constant) -> Predicate | None:
    """Looks like 123-45-6789: a digit for each digit, and the signs as they stand."""
    text = str(shown.value)
    is_short = _SHORT_DAY.fullmatch(text) and re.search(r"(?<![0-9])[0-9](?![0-9])", text)
    if _SHAPED.fullmatch(text) is None or is_short:
        return None
    parts = re.split("([0-9]+)", text)
    told = "".join(rf"\d{{{len(part)}}}" if part.isdigit() else re.escape(part) for part in parts)
    return Matches(of=IT, how=How.PATTERN, text=told)


@phrase("adj", "[of|in|written in] _template_of (<bare>|<text>)", cost=0.0)
@phrase(
    "verb",
    "(have|has|follow|follows|match|matches|use|uses) _template_of (<bare>|<text>)",
    cost=0.0,
)
def of_nines(shown: Constant) -> Predicate | None:
    """Has the form 999-99-9999: nines, or zeros, in the places of digits."""
    return shaped_like(shown) if len(set(re.findall("[0-9]", str(shown.value)))) == 1 else None


@phrase("stmt", "<text> _must_not be (used|entered|written|typed|given) (in|as|for) <cell>")
@phrase("stmt", "no <text> (may|must|should|can) be (used|entered|written) (in|as|for) <cell>")
def not_used_in(value: Constant, of: Value) -> Statement:
    """'N/A' must not be used in ibu."""
    return rule(not_(compare(of, "==", value)), subject=of)


@phrase("adj", "<worded_sign>", cost=0.3)
def is_sign(mark: str) -> Predicate | None:
    """A question mark; a blank may be no value at all."""
    if mark == " ":
        return None
    return compare(IT, "==", Constant.model_validate({"value": mark, "reads": "text"}))


@phrase(
    "stmt",
    "_flag <rows> that (have|share) [the] same <cell> and [the] [same] <cell> [as another _row]",
    "_flag <rows> that (have|share) [the] same <cell> and [the] [same] <cell> as another <noun>",
    "_flag <rows> with [the] same <cell> and [the] [same] <cell> [as another _row]",
    "no two <rows> (may|must|should|can) have [the] same <cell> and [the] [same] <cell>",
    cost=0.02,
)
def same_pair(rows: RowSet, *parts: Any) -> Statement | None:
    """Flag tracks that have the same name and the same composer."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    others = [part for part in parts if isinstance(part, RowSet)]
    if any(each.where is not None or each.table not in ("", rows.table) for each in others):
        return None
    return unique_among(rows, Subjects(items=cells)) if len(set(cells)) == 2 else None


_EARN = "work|have|take|pay|cost|last|weigh|score|earn|need|spend|get|buy|sell|order"


@phrase(
    "stmt",
    f"on average [,] <rows> ({_EARN}) <number> <cell>",
    f"on average [,] <rows> _must ({_EARN}) <number> <cell>",
    f"<rows> ({_EARN}) <number> <cell> on average",
    cost=0.05,
)
def average_is(rows: RowSet, wanted: Constant, of: Value) -> Statement | None:
    """On average people work 40 hours, give or take 2."""
    if rows.each or not isinstance(of, Cell):
        return None
    mean = Aggregate(measure=Measure.MEAN, of=of, table=rows.table, where=rows.where)
    return statement(compare(mean, "==", wanted))
