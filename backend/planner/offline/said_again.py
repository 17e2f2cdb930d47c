"""Wordings that say once more what a rule says, each with what must be true of it for that."""

from __future__ import annotations

from collections.abc import Callable

from backend.planner.offline.adds_nothing import (
    compares_what_is_there,
    compares_whole_rows,
    is_beside_the_last,
    is_exact,
    is_in_capitals,
    is_in_file_order,
    is_in_small_letters,
    is_of_clock,
    is_of_combinations,
    is_of_each_row,
    is_of_extremes,
    is_of_length,
    is_of_none_there,
    is_of_number_form,
    is_of_numbers,
    is_of_pairs,
    is_of_plain_runs,
    is_of_presence,
    is_of_rank,
    is_of_sample,
    is_of_size,
    is_of_vowels,
    is_within_rows,
    wants_all_filled,
    wants_all_or_none,
)
from backend.planner.offline.same_spelling import SAME_SPELLING, is_looked_up
from backend.rules.rule import Rule

_EXACTLY = (
    "no more and no fewer", "no more and no less", "no more , no fewer", "no more , no less",
    "neither more nor less", "neither more nor fewer", "not more and not less",
    "no less and no more", "no fewer and no more", "not one more and not one less",
    "not more and not fewer",
)  # fmt: skip
_BOTH_WAYS = (
    "on either side", "on both sides", "to either side", "in either direction", "either way",
    "in both directions", "both ways", "in whichever direction", "up or down",
    "upwards or downwards", "upward or downward", "above or below", "below or above",
    "in one direction or the other", "whichever is larger", "whichever is the larger",
    "whichever is higher", "whichever is bigger", "whichever is greater", "whichever is smaller",
    "no matter which is larger", "no matter which is higher", "no matter which is bigger",
    "no matter which one is larger", "no matter which is greater", "whichever of them is larger",
    "regardless of which is larger", "regardless of which is higher", "whichever way round",
    "whichever of the two is larger", "whichever comes out higher", "no matter which way round",
    "regardless of the sign", "regardless of sign", "no matter the sign", "whatever the sign",
)  # fmt: skip
_EVERYWHERE = (
    "everywhere", "throughout", "without exception", "without any exception", "at all times",
    "in all cases", "in every case", "under all circumstances", "no matter what", "in any case",
)  # fmt: skip
_INTERPOLATED = (
    "linearly interpolated", "with linear interpolation", "by linear interpolation",
    "using linear interpolation", "worked out with linear interpolation",
    "worked out by linear interpolation", "computed with linear interpolation",
    "computed by linear interpolation", "calculated with linear interpolation",
    "calculated by linear interpolation", "determined by linear interpolation",
    "taken with linear interpolation", "found by linear interpolation",
)  # fmt: skip
"""How a quantile is read here anyway (Hyndman and Fan 1996, definition 7)."""
_EVERY_TIME = (
    "every day", "each day", "on each day", "on every day", "every time", "each time", "every hour",
    "each hour", "in every hour", "in each hour", "every week", "each week", "every month",
    "each month", "in every month", "in each month", "every year", "each year", "day by day",
    "time after time", "at every step", "at each step", "all the time", "all along",
    *(
        f"from {one} to the next"
        for unit in ("hour", "day", "week", "month", "quarter", "year")
        for one in (f"one {unit}", f"each {unit}", f"every {unit}")
    ),
    *(
        f"from {one} {listed} {unit} to the {other}"
        for unit in ("hour", "day", "week", "month", "quarter", "year")
        for one in ("one", "each", "every")
        for listed in ("listed", "recorded", "reported", "given", "available", "observed")
        for other in ("next", "next one", "following one")
    ),
    *(
        f"from {unit} to {unit}" for unit in ("hour", "day", "week", "month", "quarter", "year")
    ),
)  # fmt: skip
_FROM_THE_SECOND = tuple(
    f"{start} the second {row} {on}"
    for start in ("from", "starting from", "starting with")
    for row in ("row", "line", "record", "entry", "one")
    for on in ("on", "onwards", "onward")
)
_DOWN = (
    "going down the list", "going down the file", "going down the table", "going down the column",
    "reading down the table", "reading down the column", "down through the file",
    "down the list", "down the file", "down the table", "down the column", "down the rows",
    "reading down the list", "reading from top to bottom", "from top to bottom", "row by row",
    "from the top down", "going from top to bottom", "going through the file",
    "going through the list", "reading downwards", "reading down the file", "in file order",
    "in the order of the file", "as the file stands", "as they stand in the file",
    "file order", "by file order", "row order", "in row order", "order of the file",
    "in order of the file", "in the order given", "as listed", "as they are listed",
    "through the file",
)  # fmt: skip
_IN_CAPITALS = (
    "all in capitals", "in capitals", "all in capital letters", "in capital letters",
    "all in upper case", "in upper case", "written in capitals", "all capitals",
    "in uppercase", "in upper-case letters", "in upper case letters",
)  # fmt: skip
_IN_SMALL_LETTERS = (
    "all in small letters", "in small letters", "all in lower case", "in lower case",
    "in lowercase", "in lower-case letters", "in lower case letters", "written in lower case",
)  # fmt: skip
_SAMPLE = ("sample", "of the sample", "n - 1", "the sample one", "with n - 1")
"""How a standard deviation is read here anyway."""
_NOT_ONCE = ("not even once", "not once", "not a single time", "not one time", "not even one")
_THEN_FILLED = tuple(
    f"which {then}{duty}"
    for then in ("", "then ", "therefore ", "so ")
    for duty in ("may not be left empty", "may not be empty", "must not be empty",
                 "must not be left empty", "must not be missing", "may not be missing",
                 "must be filled", "must be filled in", "must be given", "may not be left blank",
                 "must not be blank", "must not be left blank")
)  # fmt: skip
_OF_A_CLOCK = (
    "on the 24 - hour clock", "on a 24 - hour clock", "with two digits for the hour",
    "24 - hour clock", "in 24 - hour time", "in the 24 - hour format",
    "with two digits for the hours", "two digits each", "with two digits each",
    "between 00:00 and 23:59", "from 00:00 to 23:59",
)  # fmt: skip
_SOMEWHERE = ("somewhere", "anywhere", "at all")
"""Of a row that another table must have, or must not have."""
_ONE_MISSING = tuple(
    f"{flag} {when} {which} is {gap}"
    for flag in ("flag it", "flag them", "flag the row", "flag rows", "report it", "list it",
                 "it is wrong", "flag a row", "show it")
    for when in ("if", "when", "where", "whenever")
    for which in ("either", "either one", "one", "any", "either of them", "one of them",
                  "any of them", "either of the two", "one of the two", "at least one",
                  "at least one of them", "one or the other", "either or both", "any one")
    for gap in ("missing", "empty", "blank", "not there", "not given", "absent", "left out")
)  # fmt: skip
"""What breaks a rule that wants several cells filled."""

