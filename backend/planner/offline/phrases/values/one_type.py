"""Phrases for columns whose values are of one type: all of the same type, no mixed types."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Value
from backend.rules.mixed_types import TYPES, MixedTypes, Type
from backend.rules.phrasing import Phrases, Statement, Subjects

phrase = Phrases()
Apart = tuple[Type, ...]


def _rule(of: Value | Subjects, apart: Apart = ()) -> Statement | None:
    items = of.items if isinstance(of, Subjects) else (of,)
    cells = [item for item in items if isinstance(item, Cell) and not item.empty_if]
    tables = {cell.table for cell in cells}
    if len(cells) < len(items) or len(tables) > 1 or not cells:
        return None
    names = tuple(dict.fromkeys(cell.column for cell in cells))
    in_order = tuple(each for each in TYPES if each in apart)
    rule = MixedTypes(table=tables.pop(), columns=names, apart=in_order)
    return Statement(rule=rule, subject=cells[0] if len(names) == 1 else None)


@phrase(
    "typed_cells",
    "<cell>",
    "(all|all the|each|every) <cell> [values]",
    "all of the <cell> [values]",
    "(all|all the|each|every) [of the] (values|entries|cells) (of|in) <cell>",
)
def typed_cells(of: Value) -> Value | None:
    """Amount; all values of amount."""
    return of if isinstance(of, Cell) else None


@phrase("typed_columns", "(each|every) <table_columns>", "any <table_columns>", cost=0.01)
def typed_columns(cells: tuple[Cell, ...]) -> Subjects:
    """Every column."""
    return Subjects(items=cells)


phrase.words("_columns_aside", "except | but | other than | apart from | except for | save")


@phrase(
    "typed_columns", "<typed_columns> [,] _columns_aside [column|columns] (<cell>|<and_cells>) [,]"
)
def typed_columns_but(found: Subjects, left_out: Any) -> Subjects | None:
    """Every column except note."""
    gone = left_out.items if isinstance(left_out, Subjects) else (left_out,)
    names = {cell.column for cell in gone if isinstance(cell, Cell)}
    kept = tuple(each for each in found.items if getattr(each, "column", "") not in names)
    is_known = len(kept) == len(found.items) - len(gone)
    return Subjects(items=kept) if kept and is_known else None


phrase("typed_list", "<and_cells>", "<typed_columns>")(lambda found: found)


# Of one type ----------------------------------------------------------------------------------

phrase.words("_a_type", "type | data type | value type | datatype")
phrase.words("_types", "types | data types | value types | datatypes")
_ONE = "one | a single | only one | just one | exactly one | one single | a uniform | a consistent"
phrase.words("_a_lone", _ONE)
phrase.words("_a_common_one", f"{_ONE} | the same | one and the same | one common")
phrase.words("_jumbled", "mixed | several | various | inconsistent | multiple | more than one")
phrase.words("_unlike_kind_of", "different | differing | unlike")
_OF_ONE = (
    "have {0} _a_type [only|throughout|everywhere] | share {0} _a_type | "
    "be [all] of {0} _a_type [only|throughout] | (have|hold) {0} _a_type only | "
    "(hold|contain|have|store) [only] (values|data|entries) of {0} _a_type [only] | "
    "(hold|contain|have|store) {0} _a_type of (values|value|data) [only] | "
    "(hold|contain|store) {0} _a_type [only]"
)
_OF_SEVERAL = (
    "(have|hold|contain|mix|show) [values of|data of] {0} _types [of values|of data] | "
    "be of {0} _types"
)
phrase.words("_of_one_type_alone", _OF_ONE.format("_a_lone"))
phrase.words(
    "_of_one_type",
    f"{_OF_ONE.format('_a_common_one')} | be of _a_type throughout | "
    "be (consistent|uniform|homogeneous|the same) in _a_type | be consistently typed",
)
phrase.words(
    "_of_mixed_types",
    f"{_OF_SEVERAL.format('_jumbled')} | mix _types | be mixed in _a_type | have more than one _a_type | "
    "(hold|contain) (values|data) of more than one _a_type | "
    "(contain|hold) more than one _a_type [of values|of data]",
)
phrase.words("_of_other_types", f"{_OF_SEVERAL.format('_unlike_kind_of')} | differ in _a_type")


@phrase(
    "stmt",
    "<typed_cells> _must _of_one_type",
    "<typed_cells> _must_not (_of_mixed_types|_of_other_types)",
    "<typed_cells> : _a_common_one _a_type [only]",
    "<typed_cells> : (no|never) (_jumbled|_unlike_kind_of) _types",
    "(does|do) <typed_cells> _of_one_type [?]",
    "(is|are) <typed_cells> [all] of _a_common_one _a_type [?]",
    "_a_common_one _a_type (in|for|of) [all|all the] <typed_cells>",
    "<typed_list> _must each _of_one_type_alone",
    "<typed_columns> _must _of_one_type_alone",
    "<typed_list> _must_not _of_mixed_types",
    "(does|do) <typed_columns> _of_one_type_alone [?]",
)
def of_one_type(of: Any) -> Statement | None:
    """All values of amount must have the same type; of two columns each, not the one as the other."""
    return _rule(of)


phrase("mixed_in", "<typed_cells>", "<typed_list>")(lambda found: found)
phrase.words(
    "_typed_otherwise",
    "(with|of|that have|that are of|whose _a_type is) (another|a different|an unusual) _a_type [than (most|the rest|the others|the other values)] | "
    "[that are] of another _a_type than (most|the rest|the others|the other values) [of the column]",
)


@phrase(
    "stmt",
    "_flag [all|any] _jumbled _types in <mixed_in>",
    "no _jumbled _types (in|for) <mixed_in> [(are|is) allowed]",
    "no _unlike_kind_of _types in <typed_cells> [(are|is) allowed]",
    "there _must be no _jumbled _types in <mixed_in>",
    "_jumbled _types in <mixed_in> (are|is) (not allowed|forbidden|an error|wrong|not acceptable|prohibited)",
    "_flag [all|any|each|every] <typed_cells> [values] _typed_otherwise",
    "_flag [all|any] values (of|in) <typed_cells> _typed_otherwise",
)
def no_mixed_types(of: Any) -> Statement | None:
    """No mixed types in any column."""
    return _rule(of)


@phrase(
    "stmt", "no <table_columns> _may _of_mixed_types", "no <table_columns> with _jumbled _types"
)
def no_column_mixed(cells: tuple[Cell, ...]) -> Statement | None:
    """No column may have mixed types."""
    return _rule(Subjects(items=cells))


# Types that must not meet ---------------------------------------------------------------------

_NOUNS: dict[Type, str] = {
    "number": "numbers|numeric values|numerics|numerical values",
    "date": "dates|date values|timestamps|dates and times",
    "truth value": "booleans|boolean values|truth values|logical values",
    "text": "text|texts|strings|text values|free text|textual values|plain text",
}
for _type, _words in _NOUNS.items():
    for _noun in _words.split("|"):
        phrase("type_noun", _noun)(lambda kind=_type: kind)


@phrase("types_apart", "<type_noun> and <type_noun>", "<type_noun> (with|&) <type_noun>")
@phrase("types_apart", "<type_noun> , <type_noun> [,] and <type_noun>")
def types_apart(*kinds: Type) -> Apart | None:
    """Numbers and text."""
    return kinds if len({*kinds}) == len(kinds) else None


phrase.words("_blend", "a mix | a mixture | a blend | any mix | any mixture | a combination")


@phrase(
    "stmt",
    "<mixed_in> _must_not (mix|combine|mix up) <types_apart>",
    "<mixed_in> _must_not (hold|contain|have|include|store) both <types_apart>",
    "<mixed_in> _must_not (hold|contain|be|have|include) _blend of <types_apart>",
    "_flag <mixed_in> (if|where|when) it (mixes|holds both|contains both) <types_apart>",
    "_flag _blend of <types_apart> in <mixed_in>",
    "no (mix|mixture|mixing|blend) of <types_apart> in <mixed_in>",
    "no mixed <types_apart> in <mixed_in>",
    "(does|do) <mixed_in> mix <types_apart> ?",
    "_blend of <types_apart> in <mixed_in> (is|are) (not allowed|forbidden|an error|wrong)",
)
def types_must_not_meet(*parts: Any) -> Statement | None:
    """Amount must not mix numbers and text."""
    apart = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if not isinstance(part, tuple))
    return _rule(of, apart)


@phrase(
    "stmt",
    "no <table_columns> _may (mix|combine|hold both|contain both|hold _blend of|contain _blend of) <types_apart>",
)
def columns_of_types_apart(cells: tuple[Cell, ...], apart: Apart) -> Statement | None:
    """No column may mix numbers and text."""
    return _rule(Subjects(items=cells), apart)


@phrase(
    "stmt",
    "<mixed_in> _must (hold|contain|be|store) either [all|only] <type_noun> or [all|only] <type_noun> [,] [but] (not|never) both",
    "<mixed_in> _must (hold|contain|be|store) [only] <type_noun> or [only] <type_noun> [,] but (not|never) both",
)
def either_type(of: Any, *kinds: Type) -> Statement | None:
    """Amount must hold either numbers or dates, but not both: other values are not looked at."""
    return _rule(of, types_apart(*kinds) or ("text",)) if len({*kinds}) > 1 else None
