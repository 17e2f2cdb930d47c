-- In every orders row, price is at least 0.
WITH "tested" AS (
  SELECT
    "_row",
    "price"
  FROM "orders"
  WHERE
    "price" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  "price" < 0
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "price"
  FROM "orders"
  WHERE
    "price" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
