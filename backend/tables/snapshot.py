"""The schema of a workspace: every table as it is now, read only where it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from threading import Thread

from backend.contracts.errors import DataError
from backend.contracts.schema import FileStat, Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cache_writer import CacheWriter
from backend.tables.cached_tables import is_cached
from backend.tables.fingerprint import content_hash, is_current, is_unchanged
from backend.tables.sources import (
    FILES,
    Source,
    find_sources,
    problem,
    read_content,
    read_stat,
    table_name,
)

Found = TableSnapshot | TableProblem


def snapshot_tables(
    workspace: Workspace,
    remembered: Schema,
    *,
    only: Sequence[str] | None = None,
    asked: Collection[str] = (),
) -> Schema:
    """Every table of the data folder; a file that cannot be read costs only its tables.

    With ``only``, files that give none of these tables are not read. Where ``files`` is among
    ``only`` or ``asked`` and no file gives a table of that name, the files are a table, too.

    A file is read only if its stat does not prove it unchanged since ``remembered``, or if its
    cache is gone. What is read is cached at once.

    Raises:
        WorkspaceError: the cache cannot be written.
    """
    sources = find_sources(workspace.data)
    lists_files = FILES in asked or (only is not None and FILES in only)
    chosen = sources if only is None or lists_files else _chosen(sources, only)
    with CacheWriter(workspace) as writer:
        ordered = sorted(chosen, key=_size, reverse=True)  # the longest write is not the last
        read = {each.file: list(_tables_at(writer, each, remembered)) for each in ordered}
    found = {each.file: read[each.file] for each in chosen}
    declared = _declared(workspace, only)
    schema = _schema(chain(chain.from_iterable(found.values()), declared))
    if not lists_files or FILES in schema.tables or FILES in schema.problems:
        return schema
    from backend.tables.data_files import snapshot_files

    files = snapshot_files(workspace, found, [each for each in sources if isinstance(each, Source)])
    return schema.model_copy(update={"tables": schema.tables | {FILES: files}})


def _declared(workspace: Workspace, only: Collection[str] | None) -> Iterable[Found]:
    if not workspace.sources_file.exists() and not workspace.sources_file.is_symlink():
        return ()
    from backend.tables.declared.declared_tables import snapshot_declared

    return snapshot_declared(workspace, only=only)


def _chosen(
    sources: Iterable[Source | TableProblem], only: Sequence[str]
) -> list[Source | TableProblem]:
    return [each for each in sources if any(_may_be_of(table, each.file) for table in only)]


def _size(source: Source | TableProblem) -> int:
    try:
        return source.path.stat().st_size if isinstance(source, Source) else 0
    except OSError:  # reading it tells why
        return 0


@cache
def _load_readers() -> None:
    """Begin to load Arrow and the readers, once, while the bytes of the first file come."""
    Thread(target=import_module, args=("backend.tables.changed_file",)).start()


def _tables_at(
    writer: CacheWriter, source: Source | TableProblem, remembered: Schema
) -> Iterable[Found]:
    if isinstance(source, TableProblem):
        return [source]
    return _tables_of(writer, source, _known_tables(writer.workspace, source.file, remembered))


def _known_tables(workspace: Workspace, file: str, remembered: Schema) -> list[TableSnapshot]:
    """What is remembered of a file, if it is all that there was in it."""
    if any(_may_come_from(each, file) for each in remembered.problems.values()):
        return []
    known = [each for each in remembered.tables.values() if each.file == file]
    is_usable = all(is_current(each) and is_cached(workspace, each) for each in known)
    return known if is_usable else []


def _may_come_from(trouble: TableProblem, file: str) -> bool:
    return trouble.file == file or _may_be_of(trouble.table, file)


def _may_be_of(table: str, file: str) -> bool:
    name = table_name(file)
    return table == name or table.startswith(f"{name}.")


def _tables_of(
    writer: CacheWriter, source: Source, known: Sequence[TableSnapshot]
) -> Iterable[Found]:
    try:
        now = read_stat(source)
        if known and all(is_unchanged(each.stat, now) for each in known):
            return known
        _load_readers()
        grown = _grown(writer, source, known[0], now) if len(known) == 1 else None
        if grown:
            return [grown]
        content = read_content(source)
    except DataError as error:
        return [problem(table_name(source.file), source.file, error)]
    digest = content_hash(content.data)
    if known and all(each.content_hash == digest for each in known):
        return [each.model_copy(update={"stat": content.stat}) for each in known]
    from backend.tables.changed_file import read_changed

    return read_changed(writer, source, content, known, digest=digest)


def _grown(
    writer: CacheWriter, source: Source, before: TableSnapshot, now: FileStat
) -> TableSnapshot | None:
    """The table of a file that has only grown; None where it must be read whole."""
    from backend.tables.grown_file import may_have_grown, opened_growth

    if not may_have_grown(before, now):
        return None
    with opened_growth(source, before) as growth:
        if growth is None:
            return None
        from backend.tables.changed_file import read_grown

        return read_grown(writer, source, growth, before)


def _schema(found: Iterable[Found]) -> Schema:
    by_name: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        by_name[each.table].append(each)
    settled = [group[0] if len(group) == 1 else _clash(group) for group in by_name.values()]
    return Schema(
        tables={each.table: each for each in settled if isinstance(each, TableSnapshot)},
        problems={each.table: each for each in settled if isinstance(each, TableProblem)},
    )


def _clash(group: Sequence[Found]) -> TableProblem:
    table = group[0].table
    files = " and ".join(sorted({each.file for each in group}))
    return TableProblem(
        table=table,
        file=group[0].file,
        code="name-clash",
        message=f"{files}: each gives a table named {table!r}. Rename all files but one.",
    )
