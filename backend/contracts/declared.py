"""A table that is no file: one section of ``data/sources.toml``."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from pydantic import Field, model_validator

from backend.contracts.contract import Contract

KINDS = ("postgresql", "duckdb", "sqlite", "parquet")
"""What a table can come from."""
VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""``${NAME}`` in a URL: the environment holds it."""
_FORM = "write postgresql://user:${NAME}@host/database, with the password in the environment"
_SECRETS = ("password", "passfile", "sslpassword")


class DeclaredTable(Contract):
    """Where the rows of one table come from: one of `KINDS`, read-only."""

    postgresql: str = ""
    """``postgresql://reader:${SHOP_PASSWORD}@host/database``."""
    duckdb: str = ""
    """A database file, relative to the data folder."""
    sqlite: str = ""
    """Likewise."""
    parquet: str = ""
    """A file, or a folder whose files are one table; relative to the data folder."""
    query: str = ""
    """One SELECT; for all kinds but ``parquet``."""
    key: tuple[str, ...] = ()
    """Columns that name a row for a person. Rows are put in the order of these."""
    most_rows: int = Field(default=5_000_000, ge=1, le=1_000_000_000)
    """A table with more is an error, never a part of itself."""
    seconds: float = Field(default=300.0, gt=0, le=86_400)
    """For the query of a server."""

    @property
    def kind(self) -> str:
        """Which of `KINDS` it is."""
        return next(kind for kind in KINDS if getattr(self, kind))

    @property
    def place(self) -> str:
        """The URL, file or folder as it is written."""
        return str(getattr(self, self.kind))

    @model_validator(mode="after")
    def _comes_from_one_place(self) -> DeclaredTable:
        given = [kind for kind in KINDS if getattr(self, kind)]
        if len(given) != 1:
            raise ValueError(f"it has to name one of {', '.join(KINDS)}")
        if bool(self.query.strip()) == (given[0] == "parquet"):
            raise ValueError(
                "a Parquet folder takes no query"
                if self.query.strip()
                else f"a table of {given[0]} needs a query = 'SELECT …'"
            )
        if given[0] == "postgresql" and (fault := _find_fault(self.postgresql)):
            raise ValueError(fault)
        return self


def _find_fault(url: str) -> str:
    """What is wrong with a URL: another form, or a password in letters."""
    if VARIABLE.fullmatch(url):
        return ""
    try:
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        told = [
            parts.password or "",
            *(value for name in _SECRETS for value in asked.get(name, [])),
        ]
    except ValueError:
        return _FORM
    if parts.scheme not in ("postgresql", "postgres"):
        return _FORM
    if any(secret and not VARIABLE.fullmatch(secret) for secret in told):
        return "a password stands in the URL; put it into the environment, and ${NAME} here"
    return ""
