"""Phrases for two tables of one schema: the same columns of the same types."""

from __future__ import annotations

from backend.rules.phrasing import Phrases, Statement
from backend.rules.unlike_headers import UnlikeHeaders

phrase = Phrases()

phrase.words("_a_schema", "schema | table schema | structure | table structure | column structure")
phrase.words("_schemas", "schemas | schemata | table schemas | structures | table structures")
phrase.words(
    "_be_alike",
    "be the same | be identical | be equal | match | agree | be alike | match exactly | "
    "match each other | be identical to each other",
)
phrase.words(
    "_be_like",
    "equal | match | be the same as | be equal to | be identical to | agree with | conform to | "
    "be the same schema as | correspond to | exactly match",
)
phrase.words("_the_same_as_there", "the same | an identical | exactly the same | one and the same")
phrase.words("_column_types", "types | data types | datatypes | column types | column data types")
phrase.words(
    "_columns_and_types",
    "column names and [column|data] types | columns and [column|data] types | "
    "columns and datatypes | names and types of columns | columns with the same [data] types | "
    "columns of the same [data] types | columns , with the same [data] types | "
    "column names with the same [data] types | column names , types included",
)


def _rule(left: str, right: str, way: str = "names", *, types: bool = True) -> Statement | None:
    if left == right:
        return None
    data = {"table": left, "other": right, "way": way, "types": types}
    return Statement(rule=UnlikeHeaders.model_validate(data))


@phrase("same_schema", "[the] _a_schema of <table> _must _be_like [the _a_schema|that] of <table>")
@phrase("same_schema", "[the] <table> _a_schema _must _be_like [the|that of] <table> [_a_schema]")
@phrase("same_schema", "<table> 's _a_schema _must _be_like [that of] <table> ['s] [_a_schema]")
@phrase(
    "same_schema",
    "<table> _must have _the_same_as_there _a_schema as <table>",
    "<table> and <table> _must (have|share) _the_same_as_there _a_schema",
    "[the] (_schemas|_a_schema) of <table> and [of] <table> _must _be_alike",
    "[the] _schemas _must _be_alike in <table> and <table>",
    "[the] _a_schema _must be (the same|identical|equal) in <table> and [in] <table>",
    "[the] _a_schema of <table> and [of] <table> _must be (the same|identical|equal)",
    "<table> and <table> _must _be_alike in _a_schema",
    "<table> _must match <table> in _a_schema",
    "<table> _must (match|conform to|follow|have) [the] _a_schema of <table>",
    "(does|do) <table> have the same _a_schema as <table> [?]",
    "(do|does) <table> and <table> have the same _a_schema [?]",
    "same _a_schema (in|for) <table> and <table>",
    "_flag [any|all|every] (difference|differences) between the _schemas of <table> and <table>",
    "_flag [any|all|every] (difference|differences) in _a_schema between <table> and <table>",
)
@phrase(
    "same_schema",
    "<table> _must have _same _columns_and_types as <table>",
    "<table> and <table> _must (have|share) _same _columns_and_types",
    "[the] _columns_and_types of <table> and [of] <table> _must _be_alike",
    "[the] _columns_and_types of <table> _must _be_like [those of] <table>",
    "[the] _columns_and_types _must be (the same|identical|equal) in <table> and [in] <table>",
    "<table> and <table> _must _be_alike in _columns_and_types",
    "(does|do) <table> have the same _columns_and_types as <table> [?]",
    "same _columns_and_types in <table> and <table>",
)
def same_schema(left: str, right: str) -> tuple[str, str] | None:
    """The schema of orders must equal the schema of orders_archive."""
    return (left, right) if left != right else None


phrase.words(
    "_in_one_order",
    "in the same order | in the same column order | and in the same order | with the columns in the same order | "
    "including the order of [the] columns | including [the] column order | order included | "
    "including order",
)
phrase.words(
    "_in_any_order",
    "in any order | whatever the order | regardless of order | regardless of [the] column order | "
    "regardless of the order of [the] columns | ignoring [the] column order | ignoring order | "
    "the order does not matter | order does not matter | the order of [the] columns does not matter",
)


@phrase(
    "stmt",
    "<same_schema>",
    r"<same_schema> [,|;|.] _in_any_order",
    r"<same_schema> \( _in_any_order \)",
)
def schema(sides: tuple[str, str]) -> Statement | None:
    """The schema of orders must equal that of orders_archive, in any order."""
    return _rule(*sides)


@phrase("stmt", "<same_schema> [,] _in_one_order", r"<same_schema> \( _in_one_order \)")
def schema_in_order(sides: tuple[str, str]) -> Statement | None:
    """orders and orders_archive must have the same schema, in the same order."""
    return _rule(*sides, way="order")


# Of each column of one ------------------------------------------------------------------------


@phrase(
    "stmt",
    "[the|all|all the] columns of <table> _must (have|be of) the same _column_types (as in|in) <table>",
    "[the|all|all the] columns of <table> _must (have|be of) the same _column_types as [the columns of|those of|the ones in|those in] <table>",
    "(each|every) column of <table> _must (have|be of) the same [data] type (as in|in) <table>",
    "[the] _column_types of [the columns of] <table> _must _be_like [the _column_types of|those of|those in] [the columns of] <table>",
    "(each|every) column of <table> _must exist in <table> with the same [data] type",
    "<table> _must have (all|all the|every) (columns|column) of <table> with the same [data] (type|types)",
    cost=0.02,
)
def types_as_there(left: str, right: str) -> Statement | None:
    """The columns of orders must have the same types as in orders_archive."""
    return _rule(left, right, "within")


@phrase(
    "stmt",
    "<table> _must have no columns [that|which] <table> (lacks|does not have|has not)",
    "<table> _must have no column [that|which] (is not in|is missing in|is missing from) <table>",
    "(each|every) column of <table> _must (exist|be present|be there|also be) in <table> [as well|too]",
    "all [the] columns of <table> _must (exist|be present|be there|also be) in <table> [as well|too]",
    cost=0.02,
)
def columns_as_there(left: str, right: str) -> Statement | None:
    """Every column of orders must exist in orders_archive."""
    return _rule(left, right, "within", types=False)


phrase.words("_of_both", "share | both have | have in common")


@phrase(
    "stmt",
    "[the|all] columns that <table> and <table> _of_both _must (have|be of) (the same|equal|identical) _column_types [in both]",
    "[the|all] columns that <table> and <table> _of_both _must (have|be of) the same [data] type [in both]",
    "no column _may (have|be of) [a] (different|another|other) (type|types|data type|data types) in <table> (and|than) [in] <table>",
    "_flag [all] columns (whose [data] type differs|with different types|with different data types) (between|in) <table> and <table>",
    "[the] shared columns of <table> and <table> _must (have|be of) the same _column_types",
    cost=0.02,
)
def types_of_shared(left: str, right: str) -> Statement | None:
    """The columns that orders and orders_archive share must have the same types."""
    return _rule(left, right, "shared")
