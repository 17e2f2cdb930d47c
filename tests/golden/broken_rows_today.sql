-- In every events row, created_at is on or before the day of the run.
WITH "tested" AS (
  SELECT
    "_row",
    "created_at"
  FROM "events"
  WHERE
    "created_at" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    CAST(TRY_STRPTIME("created_at", '%Y-%m-%d') AS DATE) <= CAST($as_of AS DATE)
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "created_at"
  FROM "events"
  WHERE
    "created_at" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
