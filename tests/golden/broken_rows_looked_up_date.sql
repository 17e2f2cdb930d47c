-- In every orders row, ordered_at is on or after signup_at of the users row whose user_id is this row's user_id.
WITH "orders_compared" AS (
  SELECT
    "_row",
    "ordered_at",
    "user_id",
    (
      SELECT
        "users"."signup_at"
      FROM "users"
      WHERE
        "users"."user_id" = "orders"."user_id"
    ) AS "users signup_at"
  FROM "orders"
), "tested" AS (
  SELECT
    "_row",
    "ordered_at",
    "user_id",
    "users signup_at"
  FROM "orders_compared"
  WHERE
    "ordered_at" IS NOT NULL AND "users signup_at" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    CAST(TRY_STRPTIME("ordered_at", '%Y-%m-%d') AS DATE) >= CAST(TRY_STRPTIME("users signup_at", '%Y-%m-%d') AS DATE)
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "orders_compared" AS (
  SELECT
    "_row",
    "ordered_at",
    "user_id",
    (
      SELECT
        "users"."signup_at"
      FROM "users"
      WHERE
        "users"."user_id" = "orders"."user_id"
    ) AS "users signup_at"
  FROM "orders"
), "tested" AS (
  SELECT
    "_row",
    "ordered_at",
    "user_id",
    "users signup_at"
  FROM "orders_compared"
  WHERE
    "ordered_at" IS NOT NULL AND "users signup_at" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
