"""Rows that share what should be unique."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, all_of, any_of, call, listed, literal
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class Duplicates(Rule):
    """No two rows share the cells of ``columns`` (all columns where none are named).

    ``keep`` tells which of the rows that share a key are flagged: all of them, or all but the
    first. Rows with an empty key cell are not compared, save where whole rows are.
    """

    kind: Literal["duplicates"] = "duplicates"
    columns: tuple[str, ...] = ()
    keep: Literal["all", "later"] = "all"
    ignore_case: bool = False
    empty_counts: bool = False
    required: bool = False
    """An empty key cell breaks the rule as well: a primary key."""

    def own_columns(self) -> tuple[str, ...]:
        """The key."""
        return self.columns


def emit(rule: Duplicates, facts: Facts) -> Functions:
    """``scope`` keeps rows with a whole key; ``check`` gives those whose key is not alone."""
    scope = _scope(rule, facts)
    body = body_for(rule)
    if scope is not None:
        enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    keep = literal(False) if rule.keep == "all" else literal("first")
    repeated = _keys(rule, rows).call("duplicated", keep=keep)
    if rule.required:
        empty = [rows.frame.item(literal(column)).call("isna") for column in rule.columns]
        repeated = any_of([*empty, repeated])
    body.give(rows.frame.item(repeated))
    return Functions(check=body, scope=scope)


def _scope(rule: Duplicates, facts: Facts) -> Body | None:
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    if not (rule.empty_counts or rule.required):
        masks += [rows.frame.item(literal(column)).call("notna") for column in rule.columns]
    if not masks:
        return None
    body.give(rows.frame.item(all_of(masks)))
    return body


def _keys(rule: Duplicates, rows: Rows) -> Code:
    if not rule.columns:
        return rows.frame
    if not rule.ignore_case:
        key = list(rule.columns) if len(rule.columns) > 1 else rule.columns[0]
        return rows.frame.item(literal(key))
    plain = [
        rows.value(Cell(table=rule.table, column=column), Reads.TEXT)
        .call("str.strip")
        .call("str.lower")
        for column in rule.columns
    ]
    if len(plain) == 1:
        return plain[0]
    return rows.body.let("keys", call("pd.concat", listed(plain), axis=literal(1)))


def say_rule(rule: Duplicates) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    key = " and ".join(rule.columns) if rule.columns else "all columns"
    case = ", ignoring case and outer blanks" if rule.ignore_case else ""
    which = "every row that shares them" if rule.keep == "all" else "every such row but the first"
    if rule.required:
        which += ", and every row where one of them is empty"
    empty = " Empty cells count as equal." if rule.empty_counts and rule.columns else ""
    return f"No two {rule.table} rows{where} are equal in {key}{case}; flag {which}.{empty}"


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_only_once",
    "only once | just once | at most once | no more than once | not more than once | "
    "exactly once | one time only",
)
phrase.words("_shared", "the same | an identical | identical | equal | a common | one")


def _rule(columns: object, rows: RowSet = RowSet()) -> Statement | None:  # noqa: B008 - frozen
    cells = columns.items if isinstance(columns, Subjects) else (columns,)
    if not all(isinstance(cell, Cell) for cell in cells):
        return None
    tables = {cell.table for cell in cells if isinstance(cell, Cell)} - {""}
    if len(tables | ({rows.table} - {""})) > 1:
        return None
    table = rows.table or (tables.pop() if tables else "")
    names = tuple(cell.column for cell in cells if isinstance(cell, Cell))
    return Statement(rule=Duplicates(table=table, columns=names, where=rows.where))


@phrase(
    "key",
    "<cell>",
    "combination of <subjects>",
    "<subjects> [together|taken together|combined|in combination]",
    "pair of <subjects>",
    "pair <subjects>",
    "combination <subjects>",
)
def key(found: object) -> object:
    """One column, or several together."""
    return found


@phrase(
    "key",
    "<cell> / <cell>",
    "<cell> + <cell>",
    "\\( <cell> , <cell> \\)",
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
    "<key> _must [only] (occur|appear|exist|be used) _only_once",
    "_each <key> (occurs|appears|exists) _only_once",
    "<key> _must not (repeat|be repeated|be duplicated|contain duplicates|have duplicates|contain any duplicates|occur twice|occur more than once|appear more than once|appear twice|be used twice|be used more than once)",
    "no <key> (may|must|should|can) (repeat|be repeated|be duplicated|occur twice|occur more than once|appear more than once|appear twice|be used twice|be used more than once|be shared)",
    "<key> _be (a|the) (unique|primary) (key|identifier)",
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
    "_flag _row whose <key> (is not unique|is duplicated|is repeated)", "(is|are) there [any] <key> that (occur|occurs|appear|appears) (more than once|twice|several times|multiple times) [?]",
    "_flag _row sharing (a|the same) <key>",
)
def unique(found: object) -> Statement | None:
    """A key that must be unique."""
    return _rule(found)


@phrase(
    "stmt",
    "<key> _must be unique (among|for|within|across|over) [all|the] <rows>",
    "<key> _be unique (among|for|within|across) <rows>",
    "no two <rows> (may|must|should|can) (have|share) _shared <key>",
    "<key> _must be unique _each <rows>",
    "_each <rows> _must have [a|its own] (unique|distinct) <key>",
    "<rows> _must have (unique|distinct) <key>",
    "(among|for|within) <rows> [,] <key> _must be unique",
)
@phrase(
    "stmt",
    "_flag <rows> (that share|sharing|with) (the same|a|an|one|their) <key>",
    "_flag <rows> (that share|sharing) <key>",
    "_flag <rows> with (duplicate|duplicated|repeated|non-unique) <key>",
    "no two <rows> (may|must|should|can) be (equal|identical) in <key>",
    "_flag <rows> whose <key> (occurs|appears|is used) (more than once|several times|twice)",
    "(do|are|have) any two <rows> (have|share|with) (the same|a) <key> [?]",
    "_flag <rows> whose <key> _be (not unique|duplicated|repeated)",
)
def unique_among(*parts: object) -> Statement | None:
    """A key that must be unique among some rows."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    return _rule(next(part for part in parts if not isinstance(part, RowSet)), rows)


