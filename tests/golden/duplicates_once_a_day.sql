-- No two votes rows are equal in user_id and day of voted_at; flag every row that shares them, and every row whose voted_at is no date.
WITH "tested" AS (
  SELECT
    "_row",
    "user_id",
    "voted_at"
  FROM "votes"
  WHERE
    "user_id" IS NOT NULL AND "voted_at" IS NOT NULL
), "compared" AS (
  SELECT
    "_row",
    "user_id",
    "voted_at",
    COUNT(*) OVER (
      PARTITION BY "user_id", STRFTIME(TRY_STRPTIME("voted_at", '%Y-%m-%d %H:%M'), '%Y-%m-%d')
    ) AS "copies"
  FROM "tested"
)
SELECT
  "_row"
FROM "compared"
WHERE
  (
    "voted_at" IS NOT NULL AND TRY_STRPTIME("voted_at", '%Y-%m-%d %H:%M') IS NULL
  )
  OR "copies" > 1
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "user_id",
    "voted_at"
  FROM "votes"
  WHERE
    "user_id" IS NOT NULL AND "voted_at" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
