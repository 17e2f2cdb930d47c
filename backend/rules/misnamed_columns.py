"""Columns whose names are not written as all of a table's should be."""

from __future__ import annotations

import re
from typing import Any, Literal

from backend.codegen.code import Code, call, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import misnamed_columns_sql
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class MisnamedColumns(Rule):
    """Every name in the table's header is in lower or upper case, matches ``pattern``, or is unique.

    A pattern is a regular expression for the whole name; ``says`` tells it in words. With
    ``ignore_case`` names that differ in nothing but case are not unique. Each name that is
    otherwise is one failing record. Names are taken as written; those without letters are in
    either case.
    """

    kind: Literal["misnamed_columns"] = "misnamed_columns"
    way: Literal["lower", "upper", "pattern", "unique"]
    pattern: str = ""
    says: str = ""
    ignore_case: bool = False


def emit(rule: MisnamedColumns, facts: Facts) -> Functions:
    """``scope`` is the header, one row per column; ``check`` gives the names that are wrong."""
    refuse_filter(rule)
    scope = body_for(rule)
    header = call("list", scope.table(rule.table).attribute("columns"))
    scope.give(call("pd.DataFrame", mapping([("column", header)])))
    body = body_for(rule)
    found = body.scoped_table("header", "scope(tables)")
    body.give(found.item(_is_wrong(rule, found.item(literal("column")))))
    return Functions(check=body, scope=scope, scope_doc="The header.")


def _is_wrong(rule: MisnamedColumns, names: Code) -> Code:
    if rule.way == "pattern":
        return ~names.call("str.fullmatch", literal(rule.pattern))
    if rule.way == "unique":
        told = names.call("str.lower") if rule.ignore_case else names
        return told.call("duplicated", keep=literal(False))
    return names.compare("!=", names.call(f"str.{rule.way}"))


def say_rule(rule: MisnamedColumns) -> str:
    """The requirement in words."""
    if rule.way == "unique":
        alike = " (ignoring case)" if rule.ignore_case else ""
        told = f"No two columns of {rule.table} have the same name{alike}"
        return f"{told}; each that shares its name is reported."
    said = rule.says if rule.way == "pattern" else f"is in {rule.way} case"
    return f"The name of every column of {rule.table} {said}; each that is not is reported."


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_names",
    "[all|all the|each|every] [the] column (name|names) | names of [all|all the|the] columns | "
    "name of [each|every] column | [all|all the|each|every] (header|headers) | "
    "[all|all the|each|every] header (name|names) | [all|each|every] field names",
)
phrase.words("_named", "named | written | spelled")
_CLASSES = {
    "lower": "[in|all in|written in] (lower|small) case | lower-case | lowercase | "
             "[in|written in|all in] lowercase [letters] | in lower-case [letters] | in small letters",
    "upper": "[in|all in|written in] upper case | upper-case | uppercase | "
             "[in|written in|all in] uppercase [letters] | in upper-case [letters] | in capitals",
}  # fmt: skip
for _way, _words in _CLASSES.items():
    for _pattern in _words.split(" | "):
        phrase("name_form", _pattern)(lambda way=_way: ("form", way, "", ""))
_SNAKE = ("[a-z][a-z0-9]*(_[a-z0-9]+)*", "is in snake_case (small letters, digits, underscores)")
_CAMEL = ("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*", "is in camelCase")
_NO_BLANKS = ("[^ ]*", "has no blanks")
_PLAIN = ("[A-Za-z0-9_]+", "has nothing but letters from A to Z, digits and underscores")
FORMS = (_SNAKE, _CAMEL, _NO_BLANKS, _PLAIN)
"""The patterns that are told in words, with the words."""
for _told, _patterns in (
    (_SNAKE, ("[in|written in] (snake_case|snake-case)", "[in|written in] snake case")),
    (_CAMEL, ("[in|written in] (camelcase|camel-case)", "[in|written in] camel case")),
    (_NO_BLANKS, ("(without|free of) [any] (blanks|spaces)",)),
):
    phrase("name_form", *_patterns)(lambda told=_told: ("form", "pattern", *told))


def _rule(form: tuple[str, ...], table: str = "") -> Statement:
    _, way, pattern, says = form
    data = {"table": table, "way": way, "pattern": pattern, "says": says}
    return Statement(rule=MisnamedColumns.model_validate(data))


@phrase(
    "stmt",
    "_names _must be <name_form>",
    "_names _be <name_form>",
    "_names (of|in) <table> _must be <name_form>",
    "_names _must be <name_form> in <table>",
    "(all|all the|each|every) (column|columns) [of <table>] _must be _named [in] <name_form>",
    "(all|all the|each|every) (column|columns) [of <table>] _must have <name_form> names",
)
def named_so(*parts: Any) -> Statement:
    """All column names must be in snake_case."""
    form = next(part for part in parts if isinstance(part, tuple))
    return _rule(form, next((part for part in parts if isinstance(part, str)), ""))


phrase.words("_no_name", "no column name | no column names | no header | no name of a column")


@phrase(
    "stmt",
    "_no_name _may (contain|have|include) [any|a] (blanks|spaces|blank|space)",
    "_names _must_not (contain|have|include) [any|a] (blanks|spaces|blank|space)",
    "_names _must (contain|have|include) no (blanks|spaces)",
)
def without_blanks() -> Statement:
    """No column name may contain spaces."""
    return _rule(("form", "pattern", *_NO_BLANKS))


@phrase(
    "stmt",
    "_names _must only (contain|have|consist of) (letters|letters of a to z) , (digits|numbers) and (underscores|underscore)",
    "_names _must (contain|consist of) only letters , (digits|numbers) and underscores",
    "_names _must (contain|consist of) nothing but letters , (digits|numbers) and underscores",
)
def of_plain_signs() -> Statement:
    """Column names must contain only letters, digits and underscores."""
    return _rule(("form", "pattern", *_PLAIN))


@phrase("stmt", "_names _must (start|begin) with (<text>|<affix>)")
def begin_with(text: Constant) -> Statement:
    """All column names must start with 'x_'."""
    start = str(text.value)
    return _rule(("form", "pattern", f"{re.escape(start)}.*", f"starts with '{start}'"))


KIND = Kind(
    phrases=phrase,
    spec=MisnamedColumns,
    summary="Columns whose names are not written as all of a table's should be.",
    emit=emit,
    lower=misnamed_columns_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "All column names must be in snake_case.",
            {"plants": (("plant_no", "Common Name", "height_cm"), (1, "elm", 900))},
            1,
            "snake_case",
        ),
        Example(
            "The column names must be in lower case.",
            {"plants": (("plant_no", "Name", "height cm"), (1, "elm", 900))},
            1,
            "lower_case",
        ),
        Example(
            "The column names must be unique, ignoring case.",
            {"plants": (("plant_no", "Name", "height_cm"), (1, "elm", 900))},
            0,
            "unique_in_any_case",
        ),
    ),
)