_ONLY_SOME = tuple(
    f"{flag} {rows} {some}"
    for flag in ("flag", "list", "report", "show", "find")
    for rows in ("rows", "all rows", "any row", "the rows", "those", "every row", "a row")
    for some in (
        "with only some of them", "that have only some of them", "with only some of them filled",
        "where only some of them are filled", "where only some are filled", "with only one of them",
        "where only some of them are given", "that have some but not all of them", "with a mix",
        "with some but not all of them", "where only some are given", "with some but not all",
        "where some but not all are filled", "where only one is filled", "with only some filled",
        "where some but not all of them are filled", "with just some of them",
        "where only part of them is filled", "with only part of them",
        "where only some are missing",
    )
)  # fmt: skip
"""What breaks a rule that wants several cells filled together."""

_SAID_AGAIN: tuple[tuple[tuple[str, ...], Callable[[Rule], bool]], ...] = (
    (_EXACTLY, is_exact), (_BOTH_WAYS, is_of_size), (_INTERPOLATED, is_of_rank),
    (_EVERY_TIME, is_beside_the_last), (_FROM_THE_SECOND, is_beside_the_last),
    (_DOWN, is_in_file_order), (_SAMPLE, is_of_sample),
    (_ONE_MISSING, wants_all_filled), (_EVERYWHERE, is_of_each_row),
    (_THEN_FILLED, is_of_presence), (_NOT_ONCE, is_of_none_there),
    (_OF_A_CLOCK, is_of_clock), (_SOMEWHERE, is_looked_up), (_IN_CAPITALS, is_in_capitals),
    (_IN_SMALL_LETTERS, is_in_small_letters), (SAME_SPELLING, is_looked_up),
)  # fmt: skip
_AS_NUMBERS = (
    "numerically", "by number", "in numerical terms", "compared numerically",
    *(
        f"{seen}{what}"
        for seen in ("read ", "taken ", "treated ", "compared ", "seen ", "when read ", "if read ",
                     "understood ", "interpreted ", "")
        for what in ("as numbers", "as a number", "as whole numbers", "as integers")
    ),
)  # fmt: skip
_VOWELS = tuple(
    f"{told}{case}"
    for told in ("a , e , i , o , u", "a , e , i , o and u", "a , e , i , o or u",
                 "a , e , i , o , and u", "a , e , i , o , or u")
    for case in ("", " in upper or lower case", " in lower or upper case", " , upper or lower case",
                 " in either case", " in any case", " , in either case", " , in any case")
)  # fmt: skip

