"""How a program is called, and what is told of one that fails."""

from __future__ import annotations

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.program import OutcomeStatus
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import Run, make_job

ALL = "tables['orders']"
CALLS = {
    "no parameter": ("def check(tables): return " + ALL, {"as_of": "2026-01-01"}, 4),
    "its own parameter": (
        f"def check(tables, *, most): return {ALL}[{ALL}['order_id'] > most]",
        {"most": 3, "as_of": "2026-01-01"},
        1,
    ),
    "a default": (
        f"def check(tables, *, most=2): return {ALL}[{ALL}['order_id'] > most]", {}, 2,
    ),
    "any parameter": (
        f"def check(tables, **rest): return {ALL}[{ALL}['order_id'] > rest['most']]",
        {"most": 3},
        1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "arguments", "flagged"), CALLS.values(), ids=CALLS)
def test_a_program_gets_the_arguments_that_it_takes(
    run: Run, source: str, arguments: dict[str, str], flagged: int
) -> None:
    outcome = run(source, arguments=arguments)

    assert (outcome.status, len(outcome.rows), outcome.tested) == (OutcomeStatus.OK, flagged, 4)


SCOPED = """
def scope(tables, *, least):
    return tables["orders"][tables["orders"]["amount"] >= least]

def check(tables, *, flag):
    return tables["orders"][tables["orders"]["note"] == flag]
"""


def test_scope_says_what_is_tested(run: Run) -> None:
    outcome = run(SCOPED, arguments={"least": 0, "flag": "a"})

    assert (outcome.status, outcome.tested, list(outcome.rows)) == (OutcomeStatus.OK, 2, [0])


def test_scope_cannot_change_what_check_sees(run: Run) -> None:
    source = """
def scope(tables):
    tables["orders"].loc[:, "amount"] = 0
    tables["orders"]["new"] = 1
    return tables.pop("orders")

def check(tables):
    orders = tables["orders"]
    assert "new" not in orders
    return orders[orders["amount"] < 0]
"""
    assert list(run(source).rows) == [2]


def test_a_program_sees_the_tables_that_it_names(run: Run) -> None:
    source = "def check(tables):\n    print(sorted(tables))\n    return tables['users'].iloc[:0]"

    assert run(source, "users").stdout == "['users']\n"
    assert run(source, "users", "orders").stdout == "['orders', 'users']\n"


FAILURES = {
    "a missing column": (
        "def check(tables):\n\n    return tables['orders']['usr_id']",
        "KeyError: 'usr_id' (line 3)",
        "tables['orders']['usr_id']",
    ),
    "a mistake in the source": ("def check(:", "SyntaxError: invalid syntax (line 1)", "def check"),
    "an error of its own": (
        "def check(tables):\n    raise ValueError('two\\nlines\\x1b[31m')",
        "ValueError: two lines[31m (line 2)",
        "raise ValueError",
    ),
    "an error without words": (
        "def check(tables):\n    raise KeyboardInterrupt",
        "KeyboardInterrupt: no message (line 2)",
        "raise KeyboardInterrupt",
    ),
    "an end of its own": (
        "import sys\n\n\ndef check(tables):\n    sys.exit(0)",
        "SystemExit: 0 (line 5)",
        "sys.exit(0)",
    ),
    "a missing argument": (
        "def check(tables, *, most): return tables['orders']",
        "TypeError: check() missing 1 required keyword-only argument: 'most'",
        "",
    ),
}


@pytest.mark.parametrize(("source", "error", "trace"), FAILURES.values(), ids=FAILURES)
def test_a_failing_program_is_told_in_one_line(
    run: Run, source: str, error: str, trace: str
) -> None:
    outcome = run(source)

    assert (outcome.status, outcome.error) == (OutcomeStatus.FAILED, error)
    assert trace in outcome.trace
    assert "site-packages" not in outcome.trace and "worker" not in outcome.trace


def test_a_program_without_check_has_a_bad_result(run: Run) -> None:
    outcome = run("def chek(tables): return tables['orders']")

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.error == "the program defines no function check(tables)"


def test_what_is_printed_is_kept_in_order_of_stream(run: Run) -> None:
    source = (
        "import sys\nprint('one'); print('warning', file=sys.stderr); print('two\\x1b[2J')\n"
        "def check(tables): return tables['orders']"
    )

    assert run(source).stdout == "one\ntwo[2J\nwarning\n"


def test_long_output_is_cut_with_a_note(run: Run) -> None:
    outcome = run("print('x' * 3_000_000)\ndef check(tables): return tables['orders']")

    assert outcome.status == OutcomeStatus.OK
    assert outcome.stdout.endswith("\n… cut: stdout was longer than 1048576 bytes\n")
    assert len(outcome.stdout) < 1_100_000


def test_the_same_program_gives_the_same_result(run: Run) -> None:
    source = (
        "import random, numpy as np\n"
        "def check(tables):\n"
        "    print(random.random(), np.random.rand(), hash('a'), {'b', 'a'})\n"
        "    return tables['orders'].sample(2)"
    )
    first, second = run(source), run(source)

    assert (first.stdout, first.rows) == (second.stdout, second.rows)


def test_a_table_that_is_not_there_is_the_callers_mistake(plain: IsolatedSandbox) -> None:
    with pytest.raises(SandboxError, match="CHK-001: the sandbox has no table 'salaries'") as told:
        plain.run(make_job("", "salaries"))
    assert told.value.code == "unknown-table"


def test_memory_that_was_freed_is_used_again(run: Run) -> None:
    source = """
import resource
import numpy as np

def check(tables):
    np.ones(6_000_000).sum()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        np.ones(6_000_000).sum()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
"""
    outcome = run(source, any_result=True)

    assert outcome.status is OutcomeStatus.OK, outcome.error
    assert outcome.value < 1_000  # else the kernel clears each page of it, 20 times
