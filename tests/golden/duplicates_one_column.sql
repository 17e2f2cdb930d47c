-- No two users rows are equal in email; flag every row that shares them.
WITH "tested" AS (
  SELECT
    "_row",
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
), "compared" AS (
  SELECT
    "_row",
    "email",
    COUNT(*) OVER (PARTITION BY "email") AS "copies"
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
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
