"""What is not, need not be, may be or is called after something: read or declined."""

from __future__ import annotations

import pytest

from tests.planner.offline.doubtful_tables import ACCOUNTS
from tests.planner.offline.spoken import Tables

TABLES = {"accounts": ACCOUNTS}

READ = [
    ("accounts", "a3", "Sanity check: opened_on must not be in the future."),
    ("accounts", "a3", "Data quality rule 7: opened_on must not be in the future"),
    ("accounts", "a3", "For Gold accounts: balance must be above 50"),
    ("accounts", "a3", "Deposits must have a positive balance."),
    ("accounts", "a2", "Loans must have an email."),
    ("accounts", "a2", "closing date must be after opening date"),
    ("accounts", "a2", "The approver must not be the creator."),
    ("accounts", "a3", "If there is no approver the balance must not be 0"),
    ("accounts", "a3", "Accounts with a card must have a card number"),
    ("accounts", "", "Accounts without a card must not have a card number"),
    ("accounts", "a2", "Inactive accounts must have an email"),
    ("accounts", "a2", "Accounts that are not active must have an email"),
    (
        "accounts",
        "0",
        "Half of the balances should be 50 or more: the median of balance must be at least 50.",
    ),
    ("accounts", "", "score is a percentage, so it must be between 0 and 100"),
    ("accounts", "a3", "rate is in percent: at most 100"),
    ("accounts", "a2", "tier can only be gold or Gold"),
    ("accounts", "a2", "tier may be gold or Gold only"),
    ("accounts", "a2 a3", "tier: gold"),
    ("accounts", "a4", "score may be at most 50"),
    ("accounts", "", "newsletter can be either yes or no"),
    ("accounts", "a4", "type must be a loan or deposit"),
    ("accounts", "a4", "type must be loan or deposit"),
    ("accounts", "a2", "notes must not be 'unknown'"),
    ("accounts", "a3", "notes must be filled"),
    ("accounts", "a1 a3", "last_login must be at midnight or empty"),
    ("accounts", "a1 a3", "last_login must be at midnight"),
    ("accounts", "a1", "opened_on must be after 3 April 2020"),
    ("accounts", "a4", "balance must be at most 1,000"),
    ("accounts", "a4", "every account needs either a city or a branch"),
    ("accounts", "a2 a3", "balance must not be zero nor negative"),
    ("accounts", "a2 a3", "balance must be neither zero nor negative"),
    ("accounts", "a2 a3", "balance must not be zero or negative"),
    ("accounts", "a2", "Neither balance nor score may be negative"),
    ("accounts", "a2", "holder must not consist of capital letters only"),
    ("accounts", "a3", "holder must start with a capital"),
    ("accounts", "a2 a3", "holder must contain a space"),
    ("accounts", "a2", "iban must have a correct check digit"),
    ("accounts", "a3", "email must have at least one character before the @"),
    ("accounts", "a1", "city must be Oslo where the type is deposit, ignoring blanks"),
    ("accounts", "a3", "branch must be N1 or N2"),
    ("accounts", "a2 a3", "branch must be N1"),
    ("accounts", "a3", "branch must start with N"),
    ("accounts", "a2", "paid must be Y"),
    ("accounts", "a2", "accounts must be paid"),
    ("accounts", "a2 a3", "balance must be at least 50% of the credit limit"),
    ("accounts", "a3", "rate_pct must be less than or equal to 100 percent"),
    ("accounts", "", "balance must be below 3000 dollars"),
    ("accounts", "a2", "closed_on must not be earlier than opened_on"),
    ("accounts", "a2", "closed_on must be opened_on or later"),
    ("accounts", "a2", "opened_on must be before closed_on, if both are given"),
    ("accounts", "a1", "age must be 18 or more but less than 80"),
    ("accounts", "a1 a2", "age must be >= 18 and < 70"),
    ("accounts", "a1", "age between eighteen and seventy"),
    ("accounts", "a1", "age must be eighteen or older"),
    ("accounts", "a4", "city is required"),
    ("accounts", "a4", "city and branch are required"),
    ("accounts", "a4", "city, branch and holder are all mandatory"),
    ("accounts", "a4", "city: required"),
    ("accounts", "", "city is required for deposits"),
    ("accounts", "", "city is required if type is deposit"),
    ("accounts", "a4", "Every account needs a city and a branch."),
    ("accounts", "a4", "Each account requires a city"),
    ("accounts", "a1 a3", "branch and closed_on are required for deposits"),
    ("accounts", "a2", "closed_on must be opened_on or later"),
    ("accounts", "a1 a2", "age must be between eighteen and sixty-five"),
    ("accounts", "a2", "approved_by must not be the creator"),
]

