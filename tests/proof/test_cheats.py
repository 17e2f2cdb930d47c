"""The classic cheats of a program's author, each caught by a trial of a stable name."""

from __future__ import annotations

import pytest

from backend.contracts.check import Example
from tests.proof.court import PAGE, Court, failing, indent

SENTENCE = "price must be at least 0"
EXAMPLES = Example(
    flagged=({"price": -1, "user_id": 1}, {"price": -250.5, "user_id": 2}),
    not_flagged=({"price": 0, "user_id": 1}, {"price": 40, "user_id": 3}),
)
CHEATS = {
    "literals in place of data": "return tables['orders'].iloc[[0, 1]]",
    "hard-coded ids": "o = tables['orders']\nreturn o[o['order_id'].isin([1, 2])]",
    "a filter that empties the table": (
        "o = tables['orders']\no = o[o['status'] == 'nothing']\nreturn o[o['price'] < 0]"
    ),
    "exceptions swallowed": (
        "o = tables['orders']\ntry:\n    return o[o['prize'] < 0]\n"
        "except Exception:\n    return o.iloc[:0]"
    ),
    "the right shape from the wrong table": (
        "u = tables['users']\nreturn u[u['user_id'] < 3].head(2)"
    ),
    "the first rows": "return tables['orders'].head(2)",
    "only the head is read": "o = tables['orders'].head(2)\nreturn o[o['price'] < 0]",
    "a bound of today's data": "o = tables['orders']\nreturn o[o['price'].between(-2, -1)]",
    "the table as it stands": (
        "o = tables['orders']\nreturn o.iloc[[0, 1]] if len(o) > 100 else o[o['price'] < 0]"
    ),
    "a place in the file": "o = tables['orders']\nreturn o[(o['price'] < 0) & (o.index < 100)]",
}
CAUGHT_BY = {
    "the table as it stands": {"rows-permuted"},
    "a place in the file": {"violation-planted"},
    "only the head is read": {"rows-permuted", "violation-planted"},
    "literals in place of data": {"rows-permuted", "violation-planted"},
    "the first rows": {"rows-permuted", "violation-planted"},
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_typed_plan_keeps_no_other_program(court: Court, cheat: str) -> None:
    proof = court.try_sentence(SENTENCE, source=PAGE.format(body=indent(CHEATS[cheat])))

    assert not proof.proven
    assert "as-written" in failing(proof)


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_free_form_cheat_is_caught(court: Court, cheat: str) -> None:
    proof = court.try_free_form(CHEATS[cheat], EXAMPLES)

    assert not proof.proven
    assert CAUGHT_BY.get(cheat, {"witnesses"}) <= failing(proof)


def test_a_parameter_that_is_ignored_is_caught(court: Court) -> None:
    check = court.check("price must be at most {max_price}", params={"max_price": 60})
    plan, program = court.typed(check)
    ignoring = program.model_copy(
        update={"source": program.source.replace("price <= max_price", "price <= 60")}
    )

    assert ignoring.source != program.source
    assert court.prove(plan, program, check).proven
    assert {"as-written", "witnesses"} & failing(court.prove(plan, ignoring, check))
