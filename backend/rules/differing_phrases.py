"""The English of two tables that must agree."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell
from backend.rules.phrasing import Modifier, Phrases, Statement, Subjects

phrase = Phrases()
phrase.words("_equal", "the same | equal | identical | in agreement | alike")
phrase.words("_agree_on", "agree on | agree in | match in | match on | be equal in | be identical in | "
             "be the same in | coincide in")  # fmt: skip
phrase.words("_reconcile", "reconcile | compare | match up")
phrase.words("_copy", "identical to | equal to | the same as | an exact copy of | a copy of | "
             "exactly the same as | exactly equal to")  # fmt: skip


@phrase("fields", "<cell>", "<and_cells>")
def fields(found: Any) -> tuple[str, tuple[str, ...]] | None:
    """Salary and grade."""
    cells = found.items if isinstance(found, Subjects) else (found,)
    names = tuple(cell.column for cell in cells if isinstance(cell, Cell))
    return ("fields", names) if len(names) == len(cells) else None


@phrase(
    "match_key",
    "(for|per|by) (each|every|the same|any|one) <fields>",
    "(by|per|on|over) <fields>",
    "(matched|joined|matching|keyed) (by|on|over|via) <fields>",
    "(using|with) <fields> as [the] key",
    "for (rows|records) with the same <fields>",
)
def match_key(found: tuple[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """For every employee."""
    return ("keys", found[1])


@phrase("two_tables", "<table> (and|with|against|to) <table>", "both <table> and <table>")
@phrase("two_tables", "in <table> and [in] <table>", "(of|between) <table> (and|with) [of] <table>")
def two_tables(left: str, right: str) -> tuple[str, str, str] | None:
    """Sent and received."""
    return ("tables", left, right) if left != right else None


def _rule(*parts: Any, missing: bool) -> Statement | None:
    from backend.rules.differing_rows import DifferingRows

    tuples = [part for part in parts if isinstance(part, tuple)]
    _, left, right = next(part for part in tuples if part[0] == "tables")
    keys = next((part[1] for part in tuples if part[0] == "keys"), ("",))
    columns = next((part[1] for part in tuples if part[0] == "fields"), ())
    if set(keys) & set(columns):
        return None
    found = DifferingRows(table=left, other=right, keys=keys, columns=columns, missing=missing)
    return Statement(rule=found)


@phrase(
    "stmt",
    "<two_tables> _must _agree_on <fields> <match_key>",
    "<two_tables> _must (have|show|hold) the same <fields> <match_key>",
    "<two_tables> _must _agree_on <fields>",
    "<two_tables> _must_not differ in <fields> <match_key>",
    "<two_tables> _must_not differ in <fields>",
    "<fields> _must be _equal <two_tables> <match_key>",
    "<fields> _must (agree|match) <two_tables> <match_key>",
    "<match_key> [,] <fields> _must be _equal <two_tables>",
    "<match_key> [,] <fields> _must (agree|match) <two_tables>",
    "<match_key> [,] <two_tables> _must _agree_on <fields>",
    cost=0.05,
)
def agreeing(*parts: Any) -> Statement | None:
    """Sent and received must agree on amount for every order_no."""
    return _rule(*parts, missing=False)


@phrase(
    "stmt",
    "_reconcile <fields> <two_tables> <match_key>",
    "_reconcile <fields> (of|in|between) <two_tables> <match_key>",
    "_reconcile <two_tables> <match_key>",
    "_reconcile <two_tables> <match_key> [:|,|;] <fields> _must (match|agree|be _equal)",
    "<two_tables> _must reconcile (on|in) <fields> <match_key>",
    cost=0.02,
)
def reconciled(*parts: Any) -> Statement | None:
    """Reconcile amount of sent with received by order_no."""
    return _rule(*parts, missing=True)


@phrase(
    "stmt",
    "<table> _must be _copy <table>",
    "<table> _must (equal|match) <table> (exactly|in all columns|row by row|in every column)",
)
def copy_of(left: str, right: str) -> Statement | None:
    """Sent must be identical to received."""
    return _identical(left, right)


@phrase(
    "stmt",
    "<table> and <table> _must be (identical|exactly equal|exact copies|exactly the same)",
    "<table> and <table> _must (contain|have|hold) [exactly] the same (rows|records|data|content|contents)",
    "<table> _must (contain|have|hold) [exactly] the same (rows|records|data|content|contents) as <table>",
)
def identical(left: str, right: str) -> Statement | None:
    """Sent and received must contain the same rows."""
    return _identical(left, right)


def _identical(left: str, right: str) -> Statement | None:
    from backend.rules.differing_rows import DifferingRows

    return None if left == right else Statement(rule=DifferingRows(table=left, other=right))


phrase.words(
    "_show_also",
    "show | report | list | flag | show also | also show | also flag | include | and show",
)
phrase.words("_sides", "on either side | on one side | in either table | in either of them | in one of "
             "them | in only one of them | from one of them | from either side | in either")  # fmt: skip


@phrase(
    "remark",
    "[and] _show_also [also] (what is|those|rows|keys|whatever is|those that are) (missing|absent) _sides",
    "[and] _show_also [also] (rows|keys|those|those that are) (found|present|that exist|that are) only in one [table] [of them]",
    "[and] (missing|rows missing|keys missing) _sides (counts|count) as (a difference|differences|wrong)",
    "[and] _show_also those only in one [of them|table]",
    "_show_also missing _sides",
)
def missing_counts() -> Modifier:
    """What only one side has is a difference as well."""
    return Modifier(kind="missing-counts")


@phrase(
    "remark",
    "[and] (ignore|leave out|skip) [those|rows|keys] (missing|absent|that are missing) _sides",
    "[and] (rows|keys|those) (missing|that are missing) _sides _be _fine",
)
def missing_fine() -> Modifier:
    """What only one side has is left out."""
    return Modifier(kind="missing-fine")
