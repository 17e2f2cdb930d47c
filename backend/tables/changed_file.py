"""The tables of a file that is not as it was: from the cache, from its new end, or read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from backend.contracts.schema import TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cache_writer import CacheWriter
from backend.tables.cached_tables import let_go
from backend.tables.columnar import grown_reading, recalled
from backend.tables.fingerprint import sealed_hash, table_fingerprint
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
