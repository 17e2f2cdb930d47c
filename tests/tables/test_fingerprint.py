"""Hashes that name their algorithm, and stats that prove a file unchanged."""

from __future__ import annotations

import pytest

from backend.contracts.schema import FileStat
from backend.tables.fingerprint import READER, content_hash, is_unchanged, table_fingerprint

SECOND = 10**9
OLD = FileStat(size=1, mtime_ns=0, ctime_ns=0, inode=1, seen_ns=100 * SECOND)


def test_content_hash() -> None:
    assert content_hash(b"") == "xxh3:99aa06d3014798d86001c324468d497f"


def test_fingerprint_covers_how_the_content_is_read() -> None:
    content = content_hash(b"a,b\n")
    read_as = [("t.csv", None), ("t.tsv", None), ("t.xlsx", "S"), ("t.xlsx", "T")]
    assert len({table_fingerprint(content, file=file, sheet=sheet) for file, sheet in read_as}) == 4
    assert table_fingerprint(content, file="u.CSV", sheet=None) == table_fingerprint(
        content, file="t.csv", sheet=None
    )
    assert table_fingerprint(content, file="t.csv", sheet=None) == content_hash(
        f"{READER}\n{content}\ncsv\n".encode()
    )


@pytest.mark.parametrize(
    ("remembered", "now", "unchanged"),
    [
        pytest.param({}, {"seen_ns": 200 * SECOND}, True, id="same"),
        pytest.param({}, {"size": 2}, False, id="size"),
        pytest.param({}, {"mtime_ns": 1}, False, id="mtime"),
        pytest.param({}, {"ctime_ns": 1}, False, id="ctime, though mtime was put back"),
        pytest.param({}, {"inode": 2}, False, id="another file"),
        pytest.param({"seen_ns": 2 * SECOND}, {}, True, id="seen two seconds after"),
        pytest.param({"seen_ns": 2 * SECOND - 1}, {}, False, id="seen too soon after"),
        pytest.param({"seen_ns": -SECOND}, {}, False, id="written in the future"),
    ],
)
def test_is_unchanged(remembered: dict[str, int], now: dict[str, int], unchanged: bool) -> None:
    before = OLD.model_copy(update=remembered)
    assert is_unchanged(before, OLD.model_copy(update=now)) is unchanged
