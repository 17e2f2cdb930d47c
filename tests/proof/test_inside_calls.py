"""What a source gives is the same whether its scope is counted as it passes or asked once more."""

from __future__ import annotations

import pandas as pd
import pytest

from backend.proof.inside_calls import accepted, ask, opens_with_scope

TABLE = pd.DataFrame({"a": [1, 2, 3, 4]})
SCOPE = "def scope(tables):\n    return tables['t'][tables['t']['a'] > 1]\n\n\n"
DATED = "def scope(tables, *, as_of):\n    return tables['t'][tables['t']['a'] > int(as_of)]\n\n\n"
ON_DAY = "def check(tables, *, as_of):\n"
OPENS = "def check(tables):\n    t = scope(tables)\n    return t[t['a'] > 3]\n"
CASES: dict[str, tuple[str, bool, int, int]] = {
    "opens": (SCOPE + OPENS, True, 3, 1),
    "opens with a day": (
        DATED + ON_DAY + "    t = scope(tables, as_of=as_of)\n    return t[:1]\n",
        True, 2, 1,
    ),
    "asks of another day": (
        DATED + ON_DAY + "    t = scope(tables, as_of='0')\n    return t\n",
        False, 2, 4,
    ),
    "drops rows first": (
        SCOPE
        + "def check(tables):\n    tables['t'] = tables['t'][:2]\n"
        + "    t = scope(tables)\n    return t\n",
        False, 3, 1,
    ),
    "asks twice": (
        SCOPE + "def check(tables):\n    t = scope(tables)\n    return scope({'t': t[:2]})\n",
        True, 3, 2,
    ),
    "without a scope": ("def check(tables):\n    return tables['t'][:2]\n", False, 4, 2),
    "scope beside": (SCOPE + "def check(tables):\n    return tables['t'][:2]\n", False, 3, 2),
    "two checks": (SCOPE + OPENS + "def check(tables):\n    return tables['t']\n", False, 3, 4),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rows_are_counted_as_scope_gives_them(name: str) -> None:
    source, opens, tested, flagged = CASES[name]
    assert opens_with_scope(source) is opens

    returned, counted = ask(source, {"t": TABLE}, "t", {"as_of": "2", "more": 1})

    assert (counted, len(returned)) == (tested, flagged)
    assert TABLE["a"].tolist() == [1, 2, 3, 4]


def _plain(tables, own, *, as_of):  # type: ignore[no-untyped-def]
    return tables


def _any(tables, **named):  # type: ignore[no-untyped-def]
    return tables


class _Called:
    def __call__(self, tables: object, own: int) -> None:
        """Nothing."""


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (_plain, ["own", "as_of"]),
        (_any, ["own", "as_of", "more"]),
        (_Called(), ["own"]),
        (lambda tables: tables, []),
    ],
    ids=["plain", "any", "object", "none"],
)
def test_a_function_gets_what_it_takes(function: object, names: list[str]) -> None:
    given = {"own": 1, "as_of": "2026-11-20", "more": 2}
    assert list(accepted(function, given)) == names  # type: ignore[arg-type]
