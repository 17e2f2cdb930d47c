"""Phrases for which of the rows at fault are to be seen: the later one, both, a whole group.

Each is one of the ``offenders``, so that it stands behind "flag", before "are flagged", and
wherever else offenders are named; the rule decides whether that is what its kind shows.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import NEXT
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words("_second_one", "later | second | latter | following | subsequent")
phrase.widen(
    "_of_the_two",
    "of the two | of both | of them | of two | of a pair | of the pair | of each pair | of such a pair",
)
phrase.words(
    "_not_just",
    "not just the repeats | not only the repeats | not just the copies | not just the later ones | not "
    "only the later ones | not just the second | not only the second | not just one of them | not only "
    "one of them | including the first | including the first one | including the original | the first "
    "included | the first one included | the original included | the originals included | including the "
    "originals | first one included",
)
phrase.words("_set", "set | group | cluster | family | pair")

# The later of two -------------------------------------------------------------------------------


@phrase(
    "offenders",
    "[_all_the] _second_one <noun> [_of_the_two]",
    "[_all_the] _second_one one [_of_the_two]",
    "[_all_the] _second_one _of_the_two",
    "[_all_the] _second_one of [the|any] two [overlapping|such|successive|consecutive] (<noun>|_periods|ones)",
    "[_all_the] _second_one _period [_of_the_two]",
    "[_all_the] <noun> _that (starts|begins) (later|earlier|too early|too late|too soon)",
    "[_all_the] <noun> (following|after|behind) (a|the|any|such a) (gap|jump|overlap|break)",
)
def later_of_two(*rows: RowSet) -> Modifier | None:
    """The later stay of the two."""
    return remark("later-row") if all(each.where is None for each in rows) else None


@phrase(
    "offenders",
    "(all|all the|every|both|the) (copies|copy|rows|<noun>) (where|in which|for which|whose) (<and_cells>|both <and_cells>) (repeat|repeats|are repeated|are the same|recur|are repeated together|"
    "coincide|agree)",
    cost=0.02,
)
def where_they_repeat(*parts: Any) -> Modifier | None:
    """All copies where product and order repeat."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    told = next(part for part in parts if isinstance(part, Subjects))
    is_plain = all(each.where is None for each in rows)
    return remark("flag-groups", values=told.items) if is_plain else None


# Whole groups -----------------------------------------------------------------------------------

phrase.words("_of_group", "of | in | for | with | from | sharing | having | under")
phrase.words(
    "_one_such", "a | an | any | every | each | such | such a | such an | that | the | this | those"
)
phrase.widen(
    "_says_many",
    "[listed|found|recorded|entered] with _many_of | having _many_of | _that have _many_of | _that has _many_of | _that show _many_of "
    "| _that shows _many_of | _that had _many_of | _that come with _many_of | _that comes with _many_of",
)
phrase.words(
    "_at_odds",
    "_breaking_it | _that _break_it | where _is_not_so | for which _is_not_so | in which _is_not_so | "
    "concerned | affected | in question | (where|for which|in which|when|if) (they|it|this|that) (do|does|is|are|happens)",
)


