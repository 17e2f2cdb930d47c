"""What rows share with another one, and what a key does: over a marina."""

from __future__ import annotations

import pytest

from tests.planner.offline.marina_tables import BOATS
from tests.planner.offline.spoken import Group, Tables, each


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Boats on disk."""
    return Tables(tmp_path_factory.mktemp("boats"), {"boats": BOATS})


SHARED: list[Group] = [
    ("a hull code of two boats", "b2 b3", [
        "Flag boats that share a hull code with another boat.",
        "List boats which have the same hull code as another one.",
        "Show all boats who have a hull code in common.",
        "No boat may have the same hull code as any other boat.",
        "Boats never share a hull code.",
        "Two boats must not carry the same hull code.",
        "Are there boats with the same hull code as another boat?",
        "Does any boat use the same hull code as another boat?",
        "Warn us if two boats have the same hull code.",
        "Flag boats whose hull code another boat has too.",
        "Flag boats whose hull code is already used by another boat.",
        "Report boats agreeing with another boat in hull code.",
        "Tell me which boats share a hull code with another boat.",
    ]),
    ("a hull code belongs to one boat", "b2 b3", [
        "A hull code belongs to one boat and never to two.",
        "Every hull code stands for one boat and one boat only.",
        "No hull code is used by more than one boat.",
        "Hull codes are never given out twice.",
        "Hull codes get used once and never again.",
        "Report any hull code found on more than one boat.",
        "One hull code, one boat.",
        "hull code: no repeats",
        "duplicate hull codes not allowed",
        "Hull codes must all be different from one another.",
        "Every boat has a hull code that no other boat has.",
        "Each boat has a hull code of its own.",
        "Is every hull code handed to a single boat?",
        "Check hull code for duplicates.",
        "Hull codes are never duplicated across boats.",
        "We can't have the same hull code for two boats.",
        "A hull code must not turn up on a second boat.",
    ]),
    ("two columns together", "b1 b3 b4 b5", [
        "Flag boats that agree with another boat on pier and rig.",
        "No boat may match another on pier and rig.",
        "Flag boats that have both the pier and the rig in common with another boat.",
        "Flag boats with the same pier and the same rig as another boat.",
        "Flag boats which duplicate another one in pier and rig.",
        "Pier and rig must never both coincide on two boats.",
        "A pier has at most one boat per rig.",
        "No pier may have two boats with the same rig.",
        "Within one pier, each rig is used once only.",
        "In any one pier a rig shows up a single time at most.",
        "Flag boats whose rig already appears under the same pier.",
        "Pier and rig together identify a boat.",
        "For a given pier and rig there is a single boat.",
    ]),
    ("a berth and a pier", "b4 b5", [
        "Two boats with the same pier must not have the same berth.",
        "Show boats sharing pier and berth with another boat.",
        "pier + berth: unique combination",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "flagged"), each(SHARED))
def test_shared(boats: Tables, sentence: str, flagged: str) -> None:
    """All rows that share what should be one row's own are flagged."""
    answer = boats.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED: list[Group] = [
    ("not about a twin", "not-understood", [
        "Flag boats that do not share a hull code with another boat.",
        "Every boat shares a pier with another boat.",
        "Flag boats with the same hull code or the same berth as another boat.",
        "Flag boats that share a hull code with another captain.",
        "Hull codes must not be used.",
        "A hull code is paid only once.",
        "Two boats may share a hull code.",
        "A hull code belongs to one boat or to two.",
        "Flag boats that rarely share a berth.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code"), each(DECLINED))
def test_declined(boats: Tables, sentence: str, code: str) -> None:
    """What looks alike and means something else is not guessed."""
    answer = boats.answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