_NO_SIGNS = tuple(
    f"{none}{signs}"
    for none in ("without ", "without any ", "with no ", "no ", "and no ", "and without ")
    for signs in ("separators", "separator", "other signs", "other characters", "punctuation",
                  "spaces", "blanks", "dashes", "hyphens", "spaces or dashes", "dashes or spaces",
                  "blanks or dashes", "symbols", "special characters", "spaces or hyphens",
                  "spaces or punctuation", "spaces or symbols", "signs in between")
)  # fmt: skip

_IN_ONE_ROW = (
    "in the same row", "within the same row", "in one row", "within one row", "in one and the same "
    "row", "in a single row", "within a single row", "on the same row", "in the same record",
)  # fmt: skip

_NO_TEXTS = (
    "not text", "not a text", "no text", "and not text", "never text", "not texts", "not words",
    "no texts", "not strings", "not a string", "and not a text", "and no text", "no words",
)  # fmt: skip
_MEASURED = tuple(
    f"{who}{told}"
    for who in ("we ", "we have ", "we ever ", "that we ", "that was ", "ever ")
    for told in ("measured", "recorded", "took", "saw", "seen", "found", "registered", "observed",
                 "noted")
)  # fmt: skip
"""Of an extreme: whatever is in the table has been."""

_IN_ANY_ORDER = (
    "whatever the order of the rows", "regardless of the order of the rows", "in any row order",
    "regardless of row order", "whatever the row order", "no matter the order of the rows",
    "the order of the rows does not matter", "row order does not matter", "in whatever row order",
    "irrespective of row order", "ignoring the order of the rows", "ignoring row order",
)  # fmt: skip

_OF_THE_WHOLE = ("altogether", "in total", "all told", "all in all", "overall", "in all")
_THERE = tuple(
    f"{doing} {only}{what} {which} {there}"
    for doing in ("comparing", "compare", "checking", "check", "judging", "we compare")
    for only in ("only ", "just ")
    for what in ("dates", "values", "those", "the dates", "the values", "cells", "times", "what",
                 "the ones", "numbers", "whatever")
    for which in ("that are", "which are", "that is", "is")
    for there in ("there", "present", "given", "filled", "filled in", "known", "available", "set")
)  # fmt: skip

_THERE += tuple(
    f"{doing} {only} {there} {what}"
    for doing in ("comparing", "compare", "checking", "check", "judging")
    for only in ("only", "just")
    for there in ("filled", "given", "known", "non-empty", "existing", "filled-in", "present")
    for what in ("dates", "values", "cells", "times", "ones", "numbers")
)

_SAID_AGAIN += (
    (_OF_THE_WHOLE, is_of_length),
    (_THERE, compares_what_is_there),
    (_IN_ANY_ORDER, compares_whole_rows),
    (_NO_TEXTS, is_of_number_form),
    (_MEASURED, is_of_extremes),
    (_IN_ONE_ROW, is_within_rows),
    (_ONLY_SOME, wants_all_or_none),
    (_AS_NUMBERS, is_of_numbers),
    (_VOWELS, is_of_vowels),
    (_NO_SIGNS, is_of_plain_runs),
)
_TWICE = tuple(
    f"{so}no {such}{{}} {may} {twice}"
    for so in ("so ", "so that ", "and ", "")
    for such in ("", "such ", "two such ")
    for may in ("may", "can", "must", "should")
    for twice in ("occur twice", "appear twice", "be there twice", "exist twice", "come up twice",
                  "be repeated", "repeat", "occur more than once", "appear more than once")
)  # fmt: skip
_SAID_AGAIN += (
    (tuple(told.format("pair") for told in _TWICE), is_of_pairs),
    (tuple(told.format("combination") for told in _TWICE), is_of_combinations),
)
WORDINGS: dict[tuple[str, ...], Callable[[Rule], bool]] = {
    tuple(told.split()): adds_nothing for wordings, adds_nothing in _SAID_AGAIN for told in wordings
}
WORDING_LENGTHS = sorted({len(words) for words in WORDINGS}, reverse=True)
