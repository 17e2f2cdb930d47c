"""Rules of other tools, imported: entries for checks.json whose English means what they meant.

A sentence counts as verified when the planner reads it as the rule that was built straight from
the source. Where the data has no such table, the plainest sentence is given, not verified.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import Check, InvalidCheck, Severity
from backend.contracts.errors import WorkspaceError
from backend.contracts.ports import Planner
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.importers.catalog import open_file
from backend.importers.draft import Draft, Meaning, Refused
from backend.store.checks_file import read_checks
from backend.understanding import Sight, Understood, first_that_means, looking_at, offline_planner

Entry = dict[str, JsonValue]


class Imported(NamedTuple):
    """What came of a file: entries, and a line for each rule of it."""

    entries: list[Entry]
    report: list[str]
    left_out: int
    unverified: int


def import_file(
    workspace: Workspace, path: Path, *, wanted: str | None = None, table: str = ""
) -> Imported:
    """Read a file of another tool; nothing is saved.

    Raises:
        AgentError: the file, or the data, cannot be read.
    """
    form, data = open_file(path, wanted)
    with looking_at(workspace) as sight:
        found = list(form.read(data, sight.schema, table))
        numbers = _free_numbers(form.prefix, taken_ids(workspace))
        imported, planner = Imported([], [], 0, 0), offline_planner()
        for each in found:
            imported = _take(imported, each, sight, planner, numbers)
    return imported


def taken_ids(workspace: Workspace) -> set[str]:
    """The ids that checks.json gives away already; none where there is no such file."""
    if not workspace.checks_file.exists():
        return set()
    try:
        file = read_checks(workspace)
    except WorkspaceError:
        return set()
    entries: list[Check | InvalidCheck] = [*file.checks, *file.invalid]
    return {entry.check_id for entry in entries}


def _free_numbers(prefix: str, taken: set[str]) -> Iterator[str]:
    ids = (f"{prefix}-{number:03d}" for number in itertools.count(1))
    return (each for each in ids if each not in taken)


def _take(
    done: Imported, found: Draft | Refused, sight: Sight, planner: Planner, ids: Iterator[str]
) -> Imported:
    if isinstance(found, Refused):
        return _left_out(done, found, found.reason, found.cure)
    reason = _differs(found, sight.schema)
    if reason:
        return _left_out(done, found, reason, "")
    sentence, is_verified, reason = _sentence(found, sight.schema, planner)
    if not sentence:
        return _left_out(done, found, reason, "")
    entry = _entry(next(ids), found, sentence)
    told = "verified" if is_verified else f"not verified: {reason}"
    notes = "".join(f"; {note}" for note in found.meaning.notes)
    line = f"{entry['check_id']}: {found.place}, {found.source}: {told}{notes}."
    return Imported(
        [*done.entries, entry],
        [*done.report, line],
        done.left_out,
        done.unverified + (not is_verified),
    )


def _left_out(done: Imported, found: Draft | Refused, reason: str, cure: str) -> Imported:
    told = f"{found.place}, {found.source}: not imported, because {reason.rstrip('.')}."
    line = f"{told} {cure}".rstrip()
    return Imported(done.entries, [*done.report, line], done.left_out + 1, done.unverified)


def _differs(draft: Draft, schema: Schema) -> str:
    """Why the source would judge today's rows otherwise; empty if it does not."""
    snapshot = schema.tables.get(draft.meaning.rule.table)
    if snapshot is None:
        return ""
    for name in draft.meaning.filled:
        column = snapshot.column(name)
        if column is not None and column.missing:
            return (
                f"the source judges rows whose {name} is empty ({column.missing:,} today) "
                "otherwise than a rule here"
            )
    return ""


def _sentence(draft: Draft, schema: Schema, planner: Planner) -> tuple[str, bool, str]:
    """A sentence, whether it is verified, and why not."""
    meaning: Meaning | None = draft.meaning
    missing = [name for name in draft.meaning.rule.tables() if name not in schema.tables]
    if missing:
        return draft.meaning.sentences[0], False, f"the data has no table {missing[0]!r}"
    reason = ""
    while meaning is not None:
        found = first_that_means(meaning.sentences, meaning.rule, schema, planner)
        if isinstance(found, Understood):
            return found.check.calculation_hint, True, ""
        reason = reason or found
        meaning = meaning.instead
    return "", False, f"no sentence of it compiles to its meaning ({reason})"


def _entry(check_id: str, draft: Draft, sentence: str) -> Entry:
    check = Check(
        check_id=check_id,
        check_name=draft.name or shorten(sentence.rstrip("."), 80, placeholder=" …"),
        target_table=draft.meaning.rule.tables(),
        calculation_hint=sentence,
        severity=draft.severity,
        enabled=draft.enabled,
        owner=draft.owner,
        tags=draft.tags,
        warn_if=draft.limits.warn_if,
        fail_if=draft.limits.fail_if,
    )
    return entry_of(check)


def entry_of(check: Check) -> Entry:
    """A check as checks.json has it, without what goes without saying."""
    told: Entry = {
        "check_id": check.check_id,
        "check_name": check.check_name,
        "target_table": ", ".join(check.target_table),
        "calculation_hint": check.calculation_hint,
    }
    if check.severity is not Severity.MEDIUM:
        told["severity"] = check.severity.value
    if not check.enabled:
        told["enabled"] = False
    for name in ("owner", "warn_if", "fail_if"):
        if getattr(check, name):
            told[name] = getattr(check, name)
    if check.tags:
        told["tags"] = list(check.tags)
    return told


def say_counts(imported: Imported) -> str:
    """How many were imported, and how many not."""
    entries = len(imported.entries)
    sentences = " ".join(str(entry["calculation_hint"]) for entry in imported.entries)
    speaks_of_presence = "filled in" in sentences or "empty" in sentences
    blanks = ". A cell of nothing but blanks counts as empty" if speaks_of_presence else ""
    told = f"{entries} imported, {imported.left_out} not imported"
    return f"{told}; {entries - imported.unverified} verified on the tables there are{blanks}."
