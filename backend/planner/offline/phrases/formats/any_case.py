"""Remarks on case, and on the parts of a comparison that are empty."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

# Case -------------------------------------------------------------------------------------------

phrase.words(
    "_is_ok_too",
    "are both fine | are both allowed | are both ok | are both accepted | both count | are both possible | may be mixed | may occur | both pass | are both valid | are both all right | are all fine",
)
phrase.words(
    "_ok_as_well",
    "(are|is) [also] (fine|ok|okay|allowed|accepted|all right|alright|valid|acceptable|permitted) [too|as well|also] | "
    "(will|would) do [too|as well] | count [too|as well] | do [too|as well]",
)
phrase.words(
    "_big_and_small",
    "(capital|upper-case|uppercase|upper case|big) and (small|lower-case|lowercase|lower case) letters | (small|lower-case|lowercase|lower case) and (capital|upper-case|uppercase|upper case|big) letters | capitals and small letters | both cases | upper and lower case",
)


@phrase(
    "remark",
    "[both] _big_and_small _is_ok_too",
    "_big_and_small alike",
    "(small|lower-case|lowercase|lower case|capital|upper-case|upper case) letters _ok_as_well",
    "(capitals|lower case|upper case|lowercase) _ok_as_well",
    "(small|lower-case|lower case|capital|upper-case|upper case) letters (may|can) be used (too|as well|instead)",
    "in (either|any|whatever) case",
    "(either|any) case [is|will] (fine|ok|allowed|do|accepted)",
    "(capital|upper case|upper-case) or (small|lower case|lower-case) letters [do not matter|are both fine|both fine]",
    cost=0.02,
)
def any_case() -> Modifier:
    """Capital and small letters are both fine."""
    return remark("ignore-case")


# Empty parts ------------------------------------------------------------------------------------

phrase.words(
    "_leave_aside",
    "leave aside | leave out | leave | skip | ignore | set aside | pass over | disregard | do not count | except | leaving aside | leaving out | skipping | ignoring | not counting",
)
phrase.words(
    "_those_rows",
    "those | rows | the rows | ones | the ones | all rows | all those | any row | cases | those rows",
)
phrase.words("_a_part", "one | any | either | some | at least one | one or more")
phrase.words(
    "_its_parts",
    "them | these | the parts | parts | its parts | the values | the columns | these columns | these values | their parts | the two | the three | the four | the figures | the amounts | the numbers",
)


@phrase(
    "remark",
    "_leave_aside _those_rows (where|in which|of which|for which) _a_part of [its|these] [<number>] _its_parts (is|are) (empty|missing|blank|unknown) [out]",
    "_leave_aside <noun> (where|in which|of which|for which) _a_part of [its|these] [<number>] _its_parts (is|are) (empty|missing|blank|unknown) [out]",
    "_leave_aside _those_rows (with|having) _a_part of [its|these] [<number>] _its_parts (empty|missing|blank)",
    "(where|if|when) _a_part of [its|these] [<number>] _its_parts is (empty|missing|blank) [,] [there is] nothing (to compare|is compared|to check|is checked)",
    cost=0.02,
)
def parts_may_lack(*told: object) -> Modifier | None:
    """Leave aside those where one of the three parts is empty."""
    rows = [part for part in told if isinstance(part, RowSet)]
    return None if any(part.where is not None for part in rows) else remark("empty-fine")
