"""Formats of the net, of numbers, of times: what they accept, and that programs say the same."""

from __future__ import annotations

import pytest

from backend.rules.language.formats import FORMATS, format_of
from backend.rules.language.geo_formats import GEO
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.moment_formats import MOMENTS
from backend.rules.language.net_formats import NET
from backend.rules.language.number_formats import KNOWN
from backend.rules.language.place_formats import LISTS, POSTCODES
from backend.rules.language.software_formats import SOFTWARE
from backend.rules.language.text_formats import WRITTEN
from tests.rules.language.judging import Samples, flagged, near_misses, refused, samples
from tests.rules.words import cell, matches, must
from tests.rules.worlds import found, source_of, world

BLANKS_ARE_PART = {
    "ascii",
    "printable",
    "printable_ascii",
    "html_free",
    "json",
    "json_object",
    "json_array",
    "xml",
}
ANY_SCRIPT = {
    "letters_digits",
    "hashtag",
    "url",
    "web_url",
    "json",
    "palindrome",
    "palindrome_any_case",
    "distinct_digits",
}

SAMPLES: dict[str, Samples] = {
    "email": samples(
        "a@b.org first.last+tag@sub.example.co.uk o'brien@example.museum x@xn--bcher-kva.example "
        "a123@something.com this@better.work",
        "a@b a@b.c .a@b.org a.@b.org a..b@c.org a@b..org a@-b.org a@b-.org @b.org a@ a@b@c.org "
        "a@b.org. a@b.1 a@[127.0.0.1] mailto:a@b.org a@b_c.org é@b.org",
        more_good=["a" * 64 + "@b.org"],
        more_bad=["a" * 65 + "@b.org", "a@" + "b" * 64 + ".org", "a b@c.org", "Ann <a@b.org>"],
    ),
    "url": samples(
        "http://example.org https://example.org/a?b=c#d HTTP://EXAMPLE.ORG ftp://host/file "
        "http://user:pass@example.org:8080/ http://127.0.0.1/ http://[::1]:80/x http://localhost "
        "http://✪df.ws/123 https://example.org/%7Ea http://a.b/(x)",
        "example.org http:// http://? http:///a htpps://example.org http://a..b http://-a.org "
        "http://256.1.1.1 http://a.org:99999 http://a.org/%zz http://[::1 javascript:alert(1) "
        "//a.org http://1.1.1.1.1 mailto:a@b.org http://a.org/<b>",
        more_bad=["http://a.org/a b", "http:// a.org"],
    ),
    "web_url": samples(
        "http://example.org https://example.org/x", "ftp://example.org example.org www.example.org"
    ),
    "uri": samples("mailto:a@b.org urn:isbn:1 http://a.org/ tel:+1-816", "a.org :x 1a:x http:"),
    "urn": samples("urn:isbn:0451450523 URN:ietf:rfc:2648", "urn:a:b urn:isbn: isbn:0451 urn::x"),
    "host_name": samples(
        "localhost example.org a-b.example xn--bcher-kva.example 3com.example",
        "-a.org a-.org a..org a_b.org 127.0.0.1 example.org. http://a.org é.org",
        more_good=["a" * 63 + ".org"], more_bad=["a" * 64 + ".org", "a b"],
    ),
    "domain_name": samples(
        "example.org sub.example.co.uk xn--bcher-kva.example a.xn--p1ai",
        "localhost example.o example.123 -a.org a..org .org example.org. example.org/a",
    ),
    "top_level_domain": samples(
        "com .com museum xn--p1ai .UK", "c .c1 c-m 1 com. ..com example.com"
    ),
    "ip": samples(
        "192.168.0.1 ::1 2001:db8::1", "256.1.1.1 1.2.3 01.2.3.4 1.2.3.4/8 fe80::1%eth0 12345::"
    ),
    "ipv4": samples(
        "0.0.0.0 255.255.255.255 192.168.0.1",
        "256.0.0.1 1.2.3 1.2.3.4.5 01.2.3.4 1.2.3.4/24 ::1 1.2.3. 1.2.3.-4 1.2.3.a",
    ),
    "ipv6": samples(
        "::1 :: 2001:db8::1 2001:0DB8:0:0:0:0:0:1 ::ffff:192.0.2.1 fe80::1",
        "1.2.3.4 :::1 1::2::3 12345::1 2001:db8::g fe80::1%eth0 [::1] ::1/128 1:2:3:4:5:6:7",
    ),
    "private_ipv4": samples(
        "10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255",
        "9.255.255.255 11.0.0.0 172.15.0.1 172.32.0.1 192.169.0.1 8.8.8.8 10.0.0 fc00::1",
    ),
    "private_ipv6": samples("fc00::1 fdff::1", "fe00::1 fbff::1 ::1 2001:db8::1 10.0.0.1"),
    "cidr": samples(
        "10.1.2.3/8 10.0.0.0/8 0.0.0.0/0 1.2.3.4/32 2001:db8::/32 ::1/128",
        "10.0.0.0 10.0.0.0/33 10.0.0.0/08 10.0.0.0/ 10.0.0/8 ::/129 10.0.0.0/255.0.0.0 a/8",
    ),
    "ip_network": samples(
        "10.0.0.0/8 192.168.4.0/22 2001:db8::/32", "10.0.0.1/8 192.168.5.0/22 ::1/8"
    ),
    "mac": samples(
        "00:1a:2B:3c:4d:5e 00-1A-2B-3C-4D-5E",
        "00:1a:2b:3c:4d 00:1a-2b:3c:4d:5e 001a2b3c4d5e 00:1g:2b:3c:4d:5e 00:1a:2b:3c:4d:5e:6f",
    ),
    "port": samples("1 80 65535 443.0", "0 65536 080 -1 99999 80/tcp"),
    "http_status": samples("100 200 404 599 404.0", "99 600 999 2000 20x 099"),
    "http_method": samples("GET PATCH OPTIONS", "get FETCH GETS"),
    "mime_type": samples(
        "text/html application/vnd.api+json image/svg+xml Text/Plain",
        "text html/text text/ /html text/html;charset=utf-8 text/html/x foo/bar",
    ),
    "semantic_version": samples(
        "0.0.0 1.2.3 1.0.0-alpha.1 1.0.0-0a.b--c+exp.sha.5114f85 1.0.0+001 10.20.30",
        "1 1.2 v1.2.3 01.2.3 1.02.3 1.2.3-01 1.2.3- 1.2.3+ 1.2.3.4 1.2.3-a..b 1.2.3-ä",
    ),
    "uuid": samples(
        "123e4567-e89b-12d3-a456-426614174000 00000000-0000-0000-0000-000000000000",
        "123e4567e89b12d3a456426614174000 123e4567-e89b-12d3-a456-42661417400 "
        "{123e4567-e89b-12d3-a456-426614174000} g23e4567-e89b-12d3-a456-426614174000",
    ),
    "uuid_v4": samples(
        "9b2d7f4e-5c1a-4e6b-8f3d-2a1b0c9d8e7f",
        "123e4567-e89b-12d3-a456-426614174000 9b2d7f4e-5c1a-4e6b-cf3d-2a1b0c9d8e7f",
    ),
    "json": samples(
        '{"a":1} [] 1 "a" null true -1.5e3', "{'a':1} {a:1} [1,] NaN Infinity {\"a\":} 01 nul",
        more_good=['{"a": [1, 2], "b": null}', ' {"a": 1}\n', "[" + "9" * 5000 + "]"],
        more_bad=['{"a": NaN}', "{'a': 1}"],
    ),
    "json_object": samples('{} {"a":1}', '[] 1 {"a"} null'),
    "json_array": samples("[] [1,2]", "{} 1 [1,"),
    "xml": samples(
        "<a/> <a><b>x</b></a>", "<a> a <a><b></a></b> <a/><b/> <a>&nbsp;</a> <a",
        more_good=['<?xml version="1.0" encoding="latin-1"?><a b="c">é</a>', "<a/>\n"],
        more_bad=['<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>', "<a b=c/>", "<a>\ud800</a>"],
    ),
    "hex": samples("0 ff DEADBEEF 0123", "0x1f g 1- #fff"),
    "base64": samples(
        "TWFu TWE= TQ== TWFuTWFu ab+/", "TWF TWFu= TQ= T=== TQ==TWFu ab-_ TWE TWFu===="
    ),
    "base64url": samples("TWFu TWE TQ TWE= TQ== ab-_", "T TWFuT ab+/ TWFu="),
    "base32": samples("MZXW6=== MZXW6YQ= MZXW6YTB MY======", "mzxw6=== MZXW6 MZXW6== MZXW1==="),
    "md5": samples(
        "d41d8cd98f00b204e9800998ecf8427e", "d41d8cd98f00b204e9800998ecf8427 g" + "0" * 31
    ),
    "sha1": samples("da39a3ee5e6b4b0d3255bfef95601890afd80709", "0" * 39 + " " + "0" * 41),
    "sha224": samples("a" * 56, "a" * 55 + " " + "a" * 57 + " " + "z" * 56),
    "sha256": samples("A" * 64, "a" * 63 + " " + "a" * 65 + " " + "z" * 64),
    "sha384": samples("0" * 96, "0" * 95 + " " + "0" * 97 + " " + "x" * 96),
    "sha512": samples("0" * 128, "0" * 127 + " " + "0" * 129 + " " + "x" * 128),
    "crc32": samples("cbf43926 CBF43926", "cbf4392 cbf439261 0xcbf439 cbf4392g"),
    "hex_colour": samples("#fff #FFF8 #a1b2c3 #a1b2c3d4", "fff #ff #fffff #ggg #a1b2c3d ##fff red"),
    "slug": samples("a my-first-post 2024-review", "My-Post my--post -a a- a_b é"),
    "hashtag": samples(
        "#Hello #Photography_Daily #42 #Code4all #größe", "Hello ##Hello #Hello! # #a-b"
    ),
    "twitter_handle": samples("@jack jack a_1 @abcdefghijklmno", "@ @abcdefghijklmnop @a-b @@a é"),
    "whole_number": samples("0 -5 +7 007 12.0", "1.5 1e3 1,000 -- + 12. .0"),
    "number": samples("0 -5 1.5 .5 1. 1e3 -1.5E-3", "1,000 1e 1.2.3 --1 . e5 0x1f NaN inf"),
    "scientific_number": samples(
        "1.2e-5 1E10 -3.0e+08 6.022e23", "1.2 5 e5 1e 1.e5 .5e1 1.2e-5.0 1,2e5 1.2x10^5 1e5e1"
    ),
    "truth_value": samples("true FALSE Yes no 1 0 t F on", "maybe 2 ja yess tr -1 none 01"),
    "printable_ascii": samples(
        "a ~ n/a!", "é a\x80 日本", more_good=["a b", " "], more_bad=["a\tb", "a\x7f"]
    ),
    "printable": samples(
        "a é 日本 ½ 😀", "a\u200bb \x07 a\x7f", more_good=["a b"],
        more_bad=["a\tb", "a\nb", "a\xa0b", "a\u2028b"],
    ),
    "html_free": samples(
        "abc a<b 1<2>0 &lt;b&gt; <3",
        "<b>x</b> x<br/> </p> <!DOCTYPE> <a/> <img/>x",
        more_good=["a < b", "a < b > c", "x <- y"],
        more_bad=["<!-- x -->", "a <a href='x'>y", "a\n<br>"],
    ),
    "digits": samples("0 0123456789", "-1 1.0 12a"),
    "letters": samples("a Zoë 日本 Ω", "a1 a-b a_b 1 !"),
    "letters_digits": samples("a a1 Zoë2 1", "a-b a_b !", more_bad=["a b"]),
    "ascii": samples("a ~ n/a!", "é 日本 a\x80", more_good=["a b\t"]),
    "roman": samples("I IV IX XL XC CD CM MMMCMXCIX MCMXCIV", "IIII VV IC XM MMMM i iv IIX A 4 VX"),
    "latitude": samples("0 90 -90 48.1 +12.5 1e-05 89.9999", "90.0001 -91 100 48,1 48°N abc nan"),
    "longitude": samples("0 180 -180 11.5 179.9", "180.0001 -181 360 11,5 11°E"),
    "money": samples(
        "12 12.5 12.50 -3.99 $1,234.56 €12 1.234,56€ EUR12.00 -$5 $-5 1'000 "
        "12,5 1,234,567.89 1.234.567",
        "12.345 $ 1,23,4.00 12.50.1 $12$5 abc 1.5e3 1,234.567 EURO12 --5",
        more_good=["12.50 USD", "$ 45.00 USD", "1 234 567,89 €"], more_bad=["12 50", "1 23"],
    ),
    "percentage_text": samples("5% 12.5% -3% 0,5% .5%", "5 % 5%% %5 5.% abc%", more_good=["5 %"]),
    "phone": samples(
        "+491711234567 555-1234 (212)555-0123 1234567 123456789012345 +1.212.555.0123",
        "123456 1234567890123456 555-CALL 555-1234x5 ++491711234567 (212555-0123 -5551234 5551234-",
        more_good=["+1 (212) 555-0123", "+49 (0)30 123456"], more_bad=["phone 5551234"],
    ),
    "e164": samples(
        "+14155550123 +491711234567", "14155550123 +0123456789 +12345 +1234567890123456 +1-415"
    ),
    "us_phone": samples(
        "2125550123 212-555-0123 (212)555-0123 +12125550123 1-212-555-0123 212.555.0123",
        "112-555-0123 212-155-0123 555-0123 22125550123 212-555-01234 +442125550123",
        more_good=["(212) 555-0123", "+1 212 555 0123"],
    ),
    "iso_date": samples(
        "2024-02-29 2000-02-29 1999-12-31",
        "2023-02-29 1900-02-29 2024-2-9 2024-13-01 2024-04-31 24-01-01 2024/01/01 2024-01-01T00:00",
    ),
    "iso_timestamp": samples(
        "2024-02-29T12:00:00 2024-01-01T00:00:00Z 2024-01-01T00:00:00.123+02:00",
        "2023-02-29T12:00:00 2024-01-01 2024-01-01T24:00:00 2024-01-01T00:00 2024-01-01T00:60:00 "
        "20240101T000000 2024-01-01T00:00:00+25:00",
        more_good=["2024-01-01 00:00:00"], more_bad=["2024-01-01  00:00:00"],
    ),
    "time_of_day": samples(
        "00:00 9:30 23:59 12:30:59 9:30am 12:59PM",
        "24:00 12:60 12:30:60 12 12:3 13:00pm 0:30am",
        more_good=["9:30 pm"],
    ),
    "time_24h": samples("00:00 23:59 12:30:59", "24:00 1:00 12:60 12:30:60 12 12:3"),
    "time_12h": samples(
        "1:00am 12:59PM 01:30:15pm", "0:30am 13:00pm 12:60am 1:00", more_good=["1:00 PM"]
    ),
    "leap_year": samples(
        "4 400 404 1996 2000 2024.0", "0 1900 2023 2100 20240 -4 1994 2022 2024.5"
    ),
    "prime": samples("2 3 97 104729 2.0", "0 1 4 91 104730 -7 2.5 7x", more_bad=["9" * 13]),
    "fibonacci": samples(
        "0 1 2 3 5 8 144 21.0 12586269025", "4 6 7 145 -1 2.5 8x", more_bad=["9" * 19]
    ),
    "square": samples("0 1 4 9 144 49.0", "2 3 145 -4 2.25 9x", more_bad=["9" * 13]),
    "palindrome": samples("level 1221 a é", "Level ab 12 Anna", more_good=["a b a"]),
    "palindrome_any_case": samples("Level Anna 1221", "levels ab 12", more_good=["No x oN"]),
    "distinct_digits": samples("1234 a1b2 0 abc 12-34", "1123 1-1 0120 a7b7"),
    "weekday_name": samples("Monday sunday FRIDAY", "Mon Mondays Funday 1"),
    "weekday_abbreviation": samples("Mon sun FRI", "Monday Mo Mon. 1"),
    "month_name": samples("January may DECEMBER", "Jan Smarch 1"),
    "month_abbreviation": samples("Jan may Sept Sep", "January Ja Jan. 1"),
    "continent": samples("Europe Asia Oceania", "europe Eurasia EU", more_good=["North America"]),
}  # fmt: skip


