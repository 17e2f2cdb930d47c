"""Numbers of goods, devices, works and papers of trade. The good ones are published examples."""

from __future__ import annotations

import pytest

from backend.rules.language.trade_formats import TRADE
from tests.rules.language.judging import (
    Samples,
    assert_each_digit_counts,
    assert_judged,
    samples,
)

SAMPLES: dict[str, Samples] = {
    "gln": samples(
        "5412345000013 4006381333931", "5412345000014 96385074 541234500001 0000000000000"
    ),
    "sscc": samples("106141412345678908", "106141412345678909 10614141234567890 4006381333931"),
    "container_number": samples(
        "CSQU3054383 TASU1170000 SUDU3070079",
        "CSQU3054384 CSQA3054383 csqu3054383 CSQU305438 CSQU-305438-3 C5QU3054383",
        more_good=["CSQU 305438 3", "CSQU 3054383"],
        more_bad=["CSQU 305 438 3", "CSQU  305438 3"],
    ),
    "imo_number": samples(
        "9319466 IMO9319466 8814275",
        "9319467 931946 93194660 imo9319466 IMO-9319466",
        more_good=["IMO 9319466"],
        more_bad=["IMO  9319466"],
    ),
    "figi": samples(
        "BBG000BLNQ16 BBG000BLNNV0 NRG92C84SB39 BBG0013YWBF3",
        "BBG000BLNQ17 bbg000blnq16 BBG000BLNA16 BBX000BLNQ16 GBG000BLNQ16 BBG000BLNQ1",
    ),
    "wkn": samples("A0MNRK 716460 BASF11 514000", "A0MNR A0MNRKK a0mnrk A0INRK A0ONRK A0-MNR"),
    "mic": samples("XNYS XNAS XETR BATS 360T", "xnys XNY XNYSX XN-S"),
    "ticker": samples("AAPL F GOOGL BRK.A BRK-B", "aapl GOOGLE AAPL. .A BRK.AAA 7203.T A1"),
    "creditor_reference": samples(
        "RF18539007547034 RF471234567890 RF18000000000539007547034",
        "RF19539007547034 rf18539007547034 RF18 FR18539007547034 RF185390075470341234567890",
        more_good=["RF18 5390 0754 7034"],
        more_bad=["RF18 539007547034"],
    ),
    "asin": samples(
        "B00X4WHP5E B07FZ8S74R 0306406152 080442957X",
        "A00X4WHP5E B00X4WHP5 b00x4whp5e B00X4WHP5E1 03064061522 X306406152",
    ),
    "iccid": samples(
        "89148000000745809013 8944500102198304826",
        "89148000000745809014 8844500102198304826 891480000007458 891480000007458090131",
        more_good=["8914 8000 0007 4580 9013"],
    ),
    "imsi": samples(
        "310150123456789 26201123456789 901700000000001",
        "110150123456789 3101501234567 3101501234567890 31015012345678A 810150123456789",
    ),
    "meid": samples(
        "AF0123450ABCDEC AF0123450ABCDE A10000009296F2",
        "9F0123450ABCDE AF0123450ABCDED AF0123450ABCD af0123450abcde AG0123450ABCDE",
    ),
    "msisdn": samples(
        "491711234567 +14155550123 1234567",
        "0171123456 123456 1234567890123456 ++1415555 1-415-5550123",
    ),
    "isni": samples(
        "0000000121032683 000000012146438X",
        "0000000121032684 000000012146438x 00000001210326 "
        "0000-0001-2103-2683 http://isni.org/0000000121032683",
        more_good=["0000 0001 2103 2683"],
        more_bad=["0000 00012103 2683", "00000001 21032683"],
    ),
    "iswc": samples(
        "T-034.524.680-1 T-010.140.236-1 T0345246801 T-0345246801 T-000.000.001-0",
        "T-034.524.680-2 t-034.524.680-1 034.524.680-1 T-034524.680-1 T-034.524.680 T--0345246801",
    ),
    "isan": samples(
        "0000-0000-D07A-0090-Q 0000-0001-8CFA-0000-I-0000-0000-K 00000000D07A0090Q "
        "0000-3BAB-9352-0000-G-0000-0000-Q",
        "0000-0000-D07A-0090 0000-0000-D07A-0090-R 0000-0001-8CFA-0000-I-0000-0000-L "
        "0000-0001-8CFA-0000-J-0000-0000-K 0000-0000-d07a-0090-q 0000-0000-D07A-0090Q "
        "0000-0000-D07G-0090-Q",
        more_good=["ISAN 0000-0000-D07A-0090-Q"],
    ),
    "isil": samples(
        "DE-1 US-InU OCLC-DLC AU-ANL:NHS FR-751131015", "DE1 DE- -1 D_E-1 DE-123456789012 DE-1.2"
    ),
    "imdb_title": samples("tt0111161 tt10872600", "tt011116 TT0111161 tt108726001 nm0000151"),
    "youtube_video": samples(
        "dQw4w9WgXcQ jNQXAC9IVRw _-aB0123456", "dQw4w9WgXc dQw4w9WgXcQQ dQw4w9WgX+Q"
    ),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(TRADE)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


CHECKED = [name for name, form in TRADE.items() if "its check" in form.label]


@pytest.mark.parametrize("name", CHECKED)
def test_one_wrong_digit_is_noticed_wherever_it_stands(name: str) -> None:
    assert_each_digit_counts(name, SAMPLES[name].good[0])
