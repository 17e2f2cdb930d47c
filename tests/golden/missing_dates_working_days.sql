-- No working day (Monday to Friday) is missing from sold_on of sales between its first and its last; each missing day is reported.
WITH "tested" AS (
  SELECT
    "_row",
    "sold_on"
  FROM "sales"
  WHERE
    "sold_on" IS NOT NULL
), "found" AS (
  SELECT DISTINCT
    CAST(DATE_TRUNC('day', CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "day"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) IS NOT NULL
), "wanted" AS (
  SELECT
    UNNEST(GENERATE_SERIES(MIN("day"), MAX("day"), INTERVAL '1' DAY)) AS "day"
  FROM "found"
), "working_days" AS (
  SELECT
    *
  FROM "wanted"
  WHERE
    ISODOW(CAST("day" AS DATE)) < 6
), "missing" AS (
  SELECT
    STRFTIME("working_days"."day", '%Y-%m-%d') AS "missing sold_on"
  FROM "working_days"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "found"
      WHERE
        "found"."day" = CAST("working_days"."day" AS DATE)
    )
), "records" AS (
  SELECT
    "missing sold_on",
    NULL AS "no date in sold_on"
  FROM "missing"
  UNION ALL
  SELECT
    NULL AS "missing sold_on",
    "sold_on" AS "no date in sold_on"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) IS NULL
)
SELECT
  "missing sold_on",
  "no date in sold_on"
FROM "records"
ORDER BY
  "missing sold_on",
  "no date in sold_on";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "sold_on"
  FROM "sales"
  WHERE
    "sold_on" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
