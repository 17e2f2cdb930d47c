"""Phrases for what a key does: it belongs to one row, comes up once, is never given out again."""

from __future__ import annotations

from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_more_than_one_of",
    "two | several | more than one | two or more | multiple | different | two different",
)
phrase.words(
    "_turns_up_on",
    "(occur|occurs|appear|appears|show up|turn up|come up|be used|be found|be listed) [together] (on|in|for|with|under)",
)
phrase.words("_found_on", "(found|used|listed|seen|appearing|occurring) (on|in|for|by|with)")
phrase.words("_found_at", "on | in | for")
phrase.widen("_all_of_these", "all | both | all three | all four | together | all together")
phrase.words("_coincide", "coincide | repeat | be repeated | occur | be the same | be equal")

phrase.words(
    "_for_one",
    "(belong|belongs|refer|refers|point|points|lead|leads|go|goes|apply|applies|be given|is given|are given|be "
    "assigned|is assigned|are assigned|be tied|is tied|are tied|be attached|is attached|are attached|be issued|"
    "is issued|are issued|be handed|is handed|are handed|be dealt|is dealt|be sold|is sold|are sold|be lent|is lent|be sent|is sent|are sent|be allotted|is allotted|be allocated|is allocated|be linked|is linked|are linked|be registered|is registered|are registered) to | (stand|stands|be used|is used|are used|be reserved|is reserved|are reserved) for "
    "| (identify|identifies|name|names|mark|marks|denote|denotes|designate|designates|occur on|occurs on|appear "
    "on|appears on|be found on|is found on|are found on|is used by|are used by|be used by|sit on|sits on|is on|"
    "are on|be on|is held by|are held by|be held by)",
)
phrase.words(
    "_one_only",
    "one | exactly one | only one | just one | at most one | a single | no more than one | one single",
)
phrase.words(
    "_no_other",
    "only | alone | at most | and no other | and never to two | and never two | and not to two | and one <noun> "
    "only | and no more | and never more | , never to two | , never two | , no more | and never to another",
)
phrase.words(
    "_once_only",
    "_only_once | once (and never again|and not again|and no more|, never again|, never twice|and never twice) | "
    "(a|one) single time [at most] | only one time | no second time",
)
phrase.words(
    "_twice",
    "twice | a second time | more than once | again | repeatedly | several times | multiple times | two times "
    "| more than one time | two or more times | on two _row | on several _row | in two _row | in several _row",
)
phrase.words(
    "_issued",
    "[get|gets|be|is|are|been] (given|handed|dealt|issued|assigned|used|reused|recycled|allotted|entered|"
    "recorded|listed|taken|registered|repeated|duplicated|seen|found|booked|sold|reserved|rented|"
    "scheduled) [out|up] | (occur|occurs|appear|"
    "appears|come up|comes up|show up|shows up|turn up|turns up|crop up|crops up|pop up|pops up|exist|exists)",
)
phrase.words(
    "_given_out",
    "(give|hand|deal|issue|assign|use|reuse|allot|enter|record|list) [out|up]",
)


@phrase(
    "key",
    "<cell> (+|/|&) <cell> (+|/|&) <cell>",
    "<cell> (+|/|&) <cell> (+|/|&) <cell> (+|/|&) <cell>",
)
def joined_key(*cells: Cell) -> Subjects | None:
    """First name + last name + birth date."""
    return Subjects(items=cells) if len(set(cells)) == len(cells) else None


phrase.words("_all_over", "(across|over|among|in|for|throughout|between) [all|the whole|all the]")


@phrase(
    "stmt",
    "<key> (_must_not|never|_be never|_be not) [be] (repeated|duplicated|doubled|reused|shared) _all_over <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(we|i|you|one|there) (_must_not|never|do not) (have|be|accept|allow|see|want) [same] <key> (for|on|in|with|under) (two|several|more than one) <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(have|has) any <key> been (assigned|given|handed|issued|allotted) to _more_than_one_of <noun> [?]",
    cost=0.05,
)
def shared_by_none(found: object, rows: RowSet) -> Statement | None:
    """Plates are never duplicated across cars."""
    return of_one_row(found, rows)


# Good ------------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(<key>|_each <key>) [_must|may|can] [only] _for_one _one_only <noun> [_no_other]",
    cost=0.05,
)
@phrase(
    "stmt",
    "no <key> [_may] _for_one _more_than_one_of <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(<key>|_each <key>) (_must_not|never|_do not) _for_one (_more_than_one_of|a second|another) <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [any|every|each|all] <key> _for_one _more_than_one_of <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [any|every|each|all] <key> (that|which) _for_one _more_than_one_of <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag [any|every|each|all] <key> _found_on _more_than_one_of <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "(<key>|_each <key>) (_must_not|never|_do not) _turns_up_on (_more_than_one_of|a second|another) <noun>",
    cost=0.05,
)
@phrase("stmt", "one <key> [,|=|:|-] [only|just|exactly] one <noun> [_no_other]", cost=0.05)
@phrase(
    "stmt",
    "[same] <key> _must_not [both] [together] _turns_up_on _more_than_one_of <noun>",
    cost=0.05,
)
def of_one_row(found: object, rows: RowSet) -> Statement | None:
    """A plate belongs to one car and never to two."""
    return None if rows.where is not None or rows.each else unique_among(rows, found)


