"""One judging of a session's test part: a line of ``sessions/<session>/judgements.jsonl``.

A judging has two lines: ``begun``, before any test row is asked for, and ``done``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from backend.contracts.contract import Contract


class Judgement(Contract):
    """A model asked to predict the test part."""

    state: Literal["begun", "done"]
    number: int = Field(ge=1)
    """Of this test part, all runs of the session together."""
    at: str
    """ISO 8601, UTC."""
    run_id: str
    check_id: str
    test: str
    """``sha256:…`` of the part: its rows with their labels, and their places in the table."""
    model: str
    """``sha256:…`` of ``model.pkl``."""
    program: str
    """``sha256:…`` of the page that predicted."""
    file: str = ""
    """Where the predictions lie, below the session's folder."""
    predictions: str = ""
    """``sha256:…`` of that file."""
    classes: tuple[str | int | float | bool, ...] = ()
    """In the order of the file's probabilities."""
