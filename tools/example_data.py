"""Write the example tables into ``backend/data`` and the page about them.

Run ``python -m tools.example_data``: the files come out byte for byte as they are, whenever and
wherever it runs. Today is not read: dates in the future lie decades ahead.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random
from zipfile import ZipFile, ZipInfo

from openpyxl import Workbook

from tools.example_defects import Found, plant
from tools.example_rows import Row, Tables, clean_tables

SEED = 20_261_101
ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "backend" / "data"
PAGE = ROOT / "docs" / "example-data.md"
WORKBOOK = "price_list"
NEVER = datetime(2026, 11, 1)
"""The time that stands in the workbook: a real one would make each writing another file."""


def make_tables() -> tuple[Tables, list[Found]]:
    """Return the spoilt tables and where each defect lies."""
    random = Random(SEED)
    tables = clean_tables(random)
    return tables, plant(tables, random)


def write_tables(folder: Path) -> None:
    """Write every table into the folder, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in make_tables()[0].items():
        if name == WORKBOOK:
            (folder / f"{name}.xlsx").write_bytes(_workbook(rows))
        else:
            (folder / f"{name}.csv").write_bytes(_csv(rows))


def _csv(rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _workbook(rows: list[Row]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("prices")
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([_cell(column, value) for column, value in row.items()])
    book.properties.created = NEVER
    written = io.BytesIO()
    book.save(written)
    return _without_time(written)


def _cell(column: str, value: str) -> str | float | int | date | None:
    """A number or a date as Excel keeps them; the sku stays text, for its leading zeros."""
    if column == "valid_from":
        return date.fromisoformat(value)
    if column == "event_id":
        return int(value)
    if column == "list_price" and value.lstrip("-").replace(".", "").isdigit():
        return float(value)
    return value or None


def _without_time(written: io.BytesIO) -> bytes:
    """Pack the parts again with one time for all, uncompressed: zlib's bytes differ by build."""
    packed = io.BytesIO()
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _with_fixed_time(part)
            target.writestr(ZipInfo(name), part)
    return packed.getvalue()


def _with_fixed_time(properties: bytes) -> bytes:
    head, rest = properties.split(b"<dcterms:modified", 1)
    opening, rest = rest.split(b">", 1)
    _, tail = rest.split(b"</dcterms:modified>", 1)
    stamp = NEVER.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return head + b"<dcterms:modified" + opening + b">" + stamp + b"</dcterms:modified>" + tail


def page() -> str:
    """Return ``docs/example-data.md``: the tables, and every planted defect with its rows."""
    tables, found = make_tables()
    return (
        "\n".join([*_page_head(tables), *(line for one in found for line in _page_row(one))]) + "\n"
    )


def _page_head(tables: Tables) -> Iterator[str]:
    yield "# The example tables"
    yield ""
    yield "Written by `python -m tools.example_data`; do not edit."
    yield "The tables in `backend/data` are made up, from a fixed seed, with these defects planted."
    yield "No row carries two of them."
    yield "Rows are data rows counted from 0: row 0 is line 2 of the file."
    yield ""
    yield "| table | file | rows | columns |"
    yield "|---|---|--:|---|"
    for name, rows in tables.items():
        file = f"{name}.{'xlsx' if name == WORKBOOK else 'csv'}"
        yield f"| {name} | `{file}` | {len(rows):,} | {', '.join(rows[0])} |"
    yield ""
    yield "A defect that copies another row names that row behind an arrow."
    yield ""
    yield "| table | defect | number | rows |"
    yield "|---|---|--:|---|"


def _page_row(found: Found) -> Iterator[str]:
    if found.twins:
        pairs = zip(found.rows, found.twins, strict=True)
        places = ", ".join(f"{row} → {twin}" for row, twin in pairs)
    else:
        places = ", ".join(map(str, found.rows))
    yield f"| {found.planted.table} | {found.planted.kind} | {len(found.rows)} | {places} |"


if __name__ == "__main__":
    if "--page-only" not in sys.argv:
        write_tables(DATA)
    PAGE.write_text(page(), encoding="utf-8")
