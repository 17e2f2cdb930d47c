"""What a node does, without Ray around it: the same programs give the same as here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, TableFile
from backend.contracts.settings import SandboxSettings
from backend.engine.answer import LENGTHS, pack_lost, read_answer
from backend.engine.node import Greeting, Node, as_sent
from backend.engine.node_tables import NodeTables, Sent
from backend.engine.release import OURS, say_difference, this_release
from backend.sandbox.open import open_sandbox
from tests.engine.tables_and_jobs import NEGATIVE, make_job, write_table

LIMITS = SandboxSettings(programs=1)
GROUPS = "def check(tables):\n    return tables['orders'].groupby('order_id')[['amount']].sum()\n"
FAILS = "def check(tables):\n    print('before')\n    raise KeyError('amount')\n"
LEAVES = (
    "def check(tables, *, artifacts):\n"
    "    import os\n"
    "    open(os.path.join(artifacts, 'a.txt'), 'w').write('left')\n"
    "    return tables['orders'][:0]\n"
)
DIES = "def check(tables):\n    import os\n    os._exit(3)\n"
OTHER_TABLE = "def check(tables):\n    return tables['users']\n"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> TableFile:
    return write_table(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def node(orders: TableFile) -> Iterator[Node]:
    made = Node(LIMITS.model_dump_json(), unsafe=False, fetch=Path.read_bytes)
    assert Greeting.model_validate_json(made.greet()).error == ""
    yield made
    made.close()


def on_node(node: Node, job: Job, orders: TableFile) -> Outcome:
    (answer,) = node.run([as_sent(job)], {"orders": Sent(orders.path, orders.rows)})
    return read_answer(answer, job, orders.rows, LIMITS)


@pytest.mark.parametrize(
    "job",
    [
        pytest.param(make_job(NEGATIVE), id="flagged rows"),
        pytest.param(make_job(GROUPS, grain=Grain.GROUPS), id="failing groups"),
        pytest.param(make_job(FAILS), id="fails"),
        pytest.param(make_job(DIES), id="ends its own process"),
        pytest.param(
            make_job("def check(tables):\n    while True: pass\n", seconds=0.5), id="hangs"
        ),
        pytest.param(make_job("def check(tables):\n    return 'x' * 9\n"), id="no rows"),
    ],
)
def test_a_program_gives_what_it_gives_here(node: Node, orders: TableFile, job: Job) -> None:
    there = on_node(node, job, orders)
    with open_sandbox({"orders": orders}, LIMITS) as sandbox:
        here = sandbox.run(job)

    assert {**vars(there), "seconds": 0} == {**vars(here), "seconds": 0}


def test_files_of_a_program_come_back(node: Node, orders: TableFile, tmp_path: Path) -> None:
    job = make_job(LEAVES, artifacts=tmp_path / "left", prints=tmp_path / "prints")
    outcome = on_node(node, job, orders)

    assert outcome.files == ("a.txt",)
    assert (tmp_path / "left" / "a.txt").read_text() == "left"


def test_what_a_program_prints_comes_back(node: Node, orders: TableFile, tmp_path: Path) -> None:
    on_node(node, make_job(FAILS, prints=tmp_path / "prints"), orders)

    assert (tmp_path / "prints").read_text() == "before\n"


def test_a_job_leaves_without_the_places_of_this_machine(tmp_path: Path) -> None:
    job = make_job(LEAVES, artifacts=tmp_path / "left", prints=tmp_path / "prints")

    assert str(tmp_path) not in as_sent(job)


def test_a_table_that_was_not_sent_is_an_error(node: Node, orders: TableFile) -> None:
    with pytest.raises(SandboxError, match="no table 'users'") as caught:
        on_node(node, make_job(OTHER_TABLE, tables=("users",)), orders)
    assert caught.value.code == "unknown-table"


def test_a_program_that_took_its_worker_twice_has_crashed() -> None:
    outcome = read_answer(pack_lost(), make_job(), 4, LIMITS)

    assert (outcome.status, "died twice" in outcome.error) == (OutcomeStatus.CRASHED, True)


def test_rows_that_are_not_there_are_a_bad_result(node: Node, orders: TableFile) -> None:
    (answer,) = node.run([as_sent(make_job())], {"orders": Sent(orders.path, orders.rows)})

    assert read_answer(answer, make_job(), 2, LIMITS).status is OutcomeStatus.BAD_RESULT


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(pack_lost()[:-1], id="cut short"),
        pytest.param(pack_lost() + b"x", id="left over"),
        pytest.param(LENGTHS.pack(2, 0, 0, 0) + b"[]", id="no head"),
        pytest.param(LENGTHS.pack(14, 0, 0, 0) + b'{"end": "good"', id="no JSON"),
        pytest.param(LENGTHS.pack(2**63, 0, 0, 0), id="a length beyond all"),
        pytest.param(LENGTHS.pack(17, 0, 0, 0) + b'{"verdict":"PASS"', id="no such key"),
    ],
)
def test_an_answer_that_is_none_is_an_error(answer: bytes) -> None:
    with pytest.raises(SandboxError) as caught:
        read_answer(answer, make_job(), 4, LIMITS)
    assert caught.value.code == "bad-answer"


def test_a_table_is_sealed_and_fetched_once(orders: TableFile) -> None:
    fetched = []

    def fetch(path: Path) -> bytes:
        fetched.append(path)
        return path.read_bytes()

    tables = NodeTables(fetch)
    for _ in range(2):
        tables.hold({"orders": Sent(orders.path, orders.rows)})

    assert tables["orders"].path.read_bytes() == orders.path.read_bytes()
    assert (tables["orders"].rows, list(tables), fetched) == (4, ["orders"], [orders.path])
    with pytest.raises(PermissionError), tables["orders"].path.open("r+b") as stream:
        stream.write(b"changed")


@pytest.mark.parametrize(
    ("there", "words"),
    [
        pytest.param({}, "", id="alike"),
        pytest.param({"pandas": "2.3.0"}, "pandas 2.3.0 (here ", id="another pandas"),
        pytest.param({OURS: "0"}, f"{OURS} 0 (here ", id="another release of this project"),
    ],
)
def test_other_libraries_are_told(there: dict[str, str], words: str) -> None:
    told = say_difference({**this_release(), **there})

    assert told.startswith(words) and bool(told) == bool(words)
