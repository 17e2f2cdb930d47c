"""Columns that one of two tables has and the other has not."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, literal
from backend.contracts.plan import Grain
from backend.rules import unlike_headers_sql
from backend.rules.language.rows import Facts
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class UnlikeHeaders(Rule):
    """``table`` and ``other`` have the same columns, by name as written.

    ``way`` tells what must be alike: the names in any order, the names in their order, or only
    how many there are. A column that one side lacks, or that stands elsewhere, is one failing
    record; so are two numbers that differ. Types are not compared.
    """

    kind: Literal["unlike_headers"] = "unlike_headers"
    other: str
    way: Literal["names", "order", "count"] = "names"

    def tables(self) -> tuple[str, ...]:
        """Both tables."""
        return (self.table, self.other)


_ONLY = "[({side}, name) for name in {mine} if name not in {theirs}]"
_ELSEWHERE = (
    '[("elsewhere", name) for name, there in zip([name for name in {mine} if name in {theirs}], '
    "[name for name in {theirs} if name in {mine}], strict=True) if name != there]"
)


def emit(rule: UnlikeHeaders, facts: Facts) -> Functions:
    """``scope`` is the header of the table; ``check`` gives what differs from the other's."""
    refuse_filter(rule)
    scope, body = body_for(rule), body_for(rule)
    header = scope.let("header", Code(f"list({scope.table(rule.table).text}.columns)"))
    scope.give(Code(f'pd.DataFrame({{"column": {header.text}}})'))
    mine, theirs = (
        body.let(side, Code(f"list({body.table(table).text}.columns)")).text
        for side, table in zip(("mine", "theirs"), rule.tables(), strict=True)
    )
    if rule.way == "count":
        sizes = f"len({mine})", f"len({theirs})"
        told = f"[] if {sizes[0]} == {sizes[1]} else [({sizes[0]}, {sizes[1]})]"
        body.give(Code(f'pd.DataFrame({told}, columns=["mine", "theirs"])'))
        return Functions(check=body, scope=scope, scope_doc="The header.")
    left, right = (literal(f"only in {table}").text for table in rule.tables())
    found = [
        _ONLY.format(side=left, mine=mine, theirs=theirs),
        _ONLY.format(side=right, mine=theirs, theirs=mine),
    ]
    found += [_ELSEWHERE.format(mine=mine, theirs=theirs)] if rule.way == "order" else []
    body.give(Code(f'pd.DataFrame({" + ".join(found)}, columns=["problem", "column"])'))
    return Functions(check=body, scope=scope, scope_doc="The header.")


def say_rule(rule: UnlikeHeaders) -> str:
    """The requirement in words."""
    told = {
        "names": "have the same columns, in any order",
        "order": "have the same columns in the same order",
        "count": "have the same number of columns",
    }[rule.way]
    return f"{rule.table} and {rule.other} {told}; names are compared as written."


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
    summary="Columns that one of two tables has and the other has not: one record a column.",
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
    ),
)
