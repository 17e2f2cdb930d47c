"""Rules over several tables and over rows that a key leads to, run over a small harbour."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

CAPTAINS = (
    ("captain_id", "name", "country", "hired", "boss_id", "rank", "budget"),
    (1, "ann", "Norway", "2015-01-01", None, "senior", 100),
    (2, "bob", "Norway", "2014-06-01", 1, "junior", 10),
    (3, "cid", "Chile", "2018-01-01", 1, "junior", 0),
    (4, "dee", "Chile", "2019-01-01", 9, "senior", 50),
)
SHIPS = (
    ("ship_id", "captain_id", "flag_country", "built", "tons", "state"),
    ("s1", 1, "Norway", "2016-01-01", 40, "active"),
    ("s2", 1, "Chile", "2020-01-01", 20, "scrapped"),
    ("s3", 2, "Norway", "2013-01-01", 30, "active"),
    ("s4", 7, "Norway", "2021-01-01", 10, "active"),
    ("s5", None, "Chile", "2021-01-01", 5, "scrapped"),
)
CARGO = (
    ("cargo_id", "ship_id", "line_no", "quantity", "price"),
    ("c1", "s1", 1, 2, 10),
    ("c2", "s1", 2, 1, 20),
    ("c3", "s2", 1, 4, 5),
    ("c4", "s3", 1, 0, 9),
    ("c5", "s9", 3, 1, 1),
)
CLEARED = (
    ("ship_id", "line_no", "note"),
    ("s1", 1, "x"),
    ("s2", 1, "x"),
    ("s3", 2, "x"),
)
BANNED = (("captain_id", "reason"), (2, "fog"), (8, "fog"))
MEMOS = (("memo_id", "sender_captain_id", "receiver_captain_id"), ("m1", 1, 2), ("m2", 2, 3))
PORTS_A = (("code",), ("x",), ("y",), ("y",), ("z",))
PORTS_B = (("code",), ("y",), ("x",), ("z",), ("z",))
PORTS_C = (("code",), ("x",), ("q",))
TABLES = {
    "captains": CAPTAINS,
    "ships": SHIPS,
    "cargo": CARGO,
    "cleared": CLEARED,
    "banned": BANNED,
    "memos": MEMOS,
    "north": PORTS_A,
    "south": PORTS_B,
    "west": PORTS_C,
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """All tables on disk."""
    return Tables(tmp_path_factory.mktemp("harbour"), TABLES)


def of(tables: str, *cases: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Cases about the same tables."""
    return [(tables, sentence, flagged) for sentence, flagged in cases]


