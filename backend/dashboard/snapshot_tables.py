"""The tables as the last run read them, and how they changed from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.errors import WorkspaceError
from backend.contracts.history import TableMeasures, TableProfile
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.verdict import RunRecord
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_run import read_run
from backend.store.profiles import ProfilesRead, read_profiles
from backend.store.remembered import read_json_object
from backend.store.schema_files import SchemaRead, read_schema
from backend.tables.fingerprint import content_hash

_MOST_SAID = 12
_LARGEST_LOOK = 64 * 2**20


class Blurb(NamedTuple):
    """What is told of a table and of its columns; ``by`` is ``profile``, or a model's name."""

    table: str
    columns: dict[str, str]
    by: str


class Blurbs(NamedTuple):
    """The blurbs by table."""

    tables: dict[str, Blurb]
    trouble: tuple[str, ...]


class Seen(NamedTuple):
    """A table as one run saw it; ``changes`` tells in words what differs from the time before."""

    run_id: str
    at: str
    fingerprint: str
    rows: int | None
    rows_before: int | None
    changes: tuple[str, ...]


class Seens(NamedTuple):
    """Every time that a run saw a table changed, the newest first."""

    newest_first: tuple[Seen, ...]
    trouble: tuple[str, ...]


def read_tables(snapshot: Snapshot) -> SchemaRead:
    """The tables as the last run read them, and the files that are none."""
    workspace = snapshot.workspace

    def read() -> SchemaRead:
        try:
            return read_schema(workspace, holds_lock=False)
        except WorkspaceError as error:
            return SchemaRead(Schema(), (str(error),))

    return snapshot.memo.read(workspace.snapshots_file, "tables", read)


def read_blurbs(snapshot: Snapshot) -> Blurbs:
    """What is told of the tables, in words."""
    path = snapshot.workspace.summaries_file

    def read() -> Blurbs:
        trouble: list[str] = []
        content = read_json_object(path, trouble, holds_lock=False)
        found = {name: blurb for name, told in content.items() if (blurb := _blurb(told))}
        if len(found) < len(content):
            trouble.append(f"{path.name}: not every entry is the summary of a table; left out.")
        return Blurbs(found, tuple(trouble))

    return snapshot.memo.read(path, "blurbs", read)


def read_seen(snapshot: Snapshot, table: str) -> Seens:
    """How a table changed from run to run."""
    workspace = snapshot.workspace

    def read() -> ProfilesRead:
        try:
            return read_profiles(workspace)
        except WorkspaceError as error:
            return ProfilesRead((), (str(error),))

    found = snapshot.memo.read(workspace.profiles_file, "profiles", read)
    own = [profile for profile in found.profiles if profile.table == table]
    return Seens(tuple(reversed(_seens(own))), found.trouble)


def has_changed(snapshot: Snapshot, table: TableSnapshot) -> str:
    """What became of the table's file since the last run looked at it; empty for nothing."""
    if table.origin:
        return ""
    path = snapshot.workspace.data / table.file
    try:
        now = path.stat()
    except OSError:
        return f"{table.file} is no longer there. The next run tells what that costs."
    is_same = (now.st_size, now.st_mtime_ns) == (table.stat.size, table.stat.mtime_ns)
    if is_same or (now.st_size == table.stat.size and _has_content(snapshot, path, table)):
        return ""
    return f"{table.file} was written since the last run; below is what that run saw."


def _has_content(snapshot: Snapshot, path: Path, table: TableSnapshot) -> bool:
    """Whether a file of the same size holds the same bytes; a large one is not looked into."""
    if table.stat.size > _LARGEST_LOOK:
        return False

    def read() -> str:
        try:
            return content_hash(path.read_bytes())
        except OSError:
            return ""

    return snapshot.memo.read(path, "content", read) == table.content_hash


class Hit(NamedTuple):
    """A check that read a table in a run; ``recompiled`` says why it was compiled then."""

    record: RunRecord
    recompiled: str


def read_hits(snapshot: Snapshot, table: str, run_id: str) -> list[Hit]:
    """The checks that read a table in a run, those first that its change had compiled anew."""
    records = read_run(snapshot, run_id).records
    hits = [
        Hit(record, ", ".join(record.reasons))
        for record in records
        if table in record.tables or any(_names(reason, table) for reason in record.reasons)
    ]
    return sorted(hits, key=lambda hit: not hit.recompiled)


def _names(reason: str, table: str) -> bool:
    """Whether a reason (``type-changed: orders.price``) is about this table."""
    about = reason.partition(": ")[2]
    return about == table or about.startswith(f"{table}.")


def _blurb(told: JsonValue) -> Blurb | None:
    match told:
        case {"summary": str(summary), "columns": dict(columns), **rest}:
            words = {name: text for name, text in columns.items() if isinstance(text, str)}
            return Blurb(summary, words, str(rest.get("by", "")))
    return None


def _seens(profiles: Sequence[TableProfile]) -> list[Seen]:
    """The times at which the content was another one than before, oldest first."""
    measures: dict[str, TableMeasures] = {}
    seens: list[Seen] = []
    before: TableProfile | None = None
    for profile in profiles:
        if profile.measures is not None:
            measures[profile.fingerprint] = profile.measures
        if before is None or profile.fingerprint != before.fingerprint:
            old = measures.get(before.fingerprint) if before else None
            seens.append(_seen(profile, old, measures.get(profile.fingerprint)))
        before = profile
    return seens


def _seen(profile: TableProfile, old: TableMeasures | None, new: TableMeasures | None) -> Seen:
    changes = _say_changes(old, new) if old and new else ["first seen"] if old is None else []
    return Seen(
        run_id=profile.run_id,
        at=profile.at,
        fingerprint=profile.fingerprint,
        rows=new.rows if new else None,
        rows_before=old.rows if old else None,
        changes=tuple(changes),
    )


def _say_changes(old: TableMeasures, new: TableMeasures) -> list[str]:
    before = {column.name: column for column in old.columns}
    after = {column.name: column for column in new.columns}
    said = [f"column {name} is new" for name in after if name not in before]
    said += [f"column {name} is gone" for name in before if name not in after]
    for name in after.keys() & before.keys():
        was, now = before[name], after[name]
        if was.type != now.type:
            said.append(f"{name}: {was.type or 'empty'} is now {now.type or 'empty'}")
        if was.missing != now.missing:
            said.append(f"{name}: {was.missing:,} missing, now {now.missing:,}")
    said = sorted(said) or ["other values, same shape"]
    more = len(said) - _MOST_SAID
    return [*said[:_MOST_SAID], f"and {more:,} more"] if more > 0 else said
