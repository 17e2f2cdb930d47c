"""Columns that one of two tables has and the other has not, or has in another type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from backend.codegen.code import Code, literal
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import unlike_headers_sql
from backend.rules.language.cell_types import shared_type
from backend.rules.language.rows import Facts
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class UnlikeHeaders(Rule):
    """``table`` and ``other`` have the same columns, by name as written.

    ``way`` tells what must be alike: the names in any order, the names in their order, or only
    how many there are; or that each column of ``table`` is one of ``other`` (``within``). A column
    that one side lacks, or that stands elsewhere, is one failing record; so are two numbers that
    differ. With ``types`` a column has the same type on both sides, too, as its values are
    written (`MixedTypes`): text where they are of several types, and none where it has no value,
    so that it is not compared. ``shared`` compares only the types of columns that both have.
    """

    kind: Literal["unlike_headers"] = "unlike_headers"
    other: str
    way: Literal["names", "order", "count", "within", "shared"] = "names"
    types: bool = Field(default=False, exclude_if=lambda told: not told)

    def tables(self) -> tuple[str, ...]:
        """Both tables."""
        return (self.table, self.other)

    @model_validator(mode="after")
    def _compares_something(self) -> Self:
        if self.way == ("count" if self.types else "shared"):
            raise ValueError("'count' compares no types, and 'shared' nothing else")
        return self


_ONLY = "[({side}, name) for name in {mine} if name not in {theirs}]"
_ELSEWHERE = (
    '[("elsewhere", name) for name, there in zip([name for name in {mine} if name in {theirs}], '
    "[name for name in {theirs} if name in {mine}], strict=True) if name != there]"
)
_TYPED = "{{name: {shared_type}({table}[name].dropna().unique().tolist()) for name in {mine}}}"
_RETYPED = (
    '[({one}[name] + {here} + ", " + {another}[name] + {there}, name) for name in {one} '
    "if {one}[name] and {another}.get(name) and {one}[name] != {another}[name]]"
)


def emit(rule: UnlikeHeaders, facts: Facts) -> Functions:
    """``scope`` is the header of the table; ``check`` gives what differs from the other's."""
    refuse_filter(rule)
    scope = _compared(rule) if rule.way == "shared" else _header(rule)
    body = body_for(rule)
    mine, theirs = _headers(rule, body)
    if rule.way == "count":
        sizes = f"len({mine})", f"len({theirs})"
        told = f"[] if {sizes[0]} == {sizes[1]} else [({sizes[0]}, {sizes[1]})]"
        body.give(Code(f'pd.DataFrame({told}, columns=["mine", "theirs"])'))
        return Functions(check=body, scope=scope, scope_doc="The header.")
    found = " + ".join(_differences(rule, mine, theirs, body))
    body.give(Code(f'pd.DataFrame({found}, columns=["problem", "column"])'))
    doc = "The columns whose types can be compared." if rule.way == "shared" else "The header."
    return Functions(check=body, scope=scope, scope_doc=doc)


def _header(rule: UnlikeHeaders) -> Body:
    scope = body_for(rule)
    header = scope.let("header", Code(f"list({scope.table(rule.table).text}.columns)"))
    scope.give(Code(f'pd.DataFrame({{"column": {header.text}}})'))
    return scope


def _compared(rule: UnlikeHeaders) -> Body:
    """The columns that have a type on both sides."""
    scope = body_for(rule)
    one, another = _types(rule, *_headers(rule, scope), scope)
    told = f"[name for name in {one} if {one}[name] and {another}.get(name)]"
    scope.give(Code(f'pd.DataFrame({{"column": {told}}})'))
    return scope


def _headers(rule: UnlikeHeaders, body: Body) -> tuple[str, str]:
    mine, theirs = (
        body.let(side, Code(f"list({body.table(table).text}.columns)")).text
        for side, table in zip(("mine", "theirs"), rule.tables(), strict=True)
    )
    return mine, theirs


