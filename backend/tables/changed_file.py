"""The tables of a file that is not as it was: from the cache, from its new end, or read anew."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from backend.contracts.schema import FileStat, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cache_writer import CacheWriter
from backend.tables.cached_tables import let_go
from backend.tables.columnar import grown_reading, recalled
from backend.tables.fingerprint import sealed_hash, table_fingerprint
from backend.tables.grown_file import Growth
from backend.tables.reading import Reading, read_tables
from backend.tables.sources import Content, Source, table_name

Found = TableSnapshot | TableProblem


def read_changed(
    cache: CacheWriter,
    source: Source,
    content: Content,
    known: Sequence[TableSnapshot],
    *,
    digest: str,
) -> Sequence[Found]:
    """Every table of a file whose content has this ``digest``; ``known`` are those it had before.

    Raises:
        WorkspaceError: the cache cannot be written.
    """
    for each in known:
        let_go(cache.workspace, each)
    found = _recall(cache.workspace, source, content.stat, digest)
    return [found] if found else _read(cache, source, content, digest)


def read_grown(
    cache: CacheWriter, source: Source, growth: Growth, before: TableSnapshot
) -> TableSnapshot | None:
    """The table of a file that has only grown; None where the whole file must be read.

    Raises:
        DataError: ``unreadable-file``: the file changed while it was read.
        WorkspaceError: the cache cannot be written.
    """
    let_go(cache.workspace, before)
    found = _recall(cache.workspace, source, growth.stat, growth.content_hash)
    if found:
        return found
    reading = grown_reading(cache.workspace, before, growth)
    return reading and _remember(
        cache, source.file, reading, growth.stat, digest=growth.content_hash, seal=growth.sealed()
    )


def _recall(
    workspace: Workspace, source: Source, stat: FileStat, digest: str
) -> TableSnapshot | None:
    """The table of a file that is again as it was; of a workbook the sheets would not be known."""
    if source.file.lower().endswith(".xlsx"):
        return None
    wanted = TableSnapshot(
        table=table_name(source.file),
        file=source.file,
        fingerprint=table_fingerprint(digest, file=source.file, sheet=None),
        content_hash=digest,
        stat=stat,
        rows=0,
        columns=(),
    )
    return recalled(workspace, wanted)


def _read(cache: CacheWriter, source: Source, content: Content, digest: str) -> list[Found]:
    with ThreadPoolExecutor(1) as aside:
        sealing = aside.submit(sealed_hash, [content.data])
        return [
            reading
            if isinstance(reading, TableProblem)
            else _remember(
                cache, source.file, reading, content.stat, digest=digest, seal=sealing.result()
            )
            for reading in read_tables(content.data, file=source.file)
        ]


def _remember(
    cache: CacheWriter, file: str, reading: Reading, stat: FileStat, *, digest: str, seal: str
) -> TableSnapshot:
    snapshot = TableSnapshot(
        table=reading.table,
        file=file,
        sheet=reading.sheet,
        fingerprint=table_fingerprint(digest, file=file, sheet=reading.sheet),
        content_hash=digest,
        stat=stat,
        rows=reading.rows,
        columns=tuple(column.facts for column in reading.columns),
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        sha256=seal,
        even_lines=reading.lines is None,
    )
    cache.write(snapshot, reading)
    return snapshot
