-- Over users, the share of users rows for which email is filled is at least 0.9.
WITH "measures_of_users" AS (
  SELECT
    AVG(
      CAST((
        NOT (
          "email" IS NULL OR REGEXP_FULL_MATCH("email", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
        )
      ) IS TRUE AS INT)
    ) AS "share"
  FROM "users"
), "metrics" AS (
  SELECT
    "share"
  FROM "measures_of_users"
  WHERE
    "share" IS NOT NULL
)
SELECT
  "share"
FROM "metrics"
WHERE
  "share" < 0.9
ORDER BY
  "share";

-- How much the rule judges.
WITH "measures_of_users" AS (
  SELECT
    AVG(
      CAST((
        NOT (
          "email" IS NULL OR REGEXP_FULL_MATCH("email", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
        )
      ) IS TRUE AS INT)
    ) AS "share"
  FROM "users"
), "metrics" AS (
  SELECT
    "share"
  FROM "measures_of_users"
  WHERE
    "share" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
