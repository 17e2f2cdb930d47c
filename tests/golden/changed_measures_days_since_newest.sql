-- The days from the largest ordered_on to the day of the run is at most the largest of what it was in the last 2 runs. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    CAST($as_of AS DATE) - CAST(MAX(CAST(TRY_STRPTIME("ordered_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "now"
  FROM "orders"
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "measure" = 'days since newest'
    AND "column" = 'ordered_on'
    AND "run" >= 1
    AND "run" <= 2
), "before" AS (
  SELECT
    MAX("number") AS "before"
  FROM "past"
  HAVING
    COUNT(*) = 2
), "measures" AS (
  SELECT
    'the days from the largest ordered_on to the day of the run' AS "measure",
    "now",
    "before"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL
), "changes" AS (
  SELECT
    "measure",
    "now",
    "before",
    ROUND("now" - "before", 9) AS "change"
  FROM "measures"
)
SELECT
  "measure",
  "now",
  "before",
  "change"
FROM "changes"
WHERE
  "change" > 0.0
ORDER BY
  "measure";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    CAST($as_of AS DATE) - CAST(MAX(CAST(TRY_STRPTIME("ordered_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "now"
  FROM "orders"
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "measure" = 'days since newest'
    AND "column" = 'ordered_on'
    AND "run" >= 1
    AND "run" <= 2
), "before" AS (
  SELECT
    MAX("number") AS "before"
  FROM "past"
  HAVING
    COUNT(*) = 2
), "measures" AS (
  SELECT
    'the days from the largest ordered_on to the day of the run' AS "measure",
    "now",
    "before"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "measures";
