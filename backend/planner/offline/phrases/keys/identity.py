"""Phrases for what tells rows apart, as owners put it without the word unique."""

from __future__ import annotations

from backend.rules.duplicate_phrases import primary, unique, unique_among, unique_within
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_repeatedly", "twice | more than once | several times | repeatedly | two times | again"
)
phrase.words("_in_one", "in | on | within | for | per | inside | under")
phrase.words(
    "_one_and_same",
    "same | one | a single | one and the same | any one | any | a | each | every",
)


@phrase(
    "stmt",
    "[all] (values|entries|cells|codes|numbers) (in|of) <cell> _must [all] be (different|distinct|unique)",
    "[all] (values|entries|cells) (in|of) <cell> _must [all] (differ|differ from each other)",
    "[all] <cell> [values] _must [all] be (distinct|all different|different from each other)",
    "_each <cell> (occurs|appears|exists|is used|is there|is listed) once",
    "_each <cell> _must be (distinct|used for one _row only)",
    "no <cell> [value] (is|may be) used _repeatedly",
    "<cell> _must_not be reused",
    "<cell> (is|are) (never|not) (reused|repeated|used twice|used more than once)",
    "no <cell> (occurs|appears|is repeated) [_repeatedly]",
    "_each <key> _be unique",
    "(is|are) any <key> (used|repeated|duplicated|listed) [_repeatedly] [?]",
)
def distinct_values(found: Value) -> Statement | None:
    """All values in a column must be different."""
    return unique(found)


@phrase(
    "stmt",
    "no two <rows> _may (have|share) _shared <and_cells>",
    "no two <rows> (have|share) _shared <and_cells>",
    "no two <rows> (have|share) _shared <key>",
    "two <rows> _must_not (have|share) [_shared] <and_cells>",
    "_flag <rows> (that share|sharing|with) (the same|one|their) <and_cells>",
    "_flag <rows> that (have|share) (the same|identical) <and_cells> (as|with) another _row",
    "_flag <rows> that (have|share) (the same|an identical|identical) <cell> (as|with) (another _row|others|each other)",
    "(do|are) [any] two <rows> (have|share|with|sharing) (the same|one) <and_cells> [?]",
    "(do|are) any <rows> (have|share|with|sharing) (the same|one|their) <key> [?]",
    "which <rows> (have|share) (the same|one|their|a) <key> [?]",
    "which <rows> (have|share) (the same|one|their) <and_cells> [?]",
)
def no_two(rows: RowSet, found: object) -> Statement | None:
    """No two movies may have the same name and year."""
    return unique_among(rows, found)


@phrase(
    "stmt",
    "<and_cells> [together] (identify|identifies) (a|each|every|one) _row [uniquely]",
    "<and_cells> [together] uniquely (identify|identifies) (a|each|every|one) _row",
    "<and_cells> [together] (identify|identifies) (a|each|every) <noun> [uniquely]",
    "[_each] <cell> (identifies|identify) (a|each|every|one|exactly one) _row [uniquely]",
    "_each _row _be [uniquely] identified by [its] <key>",
    "_each _row _be [uniquely] identified by [its] <and_cells>",
    "<cell> [uniquely] (identifies|identify) (a|each|every|one) <noun>",
)
def identifies(found: object, *rows: RowSet) -> Statement | None:
    """A and B together identify a line."""
    named = next((part for part in (found, *rows) if isinstance(part, RowSet)), RowSet())
    key = next(part for part in (found, *rows) if not isinstance(part, RowSet))
    return unique_among(named, key) if named.where is None else None


@phrase(
    "stmt",
    "<keys> _must_not (contain|have|include|list|hold) _shared <cell> _repeatedly",
    "no <keys> _may (contain|have|include|list|hold) _shared <cell> _repeatedly",
    "_each <keys> _must_not (contain|have|include|list) _shared <cell> _repeatedly",
    cost=0.05,
)
def not_twice_in(keys: tuple[Value, ...], found: Value) -> Statement | None:
    """An order must not contain the same product twice."""
    return unique_within(Subjects(items=keys), found)


@phrase(
    "stmt",
    "[the same] <cell> _must_not (be|appear|occur|be listed|stand|be used|be booked|show up) _repeatedly _in_one _one_and_same <cell>",
    "no <cell> _may (be|appear|occur|be listed|be used|be booked|show up) _repeatedly _in_one _one_and_same <cell>",
    "[the same] <cell> _must_not (be|appear|occur|be listed|stand|be used|be booked|show up) _in_one _one_and_same <cell> _repeatedly",
    "no <cell> _may (be|appear|occur|be listed|be used|be booked|show up) _in_one _one_and_same <cell> _repeatedly",
    "<cell> _may [only] (appear|occur|be used|exist|be listed) _only_once _in_one [_one_and_same] <cell>",
    "[the same|_each] <cell> _may [only] (be|appear|occur|be listed|stand|be used|be booked|show up) _in_one _one_and_same <cell> _only_once",
    "<key> _be unique (per|within|for|in|inside) [each|every|one|the same|a|a given] <cell>",
    "<cell> _must_not be (repeated|duplicated|used twice|used more than once) _in_one [_one_and_same] <cell>",
    "<cell> _must_not repeat _in_one [_one_and_same] <cell>",
    "no (duplicate|duplicated|repeated) <cell> _in_one [_one_and_same] <cell>",
    cost=0.05,
)
def once_per(found: object, within: Value) -> Statement | None:
    """A name may occur only once per album."""
    return unique_within(found, within)


@phrase(
    "key",
    "(combination|pair|tuple) [of] <cell_list>",
    "(combination|pair|tuple) [of] <cell> (/|+|-) <cell>",
)
def combined(*found: object) -> Subjects | None:
    """The combination A, B."""
    cells = found[0] if isinstance(found[0], tuple) and not isinstance(found[0], Cell) else found
    return Subjects.model_validate({"items": cells})


@phrase(
    "stmt",
    "<key> _be (the|a) key : unique and (never|not) (empty|blank|null|missing)",
    "<key> _must be unique and (never|not) (empty|blank|null|missing)",
    "<key> _must (never|not) be (empty|blank|null|missing) and _must be unique",
    "<key> _be unique and (never|not) (empty|blank|null|missing)",
    "<key> _must be (both unique and filled|both filled and unique)",
    "<key> _be the [unique] key",
)
def a_key(found: object) -> Statement | None:
    """A key: unique and never empty."""
    return primary(found)
