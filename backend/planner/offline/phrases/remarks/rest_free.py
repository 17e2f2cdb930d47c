"""Phrases for what is not asked: the rest is free; and for values that may not stand in a column."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.restated import are_others
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, not_, one_of

phrase = Phrases()

# The rest is free -------------------------------------------------------------------------------

phrase.words(
    "_the_rest_of_them",
    "others | the others | all others | all the others | the rest | any others | other rows | all other rows | "
    "for others | for the others | for all others | for the rest | elsewhere | everywhere else",
)
phrase.words(
    "_free",
    "(is|are) (not|never) (limited|restricted|checked|bounded|affected|concerned|judged|touched) | (is|are) free | "
    "(is|are) unrestricted | (is|are) unlimited | (may|can) be anything | (may|can) have any (value|number|amount) | "
    "(has|have) no (limit|restriction|bound|such limit) | anything goes | there is no (limit|restriction|rule|bound) | "
    "(does|do) not matter | it does not matter | no (limit|restriction|rule) applies",
)


@phrase("remark", "[but] _the_rest_of_them [,] _free", cost=0.05)
@phrase("remark", "[but] [for|in|with] [all|any] other <cell> [values] [,] _free", cost=0.05)
@phrase("remark", "[but] [all|any] other <cell> [values] (may|can) have any <cell>", cost=0.05)
def rest_is_free(*cells: Value) -> Modifier:
    """Other flavours are not limited: the rule is of some rows, told apart by that column."""
    return Modifier(kind="rest-free", values=cells[:1])


phrase.words(
    "_need_not",
    "(need|needs) not | (do|does) not need to | (do|does) not have to | may (but|yet) need not",
)
phrase.words(
    "_do_as_said",
    "be so | be such | do so | do that | do this | (have|be|belong to|refer to|match|point to|follow|obey|comply with|carry|show|give) (one|it|any|that|this) | comply",
)
phrase.words(
    "_do_without",
    "(have|be|carry|show) (none|nothing) | (lack|miss|go without|do without) (one|it|any) | (belong|refer|point) to (none|nobody|nothing|no one) | "
    "be (empty|blank|missing|left empty|left blank|left out) | do without",
)


@phrase(
    "remark",
    "[but|and|while|whereas] _the_rest_of_them (_need_not [_do_as_said]|(may|can) _do_without)",
    "[but|and|while|whereas] [the] other ones (_need_not [_do_as_said]|(may|can) _do_without)",
    "[but|and|while|whereas] _the_rest_of_them [,] (it|this|that) _need_not [_do_as_said|be]",
    cost=0.05,
)
def rest_need_not() -> Modifier:
    """The others need not: what is asked is asked of some rows."""
    return Modifier(kind="rest-free", texts=("need-not",))


@phrase(
    "remark",
    "[but|and|while|whereas] [all|any|the|all the] other <table> (_need_not [_do_as_said]|(may|can) _do_without)",
    cost=0.05,
)
def other_rows_need_not(table: str) -> Modifier:
    """Other orders need not."""
    return Modifier(kind="rest-free", texts=("need-not", table))


@phrase("hint", "<hint> _whereas [all] <rows> _need_not [_do_as_said] [.]", cost=0.05)
def such_rows_need_not(told: Statement, found: RowSet) -> Statement | None:
    """Child tickets need not, where the rule is about adult tickets."""
    where = getattr(told.rule, "where", None)
    if found.where is None or told.also:
        return None
    return told if are_others(found.where, where) else None


# Values that may not stand there ----------------------------------------------------------------

phrase.words(
    "_stand_as",
    "be | be [entered|used|given|recorded|listed|named|noted|chosen|put down] as | (appear|occur|stand|turn up|show up|be "
    "found|be listed|be entered|be used|be) (as|in|among|under)",
)


@phrase(
    "stmt",
    "neither <option> nor <option> _may _stand_as [a|an|the] <cell>",
    "neither <option> nor <option> (is|are) [a] (allowed|valid|permitted) <cell>",
    cost=0.05,
)
def neither_value(*parts: Any) -> Statement:
    """Neither A nor B may be entered as manager."""
    of = parts[-1]
    return rule(not_(one_of(of, parts[:-1])), subject=of)


@phrase(
    "stmt",
    "(<and_list>|<or_list>|<text>|<bare>) _must_not _stand_as [a|an|the] <cell>",
    "(<and_list>|<or_list>|<text>|<bare>) (is|are) not [a] (allowed|valid|permitted|accepted) <cell>",
    cost=0.15,
)
def values_not_there(found: Any, of: Value) -> Statement | None:
    """A and B must not be entered as manager."""
    options = (found,) if isinstance(found, Constant) else found
    return rule(not_(one_of(of, options)), subject=of) if isinstance(of, Cell) else None


# Text and numbers -------------------------------------------------------------------------------


@phrase(
    "adj",
    "[a|some] (text|word|words|letters|texts) (instead of|rather than|and not|and no|in place of) [a] (number|numbers)",
    "(not|no) [a] number but [a|some] (text|word|words)",
    cost=0.02,
)
def text_for_a_number() -> Predicate:
    """Is text instead of a number."""
    return not_(Matches(of=IT, how=How.FORMAT, text="number"))


# Verbs that say what a cell holds ---------------------------------------------------------------


@phrase("verb", "(say|says|read|reads|state|states) <adj>", cost=0.2)
def says(told: Predicate) -> Predicate:
    """A flag that says anything but yes or no."""
    return told


@phrase(
    "stmt",
    "<rows> (come|comes|are sold|are made|are offered|are available|exist) [only|just] in <adjective> [only|alone]",
    "<rows> (come|comes|are sold|are made|are offered|are available|exist) [only|just] in <adjectives> [only|alone]",
    cost=0.1,
)
def come_in(rows: RowSet, told: Predicate) -> Statement | None:
    """Shirts in size XL come in blue only."""
    return None if rows.where is None else rule(told, rows.table, rows.where)
