"""Phrases for rows that we have on file, and for rows whose owner never gave us any."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, not_

phrase = Phrases()

phrase.words(
    "_in_our_books",
    "on file | on record | on our books | on the books | in our books | in our files | in our records | in our "
    "system | in our database | in our registers",
)


@phrase("noun", "<noun> _in_our_books", cost=0.1)
def on_file(found: RowSet) -> RowSet | None:
    """Clients on file: those that the table has."""
    return found if found.table and found.where is None else None


# What nobody gave us ----------------------------------------------------------------------------

phrase.words(
    "_gave",
    "gave | given | give | gives | sent | send | sends | brought | made | placed | offered | awarded | handed | "
    "submitted | provided | supplied",
)
phrase.words("_not_even_one", "a | an | any | a single | one single | even one | even a single")


@phrase(
    "rowvp",
    "[(have|has|had)] never [yet] _gave us [_not_even_one] <rows> [_until_now]",
    "(have|has|had) (not|yet to) [yet|ever] _gave us [_not_even_one] <rows> [_until_now]",
    "(do|does|did) not [yet|ever] _gave us [_not_even_one] <rows> [_until_now]",
    "_did_nothing <rows> (with|to|from) us [_until_now]",
    cost=0.05,
)
def never_gave_us(found: RowSet) -> Predicate | None:
    """Who never gave us a job: there is none of theirs."""
    is_plain = bool(found.table) and found.where is None and not found.each
    return not_(exists(found)) if is_plain else None


@phrase(
    "rowvp",
    "[(have|has|had)] _gave us [at least] (a|an|one|some|any) <rows> [_until_now]",
    cost=0.1,
)
def gave_us(found: RowSet) -> Predicate | None:
    """Must have given us an order: there is one of theirs."""
    is_plain = bool(found.table) and found.where is None and not found.each
    return exists(found) if is_plain else None


phrase.words(
    "_did_nothing",
    "[(have|has|had)] never [yet|ever] (placed|made|booked|bought|ordered) [_not_even_one] | (have|has|had) not "
    "[yet|ever] (placed|made|booked|bought|ordered) [_not_even_one]",
)
phrase.words("_until_now", "yet | so far | until now | up to now | to date | as yet")
