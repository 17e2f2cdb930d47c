-- Over users, the share of rows that share their email with another row is at most 0.1.
WITH "filled" AS (
  SELECT
    "_row",
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
), "counts" AS (
  SELECT
    "email",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "email"
), "compared" AS (
  SELECT
    "rows",
    SUM("rows") OVER () AS "all rows",
    MAX("rows") OVER () AS "most rows"
  FROM "counts"
), "metrics" AS (
  SELECT
    COALESCE(SUM("rows") FILTER(WHERE
      "rows" > 1), 0) / (
      SELECT
        COUNT(*)
      FROM "users"
    ) AS "copies of rows"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "copies of rows"
FROM "metrics"
WHERE
  "copies of rows" > 0.1
ORDER BY
  "copies of rows";

-- How much the rule judges.
WITH "filled" AS (
  SELECT
    "_row",
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
), "counts" AS (
  SELECT
    "email",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "email"
), "compared" AS (
  SELECT
    "rows",
    SUM("rows") OVER () AS "all rows",
    MAX("rows") OVER () AS "most rows"
  FROM "counts"
), "metrics" AS (
  SELECT
    COALESCE(SUM("rows") FILTER(WHERE
      "rows" > 1), 0) / (
      SELECT
        COUNT(*)
      FROM "users"
    ) AS "copies of rows"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
