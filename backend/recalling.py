"""What was compiled on an earlier day, and fits again."""

from __future__ import annotations

from backend.changes import is_fresh, meaning_hash
from backend.contracts.check import Check
from backend.contracts.schema import Schema
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.history import recall
from backend.toolbox import Toolbox


class Recalling:
    """The history of compiles, for one run; ``trouble`` grows by what cannot be read."""

    def __init__(
        self, workspace: Workspace, schema: Schema, toolbox: Toolbox, trouble: list[str]
    ) -> None:
        """Nothing is read yet."""
        self._workspace = workspace
        self._schema = schema
        self._toolbox = toolbox
        self._trouble = trouble

    def recall(self, check: Check) -> Workflow | None:
        """A workflow of the same sentence and schema; None where there was never one."""
        toolbox = self._toolbox
        compiler = toolbox.compiler_for(check)
        found = recall(
            self._workspace,
            check.check_id,
            meaning_hash=meaning_hash(check),
            compiler=compiler,
            is_usable=lambda workflow: is_fresh(
                check, workflow, self._schema, compiler, toolbox.planner_names
            ),
        )
        self._trouble += found.trouble
        return found.workflow
