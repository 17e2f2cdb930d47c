"""The English of what must be unique: keys, keys within a group, whole rows."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Cell
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()
phrase.words(
    "_only_once",
    "only once | just once | at most once | no more than once | not more than once | "
    "exactly once | one time only | once only",
)
phrase.words("_shared", "the same | an identical | identical | equal | a common | one")


def _statement(table: str, **fields: object) -> Statement:
    """A rule about duplicates; its kind is made by the catalog's own spec."""
    from backend.rules.duplicates import Duplicates

    return Statement(rule=Duplicates.model_validate({"table": table, **fields}))


def _rule(columns: object, rows: RowSet = RowSet()) -> Statement | None:  # noqa: B008 - frozen
    cells = columns.items if isinstance(columns, Subjects) else (columns,)
    if not all(isinstance(cell, Cell) for cell in cells):
        return None
    tables = {cell.table for cell in cells if isinstance(cell, Cell)} - {""}
    if len(tables | ({rows.table} - {""})) > 1:
        return None
    table = rows.table or (tables.pop() if tables else "")
    names = tuple(cell.column for cell in cells if isinstance(cell, Cell))
    return _statement(table, columns=names, where=rows.where)


@phrase(
    "key",
    "<cell>",
    "(combination|pair|tuple) [of] <and_cells>",
    "<and_cells> (together|taken together|combined|in combination|as a pair)",
    "(both|all) of <and_cells> together",
)
def key(found: object) -> object:
    """One column, or several together."""
    return found


@phrase("key", "(combination|pair|tuple) [of] \\( <cell_list> \\)", "\\( <cell_list> \\)")
def listed_key(cells: tuple[Cell, ...]) -> Subjects:
    """The pair (order_id, line_no)."""
    return Subjects(items=cells)


@phrase(
    "key",
    "<cell> / <cell>",
    "<cell> + <cell>",
    "<cell> per <cell>",
    "<cell> within [each|every|one|the same] <cell>",
)
def pair(left: Cell, right: Cell) -> Subjects:
    """A pair of columns."""
    return Subjects(items=(left, right))


@phrase(
    "stmt",
    "<key> _must be unique",
    "_each <key> _must be unique",
    "<key> _be unique",
    "<key> _must [only] (occur|appear|exist|be used|be assigned|be given|be issued) _only_once",
    "_each <key> (may|can) [only] (occur|appear|exist|be used|be assigned|be given|be issued) _only_once",
    "<key> (may|can) [only] (occur|appear|exist|be used|be assigned|be given|be issued) _only_once",
    "_each <key> (occurs|appears|exists) _only_once",
    "<key> _must not (repeat|be repeated|be duplicated|contain duplicates|have duplicates|contain any duplicates|occur twice|occur more than once|appear more than once|appear twice|be used twice|be used more than once)",
    "no <key> (may|must|should|can) (repeat|be repeated|be duplicated|occur twice|occur more than once|appear more than once|appear twice|be used twice|be used more than once|be shared)",
    "<key> _be (a|the) unique (key|identifier)",
    "<key> _must be unique (across|over) all _row",
    "no two _row (may|must|should|can) share [a|an|their|any] <key>",
    "two _row _must_not (have|share) [_shared] <key>",
    "<key> _must_not (repeat|be repeated|be duplicated|contain duplicates|have duplicates|occur twice|occur more than once|appear more than once|appear twice)",
    "is <key> unique [?]",
    "there (must|should|may) (be no|not be) (duplicate|duplicated|repeated) <key>",
    "no (duplicate|duplicated|repeated) <key>",
    "no duplicates in <key>",
    "<key> unique",
    "there (must|should|may) (be no|not be) duplicates in <key>",
    "no two _row (may|must|should|can) (have|share) _shared <key>",
    "<key> uniquely identifies a _row",
)
@phrase(
    "stmt",
    "_flag (duplicate|duplicated|repeated|non-unique) <key>",
    "_flag duplicates (in|of) <key>",
    "_flag _row (with|that have|having) (duplicate|duplicated|repeated|non-unique|the same) <key>",
    "_flag [_each] <key> that (occur|occurs|appear|appears) (more than once|twice|several times|multiple times|repeatedly|twice or more)",
    "_flag _row that share (a|the same|their) <key>",
    "_flag _row whose <key> (occurs|appears|is used) (more than once|several times|twice)",
    "(are|is) there [any] (duplicate|duplicated|repeated) <key> [?]",
    "(do|does) any <key> (occur|appear) (more than once|twice) [?]",
    "_flag _row whose <key> (is not unique|is duplicated|is repeated)",
    "(is|are) there [any] <key> that (occur|occurs|appear|appears) (more than once|twice|several times|multiple times) [?]",
    "_flag _row sharing (a|the same) <key>",
)
def unique(found: object) -> Statement | None:
    """A key that must be unique."""
    return _rule(found)


