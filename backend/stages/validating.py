"""Whether what a stage left is there and is what its name says; nothing is unpickled.

The stage's own module judges what the content means. Here a file that is missing, empty, or no
JSON, no picture, no Parquet fails the stage, whatever its program says of itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from backend.contracts.check import Stage

WANTED: Mapping[Stage, tuple[str, ...]] = {
    Stage.EDA: ("report.md", "report.json"),
    Stage.PREP: (
        "report.md",
        "metadata.json",
        "train.parquet",
        "val.parquet",
        "test.parquet",
        "prep_pipeline.pkl",
    ),
    Stage.TRAIN: ("report.md", "metadata.json", "model.pkl"),
}
"""Names of the files that a stage must leave, wherever below its folder."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PARQUET = b"PAR1"


def find_failures(stage: Stage, folder: Path) -> tuple[str, ...]:
    """What is wrong with the files of a stage, in whole sentences; empty where nothing is."""
    return tuple(_failures(stage, folder))


def hash_files(folder: Path) -> dict[str, str]:
    """``sha256:…`` of every file below a folder, by its name there, sorted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in paths}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


def _failures(stage: Stage, folder: Path) -> Iterator[str]:
    paths = sorted(path for path in folder.rglob("*") if not path.is_dir())
    names = {path.name for path in paths}
    for name in WANTED[stage]:
        if name not in names:
            yield f"{name} is not among the files that the stage left."
    for path in paths:
        fact = _why_unfit(path)
        if fact:
            yield f"{path.relative_to(folder).as_posix()} {fact}."


def _why_unfit(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return "is no regular file"
    if path.stat().st_size == 0:
        return "is empty"
    look = _LOOKS.get(path.suffix)
    return look(path) if look else ""


def _look_at_json(path: Path) -> str:
    try:
        json.loads(path.read_bytes(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        return f"is no strict JSON: {error}"
    return ""


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number that JSON has")


def _look_at_picture(path: Path) -> str:
    return "" if _first_bytes(path, len(_PNG)) == _PNG else "is no PNG picture"


def _look_at_parquet(path: Path) -> str:
    return "" if _first_bytes(path, len(_PARQUET)) == _PARQUET else "is no Parquet file"


def _look_at_text(path: Path) -> str:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "is no text in UTF-8"
    return ""


def _first_bytes(path: Path, count: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(count)


_LOOKS: Mapping[str, Callable[[Path], str]] = {
    ".json": _look_at_json,
    ".png": _look_at_picture,
    ".parquet": _look_at_parquet,
    ".md": _look_at_text,
    ".py": _look_at_text,
}
