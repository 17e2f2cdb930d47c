"""Words for columns of yes and no: active, inactive, unpaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Compare, Constant, Not, Reads

_BEFORE_ONE = frozenset({"no", "a", "an", "every", "each", "any"})
_OPENS = frozenset({".", ",", ";", ":", "?", "!", "is", "are", "may", "can"})
"""What a row that a column says yes of is told behind, as a subject of its own."""
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


def flag_nouns(
    tokens: Sequence[Token], start: int, end: int, stems: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Leaf]:
    """Survivors, no holiday: the rows of which a column says yes, by its name as a noun."""
    last = tokens[end - 1].low
    is_many = last.endswith("s") and not last.endswith("ss")
    is_one = start > 0 and tokens[start - 1].low in _BEFORE_ONE
    is_one = is_one and (start == 1 or tokens[start - 2].low in _OPENS)
    if not (is_many or is_one):
        return
    for named, yes in lexicon.flags(stems):
        part = f"{named.column.name} = {yes}"
        yield Leaf("flag_noun", start, end, says_yes(named, yes), 0.3, part)
