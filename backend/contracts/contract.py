"""The root of every contract."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen, closed value: unknown fields are refused, fields never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
