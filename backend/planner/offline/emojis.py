"""What an emoji is: what Unicode shows in colour by itself, or what is asked to be shown so."""

from __future__ import annotations

import re

from backend.contracts.schema import Column
from backend.planner.offline.context import Unclear
from backend.rules.language.terms import How, Matches

EMOJI = "an emoji within"
"""Stands for the pattern until the column's own signs are known."""
_SIGNS = (
    "⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗\u2795-\u2797➰➿⬛⬜⭐⭕"
    "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f1e6-\U0001f1ff"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff"
    "\U0001fa70-\U0001faff\ufe0f"
)
"""Emoji_Presentation of Unicode's emoji-data, the pictographs around it, and the sign U+FE0F."""
_EITHER = re.compile("[☀-➿▶◀⤴⤵⬅-⬇](?!\ufe0f)")
"""Signs that are text or emoji, as fonts have it."""


def with_emojis(atom: Matches, column: Column) -> Matches:
    """The pattern of a text with an emoji in it.

    Raises:
        Unclear: the column has signs of which that is not plain, such as a sun or a heart.
    """
    for text in column.values:
        for found in _EITHER.findall(text):
            if not re.search(f"[{_SIGNS}]", text) and not re.match(f"[{_SIGNS}]", found):
                raise Unclear(
                    f"{column.name} has the sign {found!r}, which is an emoji for some and a plain "
                    "sign for others; list the signs that are meant"
                )
    text = f"(?s:.*)[{_SIGNS}](?s:.*)"
    told = {"how": How.PATTERN, "text": text, "says": "an emoji in it"}
    return atom.model_copy(update=told)