def test_every_format_is_sampled_once() -> None:
    parts = (NET, WRITTEN, KNOWN, MOMENTS, SOFTWARE, GEO, IDENTIFIERS, LISTS, POSTCODES)

    assert set(SAMPLES) == {*NET, *WRITTEN}
    assert sum(map(len, parts)) == len(FORMATS)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    good, bad = SAMPLES[name]
    missed = set() if name in BLANKS_ARE_PART | ANY_SCRIPT else set().union(*map(near_misses, good))
    texts = [*good, *bad, *missed]
    readable = [text for text in texts if "\ud800" not in text]

    assert refused(name, texts) == {*bad, *missed} - set(good)
    assert flagged(name, readable) == ({*bad, *missed} - set(good)) & set(readable)


@pytest.mark.parametrize(
    ("name", "cells", "broken"),
    [
        ("http_status", [200, 404, 999, None], [2]),
        ("leap_year", [2024, 2023, None, 400], [1]),
        ("port", [80, 0, 70000], [1, 2]),
        ("whole_number", [1, 2.5, None], [1]),
        ("latitude", [90.5, -12.25, 0.00001, None], [0]),
        ("us_zip", [12345, 501], [1]),
        ("payment_card", [4111111111111111, 4111111111111112], [1]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_columns_of_numbers_are_judged_by_their_text(
    name: str, cells: list[float | None], broken: list[int]
) -> None:
    rule = must(matches(cell("n"), "format", name))
    given = world(t=[("n",), *((each,) for each in cells)])

    assert found(rule, given, ["as loaded", "Int64", "str"]).rows == broken


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_names_all_it_needs_and_its_label_reads_on(name: str) -> None:
    rule = must(matches(cell("s"), "format", name))
    page = source_of(rule, world(t=[("s",), ("x",), ("y",)]))

    assert f"s is {format_of(name).label}" in " ".join(page.split())
    assert max(map(len, page.splitlines())) <= 100
    assert "backend" not in page


def test_a_json_object_may_be_asked_for_a_key_of_its_own() -> None:
    texts = ['{"id": 1}', '{"id": null, "x": 2}', '{"x": {"id": 1}}', '["id"]', "{id: 1}"]

    assert refused("json_key id", texts) == {*texts[2:]}
    assert flagged("json_key id", texts) == {*texts[2:]}