@phrase(
    "offenders",
    "[_all_the] <noun> _of_group [_one_such] <cell> [value|values|number|numbers] _at_odds",
    "[_all_the] <noun> _of_group (that|the|this|those|such a|such) <cell>",
    "[_all_the] <noun> _of_group [all|all the|any|every|the] other <cell>",
    cost=0.05,
)
def of_such_group(rows: RowSet, of: Value) -> Modifier | None:
    """All tests of an accession that breaks this."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("flag-groups", values=(of,)) if is_plain else None


@phrase(
    "offenders",
    "[_all_the] <noun> _of_group [_one_such] <cell> (or|and) [_one_such] <cell> [value|values] _at_odds",
    cost=0.05,
)
def of_either_group(rows: RowSet, *of: Value) -> Modifier | None:
    """All rows of a code or a name that breaks this, where each of the two has one of the other."""
    is_plain = rows.where is None and all(isinstance(each, Cell) for each in of)
    return remark("either-group", values=of) if is_plain and len({*of}) > 1 else None


_WHO = "(who|that|which)"
for _words, _signs in (
    (f"{_WHO} (do|does|did|have more|has more|exceed it|exceeds it)", ("<", "<=")),
    ("with (more|more than that|too many)", ("<", "<=")),
    (f"{_WHO} (do not|does not|did not|have fewer|has fewer)", (">", ">=", "==")),
    (f"{_WHO} (break|breaks|violate|violates) (it|this|that)", ("<", "<=", ">", ">=", "==")),
):

    @phrase("offenders", f"[_all_the] <noun> _of_group [_one_such] <cell> {_words}", cost=-0.05)
    @phrase(
        "offenders",
        f"[_all_the] <noun> _of_group (those|all those|anyone|anybody|whoever|everyone) {_words}",
        cost=-0.05,
    )
    def of_those_that_do(
        rows: RowSet, *of: Value, signs: tuple[str, ...] = _signs
    ) -> Modifier | None:
        """All films of those who do, behind what nobody may do: the rows of their groups."""
        is_plain = rows.where is None and all(isinstance(each, Cell) for each in of)
        told = ("of-those", *signs)
        return remark("flag-groups", values=of, texts=told) if is_plain else None


@phrase(
    "offenders",
    "[_all_the] <noun> _of_group [_one_such] <cell> [value|values] _says_many <cell> [values]",
    "[_all_the] <noun> _of_group [_one_such] <cell> [value|values] for which <cell> _be not [always] "
    "(the same|one and the same|identical|constant)",
    cost=-0.1,
)
def of_mixed_group(rows: RowSet, of: Value, told: Value) -> Modifier | None:
    """All readings of a loco with several firmware values."""
    is_plain = rows.where is None and isinstance(of, Cell) and isinstance(told, Cell)
    return remark("flag-groups", values=(of, told)) if is_plain else None


@phrase(
    "offenders",
    "[_all_the] <cell> _of_group [_one_such] <cell> [value|values] _at_odds",
    cost=0.15,
)
def values_of_such_group(shown: Value, of: Value) -> Modifier | None:
    """All languages of a country that breaks this: the rows that have them."""
    are_two = isinstance(shown, Cell) and isinstance(of, Cell) and shown != of
    return remark("flag-groups", values=(of,)) if are_two else None


# Copies -----------------------------------------------------------------------------------------


@phrase(
    "offenders",
    "both [of] [them|these|the two] [,] [_not_just]",
    "both [of the] <noun> [,] [_not_just]",
    "(all|each|every one) of (them|these|those) [,] [_not_just]",
    "(all|each|every one) of (these|those|the) <noun> [,] [_not_just]",
    "[_all_the] (copies|copy|members|member|occurrences|occurrence|duplicates) [of [such] [a|the|that] _set [of (copies|duplicates|<noun>)]] [,] [_not_just]",
    "(all|every|each) <noun> of [such] [a|the|that] _set [of (copies|duplicates|<noun>)] [,] [_not_just]",
    "(all|every|each|these|those) <noun> [,] _not_just",
    cost=0.05,
)
def every_copy(*rows: RowSet) -> Modifier | None:
    """Every member of such a set of copies."""
    return remark("keep-all") if all(each.where is None for each in rows) else None


# The row before which none stands -----------------------------------------------------------------

phrase.words(
    "_first_is_fine",
    "_be exempt | _be fine | _be ok | _be (never|not) (flagged|checked|judged|compared) | _be (ignored|"
    "skipped|excluded|left out|excepted) | does not count | (has|with) (no predecessor|nothing to compare "
    "with|nothing to be compared with|no previous row|none before it|nothing before it|no row before it|no previous value) | "
    "has (no predecessor|nothing to compare with|nothing before it|no previous row) and (is|so is) (exempt|"
    "fine|not flagged|never flagged|ok) | (has|with) (nothing|none|no one|no row|no other) (above|before|ahead of|in front of|to follow) [it] | "
    "can not be (compared|judged|checked|tested) [with (anything|any other)] | can not break (it|this|the rule) | "
    "(has|have|needs|need) (no check|none|nothing) [before it|above it] | passes | stands alone | comes first",
)


phrase.words(
    "_none_there", "nothing | none | no row | no value | no one | no record | no line | no entry"
)


@phrase(
    "remark",
    "first (row|record|entry|one|line) [of all] _first_is_fine",
    "first <noun> [of all] _first_is_fine",
    "first (row|record|entry|one|line) (of|in|for) (each|every|a|an|the|any) (file|table|<cell>) _first_is_fine",
    "first <noun> (of|in|for) (each|every|a|an|the|any) (file|table|<cell>) _first_is_fine",
    "first (of|in|for) (each|every|a|an|any) <cell> _first_is_fine",
    "<cell> 's first (row|record|entry|one|line|<noun>) _first_is_fine",
    "(except|except for|apart from|without|not counting|starting after|ignoring|skipping) [the] first (row|record|entry|line|one)",
    "[there is] _none_there (above|before|ahead of|in front of) [the] first (row|record|entry|one|line|<noun>)",
    "_none_there (stands|comes|is|lies|goes|precedes) [above|before|ahead of|in front of] [the] first (row|record|entry|one|line|<noun>)",
    "(for|with|in|at) [the] first (row|record|entry|one|line|<noun>) [,] there is _none_there [before it|above it|to compare [it] with|to compare [it]|to be compared with]",
)
def first_is_exempt(*_: object) -> Modifier:
    """The first row has no predecessor and is fine."""
    return remark("first-exempt")


phrase.words(
    "_in_both_directions",
    "in either direction | in both directions | up or down | upwards or downwards | either way | whether "
    "up or down | whether upwards or downwards | in one direction or the other | whichever way | no matter "
    "in which direction | plus or minus | above or below",
)


@phrase("remark", "_in_both_directions")
def either_way() -> Modifier:
    """Up or down: a distance, and no bound on one side."""
    return remark("either-way")


# In which order the rows are compared ---------------------------------------------------------------

phrase.words(
    "_as_in_the_file",
    "in file order | in the order of the file | in the file's order | in row order | taken in file order | as "
    "the rows stand in the file | in order of the file | going down the file | reading down the file",
)


@phrase("stmt", "_as_in_the_file [,] <stmt>", "<stmt> [,] _as_in_the_file", cost=0.03)
def in_file_order(statement: Statement) -> Statement | None:
    """In file order, …: how rows are compared with the one before, where nothing else is said."""
    previous = [part for part in walk(statement.rule) if isinstance(part, Previous)]
    is_plain = bool(previous) and all(part.order_by in (None, "", NEXT) for part in previous)
    return statement if is_plain else None
