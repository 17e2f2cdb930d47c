-- In every orders row, quantity is at least 1 and quantity is at most 100.
WITH "tested" AS (
  SELECT
    "_row",
    "quantity"
  FROM "orders"
  WHERE
    "quantity" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    "quantity" IS NOT NULL
    AND (
      TRY_CAST(REGEXP_EXTRACT("quantity", '(?i)^\s*[-+]?([\d.]+(e[-+]?\d+)?|inf(inity)?)\s*$') AS DOUBLE) >= 1
    ) IS NOT TRUE
  )
  OR (
    "quantity" IS NOT NULL
    AND (
      TRY_CAST(REGEXP_EXTRACT("quantity", '(?i)^\s*[-+]?([\d.]+(e[-+]?\d+)?|inf(inity)?)\s*$') AS DOUBLE) <= 100
    ) IS NOT TRUE
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "quantity"
  FROM "orders"
  WHERE
    "quantity" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
