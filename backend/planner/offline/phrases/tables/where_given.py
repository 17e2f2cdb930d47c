"""Phrases for keys that may be empty: optional, but where it is given it must exist in the list."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.tables.references import key_duty
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_may_lack_where",
    "(may|can) be (empty|blank|missing|null|left empty|left blank|absent) | (is|are) optional | (is|are) allowed to be (empty|blank|missing|null) | "
    "need not be (filled|given|there)",
)
phrase.words(
    "_but_once_given",
    "[but] (if|when|where|whenever|once|wherever) [it|one] [is|there is] (given|filled|present|set|there|filled in|provided|not empty|known|one) | otherwise | "
    "else | but otherwise | if not [,] [then] | if it is not | but if [it is] not",
)
phrase.words("_then_once_given", ", | , but | ; | . | but | and | , and | : | –")


@phrase(
    "stmt",
    "[_each] <cell> _may_lack_where [_then_once_given] _but_once_given [,] [then] it _must _exists_in <target>",
    "[_each] <cell> _may_lack_where [_then_once_given] _but_once_given [,] [then] it _must be (in <target>|<target>)",
    "[_each] <cell> _may_lack_where [_then_once_given] it _must _exists_in <target> _but_once_given",
    "(if|when|where|whenever) [_each|a|an|any] <cell> is (given|filled|present|set|there|filled in|provided|not empty) [,] [then] it _must _exists_in <target>",
    "(if|when|where|whenever) there is [a|an|any] <cell> [,] [then] it _must _exists_in <target>",
    cost=0.02,
)
def exists_where_given(*parts: Any) -> Statement | None:
    """department_id may be empty, but if given it must exist in departments."""
    of, wanted = parts
    return key_duty(of, wanted)
