"""A step gets its part and no more; one that asks for more is told why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import Splits
from backend.executor.program_hash import hash_source
from backend.stages.laboratory import Laboratory, StepFailed
from backend.stages.parts import Parts, do_step
from tests.stages.stage_bench import laboratory, page

FRAME = pd.DataFrame({"age": range(10), "ill": ["yes", "no"] * 5})
SPLITS = Splits(
    strategy="random",
    why="at random",
    seed=42,
    train=(8, 1, 2, 3),
    val=(4, 5),
    test=(6, 7),
    without_target=(0, 9),
)
PARTS = Parts(FRAME, "ill", SPLITS)


def laboratory_of(line: str, scratch: Path) -> Laboratory:
    """A laboratory whose program is this one line."""
    source = f"def check(tables, *, step, artifacts, arguments):\n    {line}\n"
    program = page().model_copy(update={"source": source, "sha256": hash_source(source)})
    return replace(laboratory(scratch), program=program)


def test_train_comes_with_its_target_and_in_its_order() -> None:
    assert PARTS.train.to_dict("list") == {"age": [8, 1, 2, 3], "ill": ["yes", "no", "yes", "no"]}


@pytest.mark.parametrize(("part", "ages"), [("val", [4, 5]), ("test", [6, 7])])
def test_other_parts_come_without(part: str, ages: list[int]) -> None:
    assert PARTS.rows(part).to_dict("list") == {"age": ages}  # type: ignore[arg-type]


def test_whole_numbers_stay_whole_where_other_rows_have_no_target() -> None:
    labels = pd.array([0, 1, 0, 1, 0, 1, 0, 1, 0, None], dtype="Int64").astype("object")
    parts = Parts(FRAME.assign(ill=labels), "ill", SPLITS)
    assert str(parts.train["ill"].dtype) == "int64"


ASKS = {
    "for the test part": ("return len(tables['test'])", "train", "the test part"),
    "for the validation part": ("return len(tables['val'])", "train", "the val part"),
    "to fit on validation rows": (
        "return len(__import__('pandas').concat([tables['train'], tables['val']]))",
        "train",
        "the val part",
    ),
    "for labels": ("return tables['rows']['ill'].tolist()", "rows", "labels ('ill')"),
    "for labels as a frame": ("return len(tables['rows'][['ill']])", "rows", "labels ('ill')"),
    "for labels as a field": ("return tables['rows'].ill.tolist()", "rows", "labels ('ill')"),
    "to drop labels": ("return len(tables['rows'].drop(columns='ill'))", "rows", "labels ('ill')"),
}


@pytest.mark.parametrize(("line", "given", "wanted"), ASKS.values(), ids=ASKS.keys())
def test_a_step_that_asks_for_more_is_told_why(
    tmp_path: Path, line: str, given: str, wanted: str
) -> None:
    tables = {given: PARTS.train if given == "train" else PARTS.rows("val")}
    with pytest.raises(ProgramError) as caught:
        do_step(laboratory_of(line, tmp_path), "fit", tables, {}, tmp_path / "left", target="ill")

    assert caught.value.code == "withheld-rows"
    assert f"step 'fit' asked for {wanted}, which it is not given" in str(caught.value)


def test_another_failure_stays_what_it_is(tmp_path: Path) -> None:
    bench = laboratory_of("return tables['train']['agee'].tolist()", tmp_path)
    with pytest.raises(StepFailed) as caught:
        do_step(bench, "fit", {"train": PARTS.train}, {}, tmp_path / "left", target="ill")
    assert caught.value.code == "program-failed"


def test_no_other_part_is_anywhere_in_the_memory_of_a_step(tmp_path: Path) -> None:
    bench = laboratory_of("return sorted(tables), tables['train']['age'].tolist()", tmp_path)
    done = do_step(bench, "fit", {"train": PARTS.train}, {}, tmp_path / "left", target="ill")
    assert done.value == [["train"], [8, 1, 2, 3]]
