"""Remarks on which rows are to be seen; changes of rows, overlaps, scores, markers, named keys."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Rows, Tables

READINGS: Rows = (
    ("reading", "level", "loco", "ware"),
    ("r1", 5, "A", "x"),
    ("r2", 6, "A", "x"),
    ("r3", 12, "B", "y"),
    ("r4", 11, "B", "z"),
    ("r5", 11, "A", "x"),
)
STAYS: Rows = (
    ("stay", "patient", "from_date", "to_date"),
    ("s1", "p", "2024-01-01", "2024-01-05"),
    ("s2", "p", "2024-01-04", "2024-01-08"),
    ("s3", "p", "2024-01-08", "2024-01-10"),
    ("s4", "q", "2024-01-02", "2024-01-03"),
)
WEIGHINGS: Rows = (
    ("weighing", "weight"),
    *((f"w{number}", 50) for number in range(1, 11)),
    ("w11", 90),
)
PARTS: Rows = (
    ("part", "due", "ip"),
    ("p1", "2024-01-01", "10.1.2.3"),
    ("p2", None, "8.8.8.8"),
    ("p3", "n/a", "192.168.0.7"),
    ("p4", "-", None),
)
SAMPLES: Rows = (
    ("sample", "batch", "accession_no", "class"),
    ("a1", "b1", "SB1", "safety"),
    ("a2", "b1", "SB2", "base"),
    ("a3", "b2", "SB1", "safety"),
    ("a4", "b2", "SB4", "safety"),
)
TESTS: Rows = (
    ("test", "batch", "accession_no"),
    ("t1", "b1", "SB1"),
    ("t2", "b2", "SB2"),
    ("t3", "b2", "SB2"),
)
CONCERTS: Rows = (
    ("concert", "hall_code", "hall"),
    ("k1", "CR", "Crypt"),
    ("k2", "CR", "The Crypt"),
    ("k3", "CR", None),
    ("k4", "SH", "Small Hall"),
    ("k5", "SH", None),
)
TABLES = {
    "concerts": CONCERTS,
    "readings": READINGS, "stays": STAYS, "weighings": WEIGHINGS, "parts": PARTS,
    "samples": SAMPLES, "tests": TESTS,
}  # fmt: skip

# Tables, the labels of the rows to flag (or how many measures fail), and the sentence.
READ = [
    (
        "readings",
        "r3",
        "level must not change by more than 5 from one row to the next; the later row is flagged, "
        "the first row is exempt.",
    ),
    (
        "readings",
        "r3",
        "Compared with the row above it, level may rise or fall by 5 at most. The first row is "
        "exempt.",
    ),
    (
        "readings",
        "r3",
        "Flag readings where level moved by over 5, in either direction, against the row directly "
        "above.",
    ),
    (
        "readings",
        "r3",
        "In file order, level must not differ from the previous row by more than 5 in either "
        "direction.",
    ),
    (
        "readings",
        "r3 r4",
        "All readings of one loco must have the same ware; all readings of a loco with several "
        "ware values are flagged.",
    ),
    (
        "readings",
        "r1 r2 r5",
        "No two readings may have the same loco and ware. Flag each of these rows, not just the "
        "repeats.",
    ),
    ("concerts", "1", "hall must contain the values 'Crypt' and 'Vault'."),
    ("concerts", "k1 k2", "Each hall_code has one hall."),
    (
        "concerts",
        "k1 k2 k3",
        "Each hall_code has one hall. Flag all rows of any hall_code that has several.",
    ),
    ("concerts", "k1 k2 k3", "Flag all rows of any hall_code that occurs with several hall names."),
    (
        "concerts",
        "k1 k2 k3",
        "A hall_code has the same hall. Flag all rows of a hall_code that occurs with several "
        "halls.",
    ),
    (
        "concerts",
        "k1 k2",
        "Flag all rows of any hall_code that occurs with several halls (rows with a blank hall do "
        "not count).",
    ),
    ("readings", "r3", "Flag readings where level exceeded 11."),
    ("readings", "r1 r3", "Flag readings with a level lying outside 6 to 11."),
    ("readings", "r3 r4", "Flag readings with a ware not starting with x."),
    ("readings", "r3", "level should keep below 12."),
    ("readings", "r3 r4", "ware ought to read x."),
    ("readings", "0", "The ware found most often among the readings must be x."),
    ("readings", "1", "More readings have ware y than any other ware."),
    (
        "stays",
        "s2",
        "Within one patient, stays (from_date to to_date) must not overlap; a stay that starts "
        "before the previous one has ended is flagged; starting on the day the previous ends is "
        "fine.",
    ),
    ("stays", "s1 s2", "No two stays of a patient may overlap (from_date to to_date)."),
    ("stays", "s1 s2", "Do any two stays of one patient overlap between from_date and to_date?"),
    ("weighings", "w11", "No weight may have an absolute z-score above 3."),
    (
        "weighings",
        "w11",
        "Flag weighings whose weight is 2.5 or more sample standard deviations above the mean.",
    ),
    (
        "weighings",
        "",
        "Flag weighings whose weight is 2.5 or more sample standard deviations below the mean.",
    ),
    (
        "weighings",
        "w11",
        "weight may not be higher than its mean by 2.5 standard deviations or more.",
    ),
    (
        "weighings",
        "0",
        "The 25th percentile of weight must be at least 50 and the 75th percentile at most 60.",
    ),
    (
        "weighings",
        "1",
        "weight has a lower quartile (25th percentile) of 51 or more and an upper quartile of 60 "
        "or less.",
    ),
    (
        "parts",
        "p2 p3 p4",
        "Each part has a due. Entries n/a and - are placeholders for a missing one and must be "
        "flagged.",
    ),
    ("parts", "p2 p3 p4", "due must be given; 'n/a' and '-' both mean missing."),
    (
        "parts",
        "p2",
        "ip belongs to one of the private IPv4 blocks 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    ),
    (
        "samples tests",
        "a4",
        "Samples with class safety must have at least one test (by accession_no).",
    ),
]
DECLINED = [
    ("stays", "No two stays may have the same p. Flag only repeats."),
    ("readings", "level must be below 20; the later row is flagged."),
    ("readings", "level must not rise by more than 5 from one row to the next, either way."),
    ("readings", "ware must not contain special characters"),
    ("readings", "level must be below 20. The first row is exempt."),
    ("readings", "In file order, level must be below 20."),
    ("stays", "Stays of p must not overlap."),
    ("weighings", "weight must be below 100 (sample standard deviation)."),
    ("readings", "More readings of loco A have ware y than any other ware."),
    ("samples tests", "Samples with class safety must have at least one test."),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("seen"), TABLES)


@pytest.mark.parametrize(("names", "flagged", "sentence"), READ, ids=[one[2] for one in READ])
def test_the_rows_are_those_that_are_asked_for(
    tables: Tables, names: str, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("names", "sentence"), DECLINED, ids=[one[1] for one in DECLINED])
def test_what_is_not_clear_is_declined(tables: Tables, names: str, sentence: str) -> None:
    assert tables.answer(sentence, *names.split(), tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
