-- Over orders, the mean of price is at least 10 and the mean of price is at most 20.
WITH "measures_of_orders" AS (
  SELECT
    ROUND(AVG("price"), 9) AS "mean price"
  FROM "orders"
), "metrics" AS (
  SELECT
    "mean price"
  FROM "measures_of_orders"
  WHERE
    "mean price" IS NOT NULL
)
SELECT
  "mean price"
FROM "metrics"
WHERE
  "mean price" < 10 OR "mean price" > 20
ORDER BY
  "mean price";

-- How much the rule judges.
WITH "measures_of_orders" AS (
  SELECT
    ROUND(AVG("price"), 9) AS "mean price"
  FROM "orders"
), "metrics" AS (
  SELECT
    "mean price"
  FROM "measures_of_orders"
  WHERE
    "mean price" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
