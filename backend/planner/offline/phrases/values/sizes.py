"""Phrases for the sizes that there are, with the column named behind them as a unit: 12 or 16 ounces."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant
from backend.rules.phrasing import Phrases, Statement, one_of

phrase = Phrases()

phrase.words(
    "_sizes_told",
    "sizes | amounts | volumes | weights | lengths | contents | quantities | doses | widths | heights | values | "
    "measures | durations | strengths",
)
phrase.words(
    "_that_there_are",
    "sold | used | offered | allowed | permitted | accepted | in use | on offer | on sale | available | possible | "
    "we (sell|use|offer|allow|have|keep|stock) | there are | that (exist|are used|are sold|are allowed|are possible)",
)
phrase.words(
    "_the_only_ones", "only | allowed | permitted | possible | accepted | valid | available"
)


@phrase(
    "stmt", "[_the_only_ones] _sizes_told [_that_there_are] _be [only] <any_list> <cell>", cost=0.1
)
@phrase("stmt", "_the_only_ones [_that_there_are] are <any_list> <cell>", cost=0.1)
def sizes_are(listed: tuple[Constant, ...], of: Cell) -> Statement | None:
    """The sizes sold are 12, 16 and 24 ounces."""
    is_of_numbers = all(isinstance(each.value, int | float) for each in listed)
    return rule(one_of(of, listed), subject=of) if is_of_numbers and len(listed) > 1 else None


@phrase("stmt", "<cell> _that_there_are _be [only] <any_list>", cost=0.1)
def cells_there_are(of: Cell, listed: tuple[Constant, ...]) -> Statement | None:
    """The ounces sold are 12, 16 and 24."""
    return sizes_are(listed, of)
