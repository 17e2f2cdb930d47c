"""Files: which tool wrote them, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.errors import CheckError
from backend.importers.catalog import open_file

FILES: dict[str, tuple[str, str, str]] = {
    "suite": ("s.json", '{"expectations": []}', "Great Expectations"),
    "SodaCL": ("s.yml", "checks for orders: []", "SodaCL"),
    "dbt": ("s.yaml", "models: []", "dbt"),
    "dbt sources": ("s.yaml", "version: 2\nsources: []", "dbt"),
    "byte order mark": ("s.json", '\ufeff{"expectations": []}', "Great Expectations"),
}


@pytest.mark.parametrize(("file", "text", "name"), FILES.values(), ids=FILES)
def test_format_is_found(file: str, text: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")

    assert open_file(path, None)[0].name == name


WRONG: dict[str, tuple[str, str | None, str]] = {
    "nothing known": ("checks: []", None, "unknown-format"),
    "a list": ("[1, 2]", None, "unknown-format"),
    "another tool's": ("models: []", "soda", "unknown-format"),
    "broken": ("a: [", None, "unreadable-file"),
    "an object of Python": ("!!python/object/apply:os.getcwd []", None, "unreadable-file"),
}


@pytest.mark.parametrize(("text", "wanted", "code"), WRONG.values(), ids=WRONG)
def test_other_files_are_refused(text: str, wanted: str | None, code: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.yml"
    path.write_text(text)
    with pytest.raises(CheckError) as refused:
        open_file(path, wanted)

    assert refused.value.code == code
    assert "rules.yml" in str(refused.value)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckError, match=r"none\.json could not be read"):
        open_file(tmp_path / "none.json", None)
