"""Phrases for how much a value may change from one row to the next."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    It,
    Predicate,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Changes -----------------------------------------------------------------------------------------

phrase.words(
    "_before",
    "from | compared with | compared to | against | versus | relative to | over | than in",
)


@phrase(
    "rowref",
    "_before [the] (previous|preceding) <noun>",
    "_before [the] <noun> (before|above)",
    "from one <noun> to the next",
    "between (consecutive|successive) <noun>",
)
def rowref(noun: RowSet) -> bool | None:
    """Compared with the row before."""
    return True if noun.where is None else None


phrase.words(
    "_signed",
    "new minus old | new minus previous | current minus previous | this minus the one before | "
    "signed | with its sign | later minus earlier | after minus before",
)
phrase("rowref", "_rowwise", "from <noun> to <noun>")(lambda *_: True)
phrase("signed_ref", "<rowref> \\( _signed \\)", "<rowref> , _signed")(lambda *_: True)


@phrase("change", "<count_bound>")
def change(bound: Predicate) -> tuple[Predicate, bool]:
    """At most 5."""
    return (bound, False)


@phrase("change", "<share_bound>")
def relative_change(bound: Predicate) -> tuple[Predicate, bool]:
    """At most 10% of the value before."""
    return (bound, True)


_MOVES = {
    "either": (
        "change",
        "changes|changed|jumps|jumped|moves|moved|varies|varied|differs|differed",
        "differ|vary|jump|move",
    ),
    "up": ("rise", "rises|rose|increased|increases|grew|grows", "increase|grow|go up|climb"),
    "down": (
        "fall",
        "falls|fell|decreased|decreases|dropped|drops",
        "decrease|drop|go down|shrink",
    ),
}
for _move, (_word, _past, _more) in _MOVES.items():
    phrase("move", _word, f"({_more})")(lambda move=_move: move)
    phrase("moved", f"({_past})")(lambda move=_move: move)


def _moved(cell: Value, move: str, told: tuple[Predicate, bool]) -> Predicate | None:
    return row_change(cell, move, told) if isinstance(cell, Cell) else None


def row_change(cell: Cell | It, move: str, told: tuple[Predicate, bool]) -> Predicate:
    """The bound on how much a value differs from that of the row before."""
    before = Previous(of=cell)
    bound, is_relative = told
    if is_relative:
        bound = rewrite(bound, lambda part: _of_size(part, before))
    return about(bound, _difference(cell, before, move))


def _difference(cell: Value, before: Value, move: str) -> Value:
    left, right = (before, cell) if move == "down" else (cell, before)
    apart = Arithmetic(sign="-", left=left, right=right)
    return Apply(function=Function.ABSOLUTE, of=apart) if move == "either" else apart


def _of_size(part: Term, before: Value) -> Term | None:
    if not isinstance(part, Compare) or not isinstance(part.right, Constant):
        return None
    size = Apply(function=Function.ABSOLUTE, of=before)
    return part.model_copy(update={"right": Arithmetic(sign="*", left=part.right, right=size)})


@phrase(
    "stmt",
    "<cell> _must [only] <move> by <change> <rowref>",
    "<rowref> [,] <cell> _must <move> by <change>",
)
def must_change(*parts: Any) -> Statement | None:
    """The level must change by at most 5 from row to row."""
    cell, move, told = (part for part in parts if part is not True)
    found = _moved(cell, move, told)
    return None if found is None else rule(found, subject=cell)


@phrase("stmt", "<cell> (may|can) [only] <move> by <change> <rowref>")
def may_change(cell: Value, move: str, told: tuple[Predicate, bool], _: object) -> Statement | None:
    """The level may rise by at most 5 from row to row."""
    is_upper = getattr(told[0], "sign", "") in ("<", "<=")
    return must_change(cell, move, told) if is_upper else None


@phrase("stmt", "<cell> _must_not <move> by <change> <rowref>")
@phrase("stmt", "<cell> [_be] never (<moved>|<move>) by <change> <rowref>", cost=0.05)
@phrase("stmt", "<cell> _must never <move> by <change> <rowref>", cost=0.02)
def must_not_change(
    cell: Value, move: str, told: tuple[Predicate, bool], _: object
) -> Statement | None:
    """The level must not change by more than 5 from row to row."""
    found = _moved(cell, move, told)
    return None if found is None else rule(not_(found), subject=cell)


@phrase("clause", "<cell> <moved> by <change> <rowref>")
def changed(cell: Value, move: str, told: tuple[Predicate, bool], _: object) -> Predicate | None:
    """The level changed by more than 5 compared with the row before."""
    return _moved(cell, move, told)


@phrase("went", "<cell> <moved> [<rowref>]", cost=0.15)
def went(cell: Value, move: str, *_: object) -> Predicate | None:
    """The level rose from the row before."""
    if not isinstance(cell, Cell):
        return None
    sign = {"up": ">", "down": "<"}.get(move, "!=")
    return compare(cell, sign, Previous(of=cell))


@phrase("rel", "(in which|where|when|on which) <went>")
@phrase("rel", "(in which|where|when|on which) <went> (and|although|while|but|though) <went>")
def rows_that_went(*told: Predicate) -> Predicate:
    """Hours in which the level rose although the other fell."""
    return all_of(*told)


@phrase("clause", "<cell> <moved> by <change> or by <change> <signed_ref>")
@phrase("clause", "<cell> <moved> by <change> <signed_ref>")
def changed_signed(cell: Value, move: str, *told: Any) -> Predicate | None:
    """Changed by less than 1 or by more than 5 (new minus old)."""
    if move != "either":
        return None
    found = [_moved(cell, "up", part) for part in told if isinstance(part, tuple)]
    return any_of(*(part for part in found if part is not None))


@phrase("clause", "<cell> <moved> by <change> or by <change> <rowref>")
def changed_either(cell: Value, move: str, *told: Any) -> Predicate | None:
    """Changed by less than 1 or by more than 5 compared with the row before."""
    found = [_moved(cell, move, part) for part in told if isinstance(part, tuple)]
    return any_of(*(part for part in found if part is not None))
