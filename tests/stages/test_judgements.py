"""How often a test part was judged is on record over all runs, and nothing is asked twice."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.errors import ProgramError, WorkspaceError
from backend.stages.judgements import (
    FILE,
    Answered,
    Asked,
    Judgements,
    hash_part,
    read_judgements,
)


class Record:
    """A session's folder, and runs that ask for its test part."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "session"
        self.asked: list[str] = []
        self.runs = 0

    def once(self, model: str = "m", test: str = "t", program: str = "p") -> Answered:
        self.runs += 1
        record = Judgements(self.folder, f"run-{self.runs}", "T", program)

        def ask() -> Asked:
            self.asked.append(model)
            path = self.folder / "test_0.parquet"
            path.write_text(f"{model} of {self.runs}")
            return Asked(path, {"classes": [["no", "yes"]]})

        return record.once(test, model, ask)


def test_the_same_again_is_taken_from_record(tmp_path: Path) -> None:
    record = Record(tmp_path)
    first, second = record.once(), record.once()

    assert (first.evaluations, first.is_reused) == (1, False)
    assert (second.evaluations, second.models, second.is_reused) == (1, 1, True)
    assert second.path.read_text() == "m of 1"
    assert second.told == first.told
    assert record.asked == ["m"]


OTHERS: dict[str, tuple[dict[str, str], tuple[int, int]]] = {
    "another model": ({"model": "n"}, (2, 2)),
    "another program": ({"program": "q"}, (2, 1)),
    "another test part": ({"test": "u"}, (1, 1)),
}


@pytest.mark.parametrize(("change", "counts"), OTHERS.values(), ids=OTHERS.keys())
def test_what_is_not_the_same_is_asked_and_counted(
    tmp_path: Path, change: dict[str, str], counts: tuple[int, int]
) -> None:
    record = Record(tmp_path)
    record.once()
    other = record.once(**change)

    assert (other.evaluations, other.models) == counts
    assert not other.is_reused and len(record.asked) == 2


def test_a_lost_or_changed_answer_is_asked_for_again_and_counted(tmp_path: Path) -> None:
    record = Record(tmp_path)
    record.once()
    kept = record.folder / read_judgements(record.folder)[-1].file
    kept.write_text("better")

    assert record.once().evaluations == 2
    assert record.asked == ["m", "m"]


def test_a_judging_that_never_ended_counts(tmp_path: Path) -> None:
    record = Record(tmp_path)
    broken = Judgements(record.folder, "run-0", "T", "p")

    def dies() -> Asked:
        assert [each.state for each in read_judgements(record.folder)] == ["begun"]
        raise ProgramError("T: it died.", code="crashed")

    with pytest.raises(ProgramError):
        broken.once("t", "m", dies)
    assert record.once().evaluations == 2


def test_a_run_judges_once(tmp_path: Path) -> None:
    record = Judgements(tmp_path, "run-1", "T", "p")
    path = tmp_path / "test_0.parquet"
    path.write_text("x")
    record.once("t", "m", lambda: Asked(path, {}))
    with pytest.raises(ProgramError) as caught:
        record.once("t", "m", lambda: Asked(path, {}))
    assert caught.value.code == "test-spent"


def test_a_damaged_record_is_refused(tmp_path: Path) -> None:
    record = Record(tmp_path)
    record.once()
    with (record.folder / FILE).open("a") as file:
        file.write('{"number": "none"}\n')
    with pytest.raises(WorkspaceError) as caught:
        record.once()
    assert caught.value.code == "broken-audit-log"


def test_a_part_is_its_rows_its_labels_and_their_places() -> None:
    rows = pd.DataFrame({"a": [1, 2], "y": ["no", "yes"]})
    same = hash_part(rows.copy(), (3, 5))

    assert hash_part(rows, (3, 5)) == same
    assert hash_part(rows, (3, 6)) != same
    assert hash_part(rows.assign(y=["no", "no"]), (3, 5)) != same
    assert hash_part(rows.rename(columns={"a": "b"}), (3, 5)) != same
