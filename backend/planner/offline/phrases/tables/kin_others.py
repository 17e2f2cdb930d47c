"""Phrases for keys that name another row of their table: the ID of another visit of the same patient.

"Another" is part of the rule: the row itself will not do, and there must be such a row.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.kin_rows import Told, said_of_kin
from backend.planner.offline.ways import ROW_KEY
from backend.rules.language.terms import Cell, Exists, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, all_of, compare

phrase = Phrases()

# Another row of the same table ------------------------------------------------------------------

phrase.words("_listed_here", "(of|in|from|on) (this|the|our|the same) (list|table|file|sheet|data)")
phrase.words(
    "_names_one", "refer to | point to | name | lead to | reference | identify | be that of"
)
phrase.words(
    "_names_too", "refers to | points to | names | leads to | references | identifies | is that of"
)
phrase.words(
    "_when_given",
    "[,] (when|if|where) [it is] (given|filled|filled in|set|present|there|not empty|not blank) [,]",
)
phrase.words("_its_key", "id of | number of | code of | key of | name of | identifier of")


phrase("of_kin_too", "(of|for|from|with|in|at) [the] same <cell>")(
    lambda column: ("==", column.column) if isinstance(column, Cell) else None
)
for _words, _sign in (("earlier|lower|smaller", "<"), ("later|higher|larger", ">")):
    phrase("of_kin_too", f"(with|having) [a|an] ({_words}) <cell>")(
        lambda column, sign=_sign: (sign, column.column) if isinstance(column, Cell) else None
    )
phrase("of_kin_toos", "<of_kin_too>")(lambda told: (told,))
phrase("of_kin_toos", "<of_kin_toos> [and] <of_kin_too>")(lambda before, told: (*before, told))


@phrase("another_row", "another <noun> [_listed_here]", "[some] other <noun> [_listed_here]")
@phrase(
    "another_row",
    "(_its_key|<cell> of) (another|some other|any other|one other) <noun> [_listed_here]",
)
def another_row(*parts: object) -> tuple[str, str] | None:
    """The ID of another visit: its table and, if named, its key."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    keys = [part.column for part in parts if isinstance(part, Cell)]
    is_plain = rows.table and rows.where is None and not rows.each
    return (rows.table, keys[0] if keys else "") if is_plain else None


@phrase("stmt", "[_each] <cell> [_when_given] _must be <another_row> [<of_kin_toos>]", cost=0.03)
@phrase("stmt", "[_each] <cell> [_when_given] _names_too <another_row> [<of_kin_toos>]", cost=0.03)
@phrase(
    "stmt", "[_each] <cell> [_when_given] _must _names_one <another_row> [<of_kin_toos>]", cost=0.03
)
def names_another(
    key: Value, found: tuple[str, str], more: tuple[Told, ...] = ()
) -> Statement | None:
    """A follow-up must be the ID of another visit of the same patient."""
    table, column = found
    if not isinstance(key, Cell) or key.column == column:
        return None
    exists = Exists(table=table, keys=((key.column, column),))
    other = compare(key, "!=", Cell(table="", column=ROW_KEY))
    also = said_of_kin(key, more) if more else None
    if also is None:
        return rule(all_of(exists, other), table)
    is_apart = any(sign in ("<", ">") for sign, _ in more)  # what is earlier is another
    told = all_of(exists, also) if is_apart else all_of(exists, other, also)
    return rule(told, table)


phrase.words(
    "_not_oneself",
    "neither oneself nor | neither itself nor | neither themselves nor | not oneself , nor | not itself and not | not itself nor",
)
phrase.words(
    "_no_such_one",
    "[a|an] (unknown|non-existing|nonexistent|missing|invented) (code|number|id|one|key) | [a|an] (code|number|id"
    "|one|key) (that|which) (does not exist|is unknown|is not there|is not in the list)",
)


@phrase("stmt", "<stmt> (:|,|;|-|–|.) _not_oneself _no_such_one", cost=0.02)
def spelled_out(told: Statement) -> Statement | None:
    """Another doctor: neither oneself nor a code that does not exist."""
    return told if ROW_KEY in repr(told.rule) and "exists" in repr(told.rule) else None
