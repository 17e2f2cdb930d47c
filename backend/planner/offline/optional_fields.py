"""Fields of JSON objects that may be left out: the field or the whole cell, which is not said."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_FIELDS = ("json_field ", "json_key ")
_OPENS = (("or", "empty"), ("or", "missing"), ("or", "blank"), ("or", "null"), ("or", "nothing"))


def refuse_optional_fields(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a rule about a field that is not said, behind it, to be empty or left out.

    Raises:
        Misfit: "a number or empty", "a text field, if there is one".
    """
    if not any(isinstance(part, Matches) and part.text.startswith(_FIELDS) for part in walk(rule)):
        return
    lows = [token.low for token in tokens]
    fields = [at for at, low in enumerate(lows) if low in ("field", "key", "fields", "keys")]
    for at in range(fields[0] if fields else len(lows), len(lows)):
        is_if = lows[at] == "if" and at > 0 and lows[at - 1] != ";"
        if is_if or tuple(lows[at : at + 2]) in _OPENS:
            raise Misfit("say whether the field of the object may be left out, or the whole cell")
