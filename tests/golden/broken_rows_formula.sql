-- In every orders row, total equals quantity * price (give or take 0.01).
WITH "tested" AS (
  SELECT
    "_row",
    "total",
    "quantity",
    "price"
  FROM "orders"
  WHERE
    "total" IS NOT NULL AND "quantity" IS NOT NULL AND "price" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  ROUND(ABS("total" - (
    "quantity" * "price"
  )), 6) > 0.01
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "total",
    "quantity",
    "price"
  FROM "orders"
  WHERE
    "total" IS NOT NULL AND "quantity" IS NOT NULL AND "price" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
