"""Phrases for when a check warns and when it fails, which are its thresholds and no part of a rule.

They are read to be declined with a cure: a check has ``warn_if`` and ``fail_if`` for them.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Compare, Constant, Predicate
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about, not_

phrase = Phrases()
Alarm = tuple[str, str]
_SIGNS = {">": ">", ">=": ">="}
_WORDS = {
    "warn_if": "warn | warning | it warns | raise a warning | give a warning | yellow | amber | "
    "the check warns | warn me",
    "fail_if": "fail | it fails | failure | an error | error | red | stop | the check fails | "
    "must fail | it must fail | this fails",
}
phrase.words(
    "_once_above", "if | when | once | above | over | beyond | for | if there are | as soon as"
)
phrase.words(
    "_of_those",
    "of them | of those | of the rows | of rows | of the values | of values | rows | values",
)
phrase.words(
    "_are_so",
    "are | is | do | do so | are so | fail | are affected | break it | break the rule | are wrong",
)


@phrase("allowance", "<share_bound>", "<count_bound>")
def allowance(told: Predicate) -> str | None:
    """More than 1%, as a threshold is written."""
    if not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return None
    sign, value = _SIGNS.get(told.sign), told.right.value
    if sign is None or isinstance(value, str | bool):
        return None
    return (
        f"{sign} {100 * value:g}%" if isinstance(value, float) and value < 1 else f"{sign} {value}"
    )


@phrase("allowance", "<percent>")
def bare_allowance(part: float) -> str:
    """Above 1%."""
    return f"> {100 * part:g}%"


for _field, _said in _WORDS.items():
    phrase.words(f"_{_field}", _said)

    @phrase(
        "alarm",
        f"_{_field} _once_above <allowance> [_of_those] [_are_so]",
        f"_{_field} _once_above <allowance> [_of_those] (are|is) <adj>",
    )
    def alarm(limit: str, *_: object, field: str = _field) -> Alarm:
        """Warn above 1%."""
        return (field, limit)

    @phrase("alarm_of", f"_{_field} (if|when) <allowance> of <rows> <rowvp>")
    def alarm_of(
        limit: str, rows: RowSet, told: Predicate, field: str = _field
    ) -> tuple[Alarm, Statement]:
        """Warn if more than 1% of the orders are late."""
        return ((field, limit), rule(not_(told), rows.table, rows.where))


def _remark(*alarms: Alarm) -> Modifier:
    found = " and ".join(f'"{field}": "{limit}"' for field, limit in alarms)
    return Modifier(kind="thresholds", texts=(found,))


@phrase("remark", "<alarm>", "<alarm> [,|;|.] [and|but] <alarm>")
def alarms(*found: Alarm) -> Modifier:
    """Warn above 1%, fail above 5%."""
    return _remark(*found)


@phrase(
    "stmt",
    "_fail_if (if|when) (<share_bound>|<count_bound>) of [all|the] <rows> <rowvp>",
    "(check|it) (must|should) fail (if|when) (<share_bound>|<count_bound>) of [all|the] <rows> <rowvp>",
    cost=0.01,
)
def fails_if(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Fail if more than 5% of the orders are late: one bound alone is a rule on their share."""
    sign = {">": "<=", ">=": "<"}.get(getattr(bound, "sign", ""))
    limit = getattr(getattr(bound, "right", None), "value", None)
    if sign is None or rows.each or not isinstance(bound, Compare):
        return None
    is_share = isinstance(limit, float) and 0 < limit < 1
    measure = share(rows, told) if is_share else count(rows.that(told))
    return statement(about(bound.model_copy(update={"sign": sign}), measure))


@phrase("stmt", "<alarm_of> [,|;|.] [and|but] <alarm>", cost=0.02)
def alarmed(first: tuple[Alarm, Statement], *more: Alarm) -> Statement:
    """Warn if more than 1% of the orders are late, fail if more than 5% are."""
    told, found = first
    return found.model_copy(update={"remarks": (_remark(told, *more),)})
