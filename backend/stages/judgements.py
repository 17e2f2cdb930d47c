"""The record of how often a session's test part was judged, by which model, over all its runs.

Rules of this file: a judging is on record before it happens; the same model and program on the
same part are not asked twice, their predictions are on file; a line is never rewritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from pydantic import ValidationError

from backend.contracts.errors import ProgramError, WorkspaceError
from backend.contracts.judgement import Judgement
from backend.stages.session import now
from backend.store.atomic import write_atomic
from backend.store.journal import append_lines, read_lines
from backend.store.text import json_line

FILE, FOLDER = "judgements.jsonl", "judgements"


class Asked(NamedTuple):
    """What a step left of its predictions, and what it told of them."""

    path: Path
    told: dict[str, Any]


class Answered(NamedTuple):
    """Predictions of the test part, and how often it was judged so far, this time included."""

    path: Path
    told: dict[str, Any]
    evaluations: int
    models: int
    """Different ones that the part was judged by."""
    is_reused: bool


@dataclass
class Judgements:
    """What one run of training may ask of the test part: one model, once."""

    folder: Path
    """The session's."""
    run_id: str
    check_id: str
    program: str
    note: Callable[[int, bool], None] = lambda uses, is_reused: None
    """Told how often the part was judged and whether it was re-used, before anything is asked."""
    is_spent: bool = field(default=False, init=False)

    def once(self, test: str, model: str, ask: Callable[[], Asked]) -> Answered:
        """The predictions of this model for this part: from record, or asked for and recorded.

        Raises:
            ProgramError: ``test-spent``: this run has judged it already.
            WorkspaceError: the record cannot be read, or the disk refuses.
        """
        if self.is_spent:
            raise ProgramError(
                f"{self.check_id}: the test part was already judged in this run; a second look "
                "would make it a part to choose by. Run the stage anew.",
                code="test-spent",
            )
        self.is_spent = True
        of_part = [each for each in read_judgements(self.folder) if each.test == test]
        known = self._known(of_part, model)
        return self._ask(of_part, test, model, ask) if known is None else known

    def _known(self, of_part: list[Judgement], model: str) -> Answered | None:
        for each in reversed(of_part):
            is_same = (each.model, each.program) == (model, self.program)
            path = self.folder / each.file
            if each.state == "done" and is_same and _sha256(path) == each.predictions:
                uses = _count(of_part)
                self.note(uses, True)
                told = {"classes": [list(each.classes)]}
                return Answered(path, told, uses, _models(of_part), is_reused=True)
        return None

    def _ask(
        self, of_part: list[Judgement], test: str, model: str, ask: Callable[[], Asked]
    ) -> Answered:
        uses = _count(of_part) + 1
        begun = Judgement(
            state="begun",
            number=uses,
            at=now(),
            run_id=self.run_id,
            check_id=self.check_id,
            test=test,
            model=model,
            program=self.program,
        )
        self._append(begun)
        self.note(uses, False)
        asked = ask()
        kept = f"{FOLDER}/{test.removeprefix('sha256:')[:12]}-{uses:03d}.parquet"
        write_atomic(self.folder / kept, asked.path.read_bytes())
        ended = {
            "state": "done",
            "at": now(),
            "file": kept,
            "predictions": _sha256(self.folder / kept),
            "classes": _classes(asked.told),
        }
        self._append(begun.model_copy(update=ended))
        models = _models([*of_part, begun])
        return Answered(asked.path, asked.told, uses, models, is_reused=False)

    def _append(self, judgement: Judgement) -> None:
        append_lines(self.folder / FILE, json_line(judgement.model_dump(mode="json")))


def read_judgements(folder: Path) -> tuple[Judgement, ...]:
    """Every line of a session's record, oldest first.

    Raises:
        WorkspaceError: ``broken-audit-log``: a line is no judgement.
    """
    found = []
    for number, line in enumerate(read_lines(folder / FILE), start=1):
        try:
            found.append(Judgement.model_validate_json(line))
        except ValidationError as error:
            raise WorkspaceError(
                f"{FILE} of session {folder.name!r}, line {number} is no judgement. Put the line "
                "back as it was; without it nobody can tell how often the test part was judged.",
                code="broken-audit-log",
            ) from error
    return tuple(found)


def hash_part(rows: pd.DataFrame, places: Iterable[int]) -> str:
    """``sha256:…`` of rows with their labels, and of their places in the table."""
    digest = hashlib.sha256(json.dumps([[*map(str, rows.columns)], [*places]]).encode())
    digest.update(pd.util.hash_pandas_object(rows, index=False).to_numpy().tobytes())
    return f"sha256:{digest.hexdigest()}"


def _count(judgements: list[Judgement]) -> int:
    return sum(each.state == "begun" for each in judgements)


def _models(judgements: list[Judgement]) -> int:
    return len({each.model for each in judgements})


def _classes(told: dict[str, Any]) -> tuple[Any, ...]:
    named = told.get("classes")
    first = named[0] if isinstance(named, list) and named else []
    return tuple(first) if isinstance(first, list) else ()


def _sha256(path: Path) -> str:
    try:
        return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    except OSError:
        return ""
