"""Values among those of another table, counts side by side, what rows share with an owner."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "firings": (
        ("firing", "kiln_id", "glaze", "fired_on", "bill", "settled", "potter"),
        ("f1", "K1", "ash", "2024-01-02", 40, "yes", "Ida"),
        ("f2", "K1", "ash", "2024-02-02", 55, "no", "Odd"),
        ("f3", "K2", "salt", "2024-03-02", 70, "yes", "Ida"),
        ("f4", "K3", "iron", "2024-03-09", 15, "yes", "Sven"),
        ("f5", "K9", "salt", "2024-04-01", 25, "no", "Ulf"),
    ),
    "kilns": (
        ("kiln_id", "glaze", "keeper", "lining", "firing_count", "last_fired", "closed_on", "top"),
        ("K1", "ash", "Ida", "brick", 2, "2024-02-02", None, 55),
        ("K2", "salt", "Lars", "fibre", 1, "2024-03-02", "2024-05-01", 70),
        ("K3", "tin", "Sven", "brick", 2, "2024-03-08", "2024-02-01", 15),
        ("K4", "tin", "Nils", "fibre", 0, None, None, 0),
    ),
    "fees": (("fee_no", "sort", "sum"), ("n1", "a", 30), ("n2", "b", 5)),
    "sorts": (("sort", "sums"), ("a", 3), ("b", 40)),
}  # fmt: skip

FLAGGED = {
    "firings kilns": [
        ("among", "f1 f3 f4", [
            "Flag firings whose potter is also a keeper in kilns.",
            "Show me firings with a potter that appears as a keeper in the kilns table.",
            "No potter in firings may be listed as a keeper in kilns.",
            "The potter of each firing must differ from every keeper in kilns.",
            "Every potter in firings must be absent from keeper in kilns.",
            "If a potter is a keeper in kilns, it must not be used in firings.",
            "Is any potter in firings listed under keeper in kilns? It must not be.",
            "The potter of a firing is never one of the keepers in kilns.",
        ]),
        ("not-among", "f2 f5", [
            "Flag firings whose potter is not a keeper in kilns.",
            "The potter of every firing must be among the keepers in kilns.",
        ]),
        ("unknown", "f5", [
            "Show me firings with settled no and a kiln_id missing from kilns.",
            "Show me firings with settled = no and a kiln_id not found in kilns.",
            "Only firings with settled no need to be checked. Their kiln_id must exist in kilns.",
        ]),
        ("shared", "f4", [
            "The glaze must be the same in firings and kilns.",
            "The glaze must not differ between firings and kilns.",
            "Flag firings with another glaze than their kiln has.",
            "Are there firings with a different glaze than their kiln has? There must be none.",
            "Firings must have the same glaze as their kiln.",
            "Show me firings where the glaze doesn't match the kiln's glaze.",
        ]),
        ("same-wrong", "f1 f2 f3", ["Flag firings with the same glaze as their kiln."]),
        ("asked", "f4", [
            "Is the bill under 20 for any firing whose kiln has the lining 'brick'? "
            "It must not be.",
        ]),
        ("only-if", "f4", [
            "fired_on must lie before the kiln's closed_on. "
            "This only applies if closed_on is filled in.",
            "The bill must be at least 20. This applies only if the kiln's lining is 'brick'.",
        ]),
        ("counted", "1", [
            "There must be as many different glazes in firings as there are rows in kilns.",
            "firings must have exactly as many different glazes as kilns has rows.",
            "The number of unique glazes in firings must equal the row count of the kilns table.",
            "Does the number of unique glazes in firings differ from the row count of kilns? "
            "It must not.",
            "The kilns table should have the same number of rows "
            "as there are different glazes in firings.",
            "If you count each glaze in firings only once, "
            "the total must be equal to the number of rows in kilns.",
        ]),
        ("not-more", "0", [
            "There must not be more different glazes in firings than rows in kilns.",
            "The number of rows in kilns must match the number of distinct kiln_ids in firings.",
        ]),
    ],
    "kilns firings": [
        ("none", "K4", [
            "It should never happen that a kiln has no firings.",
            "Show me the kilns that don't have a single firing.",
            "For every row in kilns, there has to be at least one row in firings "
            "with the same kiln_id.",
        ]),
        ("limited", "K1", [
            "Kilns are limited to a maximum of 1 firing each.",
            "Kilns must be limited to 1 firing.",
        ]),
        ("count-kept", "K3", [
            "Flag kilns whose firing_count differs from the actual number of firings they have.",
            "Flag kilns whose firing_count is not equal to their number of firings.",
            "Make sure that firing_count equals how many firings the kiln has in firings.",
            "If we count the firings per kiln, we should get exactly the firing_count in kilns.",
            "firing_count in kilns must equal the number of firings of that kiln in firings.",
        ]),
        ("last-kept", "K3", [
            "The last_fired of each kiln must be the date of its latest fired_on in firings.",
            "last_fired must not differ from the latest fired_on recorded for the kiln in firings.",
            "The latest fired_on per kiln in firings has to be equal to last_fired in kilns.",
            "last_fired must be the most recent fired_on that the kiln has in the firings table.",
        ]),
        ("top-kept", "", ["top must be the highest bill recorded for the kiln in firings."]),
    ],
}  # fmt: skip

DECLINED = [
    ("firings kilns", "The potter must not differ from every keeper in kilns."),
    ("firings kilns", "Flag firings whose potter matches a keeper in kilns."),
    ("firings kilns", "If a potter is not a keeper in kilns, it must not be used in firings."),
    ("firings kilns", "The glaze must not be the same in firings and kilns."),
    ("firings kilns", "The kiln_id must be the same in firings and kilns."),
    ("firings kilns", "The glazes must be the same in firings and kilns."),
    ("firings kilns", "The lining must be the same in firings and kilns."),
    ("firings kilns", "The number of different glazes must equal the number of rows in kilns."),
    ("firings kilns", "firings must have as many different linings as kilns has rows."),
    ("kilns firings", "It must never happen that every kiln has firings."),
    ("kilns firings", "Kilns are not limited to 2 firings."),
    ("kilns firings", "Kilns are limited to 2 firings per glaze."),
    ("kilns firings", "top must be the most recent bill recorded for the kiln in firings."),
    ("kilns firings", "Flag kilns whose top is not the latest bill of their firings."),
    ("fees sorts", "The sum of a fee must be at least 20."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
