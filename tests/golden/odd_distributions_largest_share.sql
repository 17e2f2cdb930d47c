-- Over balls, the share of rows that each colour has is at most 0.5.
WITH "filled" AS (
  SELECT
    "_row",
    "colour"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL
), "counts" AS (
  SELECT
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "colour"
), "metrics" AS (
  SELECT
    "colour",
    "rows",
    "rows" / (
      SELECT
        COUNT(*)
      FROM "balls"
    ) AS "each share"
  FROM "counts"
)
SELECT
  "colour",
  "rows",
  "each share"
FROM "metrics"
WHERE
  "each share" > 0.5
ORDER BY
  "colour",
  "rows",
  "each share";

-- How much the rule judges.
WITH "filled" AS (
  SELECT
    "_row",
    "colour"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL
), "counts" AS (
  SELECT
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "colour"
), "metrics" AS (
  SELECT
    "colour",
    "rows",
    "rows" / (
      SELECT
        COUNT(*)
      FROM "balls"
    ) AS "each share"
  FROM "counts"
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