@phrase(
    "stmt",
    "<key> _must be unique (per|within|for|in|inside) [each|every|one|the same|a|a given] <cell>",
    "_each <key> _must be unique (per|within|for) [each|every|one|a] <cell>",
    "(per|within|for) [each|every|one|the same] <cell> [,] <key> _must be unique",
    "within [each|every|one|the same] <cell> [,] [every|each] <key> (may|must) (occur|appear) only once",
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
    "_flag <rows> that (is|are) identical (in|across) all columns to another _row [\\( all copies \\)]", "_flag <rows> that are (identical|equal) (in all|in every|in all their) (columns|column) [to another row] [\\( all copies \\)]",
    "_flag <rows> that (are identical|equal|are the same) in all columns [to|as] [another|any other] _row",
    "_flag (duplicate|duplicated|identical) <rows>",
    "no <rows> (may|must|should) (be duplicated|occur twice|appear twice)",
    "_flag <rows> that occur more than once",
    "<rows> _must_not be duplicated",
    "_each <rows> _must be unique",
    "no (duplicate|duplicated|identical) <rows>",
)
def no_copies(rows: RowSet) -> Statement:
    """Whole rows that must differ."""
    return Statement(rule=Duplicates(table=rows.table, where=rows.where))


KIND = Kind(
    phrases=phrase,
    spec=Duplicates,
    summary="Rows that share what should be unique.",
    emit=emit,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "email must be unique",
            {"users": (("user_id", "email"), (1, "a"), (2, "b"), (3, "a"), (4, None), (5, None))},
            (0, 2),
            "one_column",
        ),
        Example(
            "The combination of user_id and event_id must be unique among paid orders.",
            {
                "orders": (
                    ("user_id", "event_id", "status"),
                    (1, 1, "paid"),
                    (1, 1, "open"),
                    (1, 2, "paid"),
                    (1, 2, "paid"),
                )
            },
            (2, 3),
            "filtered_pair",
        ),
    ),
)
