-- The number of orders rows changes by at most 3 sample standard deviations of those runs from the mean of what it was in the last 4 runs. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    COUNT(*) AS "now"
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
    "measure" = 'rows' AND "run" >= 1 AND "run" <= 4
), "before" AS (
  SELECT
    AVG("number") AS "before",
    STDDEV_SAMP("number") AS "standard deviation"
  FROM "past"
  HAVING
    COUNT(*) = 4
), "measures" AS (
  SELECT
    'the number of orders rows' AS "measure",
    "now",
    "before",
    "standard deviation"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL AND "standard deviation" IS NOT NULL
), "changes" AS (
  SELECT
    "measure",
    "now",
    "before",
    "standard deviation",
    ROUND("now" - "before", 9) AS "change"
  FROM "measures"
)
SELECT
  "measure",
  "now",
  "before",
  ROUND("standard deviation", 9) AS "standard deviation",
  "change"
FROM "changes"
WHERE
  "change" < ROUND("standard deviation" * -3.0, 9)
  OR "change" > ROUND("standard deviation" * 3.0, 9)
ORDER BY
  "measure";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    COUNT(*) AS "now"
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
    "measure" = 'rows' AND "run" >= 1 AND "run" <= 4
), "before" AS (
  SELECT
    AVG("number") AS "before",
    STDDEV_SAMP("number") AS "standard deviation"
  FROM "past"
  HAVING
    COUNT(*) = 4
), "measures" AS (
  SELECT
    'the number of orders rows' AS "measure",
    "now",
    "before",
    "standard deviation"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL AND "standard deviation" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "measures";
