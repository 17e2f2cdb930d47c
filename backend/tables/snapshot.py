"""The schema of a workspace: every table as it is now, read only where it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from backend.contracts.errors import DataError
from backend.contracts.schema import Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cache_writer import CacheWriter
from backend.tables.columnar import grown_reading, is_cached, let_go, recalled
from backend.tables.data_files import FILES, Found, snapshot_files
from backend.tables.declared.declared_tables import snapshot_declared
from backend.tables.fingerprint import (
    content_hash,
    is_current,
    is_unchanged,
    sealed_hash,
    table_fingerprint,
)
from backend.tables.reading import Reading, problem, read_tables
from backend.tables.sources import (
    Content,
    Source,
    find_sources,
    read_content,
    read_stat,
    table_name,
)


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
    with CacheWriter(workspace) as cache:
        found = {each.file: list(_tables_at(cache, each, remembered)) for each in chosen}
    declared = snapshot_declared(workspace, only=only)
    schema = _schema(chain(chain.from_iterable(found.values()), declared))
    if not lists_files or FILES in schema.tables or FILES in schema.problems:
        return schema
    files = snapshot_files(workspace, found, [each for each in sources if isinstance(each, Source)])
    return schema.model_copy(update={"tables": schema.tables | {FILES: files}})


def _chosen(
    sources: Iterable[Source | TableProblem], only: Sequence[str]
) -> list[Source | TableProblem]:
    return [each for each in sources if any(_may_be_of(table, each.file) for table in only)]


def _tables_at(
    cache: CacheWriter, source: Source | TableProblem, remembered: Schema
) -> Iterable[Found]:
    if isinstance(source, TableProblem):
        return [source]
    return _tables_of(cache, source, _known_tables(cache.workspace, source.file, remembered))


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
    cache: CacheWriter, source: Source, known: Sequence[TableSnapshot]
) -> Iterable[Found]:
    try:
        if known and all(is_unchanged(each.stat, read_stat(source)) for each in known):
            return known
        content = read_content(source)
    except DataError as error:
        return [problem(table_name(source.file), source.file, error)]
    digest = content_hash(content.data)
    if known and all(each.content_hash == digest for each in known):
        return [each.model_copy(update={"stat": content.stat}) for each in known]
    for each in known:
        let_go(cache.workspace, each)
    return _recall(cache.workspace, source, content, digest) or _read(
        cache, source, content, known, digest=digest
    )


def _recall(
    workspace: Workspace, source: Source, content: Content, digest: str
) -> list[TableSnapshot]:
    """The table of a file that is again as it was; of a workbook the sheets would not be known."""
    if source.file.lower().endswith(".xlsx"):
        return []
    wanted = TableSnapshot(
        table=table_name(source.file),
        file=source.file,
        fingerprint=table_fingerprint(digest, file=source.file, sheet=None),
        content_hash=digest,
        stat=content.stat,
        rows=0,
        columns=(),
    )
    found = recalled(workspace, wanted)
    return [found] if found else []


def _read(
    cache: CacheWriter,
    source: Source,
    content: Content,
    known: Sequence[TableSnapshot],
    *,
    digest: str,
) -> list[Found]:
    with ThreadPoolExecutor(1) as aside:
        sealing = aside.submit(sealed_hash, content.data)
        return [
            reading
            if isinstance(reading, TableProblem)
            else _remember(
                cache, source.file, content, reading, digest=digest, seal=sealing.result()
            )
            for reading in _readings(cache.workspace, source, content, known)
        ]


def _readings(
    workspace: Workspace, source: Source, content: Content, known: Sequence[TableSnapshot]
) -> Iterable[Reading | TableProblem]:
    """What is in a file; of one that has only grown, no more than its end is read."""
    grown = grown_reading(workspace, known[0], content.data) if len(known) == 1 else None
    return [grown] if grown else read_tables(content.data, file=source.file)


def _remember(
    cache: CacheWriter, file: str, content: Content, reading: Reading, *, digest: str, seal: str
) -> TableSnapshot:
    snapshot = TableSnapshot(
        table=reading.table,
        file=file,
        sheet=reading.sheet,
        fingerprint=table_fingerprint(digest, file=file, sheet=reading.sheet),
        content_hash=digest,
        stat=content.stat,
        rows=reading.rows,
        columns=tuple(column.facts for column in reading.columns),
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        sha256=seal,
        even_lines=reading.lines is None,
    )
    cache.write(snapshot, reading)
    return snapshot


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
