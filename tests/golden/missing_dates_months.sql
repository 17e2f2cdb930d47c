-- No month is missing from paid_on of rents between its first and its last; each missing month is reported.
WITH "tested" AS (
  SELECT
    "_row",
    "paid_on"
  FROM "rents"
  WHERE
    "paid_on" IS NOT NULL
), "found" AS (
  SELECT DISTINCT
    CAST(DATE_TRUNC('month', CAST(TRY_STRPTIME("paid_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "month"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("paid_on", '%Y-%m-%d') AS DATE) IS NOT NULL
), "wanted" AS (
  SELECT
    UNNEST(GENERATE_SERIES(MIN("month"), MAX("month"), INTERVAL '1' MONTH)) AS "month"
  FROM "found"
), "missing" AS (
  SELECT
    STRFTIME("wanted"."month", '%Y-%m') AS "missing paid_on"
  FROM "wanted"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "found"
      WHERE
        "found"."month" = CAST("wanted"."month" AS DATE)
    )
), "records" AS (
  SELECT
    "missing paid_on",
    NULL AS "no date in paid_on"
  FROM "missing"
  UNION ALL
  SELECT
    NULL AS "missing paid_on",
    "paid_on" AS "no date in paid_on"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("paid_on", '%Y-%m-%d') AS DATE) IS NULL
)
SELECT
  "missing paid_on",
  "no date in paid_on"
FROM "records"
ORDER BY
  "missing paid_on",
  "no date in paid_on";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "paid_on"
  FROM "rents"
  WHERE
    "paid_on" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
