"""Unshipped, unreturned: rows without the day on which it was done."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.words import deed, root
from backend.rules.language.terms import Cell, Missing


def undone_leaves(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What has not been done yet, where one column alone tells when it is; no value says it."""
    low = text.lower()
    done = low.removeprefix("un")
    if done == low or len(done) < 4 or not low.isalpha() or {low, done} & {*lexicon.values}:
        return
    told = deed(root(done))
    days = [each for each in lexicon.columns if each.is_date and told in each.deeds]
    of_deed = [*days, *(each for each in lexicon.columns if each.roots in ((told,), (low,)))]
    alike = [each for each in lexicon.columns if "".join(each.deeds) == told]
    if len(of_deed) == 1 and alike == of_deed:
        name = of_deed[0].column.name
        is_undone = Missing(of=Cell(table="", column=name))
        yield Leaf("flag_word", start, end, is_undone, 0.4, f"{name} is empty")
