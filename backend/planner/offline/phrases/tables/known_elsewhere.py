"""Phrases for values that another table knows, in every frame that takes a condition."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

Target = tuple[RowSet, str]

phrase.words(
    "_is_no_part_of",
    "(do|does) not (exist|appear|occur) in | (is|are) not (known|found|listed|present|contained) in | "
    "(is|are) missing (from|in) | (is|are) unknown (in|to) | cannot be found in | (is|are) not among | (fail|"
    "fails) to exist in",
)


@phrase("feature", "<cell> (that|which) _exists_in <target>", cost=-0.02)
def value_known(of: Value, found: Target) -> Predicate | None:
    """Parcels must have a sender that exists in senders."""
    return refers(of, found)


@phrase("feature", "<cell> (that|which) _is_no_part_of <target>", cost=-0.02)
def value_unknown(of: Value, found: Target) -> Predicate | None:
    """No parcel may have a sender that does not exist in senders."""
    told = refers(of, found)
    return None if told is None else not_(told)


@phrase(
    "stmt",
    "_wish [_each] <cell> to [always] _exists_in <target>",
    "_every_one <cell> _must _exists_in <target>",
    "(do|does) _every_one <cell> _exists_in <target> [?]",
    "(do|does) [the] <cell> always _exists_in <target> [?]",
    "(is|are) _every_one <cell> (in|known in|found in|present in|listed in|contained in) <target> [?]",
)
def must_be_known(of: Value, found: Target) -> Statement | None:
    """We want the sender to exist in senders."""
    told = refers(of, found)
    return None if told is None else rule(told, subject=of)


@phrase(
    "stmt",
    "any <cell> [values] (that|which) _is_no_part_of <target> [?]",
    "(is|are) there [any|a|an] <cell> [values] (that|which) _is_no_part_of <target> [?]",
    "(do we have|did we get) [any|a|an] <cell> [values] (that|which) _is_no_part_of <target> [?]",
    "[a|an|any] <cell> (that|which) _is_no_part_of <target> _be _wrong",
    "_flag [_each] <cell> (that|which) _is_no_part_of <target>",
)
def must_not_be_unknown(of: Value, found: Target) -> Statement | None:
    """A sender that does not exist in senders is an error."""
    return must_be_known(of, found)


@phrase(
    "target",
    "(list|table|file|register|catalogue|catalog|set|directory|master data) of [our|all] <rows>",
)
def list_of_rows(found: RowSet) -> Target | None:
    """In the list of workers: the key of the table, found from the schema."""
    return (found, "") if found.table else None
