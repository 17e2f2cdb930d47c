"""A program that says otherwise than its rule's SQL on a sample is an error, not a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backend.contracts.errors import ProgramError
from backend.executor.program_hash import hash_source
from backend.out_of_core.sample import Sampler
from backend.out_of_core.stream import TableStream
from backend.proof.sql import open_duckdb
from backend.rules.catalog import facts_from
from tests.out_of_core.ground import Ground, Judged

ROWS = 20_000
STRAY = (4_321, 15_000)
"""Rows with a price that no other has, and of users that are not there."""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    orders = ["order_id,user_id,price\n"]
    for row in range(ROWS):
        user, price = (90_000, -5) if row in STRAY else (row % 5_000, row % 100)
        orders.append(f"{row},{user},{price}\n")
    users = ["user_id,country\n", *(f"{user},FR\n" for user in range(5_000, -1, -1))]
    tables = {"orders": "".join(orders), "users": "".join(users)}
    return Ground(tmp_path_factory.mktemp("agreement"), tables)


def other_program(judged: Judged, old: str, new: str) -> Judged:
    """The check with a program that was changed and sealed anew."""
    source = judged.program.source.replace(old, new)
    assert source != judged.program.source
    update = {"source": source, "sha256": hash_source(source)}
    return replace(judged, program=judged.program.model_copy(update=update))


@pytest.mark.parametrize(
    ("old", "new"),
    [(" >= 0", " >= -10"), (" >= 0", " >= 1")],
    ids=["misses the flagged rows", "flags one too many"],
)
def test_wrong_program_is_an_error(ground: Ground, old: str, new: str) -> None:
    wrong = other_program(ground.judge("price must be at least 0", "orders"), old, new)

    with pytest.raises(ProgramError) as raised:
        wrong.in_sql()

    assert raised.value.code == "engines-differ"
    assert "by the rule's SQL" in str(raised.value)


def test_wrong_rule_is_an_error(ground: Ground) -> None:
    judged = ground.judge("price must be at least 0", "orders")
    other = ground.judge("price must be at least 1", "orders")

    with pytest.raises(ProgramError, match="on a sample") as raised:
        replace(judged, plan=other.plan).in_sql()

    assert raised.value.code == "engines-differ"


def test_program_that_fails_on_the_sample_is_an_error(ground: Ground) -> None:
    judged = ground.judge("price must be at least 0", "orders")
    broken = other_program(judged, '"price"', '"prices"')

    with pytest.raises(ProgramError, match="raised") as raised:
        broken.in_sql()

    assert raised.value.code == "engines-differ"


def test_program_that_was_tampered_with_is_not_run(ground: Ground) -> None:
    judged = ground.judge("price must be at least 0", "orders")
    source = judged.program.source + "\n"
    program = judged.program.model_copy(update={"source": source})

    with pytest.raises(ProgramError) as raised:
        replace(judged, program=program).in_sql()

    assert raised.value.code == "tampered"


def test_sample_holds_flagged_rows_their_like_and_what_they_are_looked_up_by(
    ground: Ground,
) -> None:
    judged = ground.judge("user_id must exist in users")
    streams = {name: TableStream(file) for name, file in ground.files.items()}
    facts = facts_from(judged.plan.columns_read)
    with open_duckdb() as connection:
        sampler = Sampler(streams, facts, "orders", 400, connection)
        sample, again = sampler.draw(STRAY), sampler.draw(STRAY)

    orders, users = sample["orders"].to_pandas(), sample["users"].to_pandas()
    assert sample == again, "the same flagged rows give the same sample"
    assert orders["order_id"].is_monotonic_increasing
    assert set(STRAY) <= set(orders["order_id"])
    assert 100 < len(orders) <= 400
    assert len(users) <= 400
    known = orders["user_id"].isin(users["user_id"])
    assert known.mean() > 0.4, "most users were looked up, though few are in the sample"
    assert not known[orders["order_id"].isin(STRAY)].any()
