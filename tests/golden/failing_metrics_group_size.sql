-- Within each user_id of orders, the number of orders rows is at most 2.
WITH "measures_of_orders" AS (
  SELECT
    "user_id",
    COUNT(*) AS "rows"
  FROM "orders"
  WHERE
    "user_id" IS NOT NULL
  GROUP BY
    "user_id"
)
SELECT
  "user_id",
  "rows"
FROM "measures_of_orders"
WHERE
  "rows" > 2
ORDER BY
  "user_id",
  "rows";

-- How much the rule judges.
WITH "measures_of_orders" AS (
  SELECT
    "user_id",
    COUNT(*) AS "rows"
  FROM "orders"
  WHERE
    "user_id" IS NOT NULL
  GROUP BY
    "user_id"
)
SELECT
  COUNT(*) AS "tested"
FROM "measures_of_orders";
