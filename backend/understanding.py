"""What sentences mean on the tables there are, with nothing saved: for lint, explain and the like.

Nothing here writes into the workspace; what must be cached for a look lies in a folder that goes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from backend.ambiguity import planned
from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.ports import Planner
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.canonical import canonical, likeness
from backend.planner.offline.resolve import Context, Misfit
from backend.planner.offline.types import typed
from backend.planner.verify import verify_plan
from backend.rules.catalog import kind_of, read_rule
from backend.rules.rule import Rule
from backend.store.schema_files import read_schema
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import open_toolbox


@dataclass(frozen=True)
class Aside(Workspace):
    """The workspace with a table cache of its own, so that looking leaves nothing behind."""

    shelf: Path

    @property
    def tables(self) -> Path:
        """Where tables that changed are cached for this look."""
        return self.shelf


class Sight(NamedTuple):
    """The workspace as it is now."""

    workspace: Workspace
    schema: Schema


@contextmanager
def looking_at(workspace: Workspace, asked: Collection[str] = ()) -> Iterator[Sight]:
    """The tables of a workspace, for as long as one looks; ``asked`` are those that must be there.

    Raises:
        WorkspaceError: the data cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="tables-") as shelf:
        for cached in workspace.tables.glob("*.arrow"):
            (Path(shelf) / cached.name).symlink_to(cached)
        aside = Aside(workspace.base, Path(shelf))
        before = read_schema(workspace, holds_lock=False).schema
        yield Sight(aside, snapshot_tables(aside, before, asked=asked))


def offline_planner() -> Planner:
    """The embedded compiler."""
    return open_toolbox(offline=True).planners[0].load()


def check_of(sentence: str, tables: Sequence[str], *, check_id: str = "sentence") -> Check:
    """A check that says this and is written nowhere."""
    return Check(
        check_id=check_id,
        check_name=sentence[:60],
        target_table=tuple(tables),
        calculation_hint=sentence,
    )


class Understood(NamedTuple):
    """A check with its plan and its rule."""

    check: Check
    plan: Plan
    rule: Rule


def understand(check: Check, schema: Schema, planner: Planner) -> Understood:
    """What a check means on these tables.

    Raises:
        PlanError: it is declined.
    """
    plan = planned(planner, check, schema, date.today().isoformat())
    verify_plan(plan, schema)
    return Understood(check, plan, read_rule(plan.rule))


def say_meaning(rule: Rule) -> str:
    """A text that is equal for rules that mean the same."""
    return likeness(canonical(rule))


def is_meant(found: Understood, rule: Rule, schema: Schema) -> bool:
    """Whether a sentence came out as a rule that was built without it."""
    tables = {name: schema.tables[name] for name in rule.tables() if name in schema.tables}
    try:
        wanted = canonical(typed(rule, Context(found.check, tables)))
    except Misfit:
        return False
    return likeness(wanted) == say_meaning(found.rule)


def _own_words(rule: Rule, schema: Schema) -> Iterator[str]:
    tables = {name: schema.tables[name] for name in rule.tables() if name in schema.tables}
    with suppress(Misfit):
        wanted = canonical(typed(rule, Context(check_of("its own words", rule.tables()), tables)))
        yield kind_of(wanted).say(wanted)


def first_that_means(
    sentences: Sequence[str], rule: Rule, schema: Schema, planner: Planner
) -> Understood | str:
    """The first sentence that comes out as the rule, or why the first of them does not.

    Where none does, the rule's own words may.
    """
    reason = ""
    for sentence in chain(sentences, _own_words(rule, schema)):
        check = check_of(sentence, rule.tables())
        try:
            found = understand(check, schema, planner)
        except PlanError as declined:
            reason = reason or str(declined).removeprefix("sentence: ")
            continue
        if is_meant(found, rule, schema):
            return found
        reason = reason or f"{sentence!r} is read as: {found.plan.restatement}"
    return reason or "there is no sentence for it"
