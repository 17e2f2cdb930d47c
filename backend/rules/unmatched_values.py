"""Values that one table has and another has not, or not equally often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from backend.codegen.code import Code, call, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import unmatched_values_sql
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class UnmatchedValues(Rule):
    """``mine`` and ``theirs``, columns of two tables, hold the same values.

    With ``equally_often`` each value also occurs in as many rows of both. Empty cells are no
    values. Each value that does not match is one failing record.
    """

    kind: Literal["unmatched_values"] = "unmatched_values"
    mine: Cell
    theirs: Cell
    equally_often: bool = False


def emit(rule: UnmatchedValues, facts: Facts) -> Functions:
    """``scope`` counts each value in both tables; ``check`` gives those that do not match."""
    refuse_filter(rule)
    scope = body_for(rule)
    rows, others = (over(scope, cell.table, facts) for cell in (rule.mine, rule.theirs))
    names = _names(rule)
    counted = [
        (label, key.call("dropna").call("value_counts"))
        for label, key in zip(names, _values(rule, rows, others), strict=True)
    ]
    counts = call("pd.DataFrame", mapping(counted)).call("fillna", literal(0))
    named = counts.call("astype", literal("int64")).call("rename_axis", literal(rule.mine.column))
    scope.give(named.call("reset_index"))
    body = body_for(rule)
    values = body.scoped_table("values", "scope(tables)")
    mine, theirs = (values.item(literal(label)) for label in names)
    body.give(values.item(_differ(rule, mine, theirs)))
    return Functions(check=body, scope=scope, scope_doc="How often each value occurs.")


def _values(rule: UnmatchedValues, rows: Rows, others: Rows) -> Iterator[Code]:
    """Both columns as they are written, and numbers alike: 2.0 is 2."""
    sides = [(rows, rule.mine.column), (others, rule.theirs.column)]
    has_numbers = any(side.fact(side.table, column).type in NUMERIC for side, column in sides)
    for side, column in sides:
        text = side.column(column)
        if has_numbers:
            text = text.call("astype", literal("str")).call("str.removesuffix", literal(".0"))
        yield text


def _names(rule: UnmatchedValues) -> tuple[str, str]:
    return f"rows in {rule.mine.table}", f"rows in {rule.theirs.table}"


def _differ(rule: UnmatchedValues, mine: Code, theirs: Code) -> Code:
    if rule.equally_often:
        return mine.compare("!=", theirs)
    return mine.compare("==", literal(0)) | theirs.compare("==", literal(0))


def say_rule(rule: UnmatchedValues) -> str:
    """The requirement in words."""
    mine, theirs = (f"{cell.column} of {cell.table}" for cell in (rule.mine, rule.theirs))
    if rule.equally_often:
        return f"Each value occurs equally often in {mine} and in {theirs}."
    return f"Each value of {mine} occurs in {theirs}, and the reverse."


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_equally_often",
    "equally often | the same number of times | as often | exactly as often | with the same "
    "frequency | with equal frequency | just as often",
)
phrase.widen("_same", "the same | identical | equal | exactly the same")


def _rule(
    mine: Value, left: str, theirs: Value, right: str, *, equally_often: bool
) -> Statement | None:
    if not isinstance(mine, Cell) or not isinstance(theirs, Cell) or left == right:
        return None
    if mine.table not in ("", left) or theirs.table not in ("", right):
        return None
    first, second = Cell(table=left, column=mine.column), Cell(table=right, column=theirs.column)
    found = UnmatchedValues(table=left, mine=first, theirs=second, equally_often=equally_often)
    return Statement(rule=found)


@phrase(
    "stmt",
    "_each <cell> _must (occur|appear) _equally_often in [both] <table> and [in] <table>",
    "_each <cell> (occurs|appears) _equally_often in [both] <table> and [in] <table>",
    "_each <cell> _must (occur|appear) in <table> _equally_often as in <table>",
    "_each <cell> (occurs|appears) in <table> _equally_often as in <table>",
    "_each <cell> _must have _same number of _row in <table> and [in] <table>",
    "number of _row per <cell> _must be _same in <table> and [in] <table>",
)
def same_counts(of: Value, left: str, right: str) -> Statement | None:
    """Each code occurs equally often in A and B."""
    return _rule(of, left, of, right, equally_often=True)


@phrase(
    "stmt",
    "<table> and <table> _must (have|contain|hold|list) [exactly] _same [distinct|set of] <cell> [values]",
    "<table> and <table> (have|contain|hold|list) [exactly] _same [distinct|set of] <cell> [values]",
)
def same_values_of(left: str, right: str, of: Value) -> Statement | None:
    """Two tables must contain the same codes."""
    return _rule(of, left, of, right, equally_often=False)


@phrase(
    "stmt",
    "distinct <cell> [values] (in|of) <table> and [in|of] <table> _must be _same",
    "distinct values of <cell> in <table> and [in] <table> _must be _same",
    "set of [distinct] <cell> [values] _must be _same in <table> and [in] <table>",
    "distinct <cell> [values] _must be _same in <table> and [in] <table>",
    "_each <cell> (in|of) <table> _must [also] (exist|occur|appear|be|be found|be listed) in <table> [,] _back",
    "_each <cell> (in|of) <table> [also] (exists|occurs|appears|is|is found|is listed) in <table> [,] _back",
    "_each <cell> (in|of) <table> _must (exist|occur|appear|be) in <table> and the other way (round|around)",
)
def same_values_in(of: Value, left: str, right: str) -> Statement | None:
    """The distinct codes of A and B must be the same."""
    return _rule(of, left, of, right, equally_often=False)


@phrase(
    "stmt",
    "distinct <cell> [values] (in|of) <table> _must be _same as [distinct] <cell> [values] (in|of) <table>",
    "set of <cell> [values] (in|of) <table> _must (equal|be _same as) the set of <cell> [values] (in|of) <table>",
)
def same_values_as(mine: Value, left: str, theirs: Value, right: str) -> Statement | None:
    """The distinct user_id of A must be the same as the distinct id of B."""
    return _rule(mine, left, theirs, right, equally_often=False)


phrase.words("_back", "and vice versa | and the other way round | and the other way around | and the "
             "reverse | and conversely")  # fmt: skip


@phrase(
    "stmt",
    "_each <noun> _must (be|exist|occur|appear|be listed|be found) in <table> _back",
    "_each <noun> (is|exists|occurs|appears) in <table> _back",
    cost=0.05,
)
def same_keys(rows: RowSet, other: str) -> Statement | None:
    """Every account is in ledger and vice versa: by the key that joins them."""
    if rows.where is not None or not rows.table or rows.table == other:
        return None
    return _rule(Cell(table="", column=""), rows.table, Cell(table="", column=""), other,
                 equally_often=False)  # fmt: skip


phrase.words(
    "_lacks_there",
    "differs | is missing on one side | is missing on either side | is missing in one of them | does not match",
)
phrase.words("_oftener_there", "differs in count | occurs more often on one side")


@phrase(
    "remark",
    "if any <cell> _lacks_there [or _lacks_there] [,] [the check|it|this] (fails|must fail|is wrong)",
)
def fails_if_unlike(of: Value) -> Modifier:
    """If any code is missing on one side, the check fails: what the rule says."""
    return Modifier(kind="unlike-there", values=(of,))


@phrase(
    "remark",
    "if any <cell> _oftener_there [or _lacks_there] [,] [the check|it|this] (fails|must fail|is wrong)",
)
def fails_if_oftener(of: Value) -> Modifier:
    """If any code differs in count or is missing on one side, the check fails."""
    return Modifier(kind="unlike-there", values=(of,), texts=("count",))


KIND = Kind(
    phrases=phrase,
    spec=UnmatchedValues,
    summary="Values that one table has and another has not, or not equally often.",
    emit=emit,
    lower=unmatched_values_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "Each code occurs equally often in sent and received.",
            {
                "sent": (("code",), ("a",), ("b",), ("b",), (None,)),
                "received": (("code",), ("b",), ("a",), ("c",)),
            },
            2,
            "equally_often",
        ),
        Example(
            "sent and received must contain the same codes.",
            {
                "sent": (("code",), ("a",), ("b",), ("b",)),
                "received": (("code",), ("b",), ("a",), ("c",)),
            },
            1,
            "same_values",
        ),
    ),
)
