-- The sum of price is at least 0.9 times the median of what it was in the last 3 runs. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    COALESCE(SUM("price"), 0) AS "now"
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
    "measure" = 'sum' AND "column" = 'price' AND "run" >= 1 AND "run" <= 3
), "before" AS (
  SELECT
    MEDIAN("number") AS "before"
  FROM "past"
  HAVING
    COUNT(*) = 3
), "measures" AS (
  SELECT
    'the sum of price' AS "measure",
    "now",
    "before"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL
)
SELECT
  "measure",
  "now",
  "before"
FROM "measures"
WHERE
  ROUND("now", 9) < ROUND("before" * 0.9, 9)
ORDER BY
  "measure";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    COALESCE(SUM("price"), 0) AS "now"
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
    "measure" = 'sum' AND "column" = 'price' AND "run" >= 1 AND "run" <= 3
), "before" AS (
  SELECT
    MEDIAN("number") AS "before"
  FROM "past"
  HAVING
    COUNT(*) = 3
), "measures" AS (
  SELECT
    'the sum of price' AS "measure",
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
