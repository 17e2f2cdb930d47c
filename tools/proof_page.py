"""The page ``docs/proof.md``: programs broken as a careless author would, and what catches each.

Run ``python -m tools.proof_page > docs/proof.md``; it takes some minutes.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.errors import AgentError
from backend.contracts.proof import Finding
from backend.contracts.schema import Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.workspace import Workspace
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.proof import on_data, on_witnesses
from backend.proof.case import Case
from backend.proof.hearing import Heard, gather, hear
from backend.proof.mutants import Variant
from backend.proof.second_reading import try_sql_on_data
from backend.rules.catalog import kinds
from backend.rules.rule import Example
from backend.sandbox.open import open_sandbox
from backend.tables.snapshot import snapshot_tables
from tools.seeded_faults import Broken, broken_versions

ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2024-07-01"
MOST_PROGRAMS = 60
SECONDS = 60.0
NO_TABLE = "no table tells it apart"
ALONE = "as-written alone"

HEAD = """\
# What proof catches

This page is written by `python -m tools.proof_page`. {programs} compiled programs (the examples of
the rule kinds, and the checks that are shipped) were each broken in up to three ways that a
careless author would leave, {broken} in all. A typed rule's program that is not what the compiler
writes is refused in any case (`as-written`); here that trial comes last, to see what the others
catch.

All {broken} are refused. {caught} are caught by what they flag, {alone} by `as-written` alone. The
other {same} flag the same rows on every table that was tried (about 250 by chance for each), and
are refused by `as-written`, too.

"""


class Tried(NamedTuple):
    """One broken program, and the trial that it failed first."""

    program: str
    fault: str
    caught_by: str


def main() -> None:
    """Print the page."""
    tried = list(try_all())
    sys.stdout.write(write_page(tried))


def write_page(tried: list[Tried]) -> str:
    """The page, in Markdown."""
    counts = Counter(each.caught_by for each in tried)
    same, alone = counts[NO_TABLE], counts[ALONE]
    head = HEAD.format(
        programs=len({each.program for each in tried}),
        broken=len(tried),
        caught=len(tried) - same - alone,
        same=same,
        alone=alone,
    )
    return head + _matrix(tried) + "\n## One by one\n\n" + _list(tried)


def _matrix(tried: list[Tried]) -> str:
    names = list(dict.fromkeys(each.caught_by for each in tried))
    faults = sorted({each.fault for each in tried})
    counts = Counter((each.fault, each.caught_by) for each in tried)
    lines = [_line(["fault", *names]), _line(["---"] * (len(names) + 1))]
    lines += [_line([f, *(str(counts[f, n] or "") for n in names)]) for f in faults]
    return "\n".join(lines) + "\n"


def _list(tried: list[Tried]) -> str:
    lines = [_line(["program", "fault", "caught by"]), _line(["---"] * 3)]
    return "\n".join([*lines, *(_line(list(each)) for each in tried)]) + "\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def try_all(most: int = MOST_PROGRAMS) -> Iterator[Tried]:
    """Break the programs, and try each."""
    with tempfile.TemporaryDirectory() as folder:
        made = 0
        for turn, (name, check, workspace) in enumerate(checks(Path(folder))):
            if made < most:
                tried = list(_try_program(name, check, workspace, turn))
                made += bool(tried)
                yield from tried


def checks(folder: Path) -> Iterator[tuple[str, Check, Workspace]]:
    """The examples of the kinds, and what is shipped, each with its workspace."""
    for kind, found in kinds().items():
        for example in found.examples:
            name = f"{kind}_{example.name}"
            workspace = Workspace(folder / name)
            if not any("/" in table for table in example.tables):
                _write_tables(workspace, example)
                yield name, _check(kind, example), workspace
    shipped = Workspace(folder / "shipped")
    shutil.copytree(ROOT / "backend" / "data", shipped.data)
    for entry in json.loads((ROOT / "backend" / "checks" / "checks.json").read_text("utf-8")):
        yield entry["check_id"], Check.model_validate(entry), shipped


def _check(kind: str, example: Example) -> Check:
    return Check(
        check_id=kind,
        check_name=example.name.replace("_", " "),
        target_table=tuple(example.tables),
        calculation_hint=example.sentence,
    )


def _write_tables(workspace: Workspace, example: Example) -> None:
    workspace.data.mkdir(parents=True)
    for table, (header, *rows) in example.tables.items():
        frame = pd.DataFrame(rows, columns=list(header), dtype=object)
        frame.to_csv(workspace.data / f"{table}.csv", index=False)


def _try_program(name: str, check: Check, workspace: Workspace, turn: int) -> Iterator[Tried]:
    schema = snapshot_tables(workspace, Schema())
    try:
        plan = OfflinePlanner().plan(check, schema)
    except AgentError:
        return  # one of the shipped checks is there to be declined
    program = write_program(plan, check)
    files = TableFiles(workspace, schema)
    with open_sandbox(files) as sandbox:
        case = Case(
            plan, program, check, schema, sandbox, ProofSettings(seconds=SECONDS),
            SandboxSettings(), AS_OF, files, time.monotonic() + SECONDS,
        )  # fmt: skip
        witnesses = gather(case)
        if (
            not witnesses
            or on_witnesses.try_witnesses(case, hear(case, witnesses, ())).trials[0].finding
            is not Finding.HOLDS
        ):
            return  # no plain reading of this kind: nothing of it is proven, broken or not
        for broken in broken_versions(program.source, turn):
            yield Tried(name, broken.fault.strip(), _catch(case, broken))


def _catch(case: Case, broken: Broken) -> str:
    """The first trial that a broken program fails."""
    program = case.program.model_copy(update={"source": broken.source})
    tried = replace(case, program=program, ends=time.monotonic() + SECONDS)
    witnesses = gather(case)
    heard = hear(tried, witnesses, ())
    for trial in _trials(tried, heard):
        if trial[1]:
            return trial[0]
    return NO_TABLE if not _differs(case, broken) else ALONE


def _trials(case: Case, heard: Heard) -> Iterator[tuple[str, bool]]:
    parts = [
        on_witnesses.try_witnesses(case, heard),
        on_witnesses.try_plain_reading(case, heard),
        on_witnesses.try_sql_on_witnesses(case, heard),
    ]
    seen = on_data.look(case, heard.witnesses)
    parts.append(on_data.try_changes(case, seen))
    trials = [*(trial for part in parts for trial in part.trials), try_sql_on_data(case, seen.own)]
    return ((trial.name, trial.finding is Finding.FAILS) for trial in trials)


def _differs(case: Case, broken: Broken) -> bool:
    """Whether any table by chance tells the broken program from the true one."""
    fresh = replace(case, ends=time.monotonic() + SECONDS)
    variant = Variant(broken.source, broken.fault, 0, "check", "", "", (0, 0, 0, 0))
    heard = hear(fresh, gather(fresh), (variant,))
    return any(duel is not None and duel.given is not None for duel in heard.duels)


if __name__ == "__main__":
    main()
