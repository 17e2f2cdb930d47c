"""Whether a reason tells of a group what its rule would ask of all: a child pays 20, so fee is 20.

Tourists have no card, so card_no must be empty; for children the limit is 5 hours: such a rule may
be meant for these alone, so that it must say itself of which rows it is. A thing that holds, stops
or prints is none of the rows, and what persons do to us tells no more than why: our vans hold 800
kilos, parents take us to court.
"""

from __future__ import annotations

from itertools import pairwise

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import DENIALS, SEASONS
from backend.planner.offline.stories.doers import are_doers, is_one_of_several
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import words_end
from backend.planner.offline.stories.words import FINITE, PREPOSITIONS
from backend.planner.offline.words import MONTHS, stem

_KINDS = frozenset(map(stem, (
    "child", "children", "kid", "baby", "babies", "toddler", "infant", "minor", "teenager",
    "adult", "senior", "junior", "pensioner", "student", "pupil", "tourist", "foreigner", "local",
    "resident", "member", "nonmember", "non-member", "regular", "newcomer", "beginner",
    "apprentice", "trainee", "intern", "volunteer", "couple", "wholesaler", "retailer", "girl",
    "boy", "employee", "freelancer", "veteran", "stranger",
)))  # fmt: skip
"""Persons that are told from others by what they are."""
_SOME = frozenset({"some", "many", "several", "few", "most", "certain", "those", "these"})
_ONE_OF = frozenset({"a", "an", "every", "each", "any", "no"})
_ANYONE = frozenset({
    "people", "everyone", "everybody", "anyone", "anybody", "those", "whoever", "nobody", "someone",
    "somebody",
})  # fmt: skip
_NARROWING = frozenset({"from", "with", "without", "under", "over", "below", "above", "aged", "who",
                        "that", "whose", "living", "coming"})  # fmt: skip
_ASKED = frozenset({"what", "how", "where", "why", "whether"})
_FOR = frozenset({"for", "with", "among"})
_PLACED = frozenset({"in", "at", "on", "during"})
_TIMES = (SEASONS - set(MONTHS)) | {"night", "nights", "weekend", "evening", "evenings"}
_DEFINITE = frozenset({"the", "our"})
_IDLE = frozenset({"our", "the", "all", "as", "because", "since", "usually", "normally"})
_OF_THINGS = frozenset({
    "hold", "carry", "carri", "take", "fit", "seat", "store", "print", "read", "know", "stop",
    "end", "go", "show", "measure", "reach", "allow", "last", "run", "load", "accept", "work",
    "start", "begin", "come", "wear", "expire", "break", "close", "open", "stand", "mean", "room",
    "space",
})  # fmt: skip
"""What a thing does whose bound is that of all rows: a pallet holds 40 boxes."""
_SHORT_OF = DENIALS | {"free", "nothing", "less", "half", "double", "only", "may", "can", "cannot",
                        "must", "should", "need", "then"}  # fmt: skip


def tells_of_group(clause: Clause, named: Mentions) -> bool:
    """Whether a reason may tell of some rows what the rule says."""
    bare = clause._replace(end=words_end(clause, named))
    if clause.role not in (Role.LEAD, Role.RESTATED) and is_one_of_several(bare, named):
        return True
    if clause.role != Role.REASON:
        return False
    clause = bare
    if are_doers(clause, named):
        return True
    subject = _kind(clause, named)
    if (subject is not None and _acts(clause, subject, named)) or _is_towards(clause, named):
        return True
    if not _is_alike(clause, named):
        return False
    return (
        _names_kind(_lows(clause, named))
        or _has_group_subject(clause, named)
        or _is_for_some(clause, named)
        or _is_narrowed(clause, named)
        or _is_timed(clause, named)
        or _gives_some(clause, named)
    )


def says_all(rule: Clause, named: Mentions) -> bool:
    """Whether a rule says of which rows it is: every order, none of the orders."""
    places = range(rule.body + 1, rule.end)
    return any(
        named.names_table(at) and named.is_quantified(at) and not named.is_header(at)
        for at in places
    )


def _names_kind(lows: list[str]) -> bool:
    """The tourist price; but not: you never know what children write."""
    return any(_is_kind(low) and before not in _ASKED for before, low in pairwise(["", *lows]))


def _is_kind(low: str) -> bool:
    """Children, a tourist: persons that are told from others by what they are."""
    return stem(low) in _KINDS


def _lows(clause: Clause, named: Mentions) -> list[str]:
    return [token.low for token in named.tokens[clause.body : clause.end]]


def _is_alike(clause: Clause, named: Mentions) -> bool:
    """Whether it tells of a number, a value or a column, or denies or grants something."""
    places = range(clause.body, clause.end)
    is_told = any(
        named.held(at)
        or named.names_column(at)
        or named.is_a(at, "month", "date", "number", "weekday")
        for at in places
    )
    return is_told or bool(set(_lows(clause, named)) & _SHORT_OF)


def _subject(clause: Clause, named: Mentions) -> int:
    at = clause.body
    while at < clause.end - 1 and named.tokens[at].low in _IDLE:
        at += 1
    return at


