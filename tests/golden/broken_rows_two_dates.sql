-- In every stays row, end_date is on or after start_date.
WITH "tested" AS (
  SELECT
    "_row",
    "end_date",
    "start_date"
  FROM "stays"
  WHERE
    "end_date" IS NOT NULL AND "start_date" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    CAST(TRY_STRPTIME("end_date", '%Y-%m-%d') AS DATE) >= CAST(TRY_STRPTIME("start_date", '%Y-%m-%d') AS DATE)
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "end_date",
    "start_date"
  FROM "stays"
  WHERE
    "end_date" IS NOT NULL AND "start_date" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
