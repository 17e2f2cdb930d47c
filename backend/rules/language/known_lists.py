"""Short lists that everybody knows, each spelled as usage spells it in English."""

from __future__ import annotations

ZODIAC_SIGNS = (
    "Aquarius", "Aries", "Cancer", "Capricorn", "Gemini", "Leo", "Libra", "Pisces", "Sagittarius",
    "Scorpio", "Taurus", "Virgo",
)  # fmt: skip
PLANETS = ("Earth", "Jupiter", "Mars", "Mercury", "Neptune", "Saturn", "Uranus", "Venus")
"""The eight of the International Astronomical Union (2006, resolution B5)."""
BLOOD_GROUPS = ("A+", "A-", "AB+", "AB-", "B+", "B-", "O+", "O-")
COMPASS_POINTS_4 = ("E", "N", "S", "W")
ELEMENT_SYMBOLS = (
    "Ac", "Ag", "Al", "Am", "Ar", "As", "At", "Au", "B", "Ba", "Be", "Bh", "Bi", "Bk", "Br", "C",
    "Ca", "Cd", "Ce", "Cf", "Cl", "Cm", "Cn", "Co", "Cr", "Cs", "Cu", "Db", "Ds", "Dy", "Er",
    "Es", "Eu", "F", "Fe", "Fl", "Fm", "Fr", "Ga", "Gd", "Ge", "H", "He", "Hf", "Hg", "Ho", "Hs",
    "I", "In", "Ir", "K", "Kr", "La", "Li", "Lr", "Lu", "Lv", "Mc", "Md", "Mg", "Mn", "Mo", "Mt",
    "N", "Na", "Nb", "Nd", "Ne", "Nh", "Ni", "No", "Np", "O", "Og", "Os", "P", "Pa", "Pb", "Pd",
    "Pm", "Po", "Pr", "Pt", "Pu", "Ra", "Rb", "Re", "Rf", "Rg", "Rh", "Rn", "Ru", "S", "Sb", "Sc",
    "Se", "Sg", "Si", "Sm", "Sn", "Sr", "Ta", "Tb", "Tc", "Te", "Th", "Ti", "Tl", "Tm", "Ts", "U",
    "V", "W", "Xe", "Y", "Yb", "Zn", "Zr",
)  # fmt: skip
"""The 118 elements of IUPAC's periodic table (2022)."""
GREEK_LETTERS = (
    "alpha", "beta", "chi", "delta", "epsilon", "eta", "gamma", "iota", "kappa", "lambda", "mu",
    "nu", "omega", "omicron", "phi", "pi", "psi", "rho", "sigma", "tau", "theta", "upsilon", "xi",
    "zeta",
)  # fmt: skip