REFERENCES = [
    *of(
        "ships captains",
        ("Every captain_id in ships must exist in captains.", "s4"),
        ("Each ship must belong to an existing captain.", "s4"),
        ("Flag ships whose captain_id is missing from captains.", "s4"),
        ("Ships whose captain does not exist must be flagged.", "s4"),
        ("No ship may refer to an unknown captain.", "s4"),
        ("captain_id must be one of the known captains.", "s4"),
        ("Every ship must belong to a senior captain.", "s3 s4"),
        ("Ships of captains with country Norway must be active.", "s2"),
        ("Ships of junior captains must have tons above 35.", "s3"),
        ("Ships of captains whose country is Norway must have a built after 2015-01-01.", "s3"),
        ("The built of a ship must not be before the hired date of its captain.", "s3"),
        ("The flag_country of a ship must equal the country of its captain.", "s2"),
    ),
    *of(
        "ships banned",
        ("captain_id in ships must not appear in banned.", "s3"),
        ("captain_id must not be in banned.", "s3"),
        ("No captain_id may be in banned.", "s3"),
        ("Flag ships whose captain_id is in banned.", "s3"),
    ),
    *of(
        "captains ships",
        ("Every captain must have at least one ship.", "3 4"),
        ("Flag captains without any ship.", "3 4"),
        ("List captains that have no active ship.", "3 4"),
        ("Every junior captain must have at least one ship.", "3"),
        ("Every captain must have at least one active ship.", "3 4"),
        ("Every captain must have at least one ship with tons above 25.", "3 4"),
        ("Captains with rank junior must not have active ships.", "2"),
        ("No captain may have more than one ship.", "1"),
        ("A captain must not have more than 1 ship.", "1"),
        ("Each captain must have at most 1 active ship.", ""),
        ("Each captain must have exactly one ship.", "1 3 4"),
        ("Each captain_id must have at least one ship.", "3 4"),
        ("The number of ships of each captain must be between 1 and 2.", "3 4"),
        ("The number of ships per captain must be at most 1.", "1"),
        ("Each captain's number of ships must be at most 1.", "1"),
        ("The number of their ships must be at most 1.", "1"),
        ("The total tons of their ships must not exceed budget.", "2"),
        ("Captains with active ships must be senior.", "2"),
        ("Flag captains whose total tons of their ships is more than their budget.", "2"),
    ),
    *of(
        "ships cargo",
        ("Every active ship must have at least one cargo with quantity above 0.", "s3 s4"),
        ("The tons of each ship must equal the sum of quantity * price of its cargo.", "s3 s4 s5"),
        ("tons must be the sum of quantity * price over the cargo.", "s3 s4 s5"),
        (
            "Flag ships whose tons differ from the sum of quantity * price of their cargo by "
            "more than 5.",
            "s3 s4",
        ),
        ("Each ship's tons must be at least the sum of its cargo's price.", ""),
        ("The tons must be at most three times the sum of the price of its cargo.", "s2 s3 s4 s5"),
    ),
    *of(
        "cargo cleared",
        ("The pair (ship_id, line_no) must exist in cleared.", "c2 c4 c5"),
        ("The combination of ship_id and line_no must exist in cleared.", "c2 c4 c5"),
        ("ship_id and line_no together must exist in cleared.", "c2 c4 c5"),
        ("Flag rows where the pair of ship_id and line_no is missing from cleared.", "c2 c4 c5"),
        ("The combination of ship_id and line_no must not exist in cleared.", "c1 c3"),
    ),
    *of(
        "captains",
        ("boss_id must exist in captain_id.", "4"),
        ("Every boss_id must be an existing captain_id.", "4"),
        ("boss_id must refer to a captain.", "4"),
        ("boss_id must not equal captain_id.", ""),
        ("Flag captains hired before their boss.", "2"),
        ("Flag captains hired earlier than the person in boss_id.", "2"),
        ("No captain may be hired before their boss.", "2"),
        ("hired must be on or after the hired of their boss.", "2"),
        ("The budget must be at most the budget of their boss.", ""),
    ),
]
METRICS = [
    *of(
        "north south",
        ("north and south must have the same number of rows.", "0"),
        ("north must have as many rows as south.", "0"),
        ("The number of rows in north must equal the number of rows in south.", "0"),
        ("Each code occurs equally often in north and south.", "2"),
        (
            "Each code occurs equally often in north and south; if any code differs in count or is "
            "missing on one side the check fails.",
            "2",
        ),
        ("Each code must occur equally often in north and in south.", "2"),
        ("Each code must occur the same number of times in north and south.", "2"),
        ("The distinct codes in north and south must be the same.", "0"),
        ("north and south must contain the same codes.", "0"),
        ("Each code of north must exist in south and vice versa.", "0"),
    ),
    *of(
        "north west",
        ("north and west must contain the same codes.", "3"),
        ("The distinct codes in north must be the same as the distinct codes in west.", "3"),
        ("north and west must have the same number of rows.", "1"),
        ("There must be at least twice as many north as west.", "0"),
        ("north must have more rows than west.", "0"),
        ("north must have fewer rows than west.", "1"),
    ),
    *of(
        "ships captains",
        ("There must be more ships than captains.", "0"),
        ("There must be at least twice as many ships as captains.", "1"),
        ("There must be fewer captains than ships.", "0"),
        ("The number of ships must be at least as large as the number of captains.", "0"),
        ("The number of active ships must exceed the number of captains.", "1"),
    ),
]


@pytest.mark.parametrize(("tables", "sentence", "flagged"), [*REFERENCES, *METRICS])
def test_related_rows(harbour: Tables, tables: str, sentence: str, flagged: str) -> None:
    answer = harbour.answer(sentence, *tables.split())

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ("memos captains", "Every memo must have a captain."),  # the sender, or the receiver
        ("memos captains", "Memos of senior captains must be kept."),
        ("ships banned", "No ship may belong to a banned captain."),
        ("ships cargo", "The cargo of each ship must add up to its tons."),  # which column
        ("cargo cleared", "ship_id and line_no must exist in cleared."),  # each, or the pair
        ("captains ships", "Each captain must have ships and be valid."),
        ("captains", "Captains must be hired after the previous boss of their country."),
        ("ships captains", "The rank must have been valid at the time of built."),
        ("ships captains", "flag_country in ships must match country in captains."),
        ("captains ships", "The number of captains must be 4."),  # what of the ships
    ],
)
def test_what_is_not_clear_is_declined(harbour: Tables, tables: str, sentence: str) -> None:
    assert harbour.answer(sentence, *tables.split(), tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
