"""Phrases for copies in other words: alike in every column, no two with the same, all flagged."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.duplicate_phrases import no_copies, unique_among
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_in_all_columns",
    "in (every|each) (column|field|respect|cell) | in all [of] [their|its] (columns|fields|respects|cells) "
    "| across all (columns|fields) | across every (column|field) | from first to last column | "
    "column by column | field by field | in their entirety | in full",
)
phrase.words("_copied", "alike | the same | identical | equal | duplicates of each other | copies")
phrase.words(
    "_same_of",
    "with the same | with identical | with equal | with one | sharing the same | sharing a | sharing an | "
    "sharing one | sharing | that share the same | that share a | that share an | that share | which share "
    "| having the same | that have the same | with a common | agreeing in | that agree in | alike in | "
    "equal in | identical in | that are alike in | that are equal in | that are identical in | with matching",
)
phrase.words(
    "_values_all_alike",
    "with [exactly] (the same|identical|equal) values [_in_all_columns] | _in_all_columns | \\( all [of the] (columns|fields|values) "
    "(equal|identical|the same|alike) \\) | with all (columns|fields|values) (equal|identical|the same|alike)",
)
phrase.words("_show_it", "flag | report | list | show | mark | find")
phrase.words("_often", "twice | more than once | several times")
phrase.words("_two", "two | two or more | several")


@phrase(
    "stmt",
    "no _two <rows> [that are|which are|are] _copied _in_all_columns",
    "no _two <rows> _may be _copied _in_all_columns",
    "there (are|must be|should be) no _two <rows> [that are] _copied _in_all_columns",
    "_flag <rows> [that are] _copied _in_all_columns",
    "_two <rows> _must_not be _copied _in_all_columns",
    "no <rows> (occurs|appears|is entered|is listed|is recorded|is there|is in the file|is stored) _often",
    "(none|nothing) of the <rows> (occurs|appears|is entered|is listed) (twice|more than once)",
    "[each|every] <rows> (occurs|appears|is entered|is listed|is recorded|is there|is stored) (only once|just once|exactly once|once only)",
    "no [exact|full|complete|entire|identical|true|plain|double] (duplicates|copies|doubles|repeats) (of|among|in|in the) <rows>",
    "no <rows> [is|are|_may be|_must be] (entered|listed|recorded|registered|stored|counted) _often [_values_all_alike]",
    "no <rows> _may (occur|appear|be there|be in the file) _often _values_all_alike",
    "[the] same (<rows>|<noun>) _must_not (be (entered|listed|recorded|registered|stored|there)|occur|appear) _often [_values_all_alike]",
    "[a|an|each|every] <rows> _must_not (be (entered|listed|recorded|registered|stored)|occur|appear) _often [_values_all_alike]",
    "(is|are) (any|there a|there an|there any) <rows> [that is|that are] (entered|listed|recorded|registered|stored|there) _often [_values_all_alike] [?]",
    "_flag <rows> that (occur|occurs|appear|appears|are there|are listed|are entered) _often _values_all_alike",
    "_flag [all|any] <rows> [that are|which are] (duplicated|repeated|doubled) [_values_all_alike]",
    "there (must|should|may|can) be no [exact|full|complete|entire|identical] (duplicates|copies|doubles|repeats) (of|among|in|within) <rows>",
    cost=0.05,
)
def no_whole_copies(rows: RowSet) -> Statement | None:
    """No two slips alike in every column."""
    return no_copies(rows) if rows.where is None else None


@phrase(
    "stmt",
    "no _two <rows> _same_of <key>",
    "no _two <rows> _same_of [combination of|pair of|pair] <and_cells>",
    "no _two <rows> _may (be alike in|agree in|coincide in|match in) <and_cells>",
    "no _two <rows> _may (have|share|show|carry) [the same|the] [combination of|pair of|values of] <and_cells>",
    "there (are|must be|should be|may be) (no|never) _two <rows> _same_of [combination of] <and_cells>",
    "_flag [any|all] [two] <rows> _same_of <and_cells>",
    "_flag [any|all] <rows> that agree in <and_cells>",
    "<rows> never (share|have) the same <and_cells>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<key> [_must be|_be] unique (in|across|throughout|over|all over) [table|file|sheet] <rows>",
    "<key> [_must be|_be] (different|distinct) (in|for|in each|for each|in every|for every) <rows>",
    "<and_cells> [must be|are|is] (unique|distinct) (together|in combination|taken together|as a pair|jointly|as a combination)",
    "<and_cells> [:] (together|jointly|in combination) [must be|are] unique",
    cost=0.05,
)
def no_two_with(*parts: object) -> Statement | None:
    """No two rows with the same pupil, subject and term."""
    if len(parts) == 1:
        return unique_among(RowSet(), parts[0])
    return unique_among(*parts)


# All of them are flagged ------------------------------------------------------------------------

phrase.words(
    "_are_flagged",
    "[are|is|get|gets|to be|being|must be|should be|are to be|shall be] (flagged|reported|listed|shown|"
    "marked|wrong|highlighted|errors)",
)
phrase.words("_all_of", "all | every | each | any | both | all the | all of the")
phrase.words(
    "_each_double",
    "copies | copy | duplicates | duplicate | occurrences | occurrence | repeats | doubles | of them | "
    "rows involved | rows concerned | rows in question | rows affected | affected rows | of its rows | "
    "of their rows | members of a pair | rows of the pair | of these rows | of those rows",
)
phrase.words(
    "_repeated_key",
    "(repeated|duplicated|duplicate|doubled|recurring|shared) (pair|combination|key|value|group|set|"
    "number|code|entry|one|triple|tuple)",
)
phrase.words(
    "_who_share",
    "(who|that|which) (share|shares) (one|it|them|the same|a value|the value|the same one|the same value) | "
    "(with|sharing|having) (one|it|the same one|the same value|a shared one|a shared value)",
)
phrase.words(
    "_all_who",
    "everyone | everybody | anyone | anybody | every row | all rows | any row | each row | all of those | "
    "all those | those | all records | every record | the rows | everything | whoever",
)


@phrase(
    "remark",
    "_show_it _all_of _each_double",
    "_all_of _each_double _are_flagged",
    "_all_of [rows|records|copies|members] (of|with|in) [a|the|any|such a|each|every] _repeated_key _are_flagged",
    "_show_it _all_of [rows|records|copies] (of|with|in|sharing) [a|the|any|such a|each|every] _repeated_key",
    "_show_it _all_who _who_share",
    "_all_who _who_share _are_flagged",
    "_show_it (all|both) of them",
    "(both|all) _are_flagged",
    "_show_it (both|them all|both rows|all rows|the whole group|the entire group)",
    "_show_it not just the later (ones|one|copies|copy) but (all|every one) of them",
    "including the first [one|copy|occurrence]",
    "the first [one|copy|occurrence] included",
    cost=0.02,
)
def all_copies() -> Modifier:
    """Flag every copy; all rows of a repeated pair flagged."""
    return remark("keep-none")


@phrase(
    "remark",
    "_show_it [all|any|every] <rows> (that|which|who) (share|have) (both|all|all three|them) [in common] [with (another|other|any other) <noun>]",
    cost=0.05,
)
def all_that_share(*rows: RowSet) -> Modifier | None:
    """List all bookings that share both with another booking."""
    return all_copies() if all(each.where is None for each in rows) else None