@phrase("stmt", "<key> (_must be|_be) case-insensitively unique", cost=0.02)
@phrase("stmt", "<key> (_must be|_be) unique case-insensitively", cost=0.02)
def unique_any_case(found: object) -> Statement | None:
    """A key that must be unique in whatever case."""
    statement = _rule(found)
    told = Modifier(kind="ignore-case")
    return None if statement is None else statement.model_copy(update={"remarks": (told,)})


@phrase(
    "stmt",
    "<key> _be (a|the) primary key",
    "<key> _must be (a|the) primary key",
    "[the] primary key _be [the] <key>",
    "[the] primary key _be [made of|made up of|composed of] <and_cells>",
    "<and_cells> (form|make up) (a|the) primary key",
    "<key> _must be unique and (not empty|not null|filled|never empty|present|filled in)",
    "<key> _must be (filled|present|not null|not empty) and unique",
    "<key> [:] unique (,|and|, and) (never|not) (empty|null|missing|blank)",
    "<key> [:] (never|not) (empty|null|missing|blank) (,|and|, and) unique",
    "<key> [:] (required|mandatory|filled) (,|and|, and) unique",
    "<key> [:] unique (,|and|, and) (required|mandatory|filled)",
)
def primary(found: object) -> Statement | None:
    """A key that must be unique, and filled."""
    statement = _rule(found)
    if statement is None:
        return None
    fresh = statement.rule.model_copy(update={"required": True})
    return statement.model_copy(update={"rule": fresh})


