"""Names of software and clouds, digests, wallets. The good ones are published examples."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from botocore.utils import ArnParser

from backend.rules.language.code_lists import HTTP_REASONS
from backend.rules.language.formats import format_of
from backend.rules.language.software_formats import SOFTWARE
from tests.rules.language.judging import Samples, assert_judged, samples

SAMPLES: dict[str, Samples] = {
    "ulid": samples(
        "01ARZ3NDEKTSV4RRFFQ69G5FAV 7ZZZZZZZZZZZZZZZZZZZZZZZZZ 01arz3ndektsv4rrffq69g5fav",
        "81ARZ3NDEKTSV4RRFFQ69G5FAV 01ARZ3NDEKTSV4RRFFQ69G5FA 01ARZ3NDEKTSV4RRFFQ69G5FAVV "
        "01ARZ3NDEKTSV4RRFFQ69G5FAU 01ARZ3NDEKTSV4RRFFQ69G5FAL 01ARZ3NDEKTSV4RRFFQ69G5Fav",
    ),
    "arn": samples(
        "arn:aws:s3:::bucket/key arn:aws:iam::123456789012:user/Ann arn:aws:iam::aws:policy/Admin "
        "arn:aws-cn:ec2:cn-north-1:123456789012:vpc/vpc-0e9801d1 "
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f:1",
        "arn:aws:s3 arn:aws:s3::: aws:s3:::bucket arn:gcp:s3:::bucket ARN:aws:s3:::bucket "
        "arn:aws::eu-west-1:123456789012:x arn:aws:ec2:eu-west-1:12345:x arn:aws:ec2:EU:1:x",
        more_good=["arn:aws:cloudwatch:us-east-1:123456789012:alarm:My alarm"],
    ),
    "docker_digest": samples(
        "sha256:" + "a3" * 32, "sha256:" + "A3" * 32 + " " + "a3" * 32 + " sha256:" + "a3" * 31
    ),
    "git_commit": samples(
        "a1b2c3d da39a3ee5e6b4b0d3255bfef95601890afd80709", "a1b2c3 A1B2C3D g1b2c3d " + "a" * 41
    ),
    "base58": samples("2NEpo7TZRRrLZSi2U 1 zz", "0abc Oabc Iabc labc a+b a="),
    "http_reason": samples(
        "OK Found Conflict",
        "ok 200 Okay NotFound Teapot",
        more_good=["Not Found", "Payload Too Large"],
        more_bad=["not found"],
    ),
    "as_number": samples(
        "0 64512 AS64512 4294967295", "4294967296 as64512 064512 -1 AS 1.10 64512.5"
    ),
    "ipv4_port": samples(
        "10.0.0.1:8080 255.255.255.255:65535 0.0.0.0:1",
        "10.0.0.1 10.0.0.1:0 10.0.0.1:65536 256.0.0.1:80 10.0.0.1:080 [::1]:80 10.0.0.1:80:80 a:80",
    ),
    "mac_dotted": samples(
        "001a.2B3c.4d5e ffff.ffff.ffff",
        "00:1a:2b:3c:4d:5e 001a.2b3c 001a2b3c4d5e 001g.2b3c.4d5e 001a.2b3c.4d5e.6f70",
    ),
    "bitcoin_cash_address": samples(
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a "
        "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq",
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6 "
        "bitcoincash:rpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a "
        "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    ),
    "litecoin_address": samples(
        "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1 MGxNPPB7eBoWPUaprtX9v9CXJZoD2465zN "
        "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc0 LM2WMpR "
        "ltc1bw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9",
    ),
    "dogecoin_address": samples(
        "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNaa",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa DH5yaieqoZN36fDVciNyRueRGvGLR3mr7l DH5yaieq",
    ),
    "monero_address": samples(
        "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDa"
        "vup3H",
        "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDa"
        "vup3 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa " + "5" + "8" * 94,
        more_good=["4" * 95, "4" * 106],
        more_bad=["8" * 106],
    ),
    "ripple_address": samples(
        "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh rrrrrrrrrrrrrrrrrrrrrhoLvTp",
        "xEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh rEb8TK3gBgk5auZkwc6sHnwrGVJH8Dua0h rEb8TK3gBgk5",
    ),
    "snake_case": samples(
        "a user_id line_2 a1_b2", "User_id user__id _user user_ 1user user-id userId"
    ),
    "screaming_snake_case": samples(
        "A MAX_SIZE LINE_2", "Max_Size MAX__SIZE _MAX MAX_ 1MAX MAX-SIZE"
    ),
    "kebab_case": samples("a user-id line-2", "User-id user--id -user user- 1user user_id userId"),
    "camel_case": samples(
        "a userId line2Text parseHTTP", "UserId user_id user-id 1user userId! üser"
    ),
    "pascal_case": samples("A UserId HTTPServer Line2", "userId USER User_Id User-Id 1User User!"),
    "dot_notation": samples("a.b a.b.c order.lines_2._id", "a a. .a a..b 1.2 a.1b a-b.c a.b[0]"),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(SOFTWARE)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


def test_python_names_no_status_that_has_another_phrase() -> None:
    ours = {phrase.lower() for phrase in HTTP_REASONS}

    assert {status.phrase.lower() for status in HTTPStatus} - ours == {"i'm a teapot"}
    assert list(HTTP_REASONS) == sorted(set(HTTP_REASONS))


def test_the_cloud_s_own_client_parses_every_resource_name() -> None:
    names = SAMPLES["arn"]
    parse = ArnParser().parse_arn

    assert [parse(name)["resource"] for name in names.good if format_of("arn").accepts(name)]
    assert all(parse(name)["partition"].startswith("aws") for name in names.good)
