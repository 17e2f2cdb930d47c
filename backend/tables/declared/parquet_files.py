"""A Parquet file, or a folder of them that is one table."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from backend.contracts.declared import DeclaredTable
from backend.tables.declared.extract import (
    Extract,
    SourceColumn,
    first_line,
    no_file,
    refused,
    too_many_rows,
)


def extract_parquet(table: str, declared: DeclaredTable, path: Path) -> Extract:
    """The rows of all files, in the order of their names; ``year=2026`` folders are a column.

    Raises:
        DataError: a file cannot be read, is changed meanwhile, or has other columns.
    """
    files = _files(path)
    if not files:
        reason = "there is no Parquet file in it" if path.is_dir() else "there is no such file"
        raise no_file(table, declared.parquet, reason)
    try:
        before = _stamps(files)
        found = _read(table, declared, path, files)
        is_whole = _files(path) == files and _stamps(files) == before
    except (OSError, pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise no_file(table, declared.parquet, first_line(str(error))) from error
    if not is_whole:
        fact = f"{declared.parquet} changed while it was read"
        cure = "Run again when it is complete."
        raise refused(table, fact, code="unreadable-source", cure=cure)
    return [SourceColumn(*each) for each in zip(found.column_names, found.columns, strict=True)]


def _files(path: Path) -> list[Path]:
    """Those whose name, and whose folders' names, hide nothing and are no marks of a writer."""
    if not path.is_dir():
        return [path] if path.is_file() else []
    found = (each for each in path.rglob("*") if each.suffix.lower() in (".parquet", ".pq"))
    return sorted(
        each
        for each in found
        if each.is_file()
        and not any(part.startswith((".", "_")) for part in each.relative_to(path).parts)
    )


def _stamps(files: list[Path]) -> list[tuple[int, int, int]]:
    return [(s.st_size, s.st_mtime_ns, s.st_ino) for s in (each.stat() for each in files)]


def _read(table: str, declared: DeclaredTable, path: Path, files: list[Path]) -> pa.Table:
    from pyarrow import dataset, parquet

    opened = {each: parquet.ParquetFile(each) for each in files}
    if sum(each.metadata.num_rows for each in opened.values()) > declared.most_rows:
        raise too_many_rows(table, declared)
    schemas = {each: file.schema_arrow for each, file in opened.items()}
    first = next(iter(schemas))
    for each, schema in schemas.items():
        if sorted(schema.names) != sorted(schemas[first].names):
            fact = f"{each.name} has other columns than {first.name}"
            raise refused(table, fact, code="uneven-files", cure="Keep one table in the folder.")
    root = str(path if path.is_dir() else path.parent)
    parts = dataset.partitioning(flavor="hive")
    pieces = [
        dataset.dataset([str(each)], format="parquet", partitioning=parts, partition_base_dir=root)
        for each in files
    ]
    tables = [piece.to_table(use_threads=False) for piece in pieces]
    return pa.concat_tables(tables, promote_options="permissive")
