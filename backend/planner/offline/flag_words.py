"""Words for columns of yes and no: active, inactive, unpaid."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.rules.language.terms import Cell, Compare, Constant, Not, Reads

_DENIALS = ("un", "non", "in", "dis")


def says_yes(named: NamedColumn, yes: str) -> Compare:
    """The column says yes, in whichever of its spellings."""
    spellings = [value for value in named.column.values if value.lower() == yes.lower()]
    return Compare(
        left=Cell(table=named.table, column=named.column.name),
        sign="==",
        right=Constant(
            value=int(yes) if yes.isdigit() else yes,
            reads=Reads.NUMBER if yes.isdigit() else Reads.TEXT,
        ),
        ignore_case=len(spellings) > 1,
    )


def negated_flags(stems: tuple[str, ...], start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Unpaid: the column of paid says no."""
    is_hyphened = len(stems) == 2 and stems[0] == "non"
    if is_hyphened:
        stems = ("non" + stems[1],)
    if len(stems) != 1:
        return
    for denial in _DENIALS:
        bare = stems[0].removeprefix(denial)
        if bare != stems[0] and (len(bare) > 3 or is_hyphened):
            for named, yes in lexicon.flags((bare,)):
                told = Not(part=says_yes(named, yes))
                yield Leaf("flag_word", start, end, told, 0.3, f"{named.column.name} is not {yes}")
