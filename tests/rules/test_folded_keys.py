"""Keys whose case or outer blanks do not count, and columns that must be spelled alike."""

from __future__ import annotations

import pytest

from backend.rules.inconsistent_values import InconsistentValues, say_rule
from tests.rules.worlds import found, world

ROWS = [("a", "b"), ("red", 1), ("Red", 1), ("blue", 2), (None, 1), ("RED", 2), (" blue", 2)]


@pytest.mark.parametrize(
    ("case", "trim", "spelled_apart", "valued_apart"),
    [
        (True, False, [0, 1, 4], [0, 1, 4]),
        (False, True, [2, 5], []),
        (True, True, [0, 1, 2, 4, 5], [0, 1, 4]),
        (False, False, [], []),
    ],
)
def test_keys_are_one_that_differ_in_what_does_not_count(
    case: bool, trim: bool, spelled_apart: list[int], valued_apart: list[int]
) -> None:
    for values, rows in (("a", spelled_apart), ("b", valued_apart)):
        rule = InconsistentValues(
            table="t", key=("a",), values=(values,), ignore_case=case, trim=trim
        )

        assert found(rule, world(t=ROWS))[:2] == (rows, 5)


def test_it_is_told_in_words() -> None:
    rule = InconsistentValues(table="t", key=("a",), values=("a",), ignore_case=True)

    assert say_rule(rule) == (
        "a is spelled alike in all t rows in which it is the same (ignoring case); flag every row "
        "of one that is spelled in several ways."
    )
