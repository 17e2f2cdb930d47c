"""Phrases for keys that another table knows: the code of every test is one that our species list knows."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_one_that",
    "one | one that | one which | a value that | something that | one of those that | one of those which",
)
phrase.words(
    "_our_list_of_them",
    "list | table | register | file | sheet | catalogue | catalog | index | master list | master file",
)
phrase.words(
    "_has_got",
    "knows | know | has | have | holds | hold | contains | contain | lists | list | includes | include | recognises | "
    "recognizes | also has | also knows",
)


@phrase(
    "stmt",
    "[_each] <cell> (_must be|is|are) _one_that <table> [_our_list_of_them] _has_got",
    "[_each] <cell> (of|in|on) _each <noun> (_must be|is|are) _one_that <table> [_our_list_of_them] _has_got",
    "[_each] <cell> (_must be|is|are) known to <table> [_our_list_of_them]",
    cost=0.0,
)
def known_to_list(of: Value, *parts: RowSet | str) -> Statement | None:
    """The species code of every accession is one that our species list knows."""
    *owners, table = parts
    owner = owners[0] if owners and isinstance(owners[0], RowSet) else RowSet()
    if not isinstance(table, str) or owner.where is not None or owner.table == table:
        return None
    told = refers(of, (RowSet(table=table), ""))
    return None if told is None else rule(told, owner.table, subject=of)
