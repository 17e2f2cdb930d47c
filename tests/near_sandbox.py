"""A sandbox in this very process, for tests of what happens around programs: no isolation."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, TableFile
from backend.contracts.settings import SandboxSettings
from backend.tables.columnar import read_frame

DEFAULTS = SandboxSettings()


class NearSandbox:
    """Runs programs that are sound, and nothing but."""

    level = "near"
    backend = "in a test"

    def __init__(self, files: Mapping[str, TableFile], limits: SandboxSettings = DEFAULTS) -> None:
        self._files = files
        self.limits = limits or SandboxSettings()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def run(self, job: Job) -> Outcome:
        program = job.program
        tables = {name: read_frame(self._files[name]) for name in program.tables}
        functions: dict[str, Any] = {}
        exec(program.source, functions)
        flagged = functions["check"](dict(tables), **job.arguments)
        judged = functions.get("scope", lambda given, **_: given[program.table])
        tested = len(judged(dict(tables), **job.arguments))
        if program.grain is Grain.ROWS:
            rows = array("q", sorted(flagged.index))
            return Outcome(status=OutcomeStatus.OK, tested=tested, rows=rows)
        records = tuple(json.loads(flagged.to_json(orient="records")))
        return Outcome(status=OutcomeStatus.OK, tested=tested, records=records)
