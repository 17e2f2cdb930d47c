-- The share of users rows for which email is empty rises by at most 2 percentage points from what it was in the last run of the day before. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    AVG(
      CAST((
        "email" IS NULL OR REGEXP_FULL_MATCH("email", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      ) IS TRUE AS INT)
    ) AS "now"
  FROM "users"
), "of_day" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "users/history"
  WHERE
    "measure" = 'missing share' AND "column" = 'email' AND "days_ago" = 1
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "of_day"
  WHERE
    "run" = (
      SELECT
        MIN("run")
      FROM "of_day"
    )
), "before" AS (
  SELECT
    "number" AS "before"
  FROM "past"
), "measures" AS (
  SELECT
    'the share of users rows for which email is empty' AS "measure",
    "now",
    "before"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL
), "changes" AS (
  SELECT
    "measure",
    "now",
    "before",
    ROUND((
      "now" - "before"
    ) * 100, 9) AS "change in points"
  FROM "measures"
)
SELECT
  "measure",
  "now",
  "before",
  "change in points"
FROM "changes"
WHERE
  "change in points" > 2.0
ORDER BY
  "measure";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    AVG(
      CAST((
        "email" IS NULL OR REGEXP_FULL_MATCH("email", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      ) IS TRUE AS INT)
    ) AS "now"
  FROM "users"
), "of_day" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "users/history"
  WHERE
    "measure" = 'missing share' AND "column" = 'email' AND "days_ago" = 1
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "of_day"
  WHERE
    "run" = (
      SELECT
        MIN("run")
      FROM "of_day"
    )
), "before" AS (
  SELECT
    "number" AS "before"
  FROM "past"
), "measures" AS (
  SELECT
    'the share of users rows for which email is empty' AS "measure",
    "now",
    "before"
  FROM "now"
  CROSS JOIN "before"
  WHERE
    "now" IS NOT NULL AND "before" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "measures";
