"""Formats of chemistry, biology, medicine and health care."""

from __future__ import annotations

from backend.rules.language import science
from backend.rules.language.form import Format, shape, tested

SCIENCE: dict[str, Format] = {
    "cas_number": tested(
        "a CAS registry number with its check digit (CAS): digits, two digits, the check digit, "
        "hyphens between",
        science.is_cas_number,
        "cas (registry |)number", "cas( rn| registry) (number|no)", "casrn", "cas rn",
        "chemical abstracts (service |)(registry |)number",
    ),
    "inchikey": shape(
        "the shape of an InChIKey (IUPAC): 14 capitals, 10, one, with hyphens",
        "[A-Z]{14}-[A-Z]{8}[NS][A-Z]-[A-Z]",
        "inchi key", "international chemical identifier key",
    ),
    "chemical_formula": tested(
        "a chemical formula: symbols of elements with counts, brackets, hydrates behind ·; no "
        "charges, and whether there is such a thing is not asked",
        science.is_chemical_formula,
        "(chemical|molecular|empirical|sum) formula",
    ),
    "dna": shape(
        "a DNA sequence: the letters A, C, G, T, in one letter case",
        "[ACGT]+|[acgt]+",
        "dna( sequence| string|)",
    ),
    "dna_iupac": shape(
        "a DNA sequence in IUPAC's letters, R to N for bases that are not certain (IUB, 1984), "
        "in one letter case",
        "[ACGTRYSWKMBDHVN]+|[acgtryswkmbdhvn]+",
        "iupac (dna|nucleotide) (sequence|code)", "dna sequence with ambiguity code",
        "ambiguous dna sequence",
    ),
    "rna": shape(
        "an RNA sequence: the letters A, C, G, U, in one letter case",
        "[ACGU]+|[acgu]+",
        "rna( sequence| string|)",
    ),
    "protein": shape(
        "a protein sequence: the one-letter codes of the twenty amino acids, and U and O "
        "(IUPAC-IUBMB), in capitals",
        "[ACDEFGHIKLMNOPQRSTUVWY]+",
        "(protein|amino acid|peptide) sequence",
    ),
    "loinc": tested(
        "a LOINC code with its check digit (Regenstrief)",
        science.is_loinc,
        "loinc( code| number|)", "logical observation identifier names and codes code",
    ),
    "snomed": tested(
        "a SNOMED CT identifier of 6 to 18 digits with its check digit (SNOMED International)",
        science.is_snomed_id,
        "snomed( ct|)( concept|)( code| id| identifier|)", "sctid",
    ),
    "atc": shape(
        "the shape of an ATC code (WHO) of any of the five levels; none is looked up",
        "[ABCDGHJLMNPRSV]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?",
        "atc (code|drug code|classification code)",
        "anatomical therapeutic chemical( classification|) code",
    ),
    "icd9": shape(
        "the shape of an ICD-9-CM diagnosis code: three digits, V and two or E and three, then a "
        "dot and digits or nothing; no register is asked",
        r"([0-9]{3}|V[0-9]{2})([.][0-9]{1,2})?|E[0-9]{3}([.][0-9])?",
        "icd 9( cm|)( diagnosis| medical|)( code|)",
    ),
    "dea_number": tested(
        "a US DEA number of two letters and seven digits with its check digit (21 CFR 1301)",
        science.is_dea_number,
        "(us |)dea (registration |)number", "drug enforcement administration number",
    ),
    "ndc": shape(
        "the shape of a US National Drug Code (21 CFR 207.33): 4-4-2, 5-3-2, 5-4-1 or 5-4-2 "
        "digits with hyphens, or ten or eleven in one piece",
        "[0-9]{4}-[0-9]{4}-[0-9]{2}|[0-9]{5}-([0-9]{3,4}-[0-9]{2}|[0-9]{4}-[0-9])|[0-9]{10,11}",
        "(us |)ndc( code| number|)", "national drug code( number|)",
    ),
    "object_identifier": tested(
        "an object identifier: numbers with dots (ITU-T X.660)",
        science.is_object_identifier,
        "(asn 1 |iso |dotted )(oid|object identifier)", "valid oid",
    ),
    "dicom_uid": tested(
        "a DICOM UID: an object identifier of up to 64 characters (DICOM PS3.5)",
        science.is_dicom_uid,
        "dicom (uid|unique identifier|identifier)",
    ),
}  # fmt: skip
