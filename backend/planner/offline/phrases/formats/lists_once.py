"""Phrases for a list in a cell that names nothing twice: labels, comma-separated, without repeats."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.lists_in_cells import Parted
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_without_repeats",
    "without (repeats|repetitions|duplicates|repeated _items_held|any repeats|repetition|any duplicates|duplicate _items_held) | "
    "with no (repeats|repetitions|duplicates|repeated _items_held|duplicate _items_held) | "
    "free of (repeats|duplicates|repetitions) | of (distinct|different|unique) _items_held | whose _items_held are all "
    "(different|distinct) | in which (nothing|no _items_held) (is listed twice|occurs twice|is repeated|appears twice|"
    "comes twice|may occur twice|may be repeated)",
)
phrase.words(
    "_names_twice",
    "(contain|contains|hold|holds|list|lists|name|names|include|includes|have|has) (the same (_items_held|one) (twice|more than once|"
    "several times)|[any] (repeats|duplicates|repetitions|repeated _items_held|duplicate _items_held)|(something|anything|an _items_held|a _items_held|one|any _items_held) "
    "(twice|more than once))",
)
phrase.words(
    "_turns_up_twice",
    "(occur|occurs|appear|appears|be listed|is listed|be repeated|is repeated|stand|stands|be named|come up|turn up|be there|be used) (twice|more than "
    "once|several times|a second time) | be repeated | be listed twice | repeat",
)
phrase.words(
    "_turns_up_once",
    "(occur|appear|be listed|stand|be named|come up|turn up|be used) (only|at most|just) once",
)


phrase.words(
    "_bear_them",
    "contain | contains | hold | holds | list | lists | name | names | include | includes | have | has",
)


def _once(of: Any, told: Parted) -> Predicate | None:
    is_same = told[2] is None or told[2] == of
    is_list = isinstance(of, Cell) and is_same and len(told[1]) == 1
    return Matches(of=of, how=How.FORMAT, text=f"listed_once {told[1]}") if is_list else None


def _listed_once(of: Any, told: Parted, table: str = "") -> Statement | None:
    found = _once(of, told)
    return None if found is None else rule(found, table, subject=of)


@phrase("stmt", "<is_list> [list] [,] _without_repeats", cost=0.02)
@phrase("stmt", "<is_list> [,|;|:|.] (that|which|and|it) _must_not _names_twice", cost=0.02)
@phrase("stmt", "<is_list> [,|;|:|.] [and] no _items_held _may _turns_up_twice", cost=0.02)
@phrase("stmt", "<is_list> [,|;|:|.] [and] (each|every) _items_held _may _turns_up_once", cost=0.02)
def list_is_once(found: tuple[Cell, Parted]) -> Statement | None:
    """Labels hold a comma-separated list without repeats."""
    return _listed_once(*found)


@phrase("stmt", "<cell> _must_not _names_twice <parted>", cost=0.02)
@phrase("stmt", "<cell> _must be _without_repeats <parted>", cost=0.02)
@phrase("stmt", "no _items_held (of|in) <cell> _may _turns_up_twice <parted>", cost=0.02)
@phrase(
    "stmt",
    "no _items_held _may _turns_up_twice (within|in) [a|an|the|one|any] <cell> <parted>",
    cost=0.02,
)
@phrase("stmt", "no <cell> _may _turns_up_twice (in|within) (<cell>|a list) <parted>", cost=0.02)
@phrase(
    "stmt",
    "no <cell> _may _turns_up_twice (in|within|for|on) (a|an|one|the same|any) <noun> <parted>",
    cost=0.02,
)
@phrase(
    "stmt", "<cell> _must_not _bear_them the same <cell> (twice|more than once) <parted>", cost=0.02
)
@phrase("stmt", "[the] <glued_list> _must_not (_names_twice|repeat)", cost=0.02)
@phrase("stmt", "[the] <glued_list> _must be (unique|_without_repeats)", cost=0.02)
def nothing_twice(first: Any, *parts: Any) -> Statement | None:
    """No label may occur twice in the labels, which commas separate."""
    of, *glued = first if isinstance(first, tuple) else (first,)
    parts = (*glued, *parts)
    told = next(part for part in parts if isinstance(part, tuple) and part[:1] == ("parted",))
    others = [part for part in parts if isinstance(part, Cell)]
    rows = [part for part in parts if isinstance(part, RowSet)]
    is_plain = all(each == of for each in others) and all(each.where is None for each in rows)
    table = next((each.table for each in rows), "")
    return _listed_once(of, told, table) if is_plain else None


@phrase("glued_list", "<glued_mark> <cell>")
def glued_list(mark: str, of: Value) -> tuple[Value, Parted]:
    """The comma-separated labels."""
    return of, ("parted", mark, None)


@phrase(
    "stmt",
    "_flag <noun> (whose|where|in which) <cell> _bear_them the same <cell> (twice|more than once) <parted>",
    cost=0.02,
)
def flag_same_twice(rows: RowSet, of: Value, again: Value, told: Parted) -> Statement | None:
    """Flag films whose labels list the same label twice (they are separated by commas)."""
    return flag_repeats(rows, of, told) if of == again else None


@phrase("stmt", "_flag <noun> (whose|where|in which) <cell> _names_twice <parted>", cost=0.02)
def flag_repeats(rows: RowSet, of: Value, told: Parted) -> Statement | None:
    """Flag films whose labels name the same one twice (labels are separated by commas)."""
    found = _once(of, told)
    return None if found is None else rule(found, rows.table, rows.where, subject=of)


@phrase("adj", "[a] list without repeats , split at <split_mark>", cost=0.0)
def restated_once(mark: str) -> Predicate:
    """A list without repeats, split at ','."""
    return Matches(of=IT, how=How.FORMAT, text=f"listed_once {mark}")