@phrase(
    "stmt",
    "<key> _must be unique (among|for|within|across|over) [all|the] <rows>",
    "<key> _be unique (among|for|within|across) <rows>",
    "no two <rows> (may|must|should|can) (have|share) _shared <key>",
    "no two <rows> (may|must|should|can) share [a|an|their|any] <key>",
    "there (must|may|should|can) (not be|never be) two <rows> with (the same|equal|identical|one) <key>",
    "there (must|may|should|can) be no two <rows> with (the same|equal|identical|one) <key>",
    "two <rows> _must_not (have|share) [_shared] <key>",
    "<key> _must be unique _each <rows>",
    "_each <rows> _must have [a|its own] (unique|distinct) <key>",
    "<rows> (_must have|has|have) (its|their|his|her|a|his or her) [very] own [unique|distinct] <key>",
    "<rows> (has|have) [a|an] (unique|distinct) <key>",
    "<rows> _must have (unique|distinct) <key>",
    "(among|for|within) <rows> [,] <key> _must be unique",
)
@phrase(
    "stmt",
    "_flag <rows> (that share|sharing) (the same|a|an|one|their) <key>",
    "_flag <rows> with (the same|one) <key>",
    "_flag <rows> (that share|sharing) <key>",
    "_flag <rows> with (duplicate|duplicated|repeated|non-unique) <key>",
    "no two <rows> (may|must|should|can) be (equal|identical) in <key>",
    "_flag <rows> whose <key> (occurs|appears|is used) (more than once|several times|twice)",
    "(do|are|have) any two <rows> (have|share|with) (the same|a) <key> [?]",
    "_flag <rows> whose <key> _be (not unique|duplicated|repeated)",
)
def unique_among(*parts: object) -> Statement | None:
    """A key that must be unique among some rows; "the same" may rather say what is averaged."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    if rows.where is not None and any(isinstance(part, Aggregate) for part in walk(rows.where)):
        return None
    return _rule(next(part for part in parts if not isinstance(part, RowSet)), rows)


@phrase(
    "stmt",
    "<key> _must be unique (per|within|for|in|inside) [each|every|one|the same|a|a given] <cell>",
    "_each <key> _must be unique (per|within|for) [each|every|one|a] <cell>",
    "(per|within|for) [each|every|one|the same] <cell> [,] <key> _must be unique",
    "within [each|every|one|the same] <cell> [,] [every|each] <key> (may|must) (occur|appear) only once",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> _must_not (appear|occur|be used) (twice|more than once) (in|for|within) (the same|one|a single|any) <cell>",
    "_each <cell> (may|must|should|can) [only] (appear|occur|be used) _only_once (in|per|for|within) (each|every|one|the same|a|an|any) <cell>",
    "[_each] <cell> (occurs|appears|is used|exists|is listed|comes up) _only_once (in|per|for|within|on) (each|every|one|the same|a|an|any|a single) <cell>",
    "<cell> _must [only] (occur|appear|be used|be listed) _only_once (in|per|for|within|on) (each|every|one|the same|a|an|any|a single) <cell>",
    "_each <cell> (may|must|should|can) [only] (appear|occur|be used) _only_once per <cell>",
    "<key> _must be unique (per|within|for) [each|every] <and_cells>",
    "(per|within|for) [each|every] <and_cells> [,] <key> _must be unique",
    cost=0.05,
)
def unique_within(left: object, right: object) -> Statement | None:
    """A key that must be unique within another."""
    items = tuple(
        item
        for part in (left, right)
        for item in (part.items if isinstance(part, Subjects) else (part,))
    )
    if len(set(items)) < 2 or not all(isinstance(item, Cell) for item in items):
        return None
    return _rule(Subjects(items=tuple(sorted(items, key=lambda cell: str(cell)))))  # type: ignore[arg-type]


@phrase(
    "stmt",
    "no two <rows> (may|must|should|can) be (identical|equal|the same) [in all columns|in every column]",
    "(there must be|there should be|there may be) no (duplicate|duplicated|identical) <rows>",
    "_flag (fully|completely|exact|exactly|full) (duplicate|duplicated|identical) <rows>",
    "_flag <rows> that (is|are) identical (in|across) all columns to another _row",
    "_flag <rows> that are (identical|equal) (in all|in every|in all their) (columns|column) [to another row]",
    "_flag <rows> that (are identical|equal|are the same) in all columns [to|as] [another|any other] _row",
    "_flag (duplicate|duplicated|identical) <rows>",
    "no <rows> (may|must|should) (be duplicated|occur twice|appear twice)",
    "_flag <rows> that occur more than once",
    "<rows> _must_not be duplicated",
    "_each <rows> _must be unique",
    "no (duplicate|duplicated|identical) <rows>",
    "there (must|should|may) be no (fully|completely|exactly|entirely) (duplicate|duplicated|identical) <rows>",
    "no (fully|completely|exactly|entirely) (duplicate|duplicated|identical) <rows>",
)
def no_copies(rows: RowSet) -> Statement:
    """Whole rows that must differ."""
    return _statement(rows.table, where=rows.where)


phrase.words(
    "_but",
    "apart from | except for | except | ignoring | disregarding | leaving out | not counting | "
    "other than | regardless of | in all columns but | in every column but | in all columns "
    "except | in all columns apart from",
)


@phrase("ignored", "[column|columns] <cell>", "[columns] <and_cells>", "<cell> column")
def ignored(found: object) -> tuple[Cell, ...]:
    """Columns that do not count."""
    items = found.items if isinstance(found, Subjects) else (found,)
    return tuple(item for item in items if isinstance(item, Cell))


@phrase(
    "stmt",
    "no two <rows> (may|must|should|can) be (identical|equal|the same) [,] _but <ignored>",
    "there (must|should|may) be no [fully] (duplicate|duplicated|identical) <rows> [,] _but <ignored>",
    "_flag [fully] (duplicate|duplicated|identical) <rows> [,] _but <ignored>",
    "_flag <rows> that are (identical|equal|duplicates|duplicates of another _row|identical to another _row) [,] _but <ignored>",
    "_but <ignored> [,] no two <rows> (may|must|should|can) be (identical|equal|the same)",
)
def no_copies_but(*parts: object) -> Statement | None:
    """Rows that must differ in more than some columns."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    cells = next(part for part in parts if isinstance(part, tuple))
    names = tuple(cell.column for cell in cells if isinstance(cell, Cell))
    return _statement(rows.table, where=rows.where, ignored=names)


phrase.words(
    "_blanks",
    "[surrounding|outer|leading and trailing|leading or trailing] (blanks|spaces|whitespace) | "
    "blanks around (it|them)",
)


@phrase(
    "remark",
    "ignoring _blanks",
    "after trimming",
    "(trimmed|once trimmed)",
    "regardless of _blanks",
)
def trimmed() -> Modifier:
    """Blanks at either end do not count."""
    return Modifier(kind="trim")


@phrase(
    "remark",
    "ignoring [letter|upper and lower] case and _blanks",
    "ignoring _blanks and [letter] case",
    "(trimmed|after trimming) and (lower-cased|in lower case|ignoring case|case-insensitively)",
    "case-insensitively and (trimmed|after trimming)",
    "regardless of case and _blanks",
)
def trimmed_any_case() -> Modifier:
    """Neither case nor blanks at either end count."""
    return Modifier(kind="trim", texts=("case",))
