"""Tables of a fair, a ledger, gauges, codes, trials and a crew, each with rows that go wrong."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows

BALLOTS: Rows = (
    ("ballot", "flavour", "jury_vote", "sweet"),
    ("v1", "mint", 1, 1),
    ("v2", "mint", 1, 5),
    ("v3", "lime", 2, 6),
    ("v4", None, None, 2),
    ("v5", "plum", 3, 3),
)
LEDGER: Rows = (
    ("entry", "gl_amount", "bank_amount", "memo_amount", "settled"),
    ("e1", 10.0, 10.0, "10", 0),
    ("e2", 20.0, 20.004, "20", 1),
    ("e3", 30.0, 33.5, "none", 1),
    ("e4", None, 40.0, "40", 1),
    ("e5", 50.0, 50.0, "51", 1),
)
HEATS: Rows = (
    ("heat", "judge_1", "judge_2", "judge_3", "part_share", "full_share"),
    ("h1", "Ann", "Bo", "Cy", 0.4, 0.6),
    ("h2", "Ann", "Ann", "Cy", 0.5, 0.4),
    ("h3", "Cy", "Bo", "Cy", 0.25, 0.75),
    ("h4", "Dee", None, "Bo", 0.1, 0.9),
)
GAUGES: Rows = (
    ("hour", "level", "counter", "stamp", "temp_c"),
    ("g1", 5, 0, "2024-01-01", 20),
    ("g2", 6, 3, "2024-01-02", 31),
    ("g3", 6, 6, "2024-01-03", 32),
    ("g4", 4, 10, "2024-01-02", 60),
    ("g5", 9, 13, "2024-01-05", 61),
)
CODES: Rows = (
    ("part", "code", "state", "tag", "paid_on", "raw"),
    ("c1", "tt1234567", "CA", "95%", "31/01/2024", '{"a": 1}'),
    ("c2", "tt12", "Ca", "7%", "2024-01-31", "[1, 2]"),
    ("c3", "xx1234567", "NYC", "%", "01/13/2024", "{a}"),
    ("c4", "tt7654321", "tx", "abc", "15/06/2023", None),
    ("c5", "tt0000001", None, "100%", None, '"x"'),
)
TRIALS: Rows = (
    ("trial", "plan_id", "valid_from", "valid_to", "grade"),
    ("t1", "p1", "2024-01-01", "2024-01-31", 1),
    ("t2", "p1", "2024-02-01", "2024-02-01", 1),
    ("t3", "p2", "2024-03-05", "2024-03-01", 2),
    ("t4", "p3", "2024-04-01", None, 2),
    ("t5", "p3", "2024-04-01", "2024-04-06", 3),
)
CREW: Rows = (
    ("sailor", "reports_to", "rank_no", "port", "gain", "email", "gp"),
    ("m1", None, 1, "Kiel", 0, "a@sea.org", "first"),
    ("m2", "m1", 2, "Kiel", 5, "b@sea.org", "second"),
    ("m3", "m3", 2, "Oslo", 0, "b@sea.org", "second"),
    ("m4", "m9", 3, "Oslo", 7, None, None),
)
CLIENTS: Rows = (
    ("client_id", "name", "rep_no", "limit_eur"),
    (1, "Ada", "s1", 100),
    (2, "Bea", "NULL", 0),
    (3, "Cleo", "s9", 50),
    (4, "Dora", "s2", 10),
)
STAFF: Rows = (
    ("staff_no", "job"),
    ("s1", "Rep"),
    ("s2", "Clerk"),
)
DEALS: Rows = (
    ("deal_id", "client_id", "town", "signed"),
    (11, 1, "Kiel", "2024-01-01"),
    (12, 1, "Kiel", "2024-01-01"),
    (13, 3, "Oslo", "2024-02-01"),
    (14, 7, "Rome", "2024-03-01"),
)
DEAL_LINES: Rows = (
    ("line_no", "deal_id", "item", "price"),
    (101, 11, "oil", 60),
    (102, 11, "oil", 70),
    (103, 12, "tar", 10),
    (104, 13, "tar", 5),
)
