-- The mean of price where status equals 'paid' falls by at most 10% of what it was in the last run. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    AVG("price") FILTER(WHERE
      "status" = 'paid') AS "now"
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
    "measure" = 'mean by status'
    AND "column" = 'price'
    AND "value" = 'paid'
    AND "run" = 1
), "before" AS (
  SELECT
    "number" AS "before"
  FROM "past"
), "measures" AS (
  SELECT
    'the mean of price where status equals ''paid''' AS "measure",
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
    CASE
      WHEN "before" = 0 AND "now" = 0
      THEN 0
      WHEN "before" = 0
      THEN SIGN("now") * CAST('infinity' AS DOUBLE)
      ELSE ROUND((
        (
          "now" - "before"
        ) / ABS("before")
      ) * 100, 9)
    END AS "change in percent"
  FROM "measures"
)
SELECT
  "measure",
  "now",
  "before",
  CASE WHEN ISFINITE("change in percent") THEN "change in percent" END AS "change in percent"
FROM "changes"
WHERE
  "change in percent" < -10.0
ORDER BY
  "measure";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    AVG("price") FILTER(WHERE
      "status" = 'paid') AS "now"
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
    "measure" = 'mean by status'
    AND "column" = 'price'
    AND "value" = 'paid'
    AND "run" = 1
), "before" AS (
  SELECT
    "number" AS "before"
  FROM "past"
), "measures" AS (
  SELECT
    'the mean of price where status equals ''paid''' AS "measure",
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
