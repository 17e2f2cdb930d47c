"""Verbs that speak of rows: each of the loans is a time that something is lent."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.words import deed, root, stem
from backend.rules.language.terms import Cell

_DONE = {
    "lend": "loan", "lent": "loan", "borrow": "loan", "sell": "sale", "sold": "sale",
    "reserv": "reservation", "rent": "rental", "buy": "purchase", "bought": "purchase",
    "pay": "payment", "paid": "payment", "deliver": "delivery", "ship": "shipment",
    "hire": "hire", "vote": "vote", "call": "call", "visit": "visit", "bill": "bill",
    "drawn": "draw", "thrown": "throw", "flown": "flight",
    "enrol": "enrolment", "refund": "refund", "treat": "treatment", "appoint": "appointment",
}  # fmt: skip
"""Roots of verbs whose rows are called by another noun."""
_LINES = frozenset({"detail", "line", "item", "position"})
"""Whose rows are one deed each, where the deeds have no table of their own."""
PERSONS = frozenset({
    "guest", "customer", "member", "user", "person", "patient", "employee", "student", "client",
    "passenger", "pupil", "visitor", "subscriber", "borrower", "reader", "driver", "player",
    "voter", "tenant", "renter", "hirer", "caller", "payer", "traveller", "buyer", "teacher",
    "doctor", "artist", "author", "citizen", "applicant",
})  # fmt: skip
_NOBODY = frozenset({"nobody", "no-one", "noone"})


def deed_leaves(word: str, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one table whose rows are what a verb does, and whom "nobody" is said of."""
    if word in _NOBODY:
        yield from _person(at, lexicon)
        return
    tables = [table for table, words in lexicon.table_stems.items() if is_done(word, words)]
    tables = tables or [
        table
        for table, words in lexicon.table_stems.items()
        if words[1:] and words[-1] in _LINES and is_done(word, words[:-1])
    ]
    if len(tables) == 1:
        yield Leaf("event", at, at + 1, tables[0], 0.3, f"rows of {tables[0]}")


def is_done(word: str, table: tuple[str, ...]) -> bool:
    """Whether a row of the table is one time of what the verb says."""
    if not table or len(word) < 3:
        return False
    if stem(word) == table[-1]:
        return word == table[-1]
    verb = root(word)
    noun = _DONE.get(verb) or _DONE.get(f"{verb}e") or _DONE.get(word)
    return noun == table[-1] or deed(root(table[-1])) == deed(verb)


def _person(at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column that tells whose a row is."""
    found = {named.column.name for named in lexicon.columns if PERSONS & set(named.stems)}
    ids = {named.column.name for named in lexicon.columns if set(named.stems[:1]) & PERSONS}
    told = found if len(found) == 1 else {name for name in ids if _is_bare(name, lexicon)}
    if len(told) == 1:
        (name,) = told
        yield Leaf("nobody", at, at + 1, Cell(table="", column=name), 0.3, f"column {name}")


def _is_bare(name: str, lexicon: Lexicon) -> bool:
    """guest_id, guest: no more than the noun, and that it is a key."""
    ends = ({"id"}, {"number"}, {"code"}, {"key"}, set[str]())
    told = next(named.stems for named in lexicon.columns if named.column.name == name)
    return set(told[1:]) in ends
