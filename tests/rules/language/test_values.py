"""Numbers and texts: rounding, tolerance, lengths, letters, patterns, parameters, markers."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.rules.language.terms import Parameter, Predicate, Reads
from tests.rules.words import (
    apply,
    cell,
    compare,
    every,
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
from tests.rules.worlds import found, source_of, world

X, Y, S = cell("x"), cell("y"), cell("s")
LARGE = 2**53


def cells(*values: Any, name: str = "x") -> list[tuple[Any, ...]]:
    return [(name,), *zip(values)]


SUMS: dict[str, tuple[Predicate, list[int]]] = {
    "0.1 + 0.2 is 0.3": (compare(math(X, "+", Y), "==", num(0.3)), [1, 2]),
    "0.1 + 0.2 is at most 0.3": (compare(math(X, "+", Y), "<=", num(0.3)), [1]),
    "0.1 + 0.2 is not above 0.3": (compare(math(X, "+", Y), ">", num(0.3)), [0, 2]),
    "0.1 + 0.2 does not differ": (compare(math(X, "+", Y), "!=", num(0.3)), [0]),
    "within 0.1": (compare(math(X, "+", Y), "==", num(0.3), tolerance=0.1), [2]),
    "not within 0.1": (no(compare(math(X, "+", Y), "==", num(0.3), tolerance=0.1)), [0, 1]),
    "at most, within 0.1": (compare(math(X, "+", Y), "<=", num(0.3), tolerance=0.1), []),
    "below, within 0.1": (compare(X, "<", num(0.1), tolerance=0.1), [1]),
    "not below, within 0.1": (no(compare(X, "<", num(0.2), tolerance=0.1)), [0, 1, 2]),
    "plain columns": (compare(X, "==", num(0.1)), [1]),
}


@pytest.mark.parametrize(("condition", "broken"), SUMS.values(), ids=SUMS)
def test_computed_numbers_are_compared_to_six_decimals(
    condition: Predicate, broken: list[int]
) -> None:
    numbers = world(t=[("x", "y"), (0.1, 0.2), (0.2, 0.2), (0.1, 0.0), (None, 1.5), (0.5, None)])

    result = found(must(condition, where=no(some(missing(X), missing(Y)))), numbers)
    assert result.rows == broken


def test_a_share_of_nothing_is_flagged_whatever_dtype() -> None:
    """0 / 0 is no number; 1 / 0 is above every bound."""
    parts = world(t=[("x", "y"), (0, 0), (1, 0), (1, 2), (None, 0), (1, None)])

    assert found(must(compare(math(X, "/", Y), "<=", num(1))), parts)[:2] == ([0, 1], 3)
    assert found(must(compare(math(X, "/", Y), ">=", num(0))), parts)[:2] == ([0], 3)


def test_integers_beyond_2_53_are_exact() -> None:
    numbers = world(t=[("x", "y"), (LARGE + 1, LARGE), (LARGE + 1, LARGE + 1), (None, 1)])
    exact = ["as loaded", "Int64"]

    assert found(must(compare(X, "==", Y)), numbers, exact)[:2] == ([0], 2)
    assert found(must(compare(X, "==", num(LARGE + 1))), numbers, exact).rows == []
    assert found(must(no(one_of(X, LARGE, 1))), numbers, exact).rows == []


RANGES: dict[str, tuple[str, str, list[int]]] = {
    "inclusive": (">=", "<=", [0, 4]),
    "exclusive": (">", "<", [0, 1, 3, 4]),
    "low alone inclusive": (">=", "<", [0, 3, 4]),
    "high alone inclusive": (">", "<=", [0, 1, 4]),
}


@pytest.mark.parametrize(("low", "high", "broken"), RANGES.values(), ids=RANGES)
def test_bounds_are_part_of_the_range_or_not(low: str, high: str, broken: list[int]) -> None:
    numbers = world(t=cells(0, 1, 2, 3, 4, None))
    inside = every(compare(X, low, num(1)), compare(X, high, num(3)))

    assert found(must(inside), numbers)[:2] == (broken, 5)
    outside = [place for place in range(5) if place not in broken]
    assert found(must(no(inside)), numbers).rows == outside


def test_a_bound_may_be_a_column_with_empty_cells() -> None:
    rows = [("x", "lo", "hi"), (5, 1, 9), (5, 6, None), (5, 1, None), (5, None, 4), (5, None, 9)]
    inside = every(compare(X, ">=", cell("lo")), compare(X, "<=", cell("hi")))

    assert found(must(inside), world(t=rows)).rows == [1, 3]


@pytest.mark.parametrize("sign", ["==", "!="])
@pytest.mark.parametrize("reads", ["number", "text"])
def test_two_empty_cells_are_equal_if_that_is_asked(sign: str, reads: str) -> None:
    pairs = world(t=[("x", "y"), (None, None), (1, None), (None, 1), (1, 1), (1, 2)])
    expected = [1, 2, 4] if sign == "==" else [0, 3]
    rule = must(compare(X, sign, Y, reads, null_safe=True))

    assert found(rule, pairs, ["as loaded", "Int64", "str"])[:2] == (expected, 5)
    assert found(must(no(rule.must)), pairs, ["as loaded"]).rows == [
        place for place in range(5) if place not in expected
    ]


def test_except_leaves_what_is_not_certain() -> None:
    rows = world(t=[("x", "s"), (0, "a"), (None, "b"), (5, "c"), ("n/a", "d"), (1, "e"), (2, "f")])
    rule = must(no(missing(S)), where=unless(compare(X, ">", num(1))))
    judged = must(unless(compare(X, ">", num(1))))

    assert found(rule, rows).tested == 4
    assert found(judged, rows).rows == [2, 5]
    assert found(must(no(unless(compare(X, ">", num(1))))), rows).rows == [0, 1, 3, 4]


@pytest.mark.parametrize(
    ("function", "values", "wanted", "broken"),
    [
        ("length", ["ab", "", "äöü", "abc", None], 2, [2, 3]),
        ("words", ["a b", "ab", " a  b ", "a b c", None], 2, [1, 3]),
        ("decimals", ["1.25", "1.5", "1.250", "n/a", "3", "1.125"], 2, [1, 3, 4, 5]),
        ("absolute", [-2, 2, 3, None], 2, [2]),
    ],
)
def test_what_can_be_asked_of_a_value(
    function: str, values: list[Any], wanted: int, broken: list[int]
) -> None:
    """An empty text is an empty cell, as in a file."""
    given = world(t=cells(*(value if value != "" else None for value in values)))

    rule = must(compare(apply(function, X), "==", num(wanted)))
    assert found(rule, given, ["as loaded", "str"]).rows == broken


@pytest.mark.parametrize(
    ("number", "decimals"),
    [(0.00001, 5), (1.5e-7, 8), (1e20, 0), (1.5, 1), (2.0, 0), (12345.67, 2)],
)
def test_decimals_are_counted_however_the_number_is_written(number: float, decimals: int) -> None:
    rule = must(compare(apply("decimals", X), "==", num(decimals)))

    assert found(rule, world(t=cells(number, 0.5))).rows == ([1] if decimals != 1 else [])


@pytest.mark.parametrize(
    ("function", "broken"),
    [("lower", [1, 2]), ("upper", [0, 2]), ("title", [0, 1]), ("strip", [])],
)
def test_letter_case_and_outer_blanks(function: str, broken: list[int]) -> None:
    texts = world(t=cells("ab cd", "AB CD", "Ab Cd", None, name="s"))

    assert found(must(compare(S, "==", apply(function, S), "text")), texts)[:2] == (broken, 3)


@pytest.mark.parametrize(
    ("condition", "broken"),
    [
        (one_of(S, "open", "paid", reads="text"), [1, 2, 4]),
        (one_of(S, "open", "PAID", reads="text", ignore_case=True), [2, 4]),
        (one_of(S, "open", "paid", reads="text", trim=True), [1, 4]),
        (one_of(S, "open", "paid", reads="text", trim=True, ignore_case=True), [4]),
        (compare(S, "==", text("OPEN"), "text", ignore_case=True), [1, 2, 4]),
        (compare(text("OPEN"), "==", S, "text", ignore_case=True), [1, 2, 4]),
        (compare(S, "!=", text("OPEN"), "text", ignore_case=True), [0]),
        (no(one_of(S, "open", reads="text")), [0]),
    ],
)  # fmt: skip
def test_case_and_blanks_count_unless_told_otherwise(
    condition: Predicate, broken: list[int]
) -> None:
    texts = world(t=cells("open", "Paid", " paid", None, "lost", name="s"))

    assert found(must(condition), texts)[:2] == (broken, 4)


@pytest.mark.parametrize(
    ("how", "pattern", "ignore_case", "broken"),
    [
        ("contains", ".", False, [1, 2, 3]),
        ("starts with", "a", False, [1, 2]),
        ("starts with", "A", True, [2]),
        ("ends with", "\\", False, [0, 1, 2]),
        ("pattern", r"[a-z]+\.?[\w\\]+", False, [1, 2]),
        ("pattern", r"[a-z]+\.?[\w\\]+", True, [2]),
        ("pattern", r".*(.)\1.*", False, [0, 1]),
        ("pattern", "é.*", False, [0, 1, 3]),
        ("pattern", "", False, [0, 1, 2, 3]),
    ],
)
def test_texts_have_a_form(how: str, pattern: str, ignore_case: bool, broken: list[int]) -> None:
    texts = world(t=cells("a.b", "Ab", "éé", "aabb\\", None, name="s"))
    form = matches(S, how, pattern, ignore_case=ignore_case)

    assert found(must(form), texts)[:2] == (broken, 4)
    assert found(must(no(form)), texts).rows == [place for place in range(4) if place not in broken]


@pytest.mark.parametrize("pattern", ["[[:alpha:]]+", "a{,2}", r"\\{,2}", r"\p{L}", "(", "[a"])
def test_a_pattern_that_engines_read_differently_is_no_program(pattern: str) -> None:
    with pytest.raises(PlanError) as error:
        source_of(must(matches(S, "pattern", pattern)), world(t=cells("a", name="s")))

    assert error.value.code == "unportable-pattern"
    portable = must(matches(S, "pattern", r"\{,2\}|[{]a{0,2}"))
    assert found(portable, world(t=cells("{,2}", "{aa", "a", name="s"))).rows == [2]


@pytest.mark.parametrize(
    ("values", "blanks", "broken"),
    [
        (["a", None, " ", "\t", "0"], True, [1, 2, 3]),
        (["a", None, " ", "\t", "0"], False, [1]),
        ([1, None, 0], True, [1]),
        ([1.5, None], True, [1]),
        ([None, None], True, [0, 1]),
    ],
    ids=["blanks are empty", "blanks are text", "integers", "numbers", "nothing"],
)
def test_empty_cells_are_missing(values: list[Any], blanks: bool, broken: list[int]) -> None:
    given = world(t=cells(*values))

    assert found(must(no(missing(X, blanks=blanks))), given)[:2] == (broken, len(values))


def test_a_rule_may_name_texts_that_mean_missing() -> None:
    given = world(t=[("x", "s"), (-999, "N/A"), (5, "red"), (None, None), (-1, "?")])
    x, s = cell("x", empty_if=("-999",)), cell("s", empty_if=("N/A", "?"))
    dtypes = ["as loaded", "Int64", "str"]

    assert found(must(no(missing(x))), given, dtypes).rows == [0, 2]
    assert found(must(no(missing(s))), given).rows == [0, 2, 3]
    assert found(must(compare(x, ">=", num(0))), given, dtypes)[:2] == ([3], 2)
    assert found(must(one_of(s, "blue", reads="text")), given)[:2] == ([1], 1)


def test_a_parameter_is_given_with_each_run() -> None:
    given = world(t=[("x", "s"), (1, "a"), (5, "B"), (None, None)])
    limit = Parameter(name="limit", reads=Reads.NUMBER)
    wanted = Parameter(name="wanted", reads=Reads.TEXT)
    both = every(compare(X, "<=", limit), compare(S, "==", wanted, "text", ignore_case=True))

    assert found(must(compare(X, "<=", limit)), given, limit=3).rows == [1]
    assert found(must(compare(X, "<=", limit)), given, limit=9).rows == []
    assert found(must(both), given, limit=3, wanted="A").rows == [1]
    assert found(
        must(compare(X, "==", wanted, "text")), given, ["as loaded", "str"], wanted=5
    ).rows == [0]
    inside = every(compare(X, ">=", num(2)), compare(X, "<=", limit))
    assert found(must(inside), given, limit=5).rows == [0]


def test_numbers_may_be_read_as_text() -> None:
    given = world(t=cells(12345, 123, None))

    rule = must(compare(apply("length", X), "==", num(5)))
    assert found(rule, given, ["as loaded", "Int64", "str"])[:2] == ([1], 2)
    spelled = must(matches(X, "pattern", r"\d{5}"))
    assert found(spelled, given, ["as loaded", "Int64", "str"]).rows == [1]


def test_an_unreadable_antecedent_excuses_nobody() -> None:
    """If x is above 1, y must be filled: where x is no number, that cannot be told."""
    given = world(
        t=[("x", "y"), (5, None), ("n/a", None), ("n/a", 1), (0, None), (None, None), (7, 7)]
    )
    rule = must(some(compare(X, "<=", num(1)), no(missing(Y))))

    assert found(rule, given).rows == [0, 1]
    as_filter = must(no(missing(Y)), where=compare(X, ">", num(1)))
    assert found(as_filter, given).rows == [0]
