-- No quarter of 2023 is missing from paid_on of rents; each missing quarter is reported, also one that is still to come.
WITH "tested" AS (
  SELECT
    "_row",
    "paid_on"
  FROM "rents"
  WHERE
    "paid_on" IS NOT NULL
), "found" AS (
  SELECT DISTINCT
    CAST(DATE_TRUNC('quarter', CAST(TRY_STRPTIME("paid_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "quarter"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("paid_on", '%Y-%m-%d') AS DATE) IS NOT NULL
), "wanted" AS (
  SELECT DISTINCT
    UNNEST(
      GENERATE_SERIES(CAST('2023-01-01' AS DATE), CAST('2023-12-31' AS DATE), INTERVAL '3' MONTH)
    ) AS "quarter"
  FROM "found"
), "missing" AS (
  SELECT
    STRFTIME("wanted"."quarter", '%YQ') || QUARTER("wanted"."quarter") AS "missing paid_on"
  FROM "wanted"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "found"
      WHERE
        "found"."quarter" = CAST("wanted"."quarter" AS DATE)
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
