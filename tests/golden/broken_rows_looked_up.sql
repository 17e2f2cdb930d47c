-- In every orders row, country equals country of the users row whose user_id is this row's user_id.
WITH "orders_compared" AS (
  SELECT
    "_row",
    "country",
    "user_id",
    (
      SELECT
        "users"."country"
      FROM "users"
      WHERE
        "users"."user_id" = "orders"."user_id"
    ) AS "users country"
  FROM "orders"
), "tested" AS (
  SELECT
    "_row",
    "country",
    "user_id",
    "users country"
  FROM "orders_compared"
  WHERE
    "country" IS NOT NULL AND "users country" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  "country" <> "users country"
ORDER BY
  "_row";

-- How much the rule judges.
WITH "orders_compared" AS (
  SELECT
    "_row",
    "country",
    "user_id",
    (
      SELECT
        "users"."country"
      FROM "users"
      WHERE
        "users"."user_id" = "orders"."user_id"
    ) AS "users country"
  FROM "orders"
), "tested" AS (
  SELECT
    "_row",
    "country",
    "user_id",
    "users country"
  FROM "orders_compared"
  WHERE
    "country" IS NOT NULL AND "users country" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
