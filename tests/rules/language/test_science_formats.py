"""Codes of chemistry, biology, medicine and health care. The good ones are published examples."""

from __future__ import annotations

import pytest

from backend.rules.language.science import ELEMENTS
from backend.rules.language.science_formats import SCIENCE
from tests.rules.language.judging import Samples, assert_each_digit_counts, assert_judged, samples

SAMPLES: dict[str, Samples] = {
    "cas_number": samples(
        "7732-18-5 58-08-2 50-00-0 12770-26-2",
        "7732-18-4 7732185 07732-18-5 5-00-0 7732-1-5 12345678-12-1 58-08-X",
    ),
    "inchikey": samples(
        "BQJCRHHNABKAKU-KBQPJGBKSA-N RYYVLZVUVIJVGH-UHFFFAOYSA-N",
        "BQJCRHHNABKAKU-KBQPJGBKSA bqjcrhhnabkaku-kbqpjgbksa-n BQJCRHHNABKAKU-KBQPJGBKXA-N "
        "BQJCRHHNABKAK-KBQPJGBKSA-N InChIKey=BQJCRHHNABKAKU-KBQPJGBKSA-N",
    ),
    "chemical_formula": samples(
        "H2O C6H12O6 NaCl Ca(OH)2 Fe2(SO4)3 CuSO4·5H2O [Cu(NH3)4]SO4 K4[Fe(CN)6]·3H2O He O2 CO Co",
        "h2o H20X Xy2 H1 H02 (OH Ca(OH)1 Ca()2 2H2O NaCl· ·H2O (OH)e Ca(OH] SO4^2- NaCl.2H2O Na+",
        more_bad=["H2O H2O"],
    ),
    "dna": samples("ACGT GATTACA acgt", "ACGU ACGN AcGT ACGT1 AC-GT X"),
    "dna_iupac": samples("ACGT ACGTN RYSWKMBDHVN acgtn", "ACGU ACGT- AcGT ACGTX"),
    "rna": samples("ACGU AUGGCC augg", "ACGT AUGN Augg"),
    "protein": samples("MKTAYIAKQR MVLSPADKTN U", "MKTX mkta MKT* MKTB MK-T"),
    "loinc": samples("2951-2 8302-2 2160-0 718-7", "2951-3 29512 02951-2 12345678-9 2951-22 2951-"),
    "snomed": samples(
        "404684003 73211009 22298006 900000000000207008",
        "404684004 0404684003 73211 73211109 9000000000002070080 40468400X",
    ),
    "atc": samples("A A10 A10B A10BA A10BA02 N02BE01", "A1 A10BA2 a10ba02 E10BA02 A10BA023 10BA02"),
    "icd9": samples(
        "250 250.0 250.01 V58 V58.69 E885 E885.9", "25 250. 250.012 V5 E88 E885.99 v58 250,01 A12"
    ),
    "dea_number": samples(
        "AB1234563 F91234563 BJ6125341",
        "AB1234564 ab1234563 AB123456 IB1234563 A11234563 AB12345633 AB0000000",
    ),
    "ndc": samples(
        "0002-0800-01 50242-040-62 60575-4112-1 00002-0800-01 0002080001 00002080001",
        "002-0800-01 0002-080-01 0002-0800-1 000208000 000020800012 0002_0800_01",
    ),
    "object_identifier": samples(
        "1.3.6.1.4.1 2.999 0.0 1.39", "1 3.1 1.40 1.03 1..3 1.3. .1.3 1.3.6.x urn:oid:1.3"
    ),
    "dicom_uid": samples(
        "1.2.840.10008.1.2 2.25.329800735698586629295641978511506172918",
        "1.2.840.10008.01 1.2.840. 3.2.1",
        more_good=["2." + "1" * 62],
        more_bad=["2." + "1" * 63],
    ),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(SCIENCE)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


def test_there_are_118_elements() -> None:
    assert len(set(ELEMENTS.split())) == len(ELEMENTS.split()) == 118


@pytest.mark.parametrize("name", ["cas_number", "loinc", "snomed", "dea_number"])
def test_one_wrong_digit_is_noticed_wherever_it_stands(name: str) -> None:
    assert_each_digit_counts(name, SAMPLES[name].good[0])
