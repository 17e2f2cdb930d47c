from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.check import Example
from backend.contracts.proof import Finding
from tests.proof.court import Court, failing, finding, free_form, hold_court, orders, users

SENTENCES = {
    "bound": "price must be at least 0",
    "set": "status must be one of 'open', 'paid' or 'cancelled'.",
    "keys": "Flag orders rows whose user_id is missing from users.",
    "filter": "If status is paid then paid must be filled in.",
    "unique": "order_id must be unique.",
    "average": "The average price must be between 10 and 20.",
    "many missing": "No more than 50 orders may lack a status.",
    "decimals": "price must have at most 2 decimals.",
    "whole": "order_id must be a whole number between 1 and 900.",
}
FLAGGED = {"bound": 2, "set": 0, "keys": 1, "filter": 5, "unique": 0, "average": 1,
           "many missing": 0, "decimals": 0, "whole": 0}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_the_compilers_own_programs_are_proven(court: Court, name: str) -> None:
    proof = court.try_sentence(SENTENCES[name])

    assert proof.proven, proof.reason
    assert not failing(proof)
    assert proof.kill_rate == 1.0
    assert finding(proof, "sql-on-data") is Finding.HOLDS
    held = next(trial for trial in proof.trials if trial.name == "run-twice")
    assert held.detail.startswith(f"{FLAGGED[name]} flagged")


def test_every_mutant_is_told_apart_by_a_named_witness(court: Court) -> None:
    proof = court.try_sentence(SENTENCES["bound"])

    names = {witness.says for witness in proof.witnesses}
    assert proof.mutants
    assert all(mutant.killed_by in names for mutant in proof.mutants if not mutant.equivalent)
    assert any("> for >=" in mutant.fault for mutant in proof.mutants)


def test_a_fault_that_spares_the_data_of_today_is_found(court: Court) -> None:
    sentence = "price must be at most 1000"
    _, program = court.typed(court.check(sentence))
    wrong = program.source.replace("price <= 1000", "price <= 999")

    proof = court.try_sentence(sentence, source=wrong)

    assert wrong != program.source
    assert not proof.proven
    assert {"witnesses", "as-written"} <= failing(proof)
    assert finding(proof, "sql-on-data") is Finding.HOLDS


def test_no_tables_are_sought_for_the_mutants_of_a_program_that_fails(court: Court) -> None:
    sentence = SENTENCES["many missing"]
    _, program = court.typed(court.check(sentence))

    wrong = court.try_sentence(sentence, source=program.source.replace("50", "49"))

    [trial] = [trial for trial in wrong.trials if trial.name == "mutants"]
    assert "witnesses" in failing(wrong)
    assert trial.finding is Finding.SKIPPED and "fails a witness" in trial.detail
    assert [mutant for mutant in wrong.mutants if not (mutant.killed_by or mutant.equivalent)]


def test_time_that_is_spent_cuts_what_may_be_left_out_and_that_is_told(court: Court) -> None:
    proof = court.try_sentence(SENTENCES["bound"], seconds=0.001)

    assert proof.proven
    must = ("as-written", "witnesses", "plain-reading", "sql-on-witnesses")
    assert {finding(proof, name) for name in must} == {Finding.HOLDS}
    assert finding(proof, "mutants") is not Finding.FAILS
    assert finding(proof, "sql-on-data") is Finding.SKIPPED
    late = [mutant for mutant in proof.mutants if mutant.why == "the time was spent"]
    assert 2 * len(late) <= len(proof.mutants)
    assert any("time was spent" in trial.detail for trial in proof.trials)


def test_of_a_long_table_a_sample_is_looked_at_and_that_is_told(tmp_path: Path) -> None:
    with hold_court(tmp_path, {"orders": orders(3_000), "users": users()}) as court:
        proof = court.try_sentence(SENTENCES["bound"], rows=200)
        wide = court.try_sentence(SENTENCES["bound"])

    assert proof.proven and wide.proven
    assert proof.sampled == {"orders": 200}
    assert wide.sampled == {}


def test_an_owners_example_counts_more_than_the_rule(court: Court) -> None:
    check = court.check(SENTENCES["bound"]).model_copy(
        update={"examples": Example(flagged=({"price": 5},), not_flagged=({"price": 6},))}
    )
    plan, program = court.typed(check)

    proof = court.prove(plan, program, check)

    assert not proof.proven
    assert "witnesses" in failing(proof)
    assert "misses row 0" in proof.reason


def test_a_free_form_program_without_an_example_is_not_proven(court: Court) -> None:
    proof = court.try_free_form("return tables['orders'].iloc[:0]", Example())

    assert not proof.proven
    assert "examples" in proof.reason


def test_a_free_form_program_stands_on_examples_and_data(court: Court) -> None:
    proof = court.try_free_form(
        "orders = tables['orders']\nreturn orders[orders['price'] < 0]",
        Example(flagged=({"price": -1},), not_flagged=({"price": 0},)),
    )

    assert proof.proven, proof.reason
    assert finding(proof, "violation-planted") is Finding.HOLDS


def test_a_plan_of_steps_has_no_rule(court: Court) -> None:
    assert free_form(court.schema).rule == {}
