"""The formats of other tools: which one a file is in, and its rules one after another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from backend.contracts.errors import CheckError
from backend.contracts.schema import Schema
from backend.importers.dbt import is_properties, read_properties
from backend.importers.draft import Found
from backend.importers.great_expectations import is_suite, read_suite
from backend.importers.soda import is_sodacl, read_sodacl


class Format(NamedTuple):
    """A tool's format: how to know it, how to read it, and the beginning of its checks' ids."""

    name: str
    is_of: Callable[[object], bool]
    read: Callable[[Mapping[str, object], Schema, str], Iterator[Found]]
    prefix: str


FORMATS = {
    "gx": Format("Great Expectations", is_suite, read_suite, "GX"),
    "soda": Format("SodaCL", is_sodacl, read_sodacl, "SODA"),
    "dbt": Format("dbt", is_properties, read_properties, "DBT"),
}


def open_file(path: Path, wanted: str | None) -> tuple[Format, Mapping[str, object]]:
    """The format of a file and what it holds.

    Raises:
        CheckError: it cannot be read, or is in none of the formats (or not in the wanted one).
    """
    data = _parse(path)
    candidates = [FORMATS[wanted]] if wanted else list(FORMATS.values())
    found = next((each for each in candidates if each.is_of(data)), None)
    if found is None or not isinstance(data, Mapping):
        names = " nor ".join(each.name for each in candidates)
        raise CheckError(
            f"{path.name} holds no rules of {names}. Name the file of a suite (JSON), of SodaCL "
            "checks or of dbt properties (YAML).",
            code="unknown-format",
        )
    return found, data


def _parse(path: Path) -> object:
    """JSON or YAML as plain data: no tag of YAML makes an object."""
    try:
        text = path.read_text("utf-8-sig")
        return json.loads(text) if path.suffix.lower() == ".json" else yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        fact = getattr(error, "strerror", None) or "it is not UTF-8"
        raise CheckError(
            f"{path.name} could not be read ({fact}). Name a file that can.", code="unreadable-file"
        ) from error
    except (json.JSONDecodeError, yaml.YAMLError) as error:
        fact = " ".join(str(error).split())
        raise CheckError(
            f"{path.name} is neither JSON nor YAML ({fact}). Mend that place.",
            code="unreadable-file",
        ) from error
