-- In every orders row, status is 'open', 'paid' or 'cancelled'.
WITH "tested" AS (
  SELECT
    "_row",
    "status"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  NOT "status" IN ('open', 'paid', 'cancelled')
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "status"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
