"""Phrases for what goes with what: one fare a ticket, one number an education and back, one row a pupil and day."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique, unique_among, unique_within
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Missing, Value
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()

# One value for each key ---------------------------------------------------------------------------

phrase.widen(
    "_in_same",
    "(travelling|traveling|going|sailing|flying|riding|staying|lying|standing|playing|ordered|bought|made|taken|reported|"
    "measured|tested|recorded|paid|sent|done|issued|sold|kept|filed|booked|shipped|grown|stored|born|enrolled|employed|treated|"
    "held|seen|listed|entered) (on|in|at|with|under|for|by|from|to|through) the same | (for|under|by|with|sharing|that share|who share|that have|who have|on) the same",
)
phrase.words(
    "_bears",
    "show | shows | pay | pays | carry | carries | bear | bears | get | gets | state | states | cost | costs | use | uses | have | "
    "has | share | give | gives | come from | belong to | go to | lie in | sit in | be in | stand under | have paid | be charged | be | "
    "list | name | contain | hold | take | receive | be given | be at | be on",
)


@phrase(
    "stmt",
    "[all|any] <rows> _in_same <cell> _must [all|both|each] _bears _one (<cell>|<and_cells>)",
    cost=0.06,
)
@phrase(
    "stmt",
    "[all|any] <rows> _in_same <cell> [all|both|each|always] _bears _one (<cell>|<and_cells>)",
    cost=0.3,
)
def same_for_all(rows: RowSet, key: Value, values: Value) -> Statement | None:
    """All passengers travelling on the same ticket must show the same fare."""
    return None if rows.each else _rule(key, values, rows)


@phrase(
    "stmt",
    "[all|any] <rows> _in_same <and_cells> _must [all|both|each] _bears _one <cell>",
    cost=0.06,
)
@phrase("stmt", "_each <and_cells> [together] (_has|_must have|_must _has) _one <cell>", cost=0.06)
@phrase(
    "stmt", "_each (combination|pair) [of] <and_cells> (_has|_must have) _one <cell>", cost=0.05
)
def same_for_several(*parts: Any) -> Statement | None:
    """Each form and subject has one teacher."""
    rows = next((part for part in parts if isinstance(part, RowSet)), None)
    key, values = (part for part in parts if not isinstance(part, RowSet))
    return _rule(key, values, rows)


phrase.words(
    "_all_its_rows", "(all|each|every one) [of] (its|their|the) _row | everywhere | throughout"
)
phrase.words(
    "_never_changes", "(the same|identical|constant|one and the same|unchanged|always the same)"
)


@phrase(
    "stmt",
    "(for|within|at|in) (each|every|any|one|a|an) <cell> [,] [its|the] <cell> _must be _never_changes (in|on|for|across|over) _all_its_rows",
    cost=0.05,
)
@phrase(
    "stmt",
    "(a|an|each|every|any) <cell> (has|must have|keeps|must keep|shows|must show|bears) (_one|_never_changes) <cell> (in|on|for|across|over) _all_its_rows",
    cost=0.05,
)
@phrase(
    "stmt",
    "(a|an|each|every|any) <cell> (has|must have|keeps|must keep|shows|must show) _never_changes <cell> throughout",
    cost=0.05,
)
def same_throughout(key: Value, values: Value) -> Statement | None:
    """For every station the latitude must be the same in all its rows."""
    return _rule(key, values)


phrase.words(
    "_in_one_and_the_same",
    "(in|for|on|at|under|within|during|per) [one and] [the] (same|one|single|a given) | per | for each | in each | in any",
)


@phrase(
    "stmt",
    "(does|do) any <cell> [_may] (have|has|use|get|show|belong to|appear with|occur with) _several <cell> _in_one_and_the_same <cell> [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "(does|do) any <cell> (have|has|use|get|show) _several <cell> _in_one_and_the_same <cell> ? _must_not_be",
    cost=0.02,
)
@phrase(
    "stmt",
    "no <cell> _may (have|use|get|show|belong to|appear with|occur with) _several <cell> _in_one_and_the_same <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(<cell>|_each <cell>) (_must_not|never|_do not) (have|has|use|get|show) _several <cell> _in_one_and_the_same <cell>",
    cost=0.05,
)
@phrase("stmt", "_each <cell> (_has|_must have) _one <cell> _in_one_and_the_same <cell>", cost=0.04)
def one_value_in_each(key: Value, values: Value, other: Value) -> Statement | None:
    """No form may have more than one teacher in the same subject."""
    if not isinstance(key, Cell) or not isinstance(other, Cell) or key == other:
        return None
    return _rule(Subjects(items=(key, other)), values)


@phrase(
    "stmt",
    "<cell> [alone|by itself] (does|do) not (determine|fix|decide|tell|imply) <cell> [,] but <cell> (does|do)",
    cost=0.05,
)
def this_one_does(one: Value, values: Value, key: Value) -> Statement | None:
    """The town does not fix the region, but the zip does."""
    is_other = isinstance(one, Cell) and isinstance(key, Cell) and one != key
    return _rule(key, values) if is_other else None


phrase.words(
    "_must_not_be",
    "(that|this|it) (must|should|may) not (happen|be|occur) | none (may|must|should) | (there|that) must be none | (that|this) is not allowed",
)


@phrase(
    "stmt",
    "no two [different] <cell> _may (have|share|use|get|carry|be given|be assigned) [_shared] <cell>",
    cost=0.6,
)
@phrase(
    "stmt", "two [different] <cell> _must_not (have|share|use|get|carry) _shared <cell>", cost=0.6
)
def not_two_owners(owner: Value, of: Value) -> Statement | None:
    """No two employees may have the same IBAN, where each has several rows."""
    return _rule(of, owner)


# One to one ---------------------------------------------------------------------------------------

phrase.words(
    "_one_to_one",
    "one to one | one-to-one | 1:1 | 1 to 1 | one for one | in both directions | both ways | uniquely [to each other] | [uniquely] in both directions",
)


@phrase(
    "stmt",
    "<and_cells> _must (correspond|match|map|go together|be linked|be related|be paired|belong together) [to each other] _one_to_one [_said_in_full]",
    cost=0.04,
)
@phrase(
    "stmt",
    "<and_cells> (correspond|match|map|go together|are linked|are related|are paired|belong together) [to each other] _one_to_one [_said_in_full]",
    cost=0.06,
)
@phrase("stmt", "<and_cells> _must (determine|fix|identify) each other", cost=0.04)
@phrase(
    "stmt",
    "there (is|must be) [a] _one_to_one (relation|relationship|correspondence|mapping|link|match) between <and_cells> [_said_in_full]",
    cost=0.04,
)
def one_to_one(found: Subjects, *_: object) -> Statement | None:
    """The two correspond one to one: each value of either goes with one of the other."""
    cells = [cell for cell in found.items if isinstance(cell, Cell)]
    if len(cells) != 2 or cells[0] == cells[1] or len(found.items) != 2:
        return None
    told = [_has_one(*pair) for pair in (cells, cells[::-1])]
    given = all_of(*(not_(Missing(of=cell)) for cell in cells))
    return rule(all_of(*told), cells[0].table, given)


def _has_one(key: Cell, of: Cell) -> Any:
    found = Aggregate(measure=Measure.DISTINCT, of=of, table=of.table, by=(key.column,))
    return compare(found, "<=", number(1))


phrase.words(
    "_stands_for",
    "stand for | stands for | have | has | goes with | go with | belongs to | belong to | maps to | map to | is used for | covers | _has",
)
phrase.words("_thing", "<cell> | number | numbers | value | values | code | codes | name | names")
phrase.words("_thing_for_several", "no _thing [_may] _stands_for (_several|two) [different] _thing")
phrase.words("_thing_for_one", "(each|every|one) _thing (has|with|for) (one|exactly one) [_thing]")
phrase.words("_goes_on", ": | ; | , | - | – | i.e.")
phrase.words("_and_on", "and | , | , and | nor | and also")
phrase.words(
    "_said_in_full",
    "_goes_on _thing_for_several _and_on _thing_for_several | "
    "_goes_on _thing_for_one _and_on _thing_for_one | , and (vice versa|the other way round|back)",
)

# One row for each -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<key> [:|,|-|–] no two <noun> (with|have|may have|share|may share|having|sharing) (the same|the same one|one|a common|it|the same value|the same number) [one]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|,|-|–] (everyone|everybody|each|each one|every row|each row|everything|all) [has|have|with|gets|get|must have] (their|its|his or her|an) own [one|number|value|code|name|<column>] [,|;|and] [_none_shared]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|,|-|–] [_each] <noun> [has|have|with|gets|get|must have] (their|its|his or her|an) own [one|number|value|code|name] [,|;|and] [_none_shared]",
    cost=0.06,
)
@phrase("stmt", "<key> [:|,|-|–] _none_shared", cost=0.05)
def nobody_shares(found: object, *rows: object) -> Statement | None:
    """Phones: everyone their own number, none shared."""
    sets = [each for each in rows if isinstance(each, RowSet)]
    if any(each.where is not None for each in sets):
        return None
    return (
        unique_among(sets[0].model_copy(update={"each": False}), found) if sets else unique(found)
    )


phrase.words(
    "_none_shared",
    "none shared | no sharing | none twice | never shared | not shared | no two alike | no two the same | no one shares [one|theirs] | nobody shares [one|theirs] | none in common",
)


# Once within another ----------------------------------------------------------------------------

phrase.words(
    "_put_on",
    "(be|is|are|get|gets|been) (billed|sold|booked|charged|invoiced|ordered|rented|lent|played|shown|planned|scheduled|"
    "taken|paid|counted|measured|reported|sent|shipped|placed|seated)",
)


@phrase(
    "stmt",
    "same <cell> (_must_not|never|_do not|_be never|_be not) (_issued|_put_on) _twice _inside _the_one <cell>",
    "same <cell> _be never (billed|sold|booked|charged|invoiced|ordered|rented|lent|played|shown|listed|entered|used|recorded) _twice _inside _the_one <cell>",
    cost=0.04,
)
@phrase("stmt", "<cell> (:|,|-) unique _inside _the_one <cell>", cost=0.04)
def once_within(one: object, other: object) -> Statement | None:
    """The same track is never billed twice on the same invoice."""
    return unique_within(one, other)


@phrase(
    "stmt",
    "(<cell>|_each <cell>) (has|have|_must have|may have|can have) (only|just|at most|no more than|only one|a single) [one] _row (per|for each|in each|for every|in every|for|in) (<cell>|<and_cells>) [in <noun>]",
    cost=0.04,
)
@phrase(
    "stmt",
    "(does|do) (each|every) <cell> have (only|just|at most|no more than) one _row (per|for each|in each|for every|in every|for|in) (<cell>|<and_cells>) [in <noun>] [?]",
    cost=0.04,
)
def one_row_within(one: Value, key: object, *rows: RowSet) -> Statement | None:
    """Each pupil has only one line per subject and term."""
    parts = key.items if isinstance(key, Subjects) else (key,)
    cells = tuple(part for part in (one, *parts) if isinstance(part, Cell))
    if len(set(cells)) < len(parts) + 1 or any(each.where is not None for each in rows):
        return None
    return unique(Subjects(items=cells))
