-- balance of postings is the sum of amount up to and with this row, in the order of day within each account; flag each row where it is not.
WITH "tested" AS (
  SELECT
    "_row",
    "balance",
    "amount",
    "account",
    "day"
  FROM "postings"
  WHERE
    "balance" IS NOT NULL
    AND "amount" IS NOT NULL
    AND "account" IS NOT NULL
    AND "day" IS NOT NULL
), "summed" AS (
  SELECT
    "_row",
    "balance",
    "amount",
    "account",
    "day",
    SUM("amount") OVER (
      PARTITION BY "account"
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "sum so far"
  FROM "tested"
)
SELECT
  "_row"
FROM "summed"
WHERE
  ROUND(ABS("balance" - "sum so far"), 9) > 0
  OR "balance" IS NULL
  OR "amount" IS NULL
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "balance",
    "amount",
    "account",
    "day"
  FROM "postings"
  WHERE
    "balance" IS NOT NULL
    AND "amount" IS NOT NULL
    AND "account" IS NOT NULL
    AND "day" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
