"""The sentences whose answers are known: those of the tables of cases in ``tests/planner``."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.planner.offline.spoken import Answer, Rows, Tables

_TESTS = Path(__file__).resolve().parents[1] / "offline"


class Known(NamedTuple):
    """A sentence about some tables, and the labels of the rows that it flags."""

    sentence: str
    flagged: str
    names: tuple[str, ...]
    tables: Tables
    cells: dict[str, Rows]

    def read(self) -> Answer:
        """What comes of it as it stands."""
        return self.ask(self.sentence)

    def ask(self, sentence: str) -> Answer:
        """What comes of a sentence about its tables."""
        return self.tables.answer(sentence, *self.names, tells_cure=False)

    def rows(self, table: str) -> Rows:
        """Header and rows of one of its tables."""
        return self.cells[table]

    def headers(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(str(name) for rows in self.cells.values() for name in rows[0])


def known_sentences(modules: Sequence[str], folder: Path) -> Iterator[Known]:
    """Those of the tests named, or of all, over tables that are written to a folder.

    A test is named without its ``test_``.
    """
    stems = [f"test_{name}" for name in modules] or sorted(p.stem for p in _TESTS.glob("test_*.py"))
    for module in stems:
        test = importlib.import_module(f"tests.planner.offline.{module}")
        tables, flagged = getattr(test, "TABLES", None), getattr(test, "FLAGGED", None)
        if not isinstance(tables, dict) or not isinstance(flagged, dict):
            continue
        for number, (about, groups) in enumerate(flagged.items()):
            names = tuple(about.split())
            if not all(isinstance(tables.get(name), tuple) for name in names):
                continue  # cases by the names of owners, not of tables
            cells = {name: tables[name] for name in names}
            on_disk = Tables(folder / f"{module}-{number}", cells)
            for _, labels, sentences in groups:
                for sentence in sentences:
                    yield Known(sentence, labels, names, on_disk, cells)
