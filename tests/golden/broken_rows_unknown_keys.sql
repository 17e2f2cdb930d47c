-- For every events row, users has a row whose user_id is this row's user_id.
WITH "known_users" AS (
  SELECT DISTINCT
    "users"."user_id"
  FROM "users"
  WHERE
    "users"."user_id" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "user_id"
  FROM "events"
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
    FROM "known_users"
    WHERE
      "known_users"."user_id" = "tested"."user_id"
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "user_id"
  FROM "events"
  WHERE
    "user_id" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