def _types(rule: UnlikeHeaders, mine: str, theirs: str, body: Body) -> tuple[str, str]:
    test = body.use(shared_type).text
    sides = zip(("mine", "theirs"), rule.tables(), (mine, theirs), strict=True)
    one, another = (
        body.let(
            f"types of {side}",
            Code(_TYPED.format(shared_type=test, table=body.table(table).text, mine=names)),
        ).text
        for side, table, names in sides
    )
    return one, another


def _differences(rule: UnlikeHeaders, mine: str, theirs: str, body: Body) -> Iterator[str]:
    left, right = (literal(f"only in {table}").text for table in rule.tables())
    if rule.way != "shared":
        yield _ONLY.format(side=left, mine=mine, theirs=theirs)
    if rule.way in ("names", "order"):
        yield _ONLY.format(side=right, mine=theirs, theirs=mine)
    if rule.way == "order":
        yield _ELSEWHERE.format(mine=mine, theirs=theirs)
    if rule.types:
        one, another = _types(rule, mine, theirs, body)
        here, there = (literal(f" in {table}").text for table in rule.tables())
        yield _RETYPED.format(one=one, another=another, here=here, there=there)


AS_WRITTEN = "names are compared as written"
AS_SHOWN = (
    "types as the values show them: number, date, truth value, else text; a column without values "
    "has none"
)
WAYS = {
    ("names", False): "{0} and {1} have the same columns, in any order",
    ("names", True): "{0} and {1} have the same columns of the same types, in any order",
    ("order", False): "{0} and {1} have the same columns in the same order",
    ("order", True): "{0} and {1} have the same columns of the same types in the same order",
    ("count", False): "{0} and {1} have the same number of columns",
    ("within", False): "Every column of {0} is one of {1}",
    ("within", True): "Every column of {0} is one of {1} and of the same type there",
    ("shared", True): "The columns that {0} and {1} both have are of the same types",
}
"""By way, and whether types are compared."""


def say_rule(rule: UnlikeHeaders) -> str:
    """The requirement in words."""
    told = WAYS[rule.way, rule.types].format(*rule.tables())
    return f"{told}; {AS_WRITTEN}{f', and {AS_SHOWN}' if rule.types else ''}."


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words("_columns", "columns | fields | column names | header | headers | field names")
phrase.words("_same", "the same | identical | exactly the same | equal | matching")


def _rule(left: str, right: str, way: str) -> Statement | None:
    if left == right:
        return None
    return Statement(rule=UnlikeHeaders.model_validate({"table": left, "other": right, "way": way}))


for _way, _tail in (("names", ""), ("order", " [,] in the same order")):

    @phrase(
        "stmt",
        f"<table> _must (have|contain|show) _same _columns as <table>{_tail}",
        f"<table> and <table> _must (have|contain|share|show) _same _columns{_tail}",
        f"[the] _columns of <table> and <table> _must be _same{_tail}",
        f"[the] _columns of <table> _must be _same as [those of] <table>{_tail}",
        f"[the] _columns of <table> and <table> _must (match|agree){_tail}",
    )
    def same_columns(left: str, right: str, way: str = _way) -> Statement | None:
        """Sent must have the same columns as received."""
        return _rule(left, right, way)


@phrase(
    "stmt",
    "<table> _must have (the same number of|as many|exactly as many) columns as <table>",
    "<table> and <table> _must have (the same number of|as many|equally many) columns",
)
def same_number(left: str, right: str) -> Statement | None:
    """Sent must have as many columns as received."""
    return _rule(left, right, "count")


KIND = Kind(
    phrases=phrase,
    spec=UnlikeHeaders,
    summary="Columns that one of two tables has and the other has not, or in another type.",
    emit=emit,
    lower=unlike_headers_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "sent must have the same columns as received.",
            {
                "sent": (("code", "day"), ("a", "2024-01-01")),
                "received": (("code", "date"), ("b", "2024-01-01")),
            },
            2,
            "same_columns",
        ),
        Example(
            "The schema of sent must equal the schema of received.",
            {
                "sent": (("code", "amount"), ("a", 12), ("b", "n/a")),
                "received": (("amount", "code"), (12, "a"), (15, "b")),
            },
            1,
            "same_schema",
        ),
    ),
)
