from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import AgentError
from backend.contracts.plan import Grain
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings
from backend.contracts.verdict import Verdict
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import hash_source
from backend.executor.run import RunContext, execute, run_program
from backend.executor.table_files import TableFiles
from backend.sandbox.open import open_sandbox
from backend.tables.snapshot import snapshot_tables
from tests.tiny_workspace import AS_OF, entry

NOTES = 'note,size\n"two\nlines",1\n=1+1,2\n,3\n'
HEAD = "def check(tables, *, limit=0):\n    notes = tables['notes']\n"


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunContext]:
    workspace = Workspace(tmp_path_factory.mktemp("w"))
    workspace.data.mkdir()
    workspace.data.joinpath("notes.csv").write_text(NOTES)
    schema = snapshot_tables(workspace, Schema())
    with open_sandbox(TableFiles(workspace, schema)) as sandbox:
        yield RunContext(workspace, "run-1", AS_OF, schema, sandbox)


def program(body: str, *, grain: Grain = Grain.ROWS, parameters: tuple[str, ...] = ()) -> Program:
    source = "import pandas as pd\n" + HEAD + body
    return Program(
        source=source,
        sha256=hash_source(source),
        table="notes",
        tables=("notes",),
        grain=grain,
        parameters=parameters,
    )


def check(check_id: str, **more: Any) -> Check:
    return Check.model_validate(entry(check_id, "x", "notes", **more))


def test_flagged_rows_leave_whole_with_where_they_stand(context: RunContext) -> None:
    ran = execute(program("    return notes[notes['size'] < 3]"), check("ROWS"), context)
    path = ran.execution.flagged_path

    assert (ran.execution.verdict, ran.execution.flagged, ran.execution.tested) == ("FAIL", 2, 3)
    assert path == "cached_mem/artifacts/run-1/ROWS/flagged.csv"
    with context.workspace.base.joinpath(path).open(newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["_table", "_row", "_source", "note", "size"],
            ["notes", "0", "notes.csv:2", "two\nlines", "1"],
            ["notes", "1", "notes.csv:4", "'=1+1", "2"],
        ]


def test_without_isolation_every_verdict_says_so(context: RunContext) -> None:
    files = TableFiles(context.workspace, context.schema)
    with open_sandbox(files, unsafe=True) as sandbox:
        bare = replace(context, sandbox=sandbox)
        ran = execute(program("    return notes[:0]"), check("BARE"), bare)
        broken = execute(program("    1 / 0"), check("BARE"), bare)

    note = "(not isolated: --unsafe-no-sandbox)"
    assert ran.execution.summary == f"PASS: none of 3 notes rows flagged {note}"
    assert broken.execution.summary == f"ERROR: program-failed {note}"
    isolated = execute(program("    return notes[:0]"), check("BARE"), context)
    assert note not in isolated.execution.summary


def test_a_program_that_takes_artifacts_leaves_its_files(context: RunContext) -> None:
    head = "def check(tables, *, artifacts):\n    (artifacts / 'report.txt').write_text('x')\n"
    source = f"{head}    return tables['notes'][:0]"
    leaving = program("", parameters=("artifacts",)).model_copy(
        update={"source": source, "sha256": hash_source(source)}
    )
    ran = execute(leaving, check("FILES"), context)
    compared = run_program(leaving, check("OTHER"), context)

    folder = context.workspace.artifacts / "run-1"
    assert (ran.execution.verdict, ran.outcome.files) == (Verdict.PASS, ("report.txt",))
    assert (folder / "FILES" / "report.txt").read_text() == "x"
    assert (compared.error, compared.files) == ("", ())
    assert not (folder / "OTHER").exists()


def test_a_limit_that_is_passed_is_named(context: RunContext) -> None:
    short = replace(context, limits=SandboxSettings(wall_seconds=0.2))
    execution = execute(program("    while True: pass"), check("CHK-007"), short).execution

    assert execution.reason == (
        "CHK-007: The program was stopped after 0.2 s (limit sandbox.wall_seconds)."
    )


def test_pass_leaves_no_file(context: RunContext) -> None:
    execution = execute(program("    return notes[:0]"), check("NONE"), context).execution

    assert (execution.verdict, execution.flagged_path) == (Verdict.PASS, None)
    assert not context.workspace.artifacts.joinpath("run-1", "NONE").exists()


def test_groups_are_records(context: RunContext) -> None:
    body = "    return pd.DataFrame({'total': [notes['size'].sum()]})"
    execution = execute(program(body, grain=Grain.GROUPS), check("SUM"), context).execution
    file = context.workspace.base / (execution.flagged_path or "")

    assert execution.flagged == 1
    assert file.read_text() == "_table,_row,_source,total\nnotes,,,6\n"


def test_parameters_reach_the_program(context: RunContext) -> None:
    limited = program("    return notes[notes['size'] > limit]", parameters=("limit",))

    assert execute(limited, check("P", params={"limit": 2}), context).execution.flagged == 1
    assert execute(limited, check("P", params={"limit": 0}), context).execution.flagged == 3


def test_what_a_program_prints_is_kept(context: RunContext) -> None:
    ran = execute(program("    print('hello')\n    return notes[:0]"), check("OUT"), context)

    assert ran.execution.stdout == "hello\n"


FAILING = {
    "an exception": ("    return notes['nope']", "program-failed", "KeyError: 'nope' (line 4)"),
    "no frame": ("    return 5", "bad-result", "int"),
    "rows of no table": ("    return pd.DataFrame(index=[99])", "bad-result", "99"),
}


@pytest.mark.parametrize(("body", "code", "words"), FAILING.values(), ids=FAILING)
def test_failing_program_is_an_error_with_a_reason(
    body: str, code: str, words: str, context: RunContext
) -> None:
    execution = execute(program(body), check("BAD"), context).execution

    assert (execution.verdict, execution.code) == (Verdict.ERROR, code)
    assert execution.reason.startswith("BAD: ")
    assert words in execution.reason
    assert "\n" not in execution.reason


def test_program_that_is_not_the_recorded_one_is_not_run(context: RunContext) -> None:
    sound = program("    return notes[:0]")
    changed = sound.model_copy(update={"source": sound.source + "\nopen('/tmp/x', 'w')\n"})

    with pytest.raises(AgentError) as refused:
        execute(changed, check("T"), context)
    assert refused.value.code == "tampered"


def test_missing_parameter_is_named(context: RunContext) -> None:
    limited = program("    return notes[notes['size'] > limit]", parameters=("limit",))

    with pytest.raises(AgentError, match="'limit'") as refused:
        execute(limited, check("P"), context)
    assert refused.value.code == "unknown-parameter"


def test_table_that_changed_under_the_run_is_refused(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.data.mkdir()
    source = workspace.data / "notes.csv"
    source.write_text(NOTES)
    schema = snapshot_tables(workspace, Schema())
    source.write_text(NOTES + "more,4\n")
    for cached in workspace.tables.iterdir():
        cached.unlink()

    files = TableFiles(workspace, schema)
    assert list(files) == ["notes"]
    assert "notes" in files and "other" not in files
    with pytest.raises(AgentError) as refused:
        files["notes"]
    assert refused.value.code == "table-changed"
