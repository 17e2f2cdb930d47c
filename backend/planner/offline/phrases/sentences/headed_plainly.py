"""Phrases for rules of a few words, headed by the test's own name: unique code, not null: a, b.

What such a name tells alone is certain: a key that is unique, cells that are there, a bound that
says by itself that it is one.
"""

from __future__ import annotations

from itertools import combinations

from backend.planner.offline.phrases.formats.contents import like
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import Constant, Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Keys and cells that are there ------------------------------------------------------------------

phrase.words(
    "_is_there_told",
    "not null | not empty | never null | never empty | no nulls | non-null | filled | complete | no blanks | "
    "no missing values | not missing",
)


@phrase("stmt", "unique [:] <key>", "unique (key|combination|values) [:|of|in] <key>", cost=0.1)
def unique_key(found: object) -> Statement | None:
    """Unique code."""
    return unique(found)


@phrase(
    "stmt",
    "_is_there_told : (<all_subjects>|<cell_list>)",
    "_is_there_told in (<all_subjects>|<cell_list>)",
    "(required|mandatory) [columns|fields] [:] (<all_subjects>|<cell_list>)",
    cost=0.1,
)
def all_there(told: Subjects | tuple[Value, ...]) -> Statement | None:
    """Not null: code, price."""
    found = told if isinstance(told, Subjects) else Subjects(items=told)
    return rule(about_all(not_(Missing.model_validate({"of": IT})), found))


@phrase(
    "stmt",
    "_is_there_told : <cell>",
    "(not null|non-null|required|mandatory) [:] <cell>",
    cost=0.12,
)
def one_there(found: Value) -> Statement:
    """Not null: code."""
    return rule(not_(Missing.model_validate({"of": found})), subject=found)


# Bounds that tell they are bounds ---------------------------------------------------------------

for _words, _sign in (
    (
        "(on or after|on or later than|no earlier than|not earlier than|not before|never before)",
        ">=",
    ),
    ("(on or before|on or earlier than|no later than|not later than|not after|never after)", "<="),
):

    @phrase("limit", f"{_words} <operand>", cost=0.02)
    def bounded(bound: Value, sign: str = _sign) -> Predicate:
        """On or after the day of loading."""
        return compare(IT, sign, bound)


@phrase("limit", "strictly between <bound> and <bound>", cost=-0.02)
def strictly_between(low: Value, high: Value) -> Predicate:
    """Strictly between 0 and 1."""
    return all_of(compare(IT, ">", low), compare(IT, "<", high))


# Texts and values -------------------------------------------------------------------------------


@phrase("stmt", "<cell> like <text>", "<cell> [is] like <text>", cost=0.1)
def looks_like(of: Value, text: Constant) -> Statement | None:
    """Code like 'AB%'."""
    told = like(text)
    return None if told is None else rule(about(told, of), subject=of)


# Never together, at least one --------------------------------------------------------------------


@phrase(
    "stmt",
    "[the] [<number>] [columns] <all_subjects> _must never [all] be (empty|missing|blank) (at the same time|together|in the same row|all at once)",
    "[the] [<number>] [columns] <all_subjects> _must_not [all] be (empty|missing|blank) (at the same time|together|in the same row|all at once)",
    "[the] [<number>] [columns] <all_subjects> (may|can) never [all] be (empty|missing|blank) (at the same time|together|in the same row|all at once)",
    cost=0.02,
)
def not_all_empty(*parts: object) -> Statement | None:
    """Mail, phone and web must never be empty at the same time."""
    found = next(part for part in parts if isinstance(part, Subjects))
    counts = [part.value for part in parts if isinstance(part, Constant)]
    if counts and counts != [len(found.items)]:
        return None
    return rule(any_of(*(not_(Missing.model_validate({"of": each})) for each in found.items)))


@phrase(
    "stmt",
    "in no <noun> (may|must|should|can) <all_subjects> all be (equal|the same|identical|alike)",
    cost=0.03,
)
@phrase("stmt", "<all_subjects> _must_not all be (equal|the same|identical|alike)", cost=0.05)
def not_all_equal(*parts: object) -> Statement | None:
    """In no row may q1, q2 and q3 all be equal."""
    found = next(part for part in parts if isinstance(part, Subjects))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    pairs = [compare(one, "!=", other) for one, other in combinations(found.items, 2)]
    return rule(any_of(*pairs), rows.table, rows.where) if pairs and not rows.each else None


@phrase(
    "stmt",
    "in no <noun> (may|must|should|can) <all_subjects> be (equal|the same|identical|alike)",
    cost=0.03,
)
def not_both_equal(rows: RowSet, found: Subjects) -> Statement | None:
    """In no row may home and away be equal; of three, any two of them may be meant."""
    return not_all_equal(rows, found) if len(found.items) == 2 else None
