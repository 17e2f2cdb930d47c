"""What belongs to one alone, days of work, steps between rows, distributions by name."""

from __future__ import annotations

import math

import pytest

from backend.rules.language.normality import jarque_bera
from backend.rules.unexpected_shares import BENFORD, critical_value
from tests.planner.offline.spoken import Group, Tables, each_of

RIDERS = (
    ("rider_id", "email", "plate"),
    ("a", "x@ride.org", "AA 1"),
    ("b", "y@ride.org", "BB 2"),
    ("c", "x@ride.org", "CC 3"),
    ("d", None, "DD 4"),
    ("e", None, "AA 1"),
)
LAPS = (
    ("lap_id", "plate", "rider_id", "seconds"),
    ("l1", "AA 1", "a", 61),
    ("l2", "AA 1", "a", 64),
    ("l3", "BB 2", "b", 64),
    ("l4", "BB 2", "c", 75),
    ("l5", "CC 3", "c", 70),
)
SHIFTS = (
    ("shift_id", "hall", "worked_on"),
    ("s1", "A", "2024-03-01"),
    ("s2", "A", "2024-03-04"),
    ("s3", "A", "2024-03-06"),
    ("s4", "B", "2024-03-09"),
    ("s5", "A", "2024-03-11"),
    ("s6", "B", "2024-03-12"),
)
"""From a Friday to a Tuesday: Tuesday 5, Thursday 7 and Friday 8 are missing."""
GAUGES = (
    ("gauge_id", "read_at", "depth"),
    ("g1", "2024-03-03", 10),
    ("g2", "2024-03-01", 30),
    ("g3", "2024-03-02", 19),
)
"""In time 30, 19, 10: steps of 11 and 9; in the file 20 and 11."""
EVEN = [-2, -1, -1, 0, 0, 0, 0, 1, 1, 2]
WEIRD = [*EVEN, *[0] * 9, 60]
SAMPLES = (
    ("sample_id", "even", "odd", "doubling", "nines"),
    *((f"p{n}", EVEN[n % 10], WEIRD[n % 20], 2.0 ** (n - 30), 90 + n % 10) for n in range(60)),
)
"""Powers of two follow Benford's law; numbers from 90 to 99 do not."""
TABLES = {"riders": RIDERS, "laps": LAPS, "shifts": SHIFTS, "gauges": GAUGES, "samples": SAMPLES}
FLAGGED: dict[str, list[Group]] = {
    "riders": [
        ("an email of one alone", "a c", [
            "An email may belong to one rider only.",
            "An email address may belong to only one rider.",
            "No email used by more than one rider.",
            "No email may be used by more than one rider.",
            "An email must not be shared by two riders.",
            "Each email may be used by at most one rider.",
        ]),
    ],
    "laps": [
        ("a plate of one rider", "l3 l4", [
            "A plate may belong to one rider_id only.",
            "No plate may belong to more than one rider_id.",
            "A plate must not be used by two rider_id.",
        ]),
        ("steps in the file", "l4", [
            "Consecutive seconds must not be more than 10 apart.",
            "Two consecutive laps must not differ by more than 10.",
            "Successive seconds must differ by at most 10.",
            "Consecutive seconds values may be at most 10 apart.",
        ]),
    ],
    "gauges": [
        ("steps in time", "g3", [
            "Consecutive depths must not be more than 10 apart.",
            "Two successive depths must not differ by more than 10.",
        ]),
    ],
    "shifts": [
        ("days of work", "3", [
            "Every working day must have at least one shift.",
            "There must be a shift on every business day.",
            "Each workday must have a shift.",
            "No working day may be missing from worked_on.",
            "worked_on must cover every working day.",
            "No workday may pass without a shift.",
        ]),
        ("days of work of each hall", "4", [
            "For each hall, no working day may be missing from worked_on.",
        ]),
    ],
    "samples": [
        ("normal, or by Benford", "0", [
            "even must be normally distributed by a Jarque-Bera test.",
            "even follows a normal distribution by a Jarque-Bera test.",
            "even must be normally distributed by a Jarque-Bera test at the 5% level.",
            "Test even for normality with a Jarque-Bera test: the p-value must be at least 0.01.",
            "A Jarque-Bera test of even must give a p-value of at least 0.05.",
            "doubling must follow Benford's law.",
            "The first digits of doubling must obey Benford's law.",
            "Benford's law must hold for doubling.",
        ]),
        ("far from normal, or from Benford", "1", [
            "odd must be normally distributed (Jarque-Bera test, p-value at least 0.01).",
            "odd must follow a normal distribution by a Jarque-Bera test at the 1% level.",
            "odd must be normally distributed by a Jarque-Bera test.",
            "nines must follow Benford's law.",
            "nines must conform to Benford's law at the 1% level.",
        ]),
    ],
}  # fmt: skip
DECLINED = [
    ("in turn or at all", "laps", "ambiguous", "seconds must not be more than 10 apart."),
    ("rows or values", "riders", "ambiguous", "At most 3 duplicated email addresses."),
    ("another test", "samples", "", "even must be normally distributed by a Shapiro test."),
    ("which test", "samples", "", "even must be normally distributed at the 5% level."),
    ("which test, and how far", "samples", "", "even must be normally distributed."),
    ("not normal", "samples", "", "even must not be normally distributed."),
    ("other digits", "samples", "", "The last digits of doubling must follow Benford's law."),
    ("more than one a day", "shifts", "", "Every working day must have at least 3 shifts."),
    ("every other day", "shifts", "", "Every second working day must have a shift."),
    ("nearly", "samples", "", "even must be roughly normally distributed."),
    ("texts have no digits", "riders", "", "plate must follow Benford's law."),
    ("several dates", "laps", "", "Every working day must have at least one lap."),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("race"), TABLES)


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_the_rows_that_are_meant(tables: Tables, names: str, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize(
    ("names", "code", "sentence"), [case[1:] for case in DECLINED], ids=[c[0] for c in DECLINED]
)
def test_what_may_mean_something_else_is_declined(
    tables: Tables, names: str, code: str, sentence: str
) -> None:
    answer = tables.answer(sentence, names)

    assert answer.code and code in answer.code, answer


def test_the_p_value_is_that_of_the_paper() -> None:
    """Of -1, 0, 0, 1: S is 0 and K is 2, so that JB = 4 / 6 * 1 / 4 and p = exp(-1 / 12)."""
    assert jarque_bera([-1.0, 0.0, 0.0, 1.0]) == pytest.approx(math.exp(-1 / 12), abs=1e-12)
    assert math.isnan(jarque_bera([3.0, 3.0, 3.0]))


def test_the_shares_of_first_digits_are_benfords() -> None:
    assert [round(share, 3) for _, share in BENFORD] == [
        0.301, 0.176, 0.125, 0.097, 0.079, 0.067, 0.058, 0.051, 0.046,
    ]  # fmt: skip
    assert critical_value(8, 0.05) == pytest.approx(15.507, abs=5e-4)
