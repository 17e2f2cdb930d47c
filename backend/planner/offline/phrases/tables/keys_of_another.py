"""Phrases for keys that, where they are given, are those of a row: of any stall, of another horse.

A key that is not given leads nowhere, and is not judged; "filled but not the id of any stall" says
so once more.
"""

from __future__ import annotations

from backend.planner.offline.keys import tells_apart
from backend.planner.offline.phrases.tables.kin_others import names_another
from backend.planner.offline.phrases.tables.related_keys import KeyOfOne, key_of_one
from backend.rules.language.terms import Cell, Exists, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, not_

phrase = Phrases()

# Of any row -------------------------------------------------------------------------------------


@phrase("key_of_one", "<column> of (any|some|any known|any existing|any such) <noun>", cost=0.1)
def key_of_any(key: Cell, found: RowSet) -> KeyOfOne | None:
    """The stall_id of any stall."""
    is_plain = bool(found.table) and found.where is None and not found.each
    return key_of_one(key, found) if is_plain and tells_apart(key.column) else None


phrase.words(
    "_given_but",
    "[is|are] (filled|filled in|given|set|there|present|not empty|not blank) (but|and|yet|, but|, yet) [it|they]",
)
phrase.words("_in_vain", "[is|are] not")


@phrase("clause", "<cell> _given_but _in_vain <key_of_one>", cost=0.02)
def given_but_unknown(of: Value, found: KeyOfOne) -> Predicate | None:
    """The home stall is filled but is not the stall_id of any stall."""
    key, rows = found
    table = rows.table or key.table
    if not isinstance(of, Cell) or not table or rows.where is not None:
        return None
    there = Exists(table=table, keys=((of.column, key.column),))
    return all_of(not_(Missing(of=of)), not_(there))


@phrase("clause", "<cell> _given_but _missing_from <target>", cost=0.02)
@phrase("clause", "<cell> _given_but (is|are) not (in|among|one of) <target>", cost=0.02)
def given_but_missing(of: Value, found: tuple[RowSet, str]) -> Predicate | None:
    """The home stall is filled but is not in stalls."""
    rows, column = found
    if not isinstance(of, Cell) or not rows.table or rows.where is not None:
        return None
    there = Exists(table=rows.table, keys=((of.column, column),))
    return all_of(not_(Missing(of=of)), not_(there))


# Of another row of the same table ---------------------------------------------------------------

phrase.widen("_listed_here", "in the very same (list|table|file|sheet) | in here")
phrase.words(
    "_never_itself",
    "[,|;|-|–] [and] (never|not) (the row 's own|its own|that of the row itself|the same row 's|the row itself|itself|"
    "the row 's own one|that of the same row|its own one)",
)


@phrase(
    "stmt",
    "(if|when|where|wherever|whenever|as soon as) <cell> (is|was|has been) _key_given [,] [then] it _must be "
    "<another_row> [_never_itself]",
    cost=0.03,
)
@phrase("stmt", "<cell> [_when_given] _must be <another_row> _never_itself", cost=0.02)
@phrase("stmt", "<cell> [_when_given] _must _names_one <another_row> _never_itself", cost=0.02)
def another_where_given(key: Value, found: tuple[str, str]) -> Statement | None:
    """If the dam is filled, it is the number of another horse, never the row's own."""
    return names_another(key, found)


phrase.words(
    "_key_given",
    "filled | filled in | given | set | there | present | not empty | not blank | stated | named | known",
)
