"""A scope that several programs have alike is worked out once, and lent to all of them."""

from __future__ import annotations

from types import CodeType, FunctionType
from typing import Any

import pandas as pd
import pytest

from backend.sandbox.worker import together
from backend.sandbox.worker.frame import Frame, decode, entries
from backend.sandbox.worker.scopes import Scopes

ORDERS = pd.DataFrame({"amount": [5.0, None, -1.0, 9.0], "note": ["a", "b", None, "d"]})
SCOPE = "def scope(tables):\n    return tables['orders'].dropna(subset=['amount'])\n"


def _functions(*sources: str) -> tuple[list[CodeType], list[Any]]:
    """Programs as their code, and what each calls ``scope``."""
    codes = [compile(source, f"<{place}>", "exec") for place, source in enumerate(sources)]
    found = []
    for code in codes:
        namespace: dict[str, Any] = {"pd": pd}
        exec(code, namespace)
        found.append(namespace["scope"])
    return codes, found


def _calls(
    tables: list[dict[str, pd.DataFrame]], arguments: list[dict[str, Any]], *sources: str
) -> int:
    """How often a scope is worked out, where each program asks for its own."""
    codes, functions = _functions(*sources)
    scopes, calls = Scopes(codes), 0

    def act(scope: FunctionType, over: dict[str, pd.DataFrame], asked: dict[str, Any]) -> Any:
        nonlocal calls
        calls += 1
        return scope(over, **asked)

    for scope, over, asked in zip(functions, tables, arguments, strict=True):
        given = scopes.give(scope, over, asked, lambda s=scope, o=over, a=asked: act(s, o, a))
        pd.testing.assert_frame_equal(given, scope(over, **asked))
    return calls


OVER = {"orders": ORDERS}
ALIKE = {
    "the same text": (SCOPE, SCOPE, 1),
    "another text": (SCOPE, SCOPE.replace("'amount'", "'note'"), 2),
    "another number": (
        "def scope(tables):\n    return tables['orders'][['amount']] + 1\n",
        "def scope(tables):\n    return tables['orders'][['amount']] + 1.0\n",
        2,
    ),
    "it hangs on another function": (
        "def few(x):\n    return x.head(1)\ndef scope(tables):\n    return few(tables['orders'])\n",
        "def few(x):\n    return x.head(2)\ndef scope(tables):\n    return few(tables['orders'])\n",
        2,
    ),
    "it hangs on another function within": (
        "def few(x):\n    return x.head(1)\ndef scope(tables):\n"
        "    return [few(x) for x in tables.values()][0]\n",
        "def few(x):\n    return x.head(2)\ndef scope(tables):\n"
        "    return [few(x) for x in tables.values()][0]\n",
        2,
    ),
    "it has its own default": (
        "def scope(tables, n=1):\n    return tables['orders'].head(n)\n",
        "def scope(tables, n=2):\n    return tables['orders'].head(n)\n",
        2,
    ),
}


@pytest.mark.parametrize(("one", "other", "calls"), ALIKE.values(), ids=ALIKE)
def test_scope_is_worked_out_for_each_that_differs(one: str, other: str, calls: int) -> None:
    assert _calls([OVER, OVER], [{}, {}], one, other) == calls


def test_scope_over_other_frames_is_another() -> None:
    other = {"orders": ORDERS.head(1)}
    assert _calls([OVER, other, OVER], [{}, {}, {}], SCOPE, SCOPE, SCOPE) == 2


def test_scope_with_other_parameters_is_another() -> None:
    least = "def scope(tables, *, n):\n    return tables['orders'].head(n)\n"
    asked: list[dict[str, Any]] = [{"n": 1}, {"n": 2}, {"n": 1}]
    assert _calls([OVER] * 3, asked, least, least, least) == 2


def test_what_is_lent_is_nobodys_to_change() -> None:
    codes, (one, other) = _functions(SCOPE, SCOPE)
    scopes = Scopes(codes)
    first = scopes.give(one, OVER, {}, lambda: one(OVER))
    first.loc[0, "amount"] = -7.0
    first["left"] = 1
    second = scopes.give(other, OVER, {}, lambda: other(OVER))

    pd.testing.assert_frame_equal(second, other(OVER))


def _job(source: str, number: int) -> dict[str, Any]:
    return {
        "check_id": f"C-{number}",
        "source": source,
        "table": "orders",
        "returns": "rows",
        "arguments": {},
        "columns": {"orders": ["amount"]},
        "records": 10,
    }


def test_programs_that_share_a_scope_give_what_each_gives_alone() -> None:
    check = "\ndef check(tables):\n    orders = scope(tables)\n    return orders[{}]\n"
    bodies = ["orders['amount'] > 4", "orders['amount'] < 0", "orders['nothing']"]
    sources = [f"import pandas as pd\n\n{SCOPE}{check.format(body)}" for body in bodies]

    def answers(sources: list[str]) -> list[Frame]:
        given: list[bytes] = []
        together.answer(
            [_job(*each[::-1]) for each in enumerate(sources)], OVER, 60.0, given.append
        )
        return [decode(each.data) for each in entries(b"".join(given))]

    shared = answers(sources)
    assert [frame.header.get("tested") for frame in shared] == [3, 3, None]
    alone = [answers([source])[0] for source in sources]
    assert [(f.header["status"], f.body) for f in shared] == [
        (f.header["status"], f.body) for f in alone
    ]
