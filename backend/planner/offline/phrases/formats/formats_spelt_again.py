"""Phrases for named formats whose signs are told as well: an MD5 hash, 32 hexadecimal digits.

What is told besides must hold too, so that it never loosens the format. Values of a column that are
of no such format are told by its name: flag invalid URLs in homepage.
"""

from __future__ import annotations

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import named_format
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]

_OF_SO_MANY_SIGNS = frozenset({
    "md5", "sha1", "sha256", "sha512", "crc32", "uuid", "ulid", "hex", "iban", "isbn", "isbn_10",
    "isbn_13", "issn", "ean", "ean_8", "ean_13", "imei", "lei", "mac", "vin", "bic", "isin", "ssn",
    "us_zip", "orcid",
})  # fmt: skip
"""Formats whose signs are counted when they are described."""

phrase.words(
    "_told_plainly",
    "i.e. | that is | meaning | so | in other words | that means | this means | which means | namely",
)


@phrase(
    "adj",
    "[_valid|full|complete] <format> (:|,|;|-|–|—) [_told_plainly] [,] <pieces>",
    r"[_valid|full|complete] <format> \( [_told_plainly] [,] <pieces> \)",
    cost=-0.9,
)
def spelt_again(name: str, pieces: Pieces) -> Predicate | None:
    """An MD5 hash: 32 hexadecimal digits."""
    told = described(pieces) if name in _OF_SO_MANY_SIGNS else None
    return None if told is None else all_of(named_format(name), told)


phrase.words(
    "_of_no_format",
    "invalid | malformed | unknown | wrong | ill-formed | broken | incorrect | non-existing | non-existent | nonexistent | "
    "impossible | faulty | made-up",
)


@phrase(
    "stmt", "_flag [all|any|every] _of_no_format <format> [values] (in|under|from) <cell>", cost=0.0
)
@phrase("stmt", "no _of_no_format <format> [values] (in|under) <cell>", cost=0.05)
@phrase(
    "stmt",
    "(is|are) there [any|an|a] _of_no_format <format> [values] (in|under) <cell> [?]",
    cost=0.05,
)
def none_of_no_format(name: str, of: Value) -> Statement:
    """Flag invalid URLs in homepage."""
    return rule(about(named_format(name), of), subject=of)
