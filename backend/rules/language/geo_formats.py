"""Formats of places on the earth: pairs of degrees, geohashes, WKT, GeoJSON."""

from __future__ import annotations

from backend.rules.language import geography
from backend.rules.language.form import Format, shape, tested

_PAIR = "(lat lon|lat long|lat lng|latitude longitude|latitude and longitude|gps|geo|geographic)"

GEO: dict[str, Format] = {
    "coordinate_pair": tested(
        "a latitude and a longitude in decimal degrees, a comma between, a blank behind it or not",
        geography.is_coordinate_pair,
        f"{_PAIR} (pair|coordinate pair)", "(gps|geo|geographic) coordinate",
        "pair of latitude and longitude", "(lat lon|lat long|lat lng) coordinate",
        "coordinate pair",
    ),
    "geohash": shape(
        "a geohash: one to twelve of its small letters and digits, no a, i, l or o",
        "[0-9b-hjkmnp-z]{1,12}",
        "geo hash( code| string|)",
    ),
    "wkt_point": tested(
        "a point of two dimensions in well-known text (OGC 06-103r4), or an empty one",
        geography.is_wkt_point,
        "wkt point", "point in wkt( format| form|)", "well known text point",
    ),
    "wkt_polygon": tested(
        "a polygon of two dimensions with closed rings in well-known text (OGC 06-103r4), or an "
        "empty one",
        geography.is_wkt_polygon,
        "wkt polygon", "polygon in wkt( format| form|)", "well known text polygon",
    ),
    "wkt": tested(
        "a geometry of two dimensions in well-known text (OGC 06-103r4): points, lines, polygons",
        geography.is_wkt,
        "wkt( geometry| string| text|)", "well known text( geometry|)",
        "(geometry |written |)in (wkt|well known text)",
    ),
    "geojson": tested(
        "a GeoJSON text (RFC 7946): a geometry, a feature or a collection of features",
        geography.is_geojson,
        "geo json( text| string| object| document| geometry|)",
    ),
}  # fmt: skip
