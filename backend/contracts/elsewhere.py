"""What settings say of other places: object storage, and who is told of runs."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from backend.contracts.contract import Contract


def _read_variable(name: str) -> str:
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) is None:
        raise ValueError("it names an environment variable; the URL itself stays out of this file")
    return name


Variable = Annotated[str, AfterValidator(_read_variable)]


def _read_folder(url: str) -> str:
    if url and re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^?#\s]*)?", url) is None:
        raise ValueError("a folder on object storage is written 's3://bucket/prefix'")
    return url.rstrip("/")


Folder = Annotated[str, AfterValidator(_read_folder)]
"""``s3://bucket/prefix``, or empty; the keys are in the environment."""


class LineageSettings(Contract):
    """Who is told of runs as OpenLineage has it."""

    to: str = ""
    """A URL (``https://marquez.company.com``), or a file that lines are added to; empty: nobody."""
    namespace: str = Field(default="data-quality", min_length=1)
    """Of the jobs, and of tables that are files here."""
    job: str = Field(default="checks", min_length=1)
    """What runs of this workspace are called."""
    key_env: Variable = "OPENLINEAGE_API_KEY"
    """The environment variable with the receiver's key, where it asks for one."""
    seconds: float = Field(default=10.0, gt=0, le=600)
    """For one event."""

    @field_validator("to")
    @classmethod
    def _holds_no_secret(cls, to: str) -> str:
        if "://" in to and re.fullmatch(r"https?://[^@?#\s]+", to) is None:
            raise ValueError(
                "it is written 'https://host/path', or as a file; a key goes into the environment"
            )
        return to
