"""Any condition, any cells: the program flags what a row-by-row reading flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.witness import TinyTable
from backend.proof.meaning import find
from backend.rules.language.terms import Predicate
from tests.rules.chance import chance
from tests.rules.words import (
    apply,
    cell,
    compare,
    day,
    every,
    exists,
    matches,
    math,
    missing,
    must,
    no,
    num,
    one_of,
    some,
    text,
    unless,
)  # fmt: skip
from tests.rules.worlds import found, typed

N, M, S, D = cell("n"), cell("m"), cell("s"), cell("d")
NUMBERS = [None, "0", "1", "2", "-1"]
DIRTY = [None, "0", "1", "2.5", "n/a"]
TEXTS = [None, "a", "A", "b ", " "]
DAYS = [None, "2024-01-01", "2023-12-31", "soon"]


def _columns(names: str, rows: Iterable[Sequence[str | None]]) -> dict[str, list[str | None]]:
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def _tables(numbers: Sequence[str | None]) -> dict[str, dict[str, list[str | None]]]:
    """Every combination of cells, so that one program meets them all."""
    return {
        "t": _columns("nmsd", product(numbers, DIRTY, TEXTS, DAYS)),
        "u": _columns("nm", [("1", "0"), ("1", "2.5"), ("2", None), (None, "1"), ("0", "n/a")]),
    }


TABLES = {True: _tables(NUMBERS), False: _tables(NUMBERS[1:])}
WORLDS = {has_empty: typed(tables) for has_empty, tables in TABLES.items()}
SIGNS = st.sampled_from(["<", "<=", "==", "!=", ">=", ">"])

numbers = st.sampled_from(
    [N, M, num(2), num(0), math(N, "+", M), math(N, "/", M), math(num(2), "*", N),
     apply("absolute", M), apply("length", S)]
)  # fmt: skip
atoms: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(compare, st.sampled_from([N, M]), SIGNS, numbers),
    st.builds(compare, st.just(math(N, "-", M)), SIGNS, numbers, tolerance=st.sampled_from([0, 1])),
    st.builds(compare, st.just(S), SIGNS, st.just(text("a")), st.just("text"),
              ignore_case=st.booleans()),
    st.builds(compare, st.just(N), st.sampled_from(["==", "!="]), st.just(M),
              null_safe=st.just(True)),
    st.builds(compare, st.just(D), SIGNS, st.just(day("2024-01-01")), st.just("date")),
    st.builds(one_of, st.sampled_from([N, M]), st.just(0), st.just(2)),
    st.builds(one_of, st.just(S), st.just("a"), st.just("b"), reads=st.just("text"),
              ignore_case=st.booleans(), trim=st.booleans()),
    st.builds(one_of, st.just(D), st.just("2024-02-29"), reads=st.just("date")),
    st.builds(missing, st.sampled_from([N, M, S]), blanks=st.booleans()),
    st.builds(matches, st.just(S), st.sampled_from(["contains", "starts with", "ends with"]),
              st.just("a"), ignore_case=st.booleans()),
    st.just(exists("u", ("n", "n"))),
    st.just(exists("u", ("n", "n"), where=compare(cell("m", "u"), "!=", num(0)))),
)  # fmt: skip
predicates = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(no, inner),
        st.builds(unless, inner),
        st.builds(every, inner, inner),
        st.builds(some, inner, inner),
    ),
    max_leaves=4,
)


@chance(50)
@given(predicates, st.none() | predicates, st.booleans())
def test_the_rows_that_break_a_condition_are_flagged(
    condition: Predicate, where: Predicate | None, has_empty: bool
) -> None:
    tables = {
        name: TinyTable(columns=tuple(cells), rows=tuple(zip(*cells.values(), strict=True)))
        for name, cells in TABLES[has_empty].items()
    }
    given_world, rule = WORLDS[has_empty], must(condition, where=where)
    expected = find(rule, tables, given_world.facts)

    flagged = found(rule, given_world)

    told = set(expected.rows or ())
    assert [tables["t"].rows[place] for place in sorted(told - set(flagged.rows))] == []
    assert [tables["t"].rows[place] for place in sorted(set(flagged.rows) - told)] == []
    assert flagged.tested == expected.tested
