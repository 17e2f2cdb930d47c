"""Places on the earth as machines write them: what is one, and what is near it."""

from __future__ import annotations

import pytest

from backend.proof.meaning.named_formats import is_of_format
from backend.rules.language.geo_formats import GEO
from tests.rules.language.judging import Samples, assert_judged, samples

SAMPLES: dict[str, Samples] = {
    "coordinate_pair": samples(
        "48.1,11.5 -90,-180 90.0,180",
        "48.1 91,11.5 48.1,181 48.1;11.5 48,1,11,5 48.1,N11.5 ,",
        more_good=["48.1, 11.5"],
        more_bad=["48.1 11.5", "48.1 , 11.5", "48.1,  11.5"],
    ),
    "geohash": samples("u33dc0 9q8yyk8yt 0 zzzzzzzzzzzz", "u33dca U33DC0 u33dci zzzzzzzzzzzzz u-3"),
    "wkt_point": samples(
        "",
        "POINT(30) LINESTRING",
        more_good=["POINT (30 10)", "POINT(30 10)", "point (-71.06 42.28)", "POINT EMPTY"],
        more_bad=[
            "POINT (30)",
            "POINT (30 10",
            "POINT (30, 10)",
            "POINT 30 10",
            "POINT (a b)",
            "POINT (30 10, 20 5)",
            "POINTS (30 10)",
            "POINT Z (1 2 3)",
        ],
    ),
    "wkt_polygon": samples(
        "",
        "POLYGON",
        more_good=[
            "POLYGON ((30 10, 40 40, 20 40, 10 20, 30 10))",
            "POLYGON EMPTY",
            "POLYGON ((35 10,45 45,15 40,10 20,35 10),(20 30,35 35,30 20,20 30))",
        ],
        more_bad=[
            "POLYGON ((30 10, 40 40, 20 40, 10 20))",
            "POLYGON (30 10, 40 40, 20 40, 30 10)",
            "POLYGON ((30 10, 40 40, 30 10))",
            "POLYGON ((30 10, 40 40, 20 40, 30 10)",
        ],
    ),
    "wkt": samples(
        "",
        "POINT() CIRCLE",
        more_good=[
            "POINT (30 10)",
            "LINESTRING (30 10, 10 30, 40 40)",
            "MULTIPOINT (10 40, 40 30)",
            "MULTIPOINT ((10 40), (40 30))",
            "MULTILINESTRING ((10 10, 20 20), (40 40, 30 30))",
            "MULTIPOLYGON (((30 20, 45 40, 10 40, 30 20)), ((15 5, 40 10, 10 20, 15 5)))",
        ],
        more_bad=[
            "LINESTRING (30 10)",
            "MULTIPOLYGON ((30 20, 45 40, 10 40, 30 20))",
            "CIRCLE (1 2)",
            "LINESTRING ((1 2, 3 4))",
            "MULTIPOINT ((10 40), 40 30)",
        ],
    ),
    "geojson": samples(
        '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]}]} '
        '{"type":"LineString","coordinates":[[1,2],[3,4]]} '
        '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]} '
        '{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]} '
        '{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]} '
        '{"type":"MultiPoint","coordinates":[]} '
        '{"type":"Feature","geometry":null,"properties":{}} '
        '{"type":"FeatureCollection","features":[]}',
        "{} [] POINT 1 null "
        '{"type":"Point","coordinates":[1]} {"type":"Point","coordinates":[1,"2"]} '
        '{"type":"Point","coordinates":[1,true]} {"type":"Point"} {"type":"Circle"} '
        '{"type":"LineString","coordinates":[[1,2]]} {"type":[1]} '
        '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]} '
        '{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]} '
        '{"type":"Feature","geometry":null} {"type":"Feature","properties":null} '
        '{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]} '
        '{"type":"FeatureCollection"} {"type":"GeometryCollection","geometries":[1]}',
        more_good=['{"type": "Point", "coordinates": [30, 10.5, 3]}'],
    ),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(GEO)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name], blanks=name == "geojson")


@pytest.mark.parametrize("name", ["wkt", "wkt_point", "wkt_polygon", "geojson"])
def test_another_reading_says_the_same(name: str) -> None:
    good, bad = SAMPLES[name]

    assert [text for text in (*good, *bad) if is_of_format(name, text)] == list(good)
