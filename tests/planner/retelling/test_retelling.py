"""A sample of the known sentences, told anew: none flags other rows."""

from __future__ import annotations

import pytest

from tests.planner.retelling.__main__ import in_frames, in_words, retell, under_scopes
from tests.planner.retelling.frames import told_anew

_MODULES = (
    "other_frames",
    "plainly_said",
    "turning_words",
    "single_rows_plainly",
    "said_otherwise",
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Each ferry must have a captain.", "Flag ferries that do not have a captain."),
        ("No box may be empty.", "Flag boxes that are empty."),
        ("No box may be empty.", "Boxes must not be empty."),
        ("fee must be at most 5.", "Flag rows whose fee is not at most 5."),
        ("If paid is yes, fee must be filled.", "Fee must be filled if paid is yes."),
        ("Flag seats without a guest.", "There must be no seats without a guest."),
    ],
)
def test_a_sentence_is_told_anew(sentence: str, told: str) -> None:
    assert told in {anew for _, anew in told_anew(sentence)}


@pytest.mark.parametrize("sentence", ["It must be 5.", "fee: at most 5.", "Say why. Say how."])
def test_what_fits_no_frame_is_left(sentence: str) -> None:
    assert not list(told_anew(sentence))


@pytest.mark.parametrize("module", _MODULES)
def test_in_another_frame_it_flags_the_same(module: str) -> None:
    found = retell([module], in_frames)

    assert found.told.total() > found.declined.total()
    assert not found.others


@pytest.mark.parametrize("seed", [1, 2])
def test_under_a_condition_it_flags_the_rows_of_that(seed: int) -> None:
    found = retell(_MODULES[:1], under_scopes(seed))

    assert found.told.total() > found.declined.total()
    assert not found.others


def test_in_other_words_it_flags_the_same() -> None:
    found = retell(_MODULES[:2], in_words)

    assert found.told.total() > 2 * found.declined.total()
    assert not found.others
