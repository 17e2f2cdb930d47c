"""Phrases for values that must be spelled alike wherever they are the same but for their case.

A brand is written with the same capitals everywhere; no two towns differ only in case; flag every
row of a colour that occurs in several capitalisations. Blanks around a value may be told as well.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()


class Folded(NamedTuple):
    """What does not count when two spellings are taken for one value."""

    case: bool = False
    blanks: bool = False


phrase.widen(
    "_put_down",
    "written | spelled | spelt | entered | typed | put | put down | recorded | capitalised | capitalized | noted | stored | "
    "given | used | found | listed",
)
phrase.words("_crop_up", "occur | occurs | appear | appears | exist | exists | come up | comes up | turn up | turns up | "
    "is there | are there | come | comes | stand | stands")  # fmt: skip
phrase.words(
    "_in_all_rows",
    "everywhere | throughout | always | (in|across|over) (all|every) _row | each time | every time | in the whole (table|file|"
    "column) | throughout the (table|file|column) | all over the (table|file) | wherever it (occurs|appears) | consistently",
)
phrase.words(
    "_this_very_spelling",
    "(the same|one and the same|one|each|every|any|a|an|any one|any given|a given)",
)
phrase.words("_each_one", "the same | one and the same | each | every | any given | any one")
phrase.words(
    "_more_ways",
    "(several|different|various|differing|two or more|more than one|multiple|two|other|varying|unlike)",
)
phrase.words(
    "_ways_written",
    "(spellings|spelling|ways|way|forms|form|versions|version|variants|variant|ways of writing|ways of spelling)",
)
phrase.words(
    "_just_in", "(only|just|merely|solely|in nothing but|by nothing but) [in|by] | in nothing but"
)

# What does not count ----------------------------------------------------------------------------


@phrase("folded", "_the_case", "[their|the] (capitals|casing|letter case|capital letters)")
def case_alone() -> Folded:
    """Upper and lower case."""
    return Folded(case=True)


@phrase("folded", "<outer_blanks>")
def blanks_alone(_: object) -> Folded:
    """Leading or trailing spaces."""
    return Folded(blanks=True)


@phrase("folded_both", "<folded> (and|or|and in|or in|and/or) <folded>", cost=0.02)
def both_of_them(one: Folded, other: Folded) -> Folded | None:
    """Case or outer blanks."""
    return None if one == other else Folded(case=True, blanks=True)


@phrase("folded_all", "<folded>", "<folded_both>")
def folded_all(found: Folded) -> Folded:
    """What does not count."""
    return found


# Several spellings ------------------------------------------------------------------------------


@phrase(
    "ways_apart",
    "_more_ways _ways_written [,] [that|which] (differ|differs|differing) _just_in <folded_all>",
    "_more_ways _ways_written [,] (different|unlike) _just_in <folded_all>",
    r"_more_ways _ways_written [,|\(] (apart|differing) only (by|in) <folded_all> [\)]",
)
@phrase("ways_apart", "_more_ways _ways_written (of|as regards|as to|with regard to) <folded_all>")
def ways_apart(found: Folded) -> Folded:
    """Several spellings that differ only in case."""
    return found


@phrase(
    "ways_apart",
    "_more_ways (capitalisations|capitalisation|capitalizations|capitalization|casings|casing|letter cases)",
    "_more_ways _case_pair",
)
@phrase(
    "ways_with",
    "_more_ways (capitals|capital letters|capitalisation|capitalization|casing|letter case|use of capitals|_case_pair)",
)
def ways_of_case() -> Folded:
    """Several capitalisations."""
    return Folded(case=True)


@phrase(
    "ways_apart",
    r"_more_ways _ways_written [,|\(] _as_shown <shown_one> and <shown_one> [\)]",
    r"_more_ways _ways_written [,|\(] _as_shown <shown_one> (,|/|or|versus|vs) <shown_one> [\)]",
)
def ways_shown(one: str, other: str) -> Folded | None:
    """Several ways, such as red and Red: what they do not share is what is meant."""
    if one == other or one.strip().lower() != other.strip().lower():
        return None
    return Folded(
        case=one.strip() != other.strip(), blanks=one.strip().lower() in (one.lower(), other.lower())
        and one.lower() != other.lower(),
    )  # fmt: skip


phrase.words("_as_shown", "such as | like | for example | for instance | e.g. | as in | say")

# One spelling -----------------------------------------------------------------------------------


@phrase(
    "one_spelling",
    "with the same (_case_pair|capitals|capital letters|_case_pair letters)",
    "in the same (_case_pair|capitals|capital letters)",
)
def same_letters() -> Folded:
    """With the same capital and small letters."""
    return Folded(case=True)


@phrase(
    "one_case",
    "(with|in|using) (the same|one|a single|one and the same|just one|only one) (capitalisation|capitalization|letter case|"
    "casing|case|use of capitals) [only]",
    "(capitalised|capitalized|cased) (the same [way]|alike|in the same way|in one way [only])",
)
@phrase(
    "one_case_held",
    "(the same|one|a single|one and the same|just one|only one) (capitalisation|capitalization|letter case|casing|use of capitals)",
)
def one_case() -> Folded:
    """In one capitalisation: of each value for itself, so each must be spoken of."""
    return Folded(case=True)


# Rules ------------------------------------------------------------------------------------------


def _alike(of: Value, found: Folded, rows: RowSet | None = None) -> Statement | None:
    if not isinstance(of, Cell) or (
        rows is not None and rows.table not in ("", of.table or rows.table)
    ):
        return None
    rule = InconsistentValues(
        table=of.table or (rows.table if rows else ""), key=(of.column,), values=(of.column,), ignore_case=found.case,
        trim=found.blanks, where=None if rows is None else rows.where,
    )  # fmt: skip
    return Statement(rule=rule, subject=of)


@phrase(
    "stmt",
    "[_this_very_spelling] <cell> _must [_in_all_rows] be [_in_all_rows] [_put_down] <one_spelling> [_in_all_rows]",
)
@phrase(
    "stmt",
    "[_this_very_spelling] <cell> (is|are) [_in_all_rows] [_put_down] <one_spelling> [_in_all_rows]",
    cost=0.1,
)
@phrase(
    "stmt",
    "_each_one <cell> _must [_in_all_rows] be [_in_all_rows] [_put_down] <one_case> [_in_all_rows]",
)
@phrase(
    "stmt",
    "_each_one <cell> _must [_in_all_rows] (have|use|keep|show|come in|be in) <one_case_held> [_in_all_rows]",
    cost=0.02,
)
def spelled_alike(of: Value, found: Folded) -> Statement | None:
    """A colour must be spelled with the same capital and small letters everywhere."""
    return _alike(of, found)


@phrase(
    "stmt",
    "(no|no two) [different] <cell> [names|values|entries] _may differ _just_in <folded_all>",
)
@phrase(
    "stmt",
    "[two] <cell> [names|values|entries] _must_not differ [from (each other|one another)] _just_in <folded_all> [from (each other|one another)]",
)
@phrase("stmt", "no <cell> _may _crop_up [in|with] (<ways_apart>|<ways_with>)")
@phrase("stmt", "no <cell> _may be _put_down (in|with|under) (<ways_apart>|<ways_with>)")
@phrase(
    "stmt",
    "[_this_very_spelling] <cell> _must_not be _put_down (in|with|under) (<ways_apart>|<ways_with>)",
)
@phrase(
    "stmt",
    "[_this_very_spelling] <cell> _must_not _crop_up (in|with|under) (<ways_apart>|<ways_with>)",
)
@phrase("stmt", "[_this_very_spelling] <cell> _must_not (have|be there in) <ways_apart>")
@phrase(
    "stmt",
    "(is|are|was|were) [there] [_this_very_spelling] <cell> [that (is|are)] [also] _put_down (in|with|under) (<ways_apart>|<ways_with>) [?]",
)
@phrase(
    "stmt",
    "(does|do) [_this_very_spelling] <cell> _crop_up (in|with|under) (<ways_apart>|<ways_with>) [?]",
)
@phrase(
    "stmt",
    "(do|does|are there) [any] [two] <cell> [that] (differ|differs) _just_in <folded_all> [?]",
)
def not_spelled_apart(of: Value, found: Folded) -> Statement | None:
    """No two towns may differ only in case."""
    return _alike(of, found)


phrase.words("_rows_of_it", "(of|with|for|in) [(any|each|every|those|all|a|an|such)]")


@phrase(
    "spelled_so",
    "[that|which] (is|are|was|were) [also] _put_down (in|with|under) (<ways_apart>|<ways_with>)",
)
@phrase("spelled_so", "_put_down (in|with|under) (<ways_apart>|<ways_with>)")
@phrase("spelled_so", "[that|which] _crop_up (in|with|under) (<ways_apart>|<ways_with>)")
@phrase("spelled_so", "(that have|which have|that has|which has|with|having) <ways_apart>")
def spelled_so(found: Folded) -> Folded:
    """That occurs in several capitalisations."""
    return found


@phrase("stmt", "_flag [_all_the] <cell> <spelled_so>", cost=0.02)
def flag_spellings(of: Value, found: Folded) -> Statement | None:
    """Flag colours that appear in more than one capitalisation."""
    return _alike(of, found)


@phrase("stmt", "_flag [_all_the] <noun> _rows_of_it <cell> <spelled_so>")
@phrase(
    "stmt",
    "_flag [_all_the] <noun> whose <cell> <spelled_so> [in other _row|elsewhere|somewhere]",
    cost=0.02,
)
@phrase(
    "stmt",
    "_flag [_all_the] <noun> whose <cell> differs from (another|another one|that of another _row|another <cell>) _just_in <folded_all>",
)
@phrase("stmt", "no two <noun> _may have <cell> that differ _just_in <folded_all>")
def flag_rows_of_spellings(rows: RowSet, of: Value, *found: object) -> Statement | None:
    """Flag all parcels of a sender that occurs in several spellings differing only in case."""
    *again, folded = found
    is_plain = rows.where is None and not rows.each and all(each == of for each in again)
    return _alike(of, folded, rows) if is_plain and isinstance(folded, Folded) else None


# Second sentences -------------------------------------------------------------------------------


phrase.words(
    "_spelt_or_treated",
    "written | spelled | spelt | abbreviated | shortened | named | called | coded | labelled | labeled | classified | translated | "
    "described | noted | handled | treated | entered | recorded | given",
)


@phrase(
    "remark",
    "[_each] <cell> _must [always|everywhere] be [always|everywhere] _spelt_or_treated (the same way|alike|in the same way|consistently|"
    "in one way [only]) [everywhere|throughout]",
    "[_each] <cell> (is|are) [always|everywhere] _spelt_or_treated (the same way|alike|in the same way|consistently|in one way [only]) "
    "[everywhere|throughout]",
    cost=0.05,
)
def same_way(of: Value) -> Modifier | None:
    """A journal is always abbreviated the same way: a rule beside it says by what."""
    return remark("same-way", values=(of,)) if isinstance(of, Cell) else None