DECLINED = [
    ("accounts", "Gold tier rule: balance must be above 50"),
    ("accounts", "Loan policy: balance must be negative"),
    ("accounts", "Weekend check: balance must be positive"),
    ("accounts", "Gold: balance must be above 50 and tier"),
    ("accounts", "Deposits must be positive"),
    ("accounts", "Deposits and withdrawals must be approved"),
    ("accounts", "Loans or deposits only"),
    (
        "accounts",
        "Half of the balances should be 5 or more: the median of balance must be at least 6",
    ),
    ("accounts", "Half of the balances must be positive: the mean of balance must be above 0"),
    ("accounts", "score is a percentage, so it must be between 0 and 50"),
    ("accounts", "score is a percentage, so it must be at most 90"),
    ("accounts", "balance can be negative or zero for loans"),
    ("accounts", "balance can be 0 or the credit limit"),
    ("accounts", "tier can be gold or silver if the holder wants it"),
    ("accounts", "score may be less than 50"),
    ("accounts", "balance may be negative"),
    ("accounts", "score may be 50"),
    ("accounts", "closed_on may be before opened_on"),
    ("accounts", "newsletter may be yes"),
    ("accounts", "type must be loan or deposit or balance must be positive if not gold, else"),
    ("accounts", "last_login must be before midnight"),
    ("accounts", "last_login must be after midnight"),
    ("accounts", "last_login should be by end of month"),
    ("accounts", "opened_on must be at the end of the year"),
    ("accounts", "opened_on must be after 03/04/2020"),
    ("accounts", "opened_on must be after 3.4.20"),
    ("accounts", "opened_on must be after April 3"),
    ("accounts", "opened_on must be after the 3rd"),
    ("accounts", "opened_on must be after next Monday"),
    ("accounts", "balance must be at least 1.000"),
    ("accounts", "balance must be at least 1.000,50"),
    ("accounts", "balance must be at most 1 000"),
    ("accounts", "balance must be 10k or less"),
    ("accounts", "balance must be at least the credit limit or 10% of score"),
    ("accounts", "every account needs either a city or, failing that, a branch"),
    ("accounts", "accounts need a city unless they need a branch"),
    ("accounts", "not all accounts must have a city"),
    ("accounts", "no account needs a city"),
    ("accounts", "accounts need not have a city"),
    ("accounts", "city is optional"),
    ("accounts", "city does not have to be filled"),
    ("accounts", "city may be empty"),
    ("accounts", "It is fine if city is empty"),
    ("accounts", "Do accounts have a city?"),
    ("accounts", "How many accounts have no city?"),
    ("accounts", "city should ideally be filled"),
    ("accounts", "city must be filled soon"),
    ("accounts", "city must be filled more often"),
    ("accounts", "balance must not only be positive but plausible"),
    ("accounts", "balance must be positive or so"),
    ("accounts", "balance must be about 100"),
    ("accounts", "balance must be roughly 100 or less"),
    ("accounts", "balance must be positive in most cases"),
    (
        "accounts",
        "balance must be positive for gold and filled for silver, else negative unless loan",
    ),
    ("accounts", "balance must not be zero and negative"),
    ("accounts", "Neither balance nor score must not be negative"),
    ("accounts", "balance and score must not be equal to 0 and 50"),
    ("accounts", "holder must not contain letters and digits only"),
    ("accounts", "holder must contain only letters, except for digits"),
    ("accounts", "holder must contain no special characters"),
    ("accounts", "holder must be written properly"),
    ("accounts", "card_no must have 16 digits or 15"),
    ("accounts", "card_no has 13 to 16 digits or is empty or blank or none of these"),
    ("accounts", "account must have a correct check digit"),
    ("accounts", "email must pass its check digit"),
    ("accounts", "in email there must be something valid before the @"),
    ("accounts", "city must be Rome or rome depending on the branch"),
    ("accounts", "the city of gold accounts must be the city of silver accounts"),
    ("accounts", "branch must be N1, N2, ..."),
    ("accounts", "branch must be N1 etc."),
    ("accounts", "branch must be N1-N2"),
    ("accounts", "is_active must be true unless false"),
    ("accounts", "paid must be Y or else"),
    ("accounts", "opened_on must be 5 years ago or so"),
    ("accounts", "balance must exceed 10% of the credit limit by 5"),
    ("accounts", "balance must be 5% more"),
    ("accounts", "score must be in the top 10%"),
    ("accounts", "score must be between 10 and 50%"),
    ("accounts", "rate must be below 1 basis point"),
    ("accounts", "balance must be below 100 dollars and euros"),
    ("accounts", "Which account has the highest balance?"),
    ("accounts", "balance must be higher than average"),
    ("accounts", "closed_on must not be older"),
    ("accounts", "closed_on must be earlier or later than opened_on by 3 days"),
    ("accounts", "age must be over 18 or 21 in the US"),
    ("accounts", "age between eighteen and seventy or so"),
    ("accounts", "city is not required"),
    ("accounts", "city must not be required"),
    ("accounts", "city is not mandatory"),
    ("accounts", "accounts do not need a city"),
    ("accounts", "no account needs a city"),
    ("accounts", "if city is required then score must be 10"),
    ("accounts", "Flag accounts that need a city"),
    ("accounts", "city is never needed"),
    ("accounts", "Is city required?"),
    ("accounts", "city isn't compulsory"),
    ("accounts", "neither city nor score is required"),
    ("accounts", "city is not required for loans"),
    ("accounts", "accounts that do not need a card must have a score"),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    folder = tmp_path_factory.mktemp("domains")
    return {name: Tables(folder / name, {name: rows}) for name, rows in TABLES.items()}


@pytest.mark.parametrize(
    ("domain", "flagged", "sentence"), READ, ids=[sentence for _, _, sentence in READ]
)
def test_the_rows_are_those_that_the_owner_means(
    domains: dict[str, Tables], domain: str, flagged: str, sentence: str
) -> None:
    answer = domains[domain].answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("domain", "sentence"), DECLINED, ids=[sentence for _, sentence in DECLINED]
)
def test_what_is_not_clear_is_declined(
    domains: dict[str, Tables], domain: str, sentence: str
) -> None:
    answer = domains[domain].answer(sentence)

    assert answer.code in ("not-understood", "ambiguous")
