"""What a stage left is looked at, whatever its program says of itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from backend.contracts.check import Stage
from backend.stages.validating import WANTED, find_failures, hash_files

GOOD = {
    ".md": b"# fine",
    ".json": b'{"a": 1}',
    ".parquet": b"PAR1...",
    ".pkl": b"\x80",
}


def leave_all(folder: Path, stage: Stage) -> Path:
    for name in WANTED[stage]:
        folder.joinpath(name).write_bytes(GOOD[Path(name).suffix])
    return folder


@pytest.mark.parametrize("stage", WANTED)
def test_all_is_there(tmp_path: Path, stage: Stage) -> None:
    assert find_failures(stage, leave_all(tmp_path, stage)) == ()


@pytest.mark.parametrize("stage", WANTED)
def test_what_is_missing_is_told(tmp_path: Path, stage: Stage) -> None:
    for name in WANTED[stage]:
        leave_all(tmp_path, stage).joinpath(name).unlink()
        told = find_failures(stage, tmp_path)

        assert told == (f"{name} is not among the files that the stage left.",)


BAD = {
    "empty": ("report.md", b"", "report.md is empty."),
    "cut short": ("report.json", b'{"a": ', "report.json is no strict JSON: Expecting value"),
    "NaN": ("report.json", b'{"a": NaN}', "NaN is no number that JSON has."),
    "too deep": ("report.json", b"[" * 100_000, "report.json is no strict JSON"),
    "latin": ("report.md", "é".encode("latin-1"), "report.md is no text in UTF-8."),
    "no picture": ("figures/a.png", b"GIF89a", "figures/a.png is no PNG picture."),
    "no Parquet": ("data/x.parquet", b"age,city", "data/x.parquet is no Parquet file."),
}


@pytest.mark.parametrize(("name", "data", "told"), BAD.values(), ids=BAD.keys())
def test_a_file_must_be_what_its_name_says(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = leave_all(tmp_path, Stage.EDA) / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    (failure,) = find_failures(Stage.EDA, tmp_path)

    assert told in failure


def test_a_link_is_no_file(tmp_path: Path) -> None:
    leave_all(tmp_path, Stage.EDA).joinpath("way-out.txt").symlink_to("/etc/hostname")

    assert find_failures(Stage.EDA, tmp_path) == ("way-out.txt is no regular file.",)


def test_every_file_has_its_hash(tmp_path: Path) -> None:
    tmp_path.joinpath("data").mkdir()
    tmp_path.joinpath("data", "a.txt").write_bytes(b"a")
    expected = hashlib.sha256(b"a").hexdigest()

    assert hash_files(tmp_path) == {"data/a.txt": f"sha256:{expected}"}
