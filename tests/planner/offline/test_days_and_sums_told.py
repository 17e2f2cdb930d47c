"""Days told by what was done on them, values off a computed one, bounds that other columns set."""

from __future__ import annotations

import pytest

from tests.planner.offline.harbour_tables import HARBOUR
from tests.planner.offline.spoken import Group, Tables, each_of, folders

FLAGGED: dict[str, list[Group]] = {
    "voyages": [
        ("back on the day of departure or later", "v2", [
            "Is the returned date always the same day as the departure or later?",
            "Flag voyages returned ahead of the departure date.",
            "The return date is the day of departure at the earliest.",
            "returned: on the day of departure or later",
            "Flag voyages returned before they departed.",
        ]),
        ("a week after the booking", "v3 v4", [
            "departed on: 7 days after the booking date at the latest",
            "Flag voyages departed more than one week (7 days) after the booking date.",
            "Between the day of booking and the departure there are never more than 7 days.",
            "Voyages take 7 days at most from booking to departure.",
        ]),
        ("not at the weekend", "v2 v3", [
            "departure: weekdays only",
            "no departed on on Sat/Sun",
            "Departures take place from Monday to Friday, never at the weekend.",
            "Flag voyages departed on a weekend (Saturday or Sunday).",
        ]),
        ("not in March", "v3 v4", [
            "The booking date is on 2026-03-31 or earlier.",
            "The booking date is 31 March 2026 at the latest.",
        ]),
        ("a day's fee, less the rebate", "v4", [
            "The total fee is days times day fee less the rebate share, give or "
            "take a cent (0.01).",
            "Total fee is days x day fee, less the rebate share, within 0.01.",
            "total_fee = days*day_fee*(1-rebate_share), to the cent (0.01)",
            "Multiply days by day fee and take off the rebate share: that must be "
            "the total fee within 0.01.",
            "Flag voyages whose total fee is off by more than 0.01 from days times "
            "day fee times one minus the rebate share.",
            "Take the days times the day fee and knock off the rebate share; "
            "that's the total fee, within a cent (0.01).",
            "Flag voyages where the total fee deviates by more than 0.01 from days "
            "x day fee x (1 - rebate share).",
        ]),
        ("days are days", "v2 v3", [
            "days = returned on minus departed on, in days",
            "The number of days is what lies between departure and return.",
        ]),
    ],
    "crates": [
        ("net and tare make the gross", "c2 c3", [
            "Net plus tare makes the gross, give or take 0.001.",
            "Flag crates where the gross is more than 0.001 away from net and tare added together.",
            "Flag crates whose gross differs from net plus tare by more than 0.001.",
            "Add net and tare: the result must be the gross, to within 0.001.",
        ]),
        ("within the limit", "c2", [
            "The gross goes up to the limit.",
            "Flag crates with more gross than the limit allows.",
            "gross never tops limit",
            "The gross is at or below the limit.",
            "Flag crates whose gross overshoots the limit.",
        ]),
    ],
    "skippers": [
        ("of age when the patent was issued", "k2", [
            "Skippers were 17 or older when their patent was issued.",
            "Flag skippers who were younger than 17 when the patent was issued.",
            "Flag skippers whose patent issued is before their 17th birthday.",
            "patent issued: 17 years or more after birth_date",
        ]),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    """The tables of each check on disk."""
    return folders(tmp_path_factory, HARBOUR, [*FLAGGED, *DECLINED])


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_flagged(tables: dict[str, Tables], names: str, sentence: str, flagged: str) -> None:
    """Each wording flags the rows that the plain rule flags."""
    answer = tables[names].answer(sentence, as_of="2026-11-01")

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED: dict[str, list[Group]] = {
    "voyages": [
        ("not this distance, not this day", "not-understood", [
            "Flag voyages departed more than two weeks (15 days) after the booking date.",
            "Flag voyages departed on a weekend (Friday or Saturday).",
            "The total fee is about days times day fee less a rebate.",
            "The total fee is off from days times day fee.",
            "Flag voyages whose total fee is a cent (0.05) away from days times day fee.",
            "Departures are mostly on weekdays.",
        ]),
    ],
    "skippers": [
        ("an age on a day that is not told", "not-understood", [
            "Skippers were 17 or older when they got their papers.",
            "Skippers were at least 17 years old when they first sailed.",
        ]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("names", "sentence", "code"), each_of(DECLINED))
def test_declined(tables: dict[str, Tables], names: str, sentence: str, code: str) -> None:
    """What looks alike and means something else is not guessed."""
    answer = tables[names].answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
