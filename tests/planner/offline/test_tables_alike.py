"""Rules about two tables that must agree, links within a table, balances, and headers."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

TABLES = {
    "planned": (
        ("emp_no", "hours", "team"), ("e1", 20, "sea"), ("e2", 10, "air"), ("e3", 8, "air"),
    ),
    "worked": (
        ("emp_no", "hours", "team"), ("e1", 20, "sea"), ("e2", 11, "air"), ("e4", 12, "air"),
    ),
    "crew": (
        ("crew_id", "chief_id", "pay", "ship", "entered_on"),
        ("c1", None, 200, "A", "2010-01-01"), ("c2", "c1", 100, "A", "2015-01-01"),
        ("c3", "c2", 120, "A", "2014-01-01"), ("c4", "c5", 90, "B", "2017-01-01"),
        ("c5", "c4", 95, "B", "2018-01-01"), ("c6", "c77", 60, "B", "2019-01-01"),
        ("c7", "c7", 60, "B", "2019-02-01"),
    ),
    "till": (
        ("slip", "desk", "day", "move", "cash"),
        ("t1", "a", "2024-01-01", 10, 10), ("t2", "a", "2024-01-02", -3, 7),
        ("t3", "a", "2024-01-03", 2, 10), ("t4", "b", "2024-01-01", 5, 5),
        ("t5", "b", "2024-01-09", 1, 6),
    ),
    "bare": (("bare_id", "fax", "Full Name"), (1, None, "x"), (2, None, "y")),
}  # fmt: skip
BOTH = "planned worked"
FLAGGED: dict[str, list[Group]] = {
    BOTH: [
        (
            "agree", "1",
            [
                "planned and worked must agree on hours for every emp_no.",
                "hours must be the same in planned and worked for each emp_no.",
                "For each emp_no, hours must be equal in planned and worked.",
                "planned and worked must not differ in hours by emp_no.",
                "planned and worked must have the same hours per emp_no.",
                "planned and worked must agree on hours and team for every emp_no.",
                "Reconcile hours between planned and worked by emp_no; ignore those "
                "missing on either side.",
            ],
        ),
        (
            "reconcile", "3",
            [
                "Reconcile hours of planned with worked by emp_no.",
                "Reconcile hours between planned and worked by emp_no and show what is "
                "missing on either side.",
                "Compare planned with worked by emp_no: hours must match.",
                "planned and worked must agree on hours for every emp_no; show what is "
                "missing on either side.",
            ],
        ),
        (
            "above", "e1 e2",
            ["hours of planned must be higher than hours of worked for every emp_no."],
        ),
        ("tolerance", "2", ["Reconcile hours of planned with worked by emp_no, give or take 1."]),
        (
            "identical", "4",
            [
                "planned must be identical to worked.",
                "planned and worked must contain the same rows.",
                "planned must be an exact copy of worked",
            ],
        ),
        (
            "same-header", "0",
            [
                "planned must have the same columns as worked.",
                "planned and worked must have the same columns, in the same order.",
                "planned and worked must have the same number of columns.",
            ],
        ),
        (
            "both-ways", "2",
            [
                "Each emp_no in planned must exist in worked and vice versa.",
                "planned and worked must have the same emp_no values.",
            ],
        ),
    ],
    "planned bare": [
        ("unlike-header", "6", ["planned must have the same columns as bare."]),
    ],
    "crew": [
        (
            "circles", "c4 c5 c7",
            [
                "There must be no cycles in chief_id.",
                "chief_id must not form any loops.",
                "Following chief_id upwards must never lead back to the same row.",
                "No crew may be its own ancestor via chief_id.",
                "chief_id links must be acyclic.",
            ],
        ),
        (
            "own", "c7",
            [
                "Nobody may be their own chief_id.",
                "No crew may be its own chief_id.",
                "chief_id must not refer to itself.",
            ],
        ),
        (
            "known", "c6",
            [
                "chief_id has to occur as crew_id.",
                "Each chief_id must appear among the crew_id values.",
            ],
        ),
        (
            "known-and-another", "c6 c7",
            ["Every chief_id must be the crew_id of another crew."],
        ),
        (
            "than-chief", "c3 c5",
            [
                "No crew may earn more pay than their chief_id.",
                "The pay of a crew must not exceed the pay of their chief_id.",
            ],
        ),
    ],
    "till": [
        (
            "running", "t3",
            [
                "Within each desk, ordered by day, cash must be the running total of move.",
                "Per desk, cash must equal the cumulative sum of move, ordered by day.",
                "cash must be the running total of move per desk by day",
                "For each desk, sorted by day: cash must be the sum of move so far.",
            ],
        ),
    ],
    "bare": [
        (
            "empty-column", "1",
            [
                "No column may be entirely empty.",
                "Every column must have at least one value.",
                "There must be no completely empty columns.",
            ],
        ),
    ],
}  # fmt: skip
DECLINED = [
    (BOTH, "planned and worked must not be identical."),
    (BOTH, "hours must differ between planned and worked for each emp_no."),
    (BOTH, "At least 90% of the hours must agree between planned and worked."),
    (BOTH, "planned and worked must agree on pay for every emp_no."),
    (BOTH, "planned and worked must agree on hours for every team."),
    (BOTH, "planned and worked must roughly agree on hours for every emp_no."),
    (BOTH, "Reconcile hours of planned with worked."),
    (BOTH, "Reconcile planned."),
    (BOTH, "planned must be similar to worked."),
    (BOTH, "planned must have other columns than worked."),
    ("planned bare", "planned must be identical to bare."),
    ("crew", "There must be no cycles in pay."),
    ("crew", "There must be no cycles."),
    ("crew", "There must be a cycle in chief_id."),
    ("crew", "chief_id must lead to c1."),
    ("crew", "Every crew must earn more pay than the others."),
    ("crew", "No crew may earn more pay than any chief_id."),
    ("till", "cash must be the running total of move"),
    ("till", "cash must be the running total of cash per desk"),
    ("till", "cash must be the running average of move per desk by day"),
    ("till", "Within each desk, cash must be at least the running total of move."),
    ("bare", "Most columns must have a value."),
    ("bare", "No column may be mostly empty."),
]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    """The tables of each check on disk."""
    wanted = {*FLAGGED, *(tables for tables, _ in DECLINED)}
    return {
        names: Tables(tmp_path_factory.mktemp("harbour"), {n: TABLES[n] for n in names.split()})
        for names in wanted
    }


CASES = [
    pytest.param(names, *case.values, id=f"{names.replace(' ', '-')}-{case.id}")
    for names, groups in FLAGGED.items()
    for case in each(groups)
]


@pytest.mark.parametrize(("names", "sentence", "flagged"), CASES)
def test_tables_that_must_agree(
    harbour: dict[str, Tables], names: str, sentence: str, flagged: str
) -> None:
    answer = harbour[names].answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_what_is_not_clear_is_declined(
    harbour: dict[str, Tables], names: str, sentence: str
) -> None:
    assert harbour[names].answer(sentence, *names.split(), tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
