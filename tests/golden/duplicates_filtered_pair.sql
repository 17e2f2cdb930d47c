-- No two orders rows where status equals 'paid' are equal in user_id and event_id; flag every row that shares them.
WITH "tested" AS (
  SELECT
    "_row",
    "status",
    "user_id",
    "event_id"
  FROM "orders"
  WHERE
    "status" = 'paid' AND "user_id" IS NOT NULL AND "event_id" IS NOT NULL
), "compared" AS (
  SELECT
    "_row",
    "status",
    "user_id",
    "event_id",
    COUNT(*) OVER (PARTITION BY "user_id", "event_id") AS "copies"
  FROM "tested"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "copies" > 1
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "status",
    "user_id",
    "event_id"
  FROM "orders"
  WHERE
    "status" = 'paid' AND "user_id" IS NOT NULL AND "event_id" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
