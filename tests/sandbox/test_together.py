"""Programs that are run together give what each gives alone, and know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus
from backend.sandbox.sandbox import IsolatedSandbox
from backend.sandbox.worker import frame
from tests.sandbox.conftest import LIMITS, WARM, Files, make_job, open_level

OPEN = "import pandas as pd\n\ndef check(tables):\n    orders = tables['orders']\n    "
NEGATIVE = "return orders[orders['amount'] < 0]"
CONFINED = {
    "flags a row": OPEN + NEGATIVE,
    "flags none": OPEN + "return orders[orders['amount'] > 100]",
    "flags all": OPEN + "return orders",
    "counts its scope": (
        "def scope(tables):\n    return tables['orders'].dropna()\n"
        "def check(tables):\n    orders = scope(tables)\n    return orders[orders['amount'] > 8]"
    ),
    "has a parameter": "def check(tables, *, least):\n"
    "    return tables['orders'][tables['orders']['amount'] > least]",
    "raises": OPEN + "return orders[orders['nothing'] > 1]",
    "raises in a function": "def two(x):\n    return 1 / x\n" + OPEN + "return orders[two(0)]",
    "never ends its calls": "def again(x):\n    return again(x)\n" + OPEN + "return again(1)",
    "returns no frame": OPEN + "return 1",
    "returns rows that are not there": OPEN + "return orders.set_axis([7, 8, 9, 10])",
    "returns a row twice": OPEN + "return pd.concat([orders, orders])",
    "has no check": "def scope(tables):\n    return tables['orders']",
    "counts what is no frame": "def scope(tables):\n    return 1\n" + OPEN + NEGATIVE,
    "takes columns away for itself": OPEN + "orders = orders.drop(columns=['note'])\n    "
    "return orders[orders['amount'] < 0]",
    "sorts for itself": OPEN + "orders = orders.sort_values('amount')\n    " + NEGATIVE,
}
ODD = {
    "prints": OPEN + "print('left')\n    " + NEGATIVE,
    "warns": OPEN + "orders['note'].str.contains('(a)')\n    " + NEGATIVE,
    "warns again": OPEN + "orders['note'].str.contains('(a)')\n    " + NEGATIVE,
    "is not Python": "def check(tables:\n",
    "ends its process": "import os\n" + OPEN + "os._exit(0)",
    "is killed": "import os\n" + OPEN + "os.kill(os.getpid(), 9)",
    "forges a result": "import os\n" + OPEN + "os.write(3, b'left' * 1000)\n    " + NEGATIVE,
    "needs too much": OPEN + "return [0] * 10**12",
    "takes too long": OPEN + "return sum(0 for each in range(10**12))",
    "changes its table": OPEN + "tables['orders'] = orders.dropna()\n    return tables['orders']",
    "changes a column": OPEN + "orders['amount'] = -1\n    " + NEGATIVE,
    "leaves a file": OPEN + "open('left', 'w').write('left')\n    " + NEGATIVE,
    "patches pandas": OPEN + "pd.DataFrame.dropna = None\n    " + NEGATIVE,
}
HEALTHY = make_job(CONFINED["flags a row"])


class Noting(IsolatedSandbox):
    """A sandbox that notes what is run alone."""

    alone: list[str]

    def run(self, job: Job) -> Outcome:
        self.alone.append(job.check_id)
        return super().run(job)


@pytest.fixture(scope="module", params=WARM)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[Noting]:
    with open_level(request.param, files) as sandbox:
        sandbox.__class__ = Noting
        assert isinstance(sandbox, Noting)
        sandbox.alone = []
        yield sandbox


def jobs_of(sources: dict[str, str]) -> list[Job]:
    """A job for each, whose check is named as it is."""
    given = {"least": 7}
    return [
        make_job(source, arguments=given, seconds=1.0).model_copy(update={"check_id": name})
        for name, source in sources.items()
    ]


def without_time(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [replace(each, seconds=0.0) for each in outcomes]


def run_both_ways(sandbox: Noting, jobs: Sequence[Job]) -> list[str]:
    """The checks that were run alone; what came of all is the same together and one by one."""
    sandbox.alone = []
    together = sandbox.run_together(jobs)
    alone = [*sandbox.alone]
    for job, outcome in zip(jobs, together, strict=True):
        assert without_time([outcome]) == without_time([sandbox.run(job)]), job.check_id
        assert outcome.seconds > 0
    return alone


def test_confined_programs_give_the_same_in_one_process(sandbox: Noting) -> None:
    assert run_both_ways(sandbox, jobs_of(CONFINED)) == []


def test_a_program_that_ends_badly_costs_only_itself(sandbox: Noting) -> None:
    mixed = [job for odd in jobs_of(ODD) for job in (odd, HEALTHY)]

    assert run_both_ways(sandbox, mixed) == [*ODD]


def test_the_limit_of_a_program_that_passes_it_is_its_own(sandbox: Noting) -> None:
    hangs, explodes = jobs_of({name: ODD[name] for name in ("takes too long", "needs too much")})

    slow, healthy, large, last = sandbox.run_together([hangs, HEALTHY, explodes, HEALTHY])

    assert slow.error == "stopped after 1 s (limit sandbox.wall_seconds)"
    assert large.error == "needs more than 2048 MiB of memory (limit sandbox.memory_mb)"
    assert [list(each.rows) for each in (healthy, last)] == [[2], [2]]


TRIES = {
    "sorting what is lent": "orders['amount'].to_numpy().partition(0)",
    "a sum into what is lent": (
        "orders['amount'].to_numpy().cumsum(0, None, orders['amount'].to_numpy())"
    ),
    "a maximum into the index": (
        "orders.index.to_numpy().max(None, orders.index.to_numpy()[:1].reshape(()))"
    ),
    "clipping into what is lent": (
        "orders['amount'].to_numpy().clip(0, 1, orders['amount'].to_numpy())"
    ),
    "clipping a part of what is lent": (
        "orders[['amount']].to_numpy().clip(0, 1, orders[['amount']].to_numpy())"
    ),
    "a sum into the names of columns": (
        "orders.columns.to_numpy().cumsum(0, None, orders.columns.to_numpy())"
    ),
    "another name of the columns": "orders.columns.rename('left')",
    "other columns": "orders.set_axis(['a', 'b', 'c'], axis=1)",
    "a copy that is shallow": "orders.copy(False).rename(columns={'amount': 'left'})",
    "a function that is long": "orders['amount'].map(lambda cell: [cell] * 1000)",
    "a group": "orders.groupby('note').agg(lambda each: 0)",
    "another frame of the same name": "tables = {'orders': 1}",
}
SHOW = "import pandas as pd\n\ndef check(tables):\n    orders = tables['orders']\n" + (
    "    cells = [str(orders[name].tolist()) for name in orders.columns]\n"
    "    return pd.DataFrame({'name': [str(orders.columns), str(orders.index)], 'cells': "
    "[str(cells), str(tables.get('left'))]})"
)


@pytest.mark.parametrize("deed", TRIES.values(), ids=TRIES)
def test_what_is_lent_stays_as_it_is(sandbox: Noting, deed: str) -> None:
    tries = make_job(OPEN + deed + "\n    " + NEGATIVE)
    shows = make_job(SHOW, grain=Grain.GROUPS)

    before, _, after = sandbox.run_together([shows, tries, shows])

    assert before.status is OutcomeStatus.OK, before.error
    assert before.records and before.records == after.records


def test_programs_with_parts_alike_fail_with_lines_of_their_own(sandbox: Noting) -> None:
    source = "def scope(tables):\n    return tables['orders'][{}]\n\n\n" + (
        "def check(tables):\n    return scope(tables)[['none']]"
    )
    sources = [source.format(number) for number in ("['amount']", "['left']", "['amount']")]
    sources[2] = "import pandas as pd\n\n\n" + sources[2]
    jobs = jobs_of(dict(zip(("a", "b", "c"), sources, strict=True)))

    assert run_both_ways(sandbox, jobs) == []
    errors = [outcome.error for outcome in sandbox.run_together(jobs)]
    assert [error.rpartition("(line ")[2] for error in errors] == ["6)", "2)", "9)"]


def test_a_large_result_comes_alone(sandbox: Noting) -> None:
    wide = "return pd.DataFrame({'text': ['x' * 2**19] * 3}).reset_index()"
    jobs = [make_job(OPEN + wide, grain=Grain.GROUPS), make_job(SHOW, grain=Grain.GROUPS)]
    sandbox.alone = []

    large, small = sandbox.run_together([*jobs])

    assert sandbox.alone == ["CHK-001"]
    assert without_time([large, small]) == without_time([sandbox.run(job) for job in jobs])


def test_a_file_to_print_to_or_to_leave_is_for_one_alone(sandbox: Noting, tmp_path: Path) -> None:
    jobs = [
        HEALTHY.model_copy(update={"artifacts": tmp_path / "left"}),
        HEALTHY.model_copy(update={"prints": tmp_path / "prints"}),
        HEALTHY.model_copy(update={"any_result": True}),
    ]
    sandbox.alone = []

    outcomes = sandbox.run_together(jobs)

    assert len(sandbox.alone) == len(jobs)
    assert [list(each.rows) for each in outcomes] == [[2]] * 3


def test_only_programs_over_the_same_tables_share(sandbox: Noting) -> None:
    users = make_job("def check(tables):\n    return tables['users']", "users")

    outcomes = sandbox.run_together([HEALTHY, HEALTHY, users, users, HEALTHY, HEALTHY])

    assert [list(each.rows) for each in outcomes] == [[2], [2], [0, 1, 2], [0, 1, 2], [2], [2]]


def test_several_are_run_at_once(sandbox: Noting) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(sandbox.run_together, [[HEALTHY] * 20] * 8))

    assert [list(each.rows) for outcomes in found for each in outcomes] == [[2]] * 160


ONE = frame.entry(b"one", 0.5)
ANSWERS = {
    "none": (b"", []),
    "two": (ONE + frame.ALONE, [b"one", b""]),
    "cut short": (ONE + ONE[:-1], [b"one"]),
    "cut shorter": (ONE + ONE[:4], [b"one"]),
    "too large": (frame.entry(b"x" * (frame.LARGEST_TOGETHER + 1), 0.5) + ONE, []),
    "no time": (frame.entry(b"two", float("nan")) + ONE, []),
    "before its time": (ONE + frame.entry(b"two", -1.0) + ONE, [b"one"]),
    "never": (ONE + frame.entry(b"two", float("inf")), [b"one"]),
}


@pytest.mark.parametrize(("data", "answers"), ANSWERS.values(), ids=ANSWERS)
def test_answers_are_read_as_far_as_they_can_be_answers(data: bytes, answers: list[bytes]) -> None:
    assert [each.data for each in frame.entries(data)] == answers


def test_a_table_that_is_not_there_is_told(sandbox: Noting) -> None:
    with pytest.raises(SandboxError, match="'nowhere'"):
        sandbox.run_together([make_job(CONFINED["flags all"], "nowhere")] * 2)


def test_a_program_that_flags_a_table_which_it_does_not_name_is_told(sandbox: Noting) -> None:
    wrong = HEALTHY.program.model_copy(update={"table": "users"})

    with pytest.raises(SandboxError, match="'users'"):
        sandbox.run_together([HEALTHY, HEALTHY.model_copy(update={"program": wrong})])


def test_without_a_warm_worker_each_is_run_alone(files: Files) -> None:
    with open_level("full, slow", files, LIMITS) as slow:
        assert [list(each.rows) for each in slow.run_together([HEALTHY] * 2)] == [[2], [2]]