def _kind(clause: Clause, named: Mentions) -> int | None:
    """The place of the persons that open it: our students, a child."""
    at = _subject(clause, named)
    at += named.tokens[at].low in _ONE_OF | _SOME
    is_kind = at < clause.end - 1 and _is_kind(named.tokens[at].low)
    return at if is_kind and not named.held(at) else None


def _acts(clause: Clause, at: int, named: Mentions) -> bool:
    """Children get tired, locals have a key; but not: kids are let in first, tourists ask us."""
    behind = [token.low for token in named.tokens[at + 1 : clause.end]]
    is_passive = behind[0] in FINITE and len(behind) > 1 and behind[1].endswith(("ed", "en", "et"))
    return not is_passive and "us" not in behind


def _is_towards(clause: Clause, named: Mentions) -> bool:
    """With children we are careful; we never ask tourists."""
    lows = _lows(clause, named)
    places = range(2, 4) if lows[0] == "we" else range(1, 2) if lows[0] in _FOR else range(0)
    return any(_is_kind(lows[at]) for at in places if at < len(lows))


def _has_group_subject(clause: Clause, named: Mentions) -> bool:
    """School classes pay, a dog weighs, some guests have: no thing, and not all rows."""
    at = _subject(clause, named)
    opens = named.tokens[at].low
    if opens in _SOME or (opens == "one" and _counts_one(at + 1, named)):
        return True
    if opens in _ONE_OF | {"my"}:
        is_lack = named.tokens[at + 2].low == "without"
        return (
            _is_new(named, at + 1)
            and not is_lack
            and not _does_as_things(at + 1, at + 3, clause, named)
        )
    for place in (at, at + 1):
        is_kind = place > at and named.names_table(place) and opens not in _DEFINITE | {"all"}
        is_open = place == at or _is_new(named, at) or is_kind
        is_noun = place < clause.end - 1 and is_open and (is_kind or named.is_group(place))
        if is_noun and _is_verb(place + 1, named):
            return not _does_as_things(place, place + 1, clause, named)
    return False


def _counts_one(at: int, named: Mentions) -> bool:
    """One of the guests, one customer."""
    low = named.tokens[at].low
    return low == "of" or (low.isalpha() and not low.endswith("s") and low not in FINITE)


def _is_new(named: Mentions, at: int) -> bool:
    return named.is_foreign(at) and not named.names_table(at)


def _does_as_things(first: int, last: int, clause: Clause, named: Mentions) -> bool:
    lows = [token.low for token in named.tokens[first : min(last + 2, clause.end)]]
    return any(stem(low) in _OF_THINGS for low in lows)


def _is_verb(at: int, named: Mentions) -> bool:
    low = named.tokens[at].low
    return low in FINITE | {"pay", "get", "can", "may", "must", "cannot"} or (
        _is_new(named, at) and not low.endswith("s")
    )


def _is_for_some(clause: Clause, named: Mentions) -> bool:
    """For children the limit is, the price for a dog is; in the small room nobody."""
    for at in range(clause.body, clause.end - 1):
        low, is_first = named.tokens[at].low, at == clause.body
        behind = at + 1
        is_one = named.tokens[behind].low in _ONE_OF | _SOME
        behind += is_one
        if behind >= clause.end:
            return False
        if low in _FOR and (named.is_group(behind) or (is_one and _is_new(named, behind))):
            return True
        spots = range(at + 2, min(at + 4, clause.end)) if low in _PLACED and is_first else ()
        is_spot = named.tokens[at + 1].low in _DEFINITE
        if is_spot and any(_is_new(named, spot) for spot in spots):
            return True
    return False


def _is_narrowed(clause: Clause, named: Mentions) -> bool:
    """People from Oslo, nobody with a dog, whoever comes by bus."""
    first, second = (*_lows(clause, named), "", "")[:2]
    is_many = first in _ANYONE and (second in _NARROWING or first == "whoever")
    at = _subject(clause, named)
    at += named.tokens[at].low in _ONE_OF
    behind = named.tokens[min(at + 1, clause.end - 1)].low
    is_kind = named.names_table(at) and behind in PREPOSITIONS - {"without", "up", "out"}
    return is_many or is_kind or (first in ("if", "when") and second in _ONE_OF)


def _is_timed(clause: Clause, named: Mentions) -> bool:
    """The fee is 20 at night; the dog fee is 20, which is none of all fees."""
    for at in range(clause.body + 1, clause.end):
        before = named.tokens[at - 1].low
        if named.tokens[at].low in _TIMES and before in PREPOSITIONS:
            return True
        is_first = at == clause.body + 2 and named.tokens[clause.body].low in _DEFINITE
        if is_first and named.is_header(at) and (_is_new(named, at - 1) or before in _TIMES):
            return True
    return False


def _gives_some(clause: Clause, named: Mentions) -> bool:
    """We charge tourists 20 euros, we give students a discount: to whom it is done."""
    lows = _lows(clause, named)
    for at in range(clause.body + 2, min(clause.body + 5, clause.end - 1)):
        is_given = named.is_a(at + 1, "number") or named.tokens[at + 1].low in ("a", "no", "half")
        if lows[0] == "we" and named.is_group(at) and is_given:
            return True
    return False
