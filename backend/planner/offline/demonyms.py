"""Adjectives of countries, for rows whose country is spelled out: Canadian customers.

The names are the common English ones (ISO 3166-1 short names and usual abbreviations); which of
them is meant, the data tells: it must hold exactly one of them, in one column.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.value_nouns import leaf_of_value, of_one_column
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare

_LONGEST_CODE = 3
_OF_COUNTRIES = frozenset({
    "country", "ctry", "cntry", "nation", "nationality", "nat", "land", "citizenship", "iso",
    "dest", "destination", "origin", "market", "cc",
})  # fmt: skip
"""What headers of countries are called: elsewhere IN, CA and DE may be states or languages."""
_COUNTRIES = {
    "american": "usa,us,u.s.,u.s.a.,united states,united states of america",
    "us": "usa,us,u.s.,u.s.a.,united states,united states of america",
    "british": "uk,gb,great britain,united kingdom", "english": "england",
    "scottish": "scotland", "welsh": "wales", "irish": "ireland,ie",
    "dutch": "netherlands,the netherlands,nl,holland", "german": "germany,de",
    "french": "france,fr", "spanish": "spain,es", "portuguese": "portugal,pt",
    "italian": "italy,it", "austrian": "austria,at", "swiss": "switzerland,ch",
    "belgian": "belgium,be", "danish": "denmark,dk", "swedish": "sweden,se",
    "norwegian": "norway,no", "finnish": "finland,fi", "icelandic": "iceland,is",
    "polish": "poland,pl", "czech": "czech republic,czechia,cz", "slovak": "slovakia,sk",
    "hungarian": "hungary,hu", "romanian": "romania,ro", "bulgarian": "bulgaria,bg",
    "greek": "greece,gr", "turkish": "turkey,türkiye,tr", "russian": "russia,ru",
    "ukrainian": "ukraine,ua", "estonian": "estonia,ee", "latvian": "latvia,lv",
    "lithuanian": "lithuania,lt", "croatian": "croatia,hr", "slovenian": "slovenia,si",
    "serbian": "serbia,rs", "canadian": "canada,ca", "mexican": "mexico,mx",
    "brazilian": "brazil,br", "argentine": "argentina,ar", "argentinian": "argentina,ar",
    "chilean": "chile,cl", "colombian": "colombia,co", "peruvian": "peru,pe",
    "japanese": "japan,jp", "chinese": "china,cn", "korean": "south korea,korea,kr",
    "indian": "india,in", "thai": "thailand,th", "vietnamese": "vietnam,vn",
    "philippine": "philippines,ph", "indonesian": "indonesia,id", "malaysian": "malaysia,my",
    "singaporean": "singapore,sg", "australian": "australia,au",
    "egyptian": "egypt,eg", "moroccan": "morocco,ma", "nigerian": "nigeria,ng",
    "kenyan": "kenya,ke", "israeli": "israel,il", "saudi": "saudi arabia,sa",
}  # fmt: skip


def country_adjectives(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """A country's adjective, where the one column of countries holds the country."""
    low = text.lower()
    if low not in _COUNTRIES or not text[0].isupper() or low in lexicon.values:
        return
    if low == "us" and text != "US":
        return
    names = [name for name in _COUNTRIES[low].split(",") if _is_held(name, lexicon)]
    held = [name for name in names if len(name) > _LONGEST_CODE] or names
    told = of_one_column(held[0], lexicon) if len(held) == 1 else None
    if told is not None and (len(held[0]) > _LONGEST_CODE or _is_of_countries(told)):
        yield leaf_of_value("adjective", told, start, end, 0.6)
        yield leaf_of_value("of_country", told, start, end, 0.6)


def _is_of_countries(told: Compare) -> bool:
    """Whether the header of the one column with this code speaks of countries."""
    return isinstance(told.left, Cell) and bool(_OF_COUNTRIES & {*stems_of(told.left.column)})


def _is_held(name: str, lexicon: Lexicon) -> bool:
    """Whether the data holds this name; a code counts in capitals alone: "no" is a word."""
    found = lexicon.values.get(name, ())
    is_code = len(name) <= _LONGEST_CODE
    return bool(found) and (not is_code or all(value == name.upper() for _, _, value in found))
