-- For every users row, orders has a row whose user_id is this row's user_id.
WITH "known_orders" AS (
  SELECT DISTINCT
    "orders"."user_id"
  FROM "orders"
  WHERE
    "orders"."user_id" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "user_id"
  FROM "users"
  WHERE
    "user_id" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM "known_orders"
    WHERE
      "known_orders"."user_id" = "tested"."user_id"
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "user_id"
  FROM "users"
  WHERE
    "user_id" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