@phrase("stmt", "(<key>|_each <key>) [_must|may|can|will] [only] _issued _once_only", cost=0.05)
@phrase(
    "stmt",
    "(<key>|_each <key>) (_must_not|never|_be never|_be not) [be|get] (reused|recycled|repeated|duplicated|doubled)",
    cost=0.1,
)
@phrase(
    "stmt",
    "(<key>|_each <key>) (_must_not|never|_do not|_be never|_be not) _issued _twice",
    cost=0.05,
)
@phrase("stmt", "no <key> [_may|ever] _issued _twice", cost=0.05)
@phrase(
    "stmt",
    "_flag [any|every|each|all] <key> (that|which) [have been|has been|were|was] _issued _twice",
    cost=0.05,
)
@phrase(
    "stmt",
    "(do|does|did) (we|i|they|anyone|somebody) [ever] _given_out [any|a|an|the same] <key> _twice [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "(we|i|they|nobody|no one) (never|_must_not|do not|must not ever) _given_out [any|a|an|the same] <key> [_twice]",
    cost=0.05,
)
@phrase(
    "stmt", "<key> : no (repeats|duplicates|doubles|repetitions|repeat|duplicate|copies)", cost=0.05
)
@phrase(
    "stmt",
    "(duplicate|duplicated|repeated|double|identical) <key> (not allowed|forbidden|prohibited|not ok|not permitted|never|never allowed|unwanted)",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|=] unique [combination|key|pair|together|only|everywhere|throughout]",
    cost=0.1,
)
@phrase("stmt", "<and_cells> [:|=] unique [as a|in] (combination|key|pair|together)", cost=0.05)
@phrase(
    "stmt",
    "<key> [_must|all|always] [all] (differ|be different|be distinct) [from (one another|each other|row to row|_row to _row)]",
    cost=0.05,
)
@phrase("stmt", "<key> [_be] [all] (different|distinct) from (one another|each other)", cost=0.05)
@phrase(
    "stmt",
    "<and_cells> _must_not [_all_of_these] _coincide (_twice|_found_at _more_than_one_of _row|_found_at another _row)",
    cost=0.05,
)
def issued_once(found: object) -> Statement | None:
    """Invoice numbers get used once and never again."""
    return unique_among(RowSet(), found)


@phrase(
    "stmt",
    "<and_cells> _must_not [_all_of_these] _coincide _found_at _more_than_one_of <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|=] unique (per|for|in|on) <noun>",
    "<key> [:] [_must be] (different|distinct) (on|in|for|per) (each|every|all) <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|,] [_each] <noun> _must have (a different|its own|another|a separate|their own|a different one) [one]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [:|,] [_each] <noun> (has|have) (a different|its own|another|a separate|their own) one",
    cost=0.05,
)
def unlike_everywhere(found: object, rows: RowSet) -> Statement | None:
    """Rooms: each teacher has a different one."""
    return of_one_row(found, rows)


@phrase(
    "stmt",
    "<rows> _must have [a|its|their] <key> of (its|their|his|her|his or her) [very] own",
    cost=0.05,
)
@phrase(
    "stmt",
    "<rows> (has|have) [a|its|their] <key> of (its|their|his|her|his or her) [very] own",
    cost=0.05,
)
@phrase(
    "stmt", "<rows> [_must] (have|has) [a|an] <key> (that|which) no _other_of _row _bear", cost=0.05
)
@phrase(
    "stmt",
    "<rows> [_must] (have|has) [a|an] <key> (that|which) (no one else|nobody else|no other) _bear",
    cost=0.05,
)
@phrase(
    "stmt",
    "<rows> [_must] (have|has) [a|an] <key> not (shared by|shared with|used by) (any other|another|anyone else|others) [_row]",
    cost=0.05,
)
@phrase(
    "stmt", "<rows> (may|must|should|can) be [uniquely] (identified|told apart) by <key>", cost=0.05
)
def own(rows: RowSet, found: object) -> Statement | None:
    """Every driver has a phone number of their own."""
    return unique_among(rows.model_copy(update={"each": False}), found)


@phrase(
    "stmt", "<rows> [_must] (have|has) [a|an] <key> (that|which) no other <noun> _bear", cost=0.05
)
def own_alone(rows: RowSet, found: object, others: RowSet) -> Statement | None:
    """Every driver has a phone number that no other driver has."""
    return own(rows, found) if others.table == rows.table and others.where is None else None


@phrase(
    "stmt",
    "_look_over <key> for (duplicates|repeats|doubles|repeated values|copies|double entries)",
    cost=0.05,
)
def looked_over(found: object) -> Statement | None:
    """Check the plates for duplicates."""
    return unique_among(RowSet(), found)


phrase.words(
    "_look_over",
    "check | test | scan | search | look over | look through | go through | inspect | examine",
)
