"""Programs that compare with earlier runs are proven, and a fault of one is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.contracts.check import Check
from backend.contracts.history import Part
from backend.contracts.ports import Sandbox
from backend.contracts.proof import Proof
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.executor.program_hash import hash_source
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.prove import prove
from backend.sandbox.open import open_sandbox
from tests.planner.offline.nights import Nights, Rows

AS_OF = "2026-11-20"
HEAD = ("trip_id", "line", "fare", "delay", "day", "note")
SENTENCES = {
    "rows": "The number of trips must not change by more than 12.5% since the last run.",
    "several": "The average fare must be within 7% of the average of the last 2 runs.",
    "a bad cell": "The total delay must be at most 110% of the maximum of the last 2 runs.",
    "a value": "The number of trips with line 2 must not drop since last week.",
    "a share": "The share of missing notes must not grow by more than 2 percentage points since "
    "the last run.",
    "filled": "The number of filled notes must not drop by more than 5% since the last run.",
    "each value": "The number of trips per line must not change by more than 25% since yesterday.",
    "a part": "The average fare of trips with line 2 must not fall by more than 12% since the last "
    "run.",
    "a part with a bad cell": "The total delay of trips with line 1 must not double since the last "
    "run.",
    "a mean of each value": "The average fare per line must not fall by more than 12% since the "
    "last run.",
    "a sum of each value": "The total fare per line must not change by more than 10% since "
    "yesterday.",
    "new": "No new line may appear since the last run.",
    "gone": "No note may disappear compared with the day before.",
    "columns": "The schema of trips must not change since last week.",
}


def trips(count: int) -> Rows:
    cells = (
        (n, n % 3 + 1, 1.25 * n, "n/k" if n == 2 else n * 2, f"2026-01-0{n % 5 + 1}", "x" * (n % 3))
        for n in range(count)
    )
    return [HEAD, *cells]


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    nights = Nights(tmp_path_factory.mktemp("trips"), "trips")
    parts = Part(of="fare", by="line"), Part(of="delay", by="line")
    nights.night("2026-11-18", trips(20), *parts)
    nights.night("2026-11-19", trips(24), *parts)
    nights.arrive(AS_OF, trips(22))
    return nights


@pytest.fixture(scope="module")
def files(nights: Nights) -> TableFiles:
    return TableFiles(nights.workspace, nights.schema, AS_OF)


@pytest.fixture(scope="module")
def sandbox(files: TableFiles) -> Iterator[Sandbox]:
    with open_sandbox(files) as opened:
        yield opened


def tried(
    sentence: str,
    nights: Nights,
    files: TableFiles,
    sandbox: Sandbox,
    *fault: str,
    seconds: float = 120,
) -> Proof:
    check = Check(
        check_id="C-1", check_name="a rule", target_table=("trips",), calculation_hint=sentence
    )
    plan = OfflinePlanner().plan(check, nights.schema)
    program = write_program(plan, check)
    if fault:
        assert fault[0] in program.source
        source = program.source.replace(*fault)
        program = program.model_copy(update={"source": source, "sha256": hash_source(source)})
    return prove(
        plan,
        program,
        check,
        nights.schema,
        sandbox=sandbox,
        settings=ProofSettings(seconds=seconds),
        limits=SandboxSettings(),
        as_of=AS_OF,
        files=files,
    )


@pytest.mark.parametrize("name", SENTENCES)
def test_a_rule_against_history_is_proven(
    name: str, nights: Nights, files: TableFiles, sandbox: Sandbox
) -> None:
    proof = tried(SENTENCES[name], nights, files, sandbox)

    assert proof.proven, proof.reason
    assert proof.kill_rate == 1.0


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("rows", '["run"] == 1', '["run"] == 2'),
        ("rows", "12.5", "12"),
        ("several", '["run"] <= 2', '["run"] <= 3'),
        ("new", '"number"] > 0', '"number"] >= 0'),
    ],
)
def test_a_fault_is_found(
    name: str, was: str, now: str, nights: Nights, files: TableFiles, sandbox: Sandbox
) -> None:
    """By the witnesses, which are tried in any case: no time is left for what else there is."""
    proof = tried(SENTENCES[name], nights, files, sandbox, was, now, seconds=0.1)

    assert not proof.proven
    assert "witnesses" in {trial.name for trial in proof.trials if trial.finding == "fails"}


@pytest.mark.parametrize(
    "sentence",
    [
        "There must be between 5 and 60 trips per month.",
        "There must be at least 3 trips per week.",
        "The total fare per month must be at most 900.",
    ],
)
def test_a_rule_over_periods_is_proven(
    sentence: str, nights: Nights, files: TableFiles, sandbox: Sandbox
) -> None:
    proof = tried(sentence, nights, files, sandbox)

    assert proof.proven, proof.reason
    assert proof.kill_rate == 1.0
