"""Tables by chance, all combinations, tall ones and aimed ones: what each is there to show."""

from __future__ import annotations

import pandas as pd
import pytest

from backend.contracts.check import Cell
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.aimed import draw_aimed
from backend.proof.chance import draw_tables
from backend.proof.grid import draw_grid
from backend.proof.pools import Pools, beside, fill_pools
from backend.proof.tall import draw_tall
from backend.rules.broken_rows import BrokenRows
from backend.rules.language import terms as T
from backend.rules.language.terms import Reads

WITNESS = Witness(
    says="some",
    tables={"t": TinyTable(columns=("n", "s"), rows=((1, "x"), ("7", "y"), (None, " ")))},
)
FACTS = {
    ("t", "n"): ColumnRead(table="t", column="n", type=ColumnType.INTEGER),
    ("t", "s"): ColumnRead(table="t", column="s", type=ColumnType.TEXT),
}
CELL = T.Cell(table="t", column="n")
BOUND = T.Compare(left=CELL, sign="<=", right=T.Constant(value=7, reads=Reads.NUMBER))


def pools(*constants: Cell) -> Pools:
    return fill_pools([WITNESS], FACTS, constants, {("t", "s"): ("real",)})


def test_pools_hold_cells_constants_and_data() -> None:
    found = pools(40, "word")

    assert found.cells["t", "n"] == (1, 7, 40)
    assert found.cells["t", "s"] == ("x", "y", " ", "word", "real")
    assert found.headers == {"t": ("n", "s")}


def test_the_same_seed_draws_the_same_tables() -> None:
    one, same = (list(draw_tables([WITNESS], pools(40), 30, seed=1)) for _ in range(2))
    other = list(draw_tables([WITNESS], pools(40), 30, seed=2))

    assert one == same != other
    assert all(witness.flagged is None and witness.failing is None for witness in one)


def test_a_column_of_whole_numbers_stays_one() -> None:
    drawn = draw_tables([WITNESS], pools(40), 60)
    cells = [row[0] for witness in drawn for row in witness.tables["t"].rows]

    assert {type(cell) for cell in cells} == {int, type(None)}


def test_a_column_of_numbers_meets_the_text_that_it_was_met_with_and_no_other() -> None:
    met = Witness(says="met", tables={"t": TinyTable(columns=("n", "s"), rows=(("abc", "  "),))})
    found = fill_pools([WITNESS, met], FACTS, (40,), {})
    drawn = draw_tables([WITNESS, met], found, 60)
    cells = {row[0] for witness in drawn for row in witness.tables["t"].rows}

    assert "abc" in cells
    assert cells.isdisjoint({"x", "y", " ", "  "})


def test_texts_meet_strange_cells_and_scribbles() -> None:
    drawn = draw_tables([WITNESS], pools("2024-01-05"), 60)
    cells = {row[1] for witness in drawn for row in witness.tables["t"].rows}

    assert {"n/a", " x ", None, "real"} <= cells
    assert len(cells) > 15


def test_a_grid_has_every_combination_and_the_numbers_beside_a_bound() -> None:
    grid = draw_grid(BrokenRows(table="t", must=BOUND), pools(7))

    assert grid is not None
    rows = grid.tables["t"].rows
    numbers, texts = ({row[place] for row in rows} for place in (0, 1))
    assert {6, 7, 8, None} <= numbers
    assert {None, "  ", "X"} <= texts
    assert len(rows) == len(numbers) * len(texts) == len(set(rows))


@pytest.mark.parametrize(
    "must",
    [
        BOUND.model_copy(update={"tolerance": 0.5}),
        T.Exists(table="u", keys=(("n", "n"),)),
        T.Compare(left=T.Previous(of=CELL), sign="<=", right=CELL),
        T.Compare(left=T.Arithmetic(sign="*", left=CELL, right=CELL), sign="<=", right=BOUND.right),
    ],
    ids=["tolerance", "other table", "row before", "computed"],
)
def test_there_is_no_grid_where_cells_are_no_regions(must: T.Predicate) -> None:
    assert draw_grid(BrokenRows(table="t", must=must), pools(7)) is None


@pytest.mark.parametrize(
    ("constant", "shape"), [(3, (3, 0)), (3, (2, 0)), (0.95, (19, 1)), (0.95, (945, 55))], ids=str
)
def test_tall_tables_stand_at_a_count_or_a_share(constant: float, shape: tuple[int, int]) -> None:
    found = []
    for witness in draw_tall([WITNESS], "t", [constant], most=50):
        counts = pd.Series(list(witness.tables["t"].rows)).value_counts(dropna=False)
        found.append(tuple(sorted(counts.tolist(), reverse=True)))

    assert tuple(count for count in shape if count) in found


def test_aimed_tables_place_a_row_just_beyond_a_spread() -> None:
    rows = tuple((number, "x") for number in range(50))
    day = WITNESS.model_copy(update={"tables": {"t": TinyTable(columns=("n", "s"), rows=rows)}})

    away = []
    for witness in draw_aimed(day, "t", [2]):
        numbers = pd.Series([row[0] for row in witness.tables["t"].rows], dtype="float64")
        away.append((numbers.iloc[-1] - numbers.mean()) / numbers.std())

    assert any(2.0 < each < 2.01 for each in away)


@pytest.mark.parametrize(("number", "near"), [(3, (2, 4)), (0.5, (0.4, 0.6)), (1.96, (1.95, 1.97))])
def test_numbers_just_beside(number: float, near: tuple[float, float]) -> None:
    assert beside(number) == near
