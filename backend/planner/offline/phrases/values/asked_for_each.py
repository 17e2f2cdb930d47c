"""Phrases that ask whether each row has something, and that put what it has first: is there a name for every guest?"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words("_for_all_of", "(for|in|on|with|of) (every|each|every single)")
phrase.words(
    "_there_for",
    "given | entered | recorded | noted | filled in | on file | stored | known | present",
)


@phrase(
    "stmt",
    "(is|has) there [been] (a|an) <cell> [_there_for] _for_all_of <noun> [?]",
    "(is|has) (a|an) <cell> [been] _there_for _for_all_of <noun> [?]",
    "there _must be (a|an) <cell> _for_all_of <noun>",
    "(a|an) <cell> _must be _there_for _for_all_of <noun>",
    cost=0.05,
)
def there_for_each(of: Value, rows: RowSet) -> Statement | None:
    """Is there a name for every guest?"""
    if not isinstance(of, Cell):
        return None
    return rule(not_(Missing(of=of)), rows.table, rows.where, of)


@phrase(
    "stmt",
    "(is|has) there [been] (a|an) <cell> [_there_for] (for|in|on) (every|each) _row [?]",
    cost=0.05,
)
def there_in_each(of: Value) -> Statement | None:
    """Is there a name in every row?"""
    return rule(not_(Missing(of=of)), subject=of) if isinstance(of, Cell) else None
