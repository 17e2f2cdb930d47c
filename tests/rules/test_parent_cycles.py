"""Circles of links, against walking every link by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.rules.parent_cycles import ParentCycles
from tests.rules.chance import chance
from tests.rules.worlds import found, world

LINKS = st.lists(st.sampled_from([None, 0, 1, 2, 3, 4, 5, 9]), min_size=1, max_size=6)
RULE = ParentCycles(table="t", parent="up", key="id")


def _comes_back(start: int, parents: list[int | None]) -> bool:
    here: int | None = start
    for _ in parents:
        here = parents[here] if here is not None and here < len(parents) else None
        if here == start:
            return True
    return False


@chance(20)
@given(LINKS)
def test_rows_of_a_circle_are_flagged(parents: list[int | None]) -> None:
    rows = [("id", "up"), *enumerate(parents)]
    broken = [at for at in range(len(parents)) if _comes_back(at, parents)]

    flagged, tested, _ = found(RULE, world(t=rows))

    assert flagged == broken
    assert tested == sum(parent is not None for parent in parents)


def test_text_keys_and_a_way_into_a_circle() -> None:
    rows = [("id", "up"), ("a", "b"), ("b", "c"), ("c", "b"), ("d", "x"), ("e", None)]

    assert found(RULE, world(t=rows)).rows == [1, 2]
